"""`sobthan validate`: the gate. Is this submission well formed and consistent, and if not, what and where?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.options import FAIL_ON, Common, common_of, common_options, say, sources_of

if TYPE_CHECKING:
    from reports.gate.baseline import Baseline
    from rules.suite_loading import Expectation
    from schemas.rules import RulePack
    from schemas.tables import Tables

FORMATS = ("text", "json", "junit", "sarif", "github", "gitlab")


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: text, one line a finding.")
@click.option("-o", "--output", metavar="PATH", help="File to write. Default: standard output.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Lowest severity that makes the exit code 1.")
@click.option(
    "--suite",
    metavar="NAME[,NAME]",
    help="Suites of expectations: names, JSON files, or none. Default: the rule pack's.",
)
@click.option(
    "--waivers", metavar="FILE", help="Waiver file, or none. Default: sobthan-waivers.yaml beside a workbook."
)
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False),
    help="An earlier result as JSON; only new findings count for --fail-on.",
)
@click.option(
    "--previous", metavar="PATH", help="Workbooks of the round before, for expectations about change."
)
@click.option("--summary", metavar="FILE", help="Append a summary in Markdown to this file.")
@common_options
def validate(
    paths: tuple[str, ...],
    form: str | None,
    output: str | None,
    fail_on: str | None,
    suite: str | None,
    waivers: str | None,
    baseline: str | None,
    previous: str | None,
    summary: str | None,
    **options: Any,
) -> int:
    """Validate submissions for a CI gate: one line a finding, machine formats, an exit code.

    PATH is a file, a folder (every workbook below it), a glob, or - for standard input.
    """
    common = common_of(options)
    pack = common.pack()
    sources = sources_of(paths)

    from pipeline.commands.telling import telling
    from pipeline.commands.writing import append_summary, chosen_format, write_gate
    from pipeline.gate import closing, exit_code, validated
    from rules.errors import RuleError
    from schemas.finding import Severity

    form = chosen_format(form or common.setting("format", None, "") or None, None, FORMATS, "text")
    threshold = common.setting("fail-on", fail_on, "error", FAIL_ON)
    try:
        expectations = _expectations(common.setting("suite", suite, ""), pack)
        applied = _waivers([s.name for s in sources], common.setting("waivers", waivers, "") or None)
        held_against = None if baseline is None else _baseline(baseline, pack, common)
        last = None if previous is None else _tables(previous, pack, common)
        with telling(common) as tell:
            outcome = validated(
                sources,
                pack,
                expectations,
                last,
                limits=common.limits(),
                jobs=common.jobs,
                passwords=common.passwords,
                tell=tell,
            )
    except RuleError as error:
        raise click.UsageError(error.shown(common.lang)) from None
    if applied:
        import datetime as dt

        from pipeline.waive import waive

        outcome = waive(outcome, applied, dt.date.today())
    gate = {
        "root": Path.cwd(),
        "fail_on": None if threshold == "never" else Severity(threshold),
        "baseline": held_against,
    }
    write_gate(outcome, form, output, common, **gate)
    if summary is not None:
        append_summary(outcome, summary, common, **gate)
    words = closing(outcome, held_against)
    say(words.th if common.lang == "th" else words.en, common)
    return exit_code(outcome, threshold, held_against)


def _expectations(suite: str, pack: RulePack) -> tuple[Expectation, ...]:
    from rules.suite_loading import load_suites

    return load_suites([name.strip() for name in suite.split(",")] if suite else pack.suites)


def _waivers(files: list[str], given: str | None) -> dict[int, Any]:
    """Return the waiver file of each workbook; the stage is only imported where there is one."""
    from pipeline.waiver_files import applied_to

    return applied_to(files, given)


def _baseline(file: str, pack: RulePack, common: Common) -> Baseline:
    from pipeline.baseline import read_baseline
    from rules.errors import words_of

    found, rules = read_baseline(Path(file))
    if rules != pack.sha256:
        words = words_of("baseline.other-rules", {"found": rules[:12], "wanted": pack.sha256[:12]})
        say(f"{file}: {words.th if common.lang == 'th' else words.en}", common)
    return found


def _tables(path: str, pack: RulePack, common: Common) -> Tables:
    """Read the round before; UsageError where it gives no scores at all, so that no change goes unseen."""
    from pipeline.run import ingest

    tables, _ = ingest(
        sources_of([path]), pack, limits=common.limits(), jobs=common.jobs, passwords=common.passwords
    )
    read = {info.workbook for info in tables.infos}
    unread = [book.file for at, book in enumerate(tables.books) if at not in read]
    if unread:
        from rules.errors import words_of

        text = words_of("previous.unread", {"files": ", ".join(unread)})
        words = text.th if common.lang == "th" else text.en
        if not read:
            raise click.UsageError(f"--previous: {words}")
        say(f"--previous: {words}", common)
    return tables
