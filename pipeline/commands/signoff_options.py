"""What the sub-commands of signoff share: the store, who acts, with which key, in which language."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pipeline.commands.options import LANGS, locale_lang
from pipeline.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from pipeline.signoff.keys import Signer
    from pipeline.signoff.store import Store
    from schemas.case import Case
    from schemas.finding import Text

F = TypeVar("F", bound=Callable[..., Any])

store_option = click.option(
    "--store",
    metavar="FILE|URL",
    envvar="SOBTHAN_STORE",
    help="Where the record is kept: a file (SQLite), or postgresql://… for a team. "
    "Default: sobthan-signoff.sqlite in this folder.",
)
by_option = click.option(
    "--by", required=True, envvar="SOBTHAN_BY", metavar="NAME", help="Who is doing this."
)
lang_option = click.option(
    "--lang", type=click.Choice(LANGS), help="Language of texts. Default: by the locale."
)
heads_option = click.option(
    "--head",
    "heads",
    multiple=True,
    metavar="HEX",
    help="A head copied from a printed paper, at least 16 digits; may be given several times.",
)


def key_options(command: F) -> F:
    """Add the options that sign an entry by a key."""
    command = click.option("--key", metavar="FILE", help="Sign the entry by this Ed25519 private key.")(
        command
    )
    return click.option(
        "--key-passphrase-file", metavar="FILE", help="A file whose first line opens the sealed key."
    )(command)


@dataclass(frozen=True, slots=True)
class Record:
    """The record as one command uses it."""

    where: str
    lang: str
    by: str = ""
    signer: Signer | None = None

    @contextlib.contextmanager
    def store(self, *, create: bool = False) -> Iterator[Store]:
        """Open the store for a while; UsageError where the extra that it needs is not installed."""
        with needing("signoff"):
            from pipeline.signoff.store import Store

            store = Store(self.where, create=create)
        try:
            yield store
        finally:
            store.close()

    def text(self, text: Text) -> str:
        """Return a text in the user's language."""
        return text.th if self.lang == "th" else text.en

    def word(self, key: str, /, **values: object) -> str:
        """Return words of the catalogue in the user's language."""
        from rules.catalogue import CATALOGUE
        from schemas.words import fill

        return self.text(fill(CATALOGUE.words[key], values))

    def words(self, name: str, /, **values: object) -> str:
        """Return one of the command's own messages."""
        return self.word(f"signoff.say.{name}", **values)

    def say(self, name: str, /, **values: object) -> None:
        """Write one of the command's own messages to standard output."""
        click.echo(self.words(name, **values))


def record_of(options: dict[str, Any]) -> Record:
    """Take the options of the record out of a command's arguments; `lang` stays where common options need it."""
    settings = {}
    if "config" not in options:
        try:
            settings = load_settings(None)
        except SettingsError as error:
            raise click.UsageError(str(error)) from None
    lang = options.get("lang") or str(settings.get("lang", "")) or locale_lang()
    store = options.pop("store", None) or str(settings.get("store", "")) or "sobthan-signoff.sqlite"
    signer = _signer(options.pop("key", None), options.pop("key_passphrase_file", None), lang)
    return Record(store, lang, options.pop("by", ""), signer)


def _signer(file: str | None, passphrase_file: str | None, lang: str) -> Signer | None:
    if file is None:
        return None
    from pipeline.signoff.keys import load_key

    passphrase = None
    if passphrase_file is not None:
        try:
            passphrase = Path(passphrase_file).read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(f"{passphrase_file}: {error}") from None
    with refusals_in(Record("", lang)):
        return load_key(Path(file), passphrase)


@contextlib.contextmanager
def refusals_in(record: Record) -> Iterator[None]:
    """Turn what the record refuses into a usage error in the user's language."""
    from pipeline.signoff.refused import RefusedError

    try:
        yield
    except RefusedError as error:
        raise click.ClickException(record.text(error.text)) from None


@contextlib.contextmanager
def needing(extra: str) -> Iterator[None]:
    """Say which extra to install where a library is missing that the main job does not need."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("pipeline", "rules", "reports", "schemas"):
            raise
        from rules.catalogue import CATALOGUE
        from schemas.words import fill

        missing = {"extra": "postgres" if error.name == "psycopg" else extra, "module": error.name}
        text = fill(CATALOGUE.words["signoff.say.extra"], missing)
        raise click.ClickException(text.th if locale_lang() == "th" else text.en) from None


def chosen_findings(record: Record, case: Case, wanted: Sequence[str]) -> list[str]:
    """Return the ids that a user means by ids, names and 'all'; UsageError for what means nothing."""
    chosen: dict[str, None] = {}
    for want in wanted:
        if want == "all":
            found = [i.id for i in case.open_items()]
            if not found:
                raise click.UsageError(record.words("nothing-open", case=case.number))
        else:
            found = [i.id for i in case.to_decide() if want in (i.id, i.first.name)]
            found = [want] if want in case.items else found
        if not found:
            raise click.UsageError(record.words("no-match", case=case.number, finding=want))
        chosen.update(dict.fromkeys(found))
    return list(chosen)
