"""Driving tasks: a worker's death costs a retry, a poison file costs itself, an error is raised."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch import drive as driving
from pipeline.batch.drive import drive
from pipeline.batch.engine import EngineError
from pipeline.batch.task import Done, Task, give_up, report_name
from pipeline.read import Limits, Source
from rules.loading import load_pack
from schemas.rules import RulePack


class _Fragile(Executor):
    """Runs a task when it is submitted; a task with the poison file breaks it for good, as a dead worker does."""

    def __init__(self, poison: str) -> None:
        self.poison = poison
        self.broken = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if not args:
            future.set_result(fn())
            return future
        task: Task = args[0]
        self.broken = self.broken or any(s.name == self.poison for s in task.sources)
        if self.broken:
            future.set_exception(BrokenExecutor("died"))
        else:
            try:
                future.set_result(fn(*args, **kwargs))
            except ValueError as error:
                future.set_exception(error)
        return future


def _tasks(*chunks: tuple[str, ...]) -> list[Task]:
    return [
        Task(f"part-{n}", tuple(Source(name) for name in chunk), RulePack(), Limits(), Path(), Path())
        for n, chunk in enumerate(chunks)
    ]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []

    def judge(task: Task) -> Done:
        if any(s.name == "wrong" for s in task.sources):
            raise ValueError("wrong")
        names.extend(s.name for s in task.sources)
        return Done(task.part, len(task.sources), {})

    monkeypatch.setattr(driving, "judge_chunk", judge)
    return names


def _opener(poison: str, opened: list[int]) -> Callable[[], contextlib.AbstractContextManager[Executor]]:
    @contextlib.contextmanager
    def opener() -> Iterator[Executor]:
        opened.append(1)
        yield _Fragile(poison)

    return opener


def test_all_is_judged_once_when_nothing_dies(judged: list[str]) -> None:
    opened: list[int] = []
    done = list(drive(_tasks(("a", "b"), ("c",)), _opener("-", opened), 2))
    assert sorted(d.part for d in done if isinstance(d, Done)) == ["part-0", "part-1"]
    assert judged == ["a", "b", "c"]
    assert len(opened) == 1


def test_a_poison_file_is_given_up_alone_and_the_others_are_judged_once(judged: list[str]) -> None:
    opened: list[int] = []
    ended = list(drive(_tasks(("a", "poison", "b"), ("c", "d"), ("e",)), _opener("poison", opened), 2))
    given_up = [e for e in ended if isinstance(e, Task)]
    assert [[s.name for s in t.sources] for t in given_up] == [["poison"]]
    assert sorted(judged) == ["a", "b", "c", "d", "e"]
    assert len(opened) <= 4


def test_parts_of_a_cut_chunk_sort_where_the_chunk_stood(judged: list[str]) -> None:
    ended = list(drive(_tasks(("a", "poison", "b"), ("c",)), _opener("poison", []), 1))
    parts = sorted(e.part for e in ended)
    assert parts == ["part-0.0000", "part-0.0001", "part-0.0002", "part-1"]


def test_an_error_of_a_task_is_raised(judged: list[str]) -> None:
    with pytest.raises(ValueError, match="wrong"):
        list(drive(_tasks(("a",), ("wrong",)), _opener("-", []), 1))


def test_workers_that_never_start_are_not_blamed_on_files(judged: list[str]) -> None:
    @contextlib.contextmanager
    def opener() -> Iterator[Executor]:
        executor = _Fragile("-")
        executor.submit = lambda *_, **__: _died()  # type: ignore[method-assign]
        yield executor

    def _died() -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(BrokenExecutor("no start"))
        return future

    with pytest.raises(EngineError, match="no worker starts"):
        list(drive(_tasks(("a",)), opener, 1))


def test_a_workbook_given_up_keeps_no_report_of_what_it_was_before(tmp_path: Path) -> None:
    parts, reports = tmp_path / "parts", tmp_path / "reports"
    reports.mkdir()
    stale, other = (reports / report_name(name) for name in ("bad.xlsx", "good.xlsx"))
    stale.write_text("before", encoding="utf-8")
    other.write_text("still true", encoding="utf-8")
    done = give_up(Task("part-0", (Source("bad.xlsx"),), load_pack(), Limits(), parts, reports))
    assert done.verdicts == {"unreadable": 1}
    assert (stale.exists(), other.exists()) == (False, True)
