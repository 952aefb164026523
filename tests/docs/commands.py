"""The commands' help as one Markdown page: `python -m tests.docs.commands > docs/commands.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from pipeline.cli import sobthan

HELP = sobthan.context_settings["help_option_names"]
"""As the group hands them down: click keeps the option it first made for a command."""


def commands(command: click.Command = sobthan, path: str = "sobthan") -> Iterator[tuple[str, click.Command]]:
    """Yield every command and subcommand with its path, in the order of the help."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path, help_option_names=HELP)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from commands(child, f"{path} {name}")


def page() -> str:
    """Return the page: for every command what --help prints, at a fixed width."""
    parts = ["# Commands", "", "Made from the commands themselves by `python -m tests.docs.commands`.", ""]
    for path, command in commands():
        context = click.Context(
            command, info_name=path, max_content_width=100, terminal_width=100, help_option_names=HELP
        )
        parts += [f"## {path}", "", "```text", command.get_help(context).rstrip(), "```", ""]
    return "\n".join(parts)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
