"""Two sources of the same scores: each kind of difference is found, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.compare import Choice, ChoiceError, Source, compare
from pipeline.compare.sides import Label
from pipeline.inputs import expand
from pipeline.run import ingest
from schemas.comparison import Comparison, ComparisonVerdict, Side
from schemas.tables import Tables
from schemas.terms import Quantity
from tests.pipeline.compare.sources import PACK, Matrix, brief, compared

UNITS = ("สพด.", "สพท.1", "สพท.2", "สวท.")
ROWS = {
    "6.1 การเบิกจ่าย": ("5", "4", "3", "5"),
    "6.2 การให้บริการ": ("4", "4.5", "4", "5"),
    "6.3 การกำกับดูแล": ("3.5", "5", "2", "1"),
}
FIGURES = {"คะแนนเต็ม": ("15", "15", "15", "15"), "คะแนนที่แปลงเป็นฐาน 100": ("83.33", "90", "60", "73.33")}
BASE = Matrix(UNITS, ROWS, FIGURES)


def pair(tmp_path: Path, right: Matrix, left: Matrix = BASE) -> list[tuple[str, ...]]:
    return brief(compared([left.write(tmp_path / "left.csv")], [right.write(tmp_path / "right.csv")]))


def changed(row: str, values: tuple[str, ...]) -> Matrix:
    return replace(BASE, rows={**ROWS, row: values})


def test_the_same_is_the_same(tmp_path: Path) -> None:
    path = BASE.write(tmp_path / "a.csv")
    found = compared([path], [path])
    assert found.verdict is ComparisonVerdict.SAME
    assert (found.units, found.indicators, found.scores.compared, found.figures.compared) == (4, 3, 12, 8)


def test_writing_is_no_difference(tmp_path: Path) -> None:
    """Thai digits, spaces, another order and 5.00 for 5 say the same."""
    units = ("สวท.", "สพท. ๒", "สพท.1", " สพด.")
    rows = {
        "๖.๓ การกำกับดูแล": ("1.00", "2", "๕", "3.50"),
        "6.1 การเบิกจ่าย": ("5.0", "3", "4", "5"),
        "6.2 การให้บริการ": ("5", "4", "๔.๕", "4"),
    }
    figures = {
        "คะแนนที่แปลงเป็นฐาน 100": ("73.33", "60.00", "90", "83.33"),
        "คะแนนเต็ม": ("15", "15", "15", "15"),
    }
    assert pair(tmp_path, Matrix(units, rows, figures)) == []


@pytest.mark.parametrize("seed", range(4))
def test_order_changes_nothing(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    order = rng.sample(range(4), 4)
    names = rng.sample(list(ROWS), 3)
    right = Matrix(
        [UNITS[i] for i in order],
        {n: [ROWS[n][i] for i in order] for n in names},
        {n: [v[i] for i in order] for n, v in FIGURES.items()},
    )
    assert pair(tmp_path, right) == []


def test_one_score_that_differs(tmp_path: Path) -> None:
    found = compared(
        [BASE.write(tmp_path / "l.csv")],
        [changed("6.2 การให้บริการ", ("4", "4.51", "4", "5")).write(tmp_path / "r.csv")],
    )
    assert brief(found) == [("changed-score", "score", "สพท.1", "6.2", "4.5", "4.51")]
    one = found.differences[0]
    assert one.left is not None
    assert one.right is not None
    assert one.left.cell == one.right.cell == (0, 4, 3)
    assert found.scores.same == 11


def test_states_differ_though_no_number_does(tmp_path: Path) -> None:
    found = pair(tmp_path, changed("6.3 การกำกับดูแล", ("3.5", "5", "N/A", "-")))
    assert found == [
        ("changed-score", "score", "สพท.2", "6.3", "2", "N/A"),
        ("changed-score", "score", "สวท.", "6.3", "1", "-"),
    ]


def test_zero_and_blank_are_two_things(tmp_path: Path) -> None:
    left = changed("6.3 การกำกับดูแล", ("0", "5", "2", "1"))
    right = changed("6.3 การกำกับดูแล", ("", "5", "2", "1"))
    assert pair(tmp_path, right, left) == [("changed-score", "score", "สพด.", "6.3", "0", "blank")]


def test_97_78_is_not_97_77(tmp_path: Path) -> None:
    def reporting(*values: str) -> Matrix:
        return replace(BASE, figures={"คะแนนที่แปลงเป็นฐาน 100": values})

    left, right = reporting("97.78", "90", "60", "73.33"), reporting("97.77", "90.00", "60", "73.33")
    assert pair(tmp_path, right, left) == [
        ("changed-figure", "figure", "สพด.", "converted", "97.78", "97.77")
    ]


def test_the_fortieth_digit_is_a_difference(tmp_path: Path) -> None:
    near = "4." + "0" * 38 + "1"
    left = changed("6.1 การเบิกจ่าย", ("5", near, "3", "5"))
    right = changed("6.1 การเบิกจ่าย", ("5", near + "1", "3", "5"))
    found = pair(tmp_path, right, left)
    assert found == [("changed-score", "score", "สพท.1", "6.1", near, near + "1")]
    assert pair(tmp_path, left, left) == []


def test_a_figure_that_one_side_never_reports_is_no_difference(tmp_path: Path) -> None:
    only = {"คะแนนเต็ม": FIGURES["คะแนนเต็ม"]}
    found = compared(
        [BASE.write(tmp_path / "l.csv")], [replace(BASE, figures=only).write(tmp_path / "r.csv")]
    )
    assert brief(found) == []
    assert found.unshared_quantities == ((Side.LEFT, Quantity.CONVERTED),)


def test_a_figure_missing_for_one_unit_is_one(tmp_path: Path) -> None:
    right = replace(BASE, figures={**FIGURES, "คะแนนที่แปลงเป็นฐาน 100": ("83.33", "", "60", "73.33")})
    found = pair(tmp_path, right)
    assert [f[:4] for f in found] in (
        [("changed-figure", "figure", "สพท.1", "converted")],
        [("only-in-left", "figure", "สพท.1", "converted")],
    )


def test_units_and_indicators_on_one_side_alone(tmp_path: Path) -> None:
    left = Matrix(UNITS[:3], {k: v[:3] for k, v in ROWS.items()})
    right = Matrix(UNITS[1:], {k: v[1:] for k, v in ROWS.items()} | {"6.4 ใหม่": ("1", "2", "3")})
    assert pair(tmp_path, right, left) == [
        ("only-in-left", "unit", "สพด."),
        ("only-in-right", "unit", "สวท."),
        ("only-in-right", "indicator", "6.4"),
    ]


def test_a_unit_twice_is_not_paired(tmp_path: Path) -> None:
    twice = replace(BASE, units=("สพด.", "สพท.", "สพท.", "สวท."))
    found = pair(tmp_path, twice, twice)
    assert found == [("duplicate-key", "unit", "สพท."), ("duplicate-key", "unit", "สพท.")]
    twice_over = compared([tmp_path / "left.csv"], [tmp_path / "right.csv"])
    assert len({d.id for d in twice_over.differences}) == 2


def test_an_indicator_without_a_number_is_known_by_its_title(tmp_path: Path) -> None:
    rows = {name.split(maxsplit=1)[1]: values for name, values in ROWS.items()}
    rows["การให้บริการ"] = ("4", "4.5", "4", "0")
    assert pair(tmp_path, replace(BASE, rows=rows)) == [("changed-score", "score", "สวท.", "6.2", "5", "0")]


def test_a_renamed_unit_is_suggested_not_assumed(tmp_path: Path) -> None:
    right = replace(BASE, units=("สพด.", "สพท.1", "สพท.2", "สวท.ใหม่"))
    assert pair(tmp_path, right) == [
        ("only-in-left", "unit", "สวท."),
        ("only-in-right", "unit", "สวท.ใหม่"),
        ("renamed-unit", "unit", "สวท."),
    ]


def test_a_like_name_elsewhere_is_suggested_too(tmp_path: Path) -> None:
    order = (3, 0, 1, 2)
    units = [("สำนักวิทยาการ 1", "ข", "ค", "ง")[i] for i in order]
    left = replace(BASE, units=("สำนักวิทยาการ", "ข", "ค", "ง"), figures={})
    right = Matrix(units, {n: [v[i] for i in order] for n, v in ROWS.items()})
    assert pair(tmp_path, right, left)[-1] == ("renamed-unit", "unit", "สำนักวิทยาการ")


def test_other_scores_are_no_rename(tmp_path: Path) -> None:
    right = replace(
        changed("6.1 การเบิกจ่าย", ("5", "4", "3", "4")), units=("สพด.", "สพท.1", "สพท.2", "สวท.ใหม่")
    )
    assert [f[0] for f in pair(tmp_path, right)] == ["only-in-left", "only-in-right"]


def test_of_several_candidates_none_is_suggested(tmp_path: Path) -> None:
    rows = dict.fromkeys(ROWS, ("5", "5", "5", "5"))
    left = Matrix(("หน่วย ก1", "หน่วย ก2", "ข", "ค"), rows)
    right = Matrix(("ข", "ค", "หน่วย ก3", "หน่วย ก4"), rows)
    assert "renamed-unit" not in [f[0] for f in pair(tmp_path, right, left)]


def test_a_folder_of_parts_against_the_whole(tmp_path: Path) -> None:
    """One file a unit on the left, the central matrix on the right."""
    parts = tmp_path / "forms"
    parts.mkdir()
    for i, unit in enumerate(UNITS[:3]):
        rows = {n: (v[i], "") for n, v in ROWS.items()}
        if i == 1:
            rows["6.2 การให้บริการ"] = ("5", "")
        Matrix((unit, "หน่วยอื่น"), rows).write(parts / f"{i}.csv")
    found = compared([parts], [BASE.write(tmp_path / "r.csv")])
    assert ("changed-score", "score", "สพท.1", "6.2", "5", "4.5") in brief(found)
    assert ("only-in-right", "unit", "สวท.") in brief(found)
    one = next(d for d in found.differences if d.name == "changed-score")
    assert one.left is not None
    assert found.left.books[one.left.workbook].file.endswith("1.csv")


def test_the_same_unit_in_two_files_is_not_paired(tmp_path: Path) -> None:
    left = [BASE.write(tmp_path / "a.csv"), BASE.write(tmp_path / "b.csv")]
    found = compared(left, [BASE.write(tmp_path / "r.csv")])
    assert {f[:2] for f in brief(found) if f[0] == "duplicate-key"} == {("duplicate-key", "score")}
    assert found.scores.compared == 0


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    good = BASE.write(tmp_path / "a.csv")
    found = compared([good, bad], [good])
    assert found.verdict is ComparisonVerdict.NOT_JUDGED
    assert [(n.side, n.file) for n in found.not_judged] == [(Side.LEFT, str(bad))]
    assert found.not_judged[0].findings
    assert found.scores.compared == 12


def tables_of(tmp_path: Path, labels: Sequence[Label]) -> Tables:
    """A table for each label, each in a file of its own and with one more score of 0 in every row."""
    paths = []
    for zeros in range(len(labels)):
        rows = {name: (*(["0"] * zeros), *values[zeros:]) for name, values in ROWS.items()}
        paths.append(Matrix(UNITS, rows).write(tmp_path / f"{zeros}.csv"))
    tables, _ = ingest(expand([str(path) for path in paths]), PACK)
    tables.infos = [
        replace(info, round=round_, assessor=assessor)
        for info, (round_, assessor) in zip(tables.infos, labels, strict=True)
    ]
    return tables


def labelled(tmp_path: Path, labels: Sequence[Label], chosen: tuple[Choice, Choice]) -> Comparison:
    """A source with several kinds of tables, compared with itself."""
    source = Source.whole(tables_of(tmp_path, labels))
    return compare(source, source, PACK, chosen=chosen)


BOTH: tuple[Label, ...] = ((None, "self"), (None, "committee"))
ANY = Choice(), Choice()


def test_self_assessment_against_the_committee(tmp_path: Path) -> None:
    chosen = (Choice(assessor="self"), Choice(assessor="committee"))
    found = labelled(tmp_path, BOTH, chosen)
    assert (found.scores.compared, found.scores.changed) == (12, 3)
    assert {d.unit for d in found.differences} == {"สพด."}


def test_several_kinds_are_compared_each_with_its_own(tmp_path: Path) -> None:
    found = labelled(tmp_path, BOTH, ANY)
    assert (found.scores.compared, found.differences) == (24, [])


def test_this_round_against_the_last(tmp_path: Path) -> None:
    chosen = (Choice(round="6"), Choice(round="12"))
    assert labelled(tmp_path, (("6", None), ("12", None)), chosen).scores.changed == 3


def test_a_choice_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ChoiceError) as caught:
        labelled(tmp_path, BOTH, (Choice(round="12"), Choice()))
    assert caught.value.side is Side.LEFT


def test_nothing_in_common_is_not_assumed(tmp_path: Path) -> None:
    tables = tables_of(tmp_path, ((None, None), ("6", None), ("12", None)))
    left, right = Source(tables, range(1)), Source(tables, range(1, 3))
    with pytest.raises(ChoiceError) as caught:
        compare(left, right, PACK)
    assert (caught.value.side, caught.value.right) == (None, [("6", None), ("12", None)])
    assert compare(left, right, PACK, chosen=(Choice(), Choice(round="12"))).scores.compared == 12


def test_a_kind_that_one_side_lacks_is_named_once(tmp_path: Path) -> None:
    tables = tables_of(tmp_path, (("6", None), ("6", None), ("12", None)))
    found = compare(Source(tables, range(1)), Source(tables, range(1, 3)), PACK)
    assert brief(found)[0] == ("only-in-right", "table")
    assert (found.scores.compared, found.scores.changed) == (12, 3)


def test_ids_are_stable_and_distinct(tmp_path: Path) -> None:
    right = changed("6.1 การเบิกจ่าย", ("1", "1", "1", "1"))
    found = compared([BASE.write(tmp_path / "l.csv")], [right.write(tmp_path / "r.csv")])
    moved = replace(right, rows=dict(reversed(list(right.rows.items()))))
    again = compared([tmp_path / "l.csv"], [moved.write(tmp_path / "r2.csv")])
    assert len({d.id for d in found.differences}) == len(found.differences) == 4
    assert {d.id for d in found.differences} == {d.id for d in again.differences}
