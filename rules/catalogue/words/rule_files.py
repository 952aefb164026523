"""Words about rule files: what is wrong with a pack, a suite, a waiver file or a baseline."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "rules.near": Text(" (did you mean {name}?)", " (หมายถึง {name} หรือไม่)"),
    "rules.no-such-pack": Text(
        "there is no rule pack {name}{near}; shipped packs: {known}, or give the path of a YAML file",
        "ไม่มีชุดหลักเกณฑ์ {name}{near} ชุดที่มีมาให้: {known} หรือระบุที่อยู่ของไฟล์ YAML",
    ),
    "rules.file-too-large": Text(
        "the file is larger than {limit} bytes; a rule file is far smaller",
        "ไฟล์ใหญ่กว่า {limit} ไบต์ ไฟล์หลักเกณฑ์ควรเล็กกว่านี้มาก",
    ),
    "rules.not-utf8": Text(
        "the file is not UTF-8 text (byte {byte}); save it as UTF-8",
        "ไฟล์ไม่ใช่ข้อความ UTF-8 (ไบต์ที่ {byte}) โปรดบันทึกเป็น UTF-8",
    ),
    "rules.cannot-read": Text("the file cannot be read: {why}", "อ่านไฟล์ไม่ได้: {why}"),
    "rules.not-yaml": Text("this is not YAML: {why}", "ข้อความนี้ไม่ใช่ YAML: {why}"),
    "rules.not-a-mapping": Text(
        "the file must hold keys and values, as in `weights: required`",
        "ไฟล์ต้องเป็นรายการชื่อกับค่า เช่น `weights: required`",
    ),
    "rules.duplicate-key": Text("the key {name} is given twice", "ระบุ {name} ซ้ำสองครั้ง"),
    "rules.circle": Text(
        "`extends` goes round in a circle or is too long: {names}", "`extends` วนเป็นวงหรือยาวเกินไป: {names}"
    ),
    "rules.unknown-key": Text("unknown key {name}{near}", "ไม่รู้จักชื่อ {name}{near}"),
    "rules.missing-key": Text("the key {name} is missing", "ขาด {name}"),
    "rules.not-one-of": Text(
        "{name} cannot be {value}{near}; it is one of: {words}",
        "{name} เป็น {value} ไม่ได้{near} ค่าที่ใช้ได้: {words}",
    ),
    "rules.out-of-limits": Text(
        "{name} is {value}; it must lie between {low} and {high}",
        "{name} เป็น {value} ต้องอยู่ระหว่าง {low} ถึง {high}",
    ),
    "rules.wanted-number": Text("{name} must be a number, not {value}", "{name} ต้องเป็นตัวเลข ไม่ใช่ {value}"),
    "rules.wanted-whole": Text(
        "{name} must be a whole number, not {value}", "{name} ต้องเป็นจำนวนเต็ม ไม่ใช่ {value}"
    ),
    "rules.wanted-text": Text("{name} must be a text, not {value}", "{name} ต้องเป็นข้อความ ไม่ใช่ {value}"),
    "rules.wanted-list": Text("{name} must be a list, not {value}", "{name} ต้องเป็นรายการหลายค่า ไม่ใช่ {value}"),
    "rules.wanted-mapping": Text(
        "{name} must hold keys and values, not {value}", "{name} ต้องเป็นรายการชื่อกับค่า ไม่ใช่ {value}"
    ),
    "rules.two-meanings": Text(
        "{word} is given two meanings: {first} and {second}", "{word} มีสองความหมาย: {first} และ {second}"
    ),
    "rules.scale-order": Text(
        "the lowest score {low} must be below the highest {high}, and the highest above 0",
        "คะแนนต่ำสุด {low} ต้องน้อยกว่าคะแนนสูงสุด {high} และคะแนนสูงสุดต้องมากกว่า 0",
    ),
    "rules.scale-factor": Text(
        "give a factor above 0: 100 / {high} is no exact decimal, or the factor is 0",
        "โปรดระบุตัวคูณ (factor) ที่มากกว่า 0 เพราะ 100 / {high} ไม่เป็นทศนิยมรู้จบ หรือตัวคูณเป็น 0",
    ),
    "rules.zero-outside": Text(
        "zero: not-evaluated makes no sense on a scale from {low} to {high}, which has no 0",
        "zero: not-evaluated ใช้กับช่วงคะแนน {low} ถึง {high} ไม่ได้ เพราะช่วงนี้ไม่มี 0",
    ),
    "rules.band-twice": Text("two grade bands start at {value}", "มีระดับผลสองระดับเริ่มที่ {value}"),
    "rules.band-above": Text(
        "grade band {name} starts at {value}, above the highest converted score {top}",
        "ระดับผล {name} เริ่มที่ {value} สูงกว่าคะแนนที่แปลงเป็นฐาน 100 สูงสุด {top}",
    ),
    "rules.weights-ignored": Text(
        "weights are ignored, yet weighted scores are required",
        "กำหนดให้ไม่ใช้น้ำหนัก แต่ต้องรายงานคะแนนถ่วงน้ำหนัก",
    ),
    "rules.weight-sum-zero": Text("weight_sum cannot be 0", "weight_sum เป็น 0 ไม่ได้"),
    "rules.alias-of-nothing": Text(
        "the alias {word} stands for {name}, which is not in the names{near}",
        "ชื่ออื่น {word} ใช้แทน {name} ซึ่งไม่อยู่ในรายชื่อ{near}",
    ),
    "rules.listed-twice": Text("{word} stands twice in {name}", "{word} อยู่ใน {name} ซ้ำสองครั้ง"),
    "rules.thresholds-count": Text(
        "{count} thresholds for {levels} levels; give one for each",
        "มีค่าเป้าหมาย {count} ค่า สำหรับ {levels} ระดับ โปรดระบุให้ครบทุกระดับ",
    ),
    "rules.thresholds-order": Text(
        "thresholds must rise or fall from level to level: {values}",
        "ค่าเป้าหมายต้องเพิ่มขึ้นหรือลดลงไปทางเดียวกันทุกระดับ: {values}",
    ),
    "rules.not-columns": Text(
        "{value} is not a column or a range of columns as B or B:F",
        "{value} ไม่ใช่ชื่อคอลัมน์หรือช่วงคอลัมน์ เช่น B หรือ B:F",
    ),
    "rules.rows-order": Text("row {last} must come after row {first}", "แถว {last} ต้องอยู่หลังแถว {first}"),
    "rules.not-a-row": Text("{value} is not a row number", "{value} ไม่ใช่เลขแถว"),
    "rules.unknown-finding": Text("there is no finding named {name}{near}", "ไม่มีข้อตรวจพบชื่อ {name}{near}"),
    "rules.not-json": Text("this is not JSON: {why}", "ข้อความนี้ไม่ใช่ JSON: {why}"),
    "waivers.two-files": Text(
        "there are two waiver files: {names}; keep one", "มีไฟล์การผ่อนผันสองไฟล์: {names} โปรดเก็บไว้ไฟล์เดียว"
    ),
    "waivers.for-nothing": Text(
        "{id} is not the id of any finding that there can be{near}", "{id} ไม่ใช่รหัสของข้อตรวจพบใด{near}"
    ),
    "waivers.not-waivable": Text(
        "{name} cannot be waived: it says that something was not judged at all",
        "{name} ขอผ่อนผันไม่ได้ เพราะหมายความว่ายังไม่ได้ตรวจ",
    ),
    "waivers.no-such-file": Text(
        "the waiver of {id} is for {file}, which is not there", "การผ่อนผัน {id} ระบุไฟล์ {file} ซึ่งไม่มีอยู่"
    ),
    "waivers.twice": Text("{id} is waived twice", "ผ่อนผัน {id} ซ้ำสองครั้ง"),
    "waivers.none": Text("There is no waiver file beside these workbooks", "ไม่พบไฟล์ผ่อนผันที่อยู่กับสมุดงานเหล่านี้"),
    "waivers.not-a-date": Text("{value} is not a day as 2027-09-30", "{value} ไม่ใช่วันที่ในรูปแบบ 2027-09-30"),
    "suites.no-such-suite": Text(
        "there is no suite {name}{near}; shipped suites: {known}, or give the path of a JSON file",
        "ไม่มีชุดตรวจ {name}{near} ชุดที่มีมาให้: {known} หรือระบุที่อยู่ของไฟล์ JSON",
    ),
    "suites.unknown-type": Text(
        "{name} is not an expectation that a suite can use{near}; those that look at one row: {known}",
        "{name} ไม่ใช่ข้อคาดหมายที่ใช้ได้{near} ข้อคาดหมายที่ดูทีละแถว: {known}",
    ),
    "suites.unknown-column": Text(
        "there is no column {name}{near}; the columns are: {known}", "ไม่มีคอลัมน์ {name}{near} คอลัมน์ที่มี: {known}"
    ),
    "suites.no-column": Text("the expectation names no column", "ข้อคาดหมายไม่ได้ระบุคอลัมน์"),
    "suites.two-levels": Text(
        "the columns are of different rows: {levels}", "คอลัมน์ที่ระบุเป็นของแถวต่างชนิดกัน: {levels}"
    ),
    "suites.refused-argument": Text(
        "{name} is not used here: it would let one workbook change the verdict on another, or hide rows",
        "{name} ใช้ที่นี่ไม่ได้ เพราะจะทำให้ไฟล์หนึ่งมีผลต่ออีกไฟล์หนึ่ง หรือซ่อนบางแถว",
    ),
    "suites.not-kebab": Text(
        "{name} is not a short name in lower case with hyphens, as zero-share",
        "{name} ไม่ใช่ชื่อสั้นที่เป็นตัวพิมพ์เล็กคั่นด้วยขีด เช่น zero-share",
    ),
    "suites.bad-arguments": Text(
        "the expectation {name} cannot be made from its arguments: {why}",
        "สร้างข้อคาดหมาย {name} จากค่าที่ระบุไม่ได้: {why}",
    ),
    "suites.lost": Text(
        "{given} expectations were given and {loaded} were loaded; nothing was judged",
        "ระบุข้อคาดหมาย {given} ข้อ แต่โหลดได้ {loaded} ข้อ จึงยังไม่ได้ตรวจ",
    ),
    "suites.found": Text(" (found {values})", " (พบ {values})"),
    "rules.nothing-to-draft": Text(
        "{file}: no score table was found, so there is nothing to draft a pack from",
        "{file}: ไม่พบตารางคะแนน จึงร่างชุดหลักเกณฑ์ไม่ได้",
    ),
    "waivers.add-to-json": Text(
        "waivers can be added to a YAML file only; edit this JSON file by hand, or turn it into YAML",
        "เพิ่มการผ่อนผันได้เฉพาะไฟล์ YAML โปรดแก้ไขไฟล์ JSON นี้เอง หรือแปลงเป็น YAML",
    ),
    "waivers.no-such-finding": Text(
        "{file} has no finding {id}{near}; sobthan validate --format json lists the ids",
        "{file} ไม่มีข้อตรวจพบ {id}{near} ใช้ sobthan validate --format json เพื่อดูรหัส",
    ),
}
