"""Judge one workbook alone, for a round of the record: the same run, the same document as `reconcile` gives."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from pipeline.read import Limits, Source
from pipeline.signoff.judgement import Judgement
from pipeline.signoff.refused import RefusedError
from schemas.finding import Text

if TYPE_CHECKING:
    from schemas.outcome import Outcome
    from schemas.record import Opened
    from schemas.rules import RulePack

MOST_NAME = 200

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def bare_name(name: str) -> str:
    """Return a file's name without its folder, fit to be shown: it is data, never a path to open."""
    bare = PureWindowsPath(PurePosixPath(name).name).name
    bare = _UNPRINTABLE.sub("_", bare).strip()
    return bare[-MOST_NAME:] or "workbook"


def pack_for(rules: str, options: Mapping[str, str]) -> RulePack:
    """Return the rule pack; RefusedError with its problem where it cannot be used."""
    from rules.loading import RuleError, load_pack

    try:
        return load_pack(rules, options)
    except RuleError as error:
        raise RefusedError("rules", why=Text(error.shown("en"), error.shown("th"))) from None


def outcome_of(
    name: str, data: bytes, pack: RulePack, limits: Limits | None = None, passwords: Sequence[str] = ()
) -> Outcome:
    """Run all stages on one workbook's bytes."""
    from pipeline.run import run

    return run([Source(bare_name(name), None, data)], pack, limits=limits, passwords=passwords)


def document_of(outcome: Outcome) -> bytes:
    """Return the result document, byte for byte what `reconcile --format json` writes."""
    from reports import json_reconcile
    from reports.options import Options
    from rules.catalogue import CATALOGUE

    out = io.BytesIO()
    json_reconcile.write(outcome, CATALOGUE, Options(), out)
    return out.getvalue()


def report_of(outcome: Outcome, lang: str) -> bytes:
    """Return the HTML report, the same that `reconcile --format html` writes."""
    from reports.formats import format_named
    from reports.options import Options
    from rules.catalogue import CATALOGUE

    out = io.BytesIO()
    format_named("html").write(outcome, CATALOGUE, Options(lang=lang), out)
    return out.getvalue()


def judge_and_report(
    name: str,
    data: bytes,
    rules: str,
    options: Mapping[str, str],
    limits: Limits | None = None,
    passwords: Sequence[str] = (),
    lang: str = "th",
) -> tuple[Judgement, bytes]:
    """Judge a workbook's bytes and write its report; RefusedError where the rule pack cannot be used."""
    outcome = outcome_of(name, data, pack_for(rules, options), limits, passwords)
    judged = Judgement(bare_name(name), data, document_of(outcome), rules_name(rules), dict(options))
    return judged, report_of(outcome, lang)


def judge(
    name: str,
    data: bytes,
    rules: str = "default",
    options: Mapping[str, str] | None = None,
    limits: Limits | None = None,
    passwords: Sequence[str] = (),
) -> Judgement:
    """Judge a workbook's bytes; RefusedError where the rule pack cannot be used."""
    options = dict(options or {})
    pack = pack_for(rules, options)
    document = document_of(outcome_of(name, data, pack, limits, passwords))
    return Judgement(bare_name(name), data, document, rules_name(rules), options)


def rules_name(rules: str) -> str:
    """Return what the record calls a rule pack: a shipped name as it is, a file without its folder."""
    return bare_name(rules) if Path(rules).suffix else rules


def judge_again(
    opened: Opened,
    data: bytes,
    rules: str | None = None,
    limits: Limits | None = None,
    passwords: Sequence[str] = (),
    options: Mapping[str, str] | None = None,
) -> Judgement:
    """Judge bytes again as a round was; rules: where its rule pack is now, if not under the recorded name.

    options: policies to judge by in place of those recorded.
    """
    policies = {**opened.options, **(options or {})}
    return judge(opened.file, data, rules or opened.rules, policies, limits, passwords)
