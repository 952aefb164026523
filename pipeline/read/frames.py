"""Frames over a pipe: a length, an index, and that many bytes."""

from __future__ import annotations

import os
import struct

HEADER = struct.Struct("<QI")
PIPE_BYTES = 1 << 20
_F_SETPIPE_SZ = 1031


def open_pipe() -> tuple[int, int]:
    """Return (read end, write end) of a pipe, wide where the system lets it be."""
    ends = os.pipe()
    try:
        import fcntl

        fcntl.fcntl(ends[1], _F_SETPIPE_SZ, PIPE_BYTES)
    except (ImportError, OSError):
        pass  # a narrow pipe works as well, only slower
    return ends


def framed(index: int, payload: bytes) -> bytes:
    """Return the frame of one answer."""
    return HEADER.pack(len(payload), index) + payload


def write_all(fd: int, data: bytes) -> None:
    """Write all bytes to a blocking descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def read_exactly(fd: int, size: int) -> bytearray | None:
    """Return exactly `size` bytes from a blocking descriptor; None where the other end closed before."""
    buffer = bytearray(size)
    view = memoryview(buffer)
    got = 0
    while got < size:
        count = os.readv(fd, [view[got:]])
        if count == 0:
            return None
        got += count
    return buffer


class Assembler:
    """Bytes as they come in, out as whole frames."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0
        self._wanted = HEADER.size

    def feed(self, data: bytes) -> list[bytes]:
        """Take some bytes; return the frames that are now complete."""
        self._parts.append(data)
        self._size += len(data)
        frames: list[bytes] = []
        while self._size >= self._wanted:
            joined = self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)
            length = HEADER.unpack_from(joined)[0] + HEADER.size
            if len(joined) < length:
                self._parts, self._wanted = [joined], length
                break
            frames.append(joined[:length])
            rest = joined[length:]
            self._parts, self._size = ([rest] if rest else []), len(rest)
            self._wanted = HEADER.size
        return frames
