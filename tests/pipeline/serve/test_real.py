"""The page with the real stages behind it: the same report, hostile files, many at once."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import sobthan
from tests.pipeline.read import hostile
from tests.pipeline.serve.site import Answer, Site, site
from tests.pipeline.serve.tour import CLEAN, SOURCE


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site(tmp_path_factory.mktemp("serve"), fake=False) as running:
        yield running


@pytest.mark.parametrize("file", [SOURCE, CLEAN], ids=lambda f: f.suffix)
def test_the_result_is_the_commands_own_byte_for_byte(page: Site, file: Path) -> None:
    where = page.judged(file.name, file.read_bytes())
    own = sobthan("reconcile", file.name, "--format", "json", "-o", "-", cwd=file.parent)
    assert page.ask("GET", f"{where}/result.json").text == own.out


def test_the_report_is_the_commands_own(page: Site, tmp_path: Path) -> None:
    where = page.judged(SOURCE.name, SOURCE.read_bytes())
    sobthan(
        "reconcile",
        SOURCE.name,
        "--format",
        "html",
        "-o",
        str(tmp_path / "r.html"),
        "--lang",
        "th",
        cwd=SOURCE.parent,
    )
    report = page.ask("GET", f"{where}/report").body
    assert report == (tmp_path / "r.html").read_bytes()
    case = page.post(f"{where}/open", by="A", case="").headers["location"]
    head = json.loads(page.ask("GET", f"{case}/paper.json").body)["head"]
    stamped = page.ask("GET", f"{case}/report").text
    assert head in stamped.replace(" ", ""), "the head is printed on the report"
    assert len(stamped.encode()) - len(report) < 1000, "and nothing else is different"


def test_policies_chosen_on_the_page_are_those_of_the_result_and_of_the_record(
    page: Site, tmp_path: Path
) -> None:
    chosen = {"zero": "not-evaluated", "dash": "zero", "rounding": "truncate"}
    data = SOURCE.read_bytes() + b"\n\n"
    where = page.drop(("chosen.txt", data), **chosen, blank="").headers["location"]
    page.wait(where)
    policies = json.loads(page.ask("GET", f"{where}/result.json").body)["rules"]["policies"]
    assert policies == {**chosen, "blank": "missing"}
    case = page.post(f"{where}/open", by="A", case="").headers["location"]
    (tmp_path / "case.json").write_bytes(page.ask("GET", f"{case}/paper.json").body)
    (tmp_path / "chosen.txt").write_bytes(data)
    assert sobthan("signoff", "verify", "case.json", cwd=tmp_path).code == 0
    assert sobthan("signoff", "verify", "case.json", "--zero", "scored", cwd=tmp_path).code == 1


def test_a_bomb_is_refused_by_name_and_the_page_goes_on(page: Site) -> None:
    before = page.memory_mb()
    where = page.judged("bomb.xlsx", hostile.bomb())
    document = json.loads(page.ask("GET", f"{where}/result.json").body)
    assert [f["name"] for f in document["workbooks"][0]["findings"]] == ["unsafe-file"]
    assert "ตรวจไม่ได้" in page.ask("GET", where).text
    assert page.memory_mb() - before < 100
    case = page.post(f"{where}/open", by="A", case="").headers["location"]
    assert "unsafe-file" in page.ask("GET", case).text, "what cannot be read can still be returned"


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"{}"]
)
def test_what_is_no_workbook_is_answered(page: Site, data: bytes) -> None:
    where = page.judged("x.xlsx", data)
    assert "ตรวจไม่ได้" in page.ask("GET", where).text


def test_fifty_workbooks_at_once_are_all_judged(page: Site) -> None:
    before = page.memory_mb()
    data = CLEAN.read_bytes()
    answers: list[Answer] = []

    def one(number: int) -> None:
        answers.append(page.drop((f"book-{number}.xlsx", data)))

    threads = [threading.Thread(target=one, args=(n,)) for n in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [a.status for a in answers] == [303] * 50
    for answer in answers:
        assert "done" in page.wait(answer.headers["location"], 300)
    assert page.memory_mb() - before < 100


def test_a_case_verifies_by_the_command_and_by_the_page(page: Site, tmp_path: Path) -> None:
    case = page.opened("twice.txt", SOURCE.read_bytes() + b"\n")
    (tmp_path / "case.json").write_bytes(page.ask("GET", f"{case}/paper.json").body)
    (tmp_path / "twice.txt").write_bytes(SOURCE.read_bytes() + b"\n")
    assert sobthan("signoff", "verify", "case.json", cwd=tmp_path).code == 0
    assert (
        "บันทึกถูกต้องครบถ้วน" in page.drop(("twice.txt", SOURCE.read_bytes() + b"\n"), path=f"{case}/verify").text
    )
    rules = sobthan("signoff", "verify", "case.json", "--rules", "weighted-form", cwd=tmp_path)
    assert rules.code == 1
