"""What was run: file, fingerprint, rules and their fingerprint, policies in force, version, date."""

from __future__ import annotations

from reports.dates import date_words
from reports.html.context import Context
from reports.html.markup import Child, Html, tag
from reports.numbers import number_text
from reports.view.policies import in_force
from schemas.finding import Text


def facts(page: Context) -> Html:
    """Return the list of what was run."""
    one, rules = page.book.outcome, page.rules
    rows: list[tuple[str, Child]] = [
        ("html.fact.file", one.file),
        ("html.fact.sha256", tag("code", one.sha256 or "–", class_="hash")),
        ("html.fact.format", one.format or "–"),
        ("html.fact.rules", [rules.name, f" · {rules.title}" if rules.title else None]),
        ("html.fact.rules-sha256", tag("code", rules.sha256 or "–", class_="hash")),
    ]
    named: list[tuple[Text, Child]] = [(page(key), value) for key, value in rows]
    named += in_force(page.words, rules)
    scale = rules.scale
    rows = [
        (
            "html.fact.scale",
            page(
                "html.fact.scale.value",
                low=number_text(scale.low),
                high=number_text(scale.high),
                factor=number_text(scale.factor),
            ),
        ),
        ("html.fact.tool", f"sobthan {page.book.run.outcome.version}"),
        ("html.fact.date", date_words(page.options.made)),
    ]
    named += [(page(key), value) for key, value in rows]
    return tag(
        "dl",
        (tag("div", tag("dt", name), tag("dd", value)) for name, value in named),
        class_="facts",
    )
