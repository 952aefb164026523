"""The words that findings about structure are put together from."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "structure.packed": Text(
        "{units} units, {scores} score columns and {figures} figures cannot all be aligned. The figures of this "
        "row were read as {groups} groups of {each}, one for each unit in order; read one a column they would "
        "belong to {figures} columns",
        "หน่วยงาน {units} หน่วยงาน คอลัมน์คะแนน {scores} คอลัมน์ และตัวเลขสรุป {figures} ค่า จัดให้ตรงกันทั้งหมดไม่ได้ "
        "จึงอ่านแถวนี้เป็น {groups} ชุด ชุดละ {each} ค่า ให้หน่วยงานตามลำดับ หากอ่านคอลัมน์ละหนึ่งค่าจะเป็นของ {figures} คอลัมน์",
    ),
    "structure.two-columns": Text(
        "Both columns of each unit could be its score, and no sub-header or number tells which: the first was "
        "read as the score, the second not at all",
        "ทั้งสองคอลัมน์ของแต่ละหน่วยงานอาจเป็นคะแนน โดยไม่มีหัวตารางย่อยหรือตัวเลขใดบอกได้ จึงอ่านคอลัมน์แรกเป็นคะแนน และไม่อ่านคอลัมน์ที่สอง",
    ),
    "structure.orientation": Text(
        "The table can be read with indicators down and units across, or with units down and indicators across; "
        "it was read with {chosen}",
        "ตารางนี้อ่านได้ทั้งแบบตัวชี้วัดเรียงลงหน่วยงานเรียงขวาง และหน่วยงานเรียงลงตัวชี้วัดเรียงขวาง จึงอ่านแบบ{chosen}",
    ),
    "structure.upright": Text("indicators down", "ตัวชี้วัดเรียงลง"),
    "structure.transposed": Text("units down", "หน่วยงานเรียงลง"),
    "structure.totals": Text(
        "The totals on sheet {sheet} could belong to {count} tables of the same units; they were read with {chosen}",
        "ผลรวมในแผ่นงาน {sheet} อาจเป็นของตาราง {count} ตารางที่มีหน่วยงานเดียวกัน จึงอ่านเป็นของ {chosen}",
    ),
    "structure.hidden-rows": Text("Hidden rows {places}", "แถวที่ซ่อนไว้ {places}"),
    "structure.hidden-columns": Text("Hidden columns {places}", "คอลัมน์ที่ซ่อนไว้ {places}"),
    "structure.hidden-sheet": Text("The hidden sheet {places}", "แผ่นงานที่ซ่อนไว้ {places}"),
    "structure.miss.no-header": Text("no header row was recognised", "ไม่พบแถวหัวตาราง"),
    "structure.miss.no-columns": Text(
        "a header, but no column of a unit or of scores", "พบหัวตาราง แต่ไม่พบคอลัมน์หน่วยงานหรือคะแนน"
    ),
    "structure.miss.no-rows": Text("a header, but no row with scores", "พบหัวตาราง แต่ไม่พบแถวที่มีคะแนน"),
    "structure.miss.scale": Text(
        "a table, but most of its numbers lie outside the scale of scores",
        "พบตาราง แต่ตัวเลขส่วนใหญ่อยู่นอกช่วงคะแนน",
    ),
    "structure.miss.long": Text(
        "a list with one line for each unit and indicator, not a matrix or a form",
        "พบรายการแบบหนึ่งบรรทัดต่อหน่วยงานและตัวชี้วัด ซึ่งไม่ใช่ตารางหรือแบบฟอร์ม",
    ),
    "structure.miss.totals": Text("totals of units, but no scores", "พบผลรวมของหน่วยงาน แต่ไม่พบคะแนน"),
    "structure.miss.fixed": Text(
        "nothing where the layout of the rule pack points", "ไม่พบตารางตามผังที่กำหนดในชุดหลักเกณฑ์"
    ),
}
