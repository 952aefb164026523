"""Where results go: standard output, a file, or a folder; and the exit code they end in."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.files import atomic, cannot_write, spare, standard_output
from pipeline.commands.options import Common, say
from pipeline.commands.telling import telling
from pipeline.stages import counted

if TYPE_CHECKING:
    from reports.formats import Format
    from reports.options import Options
    from schemas.catalogue import Catalogue
    from schemas.outcome import Outcome, WorkbookOutcome

REPORTS_FOLDER = "sobthan-reports"
SUFFIX_FORMATS = {".txt": "text", ".htm": "html"}


def chosen_format(form: str | None, output: str | None, formats: Sequence[str], default: str) -> str:
    """Return the format asked for, else the one that the output's ending names, else the default."""
    if form:
        if form not in formats:
            raise click.UsageError(f"setting 'format' must be one of {', '.join(formats)}, not {form!r}")
        return form
    suffix = Path(output).suffix.lower() if output else ""
    named = SUFFIX_FORMATS.get(suffix, suffix[1:])
    return named if named in formats else default


def exit_code(outcome: Outcome, fail_on: str) -> int:
    """Return 3 where sobthan failed on an input, 2 where one could not be judged, 1 for findings, else 0.

    fail_on: the lowest severity that counts; never: none does.
    """
    from schemas.finding import Severity
    from schemas.terms import Verdict

    if any(f.name == "internal-error" for w in outcome.workbooks for f in w.findings):
        return 3
    if any(w.verdict is Verdict.UNREADABLE for w in outcome.workbooks):
        return 2
    if fail_on == "never":
        return 0
    order = list(Severity)
    counted = order[: order.index(Severity(fail_on)) + 1]
    return int(any(f.severity in counted for w in outcome.workbooks for f in w.findings))


def write_outcome(outcome: Outcome, form: str, output: str | None, common: Common) -> list[Path]:
    """Write a reconciled outcome in one format and return the files written; none for standard output.

    UsageError where a place cannot be written; a file is whole or not there.
    """
    from reports.formats import FORMATS, format_named

    return _write(outcome, format_named(form, FORMATS), output, common)


def write_extract(outcome: Outcome, form: str, output: str | None, common: Common) -> list[Path]:
    """Write what ingestion found in one format and return the files written."""
    from reports.formats import EXTRACT_FORMATS, format_named

    return _write(outcome, format_named(form, EXTRACT_FORMATS), output, common)


def write_gate(outcome: Outcome, form: str, output: str | None, common: Common, **gate: Any) -> list[Path]:
    """Write a validated outcome in one format of the gate. gate: root, fail_on and baseline of Options."""
    from reports.formats import format_named
    from reports.gate.formats import GATE_FORMATS

    return _write(outcome, format_named(form, GATE_FORMATS), output, common, **gate)


def append_summary(outcome: Outcome, file: str, common: Common, **gate: Any) -> None:
    """Append the step summary in Markdown to a file: build servers give one file for all steps."""
    from reports.gate.formats import SUMMARY

    options = replace(_options(outcome, common, to_terminal=False), **gate)
    spare([Path(file)], options.sources.values())
    try:
        with Path(file).open("ab") as out:
            SUMMARY.write(outcome, _catalogue(), options, out)
    except OSError as error:
        raise cannot_write(f"the summary to {file}", error) from None


def _write(outcome: Outcome, form: Format, output: str | None, common: Common, **changes: Any) -> list[Path]:
    options = replace(_options(outcome, common, to_terminal=output in (None, "-")), **changes)
    several = form.one_each and len(outcome.workbooks) > 1
    try:
        if output == "-" or (output is None and not several and (form.text or not sys.stdout.isatty())):
            with standard_output() as out:
                form.write(outcome, _catalogue(), options, out)
            return []
        if several:
            files = _write_each(outcome, form, Path(output or REPORTS_FOLDER), options, common)
        else:
            file = _one_file(outcome, form, output)
            spare([file], options.sources.values())
            with atomic(file) as out:
                form.write(outcome, _catalogue(), options, out)
            files = [file]
    except OSError as error:
        raise cannot_write(f"the result to {output or REPORTS_FOLDER}", error) from None
    for file in files[:1]:
        more = f" (and {len(files) - 1} more beside it)" if len(files) > 1 else ""
        say(f"written: {file}{more}", common)
    return files


def _one_file(outcome: Outcome, form: Format, output: str | None) -> Path:
    if output is None:
        return Path(REPORTS_FOLDER) / _names(outcome.workbooks, form.suffix)[0]
    target = Path(output)
    if target.is_dir() or output.endswith(("/", os.sep)):
        stem = _names(outcome.workbooks, form.suffix)[0] if form.one_each else f"result{form.suffix}"
        return target / stem
    return target


def _write_each(outcome: Outcome, form: Format, folder: Path, options: Options, common: Common) -> list[Path]:
    """One file a workbook, with the index first where the format has one."""
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"several workbooks need a folder to write to, and {folder} is a file")
    files = []
    assert form.write_each is not None
    reports = form.write_each(outcome, _catalogue(), options)
    names = _names(outcome.workbooks, form.suffix)
    index = folder / f"index{form.suffix}"
    spare([index, *(folder / name for name in names)], options.sources.values())
    with telling(common) as tell:
        for report, name in counted(zip(reports, names, strict=True), names, "write", tell):
            with atomic(folder / name) as out:
                out.write(report)
            files.append(folder / name)
    if form.write_index is not None:
        with atomic(index) as out:
            form.write_index(outcome, _catalogue(), options, [f.name for f in files], out)
        files.insert(0, index)
    return files


def _names(books: Sequence[WorkbookOutcome], suffix: str) -> list[str]:
    """Name a report after its workbook; workbooks of one name get a number, in input order."""
    seen: dict[str, int] = {"index": 1}
    names = []
    for book in books:
        stem = "stdin" if book.file == "-" else Path(book.file).stem
        seen[stem.casefold()] = count = seen.get(stem.casefold(), 0) + 1
        names.append(f"{stem}{suffix}" if count == 1 else f"{stem}-{count}{suffix}")
    return names


def _options(outcome: Outcome, common: Common, *, to_terminal: bool) -> Options:
    from reports.options import Options

    terminal = to_terminal and sys.stdout.isatty()
    return Options(
        lang=common.lang,
        width=shutil.get_terminal_size((80, 24)).columns if terminal else 80,
        color=terminal and common.color,
        encoding=sys.stdout.encoding if to_terminal else "utf-8",
        sources={w.index: Path(w.file) for w in outcome.workbooks if w.file != "-"},
    )


def _catalogue() -> Catalogue:
    from rules.catalogue import CATALOGUE

    return CATALOGUE
