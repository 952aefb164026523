"""The command `sobthan`: its subcommands, and the exit codes that others rely on."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

OK, DISCREPANT, NOT_JUDGED, BUG = 0, 1, 2, 3
UNWRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EIO}

COMMANDS = {
    "reconcile": "pipeline.commands.reconcile:reconcile",
    "validate": "pipeline.commands.validate:validate",
    "extract": "pipeline.commands.extract:extract",
    "explain": "pipeline.commands.explain:explain",
    "compare": "pipeline.commands.compare:compare",
    "rules": "pipeline.commands.rules:rules",
    "waivers": "pipeline.commands.waivers:waivers",
    "query": "pipeline.commands.query:query",
    "signoff": "pipeline.commands.signoff:signoff",
    "serve": "pipeline.commands.serve:serve",
    "demo": "pipeline.commands.demo:demo",
    "completion": "pipeline.commands.completion:completion",
}
"""Subcommand → module:object; imported only when asked for."""


class LazyGroup(click.Group):
    """A group whose subcommands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        target = COMMANDS.get(cmd_name)
        if target is None:
            return None
        module, name = target.split(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"No such command: {args[0]}.{hint}", ctx)
        return super().resolve_command(ctx, args)


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from pipeline.version import VERSION

        click.echo(f"sobthan {VERSION}")
        ctx.exit()


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def sobthan(debug: bool) -> None:
    """Review Thai public-sector KPI workbooks: check, recompute, reconcile, and say why.

    \b
    Exit codes:
      0  judged, nothing at or above --fail-on (default: error)
      1  judged, discrepancies found
      2  usage or configuration error, or some input could not be judged
      3  an error in sobthan itself
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; nothing here raises, bad input least of all."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    debug = "--debug" in arguments
    if debug:  # allowed anywhere, so that a failing call is repeated by adding it at the end
        arguments.remove("--debug")
    try:
        code = sobthan.main(arguments, prog_name="sobthan", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return NOT_JUDGED
    except click.ClickException as error:
        _say_error(error)
        return NOT_JUDGED
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        return 130
    except SystemExit:  # how click ends where the reader of our output went away: not an error of ours
        return OK
    except Exception as error:
        if debug:
            raise
        return _failed(error)
    return code if isinstance(code, int) else OK


def _failed(error: Exception) -> int:
    """Say what went wrong and return the exit code: a full disk is none of our bugs."""
    if isinstance(error, OSError) and error.errno in UNWRITABLE:
        click.echo(f"sobthan: cannot write {error.filename or 'the output'}: {error.strerror}", err=True)
        return NOT_JUDGED
    click.echo(
        f"sobthan: internal error ({type(error).__name__}: {error}).\n"
        "This is a bug in sobthan, not in your workbook. Repeat the command with --debug and report\n"
        "what it prints to the maintainers, with the version (sobthan --version).",
        err=True,
    )
    return BUG


def _say_error(error: click.ClickException) -> None:
    if isinstance(error, click.UsageError) and error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
    click.echo(f"sobthan: {error.format_message()}", err=True)


def _speak_utf8() -> None:
    """Write UTF-8 where the output is no terminal; on a terminal replace what its encoding lacks.

    A stream that was closed before we began is Python's None: what would go there goes nowhere.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end
        stream = getattr(sys, name)
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")


def entry() -> None:
    """Run as the installed command.

    Searching for cycles costs a short run a sixth of its time and finds next to nothing; what runs for long
    (a batch, the page) turns it on again.
    """
    gc.disable()
    leave(main())


def leave(code: int) -> None:
    """End the process with an exit code, and without taking its objects apart one by one.

    That would cost a short run a quarter of its time. What asked to be told of the end is told; where threads
    still run, or the output cannot be written out, Python ends in its own way.
    """
    if threading.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        pass  # the reader of our output went away: not an error of ours
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    entry()
