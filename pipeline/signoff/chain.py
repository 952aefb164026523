"""Whether a chain of entries is whole: nothing altered, removed, put in another order, or cut off its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.signoff.fold import follow
from pipeline.signoff.keys import signature_holds
from pipeline.signoff.refused import RefusedError
from schemas.canonical import digest
from schemas.case import Case
from schemas.codec import MalformedError
from schemas.fault import Fault
from schemas.record import NO_HASH, Opened, Sealed, entry_of
from schemas.thai import key

HEAD_DIGITS = 16
"""At least so many digits of a printed head are asked for when comparing."""


def unsealed(content: str, stated: str, signature: str | None) -> Sealed | Fault:
    """Return the entry of a stored text, or the fault that its text is not the one that was hashed."""
    try:
        entry = entry_of(content)
    except MalformedError as error:
        return Fault("malformed", values={"why": str(error)})
    if entry.content() != content or digest(content) != stated:
        return Fault("altered", entry.case, entry.number)
    return Sealed(entry, content, stated, signature)


def last_round(entries: Sequence[Sealed | Fault]) -> Opened | None:
    """Return what the last round of a case was opened with, whatever else is wrong with its entries."""
    bodies = [e.entry.body for e in entries if isinstance(e, Sealed)]
    return next((b for b in reversed(bodies) if isinstance(b, Opened)), None)


def case_faults(entries: Sequence[Sealed]) -> Iterator[Fault]:
    """Yield what is wrong with the order and the sense of one case's entries."""
    yield from _order_faults([_Link(e, e.entry.number, e.entry.previous) for e in entries])
    case: Case | None = None
    for sealed in entries:
        try:
            case = follow(case, sealed)
        except RefusedError as error:  # what follows cannot be judged any more
            yield Fault("not-allowed", sealed.entry.case, sealed.entry.number, {"why": error.text})
            return


def store_faults(entries: Sequence[Sealed]) -> Iterator[Fault]:
    """Yield what is wrong with the order of all entries of a store, whatever case they belong to."""
    yield from _order_faults([_Link(e, e.entry.sequence, e.entry.previous_in_store) for e in entries])
    for sealed in entries:
        if sealed.entry.store != entries[0].entry.store:
            yield Fault("other-store", sealed.entry.case, sealed.entry.number)


def seal_faults(entries: Sequence[Sealed], trusted: Mapping[str, str] | None) -> Iterator[Fault]:
    """Yield what is wrong with the signatures over entries; with trusted keys also whose they are."""
    for sealed in entries:
        entry = sealed.entry
        where = (entry.case, entry.number)
        if entry.key is None:
            if sealed.signature is not None:
                yield Fault("bad-signature", *where, {"actor": entry.actor})
        elif sealed.signature is None or not signature_holds(entry.key, sealed.hash, sealed.signature):
            yield Fault("bad-signature", *where, {"actor": entry.actor})
        elif trusted is not None and key(trusted.get(entry.key, "")) != key(entry.actor):
            yield Fault("unknown-key", *where, {"actor": entry.actor, "key": entry.key})


class _Link(NamedTuple):
    """An entry as a link: its place by its own word, and the hash it says stands before it."""

    sealed: Sealed
    place: int
    previous: str


def _order_faults(links: Sequence[_Link]) -> Iterator[Fault]:
    places = {link.place for link in links}
    before_place, before_hash = 0, NO_HASH
    for link in links:
        where = (link.sealed.entry.case, link.sealed.entry.number)
        missing = [p for p in range(before_place + 1, link.place) if p not in places]
        if missing:
            yield Fault("removed", *where, {"count": len(missing)})
        elif link.place != before_place + 1:
            yield Fault("out-of-order", *where)
        elif link.previous != before_hash:
            yield Fault("broken-link", *where)
        before_place, before_hash = link.place, link.sealed.hash


def head_faults(hashes: Sequence[str], printed: str) -> Iterator[Fault]:
    """Yield the fault that a head printed earlier is no longer in the chain: its tail was cut or rewritten.

    printed: at least the first 16 digits, spaces and dashes allowed. An older head still there is fine.
    """
    head = "".join(printed.split()).replace("-", "").lower()
    if len(head) < HEAD_DIGITS or set(head) - set("0123456789abcdef"):
        raise RefusedError("bad-head", digits=HEAD_DIGITS)
    if not any(h.startswith(head) for h in hashes):
        yield Fault("head-missing", values={"head": printed})
