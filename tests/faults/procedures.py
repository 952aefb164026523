"""Wrong ways to reckon a unit: each yields the points, the full marks and the mean it would give.

Written from the meaning of the causes alone, apart from the operators that explain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.books.expected import ExpectedTable
from tests.faults.views import FACTOR, View, view

FULL = 5


@dataclass(frozen=True)
class Wrong:
    """What one wrong procedure gives. values: quantity → exact value; detail tells variants apart."""

    cause: str
    detail: str
    values: dict[str, Fraction]


def _plain(cause: str, detail: str, points: Fraction, count: int) -> Iterator[Wrong]:
    if count > 0 and points >= 0:
        mean = points / count
        full = Fraction(FULL * count)
        values = {"points": points, "full_marks": full, "mean": mean, "converted": mean * FACTOR}
        yield Wrong(cause, detail, values)


def _weighted(cause: str, detail: str, total: Fraction, base: Fraction) -> Iterator[Wrong]:
    if base > 0:
        yield Wrong(cause, detail, {"mean": total / base, "converted": total / base * FACTOR})


def zero_not_evaluated(v: View) -> Iterator[Wrong]:
    """Scores of 0 leave the base."""
    zeros = v.counted.count(Fraction(0))
    if zeros and v.weights is None:
        yield from _plain("zero-not-evaluated", "all", v.points, v.count - zeros)
    elif zeros and v.weights is not None:
        kept = sum((w for s, w in zip(v.scores, v.weights, strict=True) if s), Fraction(0))
        yield from _weighted("zero-not-evaluated", "all", v.weighted_points, kept)


def some_zeros(v: View) -> Iterator[Wrong]:
    """Some of the scores of 0 leave the base, others stay: what leaving zeros out could reach at most."""
    if v.weights is None:
        for kept in range(1, v.counted.count(Fraction(0))):
            yield from _plain("zero-not-evaluated", f"{kept} kept", v.points, v.count - kept)


def not_applicable_as_zero(v: View) -> Iterator[Wrong]:
    """Declared out, but kept in the base with no points."""
    out = v.scores.count(None)
    if out and v.weights is None:
        yield from _plain("not-applicable-as-zero", "all", v.points, v.count + out)
    elif out and v.weights is not None:
        yield from _weighted("not-applicable-as-zero", "all", v.weighted_points, sum(v.weights, Fraction(0)))


def wrong_base(v: View) -> Iterator[Wrong]:
    """The points over one indicator more or less than apply."""
    if v.weights is None:
        for count in (v.count - 1, v.count + 1):
            yield from _plain("wrong-base", f"{FULL * count}", v.points, count)


def any_base(v: View) -> Iterator[Wrong]:
    """The points over any number of indicators: what a wrong base could reach at most."""
    if v.weights is None:
        for count in range(1, 3 * v.count):
            if count != v.count:
                yield from _plain("wrong-base", f"{FULL * count}", v.points, count)


def row_omitted(v: View) -> Iterator[Wrong]:
    """One row is left out of the sum, or out of sum and base."""
    for n, score in enumerate(v.scores):
        if score is None:
            continue
        if v.weights is None:
            yield from _plain("row-omitted", f"sum {n}", v.points - score, v.count)
            yield from _plain("row-omitted", f"both {n}", v.points - score, v.count - 1)
        else:
            lost = score * v.weights[n]
            yield from _weighted("row-omitted", f"sum {n}", v.weighted_points - lost, v.base)
            yield from _weighted("row-omitted", f"both {n}", v.weighted_points - lost, v.base - v.weights[n])


def row_repeated(v: View) -> Iterator[Wrong]:
    """One row is counted twice, in the sum or in sum and base."""
    for n, score in enumerate(v.scores):
        if not score:
            continue
        if v.weights is None:
            yield from _plain("row-repeated", f"sum {n}", v.points + score, v.count)
            yield from _plain("row-repeated", f"both {n}", v.points + score, v.count + 1)
        else:
            more = score * v.weights[n]
            yield from _weighted("row-repeated", f"sum {n}", v.weighted_points + more, v.base)


def single_score(v: View) -> Iterator[Wrong]:
    """One score was another when the figure was made: a whole one, or a half where the unit has such."""
    whole = all(s.denominator == 1 for s in v.counted)  # no half would be entered there
    for n, score in enumerate(v.scores):
        for halves in range(11):
            other = Fraction(halves, 2)
            if score is None or other == score or (whole and other.denominator > 1):
                continue
            if v.weights is None:
                yield from _plain("single-score", f"{n}={other}", v.points - score + other, v.count)
            else:
                total = v.weighted_points + (other - score) * v.weights[n]
                yield from _weighted("single-score", f"{n}={other}", total, v.base)


def text_ignored(v: View) -> Iterator[Wrong]:
    """Scores typed as text were skipped by the sum, or by sum and count."""
    kept = [s for s, text in zip(v.scores, v.as_text, strict=True) if s is not None and not text]
    if v.weights is None and 0 < len(kept) < v.count:
        yield from _plain("text-ignored", "sum", sum(kept, Fraction(0)), v.count)
        yield from _plain("text-ignored", "both", sum(kept, Fraction(0)), len(kept))


def unweighted(v: View) -> Iterator[Wrong]:
    """The weights were left aside."""
    if v.weights is not None:
        yield from _weighted("unweighted", "all", v.points, Fraction(v.count))


def not_renormalised(v: View) -> Iterator[Wrong]:
    """Divided by the sum of all weights although some indicators left the base."""
    if v.weights is not None and None in v.scores:
        whole = sum(v.weights, Fraction(0))
        yield from _weighted("weights-not-renormalised", "all", v.weighted_points, whole)


PROCEDURES: tuple[Callable[[View], Iterator[Wrong]], ...] = (
    zero_not_evaluated,
    not_applicable_as_zero,
    wrong_base,
    row_omitted,
    row_repeated,
    single_score,
    text_ignored,
    unweighted,
    not_renormalised,
)


def reached(table: ExpectedTable, unit: int, quantity: str) -> Iterator[tuple[str, str, Fraction]]:
    """Yield (cause, detail, exact value) of every wrong procedure that gives this quantity."""
    for procedure in (*PROCEDURES, any_base, some_zeros):
        for wrong in procedure(view(table, unit)):
            if quantity in wrong.values:
                yield wrong.cause, wrong.detail, wrong.values[quantity]
