"""Frames over a pipe: a length, an index, and that many bytes."""

from __future__ import annotations

import os
import struct

HEADER = struct.Struct("<QI")
PIPE_BYTES = 1 << 20
CHUNK = 1 << 16
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


def write_all(fd: int, data: bytes | bytearray) -> None:
    """Write all bytes to a blocking descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


class FrameReader:
    """The frames of a blocking descriptor, one after another; many small ones take one read."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._ahead = b""

    def next_payload(self) -> bytes | bytearray | None:
        """Return the next frame's bytes; None where the other end closed before it was whole."""
        while len(self._ahead) < HEADER.size:
            more = os.read(self._fd, CHUNK)
            if not more:
                return None
            self._ahead += more
        size = HEADER.unpack_from(self._ahead)[0]
        end = HEADER.size + size
        if len(self._ahead) >= end:
            payload, self._ahead = self._ahead[HEADER.size : end], self._ahead[end:]
            return payload
        buffer = bytearray(size)
        view = memoryview(buffer)
        got = len(self._ahead) - HEADER.size
        view[:got] = self._ahead[HEADER.size :]
        self._ahead = b""
        while got < size:
            count = os.readv(self._fd, [view[got:]])
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
