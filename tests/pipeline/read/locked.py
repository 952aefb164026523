"""Workbooks behind a password: an xlsx by msoffcrypto, an xls by RC4 as [MS-OFFCRYPTO] 2.3.6 describes it."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from hashlib import md5
from pathlib import Path

import olefile
import xlwt
from msoffcrypto.format.ooxml import OOXMLFile

BOF, FILEPASS, BOUNDSHEET, INTERFACE = 0x0809, 0x2F, 0x85, 0xE1
SALT = bytes(range(16))
BLOCK = 1024


def locked_xlsx(data: bytes, password: str) -> bytes:
    """Return an xlsx encrypted as Excel does it today."""
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, out)
    return out.getvalue()


def locked_xls(data: bytes, password: str, folder: Path) -> bytes:
    """Return an xls with its records encrypted, a FILEPASS record after the first."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        stream = ole.openstream("Workbook").read()
    verifier = b"sixteen letters!"
    cipher = rc4(block_key(password, 0), 32)
    proof = bytes(a ^ b for a, b in zip(verifier + md5(verifier).digest(), cipher, strict=True))
    filepass = struct.pack("<HHHHH", FILEPASS, 54, 1, 1, 1) + SALT + proof
    plain = bytearray()
    open_bytes: list[tuple[int, int]] = []
    for kind, body in records(stream):
        start = len(plain)
        if kind == BOUNDSHEET:
            body = struct.pack("<I", struct.unpack_from("<I", body)[0] + len(filepass)) + body[4:]
        plain += struct.pack("<HH", kind, len(body)) + body
        clear = len(body) if kind in (BOF, INTERFACE) else 4 if kind == BOUNDSHEET else 0
        open_bytes.append((start, start + 4 + clear))
        if start == 0:
            open_bytes.append((len(plain), len(plain) + len(filepass)))
            plain += filepass
    blocks = range(0, len(plain), BLOCK)
    keystream = b"".join(rc4(block_key(password, i), BLOCK) for i, _ in enumerate(blocks))
    closed = bytearray(a ^ b for a, b in zip(plain, keystream, strict=False))
    for first, last in open_bytes:
        closed[first:last] = plain[first:last]
    path = folder / "locked.xls"
    xlwt.CompoundDoc.XlsDoc().save(str(path), bytes(closed))
    return path.read_bytes()


def records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == 0 and size == 0:
            return
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def block_key(password: str, block: int) -> bytes:
    first = md5(password.encode("utf-16-le")).digest()[:5]
    second = md5((first + SALT) * 16).digest()[:5]
    return md5(second + struct.pack("<I", block)).digest()


def rc4(key: bytes, size: int) -> bytes:
    """Return the first bytes of RC4's key stream."""
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    stream = bytearray()
    for _ in range(size):
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        stream.append(box[(box[i] + box[j]) % 256])
    return bytes(stream)
