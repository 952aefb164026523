"""Holding what was extracted to what was written: every unit, indicator, score, figure and level at its cell.

What the contract leaves open is left open here, and nothing else: spaces and marks of Thai text are compared
mended, an indicator stands at its number or at its title, a weight is a share of the sum of weights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from tests.books.expected import ExpectedFigure, ExpectedIndicator, ExpectedTable, Written, plain, raw
from tests.books.page import Cell
from tests.books.writer_text import TEXT_FORMATS, shown

STYLED = ("xlsx", "xlsm", *TEXT_FORMATS)
"""Formats in which the number format, or what it shows, reaches the reader."""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_THAI = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_NAMED = re.compile(r"^(?:ตัวชี้วัดที่|ตัวชี้วัด|ข้อ|kpi)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"^[0-9]+(?:\.[0-9]+)*\.?\s+")


def mended(text: str) -> str:
    """Return a text without invisible characters, split sara am joined, white space as single spaces."""
    text = " ".join(text.translate(_INVISIBLE).split())
    return re.sub("\u0e4d ?\u0e32", "\u0e33", text).replace(" \u0e33", "\u0e33")


def number_key(text: str | None) -> str:
    """Return an indicator's number in Arabic digits, without the word before it or a final point."""
    return _NAMED.sub("", mended(text or "").translate(_THAI)).rstrip(".")


def title_key(text: str) -> str:
    """Return a title in Arabic digits, without the number before it, spaces dropped."""
    text = _NAMED.sub("", mended(text).translate(_THAI))
    return _NUMBER.sub("", text).replace(" ", "")


def differences(found: Mapping[str, Any], book: Written, form: str) -> Iterator[str]:
    """Yield in words every way in which an extracted workbook is not what was written."""
    tables = found["tables"]
    if len(tables) != len(book.tables):
        yield f"{len(tables)} tables, expected {len(book.tables)}"
    for got, want in zip(tables, book.tables, strict=False):
        for text in _table(got, want, form):
            yield f"{got['id']}: {text}"


def _table(got: Mapping[str, Any], want: ExpectedTable, form: str) -> Iterator[str]:
    for key, value in (("layout", want.layout), ("sheet", _sheet(want, form))):
        if value is not None and got[key] != value:
            yield f"{key} {got[key]!r}, expected {value!r}"
    for key in ("round", "assessor"):
        value = getattr(want, key)
        if value is not None and got.get(key) != value:
            yield f"{key} {got.get(key)!r}, expected {value!r}"
    yield from _units(got, want)
    yield from _indicators(got, want)
    yield from _scores(got, want, form)
    yield from _figures(got, want, form)
    yield from _levels(got, want, form)


def _sheet(want: ExpectedTable, form: str) -> str | None:
    return None if form in TEXT_FORMATS else want.sheet.name


def _units(got: Mapping[str, Any], want: ExpectedTable) -> Iterator[str]:
    found = [(mended(u["code"]), u["cell"]) for u in got["units"]]
    expected = [(mended(u.code), u.cell.here) for u in want.units]
    yield from _lists("units", found, expected)
    if [u["position"] for u in got["units"]] != list(range(1, len(found) + 1)):
        yield "units are not numbered in order"


def _indicators(got: Mapping[str, Any], want: ExpectedTable) -> Iterator[str]:
    total = sum((i.weight for i in want.indicators if i.weight is not None), Decimal(0))
    listed = sum((_decimal(i["weight"]) for i in got["indicators"] if i["weight"] is not None), Decimal(0))
    if len(got["indicators"]) != len(want.indicators):
        titles = [f"{i['number']} {i['title'][:20]} @{i['cell']}" for i in got["indicators"]]
        yield f"{len(titles)} indicators, expected {len(want.indicators)}: {titles[:40]}"
        return
    for n, (g, w) in enumerate(zip(got["indicators"], want.indicators, strict=True), 1):
        if g["cell"] not in _cells(w):
            yield f"indicator {n} at {g['cell']}, expected {w.cell.here}"
        bare = {"", number_key(w.number)} if not w.title else set()
        if title_key(g["title"]) not in {title_key(w.title)} | bare:
            yield f"indicator {n} title {g['title']!r}, expected {w.title!r}"
        numbers = {number_key(w.number)}
        if w.sequence and not w.number:
            numbers.add(number_key(w.sequence))
        if number_key(g["number"]) not in numbers:
            yield f"indicator {n} number {g['number']!r}, expected {w.number!r}"
        if (g["weight"] is None) != (w.weight is None):
            yield f"indicator {n} weight {g['weight']!r}, expected {w.weight}"
        elif w.weight is not None and _decimal(g["weight"]) * total != w.weight * listed:
            yield f"indicator {n} weight {g['weight']!r}, expected {w.weight} of {total}"


def _cells(indicator: ExpectedIndicator) -> set[str]:
    cells = {indicator.cell.here}
    return cells | {indicator.number_cell.here} if indicator.number_cell else cells


def _scores(got: Mapping[str, Any], want: ExpectedTable, form: str) -> Iterator[str]:
    found = {(s["indicator"], s["unit"]): s for s in got["scores"]}
    if len(found) != len(got["scores"]):
        yield "scores are given twice"
    expected = {(s.indicator, s.unit): s for s in want.scores}
    yield from _lists("score keys", sorted(found), sorted(expected))
    for where, w in expected.items():
        if (g := found.get(where)) is None:
            continue
        value = None if g["value"] is None else _decimal(g["value"])
        if (g["state"], value) != (w.state, w.value):
            yield f"score {where} at {w.cell.here}: {g['state']} {value}, expected {w.state} {w.value}"
        yield from _place(f"score {where}", g, w.cell, form)


def _figures(got: Mapping[str, Any], want: ExpectedTable, form: str) -> Iterator[str]:
    found = {_key(f): f for f in got["reported"] if f["unit"]}
    expected = {(f.unit, f.indicator, f.quantity, f.cell.here): f for f in want.reported}
    extra = [k for k in found if k not in expected and k[2] != "score"]
    if extra:
        yield f"reported but not expected: {extra[:8]} ({len(extra)})"
    missing = [k for k in expected if k not in found]
    if missing:
        yield f"expected but not reported: {missing[:8]} ({len(missing)})"
    for where, w in expected.items():
        if (g := found.get(where)) is None:
            continue
        name = f"{w.quantity} of unit {w.unit} at {w.cell.here}"
        if isinstance(w.value, str):
            if mended(g["raw"]) != mended(w.value):
                yield f"{name}: {g['raw']!r}, expected {w.value!r}"
        elif g["value"] is None or _decimal(g["value"]) != figure_value(w, form):
            yield f"{name}: {g['value']!r}, expected {figure_value(w, form)}"
        elif _declares(w, form) and g["decimals"] != w.decimals:
            yield f"{name}: {g['decimals']} decimals, expected {w.decimals}"
        yield from _place(name, g, w.cell, form)


def _declares(figure: ExpectedFigure, form: str) -> bool:
    """Tell whether the cell itself says its decimals; a number typed as text leaves them to its row."""
    return figure.decimals is not None and form in STYLED and not isinstance(figure.cell.value, str)


def _key(figure: Mapping[str, Any]) -> tuple[int, int | None, str, str]:
    return (figure["unit"], figure.get("indicator") or None, figure["quantity"], figure["cell"])


def figure_value(figure: ExpectedFigure, form: str) -> Decimal:
    """Return the value a format carries: text shows what the number format shows."""
    assert isinstance(figure.value, Decimal)
    cell = figure.cell
    if form in TEXT_FORMATS and isinstance(cell.value, Decimal):
        return Decimal(shown(cell).rstrip("%"))
    return figure.value


def _levels(got: Mapping[str, Any], want: ExpectedTable, form: str) -> Iterator[str]:
    found = {(v["indicator"], v["level"], v["cell"]): v for v in got["levels"]}
    expected = {(v.indicator, v.level, v.cell.here): v for v in want.levels}
    yield from _lists("level cells", sorted(found), sorted(expected))
    for where, w in expected.items():
        if (g := found.get(where)) is None:
            continue
        if mended(g["text"]).translate(_THAI) != mended(w.text).translate(_THAI):
            yield f"level {where}: {g['text']!r}, expected {w.text!r}"
        threshold = None if g["threshold"] is None else _decimal(g["threshold"])
        if w.certain and threshold != w.threshold:
            yield f"level {where}: threshold {threshold}, expected {w.threshold}"
        if (g["round"] or None) != w.round:
            yield f"level {where}: round {g['round']!r}, expected {w.round!r}"


def _place(name: str, got: Mapping[str, Any], cell: Cell, form: str) -> Iterator[str]:
    sheet = got["sheet"] if form in TEXT_FORMATS else cell.sheet.name
    if (got["sheet"], got["cell"]) != (sheet, cell.here):
        yield f"{name} at {got['sheet']}!{got['cell']}, expected {cell.sheet.name}!{cell.here}"
    want = shown(cell) if form in TEXT_FORMATS else raw(cell)
    if got["raw"] != want and not _number_again(got["raw"], cell):
        yield f"{name}: raw {got['raw']!r}, expected {want!r}"


def _number_again(text: str, cell: Cell) -> bool:
    """A stored number may be written 5 or 5.0; a text may not be rewritten."""
    if not isinstance(cell.value, Decimal):
        return False
    try:
        return plain(Decimal(text)) == plain(cell.value)
    except ArithmeticError:
        return False


def _decimal(value: object) -> Decimal:
    return Decimal(str(value))


def _lists(name: str, found: list[Any], expected: list[Any]) -> Iterator[str]:
    if found == expected:
        return
    extra = [f for f in found if f not in expected]
    missing = [e for e in expected if e not in found]
    yield f"{name}: {len(found)}, expected {len(expected)}; extra {extra[:6]}, missing {missing[:6]}"
