"""Asking for the password of a protected workbook: on a terminal, where no file gave it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from pipeline.commands.options import Common
from schemas.finding import AnyFinding

T = TypeVar("T")

TRIES = 3


def asking(
    attempt: Callable[[tuple[str, ...]], T], findings_of: Callable[[T], Sequence[AnyFinding]], common: Common
) -> T:
    """Run an attempt with the passwords given; while a file stays locked and somebody can answer, ask for one more.

    attempt: takes passwords, and is run again with what was typed. An empty answer gives up.
    """
    passwords = common.passwords
    result = attempt(passwords)
    if common.quiet or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return result
    for _ in range(TRIES):
        if not any(f.name == "encrypted-file" for f in findings_of(result)):
            break
        typed = click.prompt(
            "Password of the protected workbook (empty to leave it)",
            default="",
            hide_input=True,
            show_default=False,
            err=True,
        )
        if not typed:
            break
        passwords = (*passwords, typed)
        result = attempt(passwords)
    return result
