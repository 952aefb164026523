"""`sobthan rules`: shows, checks and drafts packs; a bad pack is code 2 with its line, in either language."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from rules.loading import load_pack, shipped
from rules.suite_loading import shipped_suites
from tests.command import sobthan

SOURCE = Path(__file__).parents[3] / "fixtures" / "source" / "kpi-6.6-to-6.10.txt"


def test_list_names_every_pack_and_suite() -> None:
    done = sobthan("rules", "list")
    assert done.code == 0
    for name in (*shipped(), *shipped_suites()):
        assert name in done.out
    assert load_pack().sha256[:12] in done.out


@pytest.mark.parametrize("name", shipped())
def test_what_is_shown_loads_to_the_same_rules(name: str, tmp_path: Path) -> None:
    done = sobthan("rules", "show", name)
    assert done.code == 0, done
    (tmp_path / "shown.yaml").write_text(done.out, encoding="utf-8")
    assert load_pack(str(tmp_path / "shown.yaml")).sha256 == load_pack(name).sha256


def test_check_names_every_problem_at_its_line(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("title: x\nweigths: required\ntolerance: many\n")
    done = sobthan("rules", "check", str(bad), "default", "submission.json", "--lang", "en")
    assert done.code == 2
    assert f"{bad}:2: unknown key weigths (did you mean weights?)" in done.err
    assert f"{bad}:3: tolerance must be a number, not many" in done.err
    assert "default: ok" in done.out
    assert "Traceback" not in done.err
    thai = sobthan("rules", "check", str(bad), "--lang", "th")
    assert f"{bad}:2: ไม่รู้จักชื่อ weigths (หมายถึง weights หรือไม่)" in thai.err


def test_check_follows_a_pack_to_its_suites(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("suites: [mine.json]\n")
    done = sobthan("rules", "check", str(tmp_path / "a.yaml"), "--lang", "en")
    assert done.code == 2
    assert "there is no suite" in done.err
    (tmp_path / "mine.json").write_text('{"name": "mine", "expectations": []}')
    assert sobthan("rules", "check", str(tmp_path / "a.yaml")).code == 0


def test_draft_of_the_source_sheet_is_a_pack_with_its_units_and_indicators(tmp_path: Path) -> None:
    output = tmp_path / "drafted.yaml"
    done = sobthan("rules", "init", str(SOURCE), "-o", str(output))
    assert done.code == 0, done
    pack = load_pack(str(output))
    assert pack.indicators.names == ("6.6", "6.7", "6.8", "6.9", "6.10")
    assert len(pack.units.names) == 24
    assert "สพท. stands in the workbook again" in output.read_text(encoding="utf-8")
    assert pack.required == ("full_marks", "converted")
    again = sobthan("rules", "init", str(SOURCE), "-o", str(output))
    assert again.code == 2  # nothing is overwritten


def test_drafted_layout_is_valid_once_uncommented(tmp_path: Path) -> None:
    done = sobthan("rules", "init", str(SOURCE))
    lines = done.out.splitlines()
    start = lines.index("# layout:")
    text = "\n".join([*lines[:start], *(line[2:] for line in lines[start:])])
    (tmp_path / "fixed.yaml").write_text(text, encoding="utf-8")
    layout = load_pack(str(tmp_path / "fixed.yaml")).layout
    assert layout is not None
    assert (layout.unit_columns, layout.level_columns, layout.header_row) == ("G:AE", "B:F", 4)
    assert yaml.safe_load(text)["layout"]["summary_rows"] == {18: ["full_marks", "converted"]}


def test_nothing_to_draft_from(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("a,b\n1,2\n")
    done = sobthan("rules", "init", str(tmp_path / "empty.csv"), "--lang", "en")
    assert done.code == 2
    assert "no score table" in done.err
