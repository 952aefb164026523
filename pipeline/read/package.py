"""The zip of a workbook, opened with bounds: nothing is unpacked before its size is known to be allowed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from functools import lru_cache

from pipeline.read.refusal import detail, unreadable, unsafe
from pipeline.read.source import MIB, Limits
from pipeline.read.xmltext import plain

RATIO_FROM = MIB
"""Compression is judged from this many unpacked bytes on; small parts harm nobody."""

SMALL = 1 << 16
"""Parts up to this size are unpacked once for all workbooks that hold the same bytes: what a program writes beside
the cells is the same in each."""

_WIDE_XML = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")


class Package:
    """The members of one zipped workbook, unpacked one at a time, each at most to its declared size."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Open the zip's directory.

        Refused: `unreadable-file` where it is damaged or cut off, `unsafe-file` where it passes a limit.
        """
        self._data = data
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                infos = archive.infolist()
        except Exception as error:
            if b"PK\x05\x06" not in data[-66_000:]:
                raise unreadable("zip-cut-off") from None
            raise unreadable("zip-damaged", detail=detail(error)) from None
        if len(infos) > limits.parts:
            raise unsafe("parts", found=len(infos), limit=limits.parts)
        self.members = {info.filename: info for info in infos}
        self._folded = {name.lower(): name for name in self.members}
        if len(self._folded) < len(infos):
            raise unsafe("part-twice")
        self._seen: set[str] = set()
        self._refuse_bombs(infos, limits)

    def _refuse_bombs(self, infos: list[zipfile.ZipInfo], limits: Limits) -> None:
        unzipped = sum(info.file_size for info in infos)
        if unzipped > limits.unzipped_mb * MIB:
            raise unsafe("unzipped", found=unzipped // MIB, limit=limits.unzipped_mb)
        for info in infos:
            if info.file_size > RATIO_FROM and info.file_size > limits.ratio * max(1, info.compress_size):
                ratio = info.file_size // max(1, info.compress_size)
                raise unsafe("ratio", part=info.filename, found=ratio, limit=limits.ratio)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._folded

    def names(self, prefix: str = "", suffix: str = "") -> list[str]:
        """Return the members' names in the zip's order, by lower-case prefix and suffix."""
        return [
            name
            for folded, name in self._folded.items()
            if folded.startswith(prefix) and folded.endswith(suffix)
        ]

    def bytes_of(self, name: str) -> bytes:
        """Return one member unpacked; b'' where there is none.

        Refused: `unsafe-file` where it unpacks to more than it declares, `unreadable-file` where damaged.
        """
        key = self._folded.get(name.lower())
        if key is None:
            return b""
        info = self.members[key]
        if info.flag_bits & 1:
            raise unreadable("zip-damaged", detail=f"{key}: encrypted member")
        try:
            mark, name_length, extra_length = struct.unpack_from("<4s22xHH", self._data, info.header_offset)
        except struct.error:
            raise unreadable("zip-cut-off") from None
        start = info.header_offset + 30 + name_length + extra_length
        packed = memoryview(self._data)[start : start + info.compress_size]
        if mark != b"PK\x03\x04" or len(packed) != info.compress_size:
            raise unreadable("zip-cut-off")
        small = info.compress_size <= SMALL and info.file_size <= SMALL
        unpacked = _small_unpacked if small else _unpacked
        return unpacked(bytes(packed), key, info.compress_type, info.file_size, info.CRC)

    def xml_of(self, name: str) -> bytes:
        """Return one XML member as `plain` leaves it; b'' where there is none.

        Refused besides: `unsafe-file` where it declares a document type or entities; `unreadable-file` where
        it is written in UTF-16, which the parser takes for a part without content and would skip in silence.
        """
        self._seen.add(name.lower())
        raw = self.bytes_of(name)
        return _small_plain(raw, name) if len(raw) <= SMALL else _plain(raw, name)

    def refuse_tricks(self) -> None:
        """Unpack every XML part that nobody has looked at yet, so that one that plays tricks is refused."""
        for folded, name in self._folded.items():
            if folded not in self._seen and folded.endswith((".xml", ".rels", ".vml")):
                self.xml_of(name)


def _unpacked(packed: bytes, name: str, method: int, size: int, checksum: int) -> bytes:
    """Return a member's bytes as its directory entry promises them, or refuse the workbook."""
    if method == zipfile.ZIP_STORED:
        raw = packed
    elif method != zipfile.ZIP_DEFLATED:
        raise unreadable("zip-damaged", detail=f"{name}: compression {method}")
    else:
        try:
            raw = zlib.decompressobj(-15).decompress(packed, size + 1)
        except zlib.error as error:
            raise unreadable("zip-damaged", detail=f"{name}: {detail(error)}") from None
        if len(raw) > size:
            raise unsafe("size-lie", part=name, limit=size)
    if len(raw) != size or zlib.crc32(raw) != checksum:
        raise unreadable("zip-damaged", detail=f"{name}: CRC")
    return raw


def _plain(raw: bytes, name: str) -> bytes:
    if raw[:2] in _WIDE_XML:
        plain(raw.replace(b"\x00", b""), name)
        raise unreadable("zip-damaged", detail=f"{name}: UTF-16")
    return plain(raw, name)


_small_unpacked = lru_cache(maxsize=64)(_unpacked)
_small_plain = lru_cache(maxsize=64)(_plain)
