"""Why a file was not read: raised inside a reader, sent home as plain data, told as one finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from schemas.finding import Finding

Plain = str | int | float
"""What a refusal may quote: values that cross a process border as they are."""


class Fault(NamedTuple):
    """A finding about a file before it has words: the finding's name, the reason's name, what it quotes."""

    name: str
    reason: str
    values: dict[str, Plain]

    def finding(self) -> Finding:
        """Return the finding, its reason filled in both languages from the catalogue."""
        from rules.catalogue.files import REASONS
        from schemas.finding import Finding
        from schemas.words import fill

        reason = fill(REASONS[self.reason], self.values)
        return Finding(self.name, values={"reason": reason, "kind": self.reason, **self.values})


class Refused(Exception):  # noqa: N818 - it refuses a file; it is no programming error
    """Raised where a file cannot be read any further; carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def unreadable(reason: str, **values: Plain) -> Refused:
    """Return the refusal of a file that is damaged or not there."""
    return Refused(Fault("unreadable-file", reason, values))


def encrypted(reason: str, **values: Plain) -> Refused:
    """Return the refusal of a file that needs a password."""
    return Refused(Fault("encrypted-file", reason, values))


def unsafe(reason: str, **values: Plain) -> Refused:
    """Return the refusal of a file that would cost more than its limits, or that plays a known trick."""
    return Refused(Fault("unsafe-file", reason, values))


def unsupported(reason: str, **values: Plain) -> Refused:
    """Return the refusal of a file of another kind than those that are read."""
    return Refused(Fault("unsupported-format", reason, values))


def detail(error: BaseException) -> str:
    """Return one short line of a parser's own words, safe to quote."""
    text = " ".join(str(error).split()) or type(error).__name__
    text = "".join(c if c.isprintable() else "?" for c in text)
    return text if len(text) <= 120 else text[:119] + "…"
