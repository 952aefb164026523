"""Waivers: findings that somebody answers for, beside the workbooks, each with its reason and value."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from rules.catalogue import CATALOGUE
from rules.errors import RuleError
from rules.files import places, problems_at, read_document, read_json, read_text
from rules.kinds import Key, ListOf, Section, Trouble, Words
from rules.yaml_text import Document

FILE_NAMES = ("sobthan-waivers.yaml", "sobthan-waivers.yml", "sobthan-waivers.json")
_ID = re.compile(r"([a-z][a-z-]*)-[0-9a-f]{10}(?:-[0-9]+)?")
BUDDHIST_ERA = 543
_FIRST_BUDDHIST_YEAR = 2400

WAIVERS = Section(
    {
        "waivers": Key(
            ListOf(
                Section(
                    {
                        "id": Key(Words(), "Id of the finding, as every report shows it.", needed=True),
                        "file": Key(Words(), "Workbook beside this file; left out: any of them."),
                        "value": Key(
                            Words(numbers=True), "The value waived; another value is not.", needed=True
                        ),
                        "expected": Key(Words(numbers=True), "What was expected when it was waived."),
                        "reason": Key(Words(), "Why it may stay.", needed=True),
                        "who": Key(Words(), "Who answers for it.", needed=True),
                        "evidence": Key(Words(), "Where the evidence is kept."),
                        "expires": Key(Words(), "Last day it holds, as 2027-09-30."),
                    }
                )
            ),
            "The findings that are waived.",
            needed=True,
        )
    }
)
"""The keys of a waiver file."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """One finding waived. value and expected: as they were when it was waived. line: in its file."""

    id: str
    value: str
    reason: str
    who: str
    file: str | None = None
    expected: str | None = None
    evidence: str | None = None
    expires: dt.date | None = None
    line: int | None = None

    @property
    def name(self) -> str:
        """The name of the finding that is waived."""
        match = _ID.fullmatch(self.id)
        return match[1] if match else self.id

    def expired(self, today: dt.date) -> bool:
        """Tell whether its last day is over."""
        return self.expires is not None and self.expires < today


@dataclass(frozen=True, slots=True)
class WaiverFile:
    """The waivers of one file; they speak of the workbooks in its folder and below."""

    path: FilePath
    waivers: tuple[Waiver, ...] = ()

    @property
    def folder(self) -> FilePath:
        return self.path.parent


def beside(folder: FilePath) -> FilePath | None:
    """Return the waiver file of a folder, None where it has none; RuleError where it has two."""
    found = [folder / name for name in FILE_NAMES if (folder / name).is_file()]
    if len(found) > 1:
        raise RuleError.of("waivers.two-files", {"names": [f.name for f in found]}, str(folder))
    return found[0] if found else None


def load_waivers(path: FilePath) -> WaiverFile:
    """Return the waivers of a YAML or JSON file; RuleError names all that is wrong, with lines."""
    label = str(path)
    text = read_text(path, label)
    document = read_json(text, label) if path.suffix == ".json" else read_document(text, label)
    troubles = list(WAIVERS.check(document, ()))
    if not troubles:
        troubles = list(_nothing(document["waivers"], path.parent))
    if troubles:
        raise RuleError(problems_at([(label, text)], troubles))
    lines = places(text)
    return WaiverFile(
        path,
        tuple(
            _waiver(entry, lines.get(("waivers", index))) for index, entry in enumerate(document["waivers"])
        ),
    )


def _nothing(entries: Sequence[Document], folder: FilePath) -> Iterator[Trouble]:
    """Yield waivers that can waive nothing, and those that are given twice."""
    seen: set[tuple[str, str]] = set()
    for index, entry in enumerate(entries):
        here = ("waivers", index)
        match = _ID.fullmatch(entry["id"])
        name = match[1] if match else entry["id"]
        known = tuple(CATALOGUE.findings)
        if match is None or name not in known:
            yield Trouble((*here, "id"), "waivers.for-nothing", {"id": entry["id"]}, name, known)
        elif CATALOGUE.findings[name].category in NOT_WAIVABLE:
            yield Trouble((*here, "id"), "waivers.not-waivable", {"name": name})
        file = entry.get("file")
        if file is not None and not (folder / file).is_file():
            yield Trouble((*here, "file"), "waivers.no-such-file", {"file": file, "id": entry["id"]})
        if (entry["id"], file or "") in seen:
            yield Trouble((*here, "id"), "waivers.twice", {"id": entry["id"]})
        seen.add((entry["id"], file or ""))
        if entry.get("expires") is not None and parse_date(entry["expires"]) is None:
            yield Trouble((*here, "expires"), "waivers.not-a-date", {"value": entry["expires"]})


NOT_WAIVABLE = frozenset({"file", "policy"})
"""What was never judged cannot be excused, nor can a waiver be waived."""


def parse_date(text: str) -> dt.date | None:
    """Return the day of YYYY-MM-DD, a Buddhist-era year taken for what it is; None where it is no day."""
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text.strip())
    if match is None:
        return None
    year = int(match[1])
    if year >= _FIRST_BUDDHIST_YEAR:
        year -= BUDDHIST_ERA
    try:
        return dt.date(year, int(match[2]), int(match[3]))
    except ValueError:
        return None


def _waiver(entry: Document, line: int | None) -> Waiver:
    given: dict[str, Any] = {name: value for name, value in entry.items() if value is not None}
    for name in ("value", "expected"):
        if name in given:
            given[name] = str(given[name])
    if "expires" in given:
        given["expires"] = parse_date(given["expires"])
    return Waiver(**given, line=line)


def with_waiver(text: str, waiver: Waiver) -> str:
    """Return the YAML text of a waiver file with one more waiver at its end; the rest stays as written."""
    import yaml

    fields = ("id", "file", "value", "expected", "reason", "who", "evidence", "expires")
    entry = {name: getattr(waiver, name) for name in fields if getattr(waiver, name) is not None}
    if waiver.expires is not None:
        entry["expires"] = waiver.expires.isoformat()
    item = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=1000)
    if not text.strip():
        text = "# Findings that somebody answers for. Each holds for one value only.\nwaivers:\n"
    elif re.search(r"^waivers:\s*\[\s*\]\s*$", text, re.MULTILINE):
        text = re.sub(r"^waivers:\s*\[\s*\]\s*$", "waivers:", text, flags=re.MULTILINE)
    return (text if text.endswith("\n") else text + "\n") + item
