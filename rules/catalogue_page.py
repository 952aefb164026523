"""The catalogue as one Markdown page: `python -m rules.catalogue_page > docs/catalogue.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from rules.catalogue import CATALOGUE
from rules.explain import sections
from schemas.catalogue import Catalogue, CauseEntry, FindingEntry
from schemas.finding import Text


def page(catalogue: Catalogue = CATALOGUE) -> str:
    """Return the page: an overview of every name, then each name with its words in both languages."""
    return "\n".join(_lines(catalogue)) + "\n"


def _lines(catalogue: Catalogue) -> Iterator[str]:
    words = catalogue.words
    yield "# Catalogue of findings and causes"
    yield ""
    yield "Made from `rules/catalogue/` by `python -m rules.catalogue_page`."
    yield "`sobthan explain NAME` prints one entry."
    yield ""
    yield "## Findings"
    yield ""
    for category in dict.fromkeys(e.category for e in catalogue.findings.values()):
        entries = [e for e in catalogue.findings.values() if e.category == category]
        yield f"### {words[f'category.{category}'].en} · {words[f'category.{category}'].th}"
        yield ""
        yield "| name | severity | | |"
        yield "|---|---|---|---|"
        for entry in entries:
            link = f"[`{entry.name}`](#{entry.name})"
            yield f"| {link} | {entry.severity} | {_cell(entry.title)} |"
        yield ""
    yield "## Causes"
    yield ""
    yield "| name | | |"
    yield "|---|---|---|"
    for cause in catalogue.causes.values():
        yield f"| [`{cause.name}`](#{_anchor(cause, catalogue)}) | {_cell(cause.title)} |"
    yield ""
    yield "## Each finding"
    yield ""
    for entry in catalogue.findings.values():
        yield from _entry(entry, entry.name, catalogue)
    yield "## Each cause"
    yield ""
    for cause in catalogue.causes.values():
        yield from _entry(cause, _anchor(cause, catalogue), catalogue)


def _anchor(cause: CauseEntry, catalogue: Catalogue) -> str:
    return f"cause-{cause.name}" if cause.name in catalogue.findings else cause.name


def _entry(entry: FindingEntry | CauseEntry, anchor: str, catalogue: Catalogue) -> Iterator[str]:
    yield f'<a id="{anchor}"></a>'
    yield ""
    yield f"### {entry.name}"
    yield ""
    yield f"**{entry.title.en}** · {entry.title.th}"
    yield ""
    if isinstance(entry, FindingEntry):
        yield f"{entry.severity} · {entry.category}"
        yield ""
    for key, text in sections(entry):
        heading = catalogue.words[key]
        yield f"- *{heading.en}*: {_escaped(text.en)}"
        yield f"  *{heading.th}*: {_escaped(text.th)}"
    yield ""


def _cell(text: Text) -> str:
    return " | ".join(_escaped(words).replace("|", "\\|") for words in text)


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
