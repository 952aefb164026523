"""Suites of expectations as data: JSON in Great Expectations' own form, checked before it is imported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from rules.errors import RuleError, near
from rules.files import places, problems_at, read_json, read_text
from rules.kinds import Key, ListOf, MapOf, OneOf, Section, Trouble, Words
from rules.suite_columns import (
    COLUMN_ARGUMENTS,
    COLUMNS,
    REFUSED_ARGUMENTS,
    ROW_EXPECTATIONS,
    Level,
)
from rules.yaml_text import Document
from schemas.finding import Severity, Text

SUITES = FilePath(__file__).parent / "suites"
NO_SUITE = "none"
SEVERITIES = {"critical": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}
"""Great Expectations' severities and ours."""


class _Anything:
    """Arguments of an expectation: Great Expectations itself checks them."""

    def check(self, value: Any, path: tuple[str | int, ...]) -> Iterator[Trouble]:
        return iter(())

    def schema(self) -> dict[str, Any]:
        return {}


_TITLE = Section(
    {"en": Key(Words(), "In English.", needed=True), "th": Key(Words(), "In Thai.", needed=True)}
)

SUITE = Section(
    {
        "name": Key(Words(), "Name of the suite.", needed=True),
        "meta": Key(Section({"title": Key(_TITLE, "What the suite is for.")}), "About the suite."),
        "expectations": Key(
            ListOf(
                Section(
                    {
                        "type": Key(Words(), "Great Expectations' type, in snake case.", needed=True),
                        "kwargs": Key(MapOf(_Anything()), "Its arguments.", needed=True),
                        "severity": Key(OneOf(tuple(SEVERITIES)), "critical, warning or info."),
                        "meta": Key(
                            Section(
                                {
                                    "name": Key(
                                        Words(), "A short kebab-case name, unique here.", needed=True
                                    ),
                                    "title": Key(_TITLE, "What is expected, as a sentence.", needed=True),
                                }
                            ),
                            "Its name and its words in both languages.",
                            needed=True,
                        ),
                    }
                )
            ),
            "What is expected.",
            needed=True,
        ),
    }
)
"""The keys of a suite file."""

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation: Great Expectations' type and arguments, our severity, its words. line: in its file."""

    suite: str
    name: str
    type: str
    kwargs: Mapping[str, Any]
    severity: Severity
    title: Text
    file: str
    line: int | None

    @property
    def key(self) -> str:
        """What it is called in findings: suite/name."""
        return f"{self.suite}/{self.name}"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it looks at."""
        return tuple(str(self.kwargs[a]) for a in COLUMN_ARGUMENTS if a in self.kwargs)

    @property
    def level(self) -> Level:
        """What its rows are about."""
        return COLUMNS[self.columns[0]].level


def shipped_suites() -> tuple[str, ...]:
    """Return the names of the suites that come with sobthan."""
    return tuple(sorted(p.stem for p in SUITES.glob("*.json")))


def load_suites(names: Sequence[str]) -> tuple[Expectation, ...]:
    """Return the expectations of all suites, by name or path; RuleError names all that is wrong."""
    expectations: list[Expectation] = []
    for name in dict.fromkeys(names):
        if name != NO_SUITE:
            expectations += load_suite(name)
    return tuple(expectations)


def load_suite(name: str) -> tuple[Expectation, ...]:
    """Return the expectations of one suite, a shipped name or the path of a JSON file."""
    path = SUITES / f"{name}.json" if not name.endswith(".json") else FilePath(name)
    if not path.is_file():
        known = shipped_suites()
        raise RuleError.of("suites.no-such-suite", {"name": name, "known": known, "near": near(name, known)})
    label = name if path.parent == SUITES else str(path)
    text = read_text(path, label)
    document = read_json(text, label)
    troubles = list(SUITE.check(document, ()))
    if not troubles:
        troubles = list(_unfit(document))
    if troubles:
        raise RuleError(problems_at([(label, text)], troubles))
    lines = places(text)
    return tuple(
        _expectation(document["name"], entry, label, lines.get(("expectations", index)))
        for index, entry in enumerate(document["expectations"])
    )


def _unfit(document: Document) -> Iterator[Trouble]:
    """Yield expectations that cannot be judged row by row on the columns there are."""
    names: set[str] = set()
    for index, entry in enumerate(document["expectations"]):
        here = ("expectations", index)
        kind = entry["type"]
        if kind not in ROW_EXPECTATIONS:
            values = {"name": kind, "known": ROW_EXPECTATIONS}
            yield Trouble((*here, "type"), "suites.unknown-type", values, kind, ROW_EXPECTATIONS)
        kwargs = entry["kwargs"]
        given = [a for a in COLUMN_ARGUMENTS if a in kwargs]
        if not given:
            yield Trouble((*here, "kwargs"), "suites.no-column", {})
        for argument in given:
            column = str(kwargs[argument])
            if column not in COLUMNS:
                values = {"name": column, "known": tuple(COLUMNS)}
                yield Trouble(
                    (*here, "kwargs", argument), "suites.unknown-column", values, column, tuple(COLUMNS)
                )
        levels = {COLUMNS[c].level for c in map(str, (kwargs[a] for a in given)) if c in COLUMNS}
        if len(levels) > 1:
            yield Trouble((*here, "kwargs"), "suites.two-levels", {"levels": sorted(levels)})
        for argument in REFUSED_ARGUMENTS:
            if argument in kwargs:
                yield Trouble((*here, "kwargs", argument), "suites.refused-argument", {"name": argument})
        name = entry["meta"]["name"]
        if not _NAME.fullmatch(name):
            yield Trouble((*here, "meta", "name"), "suites.not-kebab", {"name": name})
        if name in names:
            yield Trouble(
                (*here, "meta", "name"), "rules.listed-twice", {"word": name, "name": "expectations"}
            )
        names.add(name)


def _expectation(suite: str, entry: Document, file: str, line: int | None) -> Expectation:
    title = entry["meta"]["title"]
    return Expectation(
        suite=suite,
        name=entry["meta"]["name"],
        type=entry["type"],
        kwargs=entry["kwargs"],
        severity=SEVERITIES[entry.get("severity") or "critical"],
        title=Text(title["en"], title["th"]),
        file=file,
        line=line,
    )
