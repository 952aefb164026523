"""A formula as a tree. References are relative to the cell that holds it: a copied formula is one tree."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple


class Axis(NamedTuple):
    """A row or a column of a reference: a place of its own (fixed, `$`) or a distance from the host cell."""

    at: int
    fixed: bool

    def resolve(self, host: int) -> int:
        return self.at if self.fixed else host + self.at


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell or a rectangle. sheet: None is the host's. rows or cols None: whole columns or whole rows."""

    sheet: str | None
    rows: tuple[Axis, Axis] | None
    cols: tuple[Axis, Axis] | None
    single: bool


@dataclass(frozen=True, slots=True)
class Literal:
    """A number, a text or a truth value written in the formula."""

    value: Fraction | str | bool


@dataclass(frozen=True, slots=True)
class ErrorLiteral:
    code: str


@dataclass(frozen=True, slots=True)
class Omitted:
    """An argument left empty between two commas."""


@dataclass(frozen=True, slots=True)
class Unary:
    operator: str
    operand: Node


@dataclass(frozen=True, slots=True)
class Binary:
    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    args: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class ArrayLiteral:
    rows: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True)
class Opaque:
    """What cannot be looked up: a defined name, a table's column, another workbook, several sheets."""

    what: str


Node = Reference | Literal | ErrorLiteral | Omitted | Unary | Binary | Call | ArrayLiteral | Opaque


def references(node: Node) -> tuple[tuple[str, Reference | Opaque], ...]:
    """Return every reference below a node in the order written, each with the function it stands in."""
    found: list[tuple[str, Reference | Opaque]] = []
    todo: list[tuple[str, Node]] = [("", node)]
    while todo:
        inside, current = todo.pop()
        match current:
            case Reference() | Opaque():
                found.append((inside, current))
            case Unary(_, operand):
                todo.append((inside, operand))
            case Binary(_, left, right):
                todo += ((inside, right), (inside, left))
            case Call(name, args):
                todo += ((name, arg) for arg in reversed(args))
            case ArrayLiteral(rows):
                todo += ((inside, member) for row in reversed(rows) for member in reversed(row))
    return tuple(found)
