"""Words of the HTML report: its frame, sections, tables and cards."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "html.paper": Text("Working paper · review of KPI scores", "กระดาษทำการ - สอบทานคะแนนตัวชี้วัด"),
    "html.skip": Text("Skip to the report", "ข้ามไปยังรายงาน"),
    "html.language": Text("Language", "ภาษา"),
    "html.contents": Text("Contents", "สารบัญ"),
    "html.theme": Text("View", "การแสดงผล"),
    "html.theme.auto": Text("As the device", "ตามอุปกรณ์"),
    "html.theme.light": Text("Light", "สว่าง"),
    "html.theme.dark": Text("Dark", "มืด"),
    "html.theme.contrast": Text("High contrast", "คมชัดสูง"),
    "html.print.summary": Text("Print summary", "พิมพ์ฉบับสรุป"),
    "html.print.all": Text("Print all", "พิมพ์ทั้งหมด"),
    "html.print.most": Text(
        "On paper at a time: the first {shown} findings of the table. Of {total}, {left} would be left out; filter the "
        "table to print another part. Every finding is in the results as CSV and JSON (--format csv, json).",
        "พิมพ์ได้ครั้งละไม่เกิน {shown} รายการแรกของตาราง จากทั้งหมด {total} รายการ อีก {left} รายการจะไม่อยู่ในฉบับพิมพ์ "
        "ใช้ตัวกรองเพื่อพิมพ์ส่วนอื่น ดูครบทุกรายการได้ในผลลัพธ์ CSV และ JSON (--format csv, json)",
    ),
    "html.print.left": Text(
        "Printed here: {shown} of {total} findings. Left out: {left}. They are in the report on the screen, or in the "
        "results as CSV and JSON (--format csv, json).",
        "ฉบับพิมพ์นี้มีข้อตรวจพบ {shown} จาก {total} รายการ ไม่ได้พิมพ์ {left} รายการ ดูได้ในรายงานบนหน้าจอ "
        "หรือในผลลัพธ์ CSV และ JSON (--format csv, json)",
    ),
    "html.print.left.examples": Text(
        "Printed here: {shown} of {total} findings, as examples. Left out: {left}. Every finding is in the results as "
        "CSV and JSON (--format csv, json).",
        "ฉบับพิมพ์นี้มีข้อตรวจพบ {shown} จาก {total} รายการเป็นตัวอย่าง ไม่ได้พิมพ์ {left} รายการ "
        "ดูครบทุกรายการได้ในผลลัพธ์ CSV และ JSON (--format csv, json)",
    ),
    "html.footer": Text(
        "Made by sobthan. The submitted workbook was read, never changed.",
        "จัดทำโดย sobthan ระบบอ่านไฟล์ที่ส่งมาเท่านั้น ไม่มีการแก้ไขไฟล์ต้นฉบับ",
    ),
    "html.subject": Text("Review of", "ผลการสอบทานไฟล์"),
    "html.hinders": Text("What hinders sign-off", "สิ่งที่ต้องแก้ไขก่อนลงนาม"),
    "html.hinders.reading": Text("Why it could not be judged", "เหตุที่ตรวจไม่ได้"),
    "html.hinders.more": Text("Further kinds of findings: {count}", "และข้อตรวจพบลักษณะอื่นอีก {count} เรื่อง"),
    "html.count.reported": Text("figures reported", "ตัวเลขที่รายงาน"),
    "html.count.match": Text("match", "ตรงกัน"),
    "html.count.mismatch": Text("do not match", "ไม่ตรงกัน"),
    "html.count.not_computable": Text("not computable", "คำนวณซ้ำไม่ได้"),
    "html.count.not_reported": Text("not reported", "ไม่ได้รายงาน"),
    "html.count.error": Text("errors", "ข้อผิดพลาด"),
    "html.count.warning": Text("warnings", "ข้อควรระวัง"),
    "html.count.info": Text("for the record", "ข้อมูลประกอบ"),
    "html.count.waived": Text("waived", "ผ่อนผัน"),
    "section.map": Text("Map of the scores", "ผังคะแนน"),
    "section.figures": Text("Reported against recomputed", "ตัวเลขที่รายงานเทียบกับที่คำนวณซ้ำ"),
    "section.findings": Text("Findings", "ข้อตรวจพบ"),
    "section.account": Text("Checked, and not judged", "สิ่งที่ตรวจแล้วและสิ่งที่ไม่ได้ตรวจ"),
    "section.facts": Text("What was run", "ข้อมูลการสอบทาน"),
    "section.method": Text("Method and rules", "วิธีการและหลักเกณฑ์"),
    "section.signoff": Text("Sign-off", "ลงนามรับรอง"),
    "html.fact.file": Text("File", "ไฟล์"),
    "html.fact.sha256": Text("SHA-256 of the file", "รหัสตรวจสอบไฟล์ SHA-256"),
    "html.fact.format": Text("Format", "รูปแบบไฟล์"),
    "html.fact.rules": Text("Rule pack", "ชุดหลักเกณฑ์"),
    "html.fact.rules-sha256": Text("SHA-256 of the rule pack", "รหัสตรวจสอบชุดหลักเกณฑ์"),
    "html.fact.scale": Text("Score scale", "ช่วงคะแนน"),
    "html.fact.scale.value": Text(
        "{low} to {high}; converted = mean × {factor}",
        "{low} ถึง {high} คะแนน ฐาน 100 = คะแนนเฉลี่ย (ค) x {factor}",
    ),
    "html.fact.tool": Text("Made with", "จัดทำด้วย"),
    "html.fact.date": Text("Date", "วันที่"),
    "html.unit": Text("Unit", "หน่วยงาน"),
    "html.indicator": Text("Indicator", "ตัวชี้วัด"),
    "html.sheet": Text("Sheet", "แผ่นงาน"),
    "html.cell": Text("Cell", "เซลล์"),
    "html.figure": Text("Figure", "รายการ"),
    "html.reported": Text("Reported", "ที่รายงาน"),
    "html.recomputed": Text("Recomputed", "คำนวณซ้ำ"),
    "html.difference": Text("Difference", "ผลต่าง"),
    "html.status": Text("Result", "ผล"),
    "html.severity": Text("Severity", "ระดับ"),
    "html.finding": Text("Finding", "ข้อตรวจพบ"),
    "html.message": Text("What was found", "รายละเอียด"),
    "html.points": Text("Points", "คะแนนรวม"),
    "html.applicable": Text("Indicators counted", "ตัวชี้วัดที่นับ"),
    "html.feasible": Text("Possible", "ช่วงที่เป็นไปได้"),
    "html.map.caption": Text(
        "Sheet {sheet}, {range}: a marked cell leads to its finding",
        "แผ่นงาน {sheet} ช่วง {range} เลือกช่องที่มีเครื่องหมายเพื่อดูข้อตรวจพบ",
    ),
    "html.map.none": Text("No scores to draw.", "ไม่มีคะแนนให้แสดง"),
    "html.map.shade": Text("score", "คะแนน"),
    "html.map.flagged": Text("has a finding", "มีข้อตรวจพบ"),
    "html.map.blocks": Text(
        "The table has {units} units and {indicators} indicators, too many to draw one by one. Each square "
        "stands for up to {tall} units by {wide} indicators and carries its number of findings; none is left "
        "out of the count.",
        "ตารางนี้มี {units} หน่วยงาน {indicators} ตัวชี้วัด ซึ่งมากเกินกว่าจะแสดงทีละช่อง แต่ละช่องจึงแทน {tall} หน่วยงาน "
        "{wide} ตัวชี้วัด ตัวเลขคือจำนวนข้อตรวจพบซึ่งนับครบทุกรายการ",
    ),
    "html.picture.caption": Text("{quantity} of each unit", "{quantity} รายหน่วยงาน"),
    "html.picture.some": Text(
        "Drawn are the {shown} largest differences of {total} units; the table below has every figure.",
        "แสดง {shown} หน่วยงานที่มีผลต่างมากที่สุดจาก {total} หน่วยงาน ตารางถัดไปมีครบทุกรายการ",
    ),
    "html.picture.said": Text("reported", "ที่รายงาน"),
    "html.picture.true": Text("recomputed", "คำนวณซ้ำ"),
    "html.picture.possible": Text(
        "what the indicators not on the sheet could still give", "ช่วงที่เป็นไปได้เมื่อรวมตัวชี้วัดที่ไม่อยู่ในตาราง"
    ),
    "html.figures.some": Text(
        "There are {total} figures. All are counted; this page lists {shown} of them, those that do not come "
        "out first. The JSON result has every one.",
        "มีตัวเลขที่ทดสอบทั้งหมด {total} รายการ นับครบทุกรายการ หน้านี้แสดง {shown} รายการโดยเรียงรายการที่ไม่ตรงก่อน "
        "ดูครบทุกรายการได้ในผลลัพธ์ JSON",
    ),
    "html.figures.caption": Text("Every figure tested", "ตัวเลขที่ทดสอบทุกรายการ"),
    "html.figures.none": Text("The workbook reports no figures.", "ไฟล์นี้ไม่มีตัวเลขที่รายงาน"),
    "html.more": Text("Show more ({count} left)", "แสดงเพิ่ม (เหลือ {count} รายการ)"),
    "html.findings.none": Text("Nothing was found.", "ไม่มีข้อตรวจพบ"),
    "html.findings.caption": Text("Findings, worst first", "ข้อตรวจพบ เรียงจากสำคัญที่สุด"),
    "html.findings.some": Text(
        "There are {total} findings. All are counted; this page holds {shown} of them as examples. The JSON "
        "result has every one.",
        "มีข้อตรวจพบทั้งหมด {total} รายการ นับครบทุกรายการ หน้านี้แสดง {shown} รายการเป็นตัวอย่าง "
        "ดูครบทุกรายการได้ในผลลัพธ์ JSON",
    ),
    "html.cards.some": Text(
        "The first {shown} findings are laid out here; choose any other in the table to lay it out too.",
        "แสดงรายละเอียด {shown} รายการแรก เลือกรายการอื่นในตารางเพื่อดูรายละเอียดเพิ่ม",
    ),
    "html.search": Text("Text", "ค้นหา"),
    "html.clear": Text("Clear", "ล้างตัวกรอง"),
    "html.all": Text("All", "ทั้งหมด"),
    "html.shown": Text("{shown} of {total} shown", "แสดง {shown} จาก {total} รายการ"),
    "html.back": Text("Back to the list", "กลับไปที่รายการ"),
    "html.part.condition": Text("Condition", "ข้อเท็จจริง"),
    "html.part.criteria": Text("Criteria", "หลักเกณฑ์"),
    "html.part.cause": Text("Cause", "สาเหตุ"),
    "html.part.consequence": Text("Consequence", "ผลกระทบ"),
    "html.part.action": Text("Corrective action", "ข้อเสนอแนะ"),
    "html.hypothesis": Text("Hypothesis, to be confirmed", "ข้อสันนิษฐาน ต้องยืนยันกับหลักฐาน"),
    "html.assessment": Text("Assessment:", "ผลการพิจารณา:"),
    "html.cause.none": Text(
        "No cause is inferred from the figures; ask the submitter.",
        "ไม่มีสาเหตุที่อนุมานได้จากตัวเลข ควรสอบถามผู้ส่งข้อมูล",
    ),
    "html.cause.more": Text("Further hypotheses: {count}", "ข้อสันนิษฐานอื่นอีก {count} ข้อ"),
    "html.cause.same": Text("The same arithmetic here: {causes}", "ให้ผลเหมือนกันในกรณีนี้: {causes}"),
    "html.cause.chance": Text(
        "Chance that any figure would have been reached this way: {percent} %",
        "โอกาสที่ตัวเลขใด ๆ จะได้ผลตรงกันโดยบังเอิญ: ร้อยละ {percent}",
    ),
    "html.cause.weaker": Text("Needs two edits together.", "ต้องแก้สองจุดพร้อมกันจึงจะได้ตัวเลขนี้"),
    "html.cause.decides": Text("What would decide:", "สิ่งที่จะชี้ขาด:"),
    "html.grade": Text("Grade from {old} to {new}: {units}.", "ระดับผลเปลี่ยนจาก {old} เป็น {new}: {units}"),
    "html.grade.open": Text(
        "The grade stays open: the sheet does not show every indicator.",
        "ยังสรุประดับผลการประเมินไม่ได้ เนื่องจากตารางไม่มีตัวชี้วัดครบทุกตัว",
    ),
    "html.grade.same": Text("The grade does not change.", "ระดับผลการประเมินไม่เปลี่ยน"),
    "html.rank": Text(
        "{unit}: the rank changes from {old} to {new}.", "{unit}: ลำดับเปลี่ยนจาก {old} เป็น {new}"
    ),
    "html.rank.more": Text("The rank changes for {count} more.", "ลำดับเปลี่ยนอีก {count} หน่วยงาน"),
    "html.calculation": Text("The calculation", "การคำนวณ"),
    "html.calculation.of": Text("The calculation of {unit}", "การคำนวณของ {unit}"),
    "html.calculation.all": Text("All {count} figures of this finding", "ตัวเลขทั้ง {count} รายการของข้อตรวจพบนี้"),
    "html.calculation.some": Text(
        "Shown are the first {shown} of {count}; every figure stands in the table of figures above.",
        "แสดง {shown} จาก {count} รายการ ดูครบทุกรายการได้ในตารางตัวเลขข้างต้น",
    ),
    "html.more-scores": Text("and {count} more scores", "และคะแนนอีก {count} รายการ"),
    "html.around": Text("The sheet {sheet} around the cell", "แผ่นงาน {sheet} รอบเซลล์ที่ตรวจพบ"),
    "html.around.left": Text(
        "The sheet is too large to carry along; open the cell in the workbook.",
        "แผ่นงานมีขนาดใหญ่ โปรดเปิดดูเซลล์นี้ในไฟล์ต้นฉบับ",
    ),
    "html.clean": Text("Checked and found clean", "ตรวจแล้วไม่พบปัญหา"),
    "html.clean.none": Text("Nothing could be checked.", "ไม่มีรายการที่ตรวจได้"),
    "html.unjudged": Text("Not judged, and why", "สิ่งที่ไม่ได้ตรวจ และเหตุผล"),
    "html.unjudged.nothing": Text("Nothing was left out.", "ไม่มีรายการที่ตกหล่น"),
    "html.unjudged.text": Text("Formulas: a text file holds none.", "สูตรคำนวณ: ไฟล์ข้อความไม่มีสูตร"),
    "html.unjudged.formulas": Text(
        "Formulas: those of a file of this kind ({format}) were not read; its values were.",
        "สูตรคำนวณ: ไฟล์ชนิดนี้ ({format}) อ่านได้เฉพาะค่า ไม่ได้อ่านสูตร",
    ),
    "html.unjudged.not_reported": Text(
        "{quantity}: not reported for {count} units.", "{quantity}: ไม่ได้รายงาน {count} หน่วยงาน"
    ),
    "html.unjudged.not_computable": Text(
        "{quantity}: could not be recomputed, {count} figures.", "{quantity}: คำนวณซ้ำไม่ได้ {count} รายการ"
    ),
    "html.sheets": Text("Every sheet of the workbook", "แผ่นงานทั้งหมดในไฟล์"),
    "html.sheets.name": Text("Sheet", "แผ่นงาน"),
    "html.sheets.visible": Text("Visible", "แสดงอยู่"),
    "html.sheets.cells": Text("Cells with content", "เซลล์ที่มีข้อมูล"),
    "html.sheets.use": Text("Used as", "ใช้เป็น"),
    "html.sheets.unread": Text("No sheet could be read.", "อ่านแผ่นงานไม่ได้"),
    "html.yes": Text("yes", "ใช่"),
    "html.hidden": Text("hidden", "ซ่อนอยู่"),
    "html.use.scores": Text("scores", "คะแนน"),
    "html.use.summary": Text("summary figures", "ตัวเลขสรุป"),
    "html.use.none": Text("not judged", "ไม่ได้ตรวจ"),
    "html.round": Text(" round {round}", " รอบ {round}"),
    "html.assessor": Text(" assessed by {assessor}", " ผู้ประเมิน {assessor}"),
    "html.bands": Text("Grades in force", "ระดับผลการประเมินที่ใช้"),
    "html.band": Text("from {at_least}", "ตั้งแต่ {at_least}"),
    "method.read": Text(
        "Every sheet is read as it stands; every number keeps the cell it came from.",
        "อ่านทุกแผ่นงานตามที่ส่งมา ตัวเลขทุกตัวอ้างอิงเซลล์ต้นทางได้",
    ),
    "method.scores": Text(
        "A score lies between {low} and {high}. Blank, dash, not applicable and cancelled are told apart and "
        "counted as the policies above say.",
        "คะแนนอยู่ระหว่าง {low} ถึง {high} เซลล์ว่าง เครื่องหมายขีด ไม่เกี่ยวข้อง และยกเลิก แยกออกจากกันและนับตามหลักเกณฑ์ข้างต้น",
    ),
    "method.exact": Text(
        "Figures are recomputed from the scores in exact arithmetic. Rounding: {rounding}.",
        "คำนวณตัวเลขซ้ำจากคะแนนโดยไม่ปัดเศษระหว่างทาง การปัดเศษ: {rounding}",
    ),
    "method.match": Text(
        "A reported figure matches when the exact value lies in the interval that the figure, with the "
        "decimals it is given with, stands for. There is no other tolerance unless the rules set one.",
        "ตัวเลขที่รายงานถือว่าตรงกันเมื่อค่าที่คำนวณซ้ำโดยไม่ปัดเศษอยู่ในช่วงที่ตัวเลขนั้นแทนได้ตามจำนวนทศนิยมที่แสดง "
        "ไม่มีค่าเผื่ออื่นนอกจากที่หลักเกณฑ์กำหนด",
    ),
    "method.causes": Text(
        "A cause is one edit to the sheet or the procedure that would give the reported figure. It is a "
        "hypothesis: evidence decides.",
        "สาเหตุคือการแก้ไขตารางหรือวิธีคำนวณหนึ่งอย่างที่ทำให้ได้ตัวเลขที่รายงาน เป็นข้อสันนิษฐานซึ่งต้องยืนยันด้วยหลักฐาน",
    ),
    "method.limits": Text(
        "Whether a score itself is deserved is not judged here: only whether the figures follow from the "
        "scores.",
        "รายงานนี้ไม่ได้วินิจฉัยว่าคะแนนแต่ละตัวเหมาะสมหรือไม่ วินิจฉัยเฉพาะว่าตัวเลขสรุปเป็นไปตามคะแนนหรือไม่",
    ),
    "formula.score": Text("from the result and the five target levels", "เทียบผลการดำเนินงานกับค่าเป้าหมายห้าระดับ"),
    "formula.weighted": Text("score × weight ÷ sum of weights", "คะแนน x น้ำหนัก / ผลรวมน้ำหนัก"),
    "formula.full_marks": Text("highest score × applicable indicators", "คะแนนสูงสุด x จำนวนตัวชี้วัดที่เกี่ยวข้อง"),
    "formula.points": Text("sum of the scores", "ผลรวมของคะแนน"),
    "formula.mean": Text(
        "points ÷ applicable indicators; with weights, Σ(weight × score) ÷ Σ weight",
        "คะแนนรวม / จำนวนตัวชี้วัดที่เกี่ยวข้อง กรณีมีน้ำหนัก ผลรวมของ (น้ำหนัก x คะแนน) / ผลรวมน้ำหนัก",
    ),
    "formula.converted": Text(
        "mean (ค) × 20, that is points ÷ full marks × 100", "คะแนนเฉลี่ย (ค) x 20 หรือ คะแนนรวม / คะแนนเต็ม x 100"
    ),
    "formula.grade": Text(
        "the band that the converted score falls into", "ช่วงระดับผลที่คะแนนที่แปลงเป็นฐาน 100 ตกอยู่"
    ),
    "step.sum": Text("Sum of scores", "รวมคะแนน"),
    "step.base": Text("Base (full marks)", "ฐานคะแนน (คะแนนเต็ม)"),
    "step.products": Text("Score × weight", "คะแนน x น้ำหนัก"),
    "step.weights": Text("Sum of weights", "รวมน้ำหนัก"),
    "step.mean": Text("Mean (ค)", "คะแนนเฉลี่ย (ค)"),
    "step.convert": Text("Converted to 100", "แปลงเป็นฐาน 100"),
    "step.round.half-up": Text("Rounded half up", "ปัดเศษ (ตั้งแต่ครึ่งหนึ่งขึ้นไปปัดขึ้น)"),
    "step.round.half-even": Text("Rounded half to even", "ปัดเศษกึ่งกลางเข้าหาเลขคู่"),
    "step.round.truncate": Text("Cut off", "ตัดเศษ"),
    "step.round.nearest": Text("Rounded to the nearest", "ปัดเข้าหาค่าใกล้ที่สุด"),
    "step.gives": Text("gives", "ได้"),
    "step.compare": Text("Reported − recomputed", "ที่รายงาน - ที่คำนวณซ้ำ"),
    "step.basis.points": Text("Points", "คะแนนรวม"),
    "step.basis.applicable": Text("Indicators counted", "จำนวนตัวชี้วัดที่นับ"),
    "step.basis.weights": Text("Sum of weights", "รวมน้ำหนัก"),
    "step.basis.missing": Text("Scores missing", "คะแนนที่ขาด"),
    "step.basis.unreadable": Text("Scores unreadable", "คะแนนที่อ่านไม่ได้"),
    "step.basis.ratios": Text(
        "Whole points over full marks that give it", "คะแนนรวมที่เป็นจำนวนเต็มต่อคะแนนเต็มซึ่งให้ค่านี้"
    ),
    "step.basis.modes": Text("Rounding that fits", "วิธีปัดเศษที่ให้ผลตรง"),
    "sign.statement": Text(
        "I have gone through the findings on {file} and decide:",
        "ข้าพเจ้าได้พิจารณาข้อตรวจพบของไฟล์ {file} แล้ว เห็นควร",
    ),
    "sign.accept": Text("accept", "รับรอง"),
    "sign.accept-remarks": Text("accept with remarks", "รับรองโดยมีข้อสังเกต"),
    "sign.return": Text("return for correction", "ส่งคืนเพื่อแก้ไข"),
    "sign.role": Text("Role", "บทบาท"),
    "sign.name": Text("Name and position", "ชื่อ-สกุล และตำแหน่ง"),
    "sign.signature": Text("Signature", "ลายมือชื่อ"),
    "sign.date": Text("Date", "วันที่"),
    "sign.preparer": Text("Preparer", "ผู้จัดทำ"),
    "sign.reviewer": Text("Reviewer", "ผู้สอบทาน"),
    "index.title": Text("Review of submitted workbooks", "ผลการสอบทานไฟล์ที่ส่ง"),
    "index.workbooks": Text("workbooks", "ไฟล์ทั้งหมด"),
    "index.file": Text("File", "ไฟล์"),
    "index.verdict": Text("Verdict", "ผล"),
    "index.mismatch": Text("Mismatches", "ไม่ตรงกัน"),
    "index.error": Text("Errors", "ข้อผิดพลาด"),
    "index.warning": Text("Warnings", "ข้อควรระวัง"),
    "index.why": Text("Why", "เหตุผล"),
}
