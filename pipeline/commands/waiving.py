"""Waivers as a command applies them: the file that is named, or the one beside each workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pipeline.commands.options import Common

if TYPE_CHECKING:
    from schemas.outcome import Outcome


def waived(outcome: Outcome, given: str | None, common: Common) -> Outcome:
    """Return the outcome with waived findings apart; UsageError where a waiver file cannot be followed.

    given: --waivers; 'none' leaves all waivers out.
    """
    from pipeline.waiver_files import applied_to
    from rules.errors import RuleError

    try:
        applied = applied_to(
            [w.file for w in outcome.workbooks], common.setting("waivers", given, "") or None
        )
    except RuleError as error:
        raise click.UsageError(error.shown(common.lang)) from None
    if not applied:
        return outcome
    import datetime as dt

    from pipeline.waive import waive

    return waive(outcome, applied, dt.date.today())
