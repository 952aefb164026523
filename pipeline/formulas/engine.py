"""One workbook's formulas, ready to be evaluated and asked what they read."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from pipeline.formulas.cells import Cells, cells_of, holds
from pipeline.formulas.evaluate import Arg, Host, compiled, evaluate
from pipeline.formulas.functions import FUNCTIONS
from pipeline.formulas.nodes import Reference
from pipeline.formulas.noise import Arithmetic, Exact, Noisy, exact, snapped
from pipeline.formulas.parse import Formula, Parser
from pipeline.formulas.values import ErrorValue, NotVerifiedError, Reason, Value
from schemas.cell import Area, Cell
from schemas.exact import plain
from schemas.grid import Book


class Library:
    """Parsed and compiled formulas, shared by the workbooks of a run; copies of one are compiled once."""

    def __init__(self) -> None:
        self._parser = Parser()
        self._programs: dict[str, Arg | NotVerifiedError] = {}

    def parse(self, text: str, row: int, col: int) -> Formula:
        return self._parser.parse(text, row, col)

    def program(self, formula: Formula) -> Arg:
        """Return the formula as a function; NotVerifiedError where it cannot be evaluated."""
        found = self._programs.get(formula.form)
        if found is None:
            found = self._programs[formula.form] = _program(formula)
        if isinstance(found, NotVerifiedError):
            raise found
        return found


def _program(formula: Formula) -> Arg | NotVerifiedError:
    if formula.tree is None:
        return NotVerifiedError(Reason.SYNTAX)
    try:
        return compiled(formula.tree, FUNCTIONS)
    except NotVerifiedError as reason:
        return reason


class Engine:
    """Formulas of one workbook by cell."""

    def __init__(self, book: Book, library: Library | None = None) -> None:
        self.cells = Cells(book)
        self._library = library or Library()
        self._formulas: dict[Cell, Formula] = {}

    def formula(self, cell: Cell) -> Formula | None:
        """Return the formula that stands in a cell, or None."""
        found = self._formulas.get(cell)
        if found is None:
            text = self.cells.grid(cell.sheet).formulas.get((cell.row, cell.col))
            if text is None:
                return None
            found = self._formulas[cell] = self._library.parse(text, cell.row, cell.col)
        return found

    def value(self, formula: Formula, cell: Cell, arithmetic: Arithmetic | None = None) -> Value:
        """Evaluate a formula as it stands (or would stand) in a cell, over the other cells' cached values.

        NotVerifiedError where that cannot be done.
        """
        program = self._library.program(formula)
        if any(holds(area, cell) for _, area in self.areas_of(formula, cell)):
            raise NotVerifiedError(Reason.CIRCULAR)
        host = Host(self.cells, cell.sheet, cell.row, cell.col, arithmetic or Exact())
        try:
            return evaluate(program, host)
        except (ArithmeticError, ValueError) as obstacle:  # an infinite number in a cell, and the like
            raise NotVerifiedError(Reason.SIZE) from obstacle

    def areas_of(self, formula: Formula, cell: Cell) -> list[tuple[str, Area]]:
        """Return the areas that a formula reads when it stands in a cell, in the order written.

        Each comes with the function it stands in; what cannot be looked up is left out.
        """
        found: list[tuple[str, Area]] = []
        for inside, reference in formula.reads:
            if isinstance(reference, Reference):
                try:
                    found.append((inside, self.cells.area(reference, cell.sheet, cell.row, cell.col)))
                except NotVerifiedError:
                    continue
        return found

    def reads(self, cell: Cell) -> list[Area]:
        """Return the areas that a cell's formula reads directly; none where it has no formula."""
        formula = self.formula(cell)
        return [] if formula is None else [area for _, area in self.areas_of(formula, cell)]

    def precedents(self, cell: Cell, deep: bool = False) -> frozenset[Cell]:
        """Return the cells that a cell's formula reads; deep: also those that their formulas read."""
        found: set[Cell] = set()
        todo = [cell]
        while todo:
            for area in self.reads(todo.pop()):
                grid = self.cells.grid(area.sheet)
                for read in cells_of(area):
                    if deep and read not in found and (read.row, read.col) in grid.formulas:
                        todo.append(read)
                    found.add(read)
        found.discard(cell)
        return frozenset(found)


def precedents(book: Book, cells: Iterable[Cell], deep: bool = False) -> dict[Cell, frozenset[Cell]]:
    """Return, for each cell that holds a formula, the cells it reads: what a figure is made of."""
    engine = Engine(book)
    return {cell: engine.precedents(cell, deep) for cell in cells if engine.formula(cell) is not None}


def shown(value: Value) -> Decimal | str:
    """Return a computed value for a finding: a decimal of at most 15 significant digits, or its text."""
    if isinstance(value, Fraction | Noisy):
        return decimal_shown(exact(value))
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return value or ""


def decimal_shown(value: Fraction) -> Decimal:
    """Return a fraction as a decimal of at most 15 significant digits."""
    near = snapped(value)
    return plain(Decimal(near.numerator) / Decimal(near.denominator))
