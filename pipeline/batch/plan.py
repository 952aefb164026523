"""What a batch has to do: every input with its hash, what has not changed since, and chunks of the rest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.read import Source

CHUNK = 64
"""Workbooks a chunk: enough to share the cost of the stages, few enough to keep memory flat."""

MISSING = "missing"
"""Stands for the hash of a file that cannot be read; it never counts as unchanged."""


@dataclass(frozen=True, slots=True)
class Plan:
    """files: every input in the order of the results. todo: those to judge. kept: those that have not changed."""

    files: tuple[str, ...]
    todo: tuple[Source, ...]
    kept: frozenset[str]
    hashes: Mapping[str, str]

    def chunks(self, size: int = CHUNK) -> Iterator[tuple[Source, ...]]:
        """Yield the work in order, so that the rows of a part stand in the order of the results."""
        for start in range(0, len(self.todo), size):
            yield self.todo[start : start + size]


def make_plan(sources: Sequence[Source], done: Mapping[str, str]) -> Plan:
    """Sort the sources by name and leave out those whose hash equals the one they were judged with.

    done: file → SHA-256 under the same rules and version. A file named twice counts once.
    """
    by_name = {source.name: _anywhere(source) for source in sources}
    files = tuple(sorted(by_name))
    hashes = {name: digest(by_name[name]) for name in files}
    kept = frozenset(n for n in files if hashes[n] != MISSING and done.get(n) == hashes[n])
    return Plan(files, tuple(by_name[n] for n in files if n not in kept), kept, hashes)


def _anywhere(source: Source) -> Source:
    """Make the path hold wherever the worker stands; the name stays as the user gave it."""
    return source if source.path is None else replace(source, path=source.path.resolve())


def digest(source: Source) -> str:
    """Return the SHA-256 of a source's bytes; MISSING where they cannot be read (reading will say why)."""
    if source.data is not None:
        return hashlib.sha256(source.data).hexdigest()
    try:
        if source.url is not None:
            return _remote_digest(source.url)
        with Path(source.path or source.name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return MISSING


def _remote_digest(url: str) -> str:
    import fsspec

    digest = hashlib.sha256()
    try:
        with fsspec.open(url, "rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except Exception:
        return MISSING
    return digest.hexdigest()
