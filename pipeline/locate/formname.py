"""Whose form it is: the unit's name in the lines above the table, else the sheet's or the file's name."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from pipeline.locate.bands import Band
from pipeline.locate.context import Context
from pipeline.locate.labels import skeleton
from pipeline.locate.view import View
from schemas.thai import key, visible

_PARTED = re.compile(r"\s*[:：]\s*|\s{2,}|\t")
_GENERIC = re.compile(
    r"(?:sheet|ชีต|แผ่นงาน|form|แบบฟอร์ม|แบบประเมิน|data|ข้อมูล|คะแนน|table|ตาราง|รอบ.*|ผล.*|kpi.*|ตัวชี้วัด.*|score.*)\s*\d*"
)
_KINDS = (
    "สำนัก",
    "กอง",
    "ศูนย์",
    "สถาบัน",
    "กลุ่ม",
    "ฝ่าย",
    "โรงพยาบาล",
    "รพ.",
    "รพ.สต.",
    "โรงเรียน",
    "เทศบาล",
    "องค์การบริหารส่วน",
    "อบต.",
    "อบจ.",
    "กรม",
    "มหาวิทยาลัย",
    "คณะ",
    "วิทยาลัย",
    "สำนักงาน",
    "เขต",
    "จังหวัด",
    "ด่าน",
    "สถานี",
)
_WITHIN = re.compile(
    r"(?:ของ|โดย|\s)((?:สำนัก|กอง|ศูนย์|สถาบัน|กลุ่ม|ฝ่าย|โรงพยาบาล|รพ\.|โรงเรียน|เทศบาล|อบต\.|คณะ|วิทยาลัย|ด่าน|สถานี)\S.*)$"
)
_END = re.compile(
    r"\s+(?:ประจำปี|ปีงบประมาณ|รอบ|ปี\s*พ\.ศ\.|กระทรวง|fiscal|year|round|period)|\s{2,}|\s*[|;]\s*"
)
_DOTS = re.compile(r"\s*(?:\.{3,}|…+|_{2,})\s*|^[\s.]+(?=\S)")
HEIGHT = 15


class UnitName(NamedTuple):
    """A form's unit: its name, the cell it stands in (0, 0 where it is no cell), how it was found."""

    name: str
    row: int
    col: int
    reason: str


def form_unit(view: View, band: Band, ctx: Context) -> UnitName:
    """Return whose form a table is."""
    names = sorted(ctx.words.unit_names, key=len, reverse=True)
    lines = range(band.top - 1, max(-1, band.top - HEIGHT), -1)
    for i in lines:
        row = view.rows[i]
        for j, value in enumerate(row):
            if not isinstance(value, str) or not value:
                continue
            found = _after_label(value, names)
            if found:
                return UnitName(found, *view.where(i, j), "unit named in a line above the table")
            if found == "":
                for k in range(j + 1, view.width):
                    if row[k] != "":
                        name = visible(str(row[k]))
                        return UnitName(name, *view.where(i, k), "unit named beside its label")
    for i in lines:
        for j, value in enumerate(view.rows[i]):
            head, colon, rest = visible(value).partition(":") if isinstance(value, str) else ("", "", "")
            if colon and rest.strip() and ctx.words.label(head).whole == "units":
                return UnitName(_cut(rest.strip()), *view.where(i, j), "unit named in a line above the table")
    for i in lines:
        texts = [(j, v) for j, v in enumerate(view.rows[i]) if v != ""]
        if len(texts) == 2 and ctx.words.label(texts[0][1]).whole == "units" and isinstance(texts[1][1], str):
            return UnitName(visible(texts[1][1]), *view.where(i, texts[1][0]), "unit named beside its label")
    titles = [
        (visible(value), i, j)
        for i in lines
        for j, value in enumerate(view.rows[i])
        if isinstance(value, str) and len(value) <= 80 and visible(value).startswith(_KINDS)
    ]
    for text, i, j in sorted(titles, key=lambda title: title[0].startswith(("กรม", "กระทรวง"))):
        return UnitName(_cut(text), *view.where(i, j), "unit named in a title")
    for i in lines:
        for j, value in enumerate(view.rows[i]):
            found_in = (
                _WITHIN.search(visible(value)) if isinstance(value, str) and len(value) <= 120 else None
            )
            if found_in:
                return UnitName(_cut(found_in[1]), *view.where(i, j), "unit named in a title")
    name = visible(view.grid.name)
    if name and not _GENERIC.fullmatch(key(name)):
        return UnitName(name, 0, 0, "unit named after the sheet")
    stem = PurePath(ctx.book.file).stem if ctx.book.file not in ("", "-") else name
    return UnitName(visible(stem) or name or "1", 0, 0, "unit named after the file")


def _after_label(value: str, names: list[str]) -> str | None:
    """Return what follows a label such as หน่วยงาน: in the same cell; '' where the label stands alone."""
    text = visible(value)
    head, _, rest = text.partition(":") if ":" in text else text.partition("：")
    if rest or text.endswith((":", "：")):
        flat = _flat(head)
        for name in names:
            if flat.endswith(name) and len(flat) <= len(name) + 40:
                return _cut(rest.strip())
    if _flat(text) in names:
        return ""
    for found in re.finditer(" ", text):
        if _flat(text[: found.start()]) in names:
            return _cut(text[found.end() :])
    return None


def _flat(text: str) -> str:
    return skeleton(text).replace("(", "").replace(")", "").strip()


def _cut(text: str) -> str:
    """Return a name without the year or round that follows it, and without the dots of a form's line."""
    bare = _DOTS.sub("", text)
    return _END.split(bare)[0].strip() or bare.strip()
