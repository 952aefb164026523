"""The papers of a case: the working paper to print, and the document that another party verifies."""

from __future__ import annotations

from pipeline.signoff.export import exported
from pipeline.signoff.refused import RefusedError
from pipeline.signoff.store import Store
from reports.signoff.paper import paper_index, working_paper
from reports.signoff.stamp import stamped
from rules.catalogue import CATALOGUE
from schemas.case import Case
from schemas.record import Sealed


def paper_text(store: Store, number: int, form: str, lang: str) -> str:
    """Return a case as `html`, `json` or its `report`; RefusedError where its record does not hold."""
    case = store.case(number)
    if form == "report":
        report = store.kept(number, case.current.number, "report")
        if report is None:
            raise RefusedError("no-report", case=number)
        return stamped(report, case, CATALOGUE).decode("utf-8")
    entries = [e for e in store.entries(number) if isinstance(e, Sealed)][: case.entries]
    if not entries or entries[-1].hash != case.head:
        raise RefusedError("record-broken", case=number)
    if form == "json":
        return exported(entries, store.head())
    return working_paper(case, entries, CATALOGUE, lang, store.head())


def paper_file(case: Case, form: str) -> str:
    """Return a file name for a paper, made of numbers alone."""
    name = paper_index(case).replace("/", "-")
    return f"{name}-report.html" if form == "report" else f"{name}.{form}"
