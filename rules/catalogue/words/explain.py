"""Words around an entry of the catalogue: headings, severities, categories."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "explain.unknown": Text(
        "there is no finding or cause named {name}{near}", "ไม่มีข้อตรวจพบหรือสาเหตุชื่อ {name}{near}"
    ),
    "explain.cause": Text("cause of a mismatch", "สาเหตุของผลต่าง"),
    "explain.message": Text("What it says", "ข้อความที่แสดง"),
    "explain.why": Text("Why it matters", "เหตุใดจึงสำคัญ"),
    "explain.proof": Text("What would prove it", "หลักฐานที่ยืนยันได้"),
    "explain.example": Text("Example", "ตัวอย่าง"),
    "explain.mend": Text("How to mend it", "วิธีแก้ไข"),
    "severity.error": Text("error", "ข้อผิดพลาด"),
    "severity.warning": Text("warning", "ข้อควรระวัง"),
    "severity.info": Text("info", "ข้อมูลประกอบ"),
    "category.file": Text("file", "ไฟล์"),
    "category.structure": Text("structure", "โครงสร้างตาราง"),
    "category.text": Text("text", "ข้อความในเซลล์"),
    "category.formula": Text("formula", "สูตรคำนวณ"),
    "category.schema": Text("schema", "ข้อกำหนดของข้อมูล"),
    "category.reconciliation": Text("reconciliation", "การกระทบยอด"),
    "category.suite": Text("suite", "ชุดข้อคาดหมาย"),
    "category.policy": Text("policy", "นโยบายและการผ่อนผัน"),
}
