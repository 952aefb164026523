"""Every format of `validate` on one page: its name, its writer, imported when first used."""

from __future__ import annotations

from importlib import import_module
from typing import BinaryIO

from reports.formats import Format, Writer
from reports.options import Options
from schemas.catalogue import Catalogue
from schemas.outcome import Outcome


def _writer(module: str) -> Writer:
    def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
        import_module(f"reports.gate.{module}").write(outcome, catalogue, options, out)

    return write


GATE_FORMATS: tuple[Format, ...] = (
    Format("text", ".txt", _writer("text"), text=True),
    Format("json", ".json", _writer("document"), text=True),
    Format("junit", ".xml", _writer("junit"), text=True),
    Format("sarif", ".sarif", _writer("sarif"), text=True),
    Format("github", ".txt", _writer("github"), text=True),
    Format("gitlab", ".json", _writer("gitlab"), text=True),
)

SUMMARY = Format("summary", ".md", _writer("summary"), text=True)
"""The step summary in Markdown, written beside any of them."""
