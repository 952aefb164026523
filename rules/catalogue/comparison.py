"""Differences between two sources of the same scores."""

from __future__ import annotations

from schemas.catalogue import FindingEntry
from schemas.finding import Severity, Text

_ALONE_WHY = Text(
    "What one source has and the other lacks was never compared: a unit left out, an indicator added, "
    "a form that did not come in.",
    "ข้อมูลที่มีเพียงฝั่งเดียวยังไม่ได้เปรียบเทียบ เช่น หน่วยงานที่ตกหล่น ตัวชี้วัดที่เพิ่มขึ้น หรือแบบประเมินที่ยังไม่ได้ส่ง",
)
_ALONE_MEND = Text(
    "Add it to the source that lacks it, or state why it belongs to one source only.",
    "เพิ่มข้อมูลในฝั่งที่ขาด หรือระบุเหตุผลที่มีเพียงฝั่งเดียว",
)
_CHANGED_WHY = Text(
    "Two sources state different things about the same unit and indicator; only one of them can be right.",
    "ข้อมูลสองแหล่งระบุค่าของหน่วยงานและตัวชี้วัดเดียวกันไม่ตรงกัน จึงถูกต้องได้เพียงแหล่งเดียว",
)
_CHANGED_MEND = Text(
    "Look up the evidence for this cell, correct the source that is wrong, and compare again.",
    "ตรวจหลักฐานของเซลล์นี้ แก้ไขแหล่งข้อมูลที่ผิด แล้วเปรียบเทียบอีกครั้ง",
)

ENTRIES: tuple[FindingEntry, ...] = (
    FindingEntry(
        name="only-in-left",
        category="comparison",
        severity=Severity.ERROR,
        title=Text("Only in the left source", "มีเฉพาะในแหล่งข้อมูลซ้าย"),
        message=Text("{what} stands only on the left: {left}.", "{what} มีเฉพาะในแหล่งข้อมูลซ้าย: {left}"),
        why=_ALONE_WHY,
        mend=_ALONE_MEND,
    ),
    FindingEntry(
        name="only-in-right",
        category="comparison",
        severity=Severity.ERROR,
        title=Text("Only in the right source", "มีเฉพาะในแหล่งข้อมูลขวา"),
        message=Text("{what} stands only on the right: {right}.", "{what} มีเฉพาะในแหล่งข้อมูลขวา: {right}"),
        why=_ALONE_WHY,
        mend=_ALONE_MEND,
    ),
    FindingEntry(
        name="duplicate-key",
        category="comparison",
        severity=Severity.ERROR,
        title=Text("Key that stands twice", "ข้อมูลซ้ำที่จับคู่ไม่ได้"),
        message=Text(
            "{what} stands more than once on the {side} ({places}), so nothing of it was compared.",
            "{what} ปรากฏซ้ำในฝั่ง{side} ({places}) จึงไม่ได้เปรียบเทียบ",
        ),
        why=Text(
            "Two places with one name cannot be told apart: whichever is taken, the other is passed over.",
            "สองตำแหน่งที่ใช้ชื่อเดียวกันแยกจากกันไม่ได้ หากเลือกตำแหน่งหนึ่ง อีกตำแหน่งหนึ่งจะถูกละเลย",
        ),
        mend=Text(
            "Give each unit and indicator a name of its own, or remove the copy.",
            "ตั้งชื่อหน่วยงานและตัวชี้วัดให้ไม่ซ้ำกัน หรือลบข้อมูลที่ซ้ำ",
        ),
    ),
    FindingEntry(
        name="changed-score",
        category="comparison",
        severity=Severity.ERROR,
        title=Text("Score that differs", "คะแนนไม่ตรงกัน"),
        message=Text(
            "{what}: {left} on the left, {right} on the right.", "{what}: ฝั่งซ้าย {left} ฝั่งขวา {right}"
        ),
        why=_CHANGED_WHY,
        mend=_CHANGED_MEND,
    ),
    FindingEntry(
        name="changed-figure",
        category="comparison",
        severity=Severity.ERROR,
        title=Text("Reported figure that differs", "ตัวเลขที่รายงานไม่ตรงกัน"),
        message=Text(
            "{what}: {left} on the left, {right} on the right.", "{what}: ฝั่งซ้าย {left} ฝั่งขวา {right}"
        ),
        why=_CHANGED_WHY,
        mend=_CHANGED_MEND,
    ),
    FindingEntry(
        name="renamed-unit",
        category="comparison",
        severity=Severity.WARNING,
        title=Text("Unit that may have been renamed", "หน่วยงานที่อาจเปลี่ยนชื่อ"),
        message=Text(
            "{left} on the left may be {right} on the right: every score that both sides have is the same, "
            "and {because}. They were not treated as one unit.",
            "{left} ฝั่งซ้ายอาจเป็น {right} ฝั่งขวา เนื่องจากคะแนนที่มีทั้งสองฝั่งเท่ากันทุกตัวชี้วัด และ{because} "
            "แต่ยังไม่ถือว่าเป็นหน่วยงานเดียวกัน",
        ),
        why=Text(
            "A renamed unit looks like one that was dropped and one that was added.",
            "หน่วยงานที่เปลี่ยนชื่อจะดูเหมือนหน่วยงานหนึ่งหายไปและอีกหน่วยงานหนึ่งเพิ่มขึ้น",
        ),
        mend=Text(
            "If it is the same unit, use one name in both sources.",
            "หากเป็นหน่วยงานเดียวกัน ให้ใช้ชื่อเดียวกันทั้งสองแหล่ง",
        ),
    ),
)
