"""Chunks: the work in order, never too many workbooks nor too many bytes at a time."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.batch.plan import CHUNK, CHUNK_BYTES, Plan, make_plan
from pipeline.read import Source


def _plan(sizes: list[int]) -> Plan:
    names = [f"{n:06d}" for n in range(len(sizes))]
    return Plan(
        tuple(names), tuple(Source(n) for n in names), frozenset(), dict(zip(names, sizes, strict=True))
    )


@pytest.mark.parametrize(
    ("count", "jobs", "largest"),
    [(0, 1, 0), (5, 1, 5), (100, 1, 25), (100, 2, 16), (2000, 2, 250), (9000, 2, CHUNK)],
)
def test_each_worker_gets_several_chunks_and_none_is_too_long(count: int, jobs: int, largest: int) -> None:
    plan = _plan([1] * count)
    chunks = list(plan.chunks(jobs))
    assert [s for chunk in chunks for s in chunk] == list(plan.todo)
    assert max(map(len, chunks), default=0) == largest


def test_large_workbooks_share_a_chunk_with_few() -> None:
    plan = _plan([CHUNK_BYTES * 2, CHUNK_BYTES // 2, CHUNK_BYTES // 2, 1, 1])
    assert [len(chunk) for chunk in plan.chunks(1)] == [1, 2, 2]


def test_sizes_and_hashes_are_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    sources = [Source("a", tmp_path / "a"), Source("b", data=b"12"), Source("c", tmp_path / "none")]
    plan = make_plan(sources, {"c": "missing"})
    assert plan.sizes == {"a": 5, "b": 2, "c": 0}
    assert not plan.kept
    assert make_plan(sources, {"b": sha256(b"12").hexdigest()}).kept == {"b"}
