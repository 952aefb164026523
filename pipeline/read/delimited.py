"""Delimited text to rows: every record of the file is one row, every field stays the text it is."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from pipeline.read.refusal import unsafe
from pipeline.read.source import Limits

DELIMITERS = ("\t", ",", ";")
SAMPLE_RECORDS = 200


def split_records(text: str, limits: Limits, hint: str = "") -> tuple[list[list[str]], str]:
    """Return (rows, delimiter): row n is record n of the file, blank records and trailing empty fields kept.

    hint: the delimiter to take where the text holds none. Quoted fields may hold delimiters and line ends;
    where a quote is opened and never closed, quotes are ordinary characters.
    """
    csv.field_size_limit(max(len(text) + 1, 131_072))
    quoted = _quotes_close(text)
    delimiter = _delimiter(text, quoted) or hint or ","
    rows: list[list[str]] = []
    cells = 0
    for fields in _records(text, delimiter, quoted):
        rows.append(fields)
        cells += len(fields)
        if cells > limits.cells:
            raise unsafe("cells", sheet="1", found=cells, limit=limits.cells)
    return rows, delimiter


def _records(text: str, delimiter: str, quoted: bool) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")
    if quoted:
        return csv.reader(lines, delimiter=delimiter)
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _quotes_close(text: str) -> bool:
    """Return whether every opened quote is closed again; a stray one would swallow the rest of the file."""
    if '"' not in text:
        return True
    end = "\x00end"
    *_, last = csv.reader(io.StringIO(f"{text}\n{end}", newline=""), delimiter=_delimiter(text, False) or ",")
    return last == [end]


def _delimiter(text: str, quoted: bool) -> str:
    """Return the delimiter that cuts most records, then most of them alike, then into most fields; '' if none."""
    best, best_score = "", (0.0, 0.0, 0)
    for delimiter in DELIMITERS:
        if delimiter not in text:
            continue
        sample = islice(_records(text, delimiter, quoted), SAMPLE_RECORDS)
        widths = Counter(len(fields) for fields in sample if any(fields))
        seen = sum(widths.values())
        cut = seen - widths.pop(1, 0)
        if cut:
            width, alike = max(widths.items(), key=lambda item: (item[1], item[0]))
            best, best_score = max(
                (best, best_score), (delimiter, (cut / seen, alike / seen, width)), key=_score
            )
    return best


def _score(choice: tuple[str, tuple[float, float, int]]) -> tuple[float, float, int]:
    return choice[1]
