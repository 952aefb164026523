"""What a writer may be told beside the outcome."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reports.gate.baseline import Baseline
from schemas.finding import Severity


@dataclass(frozen=True, slots=True)
class Options:
    """lang: 'th' or 'en', the language a reader meets first. made: the date printed on the report.

    width, color, encoding: of the terminal or file a text report goes to.
    sources: bytes or path of an input by workbook index, where the path in the outcome is not to be opened.
    annotate_lossy: write the annotated copy even where parts of the original would be lost.
    table: which tidy table a writer of single tables gives.
    root: the folder from which a gate tells paths. fail_on: the lowest severity that fails a gate, None for
    never. baseline: the earlier run that a gate is held against.
    """

    lang: str = "th"
    made: dt.date = field(default_factory=dt.date.today)
    width: int = 80
    color: bool = False
    encoding: str = "utf-8"
    sources: Mapping[int, Path | bytes] = field(default_factory=dict)
    annotate_lossy: bool = False
    table: str = "scores"
    root: Path | None = None
    fail_on: Severity | None = Severity.ERROR
    baseline: Baseline | None = None

    @property
    def unicode(self) -> bool:
        """Say whether the encoding holds every mark; if not, a text report keeps to ASCII besides Thai."""
        return self.encoding.lower().replace("-", "").replace("_", "") in ("utf8", "utf8sig", "utf16")
