"""The map of a very large table: blocks of units × indicators, each with its number of findings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reports.html.context import Context
from reports.html.markup import Html, escape, join, tag
from reports.view.run import TableView
from schemas.finding import FindingBatch, Severity

MOST_BLOCKS = 40
"""Blocks on each side."""


def block_map(page: Context, table: TableView) -> Html:
    """Return the map in blocks, and the sentence that says so."""
    units, indicators = len(table.units), len(table.indicators)
    tall, wide = -(-units // MOST_BLOCKS), -(-indicators // MOST_BLOCKS)
    counted = _counted(page, table, tall, wide)
    examples = _examples(page, table, tall, wide)
    most = int(counted.max()) or 1
    head = tag(
        "thead",
        tag(
            "tr",
            tag("th", page("html.unit"), scope="col", class_="unit"),
            [tag("th", _span(i * wide, wide, indicators), scope="col") for i in range(counted.shape[1])],
        ),
    )
    rows = []
    for u in range(counted.shape[0]):
        cells = [f'<th scope="row">{_span(u * tall, tall, units)}</th>']
        for i in range(counted.shape[1]):
            number = int(counted[u, i])
            kind = f"s{-(-number * 5 // most)}"
            view = examples.get((u, i))
            text = f"{number:,}" if number else ""
            inner = f'<a href="#{escape(view)}">{text}</a>' if view and number else text
            cells.append(f'<td class="{kind}{" f bad" if number else ""}">{inner}</td>')
        rows.append(Html(f"<tr>{''.join(cells)}</tr>"))
    caption = tag("caption", page("html.map.caption", sheet=table.sheet, range=table.range))
    said = page("html.map.blocks", units=units, indicators=indicators, tall=tall, wide=wide)
    return join(
        tag("p", said, class_="note"),
        tag(
            "div",
            tag("table", caption, head, tag("tbody", rows), class_="map blocks"),
            class_="scroll",
            tabindex="0",
            role="region",
            aria_label=f"{table.sheet} {table.range}",
        ),
    )


def _counted(page: Context, table: TableView, tall: int, wide: int) -> NDArray[np.int64]:
    shape = (-(-len(table.units) // tall), -(-len(table.indicators) // wide))
    counted = np.zeros(shape, np.int64)
    singles: list[tuple[int, int]] = []
    for finding in page.book.outcome.findings:
        if (finding.table or 1) != table.info.table or finding.severity is Severity.INFO:
            continue
        if isinstance(finding, FindingBatch):
            both = (finding.units > 0) & (finding.indicators > 0)
            _add(counted, finding.units[both], finding.indicators[both], tall, wide)
        elif finding.unit and finding.indicator:
            singles.append((finding.unit, finding.indicator))
    if singles:
        pairs = np.array(singles)
        _add(counted, pairs[:, 0], pairs[:, 1], tall, wide)
    return counted


def _add(
    counted: NDArray[np.int64],
    units: Sequence[int] | NDArray[np.int32],
    indicators: Sequence[int] | NDArray[np.int32],
    tall: int,
    wide: int,
) -> None:
    blocks = (np.asarray(units) - 1) // tall * counted.shape[1] + (np.asarray(indicators) - 1) // wide
    counted += np.bincount(blocks, minlength=counted.size).reshape(counted.shape)


def _examples(page: Context, table: TableView, tall: int, wide: int) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for view in page.views:
        source = view.source
        if (source.table or 1) == table.info.table and source.unit and source.indicator:
            found.setdefault(((source.unit - 1) // tall, (source.indicator - 1) // wide), view.id)
    return found


def _span(start: int, length: int, total: int) -> str:
    last = min(start + length, total)
    return str(last) if last == start + 1 else f"{start + 1}–{last}"
