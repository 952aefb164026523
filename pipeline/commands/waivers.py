"""`sobthan waivers`: list, add and check the findings that somebody answers for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.options import Common, common_of, common_options, sources_of

if TYPE_CHECKING:
    from rules.errors import RuleError
    from schemas.finding import Text
    from schemas.outcome import Outcome


@click.group()
def waivers() -> None:
    """List, add and check waivers: findings that somebody answers for, each for one value and with a reason."""


@waivers.command(name="list")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@common_options
def list_waivers(paths: tuple[str, ...], **options: Any) -> int:
    """List the waivers beside workbooks, or in waiver files."""
    common = common_of(options)
    from rules.errors import RuleError
    from rules.waivers import load_waivers

    try:
        for file in _files(paths):
            for waiver in load_waivers(file).waivers:
                where = waiver.file or "*"
                until = "" if waiver.expires is None else f" until {waiver.expires}"
                click.echo(
                    f"{file}: {waiver.id} {where} [{waiver.value}] {waiver.who}: {waiver.reason}{until}"
                )
    except RuleError as error:
        raise _usage(error, common) from None
    return 0


@waivers.command()
@click.argument("workbook", metavar="WORKBOOK", type=click.Path(exists=True, dir_okay=False))
@click.argument("finding", metavar="ID")
@click.option("--reason", required=True, help="Why it may stay.")
@click.option("--who", required=True, help="Who answers for it.")
@click.option("--evidence", help="Where the evidence is kept.")
@click.option("--expires", metavar="YYYY-MM-DD", help="Last day it holds.")
@click.option("--suite", metavar="NAME[,NAME]", help="Suites, as for validate. Default: the rule pack's.")
@common_options
def add(
    workbook: str,
    finding: str,
    reason: str,
    who: str,
    evidence: str | None,
    expires: str | None,
    suite: str | None,
    **options: Any,
) -> int:
    """Waive one finding of a workbook, by its ID, in sobthan-waivers.yaml beside it, with the value it has now."""
    common = common_of(options)
    from pipeline.commands.files import atomic, cannot_write
    from pipeline.waived_value import expected_of, value_of
    from reports.view.run import RunView
    from rules.catalogue import CATALOGUE
    from rules.errors import RuleError, near, words_of
    from rules.waivers import FILE_NAMES, NOT_WAIVABLE, Waiver, beside, load_waivers, parse_date, with_waiver

    until = None if expires is None else parse_date(expires)
    if expires is not None and until is None:
        raise click.UsageError(_in(words_of("waivers.not-a-date", {"value": expires}), common))
    for text, name in ((reason, "--reason"), (who, "--who")):
        if not text.strip():
            raise click.UsageError(f"{name} must not be empty")
    try:
        folder = Path(workbook).resolve().parent
        file = beside(folder) or folder / FILE_NAMES[0]
        if file.suffix == ".json":
            raise RuleError.of("waivers.add-to-json", {}, str(file))
        if file.is_file():
            load_waivers(file)
        outcome = _judged([workbook], suite, common)
        (book,) = RunView(outcome, CATALOGUE).books
        views = {view.id: view for view in book.reader.views()}
        view = views.get(finding)
        if view is None or book.book is None:
            values = {"id": finding, "file": workbook, "near": near(finding, tuple(views))}
            raise RuleError.of("waivers.no-such-finding", values)
        if CATALOGUE.findings[view.source.name].category in NOT_WAIVABLE:
            raise RuleError.of("waivers.not-waivable", {"name": view.source.name})
        made = Waiver(
            id=finding,
            file=Path(workbook).name,
            value=value_of(view.source, book.book),
            expected=expected_of(view.source),
            reason=reason,
            who=who,
            evidence=evidence,
            expires=until,
        )
        before = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
        try:
            with atomic(file) as out:
                out.write(with_waiver(before, made).encode("utf-8"))
        except OSError as error:
            raise cannot_write(file, error) from None
        load_waivers(file)
    except RuleError as error:
        raise _usage(error, common) from None
    click.echo(f"{file}: {finding} [{made.value}]")
    return 0


@waivers.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--suite", metavar="NAME[,NAME]", help="Suites, as for validate. Default: the rule pack's.")
@click.option(
    "--waivers", "given", metavar="FILE", help="Waiver file. Default: the one beside each workbook."
)
@common_options
def check(paths: tuple[str, ...], suite: str | None, given: str | None, **options: Any) -> int:
    """Judge workbooks and say of every waiver whether it holds; exit code 1 where one does not."""
    common = common_of(options)
    from pipeline.waive import waive
    from pipeline.waiver_files import applied_to
    from reports.view.run import RunView
    from rules.catalogue import CATALOGUE
    from rules.errors import RuleError, words_of
    from schemas.terms import Verdict

    sources = sources_of(paths)
    try:
        applied = applied_to([s.name for s in sources], given)
        outcome = waive(_judged(list(paths), suite, common), applied, dt.date.today())
    except RuleError as error:
        raise _usage(error, common) from None
    failed = 0
    if not applied:
        click.echo(_in(words_of("waivers.none", {}), common), err=True)
    for book in RunView(outcome, CATALOGUE).books:
        for view in book.reader.waived():
            click.echo(f"{book.outcome.file}: holds {view.id}: {view.source.values['waiver_reason']}")
        for view in book.reader.views():
            if view.source.name.startswith("waiver-"):
                failed += 1
                click.echo(f"{book.outcome.file}: {view.source.name}: {_in(view.message, common)}")
            elif book.outcome.verdict is Verdict.UNREADABLE:
                click.echo(f"{book.outcome.file}: {view.source.name}: {_in(view.message, common)}", err=True)
    if any(book.verdict is Verdict.UNREADABLE for book in outcome.workbooks):
        return 2
    return int(failed > 0)


def _judged(paths: list[str], suite: str | None, common: Common) -> Outcome:
    from pipeline.gate import validated
    from rules.suite_loading import load_suites

    pack = common.pack()
    names = [name.strip() for name in suite.split(",")] if suite else pack.suites
    return validated(
        sources_of(paths),
        pack,
        load_suites(names),
        limits=common.limits(),
        jobs=common.jobs,
        passwords=common.passwords,
    )


def _files(paths: tuple[str, ...]) -> list[Path]:
    """Return the waiver files that are named, or that lie beside what is named."""
    from rules.waivers import FILE_NAMES, beside

    files: dict[Path, None] = {}
    for path in map(Path, paths):
        if path.name in FILE_NAMES or path.suffix in (".yaml", ".yml", ".json"):
            files[path] = None
        elif not path.exists():
            raise click.UsageError(f"no such file or folder: {path}")
        else:
            found = beside(path if path.is_dir() else path.parent)
            if found is not None:
                files[found] = None
    return list(files)


def _in(text: Text, common: Common) -> str:
    return text.th if common.lang == "th" else text.en


def _usage(error: RuleError, common: Common) -> click.UsageError:
    return click.UsageError(error.shown(common.lang))
