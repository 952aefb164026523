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
    from rules.explain import UnknownNameError, explain_name

    try:
        click.echo(explain_name(name, lang))
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None
    return 0
