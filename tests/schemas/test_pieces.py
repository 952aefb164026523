"""Comparing many ratios piece by piece gives what comparing them at once gives."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from schemas import intervals as module
from schemas.intervals import intervals
from schemas.terms import Rounding

VALUES = [Decimal(text) for text in ("97.78", "0", "-1.25", "60.5", "99.995")]


@pytest.mark.parametrize("piece", [1, 7, 40])
@pytest.mark.parametrize("wide", [False, True])
def test_pieces_change_nothing(piece: int, wide: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    figures = intervals(VALUES, [2, 0, 2, 1, 3], Rounding.HALF_UP, Decimal(0))
    rng = np.random.default_rng(7)
    den = rng.integers(1, 100, (13, 5))
    num = np.asarray([[round(float(v) * d) for v, d in zip(VALUES, row, strict=True)] for row in den])
    if wide:
        num, den = num.astype(object) * 10**30, den.astype(object) * 10**30
    at_once = figures.hold(num, den)
    assert at_once.any()
    assert not at_once.all()
    monkeypatch.setattr(module, "PIECE", piece)
    assert (figures.hold(num, den) == at_once).all()
    assert (figures.hold(num, den[0]) == figures._hold(num, den[0])).all()
