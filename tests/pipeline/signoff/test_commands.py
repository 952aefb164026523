"""The commands, in process: what they say, what they end with, and that bad input is no traceback."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.signoff import judge as judging
from pipeline.signoff.judgement import Judgement
from reports.html.account import PLACE
from schemas.record import Opened
from tests.pipeline.signoff.build import judgement, tamper

HEAD = re.compile(r"Head of the record: ([0-9a-f]{64})")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, with judging that reads findings from the workbook's own text, a line each."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOBTHAN_STORE", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def judge(name: str, data: bytes, *_: object) -> Judgement:
        errors = [line for line in data.decode("utf-8").splitlines() if "-" in line]
        return judgement(data, errors=errors, warnings=(), name=judging.bare_name(name))

    def again(opened: Opened, data: bytes, *_: object) -> Judgement:
        return judge(opened.file, data)

    def judge_and_report(name: str, data: bytes, *_: object) -> tuple[Judgement, bytes]:
        return judge(name, data), f"<p>{PLACE}</p>".encode()

    monkeypatch.setattr(judging, "judge_and_report", judge_and_report)
    monkeypatch.setattr(judging, "judge_again", again)
    (tmp_path / "kpi.xlsx").write_text("points-mismatch-1\norphan-values-2\n", encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = cli.main(["signoff", *arguments])
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    return code, captured.out + captured.err


def test_from_opening_to_verifying_without_the_store(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "open", "kpi.xlsx", "--by", "A")[0] == 0
    code, out = run(capsys, "sign", "1", "--role", "preparer", "--by", "A")
    assert code == 2
    assert "2 findings are still open" in out
    assert run(capsys, "dispose", "1", "points-mismatch", "--as", "returned", "--by", "A")[0] == 0
    waived = ("--as", "waived", "--reason", "too late", "--evidence", "letter 5", "--by", "B")
    assert run(capsys, "dispose", "1", "all", *waived)[0] == 0
    assert run(capsys, "note", "1", "a call to the bureau", "--by", "A")[0] == 0
    assert run(capsys, "sign", "1", "--role", "preparer", "--by", "A", "--position", "auditor")[0] == 0
    code, out = run(capsys, "sign", "1", "--role", "reviewer", "--by", "B")
    assert code == 0
    head = HEAD.search(out)
    assert head is not None
    code, out = run(capsys, "verify", "1", "--head", head[1][:16])
    assert (code, "The record holds: 6 entries." in out) == (0, True)
    assert run(capsys, "verify")[0] == 0

    assert run(capsys, "export", "1", "-o", "paper.html")[0] == 0
    assert run(capsys, "export", "1", "--format", "report")[0] == 0
    stamp = (folder / "SB-0001-1-report.html").read_text(encoding="utf-8")
    assert head[1] in stamp.replace(" ", ""), "the head is printed on the report"
    assert run(capsys, "export", "1", "-o", "paper.json")[0] == 0
    assert head[1] in (folder / "paper.json").read_text(encoding="utf-8")
    (folder / "sobthan-signoff.sqlite").unlink()  # the other party has no store
    assert run(capsys, "verify", "paper.json")[0] == 0
    assert run(capsys, "verify", "paper.json", "kpi.xlsx")[0] == 0
    (folder / "kpi.xlsx").write_text("points-mismatch-1\norphan-values-2 \n", encoding="utf-8")
    code, out = run(capsys, "verify", "paper.json")
    assert code == 1
    assert "not the one that was judged" in out


def test_an_exported_document_that_was_tampered_with_does_not_hold(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "open", "kpi.xlsx", "--by", "A")
    run(capsys, "dispose", "1", "all", "--as", "returned", "--by", "A")
    run(capsys, "export", "1", "-o", "paper.json")
    text = (folder / "paper.json").read_text(encoding="utf-8")
    whole = json.loads(text)
    assert run(capsys, "verify", "paper.json")[0] == 0
    cut = {**whole, "entries": whole["entries"][:-1]}
    cut_well = {**cut, "head": cut["entries"][-1]["hash"]}
    swapped = {**whole, "entries": [whole["entries"][0], *reversed(whole["entries"][1:])]}
    removed = {**whole, "entries": [whole["entries"][0], whole["entries"][2]]}
    strange = {**whole, "case": 9}
    altered = json.loads(text.replace('"actor": "A"', '"actor": "C"'))
    broken = {**whole, "entries": [{"content": [], "hash": 3, "signature": None}]}
    for forged, heads in (
        (cut, ()),
        (cut_well, ("--head", whole["head"])),
        (swapped, ()),
        (removed, ()),
        (strange, ()),
        (altered, ()),
        (broken, ()),
    ):
        (folder / "forged.json").write_text(json.dumps(forged), encoding="utf-8")
        code, out = run(capsys, "verify", "forged.json", *heads)
        assert code == 1, out


@pytest.mark.parametrize("text", ["", "[]", "{}", "[" * 100_000, '{"format": "sobthan-signoff"}', "\x00"])
def test_what_is_no_export_is_refused(folder: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    (folder / "x.json").write_text(text, encoding="utf-8")
    code, out = run(capsys, "verify", "x.json")
    assert code == 2
    assert "is no sign-off export" in out


def test_the_next_round_of_a_case(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "open", "kpi.xlsx", "--by", "A")
    run(capsys, "dispose", "1", "all", "--as", "returned", "--by", "A")
    code, out = run(capsys, "open", "kpi.xlsx", "--case", "1", "--by", "A")
    assert code == 2
    assert "very bytes" in out
    (folder / "kpi.xlsx").write_text("orphan-values-2\nweight-sum-3\n", encoding="utf-8")
    code, out = run(capsys, "open", "kpi.xlsx", "--case", "1", "--by", "A")
    assert code == 0
    assert "round 2" in out
    assert "findings to decide: 3" in out
    out = run(capsys, "show", "1", "--open")[1]
    assert {"points-mismatch-1", "orphan-values-2", "weight-sum-3"} <= set(out.split())
    assert run(capsys, "dispose", "1", "points-mismatch-1", "--as", "corrected", "--by", "A")[0] == 0
    out = run(capsys, "list")[1]
    assert "kpi.xlsx (round 2): findings open, open: 2" in out
    run(capsys, "export", "1", "-o", "p.html", "--lang", "th")
    assert "รอบการส่ง" in (folder / "p.html").read_text(encoding="utf-8")


def test_signing_by_key_and_whom_one_trusts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "key", "a.key")
    public = (folder / "a.key.pub").read_text(encoding="ascii").strip()
    run(capsys, "open", "kpi.xlsx", "--by", "A")
    run(capsys, "dispose", "1", "all", "--as", "returned", "--by", "A")
    assert run(capsys, "sign", "1", "--role", "preparer", "--by", "A", "--key", "a.key")[0] == 0
    code, out = run(capsys, "sign", "1", "--role", "reviewer", "--by", "B", "--key", "a.key")
    assert code == 2, "one key is one person, whatever the name"
    (folder / "trusted.txt").write_text(f"{public} A\n", encoding="utf-8")
    assert run(capsys, "verify", "1", "--trusted", "trusted.txt")[0] == 0
    (folder / "trusted.txt").write_text(f"{public} B\n", encoding="utf-8")
    code, out = run(capsys, "verify", "1", "--trusted", "trusted.txt")
    assert code == 1
    assert "trusted keys" in out
    assert run(capsys, "key", "a.key")[0] == 2
    assert run(capsys, "sign", "1", "--role", "reviewer", "--by", "B", "--key", "kpi.xlsx")[0] == 2


def test_the_kept_copy_stands_in_for_a_workbook_that_is_gone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "open", "kpi.xlsx", "--by", "A")
    (folder / "kpi.xlsx").unlink()
    code, out = run(capsys, "verify", "1")
    assert code == 0
    assert "copy kept in the store" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("show", "1"),
        ("verify",),
        ("verify", "1"),
        ("note", "1", "x", "--by", "A"),
        ("sign", "1", "--role", "preparer", "--by", "A"),
        ("export", "1"),
        ("open", "missing.xlsx", "--by", "A"),
        ("open", "kpi.xlsx", "--by", "A", "--store", "mysql://x/y"),
        ("verify", "missing.json"),
        ("open", "kpi.xlsx", "--by", " "),
    ],
)
def test_what_cannot_be_done_ends_in_2_and_makes_no_store(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, out = run(capsys, *arguments)
    assert code == 2
    assert out.strip()
    if arguments[0] != "open":
        assert not (folder / "sobthan-signoff.sqlite").exists()


def test_refusals_are_in_the_language_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "open", "kpi.xlsx", "--by", "A")
    out = run(capsys, "sign", "1", "--role", "preparer", "--by", "A", "--lang", "th")[1]
    assert "ยังลงนามไม่ได้" in out


def test_the_list_names_a_damaged_case_and_shows_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "open", "kpi.xlsx", "--by", "A")
    (folder / "other.xlsx").write_text("points-mismatch-3\n", encoding="utf-8")
    run(capsys, "open", "other.xlsx", "--by", "A")
    tamper("sobthan-signoff.sqlite", "UPDATE entries SET content = '{' WHERE case_number = 1")
    code, out = run(capsys, "list")
    assert code == 2
    assert "2. other.xlsx" in out
    assert "case 1 does not hold" in out


def test_a_database_without_its_table_is_a_message(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "open", "kpi.xlsx", "--by", "A")
    tamper("sobthan-signoff.sqlite", "DROP TABLE entries")
    for command in (("list",), ("show", "1"), ("note", "1", "text", "--by", "A"), ("verify",)):
        code, out = run(capsys, *command)
        assert code == 2, out
        assert "does not answer" in out
