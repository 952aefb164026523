"""Findings about a file as a whole: it could not be read, or holds nothing to judge."""

from __future__ import annotations

from schemas.catalogue import FindingEntry
from schemas.finding import Severity, Text

ENTRIES: tuple[FindingEntry, ...] = (
    FindingEntry(
        name="unreadable-file",
        category="file",
        severity=Severity.ERROR,
        title=Text("File cannot be read", "อ่านไฟล์ไม่ได้"),
        message=Text("The file could not be read: {reason}.", "อ่านไฟล์ไม่ได้: {reason}"),
        why=Text(
            "Nothing in this file was checked. A submission that cannot be opened is not evidence.",
            "ยังไม่ได้ตรวจสอบข้อมูลใดในไฟล์นี้ ไฟล์ที่เปิดไม่ได้ไม่ถือเป็นหลักฐาน",
        ),
        mend=Text(
            "Open the file in the program that wrote it, save it again as .xlsx and submit that copy; for "
            "text, save it as UTF-8. If it does not open there either, ask the unit for the original.",
            "เปิดไฟล์ด้วยโปรแกรมเดิม บันทึกใหม่เป็น .xlsx แล้วส่งฉบับนั้น หากเป็นไฟล์ข้อความให้บันทึกเป็น UTF-8 "
            "หากเปิดไม่ได้เช่นกัน ให้ขอไฟล์ต้นฉบับจากหน่วยงาน",
        ),
        example=Text(
            "An .xlsx whose upload broke off half way.", "ไฟล์ .xlsx ที่อัปโหลดไม่ครบเพราะการส่งขาดกลางคัน"
        ),
    ),
    FindingEntry(
        name="encrypted-file",
        category="file",
        severity=Severity.ERROR,
        title=Text("File is protected by a password", "ไฟล์มีรหัสผ่าน"),
        message=Text("The file could not be opened: {reason}.", "เปิดไฟล์ไม่ได้: {reason}"),
        why=Text(
            "Nothing in this file was checked: its content cannot be seen without the password.",
            "ยังไม่ได้ตรวจสอบข้อมูลใดในไฟล์นี้ เพราะต้องใช้รหัสผ่านจึงจะเห็นเนื้อหา",
        ),
        mend=Text(
            "Give the password with --password-file, or save the workbook without a password.",
            "ระบุรหัสผ่านด้วย --password-file หรือบันทึกไฟล์ใหม่โดยไม่ตั้งรหัสผ่าน",
        ),
        example=Text(
            "A workbook saved with “Encrypt with Password”.", "สมุดงานที่บันทึกโดยเลือก Encrypt with Password"
        ),
    ),
    FindingEntry(
        name="unsafe-file",
        category="file",
        severity=Severity.ERROR,
        title=Text("File refused as unsafe", "ไม่เปิดไฟล์เพราะไม่ปลอดภัย"),
        message=Text("The file was refused: {reason}.", "ไม่เปิดไฟล์นี้: {reason}"),
        why=Text(
            "Nothing in this file was checked. Files like this exhaust the machine that opens them, by "
            "accident or by intent; the limit keeps one file from stopping the whole run.",
            "ยังไม่ได้ตรวจสอบข้อมูลใดในไฟล์นี้ ไฟล์ลักษณะนี้ทำให้เครื่องที่เปิดหยุดทำงานได้ ไม่ว่าจะโดยบังเอิญหรือโดยเจตนา "
            "ข้อจำกัดนี้กันไม่ให้ไฟล์เดียวทำให้การตรวจทั้งหมดหยุดลง",
        ),
        mend=Text(
            "Copy the score table alone into a new workbook and submit that; where the file is known to be "
            "honest, raise the limit in the settings.",
            "คัดลอกเฉพาะตารางคะแนนไปไว้ในสมุดงานใหม่แล้วส่งฉบับนั้น หากแน่ใจว่าไฟล์ถูกต้อง ให้เพิ่มข้อจำกัดในการตั้งค่า",
        ),
        example=Text(
            "A workbook of a few kilobytes that unpacks to gigabytes.",
            "สมุดงานขนาดไม่กี่กิโลไบต์ที่คลายออกมาเป็นหลายกิกะไบต์",
        ),
    ),
    FindingEntry(
        name="unsupported-format",
        category="file",
        severity=Severity.ERROR,
        title=Text("File is not a workbook", "ไฟล์ไม่ใช่สมุดงาน"),
        message=Text("The file is not of a kind that is read: {reason}.", "ไฟล์ไม่ใช่ชนิดที่อ่านได้: {reason}"),
        why=Text(
            "Nothing in this file was checked. What a file is, its content tells, whatever its name says.",
            "ยังไม่ได้ตรวจสอบข้อมูลใดในไฟล์นี้ ชนิดของไฟล์พิจารณาจากเนื้อหา ไม่ใช่จากชื่อไฟล์",
        ),
        mend=Text(
            "Submit the scores as xlsx, xlsm, xlsb, xls, ods, csv, tsv or txt. A web page or PDF named as a "
            "workbook: open it, and save it as .xlsx.",
            "ส่งคะแนนเป็นไฟล์ xlsx, xlsm, xlsb, xls, ods, csv, tsv หรือ txt หากเป็นหน้าเว็บหรือ PDF ที่ตั้งชื่อเป็นสมุดงาน "
            "ให้เปิดแล้วบันทึกเป็น .xlsx",
        ),
        example=Text(
            "A web page exported by an old system under the name scores.xls.",
            "หน้าเว็บที่ระบบเดิมส่งออกมาในชื่อ scores.xls",
        ),
    ),
    FindingEntry(
        name="internal-error",
        category="file",
        severity=Severity.ERROR,
        title=Text("sobthan failed on this file", "ระบบตรวจไฟล์นี้ไม่สำเร็จ"),
        message=Text(
            "sobthan itself failed on this file ({kind}): nothing of it was judged; the others were",
            "ระบบทำงานผิดพลาดกับไฟล์นี้ ({kind}) จึงยังไม่ได้ตรวจไฟล์นี้ ส่วนไฟล์อื่นตรวจแล้ว",
        ),
        why=Text(
            "This is a fault of sobthan, not of the workbook. The file is as unjudged as if it had not been "
            "opened.",
            "เป็นข้อผิดพลาดของระบบ ไม่ใช่ของไฟล์ และไฟล์นี้ถือว่ายังไม่ได้รับการตรวจ",
        ),
        mend=Text(
            "Report it to the maintainers with what the command prints under --debug on this file alone.",
            "แจ้งผู้ดูแลระบบ พร้อมข้อความที่ได้จากการสั่งตรวจไฟล์นี้ไฟล์เดียวด้วย --debug",
        ),
        example=Text("A layout that no stage foresaw.", "รูปแบบตารางที่ระบบยังไม่รองรับ"),
    ),
    FindingEntry(
        name="no-score-table",
        category="file",
        severity=Severity.ERROR,
        title=Text("No score table found", "ไม่พบตารางคะแนน"),
        message=Text(
            "No table of scores was found. Looked for: a header with indicators and units or a form with "
            "score and weight, above rows of scores. Nearest: sheet {nearest}, {reason}",
            "ไม่พบตารางคะแนนในไฟล์นี้ สิ่งที่ค้นหาคือหัวตารางที่มีตัวชี้วัดและหน่วยงาน หรือแบบฟอร์มที่มีคะแนนและน้ำหนัก "
            "พร้อมแถวคะแนนด้านล่าง ส่วนที่ใกล้เคียงที่สุดคือแผ่นงาน {nearest} {reason}",
        ),
        why=Text(
            "Nothing in this file was checked: without a table there is nothing to recompute.",
            "ยังไม่ได้ตรวจสอบข้อมูลใดในไฟล์นี้ เพราะไม่มีตารางคะแนนให้คำนวณซ้ำ",
        ),
        mend=Text(
            "Submit the workbook that holds the scores. If this is the one, give its layout by hand in a rule "
            "pack: header row, indicator column, unit columns.",
            "ส่งไฟล์ที่มีคะแนนของหน่วยงาน หากเป็นไฟล์นี้อยู่แล้ว ให้ระบุโครงสร้างตารางไว้ในชุดหลักเกณฑ์ "
            "ได้แก่ แถวหัวตาราง คอลัมน์ตัวชี้วัด และคอลัมน์หน่วยงาน",
        ),
        example=Text("A cover letter saved as a workbook.", "หนังสือนำส่งที่บันทึกเป็นไฟล์ตารางคำนวณ"),
    ),
)

REASONS: dict[str, Text] = {
    # unreadable-file
    "missing": Text("there is no such file", "ไม่พบไฟล์"),
    "folder": Text("it is a folder", "เป็นโฟลเดอร์ ไม่ใช่ไฟล์"),
    "no-regular-file": Text("it is a device or a pipe, not a file", "เป็นอุปกรณ์หรือท่อข้อมูล ไม่ใช่ไฟล์"),
    "not-permitted": Text("reading it is not permitted", "ไม่ได้รับอนุญาตให้อ่าน"),
    "io": Text("the system reports: {detail}", "ระบบแจ้งว่า {detail}"),
    "empty": Text("it is empty", "ไฟล์ว่างเปล่า"),
    "zip-cut-off": Text("it is cut off: the end of the workbook is missing", "ไฟล์ขาดหาย ไม่มีส่วนท้ายของสมุดงาน"),
    "zip-damaged": Text("its package is damaged ({detail})", "โครงสร้างไฟล์เสียหาย ({detail})"),
    "zip-empty": Text("its package is empty", "โครงสร้างไฟล์ว่างเปล่า"),
    "ole-damaged": Text("its structure is damaged ({detail})", "โครงสร้างไฟล์เสียหาย ({detail})"),
    "damaged": Text("the workbook is damaged ({detail})", "สมุดงานเสียหาย ({detail})"),
    "no-sheets": Text("it has no sheets", "ไม่มีแผ่นงาน"),
    "crashed": Text(
        "the parser broke down over it ({detail}); other files were not affected",
        "ตัวอ่านไฟล์หยุดทำงานเพราะไฟล์นี้ ({detail}) ไฟล์อื่นไม่ได้รับผลกระทบ",
    ),
    "encoding": Text(
        "its text is neither UTF-8 (first doubtful byte at {offset}) nor Thai in Windows-874",
        "ข้อความไม่ใช่ UTF-8 (ไบต์แรกที่ผิดอยู่ที่ {offset}) และไม่ใช่ภาษาไทยแบบ Windows-874",
    ),
    "encoding-declared": Text(
        "it declares {encoding} but is no such text from byte {offset} on",
        "ไฟล์ระบุว่าเป็น {encoding} แต่ข้อความไม่ถูกต้องตั้งแต่ไบต์ที่ {offset}",
    ),
    # encrypted-file
    "no-password": Text("it needs a password and none was given", "ต้องใช้รหัสผ่าน แต่ไม่ได้ระบุมา"),
    "wrong-password": Text(
        "none of the {tried} passwords given opens it", "รหัสผ่านที่ระบุมา {tried} รายการ เปิดไฟล์ไม่ได้"
    ),
    "unknown-protection": Text(
        "it is encrypted in a way that cannot be opened ({detail})", "ไฟล์เข้ารหัสด้วยวิธีที่เปิดไม่ได้ ({detail})"
    ),
    # unsafe-file
    "file-size": Text(
        "it has {found} MB, more than the limit of {limit}", "มีขนาด {found} เมกะไบต์ เกินข้อจำกัด {limit} เมกะไบต์"
    ),
    "unzipped": Text(
        "it unpacks to {found} MB, more than the limit of {limit}",
        "เมื่อคลายออกมีขนาด {found} เมกะไบต์ เกินข้อจำกัด {limit} เมกะไบต์",
    ),
    "ratio": Text(
        "its part {part} unpacks to {found} times its size, more than the limit of {limit}",
        "ส่วน {part} คลายออกเป็น {found} เท่าของขนาดเดิม เกินข้อจำกัด {limit} เท่า",
    ),
    "size-lie": Text(
        "its part {part} unpacks to more than the {limit} bytes it declares",
        "ส่วน {part} คลายออกเกิน {limit} ไบต์ที่ระบุไว้",
    ),
    "parts": Text(
        "its package has {found} parts, more than the limit of {limit}",
        "โครงสร้างไฟล์มี {found} ส่วน เกินข้อจำกัด {limit} ส่วน",
    ),
    "part-twice": Text(
        "two of its parts have one name, so that two programs may read two different workbooks",
        "มีสองส่วนที่ชื่อเดียวกัน โปรแกรมต่างกันจึงอาจอ่านได้ข้อมูลต่างกัน",
    ),
    "doctype": Text(
        "its part {part} declares a document type or entities, which no spreadsheet program writes",
        "ส่วน {part} ประกาศ DOCTYPE หรือ ENTITY ซึ่งโปรแกรมตารางคำนวณไม่เขียน",
    ),
    "cells": Text(
        "sheet {sheet} has at least {found} cells, more than the limit of {limit}",
        "แผ่นงาน {sheet} มีอย่างน้อย {found} เซลล์ เกินข้อจำกัด {limit} เซลล์",
    ),
    "area": Text(
        "the values of sheet {sheet} reach over {rows} rows and {columns} columns, more than {limit} cells",
        "ค่าในแผ่นงาน {sheet} กระจายถึง {rows} แถว {columns} คอลัมน์ เกินข้อจำกัด {limit} เซลล์",
    ),
    "merges": Text(
        "sheet {sheet} has {found} merged ranges, more than the limit of {limit}",
        "แผ่นงาน {sheet} มีช่วงที่ผสานเซลล์ {found} ช่วง เกินข้อจำกัด {limit} ช่วง",
    ),
    "merged-area": Text(
        "the merged ranges of sheet {sheet} cover {found} cells, more than the limit of {limit}",
        "ช่วงที่ผสานเซลล์ในแผ่นงาน {sheet} ครอบคลุม {found} เซลล์ เกินข้อจำกัด {limit} เซลล์",
    ),
    "memory": Text(
        "reading it takes more memory than the limit of {limit} MB",
        "การอ่านใช้หน่วยความจำเกินข้อจำกัด {limit} เมกะไบต์",
    ),
    "time": Text(
        "reading it takes longer than the limit of {limit} seconds", "การอ่านใช้เวลานานเกินข้อจำกัด {limit} วินาที"
    ),
    # unsupported-format
    "other-kind": Text("its content is {found}", "เนื้อหาเป็น {found}"),
    "html": Text("its content is a web page ({found})", "เนื้อหาเป็นหน้าเว็บ ({found})"),
    "xml": Text("its content is {found}", "เนื้อหาเป็น {found}"),
    "binary": Text("its content is neither a workbook nor text", "เนื้อหาไม่ใช่สมุดงานและไม่ใช่ข้อความ"),
    "wide-encoding": Text("its text is encoded as {found}", "ข้อความเข้ารหัสแบบ {found}"),
}
"""Why a file was not read: the {reason} of the entries above, filled with what was found and the limit."""
