"""Whole batches through the installed command."""

from __future__ import annotations

import fcntl
import hashlib
import json
from pathlib import Path

import pytest

from tests.command import Result, sobthan
from tests.pipeline.batch.workbooks import submission, write_submissions

TABLES = ("workbooks.parquet", "figures.parquet", "findings.parquet", "scores.parquet")


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_submissions(tmp_path_factory.mktemp("in"))


@pytest.fixture(scope="module")
def whole(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("results") / "out"
    result = _batch(inputs, out)
    assert result.code == 2, result  # one file is unreadable
    return out


def _batch(inputs: Path, out: Path, *more: str) -> Result:
    return sobthan("reconcile", ".", "-o", str(out), *more, cwd=inputs)


def _digests(out: Path) -> dict[str, str]:
    return {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in TABLES}


def _ask(out: Path, sql: str) -> list[dict[str, object]]:
    result = sobthan("query", "--from", str(out), "--format", "json", sql)
    assert result.code == 0, result
    return [json.loads(line) for line in result.out.splitlines()]


def test_every_input_is_in_the_tables_with_its_verdict(whole: Path) -> None:
    rows = _ask(whole, "SELECT file, verdict FROM workbooks ORDER BY file")
    assert [r["file"] for r in rows] == ["broken.xlsx", *(f"unit-{n:02d}.tsv" for n in range(7))]
    verdicts = [r["verdict"] for r in rows]
    assert verdicts[0] == "unreadable"
    assert [n for n, v in enumerate(verdicts[1:]) if v == "discrepant"] == [2, 5]


def test_figures_are_exact_and_name_their_cause_and_cell(whole: Path) -> None:
    rows = _ask(
        whole, "SELECT file, cell, reported, recomputed FROM figures WHERE status = 'mismatch' ORDER BY file"
    )
    assert [r["file"] for r in rows] == ["unit-02.tsv", "unit-05.tsv"]
    for row in rows:
        assert str(row["cell"]).startswith("B")
        assert round(float(str(row["reported"])) - float(str(row["recomputed"])), 2) == 0.03


def test_scores_are_all_there(whole: Path) -> None:
    (row,) = _ask(whole, "SELECT count(*) AS n, min(value) AS low, max(value) AS high FROM scores")
    assert row == {"n": sum(3 * (4 + n % 3) for n in range(7)), "low": "0", "high": "5"}


def test_the_index_links_the_reports_of_what_does_not_come_out(whole: Path) -> None:
    page = (whole / "index.html").read_text(encoding="utf-8")
    reports = sorted(f.name for f in (whole / "reports").iterdir())
    assert len(reports) == 3
    assert all(f"reports/{name}" in page for name in reports)
    assert "unit-00.tsv" in page


def test_no_report_outlives_the_submission_it_tells_of(tmp_path: Path) -> None:
    inputs, out = tmp_path / "work", tmp_path / "out"
    inputs.mkdir()
    for name in ("mended", "removed", "left"):
        (inputs / f"{name}.tsv").write_text(submission([[5, 4, 3], [5, 5, 4]], off=3), encoding="utf-8")
    _batch(inputs, out)
    assert sorted(f.name.partition("-")[0] for f in (out / "reports").iterdir()) == [
        "left",
        "mended",
        "removed",
    ]
    (inputs / "mended.tsv").write_text(submission([[5, 4, 3], [5, 5, 4]]), encoding="utf-8")
    (inputs / "removed.tsv").unlink()
    _batch(inputs, out)
    assert [f.name.partition("-")[0] for f in (out / "reports").iterdir()] == ["left"]
    assert "reports/mended" not in (out / "index.html").read_text(encoding="utf-8")


def test_tables_in_another_format_keep_up_with_the_result(tmp_path: Path) -> None:
    inputs, out = write_submissions(tmp_path / "work", 2), tmp_path / "out"
    _batch(inputs, out, "--tables", "csv")
    (inputs / "unit-01.tsv").unlink()
    _batch(inputs, out)
    assert "unit-01" not in (out / "workbooks.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_jobs_change_nothing_byte_for_byte(jobs: str, inputs: Path, whole: Path, tmp_path: Path) -> None:
    _batch(inputs, tmp_path / "out", "--jobs", jobs, "--reports", "none")
    assert _digests(tmp_path / "out") == _digests(whole)


def test_a_second_run_keeps_what_has_not_changed(tmp_path: Path) -> None:
    inputs = write_submissions(tmp_path / "work", 4)
    out = tmp_path / "out"
    assert _batch(inputs, out, "--lang", "en").code == 2
    first = _digests(out)
    again = _batch(inputs, out, "--lang", "en")
    assert "5 of 5 workbooks have not changed" in again.err
    assert _digests(out) == first
    (inputs / "unit-01.tsv").write_text(submission([[5, 5, 5], [5, 5, 4]]), encoding="utf-8")
    (inputs / "unit-03.tsv").unlink()
    changed = _batch(inputs, out, "--lang", "en")
    assert "3 of 4 workbooks have not changed" in changed.err
    fresh = tmp_path / "fresh"
    _batch(inputs, fresh)
    assert _digests(out) == _digests(fresh)


def test_other_rules_judge_everything_anew(tmp_path: Path) -> None:
    inputs = write_submissions(tmp_path / "work", 2)
    _batch(inputs, tmp_path / "out")
    again = _batch(inputs, tmp_path / "out", "--zero", "not-evaluated", "--lang", "en")
    assert "not changed" not in again.err


def test_an_interrupted_run_is_taken_up(tmp_path: Path) -> None:
    """The parts of a run that never finished stand in for the work they hold."""
    inputs = write_submissions(tmp_path / "work", 3)
    out = tmp_path / "out"
    _batch(inputs, out)
    whole = _digests(out)
    # What an interruption leaves: parts, and no record. Made from the whole result's own rows.
    part = out / ".parts" / "part-00000000"
    part.mkdir()
    for name in TABLES:
        (out / name).rename(part / name)
    (out / "run.json").unlink()
    again = _batch(inputs, out, "--lang", "en")
    assert "4 of 4 workbooks have not changed" in again.err
    assert _digests(out) == whole


def test_a_folder_of_another_version_is_refused(tmp_path: Path) -> None:
    inputs = write_submissions(tmp_path / "work", 1)
    out = tmp_path / "out"
    out.mkdir()
    (out / "run.json").write_text('{"format_version": "0.1"}', encoding="utf-8")
    result = _batch(inputs, out)
    assert result.code == 2
    assert "0.1" in result.err
    assert {f.name for f in out.iterdir()} <= {"run.json", ".lock", ".parts"}


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    inputs = write_submissions(tmp_path / "work", 1)
    out = tmp_path / "out"
    (out / ".parts").mkdir(parents=True)
    with (out / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = _batch(inputs, out)
    assert result.code == 2
    assert "another run" in result.err


def test_a_manifest_names_the_inputs_and_a_missing_one_is_found(tmp_path: Path) -> None:
    inputs = write_submissions(tmp_path / "work", 2)
    manifest = tmp_path / "list.txt"
    manifest.write_text("# รอบ 12 เดือน\nwork/unit-00.tsv\nwork/none.xlsx\n", encoding="utf-8")
    out = tmp_path / "out"
    result = sobthan("reconcile", "--manifest", str(manifest), "-o", str(out), cwd=inputs)
    assert result.code == 2
    rows = _ask(out, "SELECT file, name FROM findings WHERE name = 'unreadable-file'")
    assert len(rows) == 1
    assert str(rows[0]["file"]).endswith("none.xlsx")


def test_a_manifest_that_is_not_there_is_usage(tmp_path: Path) -> None:
    result = sobthan("reconcile", "--manifest", str(tmp_path / "none.txt"), "-o", str(tmp_path / "out"))
    assert result.code == 2
    assert "manifest" in result.err


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_tables_in_other_formats_hold_the_same_rows(form: str, tmp_path: Path) -> None:
    inputs = write_submissions(tmp_path / "work", 2)
    out = tmp_path / "out"
    _batch(inputs, out, "--tables", form)
    lines = (out / f"workbooks.{form}").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3 + (form == "csv")


@pytest.mark.parametrize(
    ("sql", "said"),
    [("SELECT nothing FROM workbooks", "nothing"), ("SELECT * FROM read_csv('/etc/passwd')", "Permission")],
)
def test_a_query_sees_the_tables_and_nothing_else(sql: str, said: str, whole: Path) -> None:
    result = sobthan("query", "--from", str(whole), sql)
    assert result.code == 2
    assert said in result.err
    assert "root:" not in result.out


def test_a_query_without_a_result_says_so(tmp_path: Path) -> None:
    result = sobthan("query", "--from", str(tmp_path), "SELECT 1")
    assert result.code == 2
    assert "no batch result" in result.err
