"""Forms of every shape: the factors that are crossed, and how one row of choices becomes a book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from tests.books.expected import Written
from tests.books.form_options import FormOptions
from tests.books.forms import write_form
from tests.books.names import UNIT_STYLES
from tests.books.options import FIGURES
from tests.books.page import Sheet
from tests.books.spec import NUMBER_STYLES, evaluation

FORM_FACTORS: dict[str, tuple[object, ...]] = {
    "blocks": ("one", "assessors", "rounds"),
    "weights": ("plain", "percent-text", "percent-format", "fraction"),
    "levels": (True, False),
    "results": (False, True),
    "weighted": (True, False),
    "sequence": (True, False),
    "unit_place": ("beside", "inline", "title"),
    "figures": FIGURES,
    "decimals": (2, 4),
    "number_style": NUMBER_STYLES,
    "unit_style": UNIT_STYLES,
    "indicators": (3, 5, 8, 14),
    "titles": (0, 1, 2),
    "total": (True, False),
    "weight_total": (True, False),
    "groups": (False, True),
    "signature": (True, False),
}


def form_book(name: str, choice: Mapping[str, Any], rng: Random) -> Written:
    """Return one clean book of one unit's form."""
    names = FormOptions.__dataclass_fields__
    o = FormOptions(**{k: v for k, v in choice.items() if k in names})
    if o.results:
        o = replace(o, levels=True)
    count = choice["indicators"]
    e = evaluation(
        rng,
        units=3,
        indicators=count,
        groups=2 if o.groups else 1,
        unit_style=choice["unit_style"],
        number_style=choice["number_style"],
        score_style=rng.choice(("whole", "halves", "hundredths")),
        weighted=True,
    )
    other = evaluation(rng, units=3, indicators=count, score_style="halves", weighted=True)
    sheet = Sheet(rng.choice(("แบบสรุป", "แบบฟอร์ม", "Sheet1", "แบบประเมิน")))
    tables = write_form(sheet, (e, replace(e, scores=other.scores)), rng.randrange(1, 4), o, rng)
    return Written(name, [sheet], tables, traits=tuple(f"{k}={v}" for k, v in choice.items()))
