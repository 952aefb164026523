"""Every query on the page of queries runs and answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.command import sobthan
from tests.pipeline.batch.workbooks import write_submissions

PAGE = Path(__file__).parents[3] / "docs" / "batch.md"
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("queries")
    sobthan(
        "reconcile", str(write_submissions(folder / "in")), "-o", str(folder / "out"), "--reports", "none"
    )
    return folder / "out"


@pytest.mark.parametrize("sql", QUERIES)
def test_a_documented_query_answers(sql: str, results: Path) -> None:
    result = sobthan("query", "--from", str(results), "--format", "json", sql)
    assert result.code == 0, result
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert rows or "max(value) = 0" in sql
