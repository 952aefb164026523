"""Settings that are right one by one and contradict each other: a pack that cannot be meant is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from rules.kinds import Trouble
from rules.pack_build import BASE
from rules.yaml_text import Document
from schemas.thai import key

LEVELS = 5
_SCALE = (("scale", "factor"), ("scale", "high"), ("scale", "low"))
_COLUMNS = re.compile(r"[A-Za-z]{1,3}(:[A-Za-z]{1,3})?")


def contradictions(document: Document) -> Iterator[Trouble]:
    """Yield what contradicts what in a merged document whose keys and types are right."""
    yield from _scale(document)
    yield from _bands(document)
    yield from _weights(document)
    for part in ("units", "indicators"):
        yield from _roster(part, document.get(part, {}))
    for name, scoring in document.get("scoring", {}).items():
        yield from _scoring(("scoring", name), scoring)
    yield from _layout(document.get("layout", {}))
    yield from _repeats(("rounds",), document.get("rounds", []))
    yield from _repeats(("required",), document.get("required", []))
    yield from _severities(document.get("severities", {}))


def _scale(document: Document) -> Iterator[Trouble]:
    scale = document.get("scale", {})
    low, high = Decimal(scale.get("low", 0)), Decimal(scale.get("high", 5))
    if low >= high or high <= 0:
        yield Trouble(("scale", "high"), "rules.scale-order", {"low": low, "high": high})
    elif "factor" not in scale and (BASE / high) * high != BASE:
        yield Trouble(("scale", "high"), "rules.scale-factor", {"high": high})
    elif scale.get("factor") == 0:
        yield Trouble(("scale", "factor"), "rules.scale-factor", {"high": high})
    if low > 0 and document.get("policies", {}).get("zero") == "not-evaluated":
        yield Trouble(("policies", "zero"), "rules.zero-outside", {"low": low, "high": high}, also=_SCALE)


def _bands(document: Document) -> Iterator[Trouble]:
    scale = document.get("scale", {})
    high = Decimal(scale.get("high", 5))
    top = high * Decimal(scale.get("factor", BASE / high if high else 0))
    ends: set[Decimal] = set()
    names: dict[str, int] = {}
    for index, band in enumerate(document.get("bands", [])):
        end = Decimal(band["at_least"])
        if end in ends:
            yield Trouble(("bands", index), "rules.band-twice", {"value": end})
        ends.add(end)
        if high > 0 and end > top:
            values: dict[str, object] = {"value": end, "top": top, "name": band["name"]}
            yield Trouble(("bands", index), "rules.band-above", values, also=_SCALE)
        for name in (band["name"], *band.get("aliases", ())):
            other = names.setdefault(key(name), index)
            if other != index:
                first = f"{document['bands'][other]['name']} {document['bands'][other]['at_least']}"
                values = {"word": name, "first": first, "second": f"{band['name']} {end}"}
                yield Trouble(("bands", index), "rules.two-meanings", values)


def _weights(document: Document) -> Iterator[Trouble]:
    if document.get("weights") == "ignored" and "weighted" in document.get("required", []):
        yield Trouble(("weights",), "rules.weights-ignored", {}, also=(("required",),))
    if document.get("weight_sum") == 0:
        yield Trouble(("weight_sum",), "rules.weight-sum-zero", {})


def _roster(part: str, roster: Document) -> Iterator[Trouble]:
    names = [str(n) for n in roster.get("names", [])]
    yield from _repeats((part, "names"), names)
    keys = {key(n) for n in names}
    for wording, name in roster.get("aliases", {}).items():
        here = (part, "aliases", wording)
        if key(str(name)) not in keys:
            yield Trouble(
                here, "rules.alias-of-nothing", {"word": wording, "name": name}, str(name), tuple(names)
            )
        if key(wording) in keys and key(wording) != key(str(name)):
            values = {"word": wording, "first": wording, "second": name}
            yield Trouble(here, "rules.two-meanings", values)


def _repeats(path: tuple[str, ...], names: list[Any]) -> Iterator[Trouble]:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if key(str(name)) in seen:
            yield Trouble((*path, index), "rules.listed-twice", {"word": name, "name": path[0]})
        seen.add(key(str(name)))


def _scoring(path: tuple[str, ...], scoring: Document) -> Iterator[Trouble]:
    thresholds = scoring.get("thresholds", [])
    method = scoring.get("method", "interpolated")
    if not thresholds:
        return
    here = (*path, "thresholds")
    if len(thresholds) != LEVELS:
        yield Trouble(here, "rules.thresholds-count", {"count": len(thresholds), "levels": LEVELS})
    steps = [b - a for a, b in pairwise(thresholds)]
    if method != "milestone" and not (all(s > 0 for s in steps) or all(s < 0 for s in steps)):
        yield Trouble(here, "rules.thresholds-order", {"values": [Decimal(t) for t in thresholds]})


def _layout(layout: Document) -> Iterator[Trouble]:
    for name in ("indicator_column", "unit_columns", "weight_column", "level_columns"):
        if name in layout and not _COLUMNS.fullmatch(str(layout[name])):
            yield Trouble(("layout", name), "rules.not-columns", {"value": layout[name]})
    header, first, last = (layout.get(n) for n in ("header_row", "first_row", "last_row"))
    if first is not None and last is not None and first > last:
        yield Trouble(("layout", "last_row"), "rules.rows-order", {"first": first, "last": last})
    if header is not None and first is not None and header >= first:
        yield Trouble(("layout", "first_row"), "rules.rows-order", {"first": header, "last": first})
    for row in layout.get("summary_rows", {}):
        if not row.isdecimal() or int(row) < 1:
            yield Trouble(("layout", "summary_rows", row), "rules.not-a-row", {"value": row})


def _severities(severities: Document) -> Iterator[Trouble]:
    if not severities:
        return
    from rules.catalogue import CATALOGUE

    known = tuple(CATALOGUE.findings)
    for name in severities:
        if name not in known:
            yield Trouble(("severities", name), "rules.unknown-finding", {"name": name}, name, known)
