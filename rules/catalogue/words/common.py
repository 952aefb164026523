"""Words that every report shares: verdicts, quantities, statuses, states, severities, policies."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "verdict.consistent": Text("Consistent", "ถูกต้องตรงกัน"),
    "verdict.discrepant": Text("Discrepant", "พบผลต่าง"),
    "verdict.unreadable": Text("Could not be judged", "ตรวจไม่ได้"),
    "answer.consistent": Text("Ready for sign-off", "ลงนามรับรองได้"),
    "answer.discrepant": Text("Not ready for sign-off", "ยังลงนามรับรองไม่ได้"),
    "answer.unreadable": Text("Could not be judged", "ตรวจไม่ได้"),
    "reason.mismatch": Text(
        "Of {reported} reported figures, {mismatch} cannot be reproduced from the scores.",
        "ตัวเลขที่รายงาน {mismatch} จาก {reported} รายการไม่ตรงกับที่คำนวณซ้ำจากคะแนน",
    ),
    "reason.errors": Text(
        "The reported figures come out of the scores, but errors must be settled first: {error}.",
        "ตัวเลขที่รายงานตรงกับที่คำนวณซ้ำ แต่มีข้อผิดพลาด {error} รายการที่ต้องแก้ไขก่อน",
    ),
    "reason.errors-only": Text(
        "Errors must be settled first: {error}. No reported figure could be reconciled.",
        "มีข้อผิดพลาด {error} รายการที่ต้องแก้ไขก่อน และไม่มีตัวเลขที่รายงานให้กระทบยอด",
    ),
    "reason.clean": Text(
        "Every reported figure ({reported}) comes out of the scores.",
        "ตัวเลขที่รายงานทั้ง {reported} รายการตรงกับที่คำนวณซ้ำจากคะแนน",
    ),
    "reason.warnings": Text(
        "Every figure that could be recomputed ({match}) comes out; remarks to look at: {warning}.",
        "ตัวเลขที่คำนวณซ้ำได้ทั้ง {match} รายการตรงกัน แต่มีข้อควรระวัง {warning} รายการที่ควรพิจารณา",
    ),
    "reason.nothing-reported": Text(
        "The scores are well formed; the workbook reports no figure to reconcile.",
        "คะแนนอยู่ในรูปแบบที่ถูกต้อง แต่ไม่มีตัวเลขที่รายงานให้กระทบยอด",
    ),
    "reason.unreadable": Text(
        "The file could not be read, or holds no score table.",
        "อ่านไฟล์ไม่ได้ หรือไม่พบตารางคะแนนในไฟล์",
    ),
    "quantity.score": Text("Score", "คะแนน"),
    "quantity.weighted": Text("Weighted score", "คะแนนถ่วงน้ำหนัก"),
    "quantity.full_marks": Text("Full marks", "คะแนนเต็ม"),
    "quantity.points": Text("Points", "คะแนนรวม"),
    "quantity.mean": Text("Mean", "คะแนนเฉลี่ย (ค)"),
    "quantity.converted": Text("Converted score", "คะแนนที่แปลงเป็นฐาน 100"),
    "quantity.grade": Text("Grade", "ระดับผลการประเมิน"),
    "short.score": Text("Score", "คะแนน"),
    "short.weighted": Text("Weighted", "ถ่วงน้ำหนัก"),
    "short.full_marks": Text("Full marks", "คะแนนเต็ม"),
    "short.points": Text("Points", "คะแนนรวม"),
    "short.mean": Text("Mean", "คะแนนเฉลี่ย"),
    "short.converted": Text("Converted", "ฐาน 100"),
    "short.grade": Text("Grade", "ระดับ"),
    "status.match": Text("Matches", "ตรงกัน"),
    "status.mismatch": Text("Does not match", "ไม่ตรงกัน"),
    "status.not_reported": Text("Not reported", "ไม่ได้รายงาน"),
    "status.not_computable": Text("Could not be recomputed", "คำนวณซ้ำไม่ได้"),
    "assessment.explained": Text("explained", "อธิบายได้"),
    "assessment.ambiguous": Text("several explanations", "มีคำอธิบายหลายทาง"),
    "assessment.possible": Text("possible, the sheet is partial", "เป็นไปได้ เนื่องจากตารางไม่ครบ"),
    "assessment.contradicted": Text("contradicted by the scores", "ขัดแย้งกับคะแนนในตาราง"),
    "assessment.unexplained": Text("unexplained", "ยังอธิบายไม่ได้"),
    "state.scored": Text("score", "มีคะแนน"),
    "state.blank": Text("blank", "ว่าง"),
    "state.dash": Text("dash", "ขีด (-)"),
    "state.not_applicable": Text("not applicable", "ไม่เกี่ยวข้อง"),
    "state.not_started": Text("not started", "เริ่มรอบถัดไป"),
    "state.cancelled": Text("cancelled", "ยกเลิกตัวชี้วัด"),
    "state.error": Text("error cell", "เซลล์ผิดพลาด"),
    "state.invalid": Text("not a valid score", "ไม่ใช่คะแนนที่ใช้ได้"),
    "policy.zero": Text("A score of 0", "คะแนน 0"),
    "policy.zero.scored": Text("counts as 0", "นับเป็น 0 คะแนน"),
    "policy.zero.not-evaluated": Text("not evaluated, leaves the base", "ยังไม่ประเมิน ตัดออกจากฐานคะแนน"),
    "policy.blank": Text("A blank cell", "เซลล์ว่าง"),
    "policy.blank.missing": Text("is a missing score", "ถือว่าขาดคะแนน"),
    "policy.blank.not-applicable": Text("not applicable, leaves the base", "ไม่เกี่ยวข้อง ตัดออกจากฐานคะแนน"),
    "policy.dash": Text("A dash", "เครื่องหมายขีด (-)"),
    "policy.dash.question": Text("is a question to the submitter", "ต้องสอบถามผู้ส่งข้อมูล"),
    "policy.dash.not-applicable": Text("not applicable, leaves the base", "ไม่เกี่ยวข้อง ตัดออกจากฐานคะแนน"),
    "policy.dash.zero": Text("counts as 0", "นับเป็น 0 คะแนน"),
    "policy.rounding": Text("Rounding", "การปัดเศษ"),
    "policy.rounding.half-up": Text("half up, once, at the end", "เศษตั้งแต่ครึ่งหนึ่งขึ้นไปปัดขึ้น ครั้งเดียวในขั้นสุดท้าย"),
    "policy.rounding.half-even": Text(
        "half to even, once, at the end", "เศษกึ่งกลางปัดเข้าหาเลขคู่ ครั้งเดียวในขั้นสุดท้าย"
    ),
    "policy.rounding.truncate": Text("cut off, once, at the end", "ตัดเศษทิ้ง ครั้งเดียวในขั้นสุดท้าย"),
    "policy.rounding.nearest": Text(
        "to the nearest, ties either way", "ปัดเข้าหาค่าใกล้ที่สุด ค่ากึ่งกลางปัดได้ทั้งสองทาง"
    ),
    "rounding.half-up": Text("half up", "ปัดครึ่งขึ้น"),
    "rounding.half-even": Text("half to even", "ปัดครึ่งเข้าหาเลขคู่"),
    "rounding.truncate": Text("cutting off", "ตัดเศษทิ้ง"),
    "rounding.nearest": Text("to the nearest, ties either way", "ปัดเข้าหาค่าใกล้ที่สุดโดยค่ากึ่งกลางปัดได้ทั้งสองทาง"),
    "rounding.untold": Text(
        "{table}: no figure tells how it was rounded. Those that come out ({count}) do so rounded half up, "
        "half to even or cut off.",
        "{table}: ไม่มีตัวเลขใดบอกได้ว่าปัดเศษด้วยวิธีใด ตัวเลขที่ตรง {count} รายการได้ค่าเดียวกัน"
        "ไม่ว่าปัดครึ่งขึ้น ปัดครึ่งเข้าหาเลขคู่ หรือตัดเศษทิ้ง",
    ),
    "policy.rounding-of": Text("Rounding of: {quantity}", "การปัดเศษของ{quantity}"),
    "policy.decimals-of": Text("Decimals of: {quantity}", "จำนวนตำแหน่งทศนิยมของ{quantity}"),
    "policy.decimals-of.value": Text("{count}, as the rules fix them", "{count} ตำแหน่ง ตามที่ชุดหลักเกณฑ์กำหนด"),
    "policy.tolerance": Text("Tolerance", "ค่าเผื่อ"),
    "sheet.hidden": Text("the sheet is hidden", "แผ่นงานถูกซ่อนไว้"),
    "sheet.empty": Text("the sheet is empty", "แผ่นงานว่างเปล่า"),
    "sheet.no-table": Text("no score table stands on it", "ไม่มีตารางคะแนนในแผ่นงานนี้"),
    "many.units": Text("units: {count}", "{count} หน่วยงาน"),
}
