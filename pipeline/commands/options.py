"""The options that several commands share, and what they resolve to."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pipeline.settings import SettingsError, Value, load_settings

if TYPE_CHECKING:
    from pipeline.read import Limits, Source
    from schemas.rules import RulePack

F = TypeVar("F", bound=Callable[..., Any])

ZERO = ("scored", "not-evaluated")
BLANK = ("missing", "not-applicable")
DASH = ("question", "not-applicable", "zero")
ROUNDING = ("half-up", "half-even", "truncate", "nearest")
FAIL_ON = ("error", "warning", "info", "never")
LANGS = ("th", "en")
OVER_THE_PACK: Mapping[str, tuple[str, ...]] = {
    "zero": ZERO,
    "blank": BLANK,
    "dash": DASH,
    "rounding": ROUNDING,
    "tolerance": (),
}
"""What the command line and the settings set over the rule pack, with its choices."""


def common_options(command: F) -> F:
    """Add the options that every judging command has. They arrive as keyword arguments of their names."""
    for option in reversed(_COMMON):
        command = option(command)
    return command


_COMMON = (
    click.option(
        "--rules", metavar="FILE", help="Rule pack: a name that ships with sobthan, or a YAML file."
    ),
    click.option(
        "--zero", type=click.Choice(ZERO), help="What a score of 0 means. Default: the rule pack's."
    ),
    click.option(
        "--blank", type=click.Choice(BLANK), help="What a blank cell means. Default: the rule pack's."
    ),
    click.option(
        "--dash", type=click.Choice(DASH), help="What a dash in a score cell means. Default: the rule pack's."
    ),
    click.option("--rounding", type=click.Choice(ROUNDING), help="How reported figures were rounded."),
    click.option(
        "--tolerance", metavar="NUMBER", help="A reported figure this far off still matches. Default: 0."
    ),
    click.option("--lang", type=click.Choice(LANGS), help="Language of texts. Default: by the locale."),
    click.option("--jobs", type=click.IntRange(1), metavar="N", help="How many files to parse at once."),
    click.option(
        "--password-file",
        type=click.Path(exists=True, dir_okay=False),
        help="A file with passwords for protected workbooks, one a line.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="No messages on stderr but errors."),
    click.option("--no-color", is_flag=True, help="No colour (NO_COLOR is heeded as well)."),
    click.option(
        "--config", metavar="FILE", help="Settings file in place of sobthan.toml or pyproject.toml."
    ),
)


@dataclass(frozen=True, slots=True)
class Common:
    """The common options after the settings file was heeded."""

    rules: str = "default"
    zero: str | None = None
    blank: str | None = None
    dash: str | None = None
    rounding: str | None = None
    tolerance: str | None = None
    lang: str = "en"
    jobs: int = 1
    passwords: tuple[str, ...] = ()
    quiet: bool = False
    color: bool = True
    settings: dict[str, Value] | None = None

    def setting(self, name: str, given: str | None, default: str, choices: Sequence[str] = ()) -> str:
        """Return an option: as given, else from the settings file, else its default; UsageError if no choice."""
        value = given if given is not None else str((self.settings or {}).get(name, default))
        if choices and value not in choices:
            raise click.UsageError(f"setting {name!r} must be one of {', '.join(choices)}, not {value!r}")
        return value

    def policies(self) -> dict[str, str]:
        """Return what was set over the rule pack, by the name of the policy."""
        every = {name: getattr(self, name) for name in OVER_THE_PACK}
        return {name: value for name, value in every.items() if value is not None}

    def pack(self) -> RulePack:
        """Load the rule pack with the options applied; UsageError where it cannot be followed."""
        from rules.loading import RuleError, load_pack

        try:
            return load_pack(self.rules, self.policies())
        except RuleError as error:
            raise click.UsageError(error.shown(self.lang)) from None

    def limits(self) -> Limits:
        """Return the limits on reading, with the settings file's changes."""
        from pipeline.read import Limits

        prefix = "max-"
        changed = {
            key.removeprefix(prefix).replace("-", "_"): int(value)
            for key, value in (self.settings or {}).items()
            if key.startswith(prefix)
        }
        return replace(Limits(), **changed)


def common_of(arguments: dict[str, Any]) -> Common:
    """Take the common options out of a command's arguments and resolve them against the settings file."""
    config = arguments.pop("config")
    try:
        settings = load_settings(config)
    except SettingsError as error:
        raise click.UsageError(str(error)) from None
    given = {name: arguments.pop(name) for name in ("rules", *OVER_THE_PACK, "lang", "jobs")}
    common = Common(
        passwords=_passwords(arguments.pop("password_file")),
        quiet=arguments.pop("quiet"),
        color=not arguments.pop("no_color")
        and "NO_COLOR" not in os.environ
        and settings.get("color", True) is True,
        settings=settings,
    )
    over: dict[str, Any] = {
        name: common.setting(name, given[name], "", (*choices, "") if choices else ()) or None
        for name, choices in OVER_THE_PACK.items()
    }
    return replace(
        common,
        **over,
        rules=common.setting("rules", given["rules"], "default"),
        lang=common.setting("lang", given["lang"], locale_lang(), LANGS),
        jobs=int(common.setting("jobs", None if given["jobs"] is None else str(given["jobs"]), "1")),
    )


def sources_of(paths: Sequence[str], manifest: str | None = None) -> list[Source]:
    """Expand the paths a user gave, and those a manifest names; UsageError where one stands for nothing."""
    from pipeline.inputs import InputError, expand, read_manifest

    try:
        named = read_manifest(manifest) if manifest else []
        if not paths and not named:
            raise click.UsageError("no input: name a file, a folder, a glob, or - for standard input")
        results: list[Path] = []
        sources = expand([*paths, *named], results)
    except InputError as error:
        raise click.UsageError(str(error)) from None
    context = click.get_current_context(silent=True)
    for folder in results if context is None or not context.params.get("quiet") else ():
        click.echo(f"not read: the tables of a batch in {folder}", err=True)
    return sources


def say(text: str, common: Common) -> None:
    """Write a message to stderr, unless the user asked for quiet."""
    if not common.quiet:
        click.echo(text, err=True)


def _passwords(file: str | None) -> tuple[str, ...]:
    if file is None:
        return ()
    with click.open_file(file, encoding="utf-8-sig") as lines:
        return tuple(line.rstrip("\r\n") for line in lines if line.strip())


def locale_lang() -> str:
    """Return the language of the locale, English unless it is Thai."""
    """Return th or en by the locale of the environment."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "th" if value.lower().startswith("th") else "en"
    return "en"


def on_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout.isatty()
