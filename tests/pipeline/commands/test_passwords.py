"""The password of a protected workbook is asked for on a terminal, and never where nobody can answer."""

from __future__ import annotations

import os
import pty
import subprocess
import time
from pathlib import Path

import msoffcrypto
import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from tests.command import SOBTHAN, sobthan


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locked")
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (
        ["ตัวชี้วัด", "กองคลัง", "กองแผน"],
        ["1.1 งาน ก", 5, 4],
        ["1.2 งาน ข", 3, 5],
        ["คะแนนเต็ม", 10, 10],
    ):
        book.active.append(row)
    plain, file = folder / "plain.xlsx", folder / "locked.xlsx"
    book.save(plain)
    with plain.open("rb") as source, file.open("wb") as out:
        OOXMLFile(source).encrypt("ความลับ1", out)
    with file.open("rb") as source:
        assert msoffcrypto.OfficeFile(source).is_encrypted()
    return file


def test_without_a_terminal_it_is_a_finding(locked: Path) -> None:
    result = sobthan("reconcile", "--format", "json", str(locked))
    assert result.code == 2
    assert "encrypted-file" in result.out


def test_a_password_file_opens_it(locked: Path, tmp_path: Path) -> None:
    passwords = tmp_path / "passwords.txt"
    passwords.write_text("wrong\nความลับ1\n", encoding="utf-8")
    result = sobthan("reconcile", "--password-file", str(passwords), str(locked))
    assert result.code == 0, result


def test_on_a_terminal_it_is_asked_for(locked: Path) -> None:
    main, terminal = pty.openpty()
    process = subprocess.Popen(
        [*SOBTHAN, "reconcile", "--format", "json", "-o", "-", str(locked)],
        stdin=terminal, stderr=terminal, stdout=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    os.close(terminal)
    said = b""
    while b"Password" not in said:  # what is typed before the question is thrown away, as it should be
        said += os.read(main, 1000)
    time.sleep(0.5)
    os.write(main, "ความลับ1\n".encode())
    out, _ = process.communicate(timeout=120)
    os.close(main)
    assert process.returncode == 0
    assert b'"consistent"' in out
