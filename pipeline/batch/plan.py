"""What a batch has to do: every input with its hash, what has not changed since, and chunks of the rest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.read import Source

CHUNK = 256
"""Workbooks a chunk at most: enough to share the cost of the stages, few enough to keep memory flat."""

CHUNK_BYTES = 16 << 20
"""Bytes of files a chunk, beyond its first: large workbooks share a chunk with few others."""

ROUNDS = 4
"""Chunks each worker gets at least, where there are enough workbooks: none waits long for the last."""

MISSING = "missing"
"""Stands for the hash of a file that cannot be read; it never counts as unchanged."""


@dataclass(frozen=True, slots=True)
class Plan:
    """files: every input in the order of the results. todo: those to judge. kept: those that have not changed."""

    files: tuple[str, ...]
    todo: tuple[Source, ...]
    kept: frozenset[str]
    sizes: Mapping[str, int]

    def chunks(self, jobs: int = 1) -> Iterator[tuple[Source, ...]]:
        """Yield the work in order, so that the rows of a part stand in the order of the results."""
        most = min(CHUNK, max(CHUNK // 16, -(-len(self.todo) // (ROUNDS * jobs))))
        chunk: list[Source] = []
        held = 0
        for source in self.todo:
            size = self.sizes[source.name]
            if chunk and (len(chunk) == most or held + size > CHUNK_BYTES):
                yield tuple(chunk)
                chunk, held = [], 0
            chunk.append(source)
            held += size
        if chunk:
            yield tuple(chunk)


def make_plan(sources: Sequence[Source], done: Mapping[str, str]) -> Plan:
    """Sort the sources by name and leave out those whose hash equals the one they were judged with.

    done: file → SHA-256 under the same rules and version. A file named twice counts once.
    """
    by_name = {source.name: _anywhere(source) for source in sources}
    files = tuple(sorted(by_name))
    contents = {name: content(by_name[name]) for name in files}
    kept = frozenset(n for n, (sha, _) in contents.items() if sha != MISSING and done.get(n) == sha)
    todo = tuple(by_name[name] for name in files if name not in kept)
    return Plan(files, todo, kept, {name: size for name, (_, size) in contents.items()})


def _anywhere(source: Source) -> Source:
    """Make the path hold wherever the worker stands; the name stays as the user gave it."""
    return source if source.path is None else replace(source, path=source.path.resolve())


def content(source: Source) -> tuple[str, int]:
    """Return (SHA-256, number) of a source's bytes; MISSING where they cannot be read (reading will say why)."""
    if source.data is not None:
        return hashlib.sha256(source.data).hexdigest(), len(source.data)
    try:
        if source.url is not None:
            return _remote(source.url)
        with Path(source.path or source.name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
    except OSError:
        return MISSING, 0


def _remote(url: str) -> tuple[str, int]:
    import fsspec

    digest = hashlib.sha256()
    size = 0
    try:
        with fsspec.open(url, "rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
                size += len(block)
    except Exception:
        return MISSING, 0
    return digest.hexdigest(), size
