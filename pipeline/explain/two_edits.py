"""Two edits together, tried only where no single one gives the figure, and always the weaker answer."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.explain.search import Candidate
from rules.causes import Case, Figures


def two_edits(case: Case, figures: Figures, columns: Sequence[int]) -> dict[int, list[Candidate]]:
    """Return, by column, the candidates of two edits for figures that no single edit gives."""
    return {}
