"""A batch from its inputs to its folder: plan, judge in chunks, merge, index, and the record last of all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.batch.drive import drive
from pipeline.batch.engine import Opener
from pipeline.batch.folder import BatchFolder
from pipeline.batch.merge import Origin, merge
from pipeline.batch.plan import Plan, make_plan
from pipeline.batch.task import Done, Task, give_up, report_name, written_reports
from pipeline.read import Limits, Source
from pipeline.version import VERSION
from schemas.result_tables import TABLE_NAMES
from schemas.rules import RulePack


@dataclass(slots=True)
class Tally:
    """How far a batch has come. total: workbooks in all; kept: unchanged since the last run."""

    total: int
    kept: int
    judged: int = 0
    verdicts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """What a batch is told beside its inputs and rules."""

    limits: Limits
    jobs: int = 1
    reports: str = "discrepant"
    lang: str = "th"
    passwords: tuple[str, ...] = ()


def run_batch(
    sources: Sequence[Source],
    pack: RulePack,
    folder: BatchFolder,
    opener: Opener,
    options: BatchOptions,
    progress: Callable[[Tally], None] = lambda _: None,
) -> Tally:
    """Judge what has changed and leave the four tables whole in the folder; return the final tally.

    Interrupted, it leaves the parts that are done; the next run takes them up. The folder must be locked.
    FolderError, EngineError and OSError (a full disk) leave the last whole result as it was.
    """
    folder.record()  # refuses another version's folder before anything is judged
    lying = _lying_about(folder)
    done = _done(lying, pack)
    plan = make_plan(sources, {file: sha for file, (sha, _) in done.items()})
    home = {file: done[file][1] for file in plan.kept}
    tally = Tally(len(plan.files), len(plan.kept))
    progress(tally)
    before = len(lying)
    tasks = [
        Task(f"part-{before + n:08d}", chunk, pack, options.limits, folder.parts.resolve(),
             folder.reports.resolve(), options.reports, options.lang, options.passwords)
        for n, chunk in enumerate(plan.chunks(options.jobs))
    ]  # fmt: skip
    for ended in drive(tasks, opener, options.jobs):
        left = ended if isinstance(ended, Done) else give_up(ended)
        origin = Origin(folder.parts / left.part)
        home.update((file, origin) for file, *_ in origin.files())
        tally.judged += left.workbooks
        for verdict, count in left.verdicts.items():
            tally.verdicts[verdict] = tally.verdicts.get(verdict, 0) + count
        progress(tally)
    if tasks or _differs(folder, plan):
        _finish(plan, home, folder, pack)
    return tally


def _lying_about(folder: BatchFolder) -> list[Origin]:
    """Return what earlier runs left: parts of an interrupted one, newest last, then the last whole result."""
    parts = sorted(p for p in folder.parts.iterdir() if p.is_dir() and not p.name.startswith("."))
    # Parts of an interrupted run keep their rows but give up their names to this run's.
    origins = []
    for part in parts:
        kept = part if part.name.startswith("kept-") else part.with_name(f"kept-{part.name}")
        if kept != part:
            shutil.rmtree(kept, ignore_errors=True)
            part.rename(kept)
        origins.append(Origin(kept))
    if folder.record() is not None:
        origins.insert(0, Origin(folder.root))
    return origins


def _done(origins: Sequence[Origin], pack: RulePack) -> Mapping[str, tuple[str, Origin]]:
    """Return file → (SHA-256, where its rows lie) for what was judged under these rules by this version."""
    done: dict[str, tuple[str, Origin]] = {}
    for origin in origins:
        for file, sha, rules, version in origin.files():
            if rules == pack.sha256 and version == VERSION and sha:
                done[file] = (sha, origin)
    return done


def _differs(folder: BatchFolder, plan: Plan) -> bool:
    """Tell whether the whole result lists other files than this run's: some were taken away."""
    record = folder.record()
    return record is None or record.get("workbooks") != len(plan.files)


def _finish(plan: Plan, home: Mapping[str, Origin], folder: BatchFolder, pack: RulePack) -> None:
    """Merge into a folder beside the result, then move file by file; the record says when it is whole."""
    fresh = folder.parts / ".merged"
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        merge(plan.files, home, fresh)
        (folder.root / "run.json").unlink(missing_ok=True)
        for table in TABLE_NAMES:
            (fresh / f"{table}.parquet").replace(folder.root / f"{table}.parquet")
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    folder.write_record(
        {
            "version": VERSION,
            "rules": pack.name,
            "rules_sha256": pack.sha256,
            "workbooks": len(plan.files),
            "tables": [f"{t}.parquet" for t in TABLE_NAMES],
        }
    )
    for part in folder.parts.iterdir():
        shutil.rmtree(part, ignore_errors=True)
    if written := written_reports(folder.reports):
        for name in written - {report_name(file) for file in plan.files}:  # of workbooks no longer there
            (folder.reports / name).unlink(missing_ok=True)
