"""Starting the page: what it refuses to start with, and what it says is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import cli
from pipeline.commands.serve import serve
from pipeline.serve.people import PasswordFileError, load_passwords, password_holds, password_line


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = cli.main(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out + captured.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--host", "0.0.0.0"),
        ("--host", "0.0.0.0", "--name", "x.example"),
        ("--host", "0.0.0.0", "--password-file", "people"),
        ("--password-file", "people"),
        ("--name", "x.example"),
        ("--host", "127.0.0.1", "--name", "x.example", "--password-file", "missing", "--port", "0"),
        ("--rules", "missing.yaml", "--port", "0"),
        ("--store", "mysql://x/y", "--port", "0"),
        ("--add-person", "A"),
        ("--add-person", "A:B", "--password-file", "people"),
    ],
)
def test_what_it_does_not_start_with(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out = run(capsys, "serve", *arguments)
    assert code == 2
    assert "internal error" not in out


def test_a_wrong_rule_pack_is_said_at_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").write_text("name: mine\nscael: 5\n", encoding="utf-8")
    code, out = run(capsys, "serve", "--rules", "mine.yaml", "--port", "0")
    assert code == 2
    assert "mine.yaml:2: unknown key scael (did you mean scale?)" in out


@pytest.mark.parametrize(
    ("module", "arguments", "extra"),
    [
        ("sqlalchemy", ("signoff", "list"), "signoff"),
        ("starlette", ("serve", "--port", "0"), "serve"),
        ("uvicorn", ("serve", "--port", "0"), "serve"),
        ("psycopg", ("signoff", "list", "--store", "postgresql://127.0.0.1/x"), "postgres"),
    ],
)
def test_a_missing_extra_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    module: str,
    arguments: tuple[str, ...],
    extra: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [m for m in sys.modules if m.startswith(("pipeline.serve", "pipeline.signoff.store"))]:
        monkeypatch.delitem(sys.modules, name)
    for name in [m for m in sys.modules if m == module or m.startswith(f"{module}.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    code, out = run(capsys, *arguments)
    assert code == 2
    assert f"sobthan[{extra}]" in out


def test_people_are_added_with_hashed_passwords(tmp_path: Path) -> None:
    file = tmp_path / "people"
    for name, password in (("A", "first password"), ("B", "second password"), ("A", "changed password")):
        arguments = ["--password-file", str(file), "--add-person", name]
        done = CliRunner().invoke(serve, arguments, input=f"{password}\n{password}\n")
        assert done.exit_code == 0, done.output
    people = load_passwords(file)
    assert set(people) == {"A", "B"}
    assert password_holds(people["A"], "changed password")
    assert not password_holds(people["A"], "first password")
    assert "password" not in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["", "A", "A:plain", "A:scrypt:zz:00", ":scrypt:00:00", "A:scrypt:00:00:00"])
def test_a_password_file_is_well_formed_or_not_used(tmp_path: Path, text: str) -> None:
    file = tmp_path / "people"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    with pytest.raises(PasswordFileError):
        load_passwords(file)


def test_a_password_file_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "people"
    file.write_text(password_line("A", "a password"), encoding="utf-8")
    file.chmod(0o644)
    with pytest.raises(PasswordFileError, match="others"):
        load_passwords(file)
