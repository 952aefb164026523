"""Matrices of every shape: the factors that are crossed, and how one row of choices becomes a book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from tests.books.body import write_matrix
from tests.books.expected import Written
from tests.books.names import GROUPS, UNIT_STYLES
from tests.books.options import FIGURES, SPANS, WEIGHTS, MatrixOptions
from tests.books.page import Sheet
from tests.books.spec import NUMBER_STYLES, SCORE_STYLES, evaluation

SUMMARIES = (
    ("converted",),
    ("points", "converted"),
    ("full_marks", "points", "mean", "converted"),
    ("converted", "mean"),
    ("points", "full_marks", "converted", "grade"),
    ("mean", "converted", "rank", "grade"),
    ("full_marks", "converted"),
)

FACTORS: dict[str, tuple[object, ...]] = {
    "units": (1, 2, 9, 25, 64),
    "indicators": (5, 12, 19, 31),
    "unit_style": UNIT_STYLES,
    "number_style": NUMBER_STYLES,
    "score_style": SCORE_STYLES,
    "groups": ("none", "row", "merged", "column"),
    "group_style": tuple(GROUPS),
    "weights": WEIGHTS,
    "levels": (True, False),
    "header_rows": (1, 2, 3),
    "span": SPANS,
    "summary": SUMMARIES,
    "figures": FIGURES,
    "titles": (0, 1, 2, 3),
    "top": (1, 3),
    "left": (1, 2),
    "sequence": (False, True),
    "own_number": (False, True),
    "states": (False, True),
    "subtotals": (False, True),
    "criteria": (False, True),
    "aggregate": (False, True),
    "tail": ("none", "notes", "signature", "both"),
    "summary_gap": (False, True),
}


def options(choice: Mapping[str, Any]) -> MatrixOptions:
    """Return the options of one row of choices, with what would contradict itself settled."""
    o = MatrixOptions(
        header_rows=choice["header_rows"],
        titles=choice["titles"],
        top=choice["top"],
        left=choice["left"],
        sequence=choice["sequence"],
        own_number=choice["own_number"] and choice["number_style"] != "none",
        levels=choice["levels"],
        weights=choice["weights"],
        weight_total=choice["sequence"],
        span=choice["span"],
        groups=choice["groups"],
        subtotals=choice["subtotals"]
        and choice["weights"] == "none"
        and choice["groups"] in ("row", "merged"),
        criteria=choice["criteria"],
        summary=choice["summary"],
        summary_gap=choice["summary_gap"],
        figures=choice["figures"],
        aggregate=choice["aggregate"] and choice["span"] == "one",
        notes=choice["tail"] in ("notes", "both"),
        signature=choice["tail"] in ("signature", "both"),
    )
    return consistent(o)


def consistent(o: MatrixOptions) -> MatrixOptions:
    """Settle what no officer would write: a second column without its heading, points of weighted scores."""
    weighted = o.weights != "none"
    if o.span == "score-and-weighted" and not weighted:
        o = replace(o, span="one")
    if o.span in ("full-and-score", "score-and-weighted"):
        o = replace(o, header_rows=3)
    elif o.header_rows == 3 and o.span != "pair-merged":
        o = replace(o, header_rows=2)
    summary = o.summary
    if weighted:
        summary = tuple(q for q in summary if q not in ("points", "full_marks"))
    elif o.span in ("pair-merged", "pair-open"):
        summary = (*(q for q in summary if q not in ("full_marks", "converted")), "pair")
    elif o.span == "full-and-score":
        summary = tuple(q for q in summary if q != "full_marks")
    if weighted and o.span.startswith("pair"):
        o = replace(o, span="one", header_rows=min(o.header_rows, 2))
    if o.span == "score-and-weighted" and "mean" not in summary:
        summary = ("mean", *summary)
    if o.sequence and o.own_number:
        o = replace(o, own_number=False)
    return replace(o, summary=summary)


def matrix_book(name: str, choice: Mapping[str, Any], rng: Random) -> Written:
    """Return one clean book of a matrix on one sheet."""
    o = options(choice)
    e = evaluation(
        rng,
        units=choice["units"],
        indicators=choice["indicators"],
        groups=1 if o.groups == "none" else min(4, choice["indicators"] // 2),
        unit_style=choice["unit_style"],
        number_style=choice["number_style"],
        group_style=choice["group_style"],
        score_style=choice["score_style"],
        weighted=o.weights != "none",
        states=("not_applicable", "not_started", "cancelled") if choice["states"] else (),
        criteria=o.criteria,
    )
    sheet = Sheet(rng.choice(("สรุปคะแนน", "ผลการประเมิน", "Sheet1", "KPI 2569", "คะแนนรายหน่วยงาน")))
    m = write_matrix(sheet, e, o, rng)
    traits = tuple(f"{k}={v}" for k, v in choice.items())
    return Written(name, [sheet], [m.table], traits=traits)
