"""The words of the local page."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "page.skip": Text("To the content", "ข้ามไปที่เนื้อหา"),
    "page.menu": Text("Menu", "เมนู"),
    "page.who": Text("Working as {name}", "ผู้ใช้งาน {name}"),
    "page.leave": Text("Leave", "ออกจากระบบ"),
    "page.back": Text("Back to the start", "กลับหน้าแรก"),
    "page.footer": Text(
        "Record kept in {store}. sobthan {version}. Workbooks are reviewed on the machine that serves "
        "this page, nowhere else.",
        "เก็บบันทึกไว้ที่ {store} โปรแกรม sobthan รุ่น {version} สอบทานไฟล์ในเครื่องที่เปิดหน้านี้เท่านั้น ไม่ส่งไฟล์ไปที่อื่น",
    ),
    "page.your-name": Text("Your name", "ชื่อผู้ดำเนินการ"),
    "page.file": Text("File", "ไฟล์"),
    "page.case": Text("Case", "แฟ้มงาน"),
    "page.state": Text("State", "สถานะ"),
    "page.open": Text("Open", "ค้าง"),
    "page.last": Text("Last entry", "รายการล่าสุด"),
    "page.start.title": Text("Review of KPI workbooks", "สอบทานไฟล์คะแนนตัวชี้วัด"),
    "page.start.lead": Text(
        "Drop the workbook a department sent. Every score is checked, every figure recomputed, and what does not "
        "come out is explained.",
        "วางไฟล์ที่หน่วยงานส่งมา ระบบจะตรวจคะแนนทุกช่อง คำนวณตัวเลขซ้ำทุกตัว และอธิบายตัวเลขที่ไม่ตรง",
    ),
    "page.drop.here": Text("Drop workbooks here", "วางไฟล์ที่นี่"),
    "page.drop.or": Text("or", "หรือ"),
    "page.drop.choose": Text("choose them", "เลือกไฟล์"),
    "page.drop.rules": Text("Rule pack", "ชุดหลักเกณฑ์"),
    "page.drop.policies": Text("Other policies for this review", "กำหนดวิธีนับคะแนนเฉพาะการสอบทานครั้งนี้"),
    "page.drop.policies.hint": Text(
        "They stand over the rule pack's; the report and the record name those in force.",
        "ใช้แทนที่กำหนดไว้ในชุดหลักเกณฑ์ รายงานและบันทึกจะระบุวิธีที่ใช้จริง",
    ),
    "page.drop.as-rules": Text("as the rule pack says", "ตามชุดหลักเกณฑ์"),
    "page.drop.go": Text("Review", "เริ่มสอบทาน"),
    "page.drop.most": Text("At most {most} MB at a time.", "ครั้งละไม่เกิน {most} MB"),
    "page.drop.too-large": Text(
        "Together larger than {most} MB: send fewer at a time.", "รวมกันเกิน {most} MB โปรดส่งครั้งละน้อยลง"
    ),
    "page.jobs.title": Text("Workbooks dropped", "ไฟล์ที่วางไว้"),
    "page.job.waiting": Text("waiting, {ahead} ahead of it", "รอคิว มีก่อนหน้า {ahead} ไฟล์"),
    "page.job.judging": Text("being reviewed", "กำลังสอบทาน"),
    "page.job.errors": Text("errors: {count}", "ข้อผิดพลาด {count} รายการ"),
    "page.job.report": Text("Read the report", "อ่านรายงาน"),
    "page.job.annotated": Text("Download the annotated copy", "ดาวน์โหลดสำเนาพร้อมหมายเหตุ"),
    "page.job.result": Text("Result as JSON", "ผลการตรวจ (JSON)"),
    "page.job.no-copy": Text(
        "There is no annotated copy of this kind of file.", "ไฟล์ชนิดนี้ไม่มีสำเนาพร้อมหมายเหตุ"
    ),
    "page.job.crashed": Text(
        "The review of this file broke off. The other files are not affected.",
        "การสอบทานไฟล์นี้หยุดกลางคัน ไฟล์อื่นไม่ได้รับผลกระทบ",
    ),
    "page.job.too-long": Text(
        "The review took longer than {detail} seconds and was stopped.",
        "การสอบทานใช้เวลาเกิน {detail} วินาทีจึงถูกหยุด",
    ),
    "page.job.bug": Text(
        "An error in sobthan, not in your workbook: {detail}", "ข้อผิดพลาดของโปรแกรม ไม่ใช่ของไฟล์: {detail}"
    ),
    "page.open.title": Text("Take it to sign-off", "นำเข้าสู่การลงนามรับรอง"),
    "page.open.lead": Text(
        "A case is opened. Every error gets a decision, then a preparer signs, and a different reviewer.",
        "เปิดแฟ้มงานเพื่อพิจารณาข้อผิดพลาดทีละรายการ แล้วผู้จัดทำและผู้สอบทานซึ่งเป็นคนละคนลงนาม",
    ),
    "page.open.as": Text("Open as", "เปิดเป็น"),
    "page.open.new": Text("a new case", "แฟ้มงานใหม่"),
    "page.open.round": Text(
        "round {round} of case {case} ({file})", "รอบที่ {round} ของแฟ้มงาน {case} ({file})"
    ),
    "page.open.go": Text("Open the case", "เปิดแฟ้มงาน"),
    "page.cases.title": Text("Cases", "แฟ้มงาน"),
    "page.cases.none": Text("No case yet. Review a workbook first.", "ยังไม่มีแฟ้มงาน เริ่มจากสอบทานไฟล์"),
    "page.cases.damaged": Text(
        "The record of case {case} does not hold and is not shown.",
        "บันทึกของแฟ้มงานเลขที่ {case} ไม่ครบถ้วนถูกต้อง จึงไม่แสดงในตาราง",
    ),
    "page.cases.damaged-why": Text("See why", "ดูสาเหตุ"),
    "page.cases.open": Text(
        "Cases with something open: {cases}; findings to decide: {findings}.",
        "แฟ้มงานที่ยังค้าง {cases} แฟ้ม ข้อตรวจพบที่ต้องพิจารณา {findings} รายการ",
    ),
    "page.case.title": Text("Case {case}: {file}", "แฟ้มงานเลขที่ {case}: {file}"),
    "page.case.round": Text("round {round}", "รอบที่ {round}"),
    "page.case.judge": Text("Review again and read the report", "สอบทานซ้ำเพื่ออ่านรายงาน"),
    "page.case.paper": Text("Working paper", "กระดาษทำการ"),
    "page.case.paper-json": Text("For another party (JSON)", "สำหรับผู้ตรวจสอบอื่น (JSON)"),
    "page.case.walk": Text("Decide, one after the other", "พิจารณาทีละรายการ"),
    "page.case.progress": Text("Decided: {done} of {all}", "พิจารณาแล้ว {done} จาก {all} รายการ"),
    "page.case.bound": Text("What the signatures bind", "สิ่งที่การลงนามผูกไว้"),
    "page.sign.open": Text("Possible once nothing is open.", "ลงนามได้เมื่อพิจารณาครบทุกรายการ"),
    "page.sign.not-yet": Text("The preparer signs first.", "ผู้จัดทำต้องลงนามก่อน"),
    "page.sign.means": Text("Your signature says:", "การลงนามนี้รับรองว่า"),
    "page.sign.preparer": Text("Sign as preparer", "ลงนามเป็นผู้จัดทำ"),
    "page.sign.reviewer": Text("Sign as reviewer", "ลงนามเป็นผู้สอบทาน"),
    "page.note.text": Text("Note", "ข้อความ"),
    "page.note.go": Text("Add the note", "เพิ่มบันทึก"),
    "page.finding.title": Text("Finding {place} of {all}: {file}", "ข้อตรวจพบ {place} จาก {all}: {file}"),
    "page.finding.all": Text("The whole case", "ดูทั้งแฟ้มงาน"),
    "page.finding.before": Text("Previous (p)", "ก่อนหน้า (p)"),
    "page.finding.after": Text("Next (n)", "ถัดไป (n)"),
    "page.finding.why": Text("Why it matters", "ความสำคัญ"),
    "page.finding.mend": Text("What to do", "ข้อเสนอแนะ"),
    "page.finding.decide": Text("Your decision", "ผลการพิจารณา"),
    "page.finding.all-of-it": Text(
        "The same for all {count} open findings of this kind", "ใช้ผลนี้กับข้อตรวจพบชนิดเดียวกันที่ค้างทั้ง {count} รายการ"
    ),
    "page.finding.save": Text("Save and go on", "บันทึกและไปรายการถัดไป"),
    "page.finding.keys": Text(
        "Keys: 1-4 choose, n and p go on and back, Ctrl+Enter saves.",
        "แป้นลัด: 1-4 เลือก, n และ p ไปถัดไปและก่อนหน้า, Ctrl+Enter บันทึก",
    ),
    "page.finding.closed": Text(
        "The round is signed; its decisions stay as they are.", "รอบนี้ลงนามครบแล้ว ผลการพิจารณาแก้ไขไม่ได้"
    ),
    "page.finding.history": Text("Decisions so far", "ผลการพิจารณาที่ผ่านมา"),
    "page.needs.returned": Text("", ""),
    "page.needs.corrected": Text("", ""),
    "page.needs.waived": Text("reason and evidence", "ระบุเหตุผลและหลักฐาน"),
    "page.needs.false-alarm": Text("reason", "ระบุเหตุผล"),
    "page.needs.reopened": Text("reason", "ระบุเหตุผล"),
    "page.evidence.hint": Text("Which paper, and where it is kept", "เอกสารใด เลขที่เท่าใด เก็บไว้ที่ใด"),
    "page.compare.link": Text("Compare with the last round", "เปรียบเทียบกับรอบก่อน"),
    "page.compare.title": Text("Against the last round: {file}", "เปรียบเทียบกับรอบก่อน: {file}"),
    "page.compare.gone": Text("Gone", "ไม่พบแล้ว"),
    "page.compare.stayed": Text("Still there", "ยังคงพบ"),
    "page.compare.came": Text("New", "พบใหม่"),
    "page.compare.figures": Text("Reported figures that changed", "ตัวเลขที่รายงานซึ่งเปลี่ยนไป"),
    "page.compare.unit": Text("Unit", "หน่วยงาน"),
    "page.compare.quantity": Text("Figure", "ตัวเลข"),
    "page.compare.before": Text("Last round", "รอบก่อน"),
    "page.compare.after": Text("This round", "รอบนี้"),
    "page.compare.recomputed": Text("Recomputed", "คำนวณซ้ำ"),
    "page.compare.status": Text("Result", "ผล"),
    "page.verify.link": Text("Verify", "ตรวจว่ายังถูกต้อง"),
    "page.verify.title": Text("Does case {case} still hold?", "แฟ้มงานเลขที่ {case} ยังถูกต้องหรือไม่"),
    "page.verify.lead": Text(
        "The chain of entries, the workbook's bytes, the rules, and the recomputation run again.",
        "ตรวจสายโซ่ของรายการ ไบต์ของไฟล์ ชุดหลักเกณฑ์ และคำนวณซ้ำอีกครั้ง",
    ),
    "page.verify.workbook": Text("The workbook as it is now", "ไฟล์ที่มีอยู่ในปัจจุบัน"),
    "page.verify.choose": Text("Choose a file", "เลือกไฟล์"),
    "page.verify.kept": Text(
        "Left empty: the copy kept with the record", "หากไม่เลือก จะตรวจจากสำเนาที่เก็บไว้กับบันทึก"
    ),
    "page.verify.head": Text("Head printed on a paper", "รหัสท้ายสายโซ่ที่พิมพ์ไว้ในกระดาษทำการ"),
    "page.verify.head-hint": Text("At least 16 digits; may be left empty", "อย่างน้อย 16 หลัก หรือเว้นว่าง"),
    "page.verify.go": Text("Verify", "ตรวจ"),
    "page.verify.holds": Text("The record holds.", "บันทึกถูกต้องครบถ้วน"),
    "page.verify.broken": Text("The record does not hold.", "บันทึกไม่ถูกต้อง"),
    "page.login.title": Text("Enter", "เข้าสู่ระบบ"),
    "page.login.name": Text("Name", "ชื่อ"),
    "page.login.password": Text("Password", "รหัสผ่าน"),
    "page.login.go": Text("Enter", "เข้าสู่ระบบ"),
    "page.login.wrong": Text("Name or password is not right.", "ชื่อหรือรหัสผ่านไม่ถูกต้อง"),
    "page.refused.title": Text("This was not done", "ไม่ได้ดำเนินการ"),
    "page.refused.gone": Text(
        "The page is not there, or no longer: workbooks that were dropped are let go in time. Drop it again.",
        "ไม่พบหน้านี้ หรือไฟล์ที่วางไว้หมดเวลาเก็บแล้ว โปรดวางไฟล์อีกครั้ง",
    ),
    "page.refused.too-large": Text(
        "The upload is larger than {most} MB and was not taken.", "ไฟล์ที่ส่งมีขนาดเกิน {most} MB จึงไม่ได้รับไว้"
    ),
    "page.refused.malformed": Text(
        "The upload could not be read as a form; try again.", "อ่านแบบฟอร์มที่ส่งมาไม่ได้ โปรดลองอีกครั้ง"
    ),
    "page.refused.too-slow": Text("The upload took too long.", "การส่งไฟล์ใช้เวลานานเกินไป"),
    "page.refused.no-file": Text("No workbook came with it.", "ไม่มีไฟล์ส่งมาด้วย"),
    "page.refused.full": Text(
        "Too many workbooks are waiting; try again in a while.", "มีไฟล์รอคิวมากเกินไป โปรดลองใหม่ภายหลัง"
    ),
    "page.refused.unknown-policy": Text("This policy is not one of the choices.", "ไม่มีวิธีนับคะแนนนี้ให้เลือก"),
    "page.refused.unknown-rules": Text("This rule pack is not offered here.", "ไม่มีชุดหลักเกณฑ์นี้ให้เลือก"),
    "page.refused.bug": Text(
        "An error in sobthan; nothing was written. It is on the terminal that runs the page.",
        "เกิดข้อผิดพลาดของโปรแกรม ไม่มีการบันทึกใด รายละเอียดอยู่ในหน้าต่างที่เปิดโปรแกรม",
    ),
}
