"""A case: one workbook through its rounds, as the entries of the record add up to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from schemas.finding import Severity
from schemas.record import Conclusion, Disposition, FoundItem, Opened, Role


class CaseState(StrEnum):
    """Where the current round stands."""

    OPEN = "open"
    READY = "ready"
    PREPARED = "prepared"
    ACCEPTED = "accepted"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Decision:
    """A disposition in force or replaced: entry is the number of the entry that made it."""

    entry: int
    round: int
    disposition: Disposition
    reason: str
    evidence: str
    actor: str
    at: str


@dataclass(frozen=True, slots=True)
class Note:
    entry: int
    text: str
    finding: str | None
    actor: str
    at: str


@dataclass(slots=True)
class Item:
    """One finding of the case: its words as last seen, the rounds that had it, and what was decided about it.

    found: every place that carries this id in the round where it was last seen; usually one.
    """

    id: str
    found: tuple[FoundItem, ...]
    rounds: list[int] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    @property
    def first(self) -> FoundItem:
        return self.found[0]

    @property
    def hinders(self) -> bool:
        """Tell whether sign-off has to wait for a decision about it."""
        return any(f.severity is Severity.ERROR for f in self.found)

    @property
    def decision(self) -> Decision | None:
        """The decision in force; None where there is none or the last one was taken back."""
        last = self.decisions[-1] if self.decisions else None
        return None if last is None or last.disposition is Disposition.REOPENED else last

    def decided_in(self, number: int) -> Decision | None:
        """Return the decision in force if it was made in that round."""
        return self.decision if self.decision is not None and self.decision.round == number else None

    def present(self, number: int) -> bool:
        """Tell whether the workbook of that round has it."""
        return number in self.rounds

    def is_open(self, number: int) -> bool:
        """Tell whether it hinders sign-off of that round.

        A finding of the round's workbook needs a decision made in this round. One of an earlier round that
        is gone needs a person to say so (corrected), unless it had been waived or called a false alarm.
        """
        if not self.hinders:
            return False
        if self.present(number):
            return self.decided_in(number) is None
        settled = self.decision is not None and self.decision.disposition is not Disposition.RETURNED
        return not settled


@dataclass(frozen=True, slots=True)
class SignatureMark:
    """A signature under a round. holds: False once a decision changed after it. key: public key, if any."""

    entry: int
    role: Role
    actor: str
    position: str
    at: str
    conclusion: Conclusion
    key: str | None
    holds: bool = True


@dataclass(slots=True)
class Round:
    number: int
    opened: Opened
    entry: int
    actor: str
    at: str
    signatures: list[SignatureMark] = field(default_factory=list)

    def signature(self, role: Role) -> SignatureMark | None:
        """Return the signature of a role that still holds."""
        return next((s for s in self.signatures if s.role is role and s.holds), None)

    @property
    def closed(self) -> bool:
        return self.signature(Role.REVIEWER) is not None


@dataclass(slots=True)
class Case:
    """Everything the record says of one workbook, in the order it was said. head: hash of the last entry."""

    store: str
    number: int
    rounds: list[Round] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    entries: int = 0
    head: str = ""
    last_at: str = ""
    last_actor: str = ""

    @property
    def current(self) -> Round:
        return self.rounds[-1]

    @property
    def state(self) -> CaseState:
        """Where the current round stands: something open, ready to sign, prepared, or signed by both."""
        signed = self.current.signature(Role.REVIEWER)
        if signed is not None:
            return CaseState(signed.conclusion.value)
        if any(True for _ in self.open_items()):
            return CaseState.OPEN
        return CaseState.READY if self.current.signature(Role.PREPARER) is None else CaseState.PREPARED

    def open_items(self) -> Iterator[Item]:
        """Yield what hinders sign-off of the current round."""
        return (i for i in self.items.values() if i.is_open(self.current.number))

    def to_decide(self) -> Iterator[Item]:
        """Yield the items that count in the current round: all it has, and what earlier ones left open."""
        number = self.current.number
        for item in self.items.values():
            if item.present(number) or item.is_open(number) or item.decided_in(number) is not None:
                yield item

    def conclusion(self) -> Conclusion:
        """Say what a signature under the current round would say."""
        number = self.current.number
        decisions = (i.decided_in(number) for i in self.items.values() if i.present(number))
        returned = any(d is not None and d.disposition is Disposition.RETURNED for d in decisions)
        return Conclusion.RETURNED if returned else Conclusion.ACCEPTED

    def dispositions(self) -> dict[str, str]:
        """Return every decision in force in the current round, by finding id: what a signature binds."""
        number = self.current.number
        decisions = {
            i.id: i.decided_in(number) if i.present(number) else i.decision for i in self.items.values()
        }
        return {name: d.disposition.value for name, d in decisions.items() if d is not None}


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A reported figure that differs between two rounds; '' where one of them does not have it.

    unit: its code as written. status, recomputed: of the later round.
    """

    unit: str
    quantity: str
    before: str
    after: str
    recomputed: str
    status: str
