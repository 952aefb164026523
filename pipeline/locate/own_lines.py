"""Units that go down with several columns for each indicator: target, result, score, weighted score."""

from __future__ import annotations

from dataclasses import replace

from pipeline.locate.columns import Columns
from pipeline.locate.facts import Facts, LabelColumns
from pipeline.locate.header_terms import header_term
from pipeline.locate.labels import Words
from pipeline.locate.rounds import round_of
from pipeline.locate.rows import RowReading
from pipeline.locate.view import View
from schemas.layout import ColumnRole, RowRole

_BESIDE = frozenset({"score", "weighted", "result", "target", "measure", "baseline", "weight", "full_marks"})


def turned_labels(
    view: View, columns: Columns, labels: LabelColumns, region: list[int], words: Words
) -> LabelColumns:
    """Return the label columns of a turned view with the title where the indicators' names stand.

    Names merged over several lines have either the lines' own names beside them (ผลงาน, คะแนน; รอบ 6 เดือน) or the
    indicators' (มิติภายนอก over ประสิทธิผล and คุณภาพ): those are the title then.
    """
    texts = [v for i in region if isinstance(v := view.rows[i][labels.title], str) and v]
    over = [j for j in labels.left if j < labels.title and any(view.rows[i][j] != "" for i in region)]
    rounds = sum(round_of(v) is not None for v in texts)
    lines = rounds + sum(header_term(words.label(v)) in _BESIDE for v in texts)
    if over and lines * 3 >= len(texts) * 2:
        if rounds:
            columns.cols[labels.title].role = ColumnRole.ROUND
        return replace(labels, title=over[-1])
    beside = [j for j in labels.left if j > labels.title]
    merged = [
        view.rows[k][beside[0]] if beside else ""
        for (i, j), (i2, j2) in view.spans.items()
        if j == j2 == labels.title and i2 > i
        for k in range(i, i2 + 1)
    ]
    names = [v for v in merged if not isinstance(v, str) or not (v and round_of(v))]
    own = [v for v in names if v != "" and header_term(words.label(v)) not in _BESIDE]
    if len(merged) < LEAST_LINES or len(names) < len(merged) or len(own) < len(merged):
        return labels
    return replace(labels, title=beside[0])


LEAST_LINES = 3


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
