"""What a name of the catalogue means: meaning, why it matters, an example, how to mend it; both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.catalogue import CATALOGUE
from rules.errors import RuleError, near
from schemas.catalogue import Catalogue, CauseEntry, FindingEntry
from schemas.finding import Text

_ID = re.compile(r"-[0-9a-f]{10}(-\d+)?$")
_PLACEHOLDER = re.compile(r"\{(\w+)[^{}]*\}")


def explain(name: str, catalogue: Catalogue = CATALOGUE) -> Text:
    """Return the explanation of a finding or a cause, by its name or by the id of a finding.

    A name that is both gets both. RuleError for a name the catalogue lacks, with the nearest ones.
    """
    wanted = _ID.sub("", name.strip())
    parts = [_finding(catalogue.findings[wanted], catalogue)] if wanted in catalogue.findings else []
    if wanted in catalogue.causes:
        parts.append(_cause(catalogue.causes[wanted], catalogue))
    if not parts:
        raise unknown(name, catalogue)
    return Text("\n\n".join(p.en for p in parts), "\n\n".join(p.th for p in parts))


def unknown(name: str, catalogue: Catalogue = CATALOGUE) -> RuleError:
    """Return the error for a name that nobody knows, with the nearest ones."""
    known = (*catalogue.findings, *catalogue.causes)
    return RuleError.of("explain.unknown", {"name": name, "near": near(name, known)})


def _finding(entry: FindingEntry, catalogue: Catalogue) -> Text:
    words = catalogue.words
    head = Text(
        f"{entry.name} - {words[f'severity.{entry.severity}'].en} - {words[f'category.{entry.category}'].en}",
        f"{entry.name} - {words[f'severity.{entry.severity}'].th} - {words[f'category.{entry.category}'].th}",
    )
    return _page(head, entry.title, sections(entry), catalogue)


def _cause(entry: CauseEntry, catalogue: Catalogue) -> Text:
    words = catalogue.words
    head = Text(f"{entry.name} - {words['explain.cause'].en}", f"{entry.name} - {words['explain.cause'].th}")
    return _page(head, entry.title, sections(entry), catalogue)


def sections(entry: FindingEntry | CauseEntry) -> Iterator[tuple[str, Text]]:
    """Yield the parts of an entry in reading order: the key of the heading's words, and the words."""
    yield "explain.message", template_words(entry.message)
    yield "explain.why", entry.why
    if isinstance(entry, CauseEntry):
        yield "explain.proof", entry.proof
    elif entry.example is not None:
        yield "explain.example", entry.example
    yield "explain.mend", entry.mend


def template_words(template: Text) -> Text:
    """Return a message template for reading: its placeholders as ‹names›."""
    return Text(_PLACEHOLDER.sub(r"<\1>", template.en), _PLACEHOLDER.sub(r"<\1>", template.th))


def _page(head: Text, title: Text, parts: Iterator[tuple[str, Text]], catalogue: Catalogue) -> Text:
    en, th = [head.en, title.en], [head.th, title.th]
    for key, words in parts:
        heading = catalogue.words[key]
        en += ["", f"{heading.en}:", f"  {words.en}"]
        th += ["", f"{heading.th}:", f"  {words.th}"]
    return Text("\n".join(en), "\n".join(th))
