"""From a checked document to a RulePack, and back to a plain document for showing and hashing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

from rules.yaml_text import Document
from schemas.finding import Severity
from schemas.rules import Band, FixedLayout, Lexicon, Policies, Roster, RulePack, Scale, Scoring
from schemas.terms import BlankPolicy, DashPolicy, Quantity, Rounding, ZeroPolicy

_POLICIES: dict[str, Any] = {
    "zero": ZeroPolicy,
    "blank": BlankPolicy,
    "dash": DashPolicy,
    "rounding": Rounding,
}
BASE = Decimal(100)


def build(document: Document, lexicon: Lexicon) -> RulePack:
    """Return the pack of a document that has been checked; sha256 is still empty."""
    given: dict[str, Any] = {"name": document["name"], "lexicon": lexicon}
    for name in ("title", "weights", "fiscal_year"):
        if name in document:
            given[name] = document[name]
    for name in ("weight_sum", "tolerance"):
        if name in document:
            given[name] = Decimal(document[name])
    given["scale"] = _scale(document.get("scale", {}))
    given["policies"] = Policies(**{n: _POLICIES[n](v) for n, v in document.get("policies", {}).items()})
    given["decimals"] = {Quantity(q): int(n) for q, n in document.get("decimals", {}).items()}
    given["roundings"] = {Quantity(q): Rounding(mode) for q, mode in document.get("rounding", {}).items()}
    given["bands"] = tuple(
        Band(Decimal(b["at_least"]), b["name"], tuple(b.get("aliases", ())))
        for b in sorted(document.get("bands", []), key=lambda b: -b["at_least"])
    )
    given["severities"] = {name: Severity(s) for name, s in document.get("severities", {}).items()}
    given["units"] = _roster(document.get("units", {}))
    given["indicators"] = _roster(document.get("indicators", {}))
    given["required"] = tuple(Quantity(q) for q in document.get("required", []))
    given["scoring"] = {name: _scoring(s) for name, s in document.get("scoring", {}).items()}
    given["rounds"] = tuple(str(r) for r in document.get("rounds", []))
    if document.get("layout"):
        given["layout"] = _layout(document["layout"])
    given["suites"] = tuple(document.get("suites", []))
    return RulePack(**given)


def _scale(document: Document) -> Scale:
    high = Decimal(document.get("high", 5))
    factor = document["factor"] if "factor" in document else BASE / high
    return Scale(Decimal(document.get("low", 0)), high, Decimal(factor))


def _roster(document: Document) -> Roster:
    names = tuple(str(n) for n in document.get("names", []))
    return Roster(names, {wording: str(name) for wording, name in document.get("aliases", {}).items()})


def _scoring(document: Document) -> Scoring:
    given = dict(document)
    given["thresholds"] = tuple(Decimal(t) for t in document.get("thresholds", []))
    return Scoring(**given)


def _layout(document: Document) -> FixedLayout:
    given = dict(document)
    rows = document.get("summary_rows", {})
    given["summary_rows"] = {int(row): tuple(quantities) for row, quantities in rows.items()}
    return FixedLayout(**given)


def pack_document(pack: RulePack) -> dict[str, Any]:
    """Return a pack as plain data, everything resolved: what `rules show` prints and what the hash covers."""
    document: dict[str, Any] = {
        "name": pack.name,
        "title": pack.title,
        "extends": "none",
        "scale": {"low": pack.scale.low, "high": pack.scale.high, "factor": pack.scale.factor},
        "policies": {name: str(getattr(pack.policies, name)) for name in _POLICIES},
        "weights": pack.weights,
        "weight_sum": pack.weight_sum,
        "decimals": {str(q): n for q, n in pack.decimals.items()},
        "tolerance": pack.tolerance,
        "bands": [_band(b) for b in pack.bands],
        "severities": {name: str(s) for name, s in pack.severities.items()},
        "units": {"names": list(pack.units.names), "aliases": dict(pack.units.aliases)},
        "indicators": {"names": list(pack.indicators.names), "aliases": dict(pack.indicators.aliases)},
        "required": [str(q) for q in pack.required],
        "scoring": {
            name: {
                "method": s.method,
                "thresholds": list(s.thresholds),
                "below_level_1": s.below_level_1,
            }
            for name, s in pack.scoring.items()
        },
        "fiscal_year": pack.fiscal_year,
        "rounds": list(pack.rounds),
        "suites": list(pack.suites),
        "lexicon": {
            "labels": {term: list(words) for term, words in pack.lexicon.labels.items()},
            "states": {state: list(words) for state, words in pack.lexicon.states.items()},
        },
    }
    if pack.roundings:
        document["rounding"] = {str(q): str(mode) for q, mode in pack.roundings.items()}
    if pack.layout is not None:
        fields = FixedLayout.__dataclass_fields__
        layout = {name: getattr(pack.layout, name) for name in fields}
        layout["summary_rows"] = {str(row): list(q) for row, q in pack.layout.summary_rows.items()}
        document["layout"] = {name: value for name, value in layout.items() if value not in (None, {})}
    return {name: value for name, value in document.items() if value is not None}


def _band(band: Band) -> dict[str, Any]:
    document: dict[str, Any] = {"at_least": band.at_least, "name": band.name}
    return {**document, "aliases": list(band.aliases)} if band.aliases else document


def digest(pack: RulePack) -> str:
    """Return the SHA-256 of a resolved pack; a suite given by path counts by its content."""
    document = pack_document(pack)
    document["suites"] = [_suite_mark(name) for name in pack.suites]
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, default=_number)
    return hashlib.sha256(text.encode()).hexdigest()


def _number(value: object) -> str:
    assert isinstance(value, Decimal)
    return format(value.normalize(), "f")


def _suite_mark(name: str) -> object:
    if not name.endswith(".json"):
        return name
    path = FilePath(name)
    content: Mapping[str, str] = {"suite": path.stem, "sha256": _hash_of(path)}
    return content


def _hash_of(path: FilePath) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
