"""Every fault by name, what its book needs, and how one is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

from tests.books.expected import ExpectedTable, Written
from tests.faults.books import carried_by, clean_book
from tests.faults.formulas import FORMULA_SEEDS
from tests.faults.keying import SEEDS as KEYING_SEEDS
from tests.faults.reckoning import BY_CAUSE, seed_procedure
from tests.faults.seeded import Seeded, mismatches, stays_wrong
from tests.faults.special import SPECIAL_SEEDS
from tests.faults.structural import STRUCTURAL_SEEDS
from tests.faults.views import decimals, digits

TRIES = 600
WEIGHTED = {"weights": lambda r: r.choice(("plain", "percent-text", "percent-format", "fraction"))}
EQUAL = {"weights": "none"}
WHOLE = {"score_style": lambda r: r.choice(("whole", "whole", "halves"))}
STATES = {"states": True}
TABLES = ("matrix", "matrix", "transposed", "split")
FORMULAS = {"figures": lambda r: r.choice(("formula", "rounded-formula")), "plain_numbers": True}
TYPED = {**EQUAL, **WHOLE, "plain_numbers": True}
FOUR = ("full_marks", "points", "mean", "converted")
SIMPLE = {"span": "one", "subtotals": False}
GROUPED = {"subtotals": True, "groups": "row", "span": "one", "indicators": 12}


@dataclass(frozen=True)
class Plan:
    """One fault: who seeds it, in which families of books, and what their choices must be."""

    seed: Callable[[Written, str, Random], Seeded | None]
    families: tuple[str, ...] = TABLES
    needs: Mapping[str, Any] = field(default_factory=dict)
    habit: bool = True
    forms: tuple[str, ...] = ()


def _plans() -> dict[str, Plan]:
    reckoned = {cause: Plan(seed_procedure, TABLES, {**EQUAL, **WHOLE}) for cause in BY_CAUSE}
    keyed = {cause: Plan(seed, TABLES, {**EQUAL, **WHOLE}) for cause, seed in KEYING_SEEDS.items()}
    ruled = {
        cause: Plan(seed, TABLES, {**FORMULAS, **WHOLE, "subtotals": False})
        for cause, seed in FORMULA_SEEDS.items()
    }
    shaped = {cause: Plan(seed, TABLES) for cause, seed in STRUCTURAL_SEEDS.items()}
    one = {"span": "one"}
    lines = {**WEIGHTED, "span": "score-and-weighted", "score_style": "halves"}
    return {
        **reckoned,
        **keyed,
        **ruled,
        **shaped,
        "not-applicable-as-zero": Plan(seed_procedure, TABLES, {**EQUAL, **STATES}),
        "text-ignored": Plan(_with_text, ("matrix",), TYPED, forms=("xlsx", "xls", "ods")),
        "unweighted": Plan(seed_procedure, TABLES, WEIGHTED),
        "weights-not-renormalised": Plan(seed_procedure, TABLES, {**WEIGHTED, **STATES}),
        "row-omitted": Plan(seed_procedure, (*TABLES, "form"), WHOLE),
        "half-even": Plan(KEYING_SEEDS["half-even"], ("matrix", "form"), lines),
        "truncated": Plan(KEYING_SEEDS["truncated"], (*TABLES, "form")),
        "rounded-lines": Plan(KEYING_SEEDS["rounded-lines"], ("matrix", "form"), {**lines, "figures": "formatted"}),
        "rounded-intermediate": Plan(KEYING_SEEDS["rounded-intermediate"], (*TABLES, "form")),
        "fraction": Plan(KEYING_SEEDS["fraction"], (*TABLES, "form")),
        "blank-as-zero": Plan(SPECIAL_SEEDS["blank-as-zero"], TABLES, WHOLE),
        "subtotal-counted": Plan(SPECIAL_SEEDS["subtotal-counted"], ("matrix",), {**EQUAL, **GROUPED}),
        "other-round": Plan(SPECIAL_SEEDS["other-round"], ("form",), {"blocks": "rounds"}),
        "partial-sheet": Plan(SPECIAL_SEEDS["partial-sheet"], ("matrix",), {**EQUAL, **WHOLE, **one, "summary": FOUR}),
        "unexplained": Plan(SPECIAL_SEEDS["unexplained"], (*TABLES, "form")),
        "error-cell": Plan(STRUCTURAL_SEEDS["error-cell"], TABLES, forms=("xlsx", "xls")),
        "weight-sum": Plan(STRUCTURAL_SEEDS["weight-sum"], TABLES, {**WEIGHTED, **one, "figures": "formatted"}),
        "grade-mismatch": Plan(STRUCTURAL_SEEDS["grade-mismatch"], ("matrix",), {"summary": ("converted", "grade")}),
        "full-marks-mismatch": Plan(STRUCTURAL_SEEDS["full-marks-mismatch"], TABLES, {**EQUAL, "summary": FOUR}),
        "indicator-gap": Plan(STRUCTURAL_SEEDS["indicator-gap"], TABLES, {"number_style": "dotted"}),
        "duplicate-indicator": Plan(STRUCTURAL_SEEDS["duplicate-indicator"], TABLES, {"number_style": "long"}),
        "hard-coded-figure": Plan(FORMULA_SEEDS["hard-coded-figure"], ("matrix",), {**FORMULAS, **SIMPLE}),
    }  # fmt: skip


def _with_text(book: Written, cause: str, rng: Random) -> Seeded | None:
    """Type one or two scores of a unit as text before the sum skips them."""
    table = book.tables[0]
    unit = rng.randrange(1, len(table.units) + 1)
    scored = [s for s in table.scores if s.unit == unit and s.value]
    for score in rng.sample(scored, min(len(scored), rng.choice((1, 2)))):
        score.cell.value = str(score.value)
    return seed_procedure(book, cause, rng)


PLANS = _plans()
TEXTS = frozenset({"csv", "csv-bom", "tsv"})


def _tells(table: ExpectedTable) -> bool:
    """Tell whether a wrong figure that stands alone, without a format, shows by its own digits that it is wrong."""
    for figure in mismatches([table]):
        alone = sum(f.quantity == figure.quantity and f.indicator is None for f in table.reported) == 1
        assert isinstance(figure.value, Decimal)
        if alone and not figure.cell.style and not stays_wrong(figure, decimals(figure.value)):
            return False
    return True


def draw(name: str, fault: str, rng: Random) -> tuple[Seeded, str]:
    """Return one seeded book and the format it is written in; RuntimeError where none can be drawn."""
    plan = PLANS[fault]
    for _ in range(TRIES):
        book, habit = clean_book(name, rng, families=plan.families, **plan.needs)
        seeded = plan.seed(book, fault, rng)
        if seeded is not None and all(map(_tells, seeded.book.tables)):
            seeded.book.check_cells()
            form = rng.choice(plan.forms) if plan.forms else carried_by(book, habit, rng)
            # text holds what a format shows: a figure wrong beyond that is right there
            shown = all(stays_wrong(f, digits(f)) for f in mismatches(seeded.book.tables))
            return seeded, form if shown or form not in TEXTS else "xlsx"
    raise RuntimeError(f"no book for {fault} in {TRIES} tries")
