"""The comparison as text, JSON and HTML: every difference in both languages, exact numbers, safe markup."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import schemas
from reports.compare_formats import COMPARE_FORMATS
from reports.options import Options
from rules.catalogue import CATALOGUE
from schemas.cell import Cell
from schemas.comparison import Compared, Comparison, Difference, NotJudged, Side, Spot, Subject, Tally
from schemas.grid import Book, Grid
from schemas.rules import RulePack
from schemas.terms import Quantity, State

SCHEMA = json.loads((Path(schemas.__file__).parent / "comparison.schema.json").read_text(encoding="utf-8"))
LEFT = [
    Book("forms/ก.xlsx", "a" * 64, "xlsx", (Grid("แบบ's", []),)),
    Book("forms/ข.xlsx", "b" * 64, "xlsx", (Grid("S", []),)),
]
RIGHT = [Book("matrix.xlsx", "c" * 64, "xlsx", (Grid("คะแนน", []), Grid("รวม", [])))]


def spot(text: str, value: str | None = None, state: State | None = None, workbook: int = 0) -> Spot:
    return Spot(workbook, 1, Cell(0, 5, 7), text, None if value is None else Decimal(value), state)


DIFFERENCES = [
    Difference("only-in-left", Subject.UNIT, "<b>สพด.</b>", left=spot("<b>สพด.</b>"), key=("u",)),
    Difference("only-in-right", Subject.INDICATOR, "", "6.4", right=spot("6.4"), key=("6.4",)),
    Difference("only-in-right", Subject.TABLE, round="12", right=spot("รวม"), key=("12",)),
    Difference(
        "duplicate-key",
        Subject.UNIT,
        "สพท.",
        left=spot("สพท."),
        others=(spot("สพท.", workbook=1),),
        key=("d",),
    ),
    Difference(
        "renamed-unit",
        Subject.UNIT,
        "ก",
        left=spot("ก"),
        right=spot("ข"),
        key=("r",),
        values={"alike": 80, "by_position": False},
    ),
    Difference(
        "changed-score",
        Subject.SCORE,
        "สพท.1",
        "6.2",
        assessor="self",
        left=spot("4.5", "4.5", State.SCORED),
        right=spot("N/A", None, State.NOT_APPLICABLE),
        key=("s",),
    ),
    Difference(
        "changed-figure",
        Subject.FIGURE,
        "สพท.1",
        quantity=Quantity.CONVERTED,
        left=spot("97.78", "97.78"),
        right=spot("97.77", "97.77"),
        key=("f",),
    ),
]


def comparison(*, judged: bool = True) -> Comparison:
    missing = [] if judged else [NotJudged(Side.LEFT, "x.xlsx")]
    return Comparison(
        RulePack(),
        "1.0",
        Compared(LEFT, []),
        Compared(RIGHT, []),
        DIFFERENCES,
        Tally(12, 11),
        Tally(3, 2),
        4,
        3,
        ((Side.LEFT, Quantity.GRADE),),
        missing,
    )


def rendered(name: str, lang: str = "en", encoding: str = "utf-8", **options: Any) -> str:
    out = io.BytesIO()
    chosen = next(one for one in COMPARE_FORMATS if one.name == name)
    chosen.write(comparison(**options), CATALOGUE, Options(lang=lang, width=160, encoding=encoding), out)
    return out.getvalue().decode(encoding)


def test_json_keeps_to_its_schema_and_exact_numbers() -> None:
    text = rendered("json", judged=False)
    found = json.loads(text, parse_float=Decimal)
    jsonschema.validate(json.loads(text), SCHEMA)
    assert [d["name"] for d in found["differences"]].count("only-in-right") == 2
    figure = found["differences"][-1]
    assert figure["difference"] == Decimal("-0.01")
    assert figure["left"]["value"] == Decimal("97.78")
    assert len({d["id"] for d in found["differences"]}) == len(DIFFERENCES)
    assert found["verdict"] == "not_judged"
    assert found["summary"]["findings"] == {"error": 6, "warning": 1, "info": 0}


@pytest.mark.parametrize("lang", ["en", "th"])
@pytest.mark.parametrize("name", ["text", "html"])
def test_every_difference_is_shown_with_both_places(name: str, lang: str) -> None:
    text = rendered(name, lang, judged=False).replace("&#x27;", "'")
    for shown in ("97.78", "97.77", "6.4", "'[ก.xlsx]แบบ''s'!G5", "'คะแนน'!G5", "'[ข.xlsx]S'!G5", "x.xlsx"):
        assert shown in text, shown
    assert "compare." not in text
    assert "{" not in text.split("<main")[-1].split("</main>")[0]


def test_the_page_escapes_and_needs_no_network() -> None:
    page = rendered("html")
    assert "<b>สพด.</b>" not in page
    assert "&lt;b&gt;สพด.&lt;/b&gt;" in page
    assert "http" not in page.split("<main")[1].split("</main>")[0]
    assert "default-src &#x27;none&#x27;" in page


def test_a_terminal_without_thai_gets_no_error() -> None:
    assert "97.78" in rendered("text", encoding="ascii")
    assert "97.78" in rendered("text", "th", encoding="cp874")
