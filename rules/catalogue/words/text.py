"""Words of the terminal: the report, and how far a long run is."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "progress.read": Text("reading workbooks", "กำลังอ่านไฟล์"),
    "progress.check": Text("checking the scores", "กำลังตรวจคะแนน"),
    "progress.recompute": Text("recomputing the figures", "กำลังคำนวณซ้ำ"),
    "progress.reconcile": Text("reconciling", "กำลังกระทบยอด"),
    "progress.explain": Text("looking for causes", "กำลังหาสาเหตุ"),
    "progress.conclude": Text("concluding", "กำลังสรุปผล"),
    "progress.write": Text("writing reports", "กำลังเขียนรายงาน"),
    "text.rules": Text("Rules: {name}", "หลักเกณฑ์: {name}"),
    "text.figures": Text(
        "Figures: {reported} reported, {match} match, {mismatch} do not, {not_computable} not computable, "
        "{not_reported} missing",
        "ตัวเลข: รายงาน {reported} ตรงกัน {match} ไม่ตรง {mismatch} คำนวณซ้ำไม่ได้ {not_computable} ไม่ได้รายงาน "
        "{not_reported}",
    ),
    "text.mismatches": Text("Figures that do not come out", "ตัวเลขที่ไม่ตรงกับการคำนวณซ้ำ"),
    "text.unit": Text("Unit", "หน่วยงาน"),
    "text.figure": Text("Figure", "รายการ"),
    "text.reported": Text("Reported", "รายงาน"),
    "text.recomputed": Text("Recomputed", "คำนวณซ้ำ"),
    "text.cell": Text("Cell", "เซลล์"),
    "text.cause": Text("Likely cause", "สาเหตุที่น่าจะเป็น"),
    "text.findings": Text("Findings", "ข้อตรวจพบ"),
    "text.no-findings": Text("No findings.", "ไม่มีข้อตรวจพบ"),
    "text.more": Text("and {count} more of this kind", "และอีก {count} รายการในลักษณะเดียวกัน"),
    "text.waived": Text("Waived findings: {count}.", "ผ่อนผันแล้ว {count} รายการ"),
    "text.total": Text(
        "Workbooks: {workbooks}, of these {consistent} consistent, {discrepant} discrepant, "
        "{unreadable} not judged",
        "{workbooks} ไฟล์: ถูกต้อง {consistent} พบผลต่าง {discrepant} ตรวจไม่ได้ {unreadable}",
    ),
    "text.sheet-unused": Text("Sheet not judged: {sheet}. {reason}", "แผ่นงานที่ไม่ได้ตรวจ: {sheet} {reason}"),
}
