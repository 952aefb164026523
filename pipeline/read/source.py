"""What is to be read, and how much of it: an input by name, and the limits that no single file may pass."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a file by its path, or bytes already in hand (standard input, an upload).

    name is shown to the user and kept as Book.file; data wins over path where both are given.
    """

    name: str
    path: Path | None = None
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may cost before it is refused.

    The defaults leave room above every honest workbook seen: compression of honest workbooks has its 99th
    percentile at 32 and its maximum at 121, bombs begin near 400.

    seconds: wall-clock time to read one file. memory: bytes of address space that reading one file may take.
    file_bytes: size on disk. unzipped: bytes of all members of a zipped workbook, unpacked.
    ratio: unpacked / packed size of one member, judged from 1 MiB unpacked on. cells: cells with content a
    sheet, and the area from A1 to the last of them. merges: merged ranges a sheet. parts: members of the zip.
    """

    seconds: float = 15.0
    memory: int = 900 * MIB
    file_bytes: int = 150 * MIB
    unzipped: int = 150 * MIB
    ratio: int = 200
    cells: int = 2_000_000
    merges: int = 100_000
    parts: int = 10_000
