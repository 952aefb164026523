"""Findings of the hard contract: every unit has a score of the scale or a declared state."""

from __future__ import annotations

from schemas.catalogue import FindingEntry
from schemas.finding import Severity, Text

ENTRIES: tuple[FindingEntry, ...] = (
    FindingEntry(
        name="score-missing",
        category="schema",
        severity=Severity.ERROR,
        title=Text("Score missing", "ไม่มีคะแนน"),
        message=Text(
            "{range}: no score for {indicator} of {unit}.",
            "{range}: ไม่มีคะแนนของตัวชี้วัด {indicator} หน่วยงาน {unit}",
        ),
        why=Text(
            "A blank says neither that the unit scored 0 nor that the indicator does not apply. Whatever is made of it "
            "changes the unit's result.",
            "เซลล์ว่างไม่ได้บอกว่าหน่วยงานได้ 0 คะแนน หรือว่าตัวชี้วัดไม่เกี่ยวข้อง การตีความไม่ว่าทางใดย่อมทำให้ผลคะแนนเปลี่ยนไป",
        ),
        mend=Text(
            "Enter the score, or declare why there is none (ไม่เกี่ยวข้อง, ยังไม่ประเมิน …).",
            "กรอกคะแนน หรือระบุเหตุที่ไม่มีคะแนน เช่น ไม่เกี่ยวข้อง ยังไม่ประเมิน",
        ),
        example=Text("An empty cell between two scores.", "เซลล์ว่างระหว่างคะแนนสองช่อง"),
    ),
    FindingEntry(
        name="undeclared-dash",
        category="schema",
        severity=Severity.WARNING,
        title=Text("A dash in place of a score", "ใส่ขีดแทนคะแนน"),
        message=Text(
            "{range}: a dash stands for {indicator} of {unit}; it is left out of the base until it is declared.",
            "{range}: ตัวชี้วัด {indicator} หน่วยงาน {unit} ใส่ขีดไว้ จึงยังไม่นับในฐานคะแนนจนกว่าจะระบุความหมาย",
        ),
        why=Text(
            "A dash may mean not applicable, nothing done, or nothing known: three different results.",
            "ขีดอาจหมายถึงไม่เกี่ยวข้อง ไม่มีผลงาน หรือไม่มีข้อมูล ซึ่งให้ผลคะแนนต่างกัน",
        ),
        mend=Text(
            "Ask the unit what it means and write that; or let the rule pack decide (policies: dash).",
            "สอบถามหน่วยงานถึงความหมายแล้วระบุให้ชัด หรือกำหนดไว้ในชุดหลักเกณฑ์ (policies: dash)",
        ),
        example=Text("“-” where a score should be.", "เครื่องหมาย - ในช่องคะแนน"),
    ),
    FindingEntry(
        name="score-not-numeric",
        category="schema",
        severity=Severity.ERROR,
        title=Text("Score is not a number", "คะแนนไม่ใช่ตัวเลข"),
        message=Text(
            "{cell}: “{observed}” for {indicator} of {unit} is neither a score nor a known marker.",
            '{cell}: "{observed}" ของตัวชี้วัด {indicator} หน่วยงาน {unit} ไม่ใช่คะแนนและไม่ใช่คำที่รู้จัก',
        ),
        why=Text(
            "What cannot be read cannot be judged: the unit's figures are not computable while it stands.",
            "สิ่งที่อ่านเป็นคะแนนไม่ได้ย่อมตรวจไม่ได้ ผลคะแนนของหน่วยงานจึงคำนวณซ้ำไม่ได้จนกว่าจะแก้ไข",
        ),
        mend=Text(
            "Enter a number of the scale; a wording of your own for a declared state goes into the lexicon of the "
            "rule pack.",
            "กรอกตัวเลขตามช่วงคะแนน หากเป็นคำที่หน่วยงานใช้ระบุสถานะ ให้เพิ่มไว้ในคลังคำของชุดหลักเกณฑ์",
        ),
        example=Text("“ดี”, or a date that Excel made of 1/8.", '"ดี" หรือวันที่ซึ่ง Excel แปลงมาจาก 1/8'),
    ),
    FindingEntry(
        name="score-out-of-range",
        category="schema",
        severity=Severity.ERROR,
        title=Text("Score off the scale", "คะแนนอยู่นอกช่วง"),
        message=Text(
            "{cell}: {observed} for {indicator} of {unit} lies outside the scale.",
            "{cell}: คะแนน {observed} ของตัวชี้วัด {indicator} หน่วยงาน {unit} อยู่นอกช่วงคะแนนที่กำหนด",
        ),
        why=Text(
            "No evaluation gives a score outside 0 to 5; the number is mistyped or belongs to another column.",
            "การประเมินให้คะแนนได้เฉพาะในช่วง 0 ถึง 5 ตัวเลขนี้จึงพิมพ์ผิดหรือเป็นของคอลัมน์อื่น",
        ),
        mend=Text("Correct the score from the unit's form.", "แก้คะแนนให้ตรงกับแบบประเมินของหน่วยงาน"),
        example=Text("45 where 4.5 was meant.", "45 ซึ่งควรเป็น 4.5"),
    ),
    FindingEntry(
        name="weight-sum",
        category="schema",
        severity=Severity.ERROR,
        title=Text("Weights do not sum to 100", "น้ำหนักรวมไม่เท่ากับ 100"),
        message=Text(
            "{range}: the weights sum to {sum}, not {whole}.",
            "{range}: น้ำหนักรวมเท่ากับ {sum} ไม่ใช่ {whole}",
        ),
        why=Text(
            "The weighted sum stands for a score on the scale only if the weights sum to 100. Otherwise it depends on "
            "what it is divided by.",
            "ผลรวมถ่วงน้ำหนักเทียบเป็นคะแนนได้ต่อเมื่อน้ำหนักรวมเป็น 100 มิฉะนั้นผลจะขึ้นกับตัวหารที่ใช้",
        ),
        mend=Text("Correct the weights.", "แก้น้ำหนักให้รวมเป็น 100"),
        example=Text("Weights of 30, 30 and 42.", "น้ำหนัก 30 30 และ 42"),
    ),
)
