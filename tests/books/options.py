"""How a matrix is laid out: one value that names every choice, so that a book is told in a line."""

from __future__ import annotations

from dataclasses import dataclass

SPANS = ("one", "pair-merged", "pair-open", "full-and-score", "score-and-weighted")
"""What a unit's columns hold: one score; a score merged over two; a score and an empty column; the
indicator's full marks and the score; the score and the weighted score."""

FIGURES = ("typed", "formatted", "stored", "formula", "rounded-formula")
"""How a figure stands in its cell: typed and rounded; the same under a number format; unrounded under a
number format; a formula; a formula that rounds."""

WEIGHTS = ("none", "plain", "percent-text", "percent-format", "fraction")


@dataclass(frozen=True)
class MatrixOptions:
    header_rows: int = 2
    """1: codes beside the labels; 2: หน่วยงาน merged above the codes; 3: a further row under each unit."""
    titles: int = 2
    top: int = 1
    """First row that is written."""
    left: int = 1
    """First column that is written."""
    sequence: bool = False
    own_number: bool = False
    """The number stands in a column of its own, before the title."""
    levels: bool = True
    weights: str = "none"
    weight_total: bool = False
    span: str = "one"
    groups: str = "none"
    """none, row (label in the first column), merged (across the table), column (merged down the left)."""
    subtotals: bool = False
    criteria: bool = False
    summary: tuple[str, ...] = ("converted",)
    summary_gap: bool = False
    figures: str = "typed"
    aggregate: bool = False
    """A last column with the mean of every row."""
    notes: bool = False
    signature: bool = False
    rank: bool = False
    """A summary row that is no figure: ลำดับที่ของหน่วยงาน."""
