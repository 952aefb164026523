"""Units that go down with several columns for each indicator: target, result, score, weighted score."""

from __future__ import annotations

from dataclasses import replace

from pipeline.locate.facts import Facts, LabelColumns
from pipeline.locate.header_terms import header_term
from pipeline.locate.labels import Words
from pipeline.locate.rows import RowReading
from pipeline.locate.view import View
from schemas.layout import RowRole

_BESIDE = frozenset({"score", "weighted", "result", "target", "measure", "baseline", "weight", "full_marks"})


def titles_over(view: View, labels: LabelColumns, region: list[int], words: Words) -> LabelColumns:
    """Return the label columns with the title taken from over the lines' own names (ผลงาน, คะแนน) in a turned view,
    where these were taken for it."""
    texts = [v for i in region if isinstance(v := view.rows[i][labels.title], str) and v]
    named = sum(header_term(words.label(v)) in _BESIDE for v in texts)
    over = [j for j in labels.left if j < labels.title and any(view.rows[i][j] != "" for i in region)]
    if not over or named * 3 < len(texts) * 2:
        return labels
    return replace(labels, title=over[-1])


def own_lines(
    view: View, rows: RowReading, facts: list[Facts], labels: LabelColumns, words: Words
) -> RowReading:
    """Return the reading with each indicator on the line named its score, and its weighted figures beside it,
    where a turned view names the lines of most indicators so; else the reading as it is."""
    if not view.transposed:
        return rows
    groups: list[list[Facts]] = []
    for f in facts:
        if f.title:
            groups.append([f])
        elif groups:
            groups[-1].append(f)
    found: dict[int, dict[str, Facts]] = {}
    for group in groups:
        terms = {t: f for f in group if (t := _term(view, f, labels, words))}
        if len(terms) == len(group) > 1 and "score" in terms and _BESIDE.issuperset(terms):
            found[group[0].i] = terms
    if len(found) < 2:
        return rows
    within = {f.i: (title, term) for title, terms in found.items() for term, f in terms.items()}
    roles = dict(rows.roles)
    for i, (_, term) in within.items():
        roles[i] = {"score": RowRole.INDICATOR, "weighted": RowRole.SUBTOTAL}.get(term, RowRole.NOTE)
    title_of = {terms["score"].i: title for title, terms in found.items() if terms["score"].i != title}
    by_row = {f.i: f for f in facts}
    return replace(
        rows,
        roles=roles,
        indicators=[f for f in facts if roles.get(f.i) is RowRole.INDICATOR],
        summaries=[f for f in rows.summaries if f.i not in within],
        stray=[f for f in rows.stray if f.i not in within],
        titles=rows.titles | {score: by_row[title] for score, title in title_of.items()},
        products={terms["score"].i: terms["weighted"].i for terms in found.values() if "weighted" in terms},
    )


def _term(view: View, f: Facts, labels: LabelColumns, words: Words) -> str | None:
    """Return what a line's own label, beside the title, says of it."""
    texts = [v for j in labels.left if j > labels.title and isinstance(v := view.rows[f.i][j], str) and v]
    return header_term(words.label(texts[-1])) if texts else None
