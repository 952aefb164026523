"""`sobthan signoff`: the auditor's record, from opening a workbook's case to the signed working paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pipeline.commands.options import common_of, common_options, sources_of
from pipeline.commands.signoff_options import (
    by_option,
    heads_option,
    key_options,
    lang_option,
    record_of,
    refusals_in,
    store_option,
)

DISPOSITIONS = ("returned", "corrected", "waived", "false-alarm", "reopened")
ROLES = ("preparer", "reviewer")
PAPERS = ("html", "json", "report")


@click.group()
def signoff() -> None:
    """Keep the auditor's record: who judged what, on which bytes, under which rules, and whether it holds.

    A case is one workbook through its rounds. Findings that are errors hinder sign-off until each has a
    decision; then a preparer signs, and a different reviewer.
    """


@signoff.command("open")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--case", "number", type=click.IntRange(1), metavar="N", help="The next round of this case.")
@by_option
@key_options
@store_option
@common_options
def open_(paths: tuple[str, ...], number: int | None, **options: Any) -> int:
    """Reconcile workbooks and open a case for each, or with --case the next round of one."""
    record = record_of(options)
    common = common_of(options)
    sources = sources_of(paths)
    if number is not None and len(sources) > 1:
        raise click.UsageError("--case takes the next round of one workbook")
    from pipeline.signoff.actions import opening
    from pipeline.signoff.judge import judge_and_report
    from pipeline.signoff.refused import RefusedError

    code = 0
    for source in sources:
        try:
            data = source.data if source.data is not None else Path(source.name).read_bytes()
        except OSError as error:
            raise click.UsageError(f"{source.name}: {error.strerror}") from None
        try:
            judged, report = judge_and_report(
                source.name,
                data,
                common.rules,
                common.policies(),
                common.limits(),
                common.passwords,
                common.lang,
            )
            keep = {"workbook": data, "result": judged.document, "report": report}
            with record.store(create=True) as store:
                entry = store.append(
                    number, opening(judged), record.by, signer=record.signer, keep=keep
                ).entry
                case = store.case(entry.case)
        except RefusedError as error:
            click.echo(f"sobthan: {source.name}: {record.text(error.text)}", err=True)
            code = 2
            continue
        now = case.current
        verdict = record.word(f"verdict.{now.opened.verdict}")
        still = len(list(case.open_items()))
        record.say(
            "opened", case=case.number, round=now.number, file=now.opened.file, verdict=verdict, open=still
        )
        record.say("head", head=case.head)
    return code


@signoff.command()
@click.argument("case", type=click.IntRange(1))
@click.argument("text")
@click.option("--finding", metavar="ID", help="The finding that the note is about.")
@by_option
@key_options
@store_option
@lang_option
def note(case: int, text: str, finding: str | None, **options: Any) -> None:
    """Add a note to a case, or to one of its findings."""
    record = record_of(options)
    from pipeline.signoff.actions import noting

    with refusals_in(record), record.store() as store:
        sealed = store.append(case, noting(text, finding), record.by, signer=record.signer)
    record.say("noted", case=case)
    record.say("head", head=sealed.hash)


@signoff.command()
@click.argument("case", type=click.IntRange(1))
@click.argument("findings", metavar="FINDING...", nargs=-1, required=True)
@click.option("--as", "disposition", type=click.Choice(DISPOSITIONS), required=True, help="The decision.")
@click.option("--reason", default="", help="Why; needed to waive, for a false alarm, and to reopen.")
@click.option("--evidence", default="", help="Which paper it rests on; needed to waive.")
@click.option("--replace", is_flag=True, help="Take the place of a decision made before in this round.")
@by_option
@key_options
@store_option
@lang_option
def dispose(
    case: int,
    findings: tuple[str, ...],
    disposition: str,
    reason: str,
    evidence: str,
    replace: bool,
    **options: Any,
) -> None:
    """Decide about findings of a case. FINDING is an id, a name, or 'all' for everything that is open."""
    record = record_of(options)
    from pipeline.commands.signoff_options import chosen_findings
    from pipeline.signoff.actions import CURRENT, disposing
    from schemas.record import Disposition

    how = Disposition(disposition)
    taking_back = replace or how is Disposition.REOPENED
    with refusals_in(record), record.store() as store:
        for finding in chosen_findings(record, store.case(case), findings):
            make = disposing(
                finding, how, reason=reason, evidence=evidence, replaces=CURRENT if taking_back else None
            )
            sealed = store.append(case, make, record.by, signer=record.signer)
            still = len(list(store.case(case).open_items()))
            words = record.word(f"signoff.disposition.{disposition}")
            record.say("disposed", finding=finding, disposition=words, open=still)
    record.say("head", head=sealed.hash)


@signoff.command()
@click.argument("case", type=click.IntRange(1))
@click.option("--role", type=click.Choice(ROLES), required=True, help="The preparer signs first.")
@click.option("--position", default="", help="The signer's position, for the working paper.")
@click.option("--head", "seen", metavar="HEX", help="Sign only if this is still the head of the case.")
@by_option
@key_options
@store_option
@lang_option
def sign(case: int, role: str, position: str, seen: str | None, **options: Any) -> None:
    """Sign the current round of a case: only when nothing is open, by two different people."""
    record = record_of(options)
    from pipeline.signoff.actions import signing
    from schemas.record import Role

    with refusals_in(record), record.store() as store:
        make = signing(Role(role), position=position, seen=seen)
        sealed = store.append(case, make, record.by, signer=record.signer)
        after = store.case(case)
    conclusion = record.word(f"signoff.conclusion.{after.conclusion().value}")
    said = {"actor": record.by, "role": record.word(f"signoff.role.{role}"), "conclusion": conclusion}
    record.say("signed", case=case, round=after.current.number, **said)
    record.say("head", head=sealed.hash)


@signoff.command()
@click.argument("what", metavar="[CASE|FILE.json]", required=False)
@click.argument("workbook", required=False)
@heads_option
@click.option("--trusted", metavar="FILE", help="Public keys that are trusted: a line each, KEY NAME.")
@click.option("--no-recompute", is_flag=True, help="Check the chain and the bytes only.")
@store_option
@common_options
def verify(what: str | None, workbook: str | None, **options: Any) -> int:
    """Tell whether a record still holds: exit code 0 if it does, 1 if not.

    A case is checked with its workbook: as given, else by its name in this folder, else the copy that the
    store keeps. FILE.json is an exported case; no store is needed for it. Without an argument the chain of
    the whole store is checked.
    """
    from pipeline.commands.signoff_verify import verified

    return verified(what, workbook, record_of(options), options)


@signoff.command()
@click.argument("case", type=click.IntRange(1))
@click.option(
    "--format", "form", type=click.Choice(PAPERS), help="Default: by the ending of --output, else html."
)
@click.option(
    "-o", "--output", metavar="PATH", help="File to write, - for stdout. Default: SB-…, in this folder."
)
@store_option
@lang_option
def export(case: int, form: str | None, output: str | None, **options: Any) -> None:
    """Write the working paper (html), JSON that another party verifies without the store (json), or the report
    of the round with the head of the record on it (report)."""
    record = record_of(options)
    from pipeline.commands.signoff_export import write_paper

    form = form or ("json" if output is not None and output.endswith(".json") else "html")
    with refusals_in(record), record.store() as store:
        file = write_paper(store, case, form, output, record)
    if file is not None:
        click.echo(record.words("exported", file=str(file)), err=True)


@signoff.command("list")
@store_option
@lang_option
def list_(**options: Any) -> int:
    """List all cases: where each stands and what is still open."""
    record = record_of(options)
    with refusals_in(record), record.store() as store:
        cases, damaged = store.survey()
    for case in cases:
        now = case.current
        state = record.word(f"signoff.state.{case.state.value}")
        still = len(list(case.open_items()))
        record.say("row", case=case.number, file=now.opened.file, round=now.number, state=state, open=still)
    for number in damaged:
        click.echo(f"sobthan: {record.words('damaged', case=number)}", err=True)
    if not cases and not damaged:
        record.say("no-cases")
    return 2 if damaged else 0


@signoff.command()
@click.argument("case", type=click.IntRange(1))
@click.option("--open", "only_open", is_flag=True, help="Only what hinders sign-off.")
@store_option
@lang_option
def show(case: int, only_open: bool, **options: Any) -> None:
    """Show a case: its findings by id, what was decided, who signed."""
    record = record_of(options)
    from pipeline.commands.signoff_export import shown

    with refusals_in(record), record.store() as store:
        for line in shown(store.case(case), record, only_open):
            click.echo(line)


@signoff.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--passphrase", is_flag=True, help="Ask for a passphrase that seals the key.")
@lang_option
def key(file: Path, passphrase: bool, **options: Any) -> None:
    """Make an Ed25519 key: the private half in FILE, the public half in FILE.pub."""
    record = record_of(options)
    from pipeline.signoff.keys import new_key

    secret = (
        click.prompt("Passphrase", hide_input=True, confirmation_prompt=True, err=True)
        if passphrase
        else None
    )
    try:
        public = new_key(file, secret)
    except FileExistsError as error:
        raise click.UsageError(record.words("key-there", file=error.filename)) from None
    except OSError as error:
        raise click.UsageError(f"{file}: {error.strerror}") from None
    record.say("key", file=str(file), public=public)
