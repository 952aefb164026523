"""Workbooks behind URLs, from a server on this machine: named one by one, in a manifest, as a folder, by a glob."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import sobthan
from tests.pipeline.batch.test_batch import _digests
from tests.pipeline.batch.workbooks import write_submissions

pytest.importorskip("fsspec")
pytest.importorskip("aiohttp")

FILES = ["broken.xlsx", *(f"unit-{n:02d}.tsv" for n in range(4))]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder with its listing, and remembers what was asked for."""

    asked: list[str] = []  # noqa: RUF012 - one server a test

    def do_GET(self) -> None:
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    inputs = write_submissions(tmp_path / "in", 4)
    (inputs / "~$lock.xlsx").write_bytes(b"")
    (inputs / "readme.md").write_text("no workbook", encoding="utf-8")
    _Quiet.asked = []
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(inputs))
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _rows(out: Path, sql: str) -> list[dict[str, object]]:
    result = sobthan("query", "--from", str(out), "--format", "json", sql)
    assert result.code == 0, result
    return [json.loads(line) for line in result.out.splitlines()]


def _verdicts(out: Path) -> dict[object, object]:
    return {r["file"]: r["verdict"] for r in _rows(out, "SELECT file, verdict FROM workbooks")}


@pytest.mark.parametrize("below", ["", "*.*s*"])
def test_a_folder_or_a_glob_behind_a_url_is_every_workbook_there(
    below: str, address: str, tmp_path: Path
) -> None:
    local, out = tmp_path / "local", tmp_path / "out"
    sobthan("reconcile", ".", "-o", str(local), cwd=tmp_path / "in")
    result = sobthan("reconcile", address + below, "-o", str(out))
    assert result.code == 2, result
    assert _verdicts(out) == {address + str(file): v for file, v in _verdicts(local).items()}
    assert sorted(map(str, _verdicts(out))) == [address + file for file in FILES]


def test_a_manifest_of_urls_names_the_one_that_is_not_there(address: str, tmp_path: Path) -> None:
    manifest = tmp_path / "list.txt"
    manifest.write_text(f"{address}unit-00.tsv\n{address}none.xlsx\nin/unit-01.tsv\n", encoding="utf-8")
    out = tmp_path / "out"
    assert sobthan("reconcile", "--manifest", str(manifest), "-o", str(out)).code == 2
    assert [v for _, v in sorted(_verdicts(out).items(), key=str)] == [
        "consistent",
        "unreadable",
        "consistent",
    ]
    (missing,) = _rows(out, "SELECT file, name FROM findings WHERE name = 'unreadable-file'")
    assert missing["file"] == f"{address}none.xlsx"


def test_a_first_run_fetches_each_file_once_and_a_second_judges_what_has_changed(
    address: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    urls = [address + file for file in FILES[1:]]
    assert sobthan("reconcile", *urls, "-o", str(out), "--lang", "en").code == 1
    assert sorted(_Quiet.asked) == [f"/{file}" for file in FILES[1:]]
    whole = _digests(out)
    (tmp_path / "in" / "unit-02.tsv").write_bytes((tmp_path / "in" / "unit-03.tsv").read_bytes())
    again = sobthan("reconcile", *urls, "-o", str(out), "--lang", "en")
    assert "3 of 4 workbooks have not changed" in again.err
    assert _digests(out) != whole


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    result = sobthan("reconcile", "http://127.0.0.1:9/folder/", "-o", str(tmp_path / "out"))
    assert result.code == 2
    assert "http://127.0.0.1:9/folder/" in result.err
    assert "Traceback" not in result.err
