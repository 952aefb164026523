"""Broken files without end: a good workbook, mutated in its bytes or in its XML, the same for the same seed."""

from __future__ import annotations

import io
import random
import re
import tempfile
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tests.books.writers import write
from tests.pipeline.read.locked import locked_xlsx
from tests.pipeline.read.raw_xlsx import zipped
from tests.pipeline.read.test_evidence import by_openpyxl, by_xlsxwriter
from tests.pipeline.read.test_formats import paper_book

WRITTEN = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv-cp874", "csv", "txt-utf16")
BASES = ("openpyxl", "xlsxwriter", "locked", *WRITTEN)
NUMBERS = (
    b"-1",
    b"0",
    b"1048577",
    b"99999999999999999999",
    b"4294967295",
    b"1e308",
    b"NaN",
    b"",
    "๙".encode(),
)
PIECES = (
    b"<c",
    b"</row>",
    b'<row r="2"',
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"&#0;",
    b"&x;",
    b"'",
    b'"',
    b"\x00",
    b">",
)


class Mutation(NamedTuple):
    """One broken file: which workbook, broken in what way, by which seed."""

    base: str
    kind: str
    seed: int

    @property
    def name(self) -> str:
        return f"{self.base} {self.kind} {self.seed}"


def mutation(number: int) -> Mutation:
    """Return the mutation of a number; numbers run over all workbooks and both ways of breaking them."""
    base = BASES[number % len(BASES)]
    kind = "xml" if number // len(BASES) % 2 and is_zip(base_bytes(base)) else "bytes"
    return Mutation(base, kind, number)


def broken(what: Mutation) -> bytes:
    """Return the bytes of a mutation."""
    rng = random.Random(f"{what.base}/{what.kind}/{what.seed}")
    data = base_bytes(what.base)
    return broken_xml(data, rng) if what.kind == "xml" else broken_bytes(data, rng)


@lru_cache(maxsize=32)
def base_bytes(base: str) -> bytes:
    """Return a good workbook by name."""
    if base == "openpyxl":
        return by_openpyxl()
    if base == "xlsxwriter":
        return by_xlsxwriter()
    if base == "locked":
        return locked_xlsx(by_xlsxwriter(), "VelvetSweatshop")
    book = paper_book()
    if not base.startswith("xl") and base != "ods":
        book.sheets = book.sheets[:1]
    with tempfile.TemporaryDirectory() as folder:
        return write(book, Path(folder), base).read_bytes()


def is_zip(data: bytes) -> bool:
    return data.startswith(b"PK")


def broken_bytes(data: bytes, rng: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        at = rng.randrange(len(out) + 1)
        match rng.randrange(6):
            case 0:
                del out[at:]
            case 1:
                out[at : at + 1] = rng.randbytes(1)
            case 2:
                out[at : at + 4] = rng.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\x7f"))
            case 3:
                del out[at : at + rng.randrange(1, 200)]
            case 4:
                out[at:at] = out[at : at + rng.randrange(1, 500)]
            case _:
                out[at:at] = rng.randbytes(rng.randrange(1, 9))
    return bytes(out)


def broken_xml(data: bytes, rng: random.Random) -> bytes:
    """Return the workbook with one or more of its parts broken, in a zip that is whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in members if name.startswith(("xl/", "content", "styles"))]
    for _ in range(rng.choice((1, 1, 2, 4))):
        name = rng.choice(names)
        members[name] = broken_part(members[name], rng)
    if rng.random() < 0.1:
        del members[rng.choice(names)]
    return zipped(members)


def broken_part(part: bytes, rng: random.Random) -> bytes:
    tags = list(re.finditer(rb"<[^>]*>", part))
    if not tags or not part.lstrip().startswith(b"<"):
        return broken_bytes(part, rng)
    tag = rng.choice(tags)
    match rng.randrange(8):
        case 0:
            return part[: tag.start()] + part[tag.end() :]
        case 1:
            return part[: tag.start()] + tag[0] * rng.choice((2, 3, 1000)) + part[tag.end() :]
        case 2:
            numbers = list(re.finditer(rb"[0-9]+", part))
            number = rng.choice(numbers) if numbers else tag
            return part[: number.start()] + rng.choice(NUMBERS) + part[number.end() :]
        case 3:
            return part[: tag.start()] + rng.choice(PIECES) + part[tag.start() :]
        case 4:
            other = rng.choice(tags)
            first, second = sorted((tag, other), key=lambda m: m.start())
            middle = part[first.end() : second.start()]
            if first is second:
                return part
            return part[: first.start()] + second[0] + middle + first[0] + part[second.end() :]
        case 5:
            refs = list(re.finditer(rb'"[A-Z]{1,3}[0-9]+"', part))
            ref = rng.choice(refs) if refs else tag
            return (
                part[: ref.start()]
                + rng.choice((b'"XFD1048576"', b'"A0"', b'"ZZZ9"', b'"A1"'))
                + part[ref.end() :]
            )
        case 6:
            return part[: rng.randrange(len(part))]
        case _:
            at = rng.randrange(len(part))
            return part[:at] + rng.randbytes(2) + part[at + 1 :]


def assorted(count: int) -> list[tuple[str, bytes]]:
    """Return so many broken files with the names they are stored under."""
    suffixes = (".xlsx", ".xls", ".csv", ".ods", ".xlsm", ".txt", ".xlsb")
    return [
        (f"{number:04}{suffixes[number % len(suffixes)]}", broken(mutation(number)))
        for number in range(count)
    ]
