"""The record's mark on a report: which case it belongs to, and the head that later shows what was cut off."""

from __future__ import annotations

from reports.html.account import PLACE
from reports.html.markup import both, tag
from reports.signoff.parts import hash_text
from reports.when import moment
from schemas.case import Case
from schemas.catalogue import Catalogue
from schemas.finding import Text
from schemas.words import fill


def stamped(report: bytes, case: Case, catalogue: Catalogue) -> bytes:
    """Return the very same report with the mark of its case in the section to sign."""
    at = Text(moment(case.last_at, catalogue, "en"), moment(case.last_at, catalogue, "th"))
    state = catalogue.words[f"signoff.state.{case.state.value}"]
    values = {"case": case.number, "round": case.current.number, "state": state, "at": at}
    line = fill(catalogue.words["signoff.stamp"], values)
    head = catalogue.words["signoff.paper.head"]
    mark = tag("p", both(line), " ", both(head), " ", hash_text(case.head))
    return report.replace(PLACE.encode("ascii"), mark.encode("utf-8"), 1)
