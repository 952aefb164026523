"""Formulas that mean harm or make no sense: never an error of ours, never without end."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.formulas import check_formulas
from schemas.finding import Finding
from schemas.rules import RulePack
from schemas.terms import Quantity
from tests.pipeline.formulas.sheet import F, Member, Table, grid, tables

UNITS = {"ก": "B1", "ข": "C1", "ค": "D1"}


def checked(formula: str, cached: Member = 1, score: Member = 4) -> list[str]:
    assert not isinstance(cached, F)
    rows: list[list[Member]] = [
        ["ตัวชี้วัด", *UNITS],
        ["1.1", 5, score, 3],
        ["1.2", 4, 4, "-"],
        ["รวม", F(formula, cached), F("=SUM(C2:C3)", 8), 7],
    ]
    figures = [(u, 0, Quantity.POINTS, f"{'BCD'[u - 1]}4") for u in (1, 2, 3)]
    found = check_formulas(tables(Table(UNITS, {"1.1": 2, "1.2": 3}, figures), grid(rows)), RulePack())
    return [f.name for f in found if isinstance(f, Finding)]


PIECES = st.sampled_from(
    [
        *(
            "SUM(",
            "IF(",
            "ROUND(",
            "COUNTIF(",
            "SUMPRODUCT(",
            "VLOOKUP(",
            "INDEX(",
            "SUBTOTAL(9,",
            ")",
            "(",
            ",",
        ),
        *(
            "B2",
            "B2:B3",
            "$B$2:B3",
            "A:A",
            "1:3",
            "XFD1048576",
            "'ก'!A1",
            "ก!A1",
            "[1]x!A1",
            "#REF!",
            "{1,2;3}",
        ),
        *("+", "-", "*", "/", "^", "&", "=", "<>", "%", " ", ":", "@", "#", '"', "'", "!", ";"),
        *("1", "0", "9e307", "1e-300", '"5"', '"๕"', "TRUE", "ชื่อ", "_xlfn.", "[[#This Row],[x]]"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=24).map("".join))
@example("((9e307^64)^64)^64")
@example("B2^B2^B2^B2^B2^B2")
@example("SUM(A1:XFD1048576)")
@example("COUNTIF(A1:Z65536,1)")
@example("1/(B2-B2)")
@example("ROUND(B2,1e300)")
@example("INDEX(B2:B3,1e300)")
@example("RC[-1]")
def test_any_text_after_the_sign(text: str) -> None:
    assert set(checked(f"={text}")) <= {
        *("stale-formula", "formula-omits-row", "hard-coded-figure", "formula-not-verified"),
    }


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    checked(f"={text}")


def test_numbers_beyond_all_bounds() -> None:
    for value in (float("inf"), float("-inf"), float("nan"), 1e308, 5e-324):
        checked("=SUM(B2:B3)*2", cached=value)
        checked("=SUM(C2:C3)*2", score=value)
        checked("=SUMPRODUCT(C2:C3,C2:C3)", score=value)


def test_a_million_rows_are_read_once_not_for_every_formula() -> None:
    rows: list[list[Member]] = [["ตัวชี้วัด", *UNITS], ["1.1", 5, 4, 3], ["1.2", 4, 4, 3]]
    rows += [["x", F('=COUNTIF(A$1:Z$65536,"x")+SUM(Z$1:Z$65536)', 1)] for _ in range(300)]
    table = Table(UNITS, {"1.1": 2, "1.2": 3}, [])
    found = [f for f in check_formulas(tables(table, grid(rows)), RulePack()) if isinstance(f, Finding)]
    (open_,) = (f for f in found if f.name == "formula-not-verified")
    assert len(open_.cells) > 290
