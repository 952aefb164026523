"""From an actual result to a score: linear interpolation between the levels, or the level reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from schemas.rules import RulePack, Scoring
from schemas.tables import Tables

LEVELS = 5
WHOLE_YEAR = "12"
"""The round whose thresholds hold where a table does not say which round it is."""


def score_of(result: Fraction, levels: Mapping[int, Fraction], scoring: Scoring) -> Fraction | None:
    """Return the exact score of a result between thresholds of levels 1 to 5; None where they do not rise or fall.

    score = level + (result - its threshold) / (next threshold - its threshold), capped at the highest level;
    by steps, the level reached. Falling thresholds mean that less is better.
    """
    known = sorted(levels)
    values = [levels[level] for level in known]
    if len(known) < 2:
        return None
    sign = 1 if values[-1] > values[0] else -1
    if any((b - a) * sign <= 0 for a, b in pairwise(values)):
        return None
    reached = sum((result - value) * sign >= 0 for value in values)
    if reached == len(known):
        return Fraction(known[-1])
    if reached == 0:
        return _below(result, known, values, scoring)
    low, high = reached - 1, reached
    if scoring.method != "interpolated":
        return Fraction(known[low])
    share = (result - values[low]) / (values[high] - values[low])
    return known[low] + share * (known[high] - known[low])


def _below(result: Fraction, known: list[int], values: list[Fraction], scoring: Scoring) -> Fraction:
    """Return the score below the lowest threshold, by policy."""
    if scoring.below_level_1 == "one":
        return Fraction(1)
    if scoring.below_level_1 == "extend" and scoring.method == "interpolated":
        slope = (known[1] - known[0]) / (values[1] - values[0])
        return max(Fraction(0), known[0] + (result - values[0]) * slope)
    return Fraction(0)


def scores_from_results(tables: Tables, pack: RulePack) -> dict[tuple[int, int, int, int], Fraction]:
    """Return the exact score of every (workbook, table, indicator, unit) that shows a result and thresholds."""
    if len(tables.results) == 0:
        return {}
    thresholds = _thresholds(tables)
    numbers = _numbers(tables)
    rounds = {(i.workbook, i.table): i.round for i in tables.infos}
    scores: dict[tuple[int, int, int, int], Fraction] = {}
    frame = tables.results
    columns = [frame[c].tolist() for c in ("workbook", "table", "indicator", "unit", "value")]
    for workbook, table, indicator, unit, value in zip(*columns, strict=True):
        if not isinstance(value, str):
            continue
        number = numbers.get((workbook, table, indicator), "")
        scoring = pack.scoring.get(number) or pack.scoring.get("*") or Scoring()
        if scoring.thresholds:
            levels: Mapping[int, Fraction] = {n: Fraction(t) for n, t in enumerate(scoring.thresholds, 1)}
        else:
            levels = _of_round(thresholds.get((workbook, table, indicator), {}), rounds[workbook, table])
        score = score_of(Fraction(Decimal(value)), levels, scoring)
        if score is not None:
            scores[workbook, table, indicator, unit] = min(score, Fraction(pack.scale.high))
    return scores


def _numbers(tables: Tables) -> dict[tuple[int, int, int], str]:
    frame = tables.indicators
    columns = [frame[c].tolist() for c in ("workbook", "table", "indicator", "number")]
    return {(w, t, i): n if isinstance(n, str) else "" for w, t, i, n in zip(*columns, strict=True)}


def _thresholds(tables: Tables) -> dict[tuple[int, int, int], dict[str, dict[int, Fraction]]]:
    """Return the numeric thresholds by indicator, then round ('' where none is said), then level."""
    found: dict[tuple[int, int, int], dict[str, dict[int, Fraction]]] = defaultdict(lambda: defaultdict(dict))
    frame = tables.levels
    columns = [frame[c].tolist() for c in ("workbook", "table", "indicator", "round", "level", "threshold")]
    for workbook, table, indicator, name, level, threshold in zip(*columns, strict=True):
        if isinstance(threshold, str):
            rounds = found[workbook, table, indicator]
            rounds[name if isinstance(name, str) else ""][level] = Fraction(Decimal(threshold))
    return found


def _of_round(rounds: Mapping[str, Mapping[int, Fraction]], wanted: str | None) -> Mapping[int, Fraction]:
    """Return the thresholds of the table's round, else of the whole year, else those that name no round."""
    for name in (wanted or WHOLE_YEAR, "", WHOLE_YEAR):
        if name in rounds:
            return rounds[name]
    return next(iter(rounds.values())) if len(rounds) == 1 else {}
