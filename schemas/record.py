"""The sign-off record: who judged what, on which bytes, under which rules; entries chained by hash."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from schemas.canonical import Json, canonical, digest
from schemas.codec import MalformedError, decode, encode
from schemas.finding import Severity, Text

RECORD_VERSION = "1.0"
NO_HASH = "0" * 64
"""What the first entry of a chain has before it."""


class Disposition(StrEnum):
    """What an auditor decided about one finding. REOPENED takes an earlier decision back."""

    RETURNED = "returned"
    CORRECTED = "corrected"
    WAIVED = "waived"
    FALSE_ALARM = "false-alarm"
    REOPENED = "reopened"


class Role(StrEnum):
    PREPARER = "preparer"
    REVIEWER = "reviewer"


class Conclusion(StrEnum):
    """What a round's signatures say: nothing stands against the workbook, or it went back for correction."""

    ACCEPTED = "accepted"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class FoundItem:
    """One finding as the result document had it when the round was opened. id: stable, see schemas.names."""

    id: str
    name: str
    severity: Severity
    message: Text
    sheet: str | None
    cell: str | None
    range: str | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A round was opened: a workbook's bytes were judged under a rule pack.

    file: bare name. size: bytes. result_sha256: of the result document written for that bare name.
    judgement_sha256: of the same document without the part that names the program, so that two versions can
    be compared. options: the policies set beside the pack. findings: errors and warnings in reading order;
    informative: how many more are for the record only.
    """

    round: int
    file: str
    size: int
    format: str
    workbook_sha256: str
    rules: str
    rules_sha256: str
    options: Mapping[str, str]
    result_sha256: str
    judgement_sha256: str
    version: str
    verdict: str
    findings: tuple[FoundItem, ...]
    informative: int


@dataclass(frozen=True, slots=True)
class Noted:
    """A note about the case, or about one finding of it."""

    text: str
    finding: str | None


@dataclass(frozen=True, slots=True)
class Disposed:
    """A decision about one finding. replaces: number of the entry whose decision it takes the place of."""

    round: int
    finding: str
    disposition: Disposition
    reason: str
    evidence: str
    replaces: int | None


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature under a round: what it binds, and every decision as it stood (finding id → disposition)."""

    round: int
    role: Role
    position: str
    conclusion: Conclusion
    workbook_sha256: str
    rules_sha256: str
    result_sha256: str
    version: str
    dispositions: Mapping[str, str] = field(default_factory=dict)


Body = Opened | Noted | Disposed | Signed

KINDS: Mapping[str, type[Opened] | type[Noted] | type[Disposed] | type[Signed]] = {
    "opened": Opened,
    "noted": Noted,
    "disposed": Disposed,
    "signed": Signed,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the record.

    store: id of the store it was written in. sequence: place in the store; number: place in its case; both
    1-based and without gaps. previous: hash of the entry before in the case; previous_in_store: in the store.
    at: UTC, as 2026-11-22T03:04:05Z. key: Ed25519 public key (hexadecimal) of its signature, if any.
    """

    store: str
    sequence: int
    case: int
    number: int
    at: str
    actor: str
    body: Body
    previous: str
    previous_in_store: str
    key: str | None = None

    def content(self) -> str:
        """Return the canonical text that the hash is taken over."""
        kind = next(name for name, cls in KINDS.items() if isinstance(self.body, cls))
        members: dict[str, Json] = {
            "record_version": RECORD_VERSION,
            "store": self.store,
            "sequence": self.sequence,
            "case": self.case,
            "number": self.number,
            "at": self.at,
            "actor": self.actor,
            "kind": kind,
            "body": encode(self.body),
            "previous": self.previous,
            "previous_in_store": self.previous_in_store,
            "key": self.key,
        }
        return canonical(members)


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry with its seal: the exact text, its SHA-256, and the signature over that where there is one."""

    entry: Entry
    content: str
    hash: str
    signature: str | None = None


def seal(entry: Entry, signature: str | None = None) -> Sealed:
    """Return the entry with its canonical text and hash."""
    content = entry.content()
    return Sealed(entry, content, digest(content), signature)


def entry_of(content: str) -> Entry:
    """Return the entry a canonical text stands for; MalformedError where it is not one."""
    try:
        members = json.loads(content)
    except (ValueError, RecursionError):
        raise MalformedError("entry: not JSON") from None
    if not isinstance(members, dict) or members.pop("record_version", None) != RECORD_VERSION:
        raise MalformedError(f"entry: not of record version {RECORD_VERSION}")
    kind = KINDS.get(str(members.pop("kind", None)))
    if kind is None:
        raise MalformedError("entry: unknown kind")
    body = decode(kind, members.pop("body", None), "body")
    head = decode(_Head, members, "entry")
    return Entry(
        head.store, head.sequence, head.case, head.number, head.at, head.actor, body,
        head.previous, head.previous_in_store, head.key,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Head:
    store: str
    sequence: int
    case: int
    number: int
    at: str
    actor: str
    previous: str
    previous_in_store: str
    key: str | None
