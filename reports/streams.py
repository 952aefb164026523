"""From pieces of text to bytes: in blocks, so that a large document is never held whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

BLOCK = 1_000


def write_pieces(pieces: Iterable[str], out: BinaryIO, encoding: str = "utf-8") -> None:
    """Write all pieces, encoded, a block at a time; a file name that is no text does not end the run."""
    block: list[str] = []
    for piece in pieces:
        block.append(piece)
        if len(block) >= BLOCK:
            out.write("".join(block).encode(encoding, errors="replace"))
            block.clear()
    out.write("".join(block).encode(encoding, errors="replace"))
