"""From entries to the case they add up to, one entry after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.signoff.allowed import check
from schemas.case import Case, Decision, Item, Note, Round, SignatureMark
from schemas.record import Disposed, Entry, FoundItem, Noted, Opened, Sealed, Signed


def fold(entries: Iterable[Sealed]) -> Case | None:
    """Return the case that entries in order add up to, None for no entries.

    RefusedError at the first entry that the rules of the record would not have allowed.
    """
    case: Case | None = None
    for sealed in entries:
        case = follow(case, sealed)
    return case


def follow(case: Case | None, sealed: Sealed) -> Case:
    """Return the case after one more entry; RefusedError where it may not follow."""
    entry = sealed.entry
    check(case, entry)
    case = case or Case(store=entry.store, number=entry.case)
    body = entry.body
    if isinstance(body, Opened):
        _open(case, entry, body)
    elif isinstance(body, Noted):
        case.notes.append(Note(entry.number, body.text, body.finding, entry.actor, entry.at))
    elif isinstance(body, Disposed):
        _dispose(case, entry, body)
    else:
        _sign(case, entry, body)
    case.entries, case.head = case.entries + 1, sealed.hash
    case.last_at, case.last_actor = entry.at, entry.actor
    return case


def _open(case: Case, entry: Entry, body: Opened) -> None:
    case.rounds.append(Round(body.round, body, entry.number, entry.actor, entry.at))
    places: dict[str, list[FoundItem]] = {}
    for found in body.findings:
        places.setdefault(found.id, []).append(found)
    for identity, found_items in places.items():
        item = case.items.setdefault(identity, Item(identity, ()))
        item.found = tuple(found_items)
        item.rounds.append(body.round)


def _dispose(case: Case, entry: Entry, body: Disposed) -> None:
    case.items[body.finding].decisions.append(
        Decision(
            entry.number, body.round, body.disposition, body.reason, body.evidence, entry.actor, entry.at
        )
    )
    # A signature speaks of the decisions as they stood: when one changes, it no longer holds.
    now = case.current
    now.signatures = [replace(s, holds=False) for s in now.signatures]


def _sign(case: Case, entry: Entry, body: Signed) -> None:
    case.current.signatures.append(
        SignatureMark(
            entry.number, body.role, entry.actor, body.position, entry.at, body.conclusion, entry.key
        )
    )
