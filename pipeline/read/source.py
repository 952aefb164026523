"""What is to be read, and how much of it: an input by name, and the limits that no single file may pass."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a file by its path, bytes already in hand (standard input, an upload), or a URL.

    name is shown to the user and kept as Book.file; data wins over path, and path over url, where several
    are given. What a URL names is fetched where it is read.
    """

    name: str
    path: Path | None = None
    data: bytes | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may cost before it is refused.

    The defaults leave room above every honest workbook seen: compression of honest workbooks has its 99th
    percentile at 32 and its maximum at 121, bombs begin near 400.

    seconds: processor time that reading one file may take; on the clock four times as long, so that a busy
    machine changes no verdict. memory_mb: address space that reading one file may take.
    file_mb: size on disk. unzipped_mb: all members of a zipped workbook, unpacked. A megabyte is 2^20 bytes.
    ratio: unpacked / packed size of one member, judged from 1 MiB unpacked on. cells: cells with content a
    sheet, and the area from A1 to the last of them. merges: merged ranges a sheet. parts: members of the zip.
    """

    seconds: int = 15
    memory_mb: int = 850
    file_mb: int = 150
    unzipped_mb: int = 150
    ratio: int = 200
    cells: int = 2_000_000
    merges: int = 100_000
    parts: int = 10_000
