"""Unit forms as departments write them, against the central matrix of the same evaluation."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from tests.books.body import write_matrix
from tests.books.expected import Written
from tests.books.form_options import FormOptions
from tests.books.forms import write_form
from tests.books.options import MatrixOptions
from tests.books.page import Sheet
from tests.books.spec import Evaluation, Score, evaluation
from tests.books.writers import write
from tests.pipeline.compare.sources import brief, compared


def forms(e: Evaluation, folder: Path, rng: Random, options: FormOptions) -> Path:
    """Write one form a unit into a folder."""
    folder.mkdir()
    for unit in range(1, len(e.units) + 1):
        sheet = Sheet("แบบฟอร์ม")
        tables = write_form(sheet, (e, e), unit, options, rng)
        write(Written(f"unit-{unit}", [sheet], tables), folder, "xlsx")
    return folder


def matrix(e: Evaluation, folder: Path, rng: Random) -> Path:
    sheet = Sheet("สรุปคะแนน")
    table = write_matrix(sheet, e, MatrixOptions(weights="plain"), rng)
    return write(Written("matrix", [sheet], [table.table]), folder, "xlsx")


@pytest.mark.parametrize("seed", range(3))
def test_forms_against_the_matrix(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)
    e = evaluation(rng, units=4, indicators=6, number_style="dotted", score_style="halves", weighted=True)
    folder, whole = forms(e, tmp_path / "forms", rng, FormOptions()), matrix(e, tmp_path, rng)
    found = compared([folder], [whole])
    assert brief(found) == []
    assert (found.units, found.indicators, found.scores.compared) == (4, 6, 24)

    place = (rng.randint(1, 6), rng.randint(1, 4))
    old = e.scores[place]
    other = Score("scored", Decimal("0.5") if old.value != Decimal("0.5") else Decimal(1))
    after = replace(e, scores={**e.scores, place: other})
    (tmp_path / "after").mkdir()
    found = compared([folder], [matrix(after, tmp_path / "after", rng)])
    scores = [d for d in found.differences if d.subject == "score"]
    assert [(d.unit, d.left and d.left.value, d.right and d.right.value) for d in scores] == [
        (e.units[place[1] - 1], old.value, other.value)
    ]
    assert {d.unit for d in found.differences} == {e.units[place[1] - 1]}


@pytest.mark.parametrize("blocks", ["assessors", "rounds"])
def test_forms_with_two_blocks_are_compared_block_by_block(tmp_path: Path, blocks: str) -> None:
    rng = Random(5)
    e = evaluation(rng, units=3, indicators=5, number_style="dotted", score_style="halves", weighted=True)
    folder = forms(e, tmp_path / "forms", rng, FormOptions(blocks=blocks))
    found = compared([folder], [folder])
    assert brief(found) == []
    assert found.scores.compared == 2 * 3 * 5
