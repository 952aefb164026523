"""Faults in words, for whoever shows them."""

from __future__ import annotations

from rules.catalogue import CATALOGUE
from schemas.fault import Fault
from schemas.finding import Text
from schemas.words import fill


def said(fault: Fault) -> Text:
    """Return what a fault means, and where it is, in both languages."""
    words = fill(CATALOGUE.words[f"signoff.fault.{fault.name}"], fault.values)
    if fault.case is None or fault.entry is None:
        return words
    where = fill(CATALOGUE.words["signoff.fault.where"], {"case": fault.case, "entry": fault.entry})
    return Text(f"{where.en} {words.en}", f"{where.th} {words.th}")
