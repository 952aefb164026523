"""The papers of a case: the working paper to print, and the document that another party verifies."""

from __future__ import annotations

from pipeline.signoff.export import exported
from pipeline.signoff.refused import RefusedError
from pipeline.signoff.store import Store
from reports.signoff.paper import paper_index, working_paper
from rules.catalogue import CATALOGUE
from schemas.case import Case
from schemas.record import Sealed


def paper_text(store: Store, number: int, form: str, lang: str) -> str:
    """Return a case as `html` or `json`; RefusedError where its record does not hold."""
    case = store.case(number)
    entries = [e for e in store.entries(number) if isinstance(e, Sealed)][: case.entries]
    if not entries or entries[-1].hash != case.head:
        raise RefusedError("record-broken", case=number)
    if form == "json":
        return exported(entries, store.head())
    return working_paper(case, entries, CATALOGUE, lang, store.head())


def paper_file(case: Case, form: str) -> str:
    """Return a file name for a paper, made of numbers alone."""
    return f"{paper_index(case).replace('/', '-')}.{form}"
