"""The words that findings about formulas are put together from."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "formula.and": Text(" and ", " และ"),
    "formula.left-out": Text("leaves out {members}", "ขาด {members}"),
    "formula.taken-in": Text("takes in {members}", "รวม {members} ซึ่งไม่ใช่แถวตัวชี้วัด"),
    "formula.indicator-row": Text("indicator {name} ({place})", "ตัวชี้วัด {name} ({place})"),
    "formula.other-row": Text("{place}, {role}", "{place} {role}"),
    "formula.repeated": Text("; the same in {count} cells", " และเป็นเช่นเดียวกันรวม {count} เซลล์"),
    "formula.would": Text("; their formula gives {value} here", " หากใช้สูตรเดียวกันจะได้ {value}"),
    "formula.manual": Text(" The workbook is set to manual calculation.", " ไฟล์นี้ตั้งการคำนวณเป็นแบบกำหนดเอง"),
    "formula.dismissed": Text(
        " A warning of the spreadsheet program was dismissed at {ranges}.",
        " มีการปิดคำเตือนของโปรแกรมตารางคำนวณที่ {ranges}",
    ),
    "formula.role.title": Text("a title row", "แถวชื่อตาราง"),
    "formula.role.header": Text("a header row", "แถวหัวตาราง"),
    "formula.role.group": Text("a group row", "แถวหัวข้อกลุ่ม"),
    "formula.role.criterion": Text("a criterion row", "แถวเกณฑ์"),
    "formula.role.subtotal": Text("a subtotal row", "แถวรวมย่อย"),
    "formula.role.summary": Text("a summary row", "แถวสรุป"),
    "formula.role.note": Text("a note row", "แถวหมายเหตุ"),
    "formula.role.hidden": Text("a hidden row", "แถวที่ซ่อนไว้"),
    "formula.role.unknown": Text("a row that is no indicator", "แถวที่ไม่ใช่ตัวชี้วัด"),
    "formula.reason.function": Text("function {name}", "ฟังก์ชัน {name}"),
    "formula.reason.syntax": Text("a formula that cannot be parsed", "สูตรที่แปลความไม่ได้"),
    "formula.reason.reference": Text(
        "a name, a table or another workbook is referred to", "อ้างอิงชื่อ ตาราง หรือไฟล์อื่น"
    ),
    "formula.reason.uncached": Text("a cell it reads was never calculated", "อ้างอิงเซลล์ที่ไม่เคยคำนวณ"),
    "formula.reason.circular": Text("it reads its own cell", "สูตรอ้างอิงเซลล์ของตนเอง"),
    "formula.reason.hidden": Text("a subtotal over hidden or nested rows", "ผลรวมย่อยที่มีแถวซ่อนหรือซ้อนกัน"),
    "formula.reason.other": Text(
        "what it does depends on settings that are not in the file ({name})",
        "ผลลัพธ์ขึ้นกับการตั้งค่าที่ไม่มีในไฟล์ ({name})",
    ),
}
