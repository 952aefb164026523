"""What a department evaluated: units, indicators, scores. How it is laid out comes later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from tests.books.figures import figures
from tests.books.names import CRITERIA, DEPARTMENTS, GROUPS, MARKERS, TITLES, unit_codes

NUMBER_STYLES = ("dotted", "plain", "long", "deep", "thai", "named", "none")


@dataclass(frozen=True)
class Score:
    """One score as the department means it: a state, the exact value where scored, the marker as written."""

    state: str
    value: Decimal | None = None
    text: str | None = None


@dataclass(frozen=True)
class Indicator:
    """number is what the sheet shows before the title, None where it shows none."""

    number: str | None
    title: str
    group: int
    weight: Decimal | None = None
    thresholds: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.title if self.number is None else f"{self.number} {self.title}"


@dataclass
class Evaluation:
    """One department's scores: every indicator for every unit."""

    department: str
    year: int
    units: list[str]
    indicators: list[Indicator]
    scores: dict[tuple[int, int], Score]
    """(indicator position, unit position), both 1-based."""
    groups: tuple[str, ...] = ()
    decimals: int = 2
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def weighted(self) -> bool:
        return self.indicators[0].weight is not None

    def column(self, unit: int) -> list[Decimal | None]:
        """Return one unit's scores in order, None where the indicator leaves the base."""
        return [self.scores[i, unit].value for i in range(1, len(self.indicators) + 1)]

    def figures(self, unit: int) -> dict[str, Fraction]:
        """Return one unit's exact figures; empty where a blank, a dash or nothing at all is there."""
        if any(self.scores[i, unit].state in ("blank", "dash") for i in range(1, len(self.indicators) + 1)):
            return {}
        weights = [i.weight for i in self.indicators] if self.weighted else None
        return figures(self.column(unit), weights)


def numbers(style: str, groups: Sequence[int]) -> list[str | None]:
    """Return the indicator numbers of one style; groups gives the group (0-based) of every indicator."""
    within: dict[int, int] = {}
    made: list[str | None] = []
    for n, group in enumerate(groups, 1):
        within[group] = within.get(group, 0) + 1
        made.append(
            {
                "dotted": f"{group + 1}.{within[group]}",
                "plain": f"{n}.",
                "long": f"6.{n}",
                "deep": f"2.{group + 1}.{within[group]}",
                "thai": f"{group + 1}.{within[group]}".translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")),
                "named": f"ตัวชี้วัดที่ {n}",
                "none": None,
            }[style]
        )
    return made


def weights(rng: Random, count: int) -> list[Decimal]:
    """Return weights that sum to exactly 100, in halves where the count asks for it."""
    step = rng.choice((1, 2, 2)) if count <= 40 else 2
    units = 100 * step
    parts = [1] * count
    for _ in range(units - count):
        parts[rng.randrange(count)] += 1
    return [Decimal(p) / step for p in parts]


def score_value(rng: Random, style: str) -> Decimal:
    """Return one score of a style: whole, halves, hundredths, or four decimals."""
    if style == "whole" or rng.random() < 0.4:
        return Decimal(rng.choice((5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 2, 1, 0)))
    if style == "halves":
        return Decimal(rng.randrange(4, 11)) / 2
    if style == "hundredths":
        return Decimal(rng.randrange(200, 501)) / 100
    return Decimal(rng.randrange(25000, 50001)) / 10000


SCORE_STYLES = ("whole", "halves", "hundredths", "ten-thousandths")


def evaluation(
    rng: Random,
    *,
    units: int = 25,
    indicators: int = 19,
    groups: int = 4,
    unit_style: str = "abbreviated",
    number_style: str = "dotted",
    group_style: str = "dimension",
    score_style: str = "whole",
    weighted: bool = False,
    states: Sequence[str] = (),
    state_rate: float = 0.05,
    criteria: bool = False,
) -> Evaluation:
    """Return an evaluation drawn from a seed; `states` are the other states that may occur in it."""
    member = [n * groups // indicators for n in range(indicators)]
    wanted = [TITLES[n % len(TITLES)] for n in range(indicators)]
    titles = rng.sample(TITLES, indicators) if indicators <= len(TITLES) else _many(wanted)
    named = numbers(number_style, member)
    share = weights(rng, indicators) if weighted else [None] * indicators
    made = [
        Indicator(
            number,
            title,
            group,
            weight,
            thresholds=_thresholds(rng),
            criteria=_criteria(rng) if criteria else (),
        )
        for number, title, group, weight in zip(named, titles, member, share, strict=True)
    ]
    scores: dict[tuple[int, int], Score] = {}
    for u in range(1, units + 1):
        for i in range(1, indicators + 1):
            if states and i > 1 and rng.random() < state_rate:
                state = rng.choice(tuple(states))
                scores[i, u] = Score(state, None, rng.choice(MARKERS[state]))
            else:
                scores[i, u] = Score("scored", score_value(rng, score_style))
    return Evaluation(
        rng.choice(DEPARTMENTS),
        rng.choice((2567, 2568, 2569)),
        unit_codes(unit_style, units),
        made,
        scores,
        GROUPS[group_style][:groups] if groups > 1 else (),
    )


def _criteria(rng: Random) -> tuple[str, ...]:
    """Return none, the two rounds, or numbered activities, in the order a sheet has them."""
    return rng.choice(((), (), CRITERIA[:2], CRITERIA[2:], CRITERIA[:1], CRITERIA[:2]))


def _many(titles: list[str]) -> list[str]:
    """Tell apart titles used more than once: real long lists name the phase."""
    seen: dict[str, int] = {}
    result = []
    for title in titles:
        seen[title] = seen.get(title, 0) + 1
        result.append(title if seen[title] == 1 else f"{title} ระยะที่ {seen[title]}")
    return result


def _thresholds(rng: Random) -> tuple[str, ...]:
    return rng.choice(
        (
            ("1", "2", "3", "4", "5"),
            ("60", "70", "80", "90", "100"),
            ("ร้อยละ 60", "ร้อยละ 70", "ร้อยละ 80", "ร้อยละ 90", "ร้อยละ 100"),
            ("", "", "1", "2", "3"),
            ("20", "40", "60", "80", "100"),
            ("14", "13", "12", "11", "10"),
            ("ไม่มีแผน", "", "มีแผน", "ดำเนินการบางส่วน", "ดำเนินการครบถ้วน"),
            ("", "1 เรื่อง", "2 เรื่อง", "3 เรื่อง", "4 เรื่อง"),
        )
    )


def with_score(evaluation: Evaluation, indicator: int, unit: int, score: Score) -> Evaluation:
    """Return the same evaluation with one score changed."""
    return replace(evaluation, scores={**evaluation.scores, (indicator, unit): score})
