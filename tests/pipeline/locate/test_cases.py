"""Every drawn sheet is read as its case says, and says no more than its case says."""

from __future__ import annotations

import pytest

from tests.pipeline.locate.cases import Case, all_cases


@pytest.mark.parametrize("case", list(all_cases()), ids=lambda c: f"{c.file}:{c.name}")
def test_case(case: Case) -> None:
    assert case.found() == case.expected
