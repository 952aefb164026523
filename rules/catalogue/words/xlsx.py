"""Words of the annotated workbook and of the findings' own workbook."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "xlsx.findings": Text("Findings", "ข้อตรวจพบ"),
    "xlsx.reconciliation": Text("Reconciliation", "ตารางกระทบยอด"),
    "xlsx.ticks": Text(
        "Tick marks: {match} recomputed, agrees; {mismatch} recomputed, does not agree; "
        "{not_computable} could not be recomputed; {not_reported} not reported",
        "เครื่องหมายตรวจ: {match} คำนวณซ้ำแล้วตรงกัน, {mismatch} คำนวณซ้ำแล้วไม่ตรงกัน, "
        "{not_computable} คำนวณซ้ำไม่ได้, {not_reported} ไม่ได้รายงาน",
    ),
    "xlsx.copy": Text(
        "This is a copy. Filled cells carry a note; no value was changed. Ticks are shown by the number format.",
        "ไฟล์นี้เป็นสำเนา เซลล์ที่มีสีมีหมายเหตุกำกับ ไม่มีการแก้ไขค่าใด เครื่องหมายตรวจแสดงด้วยรูปแบบตัวเลขเท่านั้น",
    ),
    "xlsx.recalculated": Text(
        "Formulas are recalculated when this copy is opened; values as submitted are in the original.",
        "สูตรในสำเนานี้จะคำนวณใหม่เมื่อเปิดไฟล์ ค่าตามที่ส่งมาให้ดูจากไฟล์ต้นฉบับ",
    ),
    "xlsx.lost": Text(
        "Parts of the original that this copy does not have: {parts}", "ส่วนของไฟล์ต้นฉบับที่ไม่มีในสำเนานี้: {parts}"
    ),
    "xlsx.would-lose": Text(
        "No annotated copy was made, as it would lose parts of the original: {parts}",
        "ไม่ได้จัดทำสำเนาที่มีหมายเหตุ เพราะจะทำให้ส่วนต่อไปนี้ของต้นฉบับหายไป: {parts}",
    ),
    "xlsx.not-annotated": Text(
        "No annotated copy is made of a file of this kind ({format}); the links lead to the original.",
        "ไฟล์ชนิดนี้ ({format}) ไม่จัดทำสำเนาที่มีหมายเหตุ ลิงก์จะเปิดไฟล์ต้นฉบับ",
    ),
    "xlsx.too-large": Text(
        "No annotated copy was made: the workbook has {cells} cells, more than {most}.",
        "ไม่ได้จัดทำสำเนาที่มีหมายเหตุ เพราะไฟล์มี {cells} เซลล์ เกิน {most} เซลล์",
    ),
    "xlsx.unreadable": Text(
        "No annotated copy was made: the file could not be opened for rewriting ({why}).",
        "ไม่ได้จัดทำสำเนาที่มีหมายเหตุ เพราะเปิดไฟล์เพื่อเขียนใหม่ไม่ได้ ({why})",
    ),
    "xlsx.some": Text(
        "Listed are {shown} of {total} findings; the JSON result has every one.",
        "แสดง {shown} จาก {total} รายการ ดูครบทุกรายการได้ในผลลัพธ์ JSON",
    ),
    "xlsx.column.number": Text("No.", "ที่"),
    "xlsx.column.severity": Text("Severity", "ระดับ"),
    "xlsx.column.finding": Text("Finding", "ข้อตรวจพบ"),
    "xlsx.column.sheet": Text("Sheet", "แผ่นงาน"),
    "xlsx.column.cell": Text("Cell", "เซลล์"),
    "xlsx.column.unit": Text("Unit", "หน่วยงาน"),
    "xlsx.column.indicator": Text("Indicator", "ตัวชี้วัด"),
    "xlsx.column.message": Text("What was found", "รายละเอียด"),
    "xlsx.column.reported": Text("Reported", "ที่รายงาน"),
    "xlsx.column.expected": Text("Expected", "ควรเป็น"),
    "xlsx.column.recomputed": Text("Recomputed", "คำนวณซ้ำ"),
    "xlsx.column.difference": Text("Difference", "ผลต่าง"),
    "xlsx.column.figure": Text("Figure", "รายการ"),
    "xlsx.column.tick": Text("Tick", "ตรวจ"),
    "xlsx.column.status": Text("Result", "ผล"),
    "xlsx.column.cause": Text("Likely cause (hypothesis)", "สาเหตุที่น่าจะเป็น (ข้อสันนิษฐาน)"),
    "xlsx.column.action": Text("Corrective action", "ข้อเสนอแนะ"),
    "xlsx.column.id": Text("Id", "รหัส"),
    "xlsx.column.file": Text("File", "ไฟล์"),
    "xlsx.column.name": Text("Name", "ชื่อ"),
    "xlsx.column.range": Text("Range", "ช่วง"),
}
