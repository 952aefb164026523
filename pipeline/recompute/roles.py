"""What a score cell counts as under the policies in force: in the base, missing, unreadable, or out of it."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from schemas.intervals import Bools
from schemas.rules import Policies, RulePack
from schemas.tables import SCALE, Tables
from schemas.terms import BlankPolicy, DashPolicy, State, ZeroPolicy


class Role(IntEnum):
    """How a score cell enters the reckoning.

    BASE: its score counts. MISSING: a score should be there. UNREADABLE: something is there that is no score.
    OUT: the indicator does not count for this unit.
    """

    BASE = 0
    MISSING = 1
    UNREADABLE = 2
    OUT = 3


def role_of_state(policies: Policies) -> dict[State, Role]:
    """Return the role of every state under the policies; a score of 0 and a score off the scale come on top."""
    dashes = {
        DashPolicy.QUESTION: Role.MISSING,
        DashPolicy.NOT_APPLICABLE: Role.OUT,
        DashPolicy.ZERO: Role.BASE,
    }
    blank = Role.MISSING if policies.blank is BlankPolicy.MISSING else Role.OUT
    return {
        State.SCORED: Role.BASE,
        State.BLANK: blank,
        State.DASH: dashes[policies.dash],
        State.NOT_APPLICABLE: Role.OUT,
        State.NOT_STARTED: Role.OUT,
        State.CANCELLED: Role.OUT,
        State.ERROR: Role.UNREADABLE,
        State.INVALID: Role.UNREADABLE,
    }


def role_of_cells(tables: Tables, pack: RulePack) -> NDArray[np.int8]:
    """Return the role of every row of `scores`. A score outside the scale is unreadable."""
    lookup = np.zeros(len(State), np.int8)
    for member, role in role_of_state(pack.policies).items():
        lookup[member] = role
    state = tables.scores["state"].to_numpy()
    value = tables.scores["value"].to_numpy()
    roles: NDArray[np.int8] = lookup[state]
    scored: Bools = np.asarray(state == State.SCORED, np.bool_)
    low, high = int(pack.scale.low * SCALE), int(pack.scale.high * SCALE)
    if tables.wide:
        wide = np.fromiter(tables.wide, np.int64, len(tables.wide))
        off = [not pack.scale.low <= v <= pack.scale.high for v in tables.wide.values()]
        roles[wide[np.asarray(off, np.bool_)]] = Role.UNREADABLE
        scored[wide] = False
    roles[scored & ((value < low) | (value > high))] = Role.UNREADABLE
    if pack.policies.zero is ZeroPolicy.NOT_EVALUATED:
        roles[scored & (value == 0)] = Role.OUT
    return roles
