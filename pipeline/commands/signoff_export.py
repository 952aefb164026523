"""Writing a case out: the working paper, the document for another party, and the terminal's view."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.signoff_options import Record
from pipeline.signoff.refused import RefusedError

if TYPE_CHECKING:
    from pipeline.signoff.store import Store
    from schemas.case import Case


def write_paper(store: Store, number: int, form: str, output: str | None, record: Record) -> Path | None:
    """Write a case as html or json; return the file, None for standard output."""
    from pipeline.commands.files import atomic, spare, standard_output
    from pipeline.signoff.papers import paper_file, paper_text

    text = paper_text(store, number, form, record.lang)
    if output == "-":
        with standard_output() as out:
            out.write(text.encode("utf-8"))
        return None
    file = Path(output) if output is not None else Path(paper_file(store.case(number), form))
    spare([file], [Path(record.where)])
    try:
        with atomic(file) as out:
            out.write(text.encode("utf-8"))
    except OSError as error:
        raise RefusedError("cannot-write", file=str(file), why=error.strerror) from None
    return file


def shown(case: Case, record: Record, only_open: bool) -> Iterator[str]:
    """Yield the lines of a case for a terminal."""
    now = case.current
    state = record.word(f"signoff.state.{case.state.value}")
    yield record.words("held-case", case=case.number, round=now.number, file=now.opened.file, state=state)
    for item in case.to_decide():
        still_open = item.is_open(now.number)
        if only_open and not still_open:
            continue
        decision = item.decided_in(now.number) if item.present(now.number) else item.decision
        if still_open:
            word = record.word("signoff.disposition.none")
        elif decision is None:
            word = record.word("signoff.disposition.not-needed")
        else:
            word = f"{record.word(f'signoff.disposition.{decision.disposition.value}')} ({decision.actor})"
        place = item.first.range or item.first.cell or "-"
        yield f"  {item.id}  {item.first.sheet or ''}!{place}  {word}"
        yield f"      {record.text(item.first.message)}"
    for mark in now.signatures:
        role = record.word(f"signoff.role.{mark.role.value}")
        void = "" if mark.holds else f" ({record.word('signoff.paper.void')})"
        yield f"  {role}: {mark.actor} {mark.at}{void}"
    yield record.words("head", head=case.head)
