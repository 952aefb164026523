"""Causes that lie in the sum: rows left out or taken in, scores read otherwise, figures of somebody else."""

from __future__ import annotations

from schemas.catalogue import CauseEntry
from schemas.finding import Text

ENTRIES: tuple[CauseEntry, ...] = (
    CauseEntry(
        name="row-omitted",
        title=Text("An indicator left out", "ตกหล่นตัวชี้วัด"),
        message=Text(
            "Without {which} ({how}): {reckoning} = {value}.",
            "หากไม่นับ {which} ({how}) จะได้ {reckoning} = {value}",
        ),
        why=Text(
            "A range that starts one row late or ends one row early drops an indicator without any sign of it.",
            "ช่วงเซลล์ที่เริ่มช้าหรือจบเร็วไปหนึ่งแถวทำให้ตัวชี้วัดหายไปโดยไม่มีสิ่งใดบอกให้เห็น",
        ),
        proof=Text(
            "The range in the formula of the figure, or the unit's own addition.",
            "ช่วงเซลล์ในสูตรของตัวเลขนี้ หรือรายละเอียดการรวมคะแนนของหน่วยงาน",
        ),
        mend=Text("Sum every indicator that applies to the unit.", "รวมคะแนนทุกตัวชี้วัดที่เกี่ยวข้องกับหน่วยงาน"),
    ),
    CauseEntry(
        name="hidden-counted",
        title=Text("Hidden scores counted", "นับคะแนนที่ซ่อนอยู่"),
        message=Text(
            "With the scores of {place} {hidden} counted too ({how}): {reckoning} = {value}.",
            "หากนับคะแนนใน{place} {hidden} ด้วย ({how}) จะได้ {reckoning} = {value}",
        ),
        why=Text(
            "A sum runs over hidden rows and columns as well, so that the figure holds scores that no reader sees.",
            "ผลรวมนับแถวและคอลัมน์ที่ซ่อนอยู่ด้วย ตัวเลขจึงมีคะแนนที่ผู้อ่านมองไม่เห็น",
        ),
        proof=Text(
            "The hidden cells: whether the indicator was dropped or only put out of sight.",
            "เซลล์ที่ซ่อนอยู่ ว่าตัดตัวชี้วัดออกแล้วหรือเพียงซ่อนไว้",
        ),
        mend=Text(
            "Show the indicator where it counts; where it does not, delete it and calculate again.",
            "หากตัวชี้วัดยังนับอยู่ให้แสดงแถว หากไม่นับให้ลบแล้วคำนวณใหม่",
        ),
    ),
    CauseEntry(
        name="row-repeated",
        title=Text("An indicator counted twice", "นับตัวชี้วัดซ้ำ"),
        message=Text(
            "With {which} counted twice ({how}): {reckoning} = {value}.",
            "หากนับ {which} ซ้ำ ({how}) จะได้ {reckoning} = {value}",
        ),
        why=Text(
            "Overlapping ranges, or a copied row that was not removed, count one indicator twice.",
            "ช่วงเซลล์ที่ซ้อนกัน หรือแถวที่คัดลอกไว้แล้วไม่ได้ลบ ทำให้นับตัวชี้วัดเดียวกันสองครั้ง",
        ),
        proof=Text(
            "The ranges in the formula of the figure, and hidden rows.",
            "ช่วงเซลล์ในสูตรของตัวเลขนี้ และแถวที่ซ่อนอยู่",
        ),
        mend=Text("Count every indicator once.", "นับตัวชี้วัดแต่ละตัวเพียงครั้งเดียว"),
    ),
    CauseEntry(
        name="formula-omits-row",
        title=Text("The formula leaves a row out", "สูตรไม่ครอบคลุมทุกแถว"),
        message=Text(
            "The sheet's formula does not read {which}: {reckoning} = {value}.",
            "สูตรในแผ่นงานไม่ได้อ่าน {which} จึงได้ {reckoning} = {value}",
        ),
        why=Text(
            "The formula itself shows which cells it reads; what it leaves out is not in the figure.",
            "ตัวสูตรแสดงให้เห็นว่าอ่านเซลล์ใดบ้าง เซลล์ที่ไม่ได้อ่านจึงไม่อยู่ในผลลัพธ์",
        ),
        proof=Text("The formula in the cell of the figure.", "สูตรในเซลล์ของตัวเลขนี้"),
        mend=Text("Extend the range over all indicators of the table.", "ขยายช่วงเซลล์ให้ครอบคลุมทุกตัวชี้วัดในตาราง"),
    ),
    CauseEntry(
        name="single-score",
        title=Text("One score differs", "คะแนนต่างกันหนึ่งตัวชี้วัด"),
        message=Text(
            "One score that differs by {change} gives {value}, such as {first} at {other} instead of {score}.",
            "หากคะแนนของตัวชี้วัดหนึ่งต่างไป {change} จะได้ {value} เช่น {first} เป็น {other} แทน {score}",
        ),
        why=Text(
            "A score changed after the figures were made, or misread for them, leaves figure and sheet apart.",
            "คะแนนที่แก้ไขภายหลังจากคำนวณแล้ว หรืออ่านผิดขณะคำนวณ ทำให้ตัวเลขไม่ตรงกับแผ่นงาน",
        ),
        proof=Text(
            "The unit's own form, or an earlier version of the sheet, score by score.",
            "แบบประเมินของหน่วยงาน หรือแผ่นงานฉบับก่อนหน้า เทียบคะแนนทีละตัวชี้วัด",
        ),
        mend=Text(
            "Settle which score holds, then recompute the figures.",
            "ยืนยันว่าคะแนนใดถูกต้อง แล้วคำนวณผลคะแนนใหม่",
        ),
    ),
    CauseEntry(
        name="subtotal-counted",
        title=Text("Group totals counted as indicators", "นับยอดรวมของกลุ่มเป็นตัวชี้วัด"),
        message=Text(
            "With the group totals counted as well ({how}): {reckoning} = {value}.",
            "หากนับแถวรวมของกลุ่มด้วย ({how}) จะได้ {reckoning} = {value}",
        ),
        why=Text(
            "A range over the whole block takes in the total rows between the groups, so that scores count twice.",
            "ช่วงเซลล์ที่ครอบทั้งตารางรวมแถวยอดรวมระหว่างกลุ่มเข้าไปด้วย ทำให้คะแนนถูกนับซ้ำ",
        ),
        proof=Text("The range in the formula of the figure.", "ช่วงเซลล์ในสูตรของตัวเลขนี้"),
        mend=Text(
            "Sum the indicators, or the group totals, not both.",
            "รวมเฉพาะตัวชี้วัด หรือเฉพาะยอดรวมของกลุ่ม ไม่รวมทั้งสองอย่าง",
        ),
    ),
    CauseEntry(
        name="text-ignored",
        title=Text("Numbers stored as text passed over", "ข้ามตัวเลขที่เก็บเป็นข้อความ"),
        message=Text(
            "With {which}, stored as text, passed over by the formula: {reckoning} = {value}.",
            "หากสูตรข้าม {which} ซึ่งเก็บเป็นข้อความ จะได้ {reckoning} = {value}",
        ),
        why=Text(
            "SUM and AVERAGE pass over cells that hold text, even where the text looks like a number.",
            "SUM และ AVERAGE ข้ามเซลล์ที่เป็นข้อความ แม้ข้อความนั้นจะดูเหมือนตัวเลข",
        ),
        proof=Text(
            "The type of these cells: text stands at the left edge, or under a green corner.",
            "ชนิดข้อมูลของเซลล์เหล่านี้ ข้อความมักชิดซ้ายหรือมีเครื่องหมายสีเขียวที่มุมเซลล์",
        ),
        mend=Text("Turn the cells into numbers and recalculate.", "แปลงเซลล์เหล่านี้เป็นตัวเลขแล้วคำนวณใหม่"),
    ),
    CauseEntry(
        name="column-shift",
        title=Text("Figures shifted by a column", "ตัวเลขเลื่อนคอลัมน์"),
        message=Text(
            "The figures of a run of units stand {shift} off: this one is that of {which} ({value}).",
            "ตัวเลขของหลายหน่วยงานเลื่อนไป {shift} ตำแหน่ง ตัวเลขนี้เป็นของ {which} ({value})",
        ),
        why=Text(
            "One cell inserted, deleted or pasted off by one shifts all figures after it to other units.",
            "การแทรก ลบ หรือวางคลาดไปหนึ่งเซลล์ทำให้ตัวเลขถัดไปทั้งหมดไปอยู่กับหน่วยงานอื่น",
        ),
        proof=Text(
            "The first unit where the shift begins, and what was inserted or deleted there.",
            "หน่วยงานแรกที่เริ่มเลื่อน และสิ่งที่แทรกหรือลบ ณ จุดนั้น",
        ),
        mend=Text("Move the figures back to their units.", "ย้ายตัวเลขกลับไปยังหน่วยงานที่ถูกต้อง"),
    ),
    CauseEntry(
        name="other-unit",
        title=Text("Another unit's figure", "เป็นตัวเลขของหน่วยงานอื่น"),
        message=Text("It is the figure of {which} ({value}).", "ตัวเลขนี้ตรงกับของ {which} ({value})"),
        why=Text(
            "Figures copied by hand land in the wrong column. Units often share figures, so that this may also be "
            "chance.",
            "ตัวเลขที่คัดลอกด้วยมืออาจลงผิดคอลัมน์ แต่หลายหน่วยงานมักมีคะแนนเท่ากัน จึงอาจเป็นเหตุบังเอิญก็ได้",
        ),
        proof=Text("Both units' own forms.", "แบบประเมินของหน่วยงานทั้งสอง"),
        mend=Text("Put each unit's own figure in its column.", "ใส่ตัวเลขของแต่ละหน่วยงานในคอลัมน์ของตน"),
    ),
    CauseEntry(
        name="other-round",
        title=Text("Another round's figure", "เป็นตัวเลขของรอบอื่น"),
        message=Text(
            "It is the unit's figure in another table of the workbook ({table}): {value}.",
            "ตัวเลขนี้ตรงกับของหน่วยงานเดียวกันในอีกตารางหนึ่งของไฟล์ ({table}): {value}",
        ),
        why=Text(
            "Workbooks hold several rounds or assessors side by side; a figure carried over is out of date.",
            "ไฟล์มักมีหลายรอบหรือหลายผู้ประเมินอยู่ด้วยกัน ตัวเลขที่ยกมาจากอีกตารางจึงไม่เป็นปัจจุบัน",
        ),
        proof=Text("The table that the figure was taken from.", "ตารางที่เป็นที่มาของตัวเลขนี้"),
        mend=Text("Recompute the figure from this table's scores.", "คำนวณตัวเลขใหม่จากคะแนนในตารางนี้"),
    ),
)
