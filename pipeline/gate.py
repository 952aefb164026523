"""What a gate adds to a reconciliation: suites before the verdict, and a code that says whether to let pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.read import Limits, Source
from pipeline.run import ingest, judge
from pipeline.stages import Tell, untold
from schemas.finding import Severity, Text
from schemas.terms import Verdict

if TYPE_CHECKING:
    from reports.gate.baseline import Baseline
    from rules.suite_loading import Expectation
    from schemas.outcome import Outcome
    from schemas.rules import RulePack
    from schemas.tables import Tables

PASS, FAIL, NOT_JUDGED = 0, 1, 2


def validated(
    sources: Sequence[Source],
    pack: RulePack,
    expectations: Sequence[Expectation],
    last: Tables | None = None,
    *,
    limits: Limits | None = None,
    jobs: int = 1,
    passwords: Sequence[str] = (),
    tell: Tell = untold,
) -> Outcome:
    """Judge every source under a rule pack and its suites. Great Expectations is imported only for a suite.

    last: the tables of the round before. RuleError where an expectation cannot be made.
    """
    tables, findings = ingest(sources, pack, limits=limits, jobs=jobs, passwords=passwords, tell=tell)
    if expectations:
        from pipeline.suites import check_suites

        findings = [*findings, *check_suites(tables, pack, expectations, last)]
    return judge(tables, findings, pack, tell)


def exit_code(outcome: Outcome, fail_on: str, baseline: Baseline | None = None) -> int:
    """Return 2 where an input or an expectation could not be judged, 1 where what counts reaches fail_on, else 0.

    Against a baseline only new findings count.
    """
    findings = [f for workbook in outcome.workbooks for f in workbook.findings]
    unread = any(w.verdict is Verdict.UNREADABLE for w in outcome.workbooks)
    if unread or any(f.name == "expectation-broken" for f in findings):
        return NOT_JUDGED
    if fail_on == "never":
        return PASS
    order = list(Severity)
    counted = order[: order.index(Severity(fail_on)) + 1]
    if not any(f.severity in counted for f in findings):
        return PASS
    if baseline is None:
        return FAIL
    from reports.gate.lines import NEW, GateRun
    from reports.options import Options
    from rules.catalogue import CATALOGUE

    run = GateRun(outcome, CATALOGUE, Options(baseline=baseline))
    return FAIL if any(line.change == NEW and line.severity in counted for line in run.lines()) else PASS


def closing(outcome: Outcome, baseline: Baseline | None = None) -> Text:
    """Return the counts of a run in one sentence."""
    from reports.gate.lines import GateRun
    from reports.options import Options
    from rules.catalogue import CATALOGUE
    from rules.errors import words_of

    run = GateRun(outcome, CATALOGUE, Options(baseline=baseline))
    weights = run.run.weights
    counts = {"error": weights.error, "warning": weights.warning, "info": weights.info}
    waived = sum(book.waived for book in run.run.books)
    words = words_of("gate.counts", {"workbooks": len(run.books), **counts, "waived": waived})
    if run.changes is None:
        return words
    changes = words_of("gate.changes", run.changes)
    return Text(f"{words.en} {changes.en}", f"{words.th} {changes.th}")
