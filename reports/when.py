"""Moments as a reader sees them: Thai clock time, the Buddhist year in Thai."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from schemas.catalogue import Catalogue
from schemas.words import fill

THAILAND = timezone(timedelta(hours=7))
BUDDHIST_ERA = 543


def moment(at: str, catalogue: Catalogue, lang: str) -> str:
    """Return a moment of the record (UTC, 2026-11-22T03:04:05Z) as Thai clock time; other text as it stands."""
    return _shown(at, catalogue, lang, "date.moment")


def day(at: str, catalogue: Catalogue, lang: str) -> str:
    """Return the day alone."""
    return _shown(at, catalogue, lang, "date.day")


def _shown(at: str, catalogue: Catalogue, lang: str, key: str) -> str:
    try:
        local = datetime.strptime(at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).astimezone(THAILAND)
    except ValueError:
        return at
    month = catalogue.words[f"date.month.{local.month}"]
    time = local.strftime("%H:%M")
    th = fill(
        catalogue.words[key],
        {"day": local.day, "month": month, "year": local.year + BUDDHIST_ERA, "time": time.replace(":", ".")},
    )
    en = fill(catalogue.words[key], {"day": local.day, "month": month, "year": local.year, "time": time})
    return th.th if lang == "th" else en.en
