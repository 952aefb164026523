"""The closed vocabularies of the field: states of a score cell, reported quantities, verdicts, statuses."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class State(IntEnum):
    """What a score cell says. Never merged with one another. Stored as int8 in the canonical tables."""

    SCORED = 0
    BLANK = 1
    DASH = 2
    NOT_APPLICABLE = 3
    NOT_STARTED = 4
    CANCELLED = 5
    ERROR = 6
    INVALID = 7

    @property
    def label(self) -> str:
        """Return the name used in documents: scored, not_applicable …"""
        return self.name.lower()


DECLARED_OUT = (State.NOT_APPLICABLE, State.NOT_STARTED, State.CANCELLED)
"""States by which a submitter declares that the indicator leaves the base."""


class Quantity(StrEnum):
    """A figure that a workbook reports beside its scores."""

    SCORE = "score"
    WEIGHTED = "weighted"
    FULL_MARKS = "full_marks"
    POINTS = "points"
    MEAN = "mean"
    CONVERTED = "converted"
    GRADE = "grade"


class LayoutKind(StrEnum):
    MATRIX = "matrix"
    FORM = "form"


class Verdict(StrEnum):
    """What is said of a workbook, from best to worst."""

    CONSISTENT = "consistent"
    DISCREPANT = "discrepant"
    UNREADABLE = "unreadable"


class Status(StrEnum):
    """How one reported figure stands against its recomputation."""

    MATCH = "match"
    MISMATCH = "mismatch"
    NOT_REPORTED = "not_reported"
    NOT_COMPUTABLE = "not_computable"


class Assessment(StrEnum):
    """What is known of a mismatch beyond that it is one."""

    EXPLAINED = "explained"
    AMBIGUOUS = "ambiguous"
    POSSIBLE = "possible"
    CONTRADICTED = "contradicted"
    UNEXPLAINED = "unexplained"


class Rounding(StrEnum):
    """How a true value becomes a printed figure. NEAREST: half up or half even, not known which."""

    HALF_UP = "half-up"
    HALF_EVEN = "half-even"
    TRUNCATE = "truncate"
    NEAREST = "nearest"


class ZeroPolicy(StrEnum):
    SCORED = "scored"
    NOT_EVALUATED = "not-evaluated"


class BlankPolicy(StrEnum):
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"


class DashPolicy(StrEnum):
    QUESTION = "question"
    NOT_APPLICABLE = "not-applicable"
    ZERO = "zero"
