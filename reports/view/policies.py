"""The policies in force, in words: how unclear cells count, how figures are rounded, what a pack fixes besides."""

from __future__ import annotations

from collections.abc import Iterator

from reports.numbers import number_text
from reports.view.verdicts import Words
from schemas.finding import Text
from schemas.rules import RulePack


def in_force(words: Words, rules: RulePack) -> Iterator[tuple[Text, Text]]:
    """Yield each policy and what it says; what a pack may fix for single quantities stands only where it does."""
    for name in ("zero", "blank", "dash", "rounding"):
        yield words(f"policy.{name}"), words(f"policy.{name}.{getattr(rules.policies, name).value}")
    for quantity, mode in rules.roundings.items():
        of = words(f"quantity.{quantity.value}")
        yield words("policy.rounding-of", quantity=of), words(f"policy.rounding.{mode.value}")
    for quantity, digits in rules.decimals.items():
        of = words(f"quantity.{quantity.value}")
        yield words("policy.decimals-of", quantity=of), words("policy.decimals-of.value", count=digits)
    if rules.tolerance:
        allowed = number_text(rules.tolerance)
        yield words("policy.tolerance"), Text(allowed, allowed)


def modes(words: Words, rules: RulePack) -> Text:
    """Return how figures are rounded, those that are rounded in a way of their own named."""
    said = words(f"policy.rounding.{rules.policies.rounding.value}")
    for quantity, mode in rules.roundings.items():
        of, how = words(f"quantity.{quantity.value}"), words(f"policy.rounding.{mode.value}")
        said = Text(f"{said.en}; {of.en}: {how.en}", f"{said.th} · {of.th}: {how.th}")
    return said
