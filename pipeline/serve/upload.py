"""Taking in uploads: counted while they stream, straight to disk, a few at a time, never by a path of theirs."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

RECEIVED_AT_ONCE = 6
"""So many uploads stream in at a time; the others are left unread until one has ended."""

MOST_FILES = 200
MOST_FIELDS = 20
SLOWEST_SECONDS = 600
DRAIN_SECONDS = 20
DRAIN_BYTES = 4 << 30
"""What is refused is read on and thrown away for a while, so that a browser gets the answer and not a reset."""


class TooLargeError(MultiPartException):
    """The request has more bytes than one may have."""


class UploadError(Exception):
    """An upload that cannot be taken. name: too-large, malformed, too-slow."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(slots=True)
class Upload:
    """What came: files as (name the sender gave, where the bytes are), fields by name."""

    files: list[tuple[str, Path]] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)


class Intake:
    """Takes uploads of at most so many bytes a request into a folder of its own."""

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._folder, self.most_bytes = folder, most_bytes
        self._slots = asyncio.Semaphore(RECEIVED_AT_ONCE)

    @asynccontextmanager
    async def receive(self, request: Request) -> AsyncIterator[Upload]:
        """Read a multipart request; its files are gone at the end unless moved. UploadError where it is refused."""
        async with self._slots:
            folder = Path(tempfile.mkdtemp(dir=self._folder))
            try:
                try:
                    async with asyncio.timeout(SLOWEST_SECONDS):
                        upload = await self._parse(request, folder)
                except TimeoutError:
                    raise UploadError("too-slow") from None
                yield upload
            finally:
                await asyncio.to_thread(shutil.rmtree, folder, True)

    @asynccontextmanager
    async def holding(self, data: bytes) -> AsyncIterator[Path]:
        """Hold bytes in a file for a while; gone at the end unless moved."""
        handle, name = tempfile.mkstemp(dir=self._folder)
        file = Path(name)
        try:
            with open(handle, "wb") as out:  # noqa: PTH123 - a descriptor
                await asyncio.to_thread(out.write, data)
            yield file
        finally:
            file.unlink(missing_ok=True)

    async def _parse(self, request: Request, folder: Path) -> Upload:
        stream = request.stream()
        if not request.headers.get("content-type", "").startswith("multipart/form-data"):
            await _drain(stream)
            raise UploadError("malformed")
        if int(request.headers.get("content-length") or 0) > self.most_bytes:
            await _drain(stream)
            raise UploadError("too-large")
        parser = MultiPartParser(
            request.headers, self._counted(stream), max_files=MOST_FILES, max_fields=MOST_FIELDS
        )
        try:
            form = await parser.parse()
        except TooLargeError:
            await _drain(stream)
            raise UploadError("too-large") from None
        except (MultiPartException, KeyError, ValueError):  # KeyError: no boundary in the content type
            await _drain(stream)
            raise UploadError("malformed") from None
        try:
            upload = Upload()
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    if value.filename or value.size:
                        file = folder / str(len(upload.files))
                        await asyncio.to_thread(_copy, value, file)
                        upload.files.append((value.filename or "", file))
                else:
                    upload.fields[name] = value
        finally:
            await form.close()
        return upload

    async def _counted(self, stream: AsyncIterator[bytes]) -> AsyncGenerator[bytes, None]:
        count = 0
        async for chunk in stream:
            count += len(chunk)
            if count > self.most_bytes:
                raise TooLargeError("too large")
            yield chunk


def _copy(upload: UploadFile, file: Path) -> None:
    upload.file.seek(0)
    with file.open("wb") as out:
        shutil.copyfileobj(upload.file, out)


async def _drain(stream: AsyncIterator[bytes]) -> None:
    count = 0
    with suppress(TimeoutError, ClientDisconnect, RuntimeError):
        async with asyncio.timeout(DRAIN_SECONDS):
            async for chunk in stream:
                count += len(chunk)
                if count > DRAIN_BYTES:
                    return
