"""What a batch has to do: every input with its hash, what has not changed since, and chunks of the rest."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.read import Source

CHUNK = 256
"""Workbooks a chunk at most: enough to share the cost of the stages, few enough to keep memory flat."""

CHUNK_BYTES = 16 << 20
"""Bytes of files a chunk, beyond its first: large workbooks share a chunk with few others."""

LEAST = 64
ROUNDS = 2
"""Chunks each worker gets at least, where there are enough workbooks for chunks of LEAST: none waits long for
the last, and a chunk still shares the cost of the stages among many."""

REMOTE_BYTES = 1 << 18
"""Taken for the size of what is behind a URL, which nobody asks before it is fetched."""


@dataclass(frozen=True, slots=True)
class Plan:
    """files: every input in the order of the results. todo: those to judge. kept: those that have not changed.

    sizes: bytes of those to judge.
    """

    files: tuple[str, ...]
    todo: tuple[Source, ...]
    kept: frozenset[str]
    sizes: Mapping[str, int]

    def chunks(self, jobs: int = 1) -> Iterator[tuple[Source, ...]]:
        """Yield the work in order, so that the rows of a part stand in the order of the results."""
        most = min(CHUNK, max(LEAST, -(-len(self.todo) // (ROUNDS * jobs))))
        chunk: list[Source] = []
        held = 0
        for source in self.todo:
            more = self.sizes[source.name]
            if chunk and (len(chunk) == most or held + more > CHUNK_BYTES):
                yield tuple(chunk)
                chunk, held = [], 0
            chunk.append(source)
            held += more
        if chunk:
            yield tuple(chunk)


def make_plan(sources: Sequence[Source], done: Mapping[str, str]) -> Plan:
    """Sort the sources by name and leave out those whose hash equals the one they were judged with.

    done: file → SHA-256 under the same rules and version. A file named twice counts once. What was never judged
    is not read here: a file behind a URL is fetched once.
    """
    by_name = _named(sources)
    files = tuple(sorted(by_name))
    kept = frozenset(n for n in files if n in done and digest(by_name[n]) == done[n])
    todo = tuple(by_name[name] for name in files if name not in kept)
    return Plan(files, todo, kept, {source.name: size(source) for source in todo})


def _named(sources: Sequence[Source]) -> dict[str, Source]:
    """Return the sources by names that tables can hold.

    A name that is no UTF-8 is written with its odd bytes as \\xff; it never takes the place of another's.
    """
    named = {s.name: _anywhere(s) for s in sources if _is_text(s.name)}
    for source in sources:
        if not _is_text(source.name):
            name = os.fsencode(source.name).decode("utf-8", "backslashreplace")
            while name in named:
                name += "'"
            named[name] = replace(_anywhere(source), name=name)
    return named


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _anywhere(source: Source) -> Source:
    """Make the path hold wherever the worker stands; the name stays as the user gave it."""
    return source if source.path is None else replace(source, path=source.path.absolute())


def size(source: Source) -> int:
    """Return how many bytes a source has; 0 where they cannot be had (reading will say why)."""
    if source.data is not None:
        return len(source.data)
    if source.path is None:
        return REMOTE_BYTES if source.url is not None else 0
    try:
        return source.path.stat().st_size
    except (OSError, ValueError):
        return 0


def digest(source: Source) -> str | None:
    """Return the SHA-256 of a source's bytes; None where they cannot be read."""
    if source.data is not None:
        return hashlib.sha256(source.data).hexdigest()
    try:
        if source.url is not None:
            return _remote_digest(source.url)
        with Path(source.path or source.name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def _remote_digest(url: str) -> str | None:
    import fsspec

    digest = hashlib.sha256()
    try:
        with fsspec.open(url, "rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except Exception:
        return None
    return digest.hexdigest()
