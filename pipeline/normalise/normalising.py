"""The stage: layouts and grids of a chunk of workbooks become the canonical tables.

A weighted form's figures: `weighted` is ค = ก × ข of one indicator as the sheet expresses it. Where weights sum
to 100 and ค = ก × ข / 100, or weights sum to 1, the total row is the mean, Σ(w × score) / Σw on the scale of the
scores. Where the sheet keeps ก × ข undivided (5 × 30 = 150, in all up to 500) the total is no mean but points, a
sum of score × weight; all figures stand in `reported` as written, and recomputing reads them accordingly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.normalise.figures import Figures
from pipeline.normalise.indicators import Indicators
from pipeline.normalise.rows import Rows
from pipeline.normalise.scores import Block, read_block, score
from pipeline.normalise.structure import structure_findings
from pipeline.normalise.texts import text_findings
from pipeline.values import marks_of
from schemas.finding import AnyFinding
from schemas.grid import Book
from schemas.layout import Layout
from schemas.rules import RulePack
from schemas.tables import TableInfo, Tables
from schemas.thai import key

if TYPE_CHECKING:
    import pandas as pd


def normalise(
    books: list[Book], layouts: list[list[Layout]], pack: RulePack
) -> tuple[Tables, list[AnyFinding]]:
    """Return the canonical tables of a chunk and what was found in making them.

    Findings carry the index of their workbook in the chunk. See the module for weighted figures, and
    pipeline.normalise.figures for declared decimals.
    """
    marks = marks_of(pack.lexicon)
    infos: list[TableInfo] = []
    members: list[list[Layout]] = []
    blocks: list[Block] = []
    units = Rows("workbook", "table", "unit", "code", "key", "sheet", "row", "col", "last_col")
    indicators = Indicators(marks)
    figures = Figures(marks, pack)
    for index, (book, found) in enumerate(zip(books, layouts, strict=True)):
        for number, parts in _by_table(found).items():
            main = parts[0]
            members.append(parts)
            for position, unit in enumerate(main.units, 1):
                units.add(
                    index,
                    number,
                    position,
                    unit.code,
                    key(unit.code),
                    main.sheet,
                    unit.row,
                    unit.col,
                    unit.last_col or unit.col,
                )
            weighted = indicators.read(index, number, parts, book)
            block = read_block(index, number, parts, book.sheets)
            blocks.append(block)
            figures.read(index, number, parts, book)
            infos.append(_info(index, number, parts, weighted))
    scored = score(blocks, marks, pack.scale)
    tables = Tables(
        books=books,
        layouts=layouts,
        infos=infos,
        units=units.frame(),
        indicators=indicators.rows.frame(),
        scores=_score_frame(blocks, scored),
        results=figures.results.frame(),
        reported=figures.frame(),
        levels_from=indicators.levels,
        wide=scored.wide,
    )
    findings: list[AnyFinding] = []
    findings += structure_findings(members, blocks, scored, figures.by_table(), pack)
    findings += text_findings(books, members, blocks, scored, figures.found, marks)
    return tables, findings


def _by_table(layouts: list[Layout]) -> dict[int, list[Layout]]:
    tables: dict[int, list[Layout]] = {}
    for layout in layouts:
        tables.setdefault(layout.table, []).append(layout)
    return tables


def _info(workbook: int, number: int, parts: list[Layout], weighted: bool) -> TableInfo:
    main = parts[0]
    scoring = tuple(dict.fromkeys(p.sheet for p in parts if p.indicators))
    return TableInfo(
        workbook=workbook,
        table=number,
        layout=main.kind,
        sheet=main.sheet,
        area=main.area,
        round=main.round,
        assessor=main.assessor,
        transposed=main.transposed,
        packed=any(p.packed for p in parts),
        weighted=weighted,
        sheets=scoring,
        summary_sheets=tuple(dict.fromkeys(p.sheet for p in parts if p.sheet not in scoring)),
    )


def _score_frame(blocks: list[Block], scored: Any) -> pd.DataFrame:
    import pandas as pd

    sizes = [len(b.values) for b in blocks]
    if not blocks:
        columns = ["workbook", "table", "indicator", "unit", "sheet", "row", "col"]
        empty: dict[str, Any] = {name: np.zeros(0, np.int32) for name in columns}
    else:
        empty = {
            "workbook": np.repeat(np.array([b.workbook for b in blocks], np.int32), sizes),
            "table": np.repeat(np.array([b.table for b in blocks], np.int32), sizes),
            "indicator": _joined(
                [np.repeat(np.arange(1, b.indicators + 1, dtype=np.int32), b.units) for b in blocks]
            ),
            "unit": _joined(
                [np.tile(np.arange(1, b.units + 1, dtype=np.int32), b.indicators) for b in blocks]
            ),
            "sheet": _joined([np.repeat(np.array(b.sheets, np.int32), b.units) for b in blocks]),
            "row": _joined([b.rows for b in blocks]),
            "col": _joined([b.cols for b in blocks]),
        }
    order = (
        "workbook",
        "table",
        "indicator",
        "unit",
        "state",
        "value",
        "exact",
        "numeric",
        "sheet",
        "row",
        "col",
    )
    data = empty | {
        "state": scored.states,
        "value": scored.values,
        "exact": scored.exact,
        "numeric": scored.numeric,
    }
    return pd.DataFrame({name: data[name] for name in order}, copy=False)


def _joined(arrays: list[Any]) -> Any:
    return arrays[0] if len(arrays) == 1 else np.concatenate(arrays)
