"""The keys of a rule pack: one readable page. The loader checks by it, the JSON Schema is made of it."""

from __future__ import annotations

from decimal import Decimal

from rules.kinds import Key, Kind, ListOf, MapOf, Number, OneOf, Section, Words
from schemas.finding import Severity
from schemas.terms import BlankPolicy, DashPolicy, Quantity, Rounding, ZeroPolicy

STAND_ALONE = "none"
"""`extends: none`: the pack inherits nothing."""

QUANTITIES = tuple(Quantity)
NUMBERS = tuple(q for q in QUANTITIES if q is not Quantity.GRADE)
_ZERO = Decimal(0)

OPTIONS: dict[str, Kind] = {
    "zero": OneOf(tuple(ZeroPolicy)),
    "blank": OneOf(tuple(BlankPolicy)),
    "dash": OneOf(tuple(DashPolicy)),
    "rounding": OneOf(tuple(Rounding)),
    "tolerance": Number(_ZERO),
}
"""What a command line may set over the pack."""

SCALE = Section(
    {
        "low": Key(Number(), "Lowest score an indicator can get."),
        "high": Key(Number(), "Highest score: the full mark of one indicator."),
        "factor": Key(
            Number(_ZERO), "converted = mean × factor. Left out beside a new `high`, it is 100 / high."
        ),
    }
)

POLICIES = Section(
    {
        "zero": Key(OPTIONS["zero"], "scored: a 0 is a score. not-evaluated: a 0 leaves the base."),
        "blank": Key(OPTIONS["blank"], "missing: a blank is an error. not-applicable: it leaves the base."),
        "dash": Key(OPTIONS["dash"], "question: a dash is asked about. Or it counts as stated."),
        "rounding": Key(OPTIONS["rounding"], "How a true value becomes the figure on the sheet."),
    }
)

BAND = Section(
    {
        "at_least": Key(Number(), "The band's lower end, inside it.", needed=True),
        "name": Key(Words(), "The grade as the sheet words it.", needed=True),
        "aliases": Key(ListOf(Words()), "Other wordings of the same grade."),
    }
)

ROSTER = Section(
    {
        "names": Key(ListOf(Words(numbers=True)), "Codes or numbers that a submission must have."),
        "aliases": Key(MapOf(Words(numbers=True)), "Allowed wording: the roster's own."),
    }
)

SCORING = Section(
    {
        "method": Key(OneOf(("interpolated", "step", "milestone")), "How a result becomes a score."),
        "thresholds": Key(ListOf(Number()), "The result that reaches level 1, 2, … in order."),
        "below_level_1": Key(OneOf(("zero", "one", "extend")), "What a result below level 1 scores."),
    }
)

LAYOUT = Section(
    {
        "sheet": Key(Words(), "Sheet name; left out, the first sheet with a table."),
        "header_row": Key(Number(Decimal(1), whole=True), "Row of the unit codes."),
        "indicator_column": Key(Words(), "Column letters of the indicators."),
        "unit_columns": Key(Words(), "Columns of the units, as G:AE."),
        "columns_per_unit": Key(Number(Decimal(1), whole=True), "How many columns one unit spans."),
        "weight_column": Key(Words(), "Column letters of the weights."),
        "level_columns": Key(Words(), "Columns of levels 1 to 5, as B:F."),
        "first_row": Key(Number(Decimal(1), whole=True), "First row of the indicators."),
        "last_row": Key(Number(Decimal(1), whole=True), "Last row of the indicators."),
        "summary_rows": Key(
            MapOf(ListOf(OneOf(QUANTITIES))), "Row number: the quantity of each column of a unit's span."
        ),
    }
)

LEXICON = Section(
    {
        "labels": Key(MapOf(ListOf(Words())), "Term: wordings of headers and summary rows that mean it."),
        "states": Key(MapOf(ListOf(Words())), "State of a score cell: markers that mean it."),
    }
)

PACK = Section(
    {
        "name": Key(Words(), "Name of the pack; left out, the file's name."),
        "title": Key(Words(), "One line for people: what the pack is for."),
        "extends": Key(
            Words(), "Name or path of the pack to inherit from. Left out: default. none: nothing."
        ),
        "scale": Key(SCALE, "The score scale and the conversion factor."),
        "policies": Key(POLICIES, "What an unclear cell counts as, and how figures are rounded."),
        "weights": Key(
            OneOf(("optional", "required", "ignored")),
            "optional: used where the sheet has them. required: none is a finding. ignored: equal weights.",
        ),
        "weight_sum": Key(Number(_ZERO), "What the weights of the applicable indicators should sum to."),
        "decimals": Key(
            MapOf(Number(_ZERO, Decimal(12), whole=True), NUMBERS),
            "Declared decimals of a quantity; left out, as the sheet declares.",
        ),
        "rounding": Key(
            MapOf(OPTIONS["rounding"], NUMBERS),
            "Rounding of a quantity; left out, as the policies say.",
        ),
        "tolerance": Key(Number(_ZERO), "A reported figure this far from the interval still matches."),
        "bands": Key(ListOf(BAND), "Grade bands on the converted scale, each up to the next (outside)."),
        "lexicon": Key(LEXICON, "Wordings added to the default ones."),
        "severities": Key(MapOf(OneOf(tuple(Severity))), "Severity by finding name."),
        "units": Key(ROSTER, "The units that a submission must have."),
        "indicators": Key(ROSTER, "The indicators that a submission must have."),
        "required": Key(ListOf(OneOf(QUANTITIES)), "Quantities that every unit must report."),
        "scoring": Key(MapOf(SCORING), "Scoring by indicator number; * stands for all others."),
        "fiscal_year": Key(Number(Decimal(2400), Decimal(2700), whole=True), "Fiscal year, Buddhist era."),
        "rounds": Key(ListOf(Words(numbers=True)), "Rounds of the year, in order: 6, 12."),
        "layout": Key(LAYOUT, "A layout given by hand; left out, it is found."),
        "suites": Key(
            ListOf(Words()), "Suites that `validate` runs: shipped names or paths beside the pack."
        ),
    }
)
