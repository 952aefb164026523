"""What was run: file, fingerprint, rules and their fingerprint, policies in force, version, date."""

from __future__ import annotations

from reports.dates import date_words
from reports.html.context import Context
from reports.html.markup import Child, Html, tag
from reports.numbers import number_text


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
    policies = rules.policies
    for name, value in (
        ("zero", policies.zero.value),
        ("blank", policies.blank.value),
        ("dash", policies.dash.value),
        ("rounding", policies.rounding.value),
    ):
        rows.append((f"policy.{name}", page(f"policy.{name}.{value}")))
    scale = rules.scale
    rows += [
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
    return tag(
        "dl",
        (tag("div", tag("dt", page(key)), tag("dd", value)) for key, value in rows),
        class_="facts",
    )
