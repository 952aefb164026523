"""What a round is opened with: a workbook's bytes, and the result document that judging them gave."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.signoff.refused import RefusedError
from schemas.canonical import canonical, digest
from schemas.finding import Severity, Text
from schemas.record import FoundItem, Opened

MOST_FINDINGS = 20_000
"""More errors and warnings than a person could ever decide: the workbook goes back as a whole."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One workbook judged alone. name: its bare file name. document: as `reconcile --format json` writes it.

    rules: name of the pack as it was asked for. options: policies set beside it.
    """

    name: str
    data: bytes
    document: bytes
    rules: str
    options: Mapping[str, str]

    def opened(self, round_number: int) -> Opened:
        """Return the body of the entry that opens a round with it; RefusedError for too many findings."""
        document = parsed(self.document)
        workbook = document["workbooks"][0]
        findings, informative = _findings(workbook["findings"])
        return Opened(
            round=round_number,
            file=self.name,
            size=len(self.data),
            format=workbook["format"],
            workbook_sha256=digest(self.data),
            rules=self.rules,
            rules_sha256=document["rules"]["sha256"],
            options=dict(self.options),
            result_sha256=digest(self.document),
            judgement_sha256=judgement_digest(document),
            version=document["tool"]["version"],
            verdict=workbook["verdict"],
            findings=findings,
            informative=informative,
        )


def parsed(document: bytes) -> dict[str, Any]:
    """Return a result document's members, fractional numbers as their exact text."""
    members: dict[str, Any] = json.loads(document, parse_float=str)
    return members


def judgement_digest(document: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a result document without the member that names the program and its version."""
    return digest(canonical({name: member for name, member in document.items() if name != "tool"}))


def _findings(members: list[dict[str, Any]]) -> tuple[tuple[FoundItem, ...], int]:
    kept = [m for m in members if m["severity"] != Severity.INFO.value]
    if len(kept) > MOST_FINDINGS:
        raise RefusedError("too-many-findings", count=len(kept), most=MOST_FINDINGS)
    found = tuple(
        FoundItem(
            id=m["id"],
            name=m["name"],
            severity=Severity(m["severity"]),
            message=Text(m["message"]["en"], m["message"]["th"]),
            sheet=m.get("sheet"),
            cell=m.get("cell"),
            range=m.get("range"),
        )
        for m in kept
    )
    return found, len(members) - len(kept)
