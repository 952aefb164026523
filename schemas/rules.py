"""A rule pack as a value: every policy that a verdict rests on, explicit and printable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from schemas.finding import Severity
from schemas.terms import BlankPolicy, DashPolicy, Quantity, Rounding, ZeroPolicy


@dataclass(frozen=True, slots=True)
class Policies:
    """What an unclear cell counts as, and how figures are rounded."""

    zero: ZeroPolicy = ZeroPolicy.SCORED
    blank: BlankPolicy = BlankPolicy.MISSING
    dash: DashPolicy = DashPolicy.QUESTION
    rounding: Rounding = Rounding.HALF_UP


@dataclass(frozen=True, slots=True)
class Band:
    """One grade: from `at_least` (inside) up to the next band (outside), on the converted scale."""

    at_least: Decimal
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """The score scale: lowest and highest score. factor: converted = mean × factor (20 = 100 / 5)."""

    low: Decimal = Decimal(0)
    high: Decimal = Decimal(5)
    factor: Decimal = Decimal(20)


@dataclass(frozen=True, slots=True)
class Roster:
    """Units or indicators that a submission must have; aliases map an allowed wording to the roster's."""

    names: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scoring:
    """How an indicator's score follows from its result: interpolated, step or milestone."""

    method: str = "interpolated"
    thresholds: tuple[Decimal, ...] = ()
    below_level_1: str = "zero"
    """zero: below level 1 scores 0. one: it scores 1. extend: the first slope goes on down to 0."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Wordings by meaning. labels: term → wordings of headers and summary rows; states: state → markers.

    Wordings are written plainly; they are compared by key (see schemas.thai), never letter by letter.
    """

    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    states: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FixedLayout:
    """A layout given by hand, for the workbook no detector will ever read. Rows 1-based, columns as letters."""

    sheet: str | None = None
    header_row: int | None = None
    indicator_column: str | None = None
    unit_columns: str | None = None
    columns_per_unit: int = 1
    weight_column: str | None = None
    level_columns: str | None = None
    first_row: int | None = None
    last_row: int | None = None
    summary_rows: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Row → quantity of each column of a unit's span, in order."""


@dataclass(frozen=True, slots=True)
class RulePack:
    """One named set of rules. sha256 is taken over the pack as resolved (inheritance and options applied)."""

    name: str = "default"
    sha256: str = ""
    title: str = ""
    scale: Scale = field(default_factory=Scale)
    policies: Policies = field(default_factory=Policies)
    weights: str = "optional"
    """optional: used where the sheet has them. required: their absence is a finding. ignored: equal weights."""
    weight_sum: Decimal = Decimal(100)
    decimals: Mapping[Quantity, int] = field(default_factory=dict)
    """Declared decimals where the pack fixes them; empty: as the sheet declares."""
    roundings: Mapping[Quantity, Rounding] = field(default_factory=dict)
    """Rounding of single quantities; the others are rounded as the policies say."""
    tolerance: Decimal = Decimal(0)
    bands: tuple[Band, ...] = ()
    lexicon: Lexicon = field(default_factory=Lexicon)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    units: Roster = field(default_factory=Roster)
    indicators: Roster = field(default_factory=Roster)
    required: tuple[Quantity, ...] = ()
    scoring: Mapping[str, Scoring] = field(default_factory=dict)
    """Indicator number → scoring; '*' stands for all others."""
    fiscal_year: int | None = None
    rounds: tuple[str, ...] = ()
    layout: FixedLayout | None = None
    suites: tuple[str, ...] = ()

    def rounding_of(self, quantity: Quantity) -> Rounding:
        """Return how a true value of a quantity becomes the figure on the sheet."""
        return self.roundings.get(quantity, self.policies.rounding)
