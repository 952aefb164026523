"""What people do to a finished sheet: digits, spaces, marks, text for numbers, spacers, repeated headers.

Every habit changes the pages in place; expectations follow, for they hold the cells themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from tests.books.expected import ExpectedFinding, ExpectedScore, Written
from tests.books.names import PROVINCES
from tests.books.page import Cell, Kind, Sheet
from tests.books.writer_text import shown

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
NBSP, ZERO_WIDTH = "\u00a0", "\u200b"
Habit = Callable[[Written, Random], None]


def _numbers(book: Written, kinds: tuple[Kind, ...]) -> list[Cell]:
    """Return the number cells of some kinds; as text they can carry no formula, so all formulas go."""
    for sheet in book.sheets:
        for cell in sheet.cells:
            cell.formula = None
    return [c for s in book.sheets for c in s.cells if c.kind in kinds and isinstance(c.value, Decimal)]


def _typed(cell: Cell) -> bool:
    """A number stored unrounded was computed, and nobody types it as text."""
    text = shown(cell)
    number = Decimal(text.rstrip("%"))
    return cell.value == (number / 100 if text.endswith("%") else number)


def _as_text(cells: list[Cell], change: Callable[[str], str]) -> None:
    for cell in cells:
        if _typed(cell):
            cell.value, cell.style = change(shown(cell)), None


def thai_digits(book: Written, rng: Random) -> None:
    """Every number is typed in Thai digits: scores, figures, weights, levels, headers."""
    _as_text([c for c in _numbers(book, tuple(Kind)) if c.kind is not Kind.TEXT], lambda t: t.translate(THAI))


def numbers_as_text(book: Written, rng: Random) -> None:
    """Some score cells and figures hold text: the column was pasted from a letter."""
    cells = _numbers(book, (Kind.SCORE, Kind.FIGURE))
    _as_text([c for c in cells if rng.random() < 0.6], lambda t: t)


def spaced_numbers(book: Written, rng: Random) -> None:
    """Numbers as text with a blank, a non-breaking or a zero-width space about them."""
    pads = (" {}", "{} ", NBSP + "{}", "{}" + ZERO_WIDTH, ZERO_WIDTH + "{}" + NBSP)
    for cell in _numbers(book, (Kind.SCORE, Kind.FIGURE)):
        if rng.random() < 0.3:
            _as_text([cell], rng.choice(pads).format)


def with_unit_words(book: Written, rng: Random) -> None:
    """Scores say 5 คะแนน, converted figures 97.78%."""
    _numbers(book, ())
    _as_text(_numbers(book, (Kind.SCORE,)), lambda t: f"{t} คะแนน")
    for table in book.tables:
        for figure in table.reported:
            if figure.quantity == "converted" and isinstance(figure.cell.value, Decimal):
                _as_text([figure.cell], lambda t: f"{t}%")


def spaced_labels(book: Written, rng: Random) -> None:
    """Labels, codes and markers carry double, non-breaking and zero-width spaces."""
    for sheet in book.sheets:
        for cell in sheet.cells:
            if isinstance(cell.value, str) and cell.value and rng.random() < 0.5:
                cell.value = _disturbed(cell.value, rng)


def _disturbed(text: str, rng: Random) -> str:
    head, space, tail = text.partition(" ")
    if space and rng.random() < 0.6:
        return head + rng.choice((NBSP, "  ", " " + NBSP)) + tail
    return rng.choice((ZERO_WIDTH + text, text + NBSP, " " + text, text + " " + ZERO_WIDTH))


def split_sara_am(book: Written, rng: Random) -> None:
    """ำ came apart on its way through a PDF: two characters, sometimes with a space before them."""
    apart = rng.choice(("\u0e4d\u0e32", " \u0e33", "\u0e4d\u0e32"))
    for sheet in book.sheets:
        for cell in sheet.cells:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("\u0e33", apart)


def spacer_rows(book: Written, rng: Random) -> None:
    """Empty rows between the indicators, here and there."""
    for sheet, rows in _score_rows(book):
        for row in sorted(rng.sample(rows, min(3, len(rows))), reverse=True):
            sheet.insert_rows(row)


def _score_rows(book: Written) -> list[tuple[Sheet, list[int]]]:
    """Return the rows of every sheet that start an indicator, but the first: a header stays whole."""
    found: dict[int, tuple[Sheet, set[int]]] = {}
    for table in book.tables:
        firsts = {min(s.cell.row for s in table.scores if s.cell.sheet is sh) for sh in _sheets(table.scores)}
        for score in table.scores:
            rows = found.setdefault(id(score.cell.sheet), (score.cell.sheet, set()))[1]
            if score.cell.row not in firsts:
                rows.add(score.cell.row)
    return [(sheet, sorted(rows)) for sheet, rows in found.values()]


def _sheets(scores: list[ExpectedScore]) -> list[Sheet]:
    return list({id(s.cell.sheet): s.cell.sheet for s in scores}.values())


def spacer_columns(book: Written, rng: Random) -> None:
    """Narrow empty columns: before the units, and between two of them."""
    for table in book.tables:
        for sheet in _sheets(table.scores):
            cols = sorted({u.cell.col for u in table.units if u.cell.sheet is sheet})
            if table.layout == "matrix" and len(cols) > 1:
                for col in sorted({cols[0], rng.choice(cols)}, reverse=True):
                    sheet.insert_cols(col)


def repeated_headers(book: Written, rng: Random) -> None:
    """The header stands again at the top of every printed page."""
    for table in book.tables:
        sheet = table.sheet
        rows = sorted({s.cell.row for s in table.scores if s.cell.sheet is sheet})
        kinds = (Kind.HEADER, Kind.UNIT) if table.layout == "matrix" else (Kind.HEADER,)
        starts = {c.row for c in sheet.cells if c.kind in kinds and c.row < rows[0]}
        if not starts or len(rows) < 6 or len({u.cell.row for u in table.units}) > 1:
            continue
        top = _block_top(sorted(starts))
        header = [c for c in sheet.cells if top <= c.row < rows[0] and c.kind in kinds]
        depth = max(c.row + c.rows for c in header) - top
        for row in sorted(rng.sample(rows[2:], 1 if len(rows) < 12 else 2), reverse=True):
            if not _crosses(sheet, row):
                sheet.insert_rows(row, depth)
                for cell in header:
                    place = (row + cell.row - top, cell.col)
                    sheet.put(*place, cell.value, cell.kind, rows=cell.rows, cols=cell.cols)


def _block_top(rows: list[int]) -> int:
    """Return the first row of the last run of adjoining rows."""
    top = rows[-1]
    for row in reversed(rows):
        if top - row > 1:
            break
        top = row
    return top


def _crosses(sheet: Sheet, row: int) -> bool:
    return any(c.row < row < c.row + c.rows for c in sheet.cells)


def hidden_row(book: Written, rng: Random) -> None:
    """A hidden row keeps last year's indicator with its scores."""
    _numbers(book, ())
    for table in book.tables[:1]:
        scores = [s for s in table.scores if s.cell.sheet is table.sheet]
        row = rng.choice(sorted({s.cell.row for s in scores})[1:] or [0])
        if (
            not row
            or table.layout != "matrix"
            or _crosses(table.sheet, row)
            or len({u.cell.row for u in table.units}) > 1
        ):
            continue
        old = [s.cell for s in scores if s.cell.row == row]
        label = next(i.cell for i in table.indicators if i.cell.row == row and i.cell.sheet is table.sheet)
        table.sheet.insert_rows(row)
        table.sheet.put(row, label.col, "ตัวชี้วัดเดิม การประหยัดพลังงาน (ปีก่อน)", Kind.TEXT)
        cells = [table.sheet.put(row, c.col, 1, Kind.TEXT, cols=c.cols) for c in old]
        table.sheet.hidden_rows.add(row)
        book.findings.append(ExpectedFinding("hidden-data", tuple(cells[:1])))


def hidden_column(book: Written, rng: Random) -> None:
    """A hidden column keeps a unit that was dissolved, with its scores."""
    _numbers(book, ())
    for table in book.tables[:1]:
        units = [u.cell for u in table.units if u.cell.sheet is table.sheet]
        if table.layout != "matrix" or len(units) < 3 or len({c.row for c in units}) > 1:
            continue
        at = units[rng.randrange(1, len(units))]
        rows = sorted({s.cell.row for s in table.scores if s.cell.sheet is table.sheet})
        code_row, deep = at.row, at.rows
        table.sheet.insert_cols(at.col)
        col = at.col - 1
        table.sheet.put(code_row, col, "หน่วยงานเดิม", Kind.TEXT, rows=deep)
        cells = [table.sheet.put(row, col, 2, Kind.TEXT) for row in rows]
        table.sheet.hidden_cols.add(col)
        book.findings.append(ExpectedFinding("hidden-data", tuple(cells[:1])))


def hidden_sheet(book: Written, rng: Random) -> None:
    """A hidden sheet keeps last year's scores of some units."""
    sheet = Sheet("ปี 2568 (เดิม)", visible=False)
    sheet.put(1, 1, "ตัวชี้วัด", Kind.HEADER)
    for n, province in enumerate(PROVINCES[:6]):
        sheet.put(1, 2 + n, province, Kind.TEXT)
    first = None
    for row in range(2, 8):
        sheet.put(row, 1, f"{row - 1}. ตัวชี้วัดปีก่อน {row - 1}")
        for n in range(6):
            cell = sheet.put(row, 2 + n, (row + n) % 6, Kind.TEXT)
            first = first or cell
    book.sheets.append(sheet)
    assert first is not None
    book.findings.append(ExpectedFinding("hidden-data", (first,)))


def cover_sheet(book: Written, rng: Random) -> None:
    """A cover before the scores, and an empty sheet left over."""
    cover = Sheet("หน้าปก")
    for n, line in enumerate(("รายงานผลการประเมิน", "ตัวชี้วัดประจำปีงบประมาณ พ.ศ. 2569", "กันยายน 2569")):
        cover.put(5 + n, 4, line, Kind.TITLE)
    book.sheets[:0] = [cover]
    book.sheets.append(Sheet("Sheet3"))


HABITS: dict[str, Habit] = {
    "thai-digits": thai_digits,
    "numbers-as-text": numbers_as_text,
    "spaced-numbers": spaced_numbers,
    "unit-words": with_unit_words,
    "spaced-labels": spaced_labels,
    "split-sara-am": split_sara_am,
    "spacer-rows": spacer_rows,
    "spacer-columns": spacer_columns,
    "repeated-headers": repeated_headers,
    "hidden-row": hidden_row,
    "hidden-column": hidden_column,
    "hidden-sheet": hidden_sheet,
    "cover-sheet": cover_sheet,
}
SPREADSHEET_ONLY = {"hidden-row", "hidden-column", "hidden-sheet", "cover-sheet"}
