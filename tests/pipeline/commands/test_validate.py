"""`sobthan validate` and `sobthan waivers`, as a CI owner runs them: codes, formats, waivers, baselines, bad input."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.command import Result, sobthan

ROOT = Path(__file__).parents[3]
BOOKS = ROOT / "fixtures" / "books"
SOURCE = ROOT / "fixtures" / "source" / "kpi-6.6-to-6.10.txt"
GOOD, BAD = "complete.xlsx", "complete-two-faults.xlsx"
QUICK = ("--suite", "none", "--lang", "en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (GOOD, BAD):
        shutil.copy(BOOKS / name, tmp_path / name)
    return tmp_path


def findings(folder: Path, *arguments: str) -> list[dict[str, object]]:
    done = sobthan("validate", *arguments, *QUICK, "--format", "json", cwd=folder)
    found: list[dict[str, object]] = [f for w in json.loads(done.out)["workbooks"] for f in w["findings"]]
    return found


def add(folder: Path, identity: str, *more: str) -> Result:
    who = ("--reason", "ตามบันทึกที่ ๑๒", "--who", "สมชาย ใจดี")
    return sobthan("waivers", "add", BAD, identity, *who, *QUICK, *more, cwd=folder)


def test_a_good_submission_passes_in_silence(folder: Path) -> None:
    done = sobthan("validate", GOOD, "--lang", "en", cwd=folder)
    assert (done.code, done.out) == (0, ""), done
    assert "errors 0, warnings 0" in done.err


def test_each_fault_is_one_line_at_its_cell(folder: Path) -> None:
    done = sobthan("validate", ".", *QUICK, cwd=folder)
    assert done.code == 1
    lines = [line for line in done.out.splitlines() if ": info " not in line]
    assert len(lines) == 2
    for line in lines:
        assert line.startswith(f"{BAD}!")
        assert ": error " in line
        assert "-mismatch: " in line


def test_the_source_sheet_fails_its_suite_too() -> None:
    done = sobthan("validate", str(SOURCE), "--lang", "th")
    assert done.code == 1
    said = 'ไม่เป็นไปตามข้อคาดหมาย "หน่วยงานที่ได้ 0 ในแต่ละตัวชี้วัดต้องไม่เกินครึ่งหนึ่ง'
    assert f": warning expectation-failed: {said}" in done.out
    assert "6.8, 6.9" in done.out


def test_fail_on_and_output_and_summary(folder: Path) -> None:
    args = ("validate", BAD, *QUICK, "--fail-on", "never", "-o", "out.sarif", "--format", "sarif")
    done = sobthan(*args, "--summary", "summary.md", cwd=folder)
    assert (done.code, done.out) == (0, "")
    assert json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    sobthan(*args, "--summary", "summary.md", cwd=folder)
    assert (folder / "summary.md").read_text(encoding="utf-8").count("## sobthan") == 2  # appended


def test_one_bad_file_does_not_silence_the_others(folder: Path) -> None:
    (folder / "broken.xlsx").write_bytes((folder / GOOD).read_bytes()[:500])
    done = sobthan("validate", ".", *QUICK, cwd=folder)
    assert done.code == 2
    assert "broken.xlsx: error unreadable-file: " in done.out
    assert f"{BAD}!" in done.out
    assert "Traceback" not in done.err


def test_waived_findings_pass_are_shown_and_die_with_their_value(folder: Path) -> None:
    found = findings(folder, BAD)
    for one in found:
        if one["severity"] == "error":
            assert add(folder, str(one["id"])).code == 0
    done = sobthan("validate", ".", *QUICK, cwd=folder)
    assert done.code == 0, done
    assert done.out.count(": waived ") == 2
    assert "(สมชาย ใจดี: ตามบันทึกที่ ๑๒)" in done.out
    assert "waived 2." in done.err
    assert sobthan("waivers", "check", ".", *QUICK, cwd=folder).code == 0
    listed = sobthan("waivers", "list", ".", "--lang", "en", cwd=folder)
    assert all(str(f["id"]) in listed.out for f in found if f["severity"] == "error")

    file = folder / "sobthan-waivers.yaml"
    text = file.read_text(encoding="utf-8")
    value = text.split("value: ")[1].split("\n")[0]
    file.write_text(text.replace(f"value: {value}", "value: '12.34'", 1), encoding="utf-8")
    done = sobthan("validate", ".", *QUICK, cwd=folder)
    assert done.code == 1
    assert "warning waiver-changed" in done.out
    assert sobthan("waivers", "check", ".", *QUICK, cwd=folder).code == 1
    without = sobthan("validate", ".", *QUICK, "--waivers", "none", cwd=folder)
    assert without.out.count(": error ") == 2


def test_a_waiver_for_nothing_is_refused(folder: Path) -> None:
    real = next(str(f["id"]) for f in findings(folder, BAD) if f["severity"] == "error")
    wrong = add(folder, f"{real[:-1]}x")
    assert wrong.code == 2
    assert f"did you mean {real}?" in wrong.err
    assert not (folder / "sobthan-waivers.yaml").exists()
    assert add(folder, real, "--expires", "soon").code == 2
    (folder / "sobthan-waivers.yaml").write_text(
        "waivers:\n  - {id: no-such-finding-0123456789, value: x, reason: r, who: w}\n"
    )
    done = sobthan("validate", ".", *QUICK, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert "sobthan-waivers.yaml:2: no-such-finding-0123456789 is not the id of any finding" in done.err


def test_against_a_baseline_only_new_findings_fail(folder: Path) -> None:
    sobthan("validate", BAD, *QUICK, "--format", "json", "-o", "base.json", cwd=folder)
    same = sobthan("validate", BAD, *QUICK, "--baseline", "base.json", cwd=folder)
    assert same.code == 0, same
    assert "0 new, 0 fixed" in same.err
    fixed = sobthan("validate", GOOD, *QUICK, "--baseline", "base.json", cwd=folder)
    assert fixed.code == 0
    sobthan("validate", GOOD, *QUICK, "--format", "json", "-o", "clean.json", cwd=folder)
    new = sobthan("validate", ".", *QUICK, "--baseline", "clean.json", cwd=folder)
    assert new.code == 1
    assert "[new]" in new.out


BAD_INPUT = [
    (("--rules", "bad.yaml"), "bad.yaml:1: unknown key weigths (did you mean weights?)"),
    (("--rules", "list.yaml"), "list.yaml:1: the file must hold keys and values"),
    (("--rules", "defualt"), "did you mean default?"),
    (("--suite", "submision"), "did you mean submission?"),
    (("--suite", "unknown.json"), "expect_scores_to_be_nice is not an expectation that a suite can use"),
    (("--suite", "arguments.json"), "the expectation bad cannot be made from its arguments"),
    (("--waivers", "bad-waivers.yaml"), "the key reason is missing"),
    (("--baseline", "old.json"), "the baseline has schema_version 9.0, this is 1.0"),
    (("--baseline", "none.json"), "none.json"),
    (("--zero", "maybe"), "maybe"),
]


@pytest.mark.parametrize(
    ("arguments", "words"), BAD_INPUT, ids=lambda v: "-".join(v) if isinstance(v, tuple) else ""
)
def test_a_rule_that_is_wrong_judges_nothing(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    (folder / "bad.yaml").write_text("weigths: required\n")
    (folder / "list.yaml").write_text("- a\n")
    meta = {"name": "bad", "title": {"en": "a", "th": "ก"}}
    for name, kind, kwargs in (
        ("unknown", "expect_scores_to_be_nice", {"column": "score"}),
        ("arguments", "expect_column_values_to_be_between", {"column": "score", "max_value": "half"}),
    ):
        suite = {"name": name, "expectations": [{"type": kind, "kwargs": kwargs, "meta": meta}]}
        (folder / f"{name}.json").write_text(json.dumps(suite), encoding="utf-8")
    (folder / "bad-waivers.yaml").write_text(
        "waivers: [{id: converted-mismatch-0123456789, value: 1, who: a}]\n"
    )
    (folder / "old.json").write_text('{"schema_version": "9.0", "workbooks": []}')
    done = sobthan("validate", BAD, "--lang", "en", *arguments, cwd=folder)
    assert (done.code, done.out) == (2, ""), done
    assert words in done.err
    assert "Traceback" not in done.err


def test_great_expectations_is_only_imported_for_a_suite(folder: Path) -> None:
    code = (
        "import sys; from pipeline.cli import main; "
        "code = main(sys.argv[1:]); print('great_expectations' in sys.modules, code, file=sys.stderr)"
    )
    import subprocess
    import sys

    for suite, imported in (("none", "False"), ("whole-scores", "True")):
        done = subprocess.run(
            [sys.executable, "-c", code, "validate", GOOD, "--suite", suite, "-q"],
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.stderr.splitlines()[-1].startswith(imported), done.stderr


@pytest.mark.parametrize("previous", ["missing.xlsx", "letter.txt"])
def test_a_round_before_that_gives_no_scores_is_said(folder: Path, previous: str) -> None:
    (folder / "letter.txt").write_text("ถึง กองแผนงาน", encoding="utf-8")
    done = sobthan("validate", GOOD, "--previous", previous, *QUICK, cwd=folder)
    assert done.code == 2, done
    assert f"no scores were read from {previous}" in done.err


def test_a_folder_of_the_round_before_may_hold_other_files(folder: Path) -> None:
    last = folder / "last"
    last.mkdir()
    shutil.copy(folder / GOOD, last)
    (last / "letter.txt").write_text("ถึง กองแผนงาน", encoding="utf-8")
    done = sobthan("validate", GOOD, "--previous", "last", *QUICK, cwd=folder)
    assert done.code == 0, done
    assert "no scores were read from last/letter.txt" in done.err


def test_waivers_of_a_workbook_that_cannot_be_read_are_not_said_to_hold(folder: Path) -> None:
    done = sobthan("waivers", "check", "missing.xlsx", *QUICK, cwd=folder)
    assert done.code == 2, done
    assert "missing.xlsx: unreadable-file: " in done.err


def test_no_waivers_at_all_is_said(folder: Path) -> None:
    done = sobthan("waivers", "check", GOOD, *QUICK, cwd=folder)
    assert (done.code, done.out, done.err) == (0, "", "There is no waiver file beside these workbooks\n")
