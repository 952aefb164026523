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
    "formula.reason.function": Text("the function {name}", "ฟังก์ชัน {name}"),
    "formula.reason.operator": Text("the operator {name}", "เครื่องหมาย {name}"),
    "formula.reason.syntax": Text("a formula that cannot be parsed", "สูตรที่แปลความไม่ได้"),
    "formula.reason.reference": Text(
        "a name, a table, another workbook or a place off the sheet is referred to",
        "อ้างอิงชื่อ ตาราง ไฟล์อื่น หรือตำแหน่งนอกแผ่นงาน",
    ),
    "formula.reason.uncached": Text("a cell it reads was never calculated", "อ้างอิงเซลล์ที่ไม่เคยคำนวณ"),
    "formula.reason.circular": Text("it reads its own cell", "สูตรอ้างอิงเซลล์ของตนเอง"),
    "formula.reason.hidden": Text("a subtotal over hidden or nested rows", "ผลรวมย่อยที่มีแถวซ่อนหรือซ้อนกัน"),
    "formula.reason.arguments": Text(
        "arguments of a kind not evaluated here", "อาร์กิวเมนต์ในรูปแบบที่ยังคำนวณซ้ำไม่ได้"
    ),
    "formula.reason.criterion": Text(
        "a criterion or look-up not evaluated here", "เงื่อนไขหรือการค้นหาที่ยังคำนวณซ้ำไม่ได้"
    ),
    "formula.reason.array": Text("a range where one value is meant", "ใช้ช่วงเซลล์ในตำแหน่งที่ต้องเป็นค่าเดียว"),
    "formula.reason.date": Text("a date among the values", "มีวันที่ปนอยู่ในค่าที่อ่าน"),
    "formula.reason.language": Text(
        "texts and numbers that language settings turn into one another",
        "การแปลงข้อความกับตัวเลขที่ขึ้นกับการตั้งค่าภาษา",
    ),
    "formula.reason.truth": Text(
        "TRUE or FALSE in cells, over which programs differ",
        "ค่า TRUE หรือ FALSE ในเซลล์ ซึ่งแต่ละโปรแกรมคำนวณต่างกัน",
    ),
    "formula.reason.size": Text("a number or a range too large", "ตัวเลขหรือช่วงเซลล์ใหญ่เกินไป"),
}
