"""A catalogue for the tests of the reports: the words of the interface, and a few entries that do not change."""

from __future__ import annotations

from types import MappingProxyType

from rules.catalogue import CATALOGUE
from schemas.catalogue import Catalogue, CauseEntry, FindingEntry
from schemas.finding import Severity, Text

ERROR, WARNING, INFO = Severity


def _entry(name: str, category: str, severity: Severity, title: Text, message: Text) -> FindingEntry:
    why = Text(
        "A figure that does not follow from the scores cannot be signed for.",
        "ตัวเลขที่ไม่เป็นไปตามคะแนนไม่สามารถรับรองได้",
    )
    mend = Text(
        "Ask the unit that submitted it, then correct the sheet.", "สอบถามหน่วยงานที่ส่งข้อมูล แล้วแก้ไขตาราง"
    )
    return FindingEntry(name, category, severity, title, message, why, mend)


MANY = Text(
    "{count} units: the reported figures do not come out. Most likely: {cause}.",
    "{count} หน่วยงาน: ตัวเลขที่รายงานไม่ตรงกับที่คำนวณซ้ำ สาเหตุที่น่าจะเป็น: {cause}",
)
ENTRIES = (
    _entry(
        "converted-mismatch",
        "reconciliation",
        ERROR,
        Text("Converted score does not come out", "คะแนนที่แปลงเป็นฐาน 100 ไม่ตรงกับที่คำนวณซ้ำ"),
        MANY,
    ),
    _entry(
        "full-marks-mismatch",
        "reconciliation",
        ERROR,
        Text("Full marks do not come out", "คะแนนเต็มไม่ตรงกับที่คำนวณซ้ำ"),
        MANY,
    ),
    _entry(
        "duplicate-unit",
        "structure",
        ERROR,
        Text("Unit stands twice", "หน่วยงานซ้ำ"),
        Text("{unit} stands at {first} and again at {cell}.", "{unit} อยู่ที่ {first} และซ้ำที่ {cell}"),
    ),
    _entry(
        "orphan-values",
        "structure",
        ERROR,
        Text("Values that belong to no unit", "ค่าที่ไม่มีหน่วยงานเจ้าของ"),
        Text(
            "{columns} columns of values ({range}) stand under no unit.",
            "ค่า {columns} คอลัมน์ ({range}) ไม่อยู่ใต้หน่วยงานใด",
        ),
    ),
    _entry(
        "ambiguous-alignment",
        "structure",
        WARNING,
        Text("Units and figures cannot all be aligned", "จับคู่หน่วยงานกับตัวเลขได้ไม่ครบ"),
        Text(
            "{units} units, {scores} scores a row, {figures} figures: they were taken in order.",
            "มี {units} หน่วยงาน คะแนนแถวละ {scores} ค่า ตัวเลขสรุป {figures} ค่า จึงจับคู่ตามลำดับ",
        ),
    ),
    _entry(
        "partial-sheet",
        "structure",
        WARNING,
        Text("The sheet is partial", "ตารางไม่ครบทุกตัวชี้วัด"),
        Text(
            "{missing} indicators of the full marks are not on the sheet.",
            "คะแนนเต็มแสดงว่ามีตัวชี้วัดอีก {missing} ตัวที่ไม่อยู่ในตาราง",
        ),
    ),
    _entry(
        "reported-missing",
        "structure",
        WARNING,
        Text("Figures missing", "ไม่มีตัวเลขสรุป"),
        Text("{count} units have no figure: {units}.", "{count} หน่วยงานไม่มีตัวเลขสรุป: {units}"),
    ),
    _entry(
        "number-as-text",
        "text",
        INFO,
        Text("Numbers typed as text", "ตัวเลขที่พิมพ์เป็นข้อความ"),
        Text("{count} numbers were typed as text.", "ตัวเลข {count} ค่าพิมพ์เป็นข้อความ"),
    ),
    _entry(
        "score-out-of-range",
        "schema",
        ERROR,
        Text("Score outside the scale", "คะแนนอยู่นอกช่วง"),
        Text(
            "{unit}, indicator {indicator}: {observed} at {cell} is outside the scale.",
            "{unit} ตัวชี้วัด {indicator}: {observed} ที่ {cell} อยู่นอกช่วงคะแนน",
        ),
    ),
    _entry(
        "formula-omits-row",
        "formula",
        ERROR,
        Text("Formula leaves out a row", "สูตรไม่รวมบางแถว"),
        Text("The formula at {cell} leaves out a row.", "สูตรที่ {cell} ไม่รวมบางแถว"),
    ),
)
CAUSES = tuple(
    CauseEntry(
        name,
        title,
        Text("", ""),
        Text("", ""),
        Text("", ""),
        Text("Confirm with the unit, then mend the sheet.", "ยืนยันกับหน่วยงาน แล้วแก้ไขตาราง"),
    )
    for name, title in (
        ("zero-not-evaluated", Text("A zero that was not evaluated", "คะแนน 0 ที่ยังไม่ได้ประเมิน")),
        ("wrong-base", Text("Wrong base", "ใช้ฐานคะแนนผิด")),
        ("row-omitted", Text("A row left out", "ขาดบางแถว")),
        ("partial-sheet", Text("The sheet is partial", "ตารางไม่ครบทุกตัวชี้วัด")),
    )
)

SAMPLE = Catalogue(
    MappingProxyType({e.name: e for e in ENTRIES}),
    MappingProxyType({c.name: c for c in CAUSES}),
    CATALOGUE.words,
)
