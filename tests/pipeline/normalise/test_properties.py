"""Properties of normalising: twice is once, the order of rows, columns and files changes nothing, and every value's
cell gives the raw value."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.locate import locate
from pipeline.normalise import normalise
from pipeline.normalise.cells import raw_text
from rules.packs import load_pack
from schemas.grid import Book, Grid, RawValue
from schemas.tables import SCALE, Tables

PACK = load_pack()
SCORES: st.SearchStrategy[RawValue] = st.one_of(
    st.integers(0, 5).map(float),
    st.decimals(0, 5, places=2).map(float),
    st.sampled_from(["", "-", "N/A", "๔.๕", "4 คะแนน", " 3", "ยกเลิก", "ไม่ประเมิน", "แปด", 7.0, -1.0]),
)


@st.composite
def drawn(draw: st.DrawFn) -> list[list[RawValue]]:
    """Scores of 2-5 indicators and 2-5 units, at least half of them plain numbers, so that they are a table."""
    units, rows = draw(st.integers(2, 5)), draw(st.integers(2, 5))
    scores = [[draw(SCORES) for _ in range(units)] for _ in range(rows)]
    for n in range(units * rows):
        if n % 2:
            scores[n // units][n % units] = float(n % 6)
    return scores


def sheet(scores: list[list[RawValue]], rows: list[int], columns: list[int]) -> Grid:
    """Return the sheet with the given indicators and units in the given order, each with its own name."""
    head: list[RawValue] = ["ตัวชี้วัด", *(f"กองที่รับผิดชอบ{'กขคงจ'[u]}" for u in columns)]
    body = [[f"ตัวชี้วัดที่ {i + 1} งาน{'กขคงจ'[i]}", *(scores[i][u] for u in columns)] for i in rows]
    return Grid("Scores", [head, *body])


def tables_of(*grids: Grid) -> Tables:
    books = [Book(f"{n}.xlsx", "", "xlsx", (grid,)) for n, grid in enumerate(grids)]
    return normalise(books, [locate(book, PACK)[0] for book in books], PACK)[0]


def lines(frame: Any) -> Any:
    """Return the rows of a frame, fields by name."""
    return frame.itertuples()


def by_name(tables: Tables, workbook: int) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Return (indicator, unit) → state and value of one workbook."""
    units = {u.unit: u.code for u in lines(tables.units) if u.workbook == workbook}
    titles = {i.indicator: i.title for i in lines(tables.indicators) if i.workbook == workbook}
    return {
        (titles[s.indicator], units[s.unit]): (s.state, s.value, s.exact, s.numeric)
        for s in lines(tables.scores)
        if s.workbook == workbook
    }


@given(drawn(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_rows_columns_and_files_changes_nothing(
    scores: list[list[RawValue]], chance: Any
) -> None:
    rows, columns = list(range(len(scores))), list(range(len(scores[0])))
    plain = sheet(scores, rows, columns)
    chance.shuffle(columns)
    turned_columns = sheet(scores, rows, columns)
    chance.shuffle(rows)
    turned_rows = sheet(scores, rows, list(range(len(scores[0]))))
    known = by_name(tables_of(plain), 0)
    assert len(known) == len(scores) * len(scores[0])
    together = tables_of(turned_rows, plain, turned_columns)
    backwards = tables_of(turned_columns, plain, turned_rows)
    for n in range(3):
        assert by_name(together, n) == known
        assert by_name(backwards, n) == known


@given(drawn())
@settings(max_examples=60, deadline=None)
def test_normalising_twice_is_normalising_once(scores: list[list[RawValue]]) -> None:
    """What was read is written back as it was understood, numbers as numbers, and read again: nothing changes."""
    grid = sheet(scores, list(range(len(scores))), list(range(len(scores[0]))))
    once = tables_of(grid)
    rows = [list(row) for row in grid.rows]
    for s in lines(once.scores):
        if s.numeric:
            rows[s.row - 1][s.col - 1] = float(Decimal(int(s.value)) / SCALE)
    again = tables_of(Grid("Scores", rows))
    columns = ["indicator", "unit", "state", "value", "exact", "row", "col"]
    assert again.scores[columns].equals(once.scores[columns])
    assert again.units.equals(once.units)
    assert again.indicators.equals(once.indicators)


@given(drawn())
@settings(max_examples=60, deadline=None)
def test_the_cell_of_every_value_gives_its_raw_value(scores: list[list[RawValue]]) -> None:
    rows, columns = list(range(len(scores))), list(range(len(scores[0])))
    grid = sheet(scores, rows, columns)
    tables = tables_of(grid)
    for s in lines(tables.scores):
        assert raw_text(grid.value(s.row, s.col)) == raw_text(scores[s.indicator - 1][s.unit - 1])
    for u in lines(tables.units):
        assert grid.value(u.row, u.col) == u.code
    for i in lines(tables.indicators):
        assert i.title in str(grid.value(i.row, i.col))
