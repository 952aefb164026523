"""Books on several sheets, or with several tables on one: scores here, totals there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from tests.books.body import write_matrix
from tests.books.expected import ExpectedFigure, ExpectedTable, Written
from tests.books.figure_cells import put_figure
from tests.books.figures import grade
from tests.books.matrix import Matrix
from tests.books.names import SUMMARY_LABELS, UNIT_STYLES
from tests.books.options import MatrixOptions
from tests.books.page import Kind, Sheet
from tests.books.spec import SCORE_STYLES, Evaluation, evaluation
from tests.books.summary import declared, label_for, write_summary

SPLIT_FACTORS: dict[str, tuple[object, ...]] = {
    "arrangement": (
        "totals-across",
        "totals-down",
        "indicator-sheets",
        "indicator-sheets-totals-down",
        "stacked",
        "side-notes",
    ),
    "units": (2, 9, 25, 62),
    "indicators": (6, 12, 19),
    "unit_style": UNIT_STYLES,
    "number_style": ("dotted", "long", "deep", "thai", "named"),
    "score_style": SCORE_STYLES,
    "weights": ("none", "plain", "percent-format"),
    "levels": (True, False),
    "header_rows": (1, 2),
    "groups": ("none", "row"),
    "states": (False, True),
    "summary": (
        ("full_marks", "points", "mean", "converted"),
        ("converted",),
        ("mean", "converted", "grade"),
    ),
    "figures": ("typed", "formatted", "stored"),
    "order": ("same", "shuffled"),
    "titles": (0, 1, 2),
}


def split_book(name: str, choice: Mapping[str, Any], rng: Random) -> Written:
    """Return one clean book of several sheets or tables."""
    o = MatrixOptions(
        header_rows=choice["header_rows"],
        titles=choice["titles"],
        levels=choice["levels"],
        weights=choice["weights"],
        groups=choice["groups"],
        summary=choice["summary"],
        figures=choice["figures"],
    )
    if o.weights != "none":
        o = replace(o, summary=tuple(q for q in o.summary if q not in ("full_marks", "points")))
    if choice["arrangement"] == "stacked":
        o = replace(o, titles=max(1, o.titles))
    e = evaluation(
        rng,
        units=choice["units"],
        indicators=choice["indicators"],
        groups=1 if o.groups == "none" and "indicator" not in choice["arrangement"] else 3,
        unit_style=choice["unit_style"],
        number_style=choice["number_style"],
        score_style=choice["score_style"],
        weighted=o.weights != "none",
        states=("not_applicable",) if choice["states"] else (),
    )
    arrange = {
        "totals-across": _totals_across,
        "totals-down": _totals_down,
        "indicator-sheets": _indicator_sheets,
        "indicator-sheets-totals-down": _indicator_sheets,
        "stacked": _stacked,
        "side-notes": _side_notes,
    }[choice["arrangement"]]
    sheets, tables = arrange(e, o, choice, rng)
    return Written(name, sheets, tables, traits=tuple(f"{k}={v}" for k, v in choice.items()))


Parts = tuple[list[Sheet], list[ExpectedTable]]


def _totals_across(e: Evaluation, o: MatrixOptions, choice: Mapping[str, Any], rng: Random) -> Parts:
    """Scores on one sheet; on another the same units across and the figures below them."""
    scores, totals = Sheet("คะแนนรายตัวชี้วัด"), Sheet("สรุปคะแนน")
    m = write_matrix(scores, e, o, rng, summary=False)
    order = _order(e, choice, rng)
    totals.put(1, 1, "สรุปผลคะแนนรวม", Kind.TITLE)
    totals.put(2, 1, "รายการ", Kind.HEADER)
    for n, unit in enumerate(order):
        totals.put(2, 2 + n, e.units[unit - 1], Kind.UNIT)
    for k, quantity in enumerate(o.summary):
        row = 3 + k
        totals.put(row, 1, label_for(m, quantity), Kind.TITLE)
        figures = [f for n, u in enumerate(order) if (f := _figure(m, totals, row, 2 + n, u, quantity))]
        m.table.reported += declared(figures)
    return [scores, totals], [m.table]


def _totals_down(e: Evaluation, o: MatrixOptions, choice: Mapping[str, Any], rng: Random) -> Parts:
    """Scores on one sheet; on another one row a unit with its figures."""
    scores = Sheet("คะแนน")
    m = write_matrix(scores, e, o, rng, summary=False)
    return [scores, _down_sheet(m, choice, rng)], [m.table]


def _down_sheet(m: Matrix, choice: Mapping[str, Any], rng: Random) -> Sheet:
    totals, e, o = Sheet("สรุปรายหน่วยงาน"), m.evaluation, m.options
    totals.put(1, 1, "สรุปผลการประเมินรายหน่วยงาน", Kind.TITLE, cols=2 + len(o.summary))
    totals.put(2, 1, "ที่", Kind.HEADER)
    totals.put(2, 2, "หน่วยงาน", Kind.HEADER)
    for k, quantity in enumerate(o.summary):
        weighted = quantity == "mean" and e.weighted
        words = SUMMARY_LABELS["weighted-mean" if weighted else quantity]
        totals.put(2, 3 + k, rng.choice(words), Kind.HEADER)
    figures: list[ExpectedFigure] = []
    for n, unit in enumerate(_order(e, choice, rng), 1):
        totals.put(2 + n, 1, n)
        totals.put(2 + n, 2, e.units[unit - 1], Kind.UNIT)
        for k, quantity in enumerate(o.summary):
            if figure := _figure(m, totals, 2 + n, 3 + k, unit, quantity):
                figures.append(figure)
    m.table.reported += declared(figures)
    return totals


def _order(e: Evaluation, choice: Mapping[str, Any], rng: Random) -> list[int]:
    order = list(range(1, len(e.units) + 1))
    if choice["order"] == "shuffled":
        rng.shuffle(order)
    return order


def _figure(m: Matrix, sheet: Sheet, row: int, col: int, unit: int, quantity: str) -> ExpectedFigure | None:
    exact = m.evaluation.figures(unit)
    if not exact:
        return None
    if quantity == "grade":
        name = grade(exact["converted"])
        return ExpectedFigure(unit, None, "grade", name, sheet.put(row, col, name), name)
    return put_figure(sheet, row, col, unit, quantity, exact[quantity], m.options.figures)


def _indicator_sheets(e: Evaluation, o: MatrixOptions, choice: Mapping[str, Any], rng: Random) -> Parts:
    """One sheet a group of indicators, the same units on each; figures on the last or on one of their own."""
    groups = sorted({i.group for i in e.indicators})
    own = choice["arrangement"] == "indicator-sheets-totals-down"
    parts: list[Matrix] = []
    for group in groups:
        members = [n for n, i in enumerate(e.indicators, 1) if i.group == group]
        sheet = Sheet(f"มิติที่ {group + 1}")
        parts.append(
            write_matrix(sheet, e, o, rng, indicators=range(members[0], members[-1] + 1), summary=False)
        )
    whole = parts[0]
    for part in parts[1:]:
        shift = len(whole.table.indicators)
        whole.table.indicators += part.table.indicators
        whole.table.scores += [replace(s, indicator=s.indicator + shift) for s in part.table.scores]
        whole.table.levels += [replace(v, indicator=v.indicator + shift) for v in part.table.levels]
    sheets = [p.sheet for p in parts]
    if own:
        return [*sheets, _down_sheet(whole, choice, rng)], [whole.table]
    last = parts[-1]
    last.options = replace(o, figures="formatted" if "formula" in o.figures else o.figures)
    before = len(last.table.reported)
    write_summary(last)
    whole.table.reported += last.table.reported[before:]
    return sheets, [whole.table]


def _stacked(e: Evaluation, o: MatrixOptions, choice: Mapping[str, Any], rng: Random) -> Parts:
    """Two tables on one sheet, one below the other: headquarters, and regions with other indicators."""
    sheet = Sheet("ผลการประเมิน")
    first = write_matrix(sheet, e, replace(o, notes=False), rng)
    other = evaluation(
        rng,
        units=rng.choice((3, 8)),
        indicators=rng.choice((5, 9)),
        groups=1,
        unit_style="regional" if choice["unit_style"] != "regional" else "districts",
        number_style=choice["number_style"],
        score_style=choice["score_style"],
        weighted=e.weighted,
    )
    other.department, other.year = e.department, e.year
    gap = rng.choice((1, 2, 4))
    second = write_matrix(sheet, other, replace(o, top=first.next_row + gap, groups="none"), rng)
    return [sheet], [first.table, second.table]


def _side_notes(e: Evaluation, o: MatrixOptions, choice: Mapping[str, Any], rng: Random) -> Parts:
    """A cover sheet before, a sheet of instructions after, neither with scores."""
    cover, scores, notes = Sheet("ปก"), Sheet("ผลคะแนน"), Sheet("คำอธิบาย")
    for n, line in enumerate(
        ("รายงานผลการประเมินตัวชี้วัด", e.department, f"ปีงบประมาณ พ.ศ. {e.year}", "จัดทำโดย กลุ่มพัฒนาระบบบริหาร")
    ):
        cover.put(4 + 2 * n, 3, line, Kind.TITLE)
    m = write_matrix(scores, e, o, rng)
    notes.put(1, 1, "เกณฑ์การให้คะแนน", Kind.TITLE)
    for n, line in enumerate(("5 = ดีมาก", "4 = ดี", "3 = ปานกลาง", "2 = พอใช้", "1 = ต้องปรับปรุง"), 2):
        notes.put(n, 1, n - 1)
        notes.put(n, 2, line)
    return [cover, scores, notes], [m.table]
