"""Docs are held to the code: every command, option, key, column and name is documented, generated pages are fresh."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from rules.catalogue_page import page as catalogue_page
from rules.kinds import ListOf, MapOf, OneOf, Section
from rules.loading import shipped
from rules.pack_keys import PACK
from rules.suite_columns import COLUMNS, ROW_EXPECTATIONS
from rules.suite_loading import shipped_suites
from rules.waivers import WAIVERS
from tests.docs.commands import commands
from tests.docs.commands import page as commands_page

DOCS = Path(__file__).parents[2] / "docs"


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_catalogue_page_is_fresh() -> None:
    """Mend with: python -m rules.catalogue_page > docs/catalogue.md"""
    assert read("catalogue.md") == catalogue_page()


def test_commands_page_is_fresh() -> None:
    """Mend with: python -m tests.docs.commands > docs/commands.md"""
    assert read("commands.md") == commands_page()


@pytest.mark.parametrize(("path", "command"), list(commands()), ids=lambda v: v if isinstance(v, str) else "")
def test_every_command_and_option_says_what_it_does(path: str, command: click.Command) -> None:
    assert command.help, path
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{path} {parameter.opts}"
            assert parameter.help.endswith("."), f"{path} {parameter.opts}"


def keys_of(section: Section) -> set[str]:
    """Return the keys of a section and of those inside it."""
    names: set[str] = set()
    for name, key in section.keys.items():
        names.add(name)
        kind = key.kind
        while isinstance(kind, ListOf | MapOf):
            kind = kind.item if isinstance(kind, ListOf) else kind.value
        if isinstance(kind, Section):
            names |= keys_of(kind)
        if isinstance(kind, OneOf) and name not in ("required", "decimals"):
            names |= set(kind.words)
    return names - {"aliases", "at_least", *QUANTITIES}


QUANTITIES = {"score", "weighted", "full_marks", "points", "mean", "converted", "grade"}


def test_rules_page_names_every_key_of_a_pack_and_of_a_waiver() -> None:
    text = read("rules.md")
    missing = [key for key in keys_of(PACK) | keys_of(WAIVERS) if key not in text]
    assert missing == []


@pytest.mark.parametrize("name", [*COLUMNS, *ROW_EXPECTATIONS, *shipped(), *shipped_suites()])
def test_rules_page_names_every_column_type_pack_and_suite(name: str) -> None:
    assert f"`{name}`" in read("rules.md") or f" {name}" in read("rules.md")


def test_gate_page_names_every_option_of_its_own() -> None:
    validate = dict(commands())["sobthan validate"]
    common = dict(commands())["sobthan reconcile"]
    shared = {o for p in common.params for o in p.opts}
    own = [o for p in validate.params if isinstance(p, click.Option) for o in p.opts if o not in shared]
    assert [o for o in own if o not in read("gate.md")] == []
