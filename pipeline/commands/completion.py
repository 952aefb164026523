"""`sobthan completion`: the script that teaches a shell to complete the command."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the completion script for a shell: eval "$(sobthan completion bash)"."""
    from click.shell_completion import get_completion_class

    from pipeline.cli import sobthan

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(sobthan, {}, "sobthan", "_SOBTHAN_COMPLETE").source())
