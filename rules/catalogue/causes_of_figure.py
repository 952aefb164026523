"""Causes that lie in the figure itself: conversion, rounding, typing, and none at all."""

from __future__ import annotations

from schemas.catalogue import CauseEntry
from schemas.finding import Text

ENTRIES: tuple[CauseEntry, ...] = (
    CauseEntry(
        name="not-converted",
        title=Text("Not converted", "ไม่ได้แปลงฐานคะแนน"),
        message=Text(
            "It is {what}, {reckoning}, not converted.", "ตัวเลขนี้คือ{what} {reckoning} ซึ่งยังไม่ได้แปลงฐานคะแนน"
        ),
        why=Text(
            "Points or a mean in place of the converted score cannot be compared with other units.",
            "คะแนนรวมหรือคะแนนเฉลี่ยที่ใส่แทนคะแนนที่แปลงเป็นฐาน 100 เปรียบเทียบกับหน่วยงานอื่นไม่ได้",
        ),
        proof=Text(
            "The formula of the figure: whether it multiplies by 20.", "สูตรของตัวเลขนี้ ว่ามีการคูณ 20 หรือไม่"
        ),
        mend=Text("Convert: mean × 20.", "แปลงฐานคะแนนโดยนำคะแนนเฉลี่ยคูณ 20"),
    ),
    CauseEntry(
        name="fraction",
        title=Text("A share of 1 instead of 100", "เป็นสัดส่วนต่อ 1 แทนฐาน 100"),
        message=Text(
            "It is {expected} divided by 100.",
            "ตัวเลขนี้คือ {expected} หารด้วย 100",
        ),
        why=Text(
            "A percentage kept as a fraction of 1 loses its meaning when it is copied without its format.",
            "ร้อยละที่เก็บเป็นสัดส่วนต่อ 1 จะผิดความหมายเมื่อคัดลอกโดยไม่มีรูปแบบการแสดงผล",
        ),
        proof=Text("The number format of the cell it was copied from.", "รูปแบบตัวเลขของเซลล์ต้นทาง"),
        mend=Text("Multiply by 100.", "คูณด้วย 100"),
    ),
    CauseEntry(
        name="truncated",
        title=Text("Cut off instead of rounded", "ตัดเศษทิ้งแทนการปัดเศษ"),
        message=Text(
            "The digits after decimal {decimals} were cut off: {value} instead of {expected}.",
            "ตัดเศษหลังทศนิยมตำแหน่งที่ {decimals} ทิ้ง ได้ {value} แทน {expected}",
        ),
        why=Text(
            "The rule is one rounding, half up, at the end. Cutting off takes up to one unit of the last digit.",
            "หลักเกณฑ์คือปัดเศษครั้งเดียวในขั้นสุดท้าย การตัดเศษทิ้งทำให้ขาดไปได้ถึงหนึ่งหน่วยของหลักสุดท้าย",
        ),
        proof=Text(
            "The formula of the figure: TRUNC, INT or ROUNDDOWN.", "สูตรของตัวเลขนี้ ว่าใช้ TRUNC INT หรือ ROUNDDOWN"
        ),
        mend=Text("Use ROUND, once, at the end.", "ใช้ ROUND ครั้งเดียวในขั้นสุดท้าย"),
    ),
    CauseEntry(
        name="half-even",
        title=Text("Rounded half to even", "ปัดเศษกึ่งกลางเข้าหาเลขคู่"),
        message=Text(
            "The exact value is a tie at decimal {decimals} and was rounded to the even digit: {value} instead of "
            "{expected}.",
            "ค่าจริงอยู่กึ่งกลางพอดีที่ทศนิยมตำแหน่งที่ {decimals} และปัดเข้าหาเลขคู่ ได้ {value} แทน {expected}",
        ),
        why=Text(
            "Some programs round a tie to the even digit; the rule is half up.",
            "บางโปรแกรมปัดค่ากึ่งกลางเข้าหาเลขคู่ แต่หลักเกณฑ์คือปัดขึ้น",
        ),
        proof=Text("The program that made the figure.", "โปรแกรมที่ใช้คำนวณตัวเลขนี้"),
        mend=Text("Round half up.", "เศษตั้งแต่ครึ่งหนึ่งขึ้นไปให้ปัดขึ้น"),
    ),
    CauseEntry(
        name="half-up",
        title=Text("Rounded half up against the rule pack", "ปัดขึ้นเมื่อเศษถึงครึ่งหนึ่ง ไม่ตรงกับชุดหลักเกณฑ์"),
        message=Text(
            "Rounded half up to {decimals} decimals it is {value}; the rounding in force gives {expected}.",
            "หากปัดขึ้นเมื่อเศษถึงครึ่งหนึ่งที่ทศนิยม {decimals} ตำแหน่ง จะได้ {value} แต่วิธีปัดเศษที่ใช้อยู่ให้ {expected}",
        ),
        why=Text(
            "The rule pack cuts digits off, or rounds a tie to the even digit; the sheet rounds half up as most "
            "programs do. Either the sheet or the choice of rule pack is wrong.",
            "ชุดหลักเกณฑ์กำหนดให้ตัดเศษทิ้งหรือปัดเศษกึ่งกลางเข้าหาเลขคู่ แต่ตารางปัดขึ้นเมื่อเศษถึงครึ่งหนึ่งอย่างโปรแกรมทั่วไป "
            "จึงผิดที่ตารางหรือเลือกชุดหลักเกณฑ์ไม่ตรง",
        ),
        proof=Text(
            "The formula of the figure, and the rule the department has laid down.",
            "สูตรของตัวเลขนี้ และหลักเกณฑ์ที่หน่วยงานกำหนดไว้",
        ),
        mend=Text(
            "Round as the rule says, or choose the rule pack that says half up.",
            "ปัดเศษตามชุดหลักเกณฑ์ หรือเลือกชุดหลักเกณฑ์ที่กำหนดให้เศษตั้งแต่ครึ่งหนึ่งขึ้นไปปัดขึ้น",
        ),
    ),
    CauseEntry(
        name="rounded-intermediate",
        title=Text("Rounded on the way", "ปัดเศษระหว่างทาง"),
        message=Text(
            "With {what} {how} to {decimals} decimals first ({step}): {value}.",
            "หาก{how}{what}ที่ทศนิยม {decimals} ตำแหน่งก่อน ({step}) จะได้ {value}",
        ),
        why=Text(
            "Rounding before the last step is multiplied by what follows: a mean rounded to 2 decimals moves the "
            "converted score by up to 0.1.",
            "ค่าที่ปัดเศษก่อนขั้นสุดท้ายจะถูกคูณต่อไปด้วย คะแนนเฉลี่ยที่ปัดเหลือ 2 ตำแหน่งทำให้คะแนนที่แปลงเป็นฐาน 100 คลาดได้ถึง 0.1",
        ),
        proof=Text("The formula of the figure and of the step before it.", "สูตรของตัวเลขนี้และของขั้นก่อนหน้า"),
        mend=Text(
            "Keep full precision until the end, then round once.", "คงทศนิยมทั้งหมดไว้จนขั้นสุดท้าย แล้วปัดเศษครั้งเดียว"
        ),
    ),
    CauseEntry(
        name="rounded-lines",
        title=Text("Lines rounded before they were summed", "ปัดเศษแต่ละบรรทัดก่อนรวม"),
        message=Text(
            "With {what} rounded to {decimals} decimals before the sum ({step}): {value}.",
            "หากปัดเศษ{what}เป็นทศนิยม {decimals} ตำแหน่งก่อนรวม ({step}) จะได้ {value}",
        ),
        why=Text(
            "The rounding errors of all lines add up in the total.",
            "ส่วนที่คลาดจากการปัดเศษของทุกบรรทัดสะสมอยู่ในผลรวม",
        ),
        proof=Text(
            "The formulas of the lines: ROUND in each of them, or only a number format.",
            "สูตรของแต่ละบรรทัด ว่ามี ROUND ทุกบรรทัด หรือเป็นเพียงรูปแบบการแสดงผล",
        ),
        mend=Text("Sum the exact lines and round the total.", "รวมค่าที่ไม่ปัดเศษ แล้วปัดเศษเฉพาะผลรวม"),
    ),
    CauseEntry(
        name="transposed-digits",
        title=Text("Digits exchanged", "พิมพ์ตัวเลขสลับหลัก"),
        message=Text(
            "{printed} typed as {typed}: two neighbouring digits exchanged, so that the difference {difference} is a "
            "multiple of 9 in its last place.",
            "พิมพ์ {printed} เป็น {typed} คือสลับตัวเลขสองหลักที่ติดกัน ผลต่าง {difference} จึงหารด้วย 9 ลงตัวเมื่อไม่คิดจุดทศนิยม",
        ),
        why=Text(
            "Figures typed by hand get neighbouring digits exchanged; nothing else leaves such a difference so often.",
            "ตัวเลขที่พิมพ์ด้วยมือมักสลับหลักที่ติดกัน ซึ่งให้ผลต่างลักษณะนี้",
        ),
        proof=Text("The document the figure was typed from.", "เอกสารต้นทางที่ใช้พิมพ์ตัวเลขนี้"),
        mend=Text("Type the figure again, or link it by formula.", "พิมพ์ตัวเลขใหม่ หรือใช้สูตรเชื่อมโยงแทน"),
    ),
    CauseEntry(
        name="digit-slip",
        title=Text("A digit or the point slipped", "ตัวเลขหรือจุดทศนิยมคลาดหลัก"),
        message=Text("{printed} entered as {typed}: {how}.", "{printed} กลายเป็น {typed}: {how}"),
        why=Text(
            "A slipped point or a lost digit changes the size of a figure.",
            "จุดทศนิยมที่คลาดหรือตัวเลขที่ตกหล่นทำให้ขนาดของตัวเลขเปลี่ยนไป",
        ),
        proof=Text("The document the figure was typed from.", "เอกสารต้นทางที่ใช้พิมพ์ตัวเลขนี้"),
        mend=Text("Type the figure again, or link it by formula.", "พิมพ์ตัวเลขใหม่ หรือใช้สูตรเชื่อมโยงแทน"),
    ),
    CauseEntry(
        name="single-digit",
        title=Text("One digit differs", "ต่างกันหนึ่งหลัก"),
        message=Text(
            "{printed} typed as {typed}: one digit differs. This reaches many figures and proves little.",
            "พิมพ์ {printed} เป็น {typed} ต่างกันหนึ่งหลัก ข้อนี้อธิบายตัวเลขได้มากมายจึงเป็นหลักฐานที่อ่อน",
        ),
        why=Text(
            "One mistyped digit is common, but many figures differ from the right one by one digit: its chance "
            "stands beside it.",
            "การพิมพ์ผิดหนึ่งหลักพบได้บ่อย แต่ตัวเลขจำนวนมากก็ต่างจากค่าที่ถูกเพียงหนึ่งหลัก จึงแสดงโอกาสที่จะบังเอิญตรงไว้ด้วย",
        ),
        proof=Text("The document the figure was typed from.", "เอกสารต้นทางที่ใช้พิมพ์ตัวเลขนี้"),
        mend=Text("Type the figure again, or link it by formula.", "พิมพ์ตัวเลขใหม่ หรือใช้สูตรเชื่อมโยงแทน"),
    ),
    CauseEntry(
        name="stale-formula",
        title=Text("Formula not recalculated", "สูตรยังไม่ได้คำนวณใหม่"),
        message=Text(
            "Its formula {formula} no longer gives the stored {reported}: it was not recalculated after a change.",
            "สูตร {formula} ไม่ให้ค่า {reported} ที่เก็บไว้ เพราะไม่ได้คำนวณใหม่หลังมีการแก้ไข",
        ),
        why=Text(
            "A workbook set to manual calculation, or written by a program, keeps values from before the last change.",
            "ไฟล์ที่ตั้งให้คำนวณด้วยตนเองหรือสร้างจากโปรแกรมอื่นจะเก็บค่าก่อนการแก้ไขครั้งล่าสุดไว้",
        ),
        proof=Text(
            "Recalculate the workbook and see the cell change.", "สั่งคำนวณไฟล์ใหม่แล้วดูว่าค่าในเซลล์เปลี่ยนหรือไม่"
        ),
        mend=Text("Recalculate (F9), save, and submit again.", "คำนวณใหม่ (F9) บันทึก แล้วส่งอีกครั้ง"),
    ),
    CauseEntry(
        name="unexplained",
        title=Text("Unexplained", "ยังหาสาเหตุไม่ได้"),
        message=Text(
            "No change of one score, row, base, weight, rounding or digit gives {reported}; recomputed {expected}.",
            "ไม่มีการเปลี่ยนคะแนน แถว ฐานคะแนน น้ำหนัก การปัดเศษ หรือตัวเลขเพียงจุดเดียวที่ให้ค่า {reported} ค่าที่คำนวณซ้ำคือ {expected}",
        ),
        why=Text(
            "Where nothing reproduces a figure, no cause is claimed for it. The mismatch stands.",
            "เมื่อไม่มีสิ่งใดให้ค่าเดียวกันได้ จึงไม่ระบุสาเหตุ แต่ผลต่างยังคงอยู่",
        ),
        proof=Text("The unit's own working of the figure.", "รายละเอียดการคำนวณของหน่วยงาน"),
        mend=Text(
            "Ask the unit how the figure was made, or replace it by the recomputed one.",
            "สอบถามหน่วยงานถึงที่มาของตัวเลข หรือใช้ค่าที่คำนวณซ้ำแทน",
        ),
    ),
)
