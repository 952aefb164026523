"""The causes: each one edit to the sheet or the procedure that would make a reported figure come out.

A cause is a small operator in a file of its own; this tuple is the registry. Causes that need no operator:
stale-formula (the formula's own finding says it), partial-sheet (the interval says it), unexplained.
"""

from __future__ import annotations

from rules.causes import (
    blank_as_zero,
    column_shift,
    digit_slip,
    formula_omits_row,
    fraction,
    half_even,
    half_up,
    hidden_counted,
    not_applicable_as_zero,
    not_converted,
    other_round,
    other_unit,
    rounded_intermediate,
    rounded_lines,
    row_omitted,
    row_repeated,
    single_digit,
    single_score,
    subtotal_counted,
    text_ignored,
    transposed_digits,
    truncated,
    unweighted,
    weights_not_renormalised,
    wrong_base,
    zero_not_evaluated,
)
from rules.causes.attempt import Attempt, DigitOperator, Family, Operator, Told
from rules.causes.case import Case, Elsewhere, Figures, Hidden, Known, Ratio
from rules.causes.sums import Sums

CAUSES: tuple[Operator | DigitOperator, ...] = (
    formula_omits_row.OPERATOR,
    zero_not_evaluated.OPERATOR,
    blank_as_zero.OPERATOR,
    not_applicable_as_zero.OPERATOR,
    wrong_base.OPERATOR,
    row_omitted.OPERATOR,
    row_repeated.OPERATOR,
    single_score.OPERATOR,
    subtotal_counted.OPERATOR,
    hidden_counted.OPERATOR,
    text_ignored.OPERATOR,
    unweighted.OPERATOR,
    weights_not_renormalised.OPERATOR,
    not_converted.OPERATOR,
    fraction.OPERATOR,
    truncated.OPERATOR,
    half_even.OPERATOR,
    half_up.OPERATOR,
    rounded_intermediate.OPERATOR,
    rounded_lines.OPERATOR,
    column_shift.OPERATOR,
    other_unit.OPERATOR,
    other_round.OPERATOR,
    transposed_digits.OPERATOR,
    digit_slip.OPERATOR,
    single_digit.OPERATOR,
)

__all__ = [
    "CAUSES", "Attempt", "Case", "DigitOperator", "Elsewhere", "Family", "Figures", "Hidden", "Known", "Operator",
    "Ratio", "Sums", "Told",
]  # fmt: skip
