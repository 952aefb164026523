"""What a command writes: never over what it reads, never in the place of a device, and said where it cannot."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

import click
import pytest

from pipeline.commands.files import atomic, spare
from tests.command import SOBTHAN, sobthan

BOOKS = Path(__file__).parents[3] / "fixtures" / "books"
GOOD, BAD = "complete.xlsx", "complete-two-faults.xlsx"
FULL = Path("/dev/full")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (GOOD, BAD):
        shutil.copy(BOOKS / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("reconcile", BAD, "--format", "xlsx", "-o", "."),
        ("reconcile", BAD, GOOD, "--format", "xlsx", "-o", "."),
        ("reconcile", BAD, "--format", "json", "-o", "another name.xlsx"),
        ("extract", BAD, "-o", BAD, "--format", "json"),
        ("validate", BAD, "-o", BAD, "--suite", "none"),
        ("validate", BAD, "--summary", BAD, "--suite", "none"),
        ("compare", GOOD, BAD, "-o", BAD, "--format", "json"),
    ],
)
def test_a_workbook_that_is_read_is_never_written_over(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "another name.xlsx").hardlink_to(folder / BAD)
    before = (folder / BAD).read_bytes()
    done = sobthan(*arguments, "--lang", "en", cwd=folder)
    assert done.code == 2, done
    assert "is never written over" in done.err
    assert (folder / BAD).read_bytes() == before
    assert (folder / GOOD).read_bytes() == (BOOKS / GOOD).read_bytes()


def test_the_record_is_not_written_over_by_its_own_paper(folder: Path) -> None:
    store = ("--store", "record.sqlite")
    assert sobthan("signoff", "open", GOOD, "--by", "ก", *store, cwd=folder).code == 0
    before = (folder / "record.sqlite").read_bytes()
    done = sobthan("signoff", "export", "1", "-o", "record.sqlite", *store, cwd=folder)
    assert done.code == 2, done
    assert (folder / "record.sqlite").read_bytes() == before


def test_other_files_may_be_written_over(tmp_path: Path) -> None:
    (tmp_path / "old.html").write_bytes(b"old")
    spare([tmp_path / "old.html", tmp_path / "new.html"], [tmp_path / "book.xlsx", tmp_path])
    with pytest.raises(click.UsageError, match="old"):
        spare([tmp_path / "new.html", tmp_path / "old.html"], [tmp_path / "old.html"])


def test_a_pipe_is_written_into_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        with atomic(pipe) as out:
            out.write(b"all of it")
        assert reader.communicate()[0] == b"all of it"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "latest.json"
    link.symlink_to(tmp_path / "there" / "result.json")
    with atomic(link) as out:
        out.write(b"{}")
    assert link.is_symlink()
    assert (tmp_path / "there" / "result.json").read_bytes() == b"{}"


@pytest.mark.skipif(not FULL.is_char_device(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "arguments", [("rules", "list"), ("explain", "wrong-base"), ("reconcile", str(BOOKS / GOOD))]
)
def test_a_full_disk_behind_standard_output_is_no_bug(arguments: tuple[str, ...]) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run([*SOBTHAN, *arguments], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert "No space left on device" in done.stderr.decode()
    assert "bug" not in done.stderr.decode()


@pytest.mark.parametrize(("arguments", "code"), [(("rules", "list"), 0), (("reconcile", BAD), 1)])
def test_closed_output_and_a_reader_that_left_change_no_exit_code(
    folder: Path, arguments: tuple[str, ...], code: int
) -> None:
    for end in ('"$@" >&-', '"$@" | true; exit ${PIPESTATUS[0]}'):
        done = subprocess.run(
            ["bash", "-c", end, "bash", *SOBTHAN, *arguments], cwd=folder, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (code, b""), end


def test_a_place_that_cannot_be_written_is_named_as_the_user_named_it(folder: Path) -> None:
    (folder / "file").write_bytes(b"")
    done = sobthan("reconcile", GOOD, "--format", "json", "-o", "file/x.json", cwd=folder)
    assert done.code == 2
    assert "cannot write the result to file/x.json: " in done.err
    assert "Errno" not in done.err
