"""Shared formulas written out: the same as openpyxl's translator where that is right, and by the book elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from pipeline.read.shift import shifted
from schemas.cell import a1


@pytest.mark.parametrize(
    ("formula", "rows", "cols", "expected"),
    [
        ("=SUM(A2:B2)", 1, 0, "=SUM(A3:B3)"),
        ("=$A$1+A$1+$A1+A1", 2, 3, "=$A$1+D$1+$A3+D3"),
        ("='ก ข'!A1+'it''s A1'!B2", 1, 1, "='ก ข'!B2+'it''s A1'!C3"),
        ('="A1"&A1&"say ""B2"""', 1, 0, '="A1"&A2&"say ""B2"""'),
        ("=LOG10(A1)+Q1!A1", 1, 0, "=LOG10(A2)+Q1!A2"),
        ("=SUM(A:A)+SUM($B:C)+SUM(1:2)+SUM($3:4)", 1, 1, "=SUM(B:B)+SUM($B:D)+SUM(2:3)+SUM($3:5)"),
        ("=Scores[[#This Row],[A1]]+[1]Sheet1!A1", 1, 0, "=Scores[[#This Row],[A1]]+[1]Sheet1!A2"),
        ("=A1", -1, 0, "=#REF!"),
        ("=A1", 0, -1, "=#REF!"),
        ("=1E5+A1*2.5", 1, 0, "=1E5+A2*2.5"),
        ("=XFD1048576", 0, 1, "=#REF!"),
        ("=รวม_A1+A1", 1, 0, "=รวม_A1+A2"),
    ],
)
def test_what_moves_and_what_stays(formula: str, rows: int, cols: int, expected: str) -> None:
    assert shifted(formula, rows, cols) == expected


REFERENCE = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "$"]),
    st.sampled_from(["A", "B", "Z", "AA", "AZ"]),
    st.sampled_from(["", "$"]),
    st.integers(1, 300),
)
OPERAND = st.one_of(
    REFERENCE,
    st.builds("SUM({}:{})".format, REFERENCE, REFERENCE),
    st.builds("Sheet1!{}".format, REFERENCE),
    st.builds("'ก ข'!{}".format, REFERENCE),
    st.sampled_from(["2.5", '"A1"', "ROUND(B3,2)"]),
)


@given(st.lists(OPERAND, min_size=1, max_size=4), st.integers(0, 50), st.integers(0, 50))
def test_as_openpyxl_translates(operands: list[str], rows: int, cols: int) -> None:
    formula = "=" + "+".join(operands)
    assert shifted(formula, rows, cols) == Translator(formula, "A1").translate_formula(a1(1 + rows, 1 + cols))
