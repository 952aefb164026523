"""Mismatches as findings: one cause of many units said once, the chain, impossible figures, two edits."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from pipeline.explain.granularity import occurring, ratios
from schemas.cell import Area
from schemas.intervals import Intervals, intervals
from schemas.rounding import interval
from schemas.rules import RulePack
from schemas.terms import Assessment, Rounding, Status
from tests.pipeline.judging import Judged, judge
from tests.pipeline.tables_builder import Sheet

HALF_UP = Rounding.HALF_UP

UNITS = 6
SCORES = [
    ["5", "4", "5", "3", "5", "4"],
    ["4", "5", "3", "5", "4", "5"],
    ["0", "0", "0", "0", "0", "0"],
    ["5", "5", "4", "4", "2", "3"],
    ["3", "5", "5", "5", "5", "1"],
]
POINTS = [17, 19, 17, 17, 16, 13]


def over(base: int, *, skip: int = 0) -> list[str]:
    """Return the converted scores of all units over a base; the first `skip` units over the right one."""
    figures = []
    for n, points in enumerate(POINTS):
        value = Fraction(points, 25 if n < skip else base) * 100
        figures.append(format(float(value), ".2f"))
    return figures


def test_one_cause_of_many_units_is_one_finding_with_their_range() -> None:
    judged = judge(Sheet(SCORES, {"converted": over(20)}))
    found = judged.named("converted-mismatch")
    assert len(found) == 1
    assert found[0].area == Area(0, 10, 7, 10, 12)
    assert found[0].unit is None
    assert found[0].values["name"] == "zero-not-evaluated"
    assert found[0].subject == "zero-not-evaluated"
    assert found[0].lines == tuple(range(UNITS))
    assert len(judged.lines) == UNITS
    assert {n.assessment for n in judged.lines} == {Assessment.EXPLAINED}


def test_a_cause_of_most_units_beats_a_cause_of_each() -> None:
    """Eleven of twelve by one base; in single units the same figure could be one row left out."""
    figures = over(20)
    figures[5] = "71.47"
    judged = judge(Sheet(SCORES, {"converted": figures}))
    found = judged.named("converted-mismatch")
    assert {f.values["count"] for f in found} == {1, 5}
    assert judged.cause(unit=6).name == "unexplained"


def test_every_wrong_line_is_in_exactly_one_finding() -> None:
    reported = {
        "full_marks": ["25", "20", "25", "25", "25", "25"],
        "points": ["17", "19", "17", "71", "16", "13"],
        "converted": ["68.00", "95.00", "68.00", "86.00", "64.00", "50.25"],
    }
    judged = judge(Sheet(SCORES, reported))
    spoken = [i for f in judged.findings for i in getattr(f, "lines", ()) if f.name.endswith("-mismatch")]
    wrong = [i for i, n in enumerate(judged.lines) if n.status is Status.MISMATCH]
    assert sorted(spoken) == wrong
    assert judged.wrong() == {
        ("full_marks", 2), ("converted", 2), ("points", 4), ("converted", 4), ("converted", 6),
    }  # fmt: skip


def test_one_edit_explains_all_figures_of_a_unit() -> None:
    reported = {"full_marks": ["25", "20", "25", "25", "25", "25"], "converted": over(25)}
    reported["converted"][1] = "95.00"
    judged = judge(Sheet(SCORES, reported))
    assert judged.cause("full_marks", 2).name == "zero-not-evaluated"
    assert judged.cause("converted", 2).name == "zero-not-evaluated"
    assert judged.cause("converted", 2).values["follows_from"] == "full_marks"


def test_full_marks_alone_are_a_wrong_base_where_the_other_figures_are_right() -> None:
    means = [format(float(Fraction(p, 5)), ".2f") for p in POINTS]
    reported = {"full_marks": ["25", "20", "25", "25", "25", "25"], "mean": means, "converted": over(25)}
    judged = judge(Sheet(SCORES, reported))
    assert judged.wrong() == {("full_marks", 2)}
    assert judged.cause("full_marks", 2).name == "wrong-base"


def chained() -> Judged:
    """Points of the fourth unit typed 71 for 17, the converted score computed from them."""
    reported = {"points": ["17", "19", "17", "71", "16", "13"], "converted": over(25)}
    reported["converted"][3] = "284.00"
    return judge(Sheet(SCORES, reported))


def test_a_figure_that_follows_from_a_mistyped_one_says_where_the_chain_broke() -> None:
    judged = chained()
    assert judged.cause("points", 4).name == "transposed-digits"
    cause = judged.cause("converted", 4)
    assert cause.name == "transposed-digits"
    assert cause.values["follows_from"] == "points"
    assert "71" in cause.message.en
    assert "71" in cause.message.th


def test_a_figure_no_scores_can_give_is_said_with_the_power_of_the_test() -> None:
    judged = judge(Sheet([["5"]] * 16 + [["4"]] * 2 + [["0"]], {"converted": ["71.47"]}))
    found = judged.named("impossible-figure")
    assert len(found) == 1
    assert found[0].values["occurring"] == 96
    assert found[0].values["possible"] == 10_001
    assert found[0].values["base"] == 95


@pytest.mark.parametrize(
    "scores",
    [[["5"], ["4.25"], ["3.5"]], [["5"], ["4"], ["4.5001"]]],
)
def test_no_figure_is_called_impossible_where_scores_are_fine_enough(scores: list[list[str]]) -> None:
    judged = judge(Sheet(scores, {"converted": ["11.13"]}))
    assert judged.cause().name == "unexplained"
    assert judged.named("impossible-figure") == []


def test_a_figure_of_the_reported_base_is_possible() -> None:
    """17.78 is 8 of 45: not of 50, but of the full marks the sheet reports."""
    scores = [["5"], ["4"], ["5"], ["3"], ["5"], ["4"], ["5"], ["2"], ["5"], ["4"]]
    alone = judge(Sheet(scores, {"converted": ["17.78"]}))
    assert len(alone.named("impossible-figure")) == 1
    beside = judge(Sheet(scores, {"full_marks": ["45"], "converted": ["17.78"]}))
    assert beside.named("impossible-figure") == []


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("97.78", [(44, 45), (88, 90)]),
        ("96.84", [(92, 95)]),
        ("97.89", [(93, 95)]),
    ],
)
def test_the_ratios_of_a_figure(figure: str, expected: list[tuple[int, int]]) -> None:
    assert ratios(_intervals(figure), Fraction(100)) == [expected]


def _intervals(*figures: str) -> Intervals:
    return intervals([Decimal(f) for f in figures], [2] * len(figures), HALF_UP)


def test_ratios_of_many_figures_are_those_of_each_tried_one_by_one() -> None:
    figures = ["97.78", "60.00", "0.00", "100.00", "33.33", "93.56", "71.47"]
    found = ratios(_intervals(*figures), Fraction(100))
    for figure, pairs in zip(figures, found, strict=True):
        stands_for = interval(Decimal(figure), 2, HALF_UP)
        every = [
            (p, base)
            for base in range(1, 101)
            for p in range(base + 1)
            if Fraction(p, base) * 100 in stands_for
        ]
        assert pairs == every


@pytest.mark.parametrize(("figure", "base"), [("93.56", 90), ("95.89", 90), ("94.84", 90)])
def test_three_figures_of_the_source_need_a_fractional_score(figure: str, base: int) -> None:
    assert base not in [b for _, b in ratios(_intervals(figure), Fraction(100))[0]]


def test_the_inverse_stands_with_the_line_and_is_said_of_a_figure_that_stays_open() -> None:
    scores = [["5", "5", "5"]] * 16 + [["4", "4", "4"]] * 2
    judged = judge(Sheet(scores, {"converted": ["96.84", "71.47", "96.67"]}))  # 92/95, none, 87/90
    lines = [judged.line("converted", unit) for unit in (1, 2, 3)]
    assert [line.basis.get("ratios") for line in lines] == ["92/95", "", "29/30, 58/60, 87/90"]
    said = " ".join(str(f.values["cause"]) for f in judged.named("converted-mismatch"))
    assert "No whole points over full marks up to 100 give 71.47." in said
    halves = judge(Sheet([["4.5"], ["5"]], {"converted": ["71.47"]})).line("converted")
    assert "ratios" not in halves.basis


def test_the_power_of_granularity() -> None:
    assert occurring(Fraction(90), Fraction(100), Fraction(1), 2, HALF_UP) == 91
    assert occurring(Fraction(95), Fraction(100), Fraction(1), 2, HALF_UP) == 96
    assert occurring(Fraction(95), Fraction(100), Fraction(1, 1000), 2, HALF_UP) == 10_001


def test_two_edits_are_weaker_and_only_where_one_does_not_do() -> None:
    scores = [["5"]] * 16 + [["4"]] * 2 + [["0"]]
    both = judge(Sheet(scores, {"converted": ["97.77"]})).cause()  # 88 / 90, cut off
    assert (both.name, both.weaker, both.values["second"]) == ("zero-not-evaluated", True, "truncated")
    assert "97.78" in both.message.en
    one = judge(Sheet(scores, {"converted": ["97.78"]})).cause()
    assert not one.weaker


def test_rows_at_the_foot_left_out_together() -> None:
    scores = [["5"]] * 9 + [["4"]] * 2 + [["1"]] * 4 + [["3"]]
    judged = judge(Sheet(scores, {"converted": ["96.36"]}))  # the first eleven rows alone: 53 of 55
    line = judged.line("converted")
    assert line.causes[0].name == "row-omitted"
    assert line.causes[0].weaker
    assert line.assessment is Assessment.AMBIGUOUS
    assert line.causes[0].values["touched"] == 5


def test_explaining_changes_no_verdict_and_no_order() -> None:
    from pipeline.recompute import recompute
    from pipeline.reconcile import reconcile

    judged = chained()
    pack = RulePack()
    lines, _ = reconcile(judged.tables, recompute(judged.tables, pack), pack)
    assert [(n.unit, n.quantity, n.status) for n in lines] == [
        (n.unit, n.quantity, n.status) for n in judged.lines
    ]


def test_order_of_units_changes_nothing_but_the_order() -> None:
    order = [3, 0, 5, 1, 4, 2]
    reported = over(20)
    reported[5] = "71.47"
    first = judge(Sheet(SCORES, {"converted": reported}))
    moved = judge(
        Sheet([[row[n] for n in order] for row in SCORES], {"converted": [reported[n] for n in order]})
    )
    for place, unit in enumerate(order, 1):
        a, b = first.line("converted", unit + 1), moved.line("converted", place)
        assert (a.status, a.assessment, a.causes[0].name) == (b.status, b.assessment, b.causes[0].name)
