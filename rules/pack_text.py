"""A rule pack as YAML text: resolved for showing, drafted from a good workbook for changing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml

from schemas.cell import column_letters
from schemas.exact import plain
from schemas.layout import Layout, UnitColumns
from schemas.tables import SCALE_DIGITS, TableInfo, Tables
from schemas.terms import Quantity
from schemas.thai import key

if TYPE_CHECKING:
    import pandas as pd


MOST_OF_A_TITLE = 70


class _Dumper(yaml.SafeDumper):
    """Writes decimals as numbers and short lists on one line."""


def _decimal(dumper: _Dumper, value: Decimal) -> yaml.Node:
    text = format(value, "f")
    return dumper.represent_scalar(
        "tag:yaml.org,2002:float" if "." in text else "tag:yaml.org,2002:int", text
    )


_Dumper.add_representer(Decimal, _decimal)


def pack_yaml(document: Mapping[str, Any]) -> str:
    """Return the document of a pack as YAML."""
    text: str = yaml.dump(dict(document), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return text


def draft(tables: Tables, file: str) -> str:
    """Return a rule pack drafted from the first table of a good workbook: units, indicators, weights, layout.

    file: how the workbook is called in the comments. The tables must hold at least one table.
    """
    return "\n".join(_draft_lines(tables, file)) + "\n"


def _draft_lines(tables: Tables, file: str) -> Iterator[str]:
    info = tables.infos[0]
    units = _of(tables.units, info)
    indicators = _of(tables.indicators, info)
    reported = _of(tables.reported, info)
    yield f"# Drafted from {file}. Read it, change it, then: sobthan rules check THIS-FILE"
    if len(tables.infos) > 1:
        yield f"# The workbook has {len(tables.infos)} score tables; this is the first."
    yield f"title: {_word(file)}"
    yield "extends: default"
    yield ""
    yield from _weights(indicators)
    yield from _reported(reported)
    rounds = list(dict.fromkeys(i.round for i in tables.infos if i.round is not None))
    if rounds:
        yield f"rounds: [{', '.join(map(_word, rounds))}]"
    yield ""
    yield "# Units that every submission must have, and other wordings of theirs that are allowed."
    yield "units:"
    yield "  names:"
    yield from _names(zip(units["code"], units["key"], units["code"], strict=True), said=False)
    yield "  # aliases: {other wording: name above}"
    yield ""
    yield "indicators:"
    yield "  names:"
    names = [
        number if isinstance(number, str) and number else title
        for number, title in zip(indicators["number"], indicators["title"], strict=True)
    ]
    notes = [
        _shortened(title) + (f" (น้ำหนัก {_weight(weight)})" if weight >= 0 else "")
        for title, weight in zip(indicators["title"], indicators["weight"], strict=True)
    ]
    yield from _names(zip(names, map(key, names), notes, strict=True), said=True)
    yield from _layout(tables, info)


def _names(rows: Iterable[tuple[str, str, str]], said: bool) -> Iterator[str]:
    """Yield a roster's names, each once. rows: name, comparison key, note; said: the note goes beside the name."""
    seen: set[str] = set()
    for name, known_by, note in rows:
        if known_by in seen:
            yield f"    # {_word(name)} stands in the workbook again"
            continue
        seen.add(known_by)
        yield f"    - {_word(name)}{f'  # {note}' if said else ''}"


def _shortened(text: str) -> str:
    words = " ".join(str(text).split())
    return words if len(words) <= MOST_OF_A_TITLE else f"{words[:MOST_OF_A_TITLE]}…"


def _of(frame: pd.DataFrame, info: TableInfo) -> pd.DataFrame:
    return frame[(frame["workbook"] == info.workbook) & (frame["table"] == info.table)]


def _weights(indicators: pd.DataFrame) -> Iterator[str]:
    given = indicators["weight"] >= 0
    if not given.any():
        yield "weights: optional"
        return
    yield "weights: required" if given.all() else "weights: optional  # some indicators have none"
    yield f"weight_sum: {_weight(int(indicators.loc[given, 'weight'].sum()))}"


def _reported(reported: pd.DataFrame) -> Iterator[str]:
    known = reported[reported["unit"] > 0]
    quantities = [q for q in Quantity if (known["quantity"] == q.value).any()]
    if quantities:
        yield f"required: [{', '.join(quantities)}]"
    decimals = {
        q.value: int(known.loc[known["quantity"] == q.value, "decimals"].max())
        for q in quantities
        if q is not Quantity.GRADE
    }
    if decimals:
        listed = ", ".join(f"{name}: {n}" for name, n in decimals.items())
        yield f"# decimals: {{{listed}}}  # as the workbook shows them; left out, each sheet says"


def _layout(tables: Tables, info: TableInfo) -> Iterator[str]:
    """Yield the layout as it was found, as a comment: a fixed one is for sheets that detection cannot read."""
    found = [one for one in tables.layouts[info.workbook] if one.sheet == info.sheet]
    if not found:
        return
    yield ""
    yield "# The layout as it was found. Uncomment it only where detection must not decide."
    yield "# layout:"
    for name, value in _layout_keys(found[0], tables.books[info.workbook].sheets[info.sheet].name):
        yield f"#   {name}: {value}"


def _layout_keys(layout: Layout, sheet: str) -> Iterator[tuple[str, str]]:
    yield "sheet", _word(sheet)
    columns = [col for unit in layout.units for col, _ in unit.columns]
    if layout.units:
        yield "header_row", str(max(unit.row for unit in layout.units))
    yield "indicator_column", column_letters(layout.indicator_col)
    if columns:
        yield "unit_columns", f"{column_letters(min(columns))}:{column_letters(max(columns))}"
        yield "columns_per_unit", str(_span(layout.units))
    if layout.weight_col is not None:
        yield "weight_column", column_letters(layout.weight_col)
    if layout.level_cols:
        levels = [col for _, col in layout.level_cols]
        yield "level_columns", f"{column_letters(min(levels))}:{column_letters(max(levels))}"
    if layout.indicator_rows:
        yield "first_row", str(min(layout.indicator_rows))
        yield "last_row", str(max(layout.indicator_rows))
    rows: dict[int, list[str]] = {}
    for figure in layout.summary:
        if figure.unit == 1 and figure.sheet == layout.sheet:
            rows.setdefault(figure.row, []).append(figure.quantity.value)
    if rows:
        listed = ", ".join(f"{row}: [{', '.join(quantities)}]" for row, quantities in sorted(rows.items()))
        yield "summary_rows", f"{{{listed}}}"


def _span(units: tuple[UnitColumns, ...]) -> int:
    return max((len(unit.columns) for unit in units), default=1)


def _weight(scaled: int) -> str:
    return format(plain(Decimal(int(scaled)).scaleb(-SCALE_DIGITS)), "f")


def _word(text: object) -> str:
    """Return a text as one YAML word, quoted where it needs it."""
    dumped: str = yaml.safe_dump(
        " ".join(str(text).split()), allow_unicode=True, width=10_000, default_style=None
    )
    return dumped.removesuffix("...\n").strip()
