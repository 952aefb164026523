"""A comparison as a reader sees it: every difference with its words, and both places as addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from reports.numbers import number_text
from reports.view.verdicts import Words
from schemas.catalogue import Catalogue
from schemas.cell import a1
from schemas.comparison import Comparison, Difference, NotJudged, Side, Spot, Subject
from schemas.finding import Severity, Text
from schemas.words import fill

ORDER = ("duplicate-key", "only-in-left", "only-in-right", "renamed-unit", "changed-score", "changed-figure")
"""Names in the order a reader needs them: what could not be compared comes before what differs."""


@dataclass(frozen=True, slots=True)
class Row:
    """One difference in words. left, right: the score or figure; left_at, right_at: where ('' for nowhere)."""

    difference: Difference
    severity: Severity
    message: Text
    what: Text
    left: Text | None
    right: Text | None
    left_at: str
    right_at: str


class CompareView:
    """The words of one comparison."""

    def __init__(self, comparison: Comparison, catalogue: Catalogue) -> None:
        self.comparison = comparison
        self.catalogue = catalogue
        self.words = Words(catalogue)

    def severity(self, name: str) -> Severity:
        """Return the rule pack's severity for a name, else the catalogue's."""
        return self.comparison.rules.severities.get(name, self.catalogue.findings[name].severity)

    def groups(self) -> list[tuple[str, list[Difference]]]:
        """Return the differences by name, in the order of reading; only names that occur."""
        by_name: dict[str, list[Difference]] = {name: [] for name in ORDER}
        for difference in self.comparison.differences:
            by_name.setdefault(difference.name, []).append(difference)
        return [(name, found) for name, found in by_name.items() if found]

    def row(self, difference: Difference) -> Row:
        """Return one difference in words."""
        left, right = (self._side(spot, difference) for spot in (difference.left, difference.right))
        left_at = self.place(Side.LEFT, difference.left)
        right_at = self.place(Side.RIGHT, difference.right)
        what = self.what(difference)
        nothing = Text("", "")
        values: Mapping[str, object] = {
            "what": what,
            "left": self._at(left or nothing, left_at),
            "right": self._at(right or nothing, right_at),
            "places": self._places(difference),
            "side": self.side_name(Side.LEFT if difference.left else Side.RIGHT),
            "because": self._because(difference),
        }
        message = fill(self.catalogue.findings[difference.name].message, values)
        if difference.subject not in (Subject.SCORE, Subject.FIGURE):
            left = right = None  # a name says itself
        return Row(difference, self.severity(difference.name), message, what, left, right, left_at, right_at)

    def counts(self) -> Text:
        """Say in a sentence how much was compared and how much differs."""
        one = self.comparison
        return self.words(
            "compare.counts",
            units=one.units,
            indicators=one.indicators,
            scores=one.scores.compared,
            scores_changed=one.scores.changed,
            figures=one.figures.compared,
            figures_changed=one.figures.changed,
        )

    def unshared(self) -> list[Text]:
        """Say which quantities one side reports alone, a sentence a side."""
        found = []
        for side in Side:
            own = [q for s, q in self.comparison.unshared_quantities if s is side]
            if own:
                quantities = tuple(self.words(f"quantity.{q.value}") for q in own)
                name = self.side_name(side)
                found.append(self.words("compare.unshared", side=name, quantities=quantities))
        return found

    def side_name(self, side: Side) -> Text:
        """Return a side's name inside a sentence."""
        name = self.words(f"compare.{side.value}")
        return Text(name.en.lower(), name.th)

    def what(self, difference: Difference) -> Text:
        """Say what a difference is about."""
        subject = difference.subject
        names = {"unit": difference.unit, "indicator": difference.indicator}
        if subject is Subject.TABLE:
            return self.words("compare.subject.table", label=self.kind(difference.round, difference.assessor))
        if subject is Subject.FIGURE and difference.quantity:
            key = "compare.subject.indicator-figure" if difference.indicator else "compare.subject.figure"
            quantity = self.words(f"quantity.{difference.quantity.value}")
            return self._labelled(self.words(key, quantity=quantity, **names), difference)
        if subject is Subject.SCORE and not difference.indicator:
            return self._labelled(self.words("compare.subject.scores", **names), difference)
        return self._labelled(self.words(f"compare.subject.{subject.value}", **names), difference)

    def kind(self, round_: str | None, assessor: str | None) -> Text:
        """Name the kind of a table: its round and its assessor."""
        any_ = self.words("compare.any")
        who = self.words(f"compare.assessor.{assessor}") if assessor else any_
        return self.words("compare.kind", round=round_ or any_, assessor=who)

    def place(self, side: Side, spot: Spot | None) -> str:
        """Return a place as spreadsheets write it, with the file where a side has several."""
        if spot is None or spot.cell is None:
            return ""
        compared = self.comparison.left if side is Side.LEFT else self.comparison.right
        book = compared.books[spot.workbook]
        address = a1(spot.cell.row, spot.cell.col)
        sheet = book.sheets[spot.cell.sheet].name
        file = PurePath(book.file).name
        several = len(compared.books) > 1
        if not several and len(book.sheets) == 1:
            return address
        where = f"[{file}]{sheet}" if several else sheet
        return "'{}'!{}".format(where.replace("'", "''"), address)

    def why_not(self, one: NotJudged) -> Text:
        """Say why an input could not be compared: the titles of the errors found about it."""
        titles = [self.catalogue.findings[f.name].title for f in one.findings if self._hinders(f.name)]
        unique = list(dict.fromkeys(titles)) or [self.words("compare.no-table")]
        return Text(", ".join(t.en for t in unique), ", ".join(t.th for t in unique))

    def _hinders(self, name: str) -> bool:
        entry = self.catalogue.findings.get(name)
        return entry is not None and entry.severity is Severity.ERROR

    def _labelled(self, text: Text, difference: Difference) -> Text:
        for name, value in (("round", difference.round), ("assessor", difference.assessor)):
            if value:
                shown = self.words(f"compare.assessor.{value}") if name == "assessor" else Text(value, value)
                more = self.words(f"compare.{name}", **{name: shown})
                text = Text(text.en + more.en, text.th + more.th)
        return text

    def _side(self, spot: Spot | None, difference: Difference) -> Text | None:
        if spot is None:
            return None
        if spot.value is not None:
            shown = number_text(spot.value)
            return Text(shown, shown)
        text = spot.text.strip()
        if spot.state is not None and difference.subject is Subject.SCORE:
            state = self.words(f"state.{spot.state.label}")
            return Text(f"{state.en} “{text}”", f"{state.th} “{text}”") if text else state
        return Text(text, text) if text else self.words("compare.nothing")

    def _at(self, value: Text, place: str) -> Text:
        return self.words("compare.at", value=value, place=place) if place else value

    def _places(self, difference: Difference) -> str:
        side = Side.LEFT if difference.left else Side.RIGHT
        spots = (difference.left or difference.right, *difference.others)
        return ", ".join(filter(None, (self.place(side, spot) for spot in spots)))

    def _because(self, difference: Difference) -> Text:
        alike = difference.values.get("alike")
        if alike is None:
            return Text("", "")
        if difference.values.get("by_position"):
            return self.words("compare.position")
        return self.words("compare.alike", percent=alike)
