"""Words of the CI gate."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "gate.more": Text("and {count} more, not listed here", "และอีก {count} รายการที่ไม่ได้แสดงที่นี่"),
    "gate.counts": Text(
        "Workbooks {workbooks}; errors {error}, warnings {warning}, info {info}; waived {waived}.",
        "{workbooks} ไฟล์: ข้อผิดพลาด {error} ข้อควรระวัง {warning} ข้อมูลประกอบ {info} ผ่อนผัน {waived}",
    ),
    "gate.changes": Text(
        "Against the baseline: {new} new, {fixed} fixed, {unchanged} unchanged.",
        "เทียบกับครั้งก่อน: ใหม่ {new} แก้ไขแล้ว {fixed} คงเดิม {unchanged}",
    ),
    "gate.change.new": Text("new", "ใหม่"),
    "gate.change.unchanged": Text("unchanged", "คงเดิม"),
    "gate.workbook": Text("Workbook", "ไฟล์"),
    "gate.verdict": Text("Verdict", "ผลการสอบทาน"),
    "gate.waived": Text("Waived", "ผ่อนผัน"),
    "baseline.not-a-result": Text(
        "this is not a result of sobthan as JSON: {why}", "ไฟล์นี้ไม่ใช่ผลลัพธ์ JSON ของ sobthan: {why}"
    ),
    "baseline.other-version": Text(
        "the baseline has schema_version {found}, this is {wanted}; make it anew with validate --format json",
        "ไฟล์เทียบเป็น schema_version {found} แต่รุ่นนี้ใช้ {wanted} โปรดสร้างใหม่ด้วย validate --format json",
    ),
    "previous.unread": Text(
        "of the round before, no scores were read from {files}",
        "อ่านคะแนนของรอบก่อนจาก {files} ไม่ได้",
    ),
    "baseline.other-rules": Text(
        "the baseline was made by other rules ({found}); now {wanted}: differences may come from the rules",
        "ไฟล์เทียบสร้างด้วยหลักเกณฑ์อื่น ({found}) ขณะนี้ใช้ {wanted} ความแตกต่างอาจเกิดจากหลักเกณฑ์",
    ),
}
