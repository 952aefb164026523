"""What `sobthan signoff` says at work."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "signoff.say.opened": Text(
        "Case {case}, round {round}: {file}: {verdict}; findings to decide: {open}.",
        "แฟ้มงานเลขที่ {case} รอบที่ {round}: {file}: {verdict} ข้อตรวจพบที่ต้องพิจารณา {open} รายการ",
    ),
    "signoff.say.head": Text("Head of the record: {head}", "รหัสท้ายสายโซ่: {head}"),
    "signoff.say.noted": Text("Noted in case {case}.", "บันทึกในแฟ้มงานเลขที่ {case} แล้ว"),
    "signoff.say.disposed": Text(
        "{finding}: {disposition}. Still open: {open}.", "{finding}: {disposition} ยังไม่พิจารณา {open} รายการ"
    ),
    "signoff.say.signed": Text(
        "Case {case}, round {round}: signed by {actor}, {role}. {conclusion}",
        "แฟ้มงานเลขที่ {case} รอบที่ {round}: {actor} ลงนามในฐานะ{role}แล้ว {conclusion}",
    ),
    "signoff.say.nothing-open": Text("Nothing is open in case {case}.", "แฟ้มงานเลขที่ {case} ไม่มีรายการค้าง"),
    "signoff.say.no-match": Text(
        "Case {case} has no finding {finding}: give an id, a name, or 'all' for all that is open.",
        "แฟ้มงานเลขที่ {case} ไม่มีข้อตรวจพบ {finding} ให้ระบุรหัส ชื่อ หรือ all สำหรับทุกรายการที่ค้าง",
    ),
    "signoff.say.holds": Text("The record holds: {entries} entries.", "บันทึกครบถ้วนถูกต้อง: {entries} รายการ"),
    "signoff.say.does-not-hold": Text(
        "The record does not hold: {count} faults.", "บันทึกไม่ครบถ้วนถูกต้อง: พบ {count} ข้อ"
    ),
    "signoff.say.held-case": Text(
        "Case {case}, round {round}, {file}: {state}.", "แฟ้มงานเลขที่ {case} รอบที่ {round} {file}: {state}"
    ),
    "signoff.say.exported": Text("written: {file}", "เขียนไฟล์แล้ว: {file}"),
    "signoff.say.no-cases": Text("There is no case yet.", "ยังไม่มีแฟ้มงาน"),
    "signoff.say.damaged": Text(
        "the record of case {case} does not hold and is not listed; `sobthan signoff verify {case}` tells why",
        "บันทึกของแฟ้มงานเลขที่ {case} ไม่ครบถ้วนถูกต้อง จึงไม่แสดงในรายการ ใช้คำสั่ง sobthan signoff verify {case} เพื่อดูสาเหตุ",
    ),
    "signoff.say.row": Text(
        "{case}. {file} (round {round}): {state}, open: {open}",
        "{case}. {file} (รอบที่ {round}): {state} ค้าง {open}",
    ),
    "signoff.say.key": Text(
        "Private key: {file}. Keep it to yourself. Public key, for others to trust: {public}",
        "กุญแจส่วนตัว: {file} โปรดเก็บไว้กับตัว กุญแจสาธารณะสำหรับให้ผู้อื่นเชื่อถือ: {public}",
    ),
    "signoff.say.key-there": Text(
        "{file} is there already; a key is never overwritten.", "มี {file} อยู่แล้ว จะไม่เขียนทับกุญแจเดิม"
    ),
    "signoff.say.extra": Text(
        "This command needs more than the main job does: pip install 'sobthan[{extra}]' (missing: {module})",
        "คำสั่งนี้ต้องติดตั้งส่วนเสริม: pip install 'sobthan[{extra}]' (ขาด {module})",
    ),
}
