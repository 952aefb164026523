"""Findings about formulas and their cached values."""

from __future__ import annotations

from schemas.catalogue import FindingEntry
from schemas.finding import Severity, Text

ENTRIES: tuple[FindingEntry, ...] = (
    FindingEntry(
        name="stale-formula",
        category="formula",
        severity=Severity.ERROR,
        title=Text("Stale formula", "ค่าของสูตรไม่เป็นปัจจุบัน"),
        message=Text(
            "{label}: the formula {formula} in {cell} gives {expected}, but the stored value is {reported}"
            "{repeated}.{evidence}",
            "{label}: สูตร {formula} ในเซลล์ {cell} คำนวณได้ {expected} "
            "แต่ค่าที่บันทึกไว้คือ {reported}{repeated}{evidence}",
        ),
        why=Text(
            "The figure on the sheet was calculated before the cells it reads were last changed, "
            "so it reports scores that are no longer there.",
            "ตัวเลขที่ปรากฏคำนวณไว้ก่อนที่จะแก้ไขคะแนนครั้งสุดท้าย จึงไม่ตรงกับคะแนนที่อยู่ในตาราง",
        ),
        mend=Text(
            "Open the workbook, recalculate it (Ctrl+Alt+F9), set calculation to automatic, check the figure "
            "and save.",
            "เปิดไฟล์แล้วสั่งคำนวณใหม่ทั้งหมด (Ctrl+Alt+F9) ตั้งการคำนวณเป็นแบบอัตโนมัติ ตรวจตัวเลข แล้วบันทึกไฟล์",
        ),
    ),
    FindingEntry(
        name="formula-omits-row",
        category="formula",
        severity=Severity.ERROR,
        title=Text("Formula with the wrong rows", "สูตรอ้างอิงแถวไม่ครบหรือเกิน"),
        message=Text(
            "{label}: the formula {formula} in {cell} reads {reads}: {what}{repeated}.{evidence}",
            "{label}: สูตร {formula} ในเซลล์ {cell} อ้างอิง {reads} โดย{what}{repeated}{evidence}",
        ),
        why=Text(
            "A summary that leaves out an indicator, or counts a row that is none, is wrong for every unit "
            "it was copied to, however right the scores are.",
            "สูตรสรุปที่ขาดแถวตัวชี้วัดหรือรวมแถวที่ไม่ใช่ตัวชี้วัด ทำให้ตัวเลขสรุปผิดในทุกหน่วยงานที่ใช้สูตรเดียวกัน แม้คะแนนจะถูกต้อง",
        ),
        mend=Text(
            "Make the range cover every indicator row and no other, then copy the formula to all units.",
            "แก้ช่วงของสูตรให้ครอบคลุมทุกแถวตัวชี้วัดและไม่รวมแถวอื่น แล้วคัดลอกสูตรไปยังทุกหน่วยงาน",
        ),
    ),
    FindingEntry(
        name="hard-coded-figure",
        category="formula",
        severity=Severity.WARNING,
        title=Text("Typed figure among formulas", "ตัวเลขที่พิมพ์แทนสูตร"),
        message=Text(
            "{label}: {cell} holds the typed number {reported} where {formulas} of {total} figures "
            "are formulas{would}{repeated}.{evidence}",
            "{label}: เซลล์ {cell} เป็นตัวเลข {reported} ที่พิมพ์ไว้ ขณะที่ {formulas} จาก {total} ค่าเป็นสูตร"
            "{would}{repeated}{evidence}",
        ),
        why=Text(
            "A typed number does not follow when a score is corrected, and no one can see how it came about.",
            "ตัวเลขที่พิมพ์ไว้ไม่เปลี่ยนตามเมื่อแก้ไขคะแนน และตรวจสอบที่มาไม่ได้",
        ),
        mend=Text(
            "Copy the formula of the neighbouring cells here, or note why this figure was typed.",
            "คัดลอกสูตรจากเซลล์ข้างเคียงมาใส่ หรือบันทึกเหตุผลที่พิมพ์ตัวเลขนี้ไว้",
        ),
    ),
    FindingEntry(
        name="no-cached-value",
        category="formula",
        severity=Severity.ERROR,
        title=Text("Formula never calculated", "สูตรที่ไม่เคยคำนวณ"),
        message=Text(
            "{count} formula cells have no value in the file, first {cell} ({formula}).{evidence}",
            "สูตร {count} เซลล์ไม่มีค่าที่คำนวณไว้ในไฟล์ เริ่มที่ {cell} ({formula}){evidence}",
        ),
        why=Text(
            "The file was written by a program that does not calculate: what these cells would show "
            "is not in the file, so nothing can be read or judged there.",
            "ไฟล์นี้สร้างจากโปรแกรมที่ไม่ได้คำนวณสูตร จึงไม่มีค่าให้อ่านหรือสอบทานในเซลล์เหล่านี้",
        ),
        mend=Text(
            "Open the file in Excel or LibreOffice, let it calculate, and save it.",
            "เปิดไฟล์ด้วย Excel หรือ LibreOffice ให้คำนวณสูตร แล้วบันทึกไฟล์",
        ),
    ),
    FindingEntry(
        name="formula-not-verified",
        category="formula",
        severity=Severity.INFO,
        title=Text("Formula not verified", "สูตรที่ยังไม่ได้ตรวจสอบ"),
        message=Text(
            "{count} formulas could not be evaluated, so their stored values are not verified; "
            "first {cell} ({formula}). Reasons: {reasons}.",
            "สูตร {count} เซลล์ยังไม่ได้ตรวจสอบ เนื่องจากคำนวณซ้ำไม่ได้ เริ่มที่ {cell} ({formula}) เหตุผล: {reasons}",
        ),
        why=Text(
            "The stored value is taken as it stands. It may be right, but nothing here has shown it.",
            "ใช้ค่าที่บันทึกไว้ตามที่ปรากฏ ค่าอาจถูกต้อง แต่ยังไม่มีการพิสูจน์",
        ),
        mend=Text(
            "Check these formulas by hand, or write them with plain functions over the cells of the table.",
            "ตรวจสูตรเหล่านี้ด้วยตนเอง หรือเขียนใหม่ด้วยฟังก์ชันพื้นฐานที่อ้างอิงเซลล์ในตาราง",
        ),
    ),
    FindingEntry(
        name="error-cell",
        category="formula",
        severity=Severity.ERROR,
        title=Text("Error value in a cell", "เซลล์แสดงค่าผิดพลาด"),
        message=Text(
            "{cell} shows the error value {observed} where a score or a figure is expected.",
            "เซลล์ {cell} แสดงค่าผิดพลาด {observed} แทนคะแนนหรือตัวเลขสรุป",
        ),
        why=Text(
            "A formula failed here: it divides by nothing, refers to a deleted cell, or reads a text "
            "as a number. Everything that reads this cell fails with it.",
            "สูตรในเซลล์นี้คำนวณไม่ได้ เช่น หารด้วยศูนย์ อ้างอิงเซลล์ที่ถูกลบ หรืออ่านข้อความเป็นตัวเลข "
            "และทำให้เซลล์ที่อ้างอิงต่อผิดพลาดด้วย",
        ),
        mend=Text(
            "Repair the formula or the cells it reads; where the indicator does not apply, declare it so.",
            "แก้ไขสูตรหรือเซลล์ที่สูตรอ้างอิง หากตัวชี้วัดไม่เกี่ยวข้องให้ระบุสถานะให้ชัดเจน",
        ),
    ),
)
