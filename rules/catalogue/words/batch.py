"""Words of the index page of a batch."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "batch.subject": Text("Batch of workbooks", "ชุดไฟล์ที่สอบทาน"),
    "batch.title": Text(
        "{bad} of {workbooks} workbooks cannot be signed as they are",
        "ไฟล์ที่ยังลงนามไม่ได้ {bad} จาก {workbooks} ไฟล์",
    ),
    "batch.title.clean": Text("All {workbooks} workbooks come out", "ทุกไฟล์ถูกต้องครบถ้วน รวม {workbooks} ไฟล์"),
    "batch.workbooks": Text("Workbooks, worst first", "ไฟล์ทั้งหมด เรียงจากที่มีข้อตรวจพบมากที่สุด"),
    "batch.capped": Text(
        "The {shown} worst of {workbooks} workbooks are listed; the table workbooks.parquet holds all.",
        "แสดงเฉพาะ {shown} ไฟล์แรกจาก {workbooks} ไฟล์ ข้อมูลครบทุกไฟล์อยู่ใน workbooks.parquet",
    ),
    "batch.causes": Text("Likely causes across workbooks", "สาเหตุที่เป็นไปได้ รวมทุกไฟล์"),
    "batch.findings": Text("Findings across workbooks", "ข้อตรวจพบ รวมทุกไฟล์"),
    "batch.units": Text("Units with most figures off", "หน่วยงานที่มีตัวเลขไม่ตรงกันมากที่สุด"),
    "batch.indicators": Text("Indicators with most findings", "ตัวชี้วัดที่มีข้อตรวจพบมากที่สุด"),
    "batch.none": Text("None.", "ไม่มี"),
    "batch.column.file": Text("Workbook", "ไฟล์"),
    "batch.column.verdict": Text("Verdict", "ผลการสอบทาน"),
    "batch.column.cause": Text("Cause", "สาเหตุ"),
    "batch.column.finding": Text("Finding", "ข้อตรวจพบ"),
    "batch.column.unit": Text("Unit", "หน่วยงาน"),
    "batch.column.indicator": Text("Indicator", "ตัวชี้วัด"),
    "batch.column.figures": Text("Figures", "จำนวนตัวเลข"),
    "batch.column.count": Text("Count", "จำนวน"),
    "batch.column.workbooks": Text("Workbooks", "จำนวนไฟล์"),
    "batch.column.mismatch": Text("Do not match", "ไม่ตรงกัน"),
    "batch.column.reported": Text("Reported", "ที่รายงาน"),
    "batch.column.errors": Text("Errors", "ข้อผิดพลาด"),
    "batch.column.warnings": Text("Warnings", "ข้อควรระวัง"),
    "batch.column.waived": Text("Waived", "ผ่อนผัน"),
}
