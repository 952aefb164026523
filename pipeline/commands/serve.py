"""`sobthan serve`: the local page for people without a terminal."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from pipeline.commands.signoff_options import needing, record_of, store_option

PORT = 8642


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: any free one."
)
@click.option(
    "--rules", "rules", multiple=True, metavar="FILE", help="A rule pack to offer beside the shipped ones."
)
@click.option(
    "--at-once", type=click.IntRange(1, 64), default=2, show_default=True, help="Workbooks at a time."
)
@click.option(
    "--max-upload-mb", type=click.IntRange(1, 2000), default=64, show_default=True, help="One upload's size."
)
@click.option("--open", "open_browser", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--host", metavar="ADDRESS", help="Listen on a network address; needs --password-file and --name."
)
@click.option(
    "--name", "names", multiple=True, metavar="HOST[:PORT]", help="Name that browsers use, behind TLS."
)
@click.option("--password-file", metavar="FILE", help="Who may enter: lines made by --add-person.")
@click.option("--add-person", metavar="NAME", help="Ask for a password, add the person to the file, and end.")
@store_option
def serve(
    port: int,
    rules: tuple[str, ...],
    at_once: int,
    max_upload_mb: int,
    open_browser: bool,
    host: str | None,
    names: tuple[str, ...],
    password_file: str | None,
    add_person: str | None,
    store: str | None,
) -> None:
    """Serve a page on this machine: drop a workbook, read the report, decide, sign.

    The page listens on 127.0.0.1 and prints an address that opens it once. With --host it listens on a
    network address: then people enter by name and password, and a proxy in front must speak TLS.
    """
    gc.enable()  # the page runs for long
    if add_person is not None:
        _add_person(add_person, password_file)
        return
    if host is not None and (password_file is None or not names):
        raise click.UsageError("--host needs --password-file, and --name for each name that browsers use")
    if host is None and (password_file is not None or names):
        raise click.UsageError("--password-file and --name go with --host")
    record = record_of({"store": store})
    with needing("serve"):
        from pipeline.serve.run import Plan, run

        run(
            Plan(
                store=record.where,
                port=port,
                packs=rules,
                at_once=at_once,
                most_bytes=max_upload_mb << 20,
                open_browser=open_browser,
                host=host,
                names=names,
                password_file=Path(password_file) if password_file is not None else None,
            )
        )


def _add_person(name: str, password_file: str | None) -> None:
    if password_file is None:
        raise click.UsageError("--add-person needs --password-file")
    if ":" in name or not name.strip() or not name.isprintable():
        raise click.UsageError("a name is one line without a colon")
    import os

    with needing("serve"):
        from pipeline.serve.people import password_line
    password = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    if len(password) < 10:
        raise click.UsageError("a password has at least 10 characters")
    file = Path(password_file)
    try:
        before = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        others = [line for line in before if line.partition(":")[0] != name.strip()]
        text = "\n".join([*others, password_line(name.strip(), password)]) + "\n"
        with os.fdopen(
            os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as out:
            out.write(text)
        file.chmod(0o600)
    except OSError as error:
        raise click.UsageError(f"{file}: {error.strerror}") from None
    click.echo(f"{name}: {file}", err=True)
