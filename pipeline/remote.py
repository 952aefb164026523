"""Workbooks behind a URL, through fsspec: s3://, https:// and whatever else is installed for it."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from pipeline.read import Source


class RemoteError(Exception):
    """A URL that cannot be followed: its extra is not installed, or nothing answers there."""


def remote_sources(url: str, suffixes: Iterable[str]) -> list[Source]:
    """Return a source for a URL, or one for every workbook below it where it ends in / or has a glob.

    Nothing is fetched here but listings: each worker fetches what it reads. RemoteError where a listing
    cannot be had or has no workbook.
    """
    if not url.endswith("/") and not glob.has_magic(url.partition("://")[2]):
        return [Source(name=url, url=url)]
    system, path = _system(url)
    try:
        found = system.glob(path) if glob.has_magic(path) else system.find(path)
    except Exception as error:
        raise RemoteError(f"{url}: {' '.join(str(error).split()) or type(error).__name__}") from None
    wanted = {s.lower() for s in suffixes}
    names = sorted(name for name in map(str, found) if _is_wanted(name, wanted))
    if not names:
        raise RemoteError(f"no workbook below {url}")
    return [Source(name=full, url=full) for full in (system.unstrip_protocol(name) for name in names)]


def _is_wanted(name: str, suffixes: set[str]) -> bool:
    """Return whether a listed name is a workbook's and no lock's; a web server writes its $ as %24."""
    file = PurePosixPath(unquote(name))
    return file.suffix.lower() in suffixes and not file.name.startswith("~$")


def _system(url: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise RemoteError(f"{url}: remote files need their extra: pip install 'sobthan[remote]'") from None
    try:
        system, path = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise RemoteError(f"{url}: {error}") from None
    return system, path
