"""What each finding is held against: the criterion of its name, else that of its category."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "criteria.file": Text(
        "A submission is a workbook that opens and holds a table of scores.",
        "ไฟล์ที่ส่งต้องเปิดอ่านได้และมีตารางคะแนน",
    ),
    "criteria.structure": Text(
        "Every unit and every indicator stands once, and every value belongs to one of each.",
        "หน่วยงานและตัวชี้วัดแต่ละรายการปรากฏครั้งเดียว และค่าทุกค่าระบุได้ว่าเป็นของหน่วยงานและตัวชี้วัดใด",
    ),
    "criteria.text": Text("A number is typed as a number.", "ตัวเลขต้องบันทึกเป็นตัวเลข"),
    "criteria.formula": Text(
        "A figure is computed from all the cells it stands for, and its stored value is up to date.",
        "ตัวเลขสรุปต้องคำนวณจากเซลล์ที่เกี่ยวข้องครบถ้วน และค่าที่บันทึกไว้เป็นปัจจุบัน",
    ),
    "criteria.schema": Text(
        "Every unit has for every indicator a score of the scale, or a declared state.",
        "ทุกหน่วยงานต้องมีคะแนนตามช่วงที่กำหนดหรือสถานะที่ระบุไว้ครบทุกตัวชี้วัด",
    ),
    "criteria.reconciliation": Text(
        "A reported figure follows from the scores.", "ตัวเลขที่รายงานต้องเป็นไปตามคะแนน"
    ),
    "criteria.suite": Text("The department's own submission policy.", "ข้อกำหนดการส่งข้อมูลของหน่วยงาน"),
    "criteria.policy": Text("The department's own policy.", "นโยบายของหน่วยงาน"),
    "criteria.full-marks-mismatch": Text(
        "Full marks = highest score × applicable indicators.", "คะแนนเต็ม = คะแนนสูงสุด x จำนวนตัวชี้วัดที่เกี่ยวข้อง"
    ),
    "criteria.points-mismatch": Text(
        "Points = sum of the scores.", "คะแนนรวม = ผลรวมของคะแนนทุกตัวชี้วัดที่เกี่ยวข้อง"
    ),
    "criteria.mean-mismatch": Text(
        "Mean (ค) = sum of the scores ÷ applicable indicators, with weights Σ(weight × score) ÷ Σ weight.",
        "คะแนนเฉลี่ย (ค) = ผลรวมคะแนน / จำนวนตัวชี้วัดที่เกี่ยวข้อง กรณีมีน้ำหนัก ผลรวมของ (น้ำหนัก x คะแนน) / ผลรวมน้ำหนัก",
    ),
    "criteria.converted-mismatch": Text(
        "Converted score = mean (ค) × 20 = points ÷ full marks × 100, in full precision, rounded once at "
        "the end.",
        "คะแนนที่แปลงเป็นฐาน 100 = คะแนนเฉลี่ย (ค) x 20 = คะแนนรวม / คะแนนเต็ม x 100 "
        "คำนวณโดยไม่ปัดเศษระหว่างทาง แล้วปัดเศษครั้งเดียวในขั้นสุดท้าย",
    ),
    "criteria.weighted-mismatch": Text(
        "Weighted score = score × weight ÷ sum of weights.", "คะแนนถ่วงน้ำหนัก = คะแนน x น้ำหนัก / ผลรวมน้ำหนัก"
    ),
    "criteria.score-mismatch": Text(
        "The score follows from the result and the target levels.",
        "คะแนนต้องเป็นไปตามผลการดำเนินงานเทียบกับค่าเป้าหมาย",
    ),
    "criteria.grade-mismatch": Text(
        "The grade is that of the band the converted score falls into.",
        "ระดับผลการประเมินต้องตรงกับช่วงที่คะแนนที่แปลงเป็นฐาน 100 ตกอยู่",
    ),
    "criteria.weight-sum": Text("The weights sum to 100 %.", "น้ำหนักรวมต้องเท่ากับร้อยละ 100"),
    "criteria.hidden-data": Text(
        "What is judged is what is visible; hidden rows and columns hold nothing that counts.",
        "การพิจารณาใช้เฉพาะข้อมูลที่แสดงอยู่ แถวและคอลัมน์ที่ซ่อนต้องไม่มีข้อมูลที่มีผล",
    ),
}
