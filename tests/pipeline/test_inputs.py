"""Inputs: every workbook once, in an order that does not depend on the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.inputs import InputError, expand


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")


def test_a_folder_gives_its_workbooks_by_name_without_lock_files(tmp_path: Path) -> None:
    _touch(tmp_path, "b.xlsx", "a.csv", "sub/c.ODS", "~$b.xlsx", "notes.md")
    names = [Path(s.name).relative_to(tmp_path).as_posix() for s in expand([str(tmp_path)])]
    assert names == ["a.csv", "b.xlsx", "sub/c.ODS"]


def test_a_file_named_outright_is_taken_whatever_its_name(tmp_path: Path) -> None:
    _touch(tmp_path, "notes.md")
    assert [s.name for s in expand([str(tmp_path / "notes.md")])] == [str(tmp_path / "notes.md")]


def test_a_missing_file_stays_in_the_list(tmp_path: Path) -> None:
    assert [s.name for s in expand([str(tmp_path / "none.xlsx")])] == [str(tmp_path / "none.xlsx")]


def test_the_same_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    _touch(tmp_path, "a.csv")
    assert len(expand([str(tmp_path / "a.csv"), str(tmp_path), str(tmp_path / "*.csv")])) == 1


def test_a_file_whose_name_has_glob_signs_is_a_file(tmp_path: Path) -> None:
    _touch(tmp_path, "a[1].csv", "a1.csv")
    assert [Path(s.name).name for s in expand([str(tmp_path / "a[1].csv")])] == ["a[1].csv"]


@pytest.mark.parametrize("path", ["", "*.xlsx"])
def test_a_path_that_stands_for_nothing_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(InputError):
        expand([str(tmp_path / path)])


@pytest.mark.parametrize("path", ["", "*", "**/*.csv"])
def test_the_tables_of_a_batch_are_no_input_and_that_is_told(path: str, tmp_path: Path) -> None:
    _touch(
        tmp_path, "a.csv", "results/scores.csv", "results/.lock", "results/.parts/x.csv", "results/own.csv"
    )
    _touch(tmp_path, "sub/scores.csv")
    passed: list[Path] = []
    names = sorted(
        Path(s.name).relative_to(tmp_path).as_posix() for s in expand([str(tmp_path / path)], passed)
    )
    assert names == ["a.csv", "results/own.csv", "sub/scores.csv"]
    assert passed == [tmp_path / "results"]


def test_a_batch_without_inputs_beside_its_tables_says_so(tmp_path: Path) -> None:
    _touch(tmp_path, "scores.csv", ".lock", ".parts/x")
    with pytest.raises(InputError, match="the result of a batch"):
        expand([str(tmp_path)])
    assert len(expand([str(tmp_path / "scores.csv")])) == 1
