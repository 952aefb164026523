"""Exactness: the integer path equals fractions on random and on adversarial tables, and no float enters a verdict."""

from __future__ import annotations

import ast
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import schemas.intervals
from pipeline.explain import explain
from pipeline.recompute import Recomputed, recompute
from pipeline.reconcile import reconcile
from schemas.rounding import interval, rounded
from schemas.rules import RulePack
from schemas.terms import Quantity, Rounding, Status
from tests.pipeline.tables_builder import Sheet, build

ROOT = Path(__file__).parents[3]
EXACT = (
    "pipeline/recompute", "pipeline/reconcile", "pipeline/explain", "rules/causes", "schemas/rounding.py",
    "schemas/intervals.py",
)  # fmt: skip
"""Where verdicts are made. Conversion of what a cell holds is elsewhere, once, into exact decimals."""

plain = st.integers(0, 5).map(str)
halves = st.integers(0, 10).map(lambda n: str(Decimal(n) / 2))
hundredths = st.integers(0, 500).map(lambda n: str(Decimal(n) / 100))
long = st.integers(0, 5 * 10**14).map(lambda n: format(Decimal(n).scaleb(-14), "f"))
cells = st.one_of(plain, halves, hundredths, long, st.sampled_from(["N/A", "", "-"]))
weights = st.one_of(
    st.integers(1, 60).map(str), st.integers(1, 10**6).map(lambda n: format(Decimal(n).scaleb(-4), "f"))
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    indicators, units = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    kind = draw(st.sampled_from([plain, hundredths, cells]))
    scores = [[draw(kind) for _ in range(units)] for _ in range(indicators)]
    weighed = draw(st.booleans())
    return Sheet(scores, weights=[draw(weights) for _ in range(indicators)] if weighed else ())


def by_fractions(sheet: Sheet, unit: int) -> dict[Quantity, Fraction | None]:
    """Return a unit's figures from the definition alone: only scores count, a blank and a dash are left out."""
    counted = [
        (n, Fraction(row[unit])) for n, row in enumerate(sheet.scores) if row[unit] not in ("", "-", "N/A")
    ]
    weighs = [Fraction(str(w)) for w in sheet.weights] or [Fraction(1)] * len(sheet.scores)
    base = sum((weighs[n] for n, _ in counted), Fraction(0))
    total = sum((weighs[n] * s for n, s in counted), Fraction(0))
    mean = total / base if base else None
    return {
        Quantity.FULL_MARKS: Fraction(5 * len(counted)),
        Quantity.POINTS: sum((s for _, s in counted), Fraction(0)),
        Quantity.MEAN: mean,
        Quantity.CONVERTED: None if mean is None else mean * 20,
    }


def by_integers(recomputed: Recomputed, unit: int) -> dict[Quantity, Fraction | None]:
    at = np.asarray([unit])
    return {q: recomputed.figures(q, at).fraction(0) for q in by_fractions(Sheet([["1"]]), 0)}


@settings(deadline=None, max_examples=150)
@given(st.lists(sheets(), min_size=1, max_size=3))
def test_integer_sums_equal_fractions(made: list[Sheet]) -> None:
    for number, sheet in enumerate(made):
        sheet.workbook = number
    tables = build(*made)
    recomputed = recompute(tables, RulePack())
    row = 0
    for sheet in made:
        for unit in range(len(sheet.scores[0])):
            assert by_integers(recomputed, row) == by_fractions(sheet, unit)
            row += 1


@settings(deadline=None, max_examples=60)
@given(sheets(), st.sampled_from(list(Rounding)), st.integers(0, 4), st.integers(-2, 2))
def test_the_verdict_is_that_of_the_interval(sheet: Sheet, mode: Rounding, decimals: int, off: int) -> None:
    """A figure printed from the exact value, moved by some units of its last place, against its own interval."""
    figures = [by_fractions(sheet, u)[Quantity.CONVERTED] for u in range(len(sheet.scores[0]))]
    step = Decimal(1).scaleb(-decimals)
    texts = ["" if f is None else format(rounded(f, decimals, mode) + off * step, "f") for f in figures]
    sheet.reported, sheet.decimals = {"converted": texts}, {"converted": decimals}
    pack = RulePack(policies=RulePack().policies.__class__(rounding=mode))
    tables = build(sheet)
    lines, _ = reconcile(tables, recompute(tables, pack), pack)
    missing = {u for row in sheet.scores for u, cell in enumerate(row, 1) if cell in ("", "-")}
    for line in lines:
        if line.status in (Status.MATCH, Status.MISMATCH) and line.unit not in missing and line.unit:
            exact = figures[line.unit - 1]
            assert exact is not None
            inside = exact in interval(Decimal(texts[line.unit - 1]), decimals, mode)
            assert (line.status is Status.MATCH) == inside


ADVERSARIAL = {
    "ties": Sheet([["4.5"], ["4.51"]], {"converted": ["90.1"], "mean": ["4.51"]}, decimals={"mean": 2}),
    "fifteen digits": Sheet([["3.33333333333333"], ["4.66666666666667"]], {"converted": ["80.00"]}),
    "weights of 102": Sheet([["5"], ["4"], ["3"]], {"converted": ["81.96"]}, weights=["50", "30", "22"]),
    "all not applicable": Sheet([["N/A"], ["N/A"]], {"converted": ["0"], "full_marks": ["0"]}),
    "base 0": Sheet([["5"], ["N/A"]], {"converted": ["100.00"]}, weights=["0", "100"]),
    "huge weights": Sheet(
        [["3.33333333333333"], ["5"]], {"converted": ["88.89"]}, weights=["99999.999999", "0.000001"]
    ),
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_adversarial_tables_go_the_whole_way(name: str) -> None:
    sheet = ADVERSARIAL[name]
    tables, pack = build(sheet), RulePack()
    recomputed = recompute(tables, pack)
    assert by_integers(recomputed, 0) == by_fractions(sheet, 0)
    lines, findings = reconcile(tables, recomputed, pack)
    lines, _ = explain(tables, recomputed, lines, findings, pack)
    assert lines


@settings(deadline=None, max_examples=40)
@given(sheets(), st.integers(0, 10_000))
def test_python_integers_and_64_bits_explain_alike(sheet: Sheet, figure: int) -> None:
    """With the limit of 64-bit products lowered to nothing, every step is in Python's integers: same answers."""
    sheet.reported = {"converted": [format(Decimal(figure).scaleb(-2), "f")] * len(sheet.scores[0])}

    def answers() -> list[object]:
        tables, pack = build(sheet), RulePack()
        recomputed = recompute(tables, pack)
        lines, findings = reconcile(tables, recomputed, pack)
        lines, _ = explain(tables, recomputed, lines, findings, pack)
        return [
            (n.status, n.assessment, [(c.name, c.equivalents, c.chance, c.message) for c in n.causes])
            for n in lines
        ]

    fast = answers()
    limit = schemas.intervals.LIMIT
    try:
        schemas.intervals.LIMIT = 1
        slow = answers()
    finally:
        schemas.intervals.LIMIT = limit
    assert slow == fast


def exact_modules() -> list[Path]:
    found = []
    for place in EXACT:
        path = ROOT / place
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return found


FORBIDDEN = {
    "float",
    "float64",
    "float32",
    "round",
    "mean",
    "average",
    "nanmean",
    "std",
    "isclose",
    "allclose",
}


@pytest.mark.parametrize("path", exact_modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_float_is_written_where_verdicts_are_made(path: Path) -> None:
    """No float literal, no call that makes one, no true division of anything but fractions and paths."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"{path}:{node.lineno}"
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert name not in FORBIDDEN, f"{path}:{node.lineno}: {name}"


def test_no_array_of_floats_passes_through_a_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every array that is compared is of integers: a true division or a mean somewhere would show here."""
    seen: list[np.dtype[np.generic]] = []
    hold = schemas.intervals.Intervals.hold

    def watched(self: schemas.intervals.Intervals, num: np.ndarray, den: np.ndarray) -> np.ndarray:
        seen.extend((np.asarray(num).dtype, np.asarray(den).dtype, self.low.dtype, self.high.dtype))
        return hold(self, num, den)

    monkeypatch.setattr(schemas.intervals.Intervals, "hold", watched)
    sheet = Sheet(
        [["5", "4", "3"], ["4.5", "N/A", "0"], ["3.25", "2", "5"]],
        {"full_marks": ["15", "15", "15"], "points": ["12", "6", "9"], "mean": ["4.2", "3", "2.6"],
         "converted": ["85.1", "60.1", "53.1"]},
    )  # fmt: skip
    for made in (
        sheet,
        Sheet(sheet.scores, {"converted": ["85.1", "60.1", "53.1"]}, weights=["50", "30", "20"]),
    ):
        tables, pack = build(made), RulePack()
        recomputed = recompute(tables, pack)
        lines, findings = reconcile(tables, recomputed, pack)
        explain(tables, recomputed, lines, findings, pack)
    assert seen
    assert {d.kind for d in seen} <= {"i", "O"}
