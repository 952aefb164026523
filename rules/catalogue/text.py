"""Findings about what was changed to read a text or a number."""

from __future__ import annotations

from schemas.catalogue import FindingEntry
from schemas.finding import Severity, Text

ENTRIES: tuple[FindingEntry, ...] = (
    FindingEntry(
        name="normalised-text",
        category="text",
        severity=Severity.INFO,
        title=Text("Text mended to be read", "ข้อความที่ปรับก่อนอ่าน"),
        message=Text(
            "{count} cells were read after mending digits, spaces, invisible characters or split vowels: {examples}",
            "มี {count} เซลล์ที่ต้องปรับเลขไทย ช่องว่าง อักขระที่มองไม่เห็น หรือสระที่แยกกันก่อนอ่าน: {examples}",
        ),
        why=Text(
            "Spreadsheet formulas see such a cell as text, or as another text than the one it looks like.",
            "สูตรในตารางคำนวณเห็นเซลล์เหล่านี้เป็นข้อความ หรือเป็นข้อความที่ต่างจากที่ตาเห็น",
        ),
        mend=Text(
            "Type numbers as plain numbers and names without hidden characters.",
            "พิมพ์ตัวเลขเป็นเลขอารบิก และพิมพ์ชื่อโดยไม่มีอักขระแฝง",
        ),
    ),
    FindingEntry(
        name="number-as-text",
        category="text",
        severity=Severity.INFO,
        title=Text("Numbers stored as text", "ตัวเลขที่เก็บเป็นข้อความ"),
        message=Text(
            "{count} numbers are stored as text: {examples}",
            "มีตัวเลข {count} ค่าที่เก็บเป็นข้อความ: {examples}",
        ),
        why=Text(
            "SUM and AVERAGE leave such cells out without a word.",
            "สูตร SUM และ AVERAGE ข้ามเซลล์เหล่านี้โดยไม่แจ้งเตือน",
        ),
        mend=Text(
            "Convert the cells to numbers.",
            "แปลงเซลล์เหล่านี้เป็นตัวเลข",
        ),
    ),
)
