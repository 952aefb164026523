"""Frames between the server and its judging processes: a JSON head and named blocks of bytes. Never pickle:
a process that read a hostile file is not trusted with more than bytes."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any, BinaryIO, NamedTuple, Protocol

_LENGTH = struct.Struct("<Q")
MOST_HEAD = 1 << 20
MOST_BLOCK = 1 << 31


class Message(NamedTuple):
    """head: small JSON values. blocks: bytes by name."""

    head: Mapping[str, Any]
    blocks: Mapping[str, bytes]


class WireError(Exception):
    """What came is no message: the other side broke off, or says something impossible."""


class AsyncReader(Protocol):
    async def readexactly(self, n: int, /) -> bytes: ...


def packed(message: Message) -> bytes:
    """Return a message as bytes."""
    sizes = {name: len(block) for name, block in message.blocks.items()}
    head = json.dumps({"head": message.head, "blocks": sizes}).encode("ascii")
    return b"".join([_LENGTH.pack(len(head)), head, *message.blocks.values()])


def read(source: BinaryIO) -> Message | None:
    """Return the next message, None at the end of the stream; WireError where it breaks off."""
    start = source.read(_LENGTH.size)
    if not start:
        return None
    head, sizes = _head(_exactly(source, _head_length(start)))
    return Message(head, {name: _exactly(source, size) for name, size in sizes.items()})


async def read_async(source: AsyncReader) -> Message:
    """Return the next message; WireError where it breaks off (also at the end of the stream)."""
    try:
        start = await source.readexactly(_LENGTH.size)
        head, sizes = _head(await source.readexactly(_head_length(start)))
        return Message(head, {name: await source.readexactly(size) for name, size in sizes.items()})
    except EOFError as error:
        raise WireError("broken off") from error


def _head_length(start: bytes) -> int:
    if len(start) != _LENGTH.size:
        raise WireError("broken off")
    length: int = _LENGTH.unpack(start)[0]
    if length > MOST_HEAD:
        raise WireError("head too long")
    return length


def _head(raw: bytes) -> tuple[dict[str, Any], dict[str, int]]:
    try:
        members = json.loads(raw)
        head, sizes = dict(members["head"]), {str(k): int(v) for k, v in members["blocks"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise WireError("no message") from None
    if any(not 0 <= size <= MOST_BLOCK for size in sizes.values()):
        raise WireError("block too long")
    return head, sizes


def _exactly(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) != size:
        raise WireError("broken off")
    return data
