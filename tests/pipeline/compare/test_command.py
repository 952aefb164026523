"""`sobthan compare` as a user runs it: exit codes, formats, what it says when nothing is settled."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema

import schemas
from tests.command import sobthan
from tests.pipeline.compare.test_compare import BASE, changed

SCHEMA = json.loads((Path(schemas.__file__).parent / "comparison.schema.json").read_text(encoding="utf-8"))


def test_same_different_not_judged(tmp_path: Path) -> None:
    BASE.write(tmp_path / "l.csv")
    changed("6.2 การให้บริการ", ("4", "4", "4", "5")).write(tmp_path / "r.csv")
    same = sobthan("compare", "l.csv", "l.csv", "--lang", "en", cwd=tmp_path)
    assert same.code == 0, same
    assert "agree" in same.out
    other = sobthan("compare", "l.csv", "r.csv", "--format", "json", cwd=tmp_path)
    assert other.code == 1, other
    found = json.loads(other.out)
    jsonschema.validate(found, SCHEMA)
    assert [d["name"] for d in found["differences"]] == ["changed-score"]
    assert found["differences"][0]["left"]["cell"] == "C4"
    missing = sobthan("compare", "l.csv", "nowhere.xlsx", "--lang", "th", cwd=tmp_path)
    assert missing.code == 2, missing
    assert "nowhere.xlsx" in missing.out
    assert "Traceback" not in missing.err


def test_a_suggestion_alone_fails_only_when_asked(tmp_path: Path) -> None:
    BASE.write(tmp_path / "l.csv")
    right = replace(BASE, units=("สพด.", "สพท.1", "สพท.2", "สวท.ใหม่"))
    right.write(tmp_path / "r.csv")
    assert sobthan("compare", "l.csv", "r.csv", cwd=tmp_path).code == 1
    assert sobthan("compare", "l.csv", "r.csv", "--fail-on", "never", cwd=tmp_path).code == 0


def test_output_by_its_ending(tmp_path: Path) -> None:
    BASE.write(tmp_path / "l.csv")
    done = sobthan("compare", "l.csv", "l.csv", "-o", "out/result.html", cwd=tmp_path)
    assert done.code == 0, done
    assert (tmp_path / "out" / "result.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert done.out == ""


def test_a_choice_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    BASE.write(tmp_path / "l.csv")
    done = sobthan("compare", "l.csv", "l.csv", "--left-round", "12", "--lang", "en", cwd=tmp_path)
    assert done.code == 2, done
    assert "not said" in done.err
    assert done.out == ""
