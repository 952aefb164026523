"""Findings about what stands where: units, indicators, alignment, hidden data."""

from __future__ import annotations

from schemas.catalogue import FindingEntry
from schemas.finding import Severity, Text

ENTRIES: tuple[FindingEntry, ...] = (
    FindingEntry(
        name="duplicate-unit",
        category="structure",
        severity=Severity.ERROR,
        title=Text("Unit named twice", "ชื่อหน่วยงานซ้ำ"),
        message=Text(
            "{code} names {count} columns or rows of units, first at {first}: they cannot be told apart",
            "{code} เป็นชื่อของหน่วยงาน {count} รายการ รายการแรกอยู่ที่ {first} จึงแยกออกจากกันไม่ได้",
        ),
        why=Text(
            "Scores and figures are joined by the unit's name. With two units of one name nobody can say "
            "whose score is whose.",
            "คะแนนและตัวเลขสรุปเชื่อมโยงกันด้วยชื่อหน่วยงาน เมื่อชื่อซ้ำกันจึงบอกไม่ได้ว่าคะแนนใดเป็นของหน่วยงานใด",
        ),
        mend=Text(
            "Give each unit its own code, as in the official list of units.",
            "ระบุรหัสหรือชื่อของแต่ละหน่วยงานให้ไม่ซ้ำกันตามบัญชีรายชื่อหน่วยงาน",
        ),
    ),
    FindingEntry(
        name="duplicate-indicator",
        category="structure",
        severity=Severity.ERROR,
        title=Text("Indicator listed twice", "ตัวชี้วัดซ้ำ"),
        message=Text(
            "Indicator {name} stands twice, first at {first}",
            "ตัวชี้วัด {name} ปรากฏซ้ำ รายการแรกอยู่ที่ {first}",
        ),
        why=Text(
            "An indicator counted twice weighs double in full marks, points and mean.",
            "ตัวชี้วัดที่นับซ้ำทำให้คะแนนเต็ม คะแนนรวม และคะแนนเฉลี่ยผิดไปทั้งหมด",
        ),
        mend=Text(
            "Remove the repeated row, or correct its number.",
            "ลบแถวที่ซ้ำ หรือแก้ไขเลขตัวชี้วัดให้ถูกต้อง",
        ),
    ),
    FindingEntry(
        name="indicator-gap",
        category="structure",
        severity=Severity.WARNING,
        title=Text("Gap in the indicator numbers", "เลขตัวชี้วัดไม่ต่อเนื่อง"),
        message=Text(
            "The numbering of the indicators leaves out {missing}",
            "เลขตัวชี้วัดขาด {missing}",
        ),
        why=Text(
            "An indicator that is not on the sheet may still be counted in the reported figures.",
            "ตัวชี้วัดที่ไม่อยู่ในตารางอาจถูกนับรวมในตัวเลขสรุปที่รายงาน",
        ),
        mend=Text(
            "Add the missing indicators, or note why they were left out.",
            "เพิ่มตัวชี้วัดที่ขาด หรือระบุเหตุผลที่ไม่มีตัวชี้วัดดังกล่าว",
        ),
    ),
    FindingEntry(
        name="orphan-values",
        category="structure",
        severity=Severity.ERROR,
        title=Text("Values without a unit or an indicator", "คะแนนที่ไม่มีหน่วยงานหรือตัวชี้วัด"),
        message=Text(
            "{count} values in {range} ({columns} columns, {rows} rows) belong to no unit or no indicator",
            "มีค่า {count} ค่าในช่วง {range} ({columns} คอลัมน์ {rows} แถว) ที่ไม่มีชื่อหน่วยงานหรือตัวชี้วัดกำกับ",
        ),
        why=Text(
            "Scores without a heading are judged for nobody, or a heading was lost and all scores after it "
            "stand one column off.",
            "คะแนนที่ไม่มีหัวตารางไม่ถูกนับให้หน่วยงานใด หรือหัวตารางบางช่องหายไปจนคะแนนถัดไปเลื่อนคอลัมน์",
        ),
        mend=Text(
            "Write the unit's code over each column, or remove values that do not belong in the table.",
            "ระบุชื่อหน่วยงานให้ครบทุกคอลัมน์ หรือลบค่าที่ไม่อยู่ในตาราง",
        ),
    ),
    FindingEntry(
        name="unit-without-scores",
        category="structure",
        severity=Severity.ERROR,
        title=Text("Unit without scores", "หน่วยงานที่ไม่มีคะแนน"),
        message=Text(
            "{code} has no score and no declared state for any of the {count} indicators",
            "{code} ไม่มีคะแนนและไม่ได้ระบุสถานะในตัวชี้วัดทั้ง {count} ตัว",
        ),
        why=Text(
            "Nothing can be recomputed for a unit without scores.",
            "ไม่สามารถคำนวณซ้ำผลของหน่วยงานที่ไม่มีคะแนนได้",
        ),
        mend=Text(
            "Fill in the unit's scores, declare them not applicable, or remove the unit.",
            "กรอกคะแนนของหน่วยงาน ระบุว่าไม่เกี่ยวข้อง หรือนำหน่วยงานออกจากตาราง",
        ),
    ),
    FindingEntry(
        name="ambiguous-alignment",
        category="structure",
        severity=Severity.WARNING,
        title=Text("More than one reading", "อ่านได้มากกว่าหนึ่งแบบ"),
        message=Text("{reading}", "{reading}"),
        why=Text(
            "The sheet can be read in more than one way. What was read is an inference, and the result "
            "rests on it.",
            "ตารางนี้อ่านได้มากกว่าหนึ่งแบบ ผลที่ได้จึงขึ้นอยู่กับข้ออนุมานที่ใช้",
        ),
        mend=Text(
            "Make headings and values match one to one, or give the layout by hand in the rule pack.",
            "จัดหัวตารางและค่าให้ตรงกันหนึ่งต่อหนึ่ง หรือกำหนดผังตารางเองในชุดหลักเกณฑ์",
        ),
    ),
    FindingEntry(
        name="reported-missing",
        category="structure",
        severity=Severity.WARNING,
        title=Text("Figure not reported", "ไม่ได้รายงานตัวเลขสรุป"),
        message=Text(
            "Not reported for {units} ({count} in all), though for other units: {quantities}",
            "ไม่พบ{quantities} ของ {units} (รวม {count} หน่วยงาน) ทั้งที่หน่วยงานอื่นรายงานไว้",
        ),
        why=Text(
            "What is not reported cannot be reconciled.",
            "ผลที่ไม่ได้รายงานไม่สามารถกระทบยอดได้",
        ),
        mend=Text("Report the figure for every unit.", "รายงานตัวเลขสรุปให้ครบทุกหน่วยงาน"),
    ),
    FindingEntry(
        name="hidden-data",
        category="structure",
        severity=Severity.WARNING,
        title=Text("Hidden numbers", "มีตัวเลขซ่อนอยู่"),
        message=Text(
            "{what} with {count} numbers: read by nobody, and not judged",
            "{what} มีตัวเลข {count} ค่า ซึ่งไม่ได้นำมาตรวจ",
        ),
        why=Text(
            "Hidden scores may be old ones, or may still be counted by a formula while nobody sees them.",
            "คะแนนที่ซ่อนไว้อาจเป็นคะแนนเดิม หรือยังถูกสูตรนำไปรวมโดยไม่มีใครเห็น",
        ),
        mend=Text(
            "Show or remove hidden rows, columns and sheets before the workbook is handed in.",
            "ยกเลิกการซ่อนหรือลบแถว คอลัมน์ และแผ่นงานที่ซ่อนไว้ก่อนส่งไฟล์",
        ),
    ),
    FindingEntry(
        name="partial-sheet",
        category="structure",
        severity=Severity.WARNING,
        title=Text("Not all indicators are on the sheet", "ตัวชี้วัดในตารางไม่ครบ"),
        message=Text(
            "The reported full marks stand for {reported} indicators; {present} are on the sheet, "
            "{missing} are not",
            "คะแนนเต็มที่รายงานหมายถึงตัวชี้วัด {reported} ตัว แต่ในตารางมี {present} ตัว ขาดไป {missing} ตัว",
        ),
        why=Text(
            "Figures over indicators that are not on the sheet cannot be recomputed; only what the missing "
            "ones could still give can be said.",
            "ผลที่รวมตัวชี้วัดซึ่งไม่อยู่ในตารางคำนวณซ้ำไม่ได้ บอกได้เพียงช่วงที่เป็นไปได้",
        ),
        mend=Text(
            "Submit the sheet with all indicators.",
            "ส่งตารางที่มีตัวชี้วัดครบทุกตัว",
        ),
    ),
)
