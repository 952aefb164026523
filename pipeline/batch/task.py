"""One chunk of workbooks as a task that any executor runs: judged, and written as a part of the result."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.read import Limits, Source
from schemas.rules import RulePack

if TYPE_CHECKING:
    import pyarrow as pa

    from schemas.outcome import Outcome, WorkbookOutcome


@dataclass(frozen=True, slots=True)
class Task:
    """A chunk with all it needs; it travels whole, so that a worker needs nothing but the files and the folder.

    part: the name of what it leaves; parts sort by name as their files do. which_reports: 'discrepant',
    'all' or 'none'.
    """

    part: str
    sources: tuple[Source, ...]
    pack: RulePack
    limits: Limits
    parts: Path
    reports: Path
    which_reports: str = "discrepant"
    lang: str = "th"
    passwords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What a task leaves: the part's name and how many of its workbooks got which verdict."""

    part: str
    workbooks: int
    verdicts: dict[str, int]


def judge_chunk(task: Task) -> Done:
    """Judge a chunk and write its tables and reports; each file takes its name only when it is whole."""
    with _uncollected():
        return _judge(task)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Search for dead cycles once, after a chunk, instead of time and again among its millions of live values.

    What is there after the first chunk, mostly code, stays for good and is not searched again.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        if not gc.get_freeze_count():
            gc.freeze()
        if searching:
            gc.enable()


def _judge(task: Task) -> Done:
    from pipeline.read.standing import read_standing
    from pipeline.run import judged
    from reports.result_tables import result_tables
    from rules.catalogue import CATALOGUE

    outcome = judged(list(read_standing(task.sources, task.limits, task.passwords).books()), task.pack)
    tables = result_tables(outcome, CATALOGUE)
    verdicts: dict[str, int] = {}
    for workbook in outcome.workbooks:
        verdicts[workbook.verdict.value] = verdicts.get(workbook.verdict.value, 0) + 1
    _renew_reports(task, outcome)
    _write_part(task.parts / task.part, tables)
    return Done(task.part, len(outcome.workbooks), verdicts)


def give_up(task: Task) -> Done:
    """Leave the part of a workbook that brings every worker down: unreadable, with the reason as its finding."""
    from pipeline.conclude import conclude
    from pipeline.normalise import normalise
    from pipeline.read.refusal import Fault
    from reports.result_tables import result_tables
    from rules.catalogue import CATALOGUE
    from schemas.grid import Book

    (source,) = task.sources
    finding = Fault("unreadable-file", "crashed", {"detail": "the worker ended"}).finding()
    tables, _ = normalise([Book(source.name, "", "")], [[]], task.pack)
    outcome = conclude(tables, [], [finding], task.pack)
    (task.reports / report_name(source.name)).unlink(missing_ok=True)  # of what the file was before
    _write_part(task.parts / task.part, result_tables(outcome, CATALOGUE))
    return Done(task.part, 1, {w.verdict.value: 1 for w in outcome.workbooks})


def _renew_reports(task: Task, outcome: Outcome) -> None:
    """Write the reports of a chunk and take away those of an earlier run: they tell of other bytes or rules."""
    from schemas.terms import Verdict

    wanted = [
        workbook
        for workbook in outcome.workbooks
        if task.which_reports == "all"
        or (task.which_reports == "discrepant" and workbook.verdict is not Verdict.CONSISTENT)
    ]
    written = written_reports(task.reports)
    if written:
        now = {w.file for w in wanted}
        for file in (w.file for w in outcome.workbooks if w.file not in now):
            if (name := report_name(file)) in written:
                (task.reports / name).unlink(missing_ok=True)
    if wanted:
        _write_reports(task, outcome, wanted)


def written_reports(folder: Path) -> frozenset[str]:
    """Return the names of the reports in a folder."""
    try:
        with os.scandir(folder) as entries:
            return frozenset(e.name for e in entries if e.name.endswith(".html") and e.name[0] != ".")
    except FileNotFoundError:
        return frozenset()


def _write_reports(task: Task, outcome: Outcome, wanted: Sequence[WorkbookOutcome]) -> None:
    from reports.formats import format_named
    from reports.options import Options
    from rules.catalogue import CATALOGUE

    html = format_named("html")
    for workbook in wanted:
        file = task.reports / report_name(workbook.file)
        options = Options(lang=task.lang, sources={workbook.index: Path(workbook.file)})
        temporary = file.with_name(f".{file.name}.{os.getpid()}")
        file.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as out:
            html.write(replace(outcome, workbooks=[workbook]), CATALOGUE, options, out)
        temporary.replace(file)


def report_name(file: str) -> str:
    """Return the name of a workbook's report: its own name and a digest of its path, so that none collide."""
    digest = hashlib.sha256(file.encode()).hexdigest()[:12]
    return f"{Path(file).stem[:60]}-{digest}.html"


def _write_part(folder: Path, tables: dict[str, pa.Table]) -> None:
    """Write the tables of a part as Arrow files into a folder that takes its name when it is whole."""
    import pyarrow as pa

    temporary = folder.with_name(f".{folder.name}.{os.getpid()}")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    try:
        for name, table in tables.items():
            with (
                pa.OSFile(str(temporary / f"{name}.arrow"), "wb") as out,
                pa.ipc.new_file(out, table.schema) as writer,
            ):
                writer.write_table(table)
        shutil.rmtree(folder, ignore_errors=True)
        temporary.replace(folder)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
