"""The output folder of a batch: its lock, its parts under way, and the record that says it is whole."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schemas.result_tables import FORMAT_VERSION

RECORD = "run.json"
PARTS = ".parts"
REPORTS = "reports"
LOCK = ".lock"


class FolderError(Exception):
    """An output folder that cannot be used: another version's, another run's, or not a folder."""


@dataclass(frozen=True, slots=True)
class BatchFolder:
    """Where a batch writes. Nothing under its final name is half written: files are moved in when whole."""

    root: Path

    @property
    def parts(self) -> Path:
        return self.root / PARTS

    @property
    def reports(self) -> Path:
        return self.root / REPORTS

    def record(self) -> dict[str, Any] | None:
        """Return the record of the run that made this folder, None for a new one; FolderError if not ours."""
        file = self.root / RECORD
        try:
            record = json.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise FolderError(f"{file} is damaged: {error}; name a new folder") from None
        found = record.get("format_version") if isinstance(record, dict) else None
        if found != FORMAT_VERSION:
            raise FolderError(
                f"{self.root} was written in format {found}, this version writes {FORMAT_VERSION}: name a new folder"
            )
        assert isinstance(record, dict)
        return record

    def write_record(self, record: dict[str, Any]) -> None:
        """Write the record last of all: where it stands, all it speaks of is whole."""
        replace_text(
            self.root / RECORD, json.dumps({"format_version": FORMAT_VERSION, **record}, indent=1) + "\n"
        )

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder for one run; FolderError where another process holds it or it is no folder."""
        import fcntl

        try:
            self.parts.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.root / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        except (FileExistsError, NotADirectoryError):
            raise FolderError(f"not a folder: {self.root}") from None
        except OSError as error:
            raise FolderError(f"cannot write to {self.root}: {error.strerror}") from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise FolderError(f"another run is writing to {self.root}") from None
        try:
            yield
        finally:
            os.close(handle)


def replace_text(file: Path, text: str) -> None:
    """Write a text file so that it is whole or not there."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
