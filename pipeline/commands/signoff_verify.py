"""`sobthan signoff verify`: from what the user names to the answer whether the record still holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.options import OVER_THE_PACK, Common, common_of
from pipeline.commands.signoff_options import Record, refusals_in
from pipeline.signoff.chain import last_round
from pipeline.signoff.refused import RefusedError
from schemas.fault import Fault
from schemas.record import Sealed

if TYPE_CHECKING:
    from pipeline.signoff.verify import Rejudge, Verification

MOST_EXPORT = 1 << 28
"""An exported case larger than 256 MB is none."""


def verified(what: str | None, workbook: str | None, record: Record, options: dict[str, Any]) -> int:
    """Verify and say what was found; 0 where the record holds, 1 where not."""
    heads: tuple[str, ...] = options.pop("heads")
    trusted_file: str | None = options.pop("trusted")
    recompute = not options.pop("no_recompute")
    rules = options.get("rules")
    policies = {name: str(options[name]) for name in OVER_THE_PACK if options.get(name) is not None}
    common = common_of(options)
    from pipeline.signoff.keys import load_trusted
    from pipeline.signoff.verify import verify_case, verify_store

    with refusals_in(record):
        trusted = load_trusted(Path(trusted_file)) if trusted_file is not None else None
        if what is None:
            with record.store() as store:
                found = verify_store(store.entries(), printed=heads, trusted=trusted)
        else:
            entries, data, remark = _case(what, workbook, record)
            again = _rejudge(rules, policies, common) if recompute else None
            found = verify_case(entries, data=data, rejudge=again, printed=heads, trusted=trusted)
            if remark is not None and data is not None:
                found.remarks.append(remark)
    _say(found, record)
    return 0 if found.holds else 1


def _case(
    what: str, workbook: str | None, record: Record
) -> tuple[Sequence[Sealed | Fault], bytes | None, Fault | None]:
    """Return a case's entries, its workbook's bytes if to be had, and a remark where these are from."""
    if not what.isdecimal():
        from pipeline.signoff.export import imported

        file = Path(what)
        entries = imported(_bytes(file, MOST_EXPORT), what)
        name = last.file if (last := last_round(entries)) is not None else None
        beside = file.with_name(name) if name else None
        return entries, _workbook(workbook, beside), None
    number = int(what)
    with record.store() as store:
        entries = store.entries(number)
        if not entries:
            raise RefusedError("no-case", case=number)
        last = last_round(entries)
        data = _workbook(workbook, Path(last.file) if last is not None else None)
        if data is None and last is not None:
            remark = Fault("kept-copy", number, values={"file": last.file})
            return entries, store.kept(number, last.round, "workbook"), remark
    return entries, data, None


def _workbook(given: str | None, beside: Path | None) -> bytes | None:
    if given is not None:
        return _bytes(Path(given))
    return _bytes(beside) if beside is not None and beside.is_file() else None


def _bytes(file: Path, most: int | None = None) -> bytes:
    try:
        if most is not None and file.stat().st_size > most:
            raise click.UsageError(f"{file}: larger than {most} bytes")
        return file.read_bytes()
    except OSError as error:
        raise click.UsageError(f"{file}: {error.strerror}") from None


def _rejudge(rules: str | None, policies: Mapping[str, str], common: Common) -> Rejudge:
    from pipeline.signoff.judge import judge_again

    return lambda opened, data: judge_again(opened, data, rules, common.limits(), common.passwords, policies)


def _say(found: Verification, record: Record) -> None:
    from pipeline.signoff.said import said

    if found.case is not None:
        now = found.case.current
        state = record.word(f"signoff.state.{found.case.state.value}")
        record.say("held-case", case=found.case.number, round=now.number, file=now.opened.file, state=state)
    for fault in found.faults:
        click.echo(f"  x {record.text(said(fault))}")
    for remark in found.remarks:
        click.echo(f"  - {record.text(said(remark))}")
    if found.holds:
        record.say("holds", entries=found.entries)
        if found.case is not None:
            record.say("head", head=found.case.head)
    else:
        record.say("does-not-hold", count=len(found.faults))
