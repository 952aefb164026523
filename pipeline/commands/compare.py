"""`sobthan compare`: two sources of the same scores, cell by cell."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.options import FAIL_ON, Common, common_of, common_options, sources_of

if TYPE_CHECKING:
    from pipeline.compare import ChoiceError
    from pipeline.compare.sides import Label
    from schemas.comparison import Comparison

FORMATS = ("text", "json", "html")
ASSESSORS = ("self", "committee")


@click.command()
@click.argument("left", metavar="LEFT")
@click.argument("right", metavar="RIGHT")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: by the ending of --output, else text."
)
@click.option("-o", "--output", metavar="PATH", help="File to write, - for stdout.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Lowest severity that makes the exit code 1.")
@click.option("--left-round", metavar="NAME", help="Take the tables of this round on the left.")
@click.option("--right-round", metavar="NAME", help="Take the tables of this round on the right.")
@click.option("--left-assessor", type=click.Choice(ASSESSORS), help="Take these scores on the left.")
@click.option("--right-assessor", type=click.Choice(ASSESSORS), help="Take these scores on the right.")
@common_options
def compare(
    left: str, right: str, form: str | None, output: str | None, fail_on: str | None, **options: Any
) -> int:
    """Compare two sources of the same scores: unit forms with the central matrix, one round with the next.

    LEFT and RIGHT are each a file, a folder (every workbook below it) or a glob. Units and indicators are
    matched by name and number; what stands on one side alone, what changed, and what cannot be told apart is
    listed with its cells. A file may be compared with itself: --left-assessor self --right-assessor committee.
    """
    from pipeline.compare.labels import Choice

    chosen = (
        Choice(options.pop("left_round"), options.pop("left_assessor")),
        Choice(options.pop("right_round"), options.pop("right_assessor")),
    )
    common = common_of(options)
    pack = common.pack()
    sides = sources_of([left]), sources_of([right])

    from pipeline.commands.telling import telling
    from pipeline.commands.writing import chosen_format
    from pipeline.run import ingest

    form = chosen_format(form, output, FORMATS, "text")
    sources = [*sides[0], *sides[1]]
    with telling(common) as tell:
        tables, findings = ingest(
            sources, pack, limits=common.limits(), jobs=common.jobs, passwords=common.passwords, tell=tell
        )

    from pipeline.compare import ChoiceError, Source
    from pipeline.compare import compare as compared
    from pipeline.version import VERSION

    middle = len(sides[0])
    try:
        comparison = compared(
            Source(tables, range(middle)),
            Source(tables, range(middle, len(sources))),
            pack,
            VERSION,
            chosen=chosen,
            findings=findings,
        )
    except ChoiceError as error:
        raise click.UsageError(_choice(error, common)) from None
    _write(comparison, form, output, common, [s.path for s in sources if s.path is not None])
    return exit_code(comparison, common.setting("fail-on", fail_on, "error", FAIL_ON))


def exit_code(comparison: Comparison, fail_on: str) -> int:
    """Return 2 where an input could not be compared, 1 where a difference is at or above fail_on, else 0."""
    from rules.catalogue import CATALOGUE
    from schemas.finding import Severity

    if comparison.not_judged:
        return 2
    if fail_on == "never":
        return 0
    order = list(Severity)
    counted = order[: order.index(Severity(fail_on)) + 1]
    severities = comparison.rules.severities
    names = {difference.name for difference in comparison.differences}
    return int(any(severities.get(n, CATALOGUE.findings[n].severity) in counted for n in names))


def _write(
    comparison: Comparison, form: str, output: str | None, common: Common, read: Sequence[Path]
) -> None:
    from pipeline.commands.files import atomic, cannot_write, spare, standard_output
    from pipeline.commands.options import say
    from reports.compare_formats import COMPARE_FORMATS
    from reports.options import Options
    from rules.catalogue import CATALOGUE

    chosen = next(one for one in COMPARE_FORMATS if one.name == form)
    to_stdout = output in (None, "-")
    terminal = to_stdout and sys.stdout.isatty()
    options = Options(
        lang=common.lang,
        width=shutil.get_terminal_size((80, 24)).columns if terminal else 120,
        color=terminal and common.color,
        encoding=sys.stdout.encoding if to_stdout else "utf-8",
    )
    if output is None or output == "-":
        with standard_output() as out:
            chosen.write(comparison, CATALOGUE, options, out)
        return
    file = Path(output)
    if file.is_dir():
        file /= f"comparison{chosen.suffix}"
    spare([file], read)
    try:
        with atomic(file) as out:
            chosen.write(comparison, CATALOGUE, options, out)
    except OSError as error:
        raise cannot_write(f"the result to {output}", error) from None
    say(f"written: {file}", common)


def _choice(error: ChoiceError, common: Common) -> str:
    """Say which kinds of tables there are to choose from."""
    from rules.catalogue import CATALOGUE
    from schemas.finding import Text
    from schemas.words import fill, shown

    words = CATALOGUE.words

    def kinds(labels: list[Label]) -> Text:
        found = []
        for round_, assessor in labels:
            who = words[f"compare.assessor.{assessor}"] if assessor else words["compare.any"]
            name = round_ or words["compare.any"]
            found.append(fill(words["compare.kind"], {"round": name, "assessor": who}))
        return Text("; ".join(t.en for t in found), "; ".join(t.th for t in found))

    if error.side is None:
        text = fill(words["compare.choose"], {"left": kinds(error.left), "right": kinds(error.right)})
    else:
        side = words[f"compare.{error.side.value}"]
        own = error.left if error.side == "left" else error.right
        values = {"side": Text(side.en.lower(), side.th), "kinds": kinds(own)}
        text = fill(words["compare.no-choice"], values)
    return shown(text, common.lang)
