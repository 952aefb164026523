"""From summary rows to reported figures: which quantity stands in which cell, for which unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.locate.facts import Facts
from pipeline.locate.sums import Sums, numbers_at
from pipeline.locate.terms import Figure, figure_of, leading
from pipeline.locate.units import Unit
from pipeline.locate.view import View
from pipeline.values import Marks
from schemas.layout import ValueRole
from schemas.terms import Quantity, State

BY_ROLE = {
    ValueRole.FULL_MARKS: Quantity.FULL_MARKS,
    ValueRole.SCORE: Quantity.POINTS,
    ValueRole.WEIGHTED: Quantity.MEAN,
    ValueRole.WEIGHT: None,
    ValueRole.RESULT: None,
}
"""What the total of a column is. Σ of weighted scores is the mean: Σ(w × score) / Σw, times what weights sum to."""


UNDIVIDED = 2
"""A weighted total above this many times the scale was never divided by the weights' sum; just above it is wrong."""


class Place(NamedTuple):
    """One reported figure in view coordinates; unit is 0-based."""

    unit: int
    quantity: Quantity
    i: int
    j: int


def places_of(
    view: View, f: Facts, units: Sequence[Unit], sums: Sums, weighted: bool, marks: Marks
) -> tuple[list[Place], bool]:
    """Return the figures of one summary row, and whether something told what they are.

    A total of ก × ข that was never divided by the weights' sum lies above the scale: it is a sum of score ×
    weight, points and no mean.
    """
    places, told = _places(view, f, units, sums, weighted, marks)
    means = [(p.unit, p.j) for p in places if p.quantity is Quantity.MEAN]
    figures = numbers_at(view, f.i, means, marks) if weighted and means else []
    if figures and sum(v > UNDIVIDED * sums.high for _, v in figures) * 2 > len(figures):
        places = [p._replace(quantity=Quantity.POINTS) if p.quantity is Quantity.MEAN else p for p in places]
    return places, told


def _places(
    view: View, f: Facts, units: Sequence[Unit], sums: Sums, weighted: bool, marks: Marks
) -> tuple[list[Place], bool]:
    figure = figure_of(f.label)
    cells = [[j for j, _ in unit.columns if view.rows[f.i][j] != ""] for unit in units]
    most = max(map(len, cells), default=0)
    if not most:
        return [], True
    if figure.other and not figure.quantities:
        return _maximum(view, f, cells, sums, marks), True
    if is_text_row(view, f, units, marks) and leading(figure) is not Quantity.CONVERTED:
        figure = Figure((Quantity.GRADE,), 3)
    if most == 1:
        return _single(view, f, figure, units, cells, sums, weighted, marks)
    roles = [{r for j, r in unit.columns if j in own} for unit, own in zip(units, cells, strict=True) if own]
    told = all(ValueRole.NONE not in r for r in roles)
    if len(figure.quantities) == 2 and most == 2:
        return _pairs(view, f, figure, units, cells, sums, marks), True
    if told and (leading(figure) in (Quantity.POINTS, None) or figure.strength < 2):
        return _by_role(view, f, units, cells), True
    if told and leading(figure) in (Quantity.MEAN, Quantity.CONVERTED, Quantity.GRADE, Quantity.FULL_MARKS):
        return _by_label_and_role(view, f, figure, units, cells, sums, marks), True
    return _pairs(view, f, figure, units, cells, sums, marks), True


def _maximum(view: View, f: Facts, cells: list[list[int]], sums: Sums, marks: Marks) -> list[Place]:
    """Return the figures of a row that names a highest score: it is the full marks where the numbers say so."""
    at = [(n, own[0]) for n, own in enumerate(cells) if own]
    if f.label.has("spread") and sums.fit(Quantity.FULL_MARKS, numbers_at(view, f.i, at, marks)):
        return [Place(n, Quantity.FULL_MARKS, f.i, j) for n, j in at]
    return []


def _single(
    view: View,
    f: Facts,
    figure: Figure,
    units: Sequence[Unit],
    cells: list[list[int]],
    sums: Sums,
    weighted: bool,
    marks: Marks,
) -> tuple[list[Place], bool]:
    at = [(n, own[0]) for n, own in enumerate(cells) if own]
    figures = numbers_at(view, f.i, at, marks)
    quantity = leading(figure)
    if quantity is Quantity.POINTS:
        columns = {r for n, j in at for k, r in units[n].columns if k == j}
        if columns == {ValueRole.WEIGHT}:
            return [], True
        quantity = _points_or_mean(figures, columns, sums, weighted)
    if _doubted(quantity, figure, figures, sums):
        open_ = BY_NUMBERS[:2] if figure.hundred else BY_NUMBERS
        quantity = next((q for q in open_ if sums.fit(q, figures)), quantity)
    if quantity is None:
        return [], False
    return [Place(n, quantity, f.i, j) for n, j in at], True


def _doubted(quantity: Quantity | None, figure: Figure, figures: list[tuple[int, float]], sums: Sums) -> bool:
    """Return whether numbers should say what a label leaves open.

    A label that says what its numbers are is believed. So is a sure one that they refute, for a figure may be
    wrong; only full marks that no number of indicators gives are something else.
    """
    if quantity is None:
        return True
    if figure.strength < 2 or figure.vague:
        return not sums.fit(quantity, figures)
    return quantity is Quantity.FULL_MARKS and not any(v % sums.high == 0 for _, v in figures)


BY_NUMBERS = (Quantity.CONVERTED, Quantity.FULL_MARKS, Quantity.POINTS, Quantity.MEAN)


def _points_or_mean(
    figures: list[tuple[int, float]], columns: set[ValueRole], sums: Sums, weighted: bool
) -> Quantity:
    """A total is the points, unless it totals weighted scores: then it is the mean."""
    if columns == {ValueRole.WEIGHTED}:
        return Quantity.MEAN
    if columns == {ValueRole.FULL_MARKS} and sums.fit(Quantity.FULL_MARKS, figures):
        return Quantity.FULL_MARKS
    if not weighted or sums.fit(Quantity.POINTS, figures):
        return Quantity.POINTS
    if sums.fit(Quantity.MEAN, figures):
        return Quantity.MEAN
    within = sum(value <= sums.high for _, value in figures) * 2 > len(figures)
    return Quantity.MEAN if within and sums.n > 2 and figures else Quantity.POINTS


def _by_role(view: View, f: Facts, units: Sequence[Unit], cells: list[list[int]]) -> list[Place]:
    places = []
    for n, own in enumerate(cells):
        for j, role in units[n].columns:
            quantity = BY_ROLE.get(role)
            if j in own and quantity is not None:
                places.append(Place(n, quantity, f.i, j))
    return places


def _by_label_and_role(
    view: View,
    f: Facts,
    figure: Figure,
    units: Sequence[Unit],
    cells: list[list[int]],
    sums: Sums,
    marks: Marks,
) -> list[Place]:
    """Two figures a unit under named columns, with a label of its own: the label's figure is the weighted or
    last one; the other is what its numbers make of it, else what its column sums to."""
    quantity = leading(figure)
    if quantity is None:
        return _by_role(view, f, units, cells)
    order = (ValueRole.WEIGHTED, ValueRole.SCORE, ValueRole.FULL_MARKS)
    places = []
    others: dict[int, list[tuple[int, int]]] = {}
    for n, own in enumerate(cells):
        roles = {r: j for j, r in units[n].columns if j in own}
        main = next((roles[r] for r in order if r in roles), None)
        for j in own:
            if j == main:
                places.append(Place(n, quantity, f.i, j))
            else:
                column = next(p for p, (k, _) in enumerate(units[n].columns) if k == j)
                others.setdefault(column, []).append((n, j))
    for column, at in others.items():
        found = _by_fives(numbers_at(view, f.i, at, marks), sums)
        role = units[at[0][0]].columns[column][1]
        other = Quantity.FULL_MARKS if found and quantity is not Quantity.FULL_MARKS else BY_ROLE.get(role)
        if other is not None and other is not quantity:
            places += [Place(n, other, f.i, j) for n, j in at]
    return sorted(places, key=lambda p: (p.unit, p.j))


def _pairs(
    view: View,
    f: Facts,
    figure: Figure,
    units: Sequence[Unit],
    cells: list[list[int]],
    sums: Sums,
    marks: Marks,
) -> list[Place]:
    """Return two figures a unit without sub-headers: (full marks, converted) unless label or numbers say else."""
    firsts = [(n, own[0]) for n, own in enumerate(cells) if len(own) >= 2]
    seconds = [(n, own[1]) for n, own in enumerate(cells) if len(own) >= 2]
    first, second = pair_quantities(
        figure, numbers_at(view, f.i, firsts, marks), numbers_at(view, f.i, seconds, marks), sums
    )
    places = []
    for n, own in enumerate(cells):
        if len(own) >= 2:
            places += [Place(n, first, f.i, own[0]), Place(n, second, f.i, own[1])]
        elif own:
            column = [j for j, _ in units[n].columns].index(own[0])
            places.append(Place(n, first if column == 0 else second, f.i, own[0]))
    return places


def pair_quantities(
    figure: Figure, firsts: list[tuple[int, float]], seconds: list[tuple[int, float]], sums: Sums
) -> tuple[Quantity, Quantity]:
    """Return what two figures a unit are. Full marks are whole multiples of the full mark of one indicator."""
    if len(figure.quantities) == 2:
        return figure.quantities[0], figure.quantities[1]
    main = leading(figure)
    if main is None or main is Quantity.FULL_MARKS:
        main = Quantity.CONVERTED
    if _by_fives(firsts, sums) and not (_by_fives(seconds, sums) and sums.fit(Quantity.FULL_MARKS, seconds)):
        return Quantity.FULL_MARKS, main
    if _by_fives(seconds, sums):
        return main, Quantity.FULL_MARKS
    for quantity in (Quantity.POINTS, Quantity.MEAN):
        if quantity is not main and sums.fit(quantity, firsts):
            return quantity, main
        if quantity is not main and sums.fit(quantity, seconds):
            return main, quantity
    if main is Quantity.POINTS:
        return Quantity.POINTS, Quantity.CONVERTED
    return (Quantity.POINTS, main) if main is not Quantity.CONVERTED else (Quantity.FULL_MARKS, main)


def _by_fives(figures: list[tuple[int, float]], sums: Sums) -> bool:
    whole = sum(v % sums.high == 0 and v > 0 for _, v in figures)
    return bool(figures) and whole >= 0.8 * len(figures)


def is_text_row(view: View, f: Facts, units: Sequence[Unit], marks: Marks) -> bool:
    """Return whether a row's values are words: grades, if it is a summary."""
    cells = [view.rows[f.i][j] for unit in units for j, _ in unit.columns if view.rows[f.i][j] != ""]
    return bool(cells) and all(marks.of(v).state is State.INVALID for v in cells)
