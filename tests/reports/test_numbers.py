"""Numbers as text: exact, without exponents, differences to the last digit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.jsontext import written
from reports.numbers import difference, number_text, raw_text, rounded
from reports.view.calculation import long_text
from schemas.terms import Rounding


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("96.840", "96.84"),
        ("60.00", "60"),
        ("1E+3", "1000"),
        ("-0.00", "0"),
        ("1E-7", "0.0000001"),
        ("100", "100"),
    ],
)
def test_plain_digits(number: str, text: str) -> None:
    assert number_text(Decimal(number)) == text


@given(st.fractions(max_denominator=1000), st.integers(0, 6), st.sampled_from(Rounding))
def test_rounding_stays_within_one_unit(value: Fraction, digits: int, mode: Rounding) -> None:
    assert abs(Fraction(rounded(value, digits, mode)) - value) < Fraction(1, 10**digits)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=15), st.decimals(-100, 100, places=6))
def test_differences_are_exact(a: Decimal, b: Decimal) -> None:
    assert Fraction(difference(a, b)) == Fraction(a) - Fraction(b)


def test_ties_go_up_to_even_or_away() -> None:
    tie = Fraction(125, 1000)
    assert [format(rounded(tie, 2, mode), "f") for mode in Rounding] == ["0.13", "0.12", "0.12", "0.13"]


def test_a_raw_number_is_its_decimal_text() -> None:
    values = (5.0, 0.1, 97.7777777777778, "๕", True, "")
    assert [raw_text(v) for v in values] == ["5", "0.1", "97.7777777777778", "๕", "TRUE", ""]


def test_an_endless_value_says_that_it_goes_on() -> None:
    assert long_text(Fraction(880, 9)) == "97.777777…"
    assert long_text(Fraction(-1, 8)) == "-0.125"


def test_a_binary_float_is_refused_in_a_document() -> None:
    with pytest.raises(TypeError, match="binary float"):
        written({"value": 0.1})
    assert written({"a": (Decimal("0.10"), Fraction(1, 3), None, True)}) == '{"a": [0.1, "1/3", null, true]}'
