"""Rounding and the interval a printed figure stands for, as vectors and as properties."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.intervals import Intervals, intervals
from schemas.rounding import interval, rounded
from schemas.terms import Rounding

HALF_UP, HALF_EVEN, TRUNCATE, NEAREST = (
    Rounding.HALF_UP,
    Rounding.HALF_EVEN,
    Rounding.TRUNCATE,
    Rounding.NEAREST,
)

TIES = ["1.005", "0.285", "10.075", "39.995", "0.125", "0.025", "2.675", "1.115", "0.045", "8.345"]
PYTHON = {HALF_UP: ROUND_HALF_UP, HALF_EVEN: ROUND_HALF_EVEN, TRUNCATE: ROUND_DOWN}

figures = st.integers(-(10**8), 10**8).map(lambda n: Decimal(n).scaleb(-4))
exact_values = st.fractions(min_value=-200, max_value=200, max_denominator=10_000)
modes = st.sampled_from(list(Rounding))


@pytest.mark.parametrize(
    ("exact", "decimals", "mode", "printed"),
    [
        ("1.005", 2, HALF_UP, "1.01"),
        ("0.285", 2, HALF_UP, "0.29"),
        ("10.075", 2, HALF_UP, "10.08"),
        ("39.995", 2, HALF_UP, "40.00"),
        ("0.125", 2, HALF_UP, "0.13"),
        ("0.025", 2, HALF_UP, "0.03"),
        ("0.125", 2, HALF_EVEN, "0.12"),
        ("0.135", 2, HALF_EVEN, "0.14"),
        ("97.789", 2, TRUNCATE, "97.78"),
        ("-0.125", 2, HALF_UP, "-0.13"),
        ("-97.789", 2, TRUNCATE, "-97.78"),
        ("88/90", 4, HALF_UP, "0.9778"),
    ],
)
def test_rounds_as_the_mode_says(exact: str, decimals: int, mode: Rounding, printed: str) -> None:
    assert str(rounded(Fraction(exact), decimals, mode)) == printed


@pytest.mark.parametrize("text", TIES)
@pytest.mark.parametrize("mode", [HALF_UP, HALF_EVEN, TRUNCATE])
def test_agrees_with_decimal_where_binary_floats_do_not(text: str, mode: Rounding) -> None:
    assert rounded(Fraction(text), 2, mode) == Decimal(text).quantize(Decimal("0.01"), PYTHON[mode])


def test_binary_floats_get_most_ties_wrong() -> None:
    wrong = [t for t in TIES if Decimal(str(round(float(t), 2))) != rounded(Fraction(t), 2, HALF_UP)]
    assert len(wrong) > len(TIES) // 2


@pytest.mark.parametrize(
    ("value", "mode", "low", "high", "ends"),
    [
        ("97.78", HALF_UP, "97.775", "97.785", "[)"),
        ("97.78", HALF_EVEN, "97.775", "97.785", "[]"),
        ("97.77", HALF_EVEN, "97.765", "97.775", "()"),
        ("97.78", TRUNCATE, "97.78", "97.79", "[)"),
        ("97.78", NEAREST, "97.775", "97.785", "[]"),
        ("-97.78", HALF_UP, "-97.785", "-97.775", "(]"),
        ("-97.78", TRUNCATE, "-97.79", "-97.78", "(]"),
        ("0", HALF_UP, "-0.005", "0.005", "()"),
        ("0", TRUNCATE, "-0.01", "0.01", "()"),
    ],
)
def test_a_figure_stands_for_one_unit_of_its_last_place(
    value: str, mode: Rounding, low: str, high: str, ends: str
) -> None:
    found = interval(Decimal(value), 2, mode)
    assert (found.low, found.high) == (Fraction(low), Fraction(high))
    assert ("[" if found.low_in else "(") + ("]" if found.high_in else ")") == ends


def test_a_tolerance_widens_both_ends_and_counts_them() -> None:
    assert Fraction("97.78") in interval(Decimal("97.77"), 2, HALF_UP, Decimal("0.01"))
    assert Fraction("97.785") in interval(Decimal("97.77"), 2, HALF_UP, Decimal("0.01"))
    assert Fraction("97.7850001") not in interval(Decimal("97.77"), 2, HALF_UP, Decimal("0.01"))


def test_zero_decimals_do_not_make_everything_equal() -> None:
    assert Fraction(9) not in interval(Decimal(5), 0, HALF_UP)


@given(exact_values, st.integers(0, 4), modes)
def test_what_prints_as_a_figure_lies_in_its_interval_and_nothing_else_does(
    exact: Fraction, decimals: int, mode: Rounding
) -> None:
    printed = rounded(exact, decimals, mode)
    assert exact in interval(printed, decimals, mode)
    if mode is not NEAREST:
        step = Decimal(1).scaleb(-decimals)
        assert exact not in interval(printed + step, decimals, mode)
        assert exact not in interval(printed - step, decimals, mode)


def _bulk(value: Decimal, decimals: int, mode: Rounding, tolerance: Decimal) -> Intervals:
    return intervals([value], [decimals], mode, tolerance)


@given(figures, st.integers(0, 5), modes, st.sampled_from(["0", "0.01", "0.005"]), exact_values)
def test_many_at_once_are_the_same_as_one_by_one(
    value: Decimal, decimals: int, mode: Rounding, tolerance: str, exact: Fraction
) -> None:
    one = interval(value, decimals, mode, Decimal(tolerance))
    many = _bulk(value, decimals, mode, Decimal(tolerance))
    near = [exact, one.low, one.high, one.low + Fraction(1, 10**9), one.high - Fraction(1, 10**9)]
    for candidate in near:
        inside = many.hold(np.asarray([candidate.numerator]), np.asarray([candidate.denominator]))
        assert bool(inside[0]) == (candidate in one)


def test_numbers_beyond_64_bits_are_compared_exactly() -> None:
    exact = Fraction(10**40 + 1, 10**40)
    many = intervals([Decimal("1.00")], [2], HALF_UP)
    num = np.asarray([exact.numerator], object)
    den = np.asarray([exact.denominator], object)
    assert many.hold(num, den)[0]
    assert not many.hold(num * 2, den)[0]
