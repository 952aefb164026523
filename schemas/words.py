"""From a template and its values to words: cells as A1, exact numbers as decimals, lists joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from string import Formatter

from schemas.cell import Area, Cell, a1, a1_range
from schemas.exact import fraction_text
from schemas.finding import Text

MOST_LISTED = 12
"""A message lists at most this many members and then says how many more there are."""


def shown(value: object, lang: str) -> str:
    """Return a value as a reader of `lang` ('en' or 'th') sees it in running text."""
    if type(value) is str:
        return value
    if type(value) is int:
        return str(value)
    if isinstance(value, Text):
        return value.th if lang == "th" else value.en
    if isinstance(value, Area):
        return a1_range(value)
    if isinstance(value, Cell):
        return a1(value.row, value.col)
    if isinstance(value, Fraction):
        return fraction_text(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple | list):
        texts = [shown(v, lang) for v in value[:MOST_LISTED]]
        if len(value) > MOST_LISTED:
            more = len(value) - MOST_LISTED
            texts.append(f"และอีก {more} รายการ" if lang == "th" else f"and {more} more")
        return ", ".join(texts)
    return str(value)


def either(values: Sequence[object]) -> Text:
    """Return alternatives in words: 13 or 14, 13 หรือ 14."""
    return Text(" or ".join(shown(v, "en") for v in values), " หรือ ".join(shown(v, "th") for v in values))


@lru_cache(maxsize=2_000)
def parts(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """Return the template as (literal, name of the value that follows or None, format): parsed once."""
    return tuple((text, name, spec or "") for text, name, spec, _ in Formatter().parse(template))


def _filled(template: str, values: Mapping[str, object], lang: str) -> str:
    words = []
    for text, name, spec in parts(template):
        words.append(text)
        if name is not None:
            value = shown(values[name], lang)
            words.append(format(value, spec) if spec else value)
    return "".join(words)


def fill(template: Text, values: Mapping[str, object]) -> Text:
    """Return the template in both languages with its {placeholders} filled; KeyError names a missing one."""
    return Text(_filled(template.en, values, "en"), _filled(template.th, values, "th"))
