"""Findings of a department's own policy: suites of expectations, and waivers that no longer hold."""

from __future__ import annotations

from schemas.catalogue import FindingEntry
from schemas.finding import Severity, Text

ENTRIES: tuple[FindingEntry, ...] = (
    FindingEntry(
        name="expectation-failed",
        category="suite",
        severity=Severity.ERROR,
        title=Text("An expectation of the suite is not met", "ไม่เป็นไปตามข้อคาดหมายของชุดตรวจ"),
        message=Text(
            "{expectation}. Not met ({count}): {where}{observed}",
            'ไม่เป็นไปตามข้อคาดหมาย "{expectation}" ({count}): {where}{observed}',
        ),
        why=Text(
            "The department's submission policy says what a believable submission looks like. What falls "
            "outside it need not be wrong, but it was agreed to be looked at before the figures are used.",
            "นโยบายการส่งข้อมูลของหน่วยงานกำหนดลักษณะของข้อมูลที่น่าเชื่อถือไว้ ข้อมูลที่ไม่เป็นไปตามนั้นไม่จำเป็นต้องผิด "
            "แต่ตกลงกันไว้ว่าต้องตรวจดูก่อนนำตัวเลขไปใช้",
        ),
        mend=Text(
            "Correct the cells named, or have the finding waived with a reason. The severity and the limits "
            "stand in the suite, a JSON file in rules/suites or beside the rule pack.",
            "แก้ไขเซลล์ที่ระบุ หรือขอผ่อนผันพร้อมเหตุผล ระดับความรุนแรงและเกณฑ์อยู่ในไฟล์ชุดตรวจ (JSON) ใน rules/suites "
            "หรือข้างไฟล์ชุดหลักเกณฑ์",
        ),
        example=Text(
            "Every one of the 25 units scores 0 on indicator 6.8, and the suite allows at most half.",
            "ทุกหน่วยงานทั้ง 25 หน่วยได้ 0 ในตัวชี้วัด 6.8 ขณะที่ชุดตรวจยอมให้ไม่เกินครึ่ง",
        ),
    ),
    FindingEntry(
        name="expectation-broken",
        category="suite",
        severity=Severity.ERROR,
        title=Text("An expectation could not be judged", "ตรวจตามข้อคาดหมายไม่ได้"),
        message=Text(
            "{expectation}: the expectation itself failed to run ({why}); "
            "nothing is known about the submission",
            "{expectation}: ข้อคาดหมายทำงานไม่สำเร็จ ({why}) จึงยังไม่ทราบผลของข้อมูลที่ส่ง",
        ),
        why=Text(
            "A rule that crashed is not a failed rule: the submission was not judged by it, so the suite's "
            "verdict is incomplete.",
            "ข้อคาดหมายที่ทำงานผิดพลาดไม่ได้แปลว่าข้อมูลผิด ข้อมูลยังไม่ได้รับการตรวจตามข้อนี้ ผลของชุดตรวจจึงยังไม่ครบ",
        ),
        mend=Text(
            "Mend the expectation in the suite's JSON file: its settings do not fit the column it speaks of.",
            "แก้ไขข้อคาดหมายในไฟล์ชุดตรวจ (JSON) เพราะค่าที่ตั้งไว้ใช้กับคอลัมน์นั้นไม่ได้",
        ),
        example=Text(
            'A limit written as text, as in "max_value": "half", for a column of numbers.',
            'กำหนดเกณฑ์เป็นข้อความ เช่น "max_value": "half" ให้คอลัมน์ที่เป็นตัวเลข',
        ),
    ),
    FindingEntry(
        name="waiver-unused",
        category="policy",
        severity=Severity.WARNING,
        title=Text("A waiver that waives nothing", "การผ่อนผันที่ไม่ได้ใช้"),
        message=Text(
            "{place}: the waiver of {waived} matches no finding; remove it",
            "{place}: การผ่อนผัน {waived} ไม่ตรงกับข้อตรวจพบใด โปรดนำออก",
        ),
        why=Text(
            "A waiver left behind after its fault was mended would silently excuse the same fault "
            "if it came back.",
            "การผ่อนผันที่ค้างอยู่หลังแก้ไขแล้วจะทำให้ความผิดพลาดเดิมผ่านไปโดยไม่มีใครเห็นหากเกิดขึ้นอีก",
        ),
        mend=Text("Remove the waiver from its file.", "นำการผ่อนผันนี้ออกจากไฟล์"),
        example=Text(
            "The duplicate unit code was corrected; its waiver still stands in sobthan-waivers.yaml.",
            "แก้รหัสหน่วยงานที่ซ้ำแล้ว แต่การผ่อนผันยังอยู่ใน sobthan-waivers.yaml",
        ),
    ),
    FindingEntry(
        name="waiver-expired",
        category="policy",
        severity=Severity.WARNING,
        title=Text("A waiver that has expired", "การผ่อนผันหมดอายุ"),
        message=Text(
            "{place}: the waiver of {waived} by {who} expired on {expired}; the finding counts again",
            "{place}: การผ่อนผัน {waived} โดย {who} หมดอายุเมื่อ {expired} ข้อตรวจพบกลับมามีผล",
        ),
        why=Text(
            "The exception was granted for a time only, and that time is over.",
            "การผ่อนผันนี้อนุมัติไว้เพียงช่วงเวลาหนึ่ง และครบกำหนดแล้ว",
        ),
        mend=Text(
            "Mend the fault, or have the waiver renewed by whoever granted it.",
            "แก้ไขข้อผิดพลาด หรือขอให้ผู้อนุมัติต่ออายุการผ่อนผัน",
        ),
        example=Text(
            "A waiver with expires: 2026-09-30 when the workbook is judged in November.",
            "การผ่อนผันที่ระบุ expires: 2026-09-30 เมื่อสอบทานไฟล์ในเดือนพฤศจิกายน",
        ),
    ),
    FindingEntry(
        name="waiver-changed",
        category="policy",
        severity=Severity.WARNING,
        title=Text("A waiver whose value has changed", "ค่าที่ได้รับการผ่อนผันเปลี่ยนไป"),
        message=Text(
            "{place}: {waived} was waived for the value {before}; it is now {now}; the finding counts again",
            "{place}: {waived} ได้รับการผ่อนผันเมื่อค่าเป็น {before} ขณะนี้เป็น {now} ข้อตรวจพบกลับมามีผล",
        ),
        why=Text(
            "What was accepted was one value with its reason. Another value in the same place was "
            "accepted by nobody.",
            "สิ่งที่ได้รับการผ่อนผันคือค่าหนึ่งพร้อมเหตุผล ค่าอื่นในที่เดียวกันยังไม่มีผู้ใดผ่อนผัน",
        ),
        mend=Text(
            "Look at the new value, then mend it or waive it anew.",
            "ตรวจดูค่าใหม่ แล้วแก้ไขหรือขอผ่อนผันใหม่",
        ),
        example=Text(
            "A converted score of 96.84 was waived; the cell now holds 97.84.",
            "คะแนนที่แปลงเป็นฐาน 100 96.84 ได้รับการผ่อนผัน แต่ขณะนี้เซลล์เป็น 97.84",
        ),
    ),
)
