"""`sobthan explain`: what a finding or a cause means, why it matters, how to mend it."""

from __future__ import annotations

import click

from pipeline.commands.options import LANGS


@click.command()
@click.argument("name")
@click.option("--lang", type=click.Choice(LANGS), help="Only this language. Default: both.")
def explain(name: str, lang: str | None) -> int:
    """Say what a finding or a cause means, why it matters, and how to mend it.

    NAME is a kebab-case name as it stands in a result, such as converted-mismatch or wrong-base.
    """
    from rules.errors import RuleError
    from rules.explain import explain as explanation

    try:
        text = explanation(name)
    except RuleError as error:
        raise click.UsageError(str(error)) from None
    click.echo("\n\n".join((text.th, text.en)) if lang is None else text.th if lang == "th" else text.en)
    return 0
