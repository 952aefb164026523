"""`sobthan rules`: list, show, check and draft rule packs."""

from __future__ import annotations

import click

from pipeline.commands.options import LANGS, locale_lang


@click.group()
def rules() -> None:
    """List, show, check and draft rule packs: the policies that every verdict rests on."""


@rules.command(name="list")
def list_packs() -> int:
    """List the rule packs and the suites that come with sobthan."""
    from rules.loading import load_pack, shipped
    from rules.suite_loading import shipped_suites

    for name in shipped():
        pack = load_pack(name)
        click.echo(f"{name:<16}{pack.sha256[:12]}  {pack.title}")
    click.echo(f"suites: {', '.join(shipped_suites())}")
    return 0


@rules.command()
@click.argument("pack", metavar="NAME|FILE", default="default")
@click.option("--lang", type=click.Choice(LANGS), help="Language of messages. Default: by the locale.")
def show(pack: str, lang: str | None) -> int:
    """Print a rule pack with everything it inherits, as YAML."""
    from rules.errors import RuleError
    from rules.loading import load_pack, pack_document
    from rules.pack_text import pack_yaml

    try:
        loaded = load_pack(pack)
    except RuleError as error:
        raise click.UsageError(error.shown(lang or locale_lang())) from None
    click.echo(f"# sha256 {loaded.sha256}")
    click.echo(pack_yaml(pack_document(loaded)), nl=False)
    return 0


@rules.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--lang", type=click.Choice(LANGS), help="Language of messages. Default: by the locale.")
def check(files: tuple[str, ...], lang: str | None) -> int:
    """Check rule packs and suites: every problem with its file and line; exit code 2 where there is one."""
    from rules.errors import RuleError
    from rules.loading import load_pack
    from rules.suite_loading import load_suite, load_suites

    code = 0
    for file in files:
        try:
            if file.endswith(".json"):
                click.echo(f"{file}: ok, expectations: {len(load_suite(file))}")
            else:
                pack = load_pack(file)
                load_suites(pack.suites)
                click.echo(f"{file}: ok, {pack.name}, sha256 {pack.sha256[:12]}")
        except RuleError as error:
            click.echo(error.shown(lang or locale_lang()), err=True)
            code = 2
    return code


@rules.command()
@click.argument("workbook", metavar="WORKBOOK", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "-o", "--output", metavar="FILE", help="File to write; it must not be there yet. Default: stdout."
)
@click.option("--rules", "start", metavar="NAME|FILE", default="default", help="Rule pack to read it by.")
@click.option("--lang", type=click.Choice(LANGS), help="Language of messages. Default: by the locale.")
def init(workbook: str, output: str | None, start: str, lang: str | None) -> int:
    """Draft a rule pack from a good workbook: its units, indicators, weights, figures and layout."""
    from pathlib import Path

    from pipeline.inputs import expand
    from pipeline.run import ingest
    from rules.errors import RuleError, words_of
    from rules.loading import load_pack
    from rules.pack_text import draft

    language = lang or locale_lang()
    try:
        pack = load_pack(start)
    except RuleError as error:
        raise click.UsageError(error.shown(language)) from None
    tables, _ = ingest(expand([workbook]), pack)
    if not tables.infos:
        words = words_of("rules.nothing-to-draft", {"file": workbook})
        raise click.UsageError(words.th if language == "th" else words.en)
    text = draft(tables, Path(workbook).name)
    if output is None or output == "-":
        click.echo(text, nl=False)
        return 0
    try:
        with Path(output).open("x", encoding="utf-8") as out:
            out.write(text)
    except OSError as error:
        raise click.UsageError(f"{output}: {error.strerror}") from None
    return check.callback((output,), lang) if check.callback is not None else 0
