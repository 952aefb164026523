"""Files that are no drawn workbook: text, damaged, locked and hostile ones, by name."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.cases import drawn

GOOD = """ตัวชี้วัด | สพด. | กตม.
1.1 การส่งเสริมดิจิทัล | 5 | 4
1.2 คุณธรรมและความโปร่งใส | 4 | 5
คะแนนที่แปลงเป็นฐาน 100 | 90.00 | 90.00
"""


def make(wanted: str | Mapping[str, Any], folder: Path) -> Path:
    """Return the path of a file: {name, text} as it is, or one of the files below by its name."""
    if isinstance(wanted, Mapping):
        path = folder / str(wanted["name"])
        path.write_bytes(str(wanted["text"]).encode(str(wanted.get("encoding", "utf-8"))))
        return path
    path = folder / "case.xlsx"
    drawn.write({"sheet": GOOD}, path)
    if wanted == "truncated-xlsx":
        path.write_bytes(path.read_bytes()[:-400])
    elif wanted == "encrypted-xlsx":
        _encrypt(path)
    elif wanted == "doctype-xlsx":
        _with_doctype(path)
    elif wanted != "good-xlsx":
        raise ValueError(f"no such file: {wanted}")
    return path


def _encrypt(path: Path) -> None:
    import msoffcrypto.format.ooxml

    plain = path.with_suffix(".plain")
    path.rename(plain)
    with plain.open("rb") as source, path.open("wb") as target:
        msoffcrypto.format.ooxml.OOXMLFile(source).encrypt("ลับ", target)


def _with_doctype(path: Path) -> None:
    """Declare an entity in the sheet's XML: no spreadsheet writes that."""
    plain = path.with_suffix(".plain")
    path.rename(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(b"?>", b'?><!DOCTYPE worksheet [<!ENTITY a "b">]>', 1)
            new.writestr(name, data)
