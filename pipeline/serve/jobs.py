"""Workbooks that were dropped on the page: waiting, being judged, judged. Kept in a temporary folder."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from pipeline.serve.pool import JudgingError, Pool, QueueFullError
from pipeline.signoff.judge import bare_name, rules_name
from pipeline.signoff.judgement import Judgement
from schemas.finding import Text

MOST_JOBS = 500
MOST_BYTES = 2 << 30
"""The oldest workbooks judged are let go when more than this is held."""

RESULTS = ("result", "report", "annotated")


@dataclass(slots=True)
class Job:
    """One dropped workbook. state: waiting, judging, done, failed. failure: name of why, with detail.

    folder: named by the random id, never by the file's name.
    """

    id: str
    name: str
    rules: str
    options: Mapping[str, str]
    folder: Path
    size: int
    state: str = "waiting"
    verdict: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    failure: tuple[str, str] | None = None
    refused: Text | None = None

    def read(self, kind: str) -> bytes | None:
        """Return what was made of it (result, report, annotated) or its own data, None where there is none."""
        file = self.folder / kind
        return file.read_bytes() if kind in (*RESULTS, "data") and file.is_file() else None

    def judgement(self) -> Judgement:
        """Return what a round of the record is opened with."""
        data, document = self.read("data"), self.read("result")
        assert data is not None
        assert document is not None
        return Judgement(bare_name(self.name), data, document, rules_name(self.rules), self.options)


class Jobs:
    """All workbooks of this run of the server, newest last."""

    def __init__(self, folder: Path, pool: Pool, limits: Mapping[str, int]) -> None:
        self._folder, self._pool, self._limits = folder, pool, limits
        self._jobs: dict[str, Job] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def __iter__(self) -> Any:
        return iter(list(self._jobs.values()))

    def get(self, identity: str) -> Job | None:
        """Return a job by its id, None where there is none (any more)."""
        return self._jobs.get(identity)

    def ahead_of(self, job: Job) -> int:
        """Return how many wait before it."""
        waiting = [j.id for j in self._jobs.values() if j.state == "waiting"]
        return waiting.index(job.id) if job.id in waiting else 0

    def add(self, name: str, file: Path, rules: str, options: Mapping[str, str], lang: str) -> Job:
        """Take a workbook in, its file with it, and queue it; QueueFullError where too many wait already."""
        identity = token_urlsafe(12)
        folder = self._folder / identity
        folder.mkdir()
        data = file.replace(folder / "data")
        job = Job(identity, bare_name(name), rules, dict(options), folder, data.stat().st_size)
        try:
            answer = self._pool.submit(self.head(job.name, rules, options, lang), data, lambda: _begin(job))
        except QueueFullError:
            shutil.rmtree(folder)
            raise
        self._jobs[identity] = job
        task = asyncio.create_task(self._finish(job, answer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        self._let_go()
        return job

    def head(
        self, name: str, rules: str, options: Mapping[str, str], lang: str, *, papers: bool = True
    ) -> dict[str, Any]:
        """Return what a judging process is told beside the bytes. papers: the report and annotated copy too."""
        return {
            "name": name,
            "rules": rules,
            "options": dict(options),
            "lang": lang,
            "limits": dict(self._limits),
            "papers": papers,
        }

    async def _finish(self, job: Job, answer: asyncio.Future[Any]) -> None:
        try:
            message = await answer
        except JudgingError as error:
            job.failure, job.state = (error.name, error.detail), "failed"
            return
        refused = message.head.get("refused")
        if refused is not None:
            job.refused, job.state = Text(str(refused["en"]), str(refused["th"])), "failed"
            return
        for kind in RESULTS:
            if kind in message.blocks:
                await asyncio.to_thread((job.folder / kind).write_bytes, message.blocks[kind])
        job.verdict, job.counts = str(message.head["verdict"]), message.head["counts"]
        job.state = "done"

    def _let_go(self) -> None:
        ended = [j for j in self._jobs.values() if j.state in ("done", "failed")]
        held = sum(j.size for j in self._jobs.values())
        while ended and (len(self._jobs) > MOST_JOBS or held > MOST_BYTES):
            job = ended.pop(0)
            held -= job.size
            del self._jobs[job.id]
            shutil.rmtree(job.folder, ignore_errors=True)


def _begin(job: Job) -> None:
    job.state = "judging"
