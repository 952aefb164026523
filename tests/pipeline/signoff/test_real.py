"""The record with the real stages behind it: two rounds of one workbook, from the faulty one to the clean one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from pipeline.signoff.rounds import figure_changes
from pipeline.signoff.store import Store
from tests.command import sobthan

BOOKS = Path(__file__).parents[3] / "fixtures" / "books"
FAULTY, CLEAN = BOOKS / "complete-two-faults.xlsx", BOOKS / "complete.xlsx"


def run(folder: Path, *arguments: str, code: int = 0) -> str:
    done = sobthan("signoff", *arguments, "--lang", "en", cwd=folder)
    assert done.code == code, done
    return done.out


def test_a_faulty_workbook_comes_back_clean(tmp_path: Path) -> None:
    book = tmp_path / "kpi.xlsx"
    shutil.copy(FAULTY, book)
    run(tmp_path, "open", "kpi.xlsx", "--by", "A")
    run(tmp_path, "dispose", "1", "all", "--as", "returned", "--by", "A")
    run(tmp_path, "sign", "1", "--role", "preparer", "--by", "A")
    out = run(tmp_path, "sign", "1", "--role", "reviewer", "--by", "B")
    assert "returned for correction" in out
    run(tmp_path, "verify", "1")

    shutil.copy(CLEAN, book)
    run(tmp_path, "verify", "1", code=1)
    out = run(tmp_path, "open", "kpi.xlsx", "--by", "A", "--case", "1")
    assert "Consistent" in out
    run(tmp_path, "sign", "1", "--role", "preparer", "--by", "A", code=2)
    run(tmp_path, "dispose", "1", "all", "--as", "corrected", "--by", "A")
    run(tmp_path, "sign", "1", "--role", "preparer", "--by", "A")
    out = run(tmp_path, "sign", "1", "--role", "reviewer", "--by", "B")
    assert "Nothing stands against" in out
    out = run(tmp_path, "verify", "1")
    assert "signed off" in out

    run(tmp_path, "export", "1", "-o", "paper.json")
    (tmp_path / "elsewhere").mkdir()
    shutil.move(tmp_path / "paper.json", tmp_path / "elsewhere")
    shutil.copy(book, tmp_path / "elsewhere")
    run(tmp_path / "elsewhere", "verify", "paper.json")
    other = run(tmp_path / "elsewhere", "verify", "paper.json", "--zero", "not-evaluated", code=1)
    assert "the record binds" in other  # judged by other rules than it was signed under

    store = Store(str(tmp_path / "sobthan-signoff.sqlite"))
    before, after = store.kept(1, 1, "result"), store.kept(1, 2, "result")
    store.close()
    assert before is not None
    assert after is not None
    assert figure_changes(before, before) == []
    for change in figure_changes(before, after):
        assert change.before != change.after


def test_the_result_bound_is_the_commands_own(tmp_path: Path) -> None:
    shutil.copy(FAULTY, tmp_path / "kpi.xlsx")
    run(tmp_path, "open", "kpi.xlsx", "--by", "A", "--zero", "not-evaluated")
    own = sobthan(
        "reconcile", "kpi.xlsx", "--format", "json", "--zero", "not-evaluated", "-o", "r.json", cwd=tmp_path
    )
    assert own.code in (0, 1)
    run(tmp_path, "export", "1", "-o", "paper.json")
    bound = json.loads((tmp_path / "paper.json").read_text(encoding="utf-8"))["entries"][0]["content"]["body"]
    from schemas.canonical import digest

    assert bound["result_sha256"] == digest((tmp_path / "r.json").read_bytes())
    assert bound["options"] == {"zero": "not-evaluated"}
    run(tmp_path, "verify", "1")
