"""Chunks: the work in order, never too many workbooks nor too many bytes at a time."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.batch import plan
from pipeline.batch.plan import CHUNK, CHUNK_BYTES, Plan, make_plan
from pipeline.read import Source


def _plan(sizes: list[int]) -> Plan:
    names = [f"{n:06d}" for n in range(len(sizes))]
    return Plan(
        tuple(names), tuple(Source(n) for n in names), frozenset(), dict(zip(names, sizes, strict=True))
    )


@pytest.mark.parametrize(
    ("count", "jobs", "largest"),
    [(0, 1, 0), (5, 1, 5), (100, 1, 64), (300, 2, 75), (1000, 2, 250), (9000, 2, CHUNK)],
)
def test_each_worker_gets_several_chunks_and_none_is_too_long(count: int, jobs: int, largest: int) -> None:
    made = _plan([1] * count)
    chunks = list(made.chunks(jobs))
    assert [s for chunk in chunks for s in chunk] == list(made.todo)
    assert max(map(len, chunks), default=0) == largest


def test_large_workbooks_share_a_chunk_with_few() -> None:
    made = _plan([CHUNK_BYTES * 2, CHUNK_BYTES // 2, CHUNK_BYTES // 2, 1, 1])
    assert [len(chunk) for chunk in made.chunks(1)] == [1, 2, 2]


def test_sizes_and_hashes_are_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    sources = [Source("a", tmp_path / "a"), Source("b", data=b"12"), Source("c", tmp_path / "none")]
    made = make_plan(sources, {"c": ""})
    assert made.sizes == {"a": 5, "b": 2, "c": 0}
    assert not made.kept
    assert make_plan(sources, {"b": sha256(b"12").hexdigest()}).kept == {"b"}


def test_what_was_never_judged_is_not_read_before_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook behind a URL would be fetched twice."""
    asked: list[str] = []
    monkeypatch.setattr(plan, "digest", lambda source: asked.append(source.name))
    sources = [Source("https://h.example/a.xlsx", url="https://h.example/a.xlsx"), Source("b", data=b"12")]
    assert make_plan(sources, {"b": "other"}).todo == tuple(sorted(sources, key=lambda s: s.name))
    assert asked == ["b"]


def test_names_that_are_no_utf8_are_kept_apart(tmp_path: Path) -> None:
    odd, plain = os.fsdecode(b"bad\xff.xlsx"), "bad\\xff.xlsx"
    (tmp_path / "odd").write_bytes(b"1")
    (tmp_path / "plain").write_bytes(b"2")
    made = make_plan([Source(odd, tmp_path / "odd"), Source(plain, tmp_path / "plain")], {})
    assert {s.name: s.path for s in made.todo} == {
        "bad\\xff.xlsx": tmp_path / "plain",
        "bad\\xff.xlsx'": tmp_path / "odd",
    }
    again = make_plan([Source(odd, tmp_path / "odd")], {"bad\\xff.xlsx": sha256(b"1").hexdigest()})
    assert again.kept == {"bad\\xff.xlsx"}
    assert not again.todo
