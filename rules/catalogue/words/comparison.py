"""Words of the comparison of two sources."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "category.comparison": Text("comparison", "การเปรียบเทียบ"),
    "compare.title": Text("Comparison of two sources", "การเปรียบเทียบแหล่งข้อมูลสองแหล่ง"),
    "compare.left": Text("Left", "ซ้าย"),
    "compare.right": Text("Right", "ขวา"),
    "compare.verdict.same": Text("The two sources agree", "ข้อมูลสองแหล่งตรงกัน"),
    "compare.verdict.different": Text("The two sources differ", "ข้อมูลสองแหล่งไม่ตรงกัน"),
    "compare.verdict.not_judged": Text("Some inputs could not be compared", "เปรียบเทียบได้ไม่ครบทุกไฟล์"),
    "compare.counts": Text(
        "{units} units and {indicators} indicators stand on both sides. "
        "Scores: {scores} compared, {scores_changed} differ. "
        "Figures: {figures} compared, {figures_changed} differ.",
        "มีหน่วยงาน {units} แห่งและตัวชี้วัด {indicators} ตัวทั้งสองฝั่ง "
        "เปรียบเทียบคะแนน {scores} ค่า ไม่ตรงกัน {scores_changed} ค่า "
        "เปรียบเทียบตัวเลขที่รายงาน {figures} ค่า ไม่ตรงกัน {figures_changed} ค่า",
    ),
    "compare.count.units": Text("units on both sides", "หน่วยงานที่มีทั้งสองฝั่ง"),
    "compare.count.indicators": Text("indicators on both sides", "ตัวชี้วัดที่มีทั้งสองฝั่ง"),
    "compare.count.scores": Text("scores compared", "คะแนนที่เปรียบเทียบ"),
    "compare.count.figures": Text("reported figures compared", "ตัวเลขที่รายงานที่เปรียบเทียบ"),
    "compare.unshared": Text(
        "Reported on the {side} alone, so not compared: {quantities}.",
        "รายงานเฉพาะฝั่ง{side} จึงไม่ได้เปรียบเทียบ: {quantities}",
    ),
    "compare.not-judged": Text("Not compared: {file} ({why})", "ไม่ได้เปรียบเทียบ: {file} ({why})"),
    "compare.no-table": Text("no score table was found", "ไม่พบตารางคะแนน"),
    "compare.what": Text("What", "รายการ"),
    "compare.where-left": Text("Left cell", "เซลล์ฝั่งซ้าย"),
    "compare.where-right": Text("Right cell", "เซลล์ฝั่งขวา"),
    "compare.workbooks": Text("{count} workbooks", "{count} ไฟล์"),
    "compare.subject.table": Text("The table {label}", "ตาราง {label}"),
    "compare.subject.unit": Text("Unit {unit}", "หน่วยงาน {unit}"),
    "compare.subject.indicator": Text("Indicator {indicator}", "ตัวชี้วัด {indicator}"),
    "compare.subject.score": Text("The score of {unit} for {indicator}", "คะแนนของ {unit} ตัวชี้วัด {indicator}"),
    "compare.subject.scores": Text("Scores of {unit}", "คะแนนของ {unit}"),
    "compare.subject.figure": Text("{quantity} of {unit}", "{quantity} ของ {unit}"),
    "compare.subject.indicator-figure": Text(
        "{quantity} of {unit} for {indicator}", "{quantity} ของ {unit} ตัวชี้วัด {indicator}"
    ),
    "compare.round": Text(" (round {round})", " (รอบ {round})"),
    "compare.assessor": Text(" ({assessor})", " ({assessor})"),
    "compare.assessor.self": Text("self-assessment", "ประเมินตนเอง"),
    "compare.assessor.committee": Text("committee", "คณะกรรมการ"),
    "compare.at": Text("{value} ({place})", "{value} ({place})"),
    "compare.nothing": Text("no text", "ไม่มีข้อความ"),
    "compare.alike": Text("the names are {percent}% alike", "ชื่อคล้ายกันร้อยละ {percent}"),
    "compare.position": Text("they stand in the same position", "อยู่ในลำดับเดียวกัน"),
    "compare.choose": Text(
        "The sides have tables of several kinds and none in common. Left: {left}. Right: {right}. "
        "Choose with --left-round, --right-round, --left-assessor, --right-assessor.",
        "สองฝั่งมีตารางหลายแบบและไม่มีแบบที่ตรงกัน ซ้าย: {left} ขวา: {right} "
        "โปรดเลือกด้วย --left-round, --right-round, --left-assessor, --right-assessor",
    ),
    "compare.no-choice": Text(
        "The {side} has no table of the kind chosen. It has: {kinds}.",
        "ฝั่ง{side}ไม่มีตารางตามที่เลือก มีเพียง: {kinds}",
    ),
    "compare.kind": Text("round {round}, assessor {assessor}", "รอบ {round} ผู้ประเมิน {assessor}"),
    "compare.any": Text("not said", "ไม่ระบุ"),
    "compare.inputs": Text("Sources", "แหล่งข้อมูล"),
}
