"""The catalogue: every name of a finding and of a cause, every word a user reads, once, in two languages."""

from __future__ import annotations

from types import MappingProxyType

from rules.catalogue import (
    causes,
    comparison,
    files,
    formulas,
    policy,
    reconciliation,
    schema,
    structure,
    text,
    words,
)
from schemas.catalogue import Catalogue

FINDINGS = (
    *files.ENTRIES,
    *structure.ENTRIES,
    *text.ENTRIES,
    *formulas.ENTRIES,
    *schema.ENTRIES,
    *reconciliation.ENTRIES,
    *policy.ENTRIES,
    *comparison.ENTRIES,
)

CATALOGUE = Catalogue(
    findings=MappingProxyType({e.name: e for e in FINDINGS}),
    causes=MappingProxyType({e.name: e for e in causes.ENTRIES}),
    words=MappingProxyType(words.WORDS),
)
