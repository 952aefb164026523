"""The matrix, indicators down and units across: where its columns stand, its titles and its header."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from tests.books.expected import ExpectedTable, ExpectedUnit
from tests.books.names import (
    INDICATOR_HEADERS,
    LEVEL_HEADERS,
    SEQUENCE_HEADERS,
    UNIT_HEADERS,
    WEIGHT_HEADERS,
)
from tests.books.options import MatrixOptions
from tests.books.page import Cell, Kind, Sheet
from tests.books.spec import Evaluation


@dataclass
class Matrix:
    """A matrix as it is being written: where its columns stand, and the cells a formula may refer to."""

    sheet: Sheet
    evaluation: Evaluation
    options: MatrixOptions
    table: ExpectedTable
    rng: Random
    label_col: int = 0
    number_col: int = 0
    sequence_col: int = 0
    group_col: int = 0
    level_col: int = 0
    weight_col: int = 0
    unit_col: int = 0
    span: int = 1
    last_col: int = 0
    next_row: int = 0
    scores: dict[tuple[int, int], Cell] = field(default_factory=dict)
    weights: list[Cell] = field(default_factory=list)

    @property
    def first_col(self) -> int:
        return self.options.left

    def column(self, unit: int) -> int:
        """Return the first column of a unit (1-based position)."""
        return self.unit_col + (unit - 1) * self.span


def write_heading(sheet: Sheet, evaluation: Evaluation, options: MatrixOptions, rng: Random) -> Matrix:
    """Settle where the columns stand and write titles and header; the next row is the first of the body."""
    m = Matrix(sheet, evaluation, options, ExpectedTable("matrix", sheet), rng)
    _columns(m)
    _titles(m)
    _header(m)
    return m


def _columns(m: Matrix) -> None:
    o, col = m.options, m.options.left
    m.span = 1 if o.span == "one" else 2
    if o.groups == "column":
        m.group_col, col = col, col + 1
    if o.sequence:
        m.sequence_col, col = col, col + 1
    if o.own_number:
        m.number_col, col = col, col + 1
    m.label_col, col = col, col + 1
    if o.weights != "none" and m.rng.random() < 0.5:
        m.weight_col, col = col, col + 1
    if o.levels:
        m.level_col, col = col, col + 5
    if o.weights != "none" and not m.weight_col:
        m.weight_col, col = col, col + 1
    m.unit_col = col
    m.last_col = col + m.span * len(m.evaluation.units) - 1


def _titles(m: Matrix) -> None:
    e, row = m.evaluation, m.options.top
    lines = (
        f"สรุปผลการประเมินตัวชี้วัดผลงาน {e.department} ประจำปีงบประมาณ พ.ศ. {e.year}",
        f"รอบการประเมิน 12 เดือน (1 ตุลาคม {e.year - 1} - 30 กันยายน {e.year})",
        "(คะแนนเต็มตัวชี้วัดละ 5 คะแนน)",
    )
    for line in lines[: m.options.titles]:
        m.sheet.put(row, m.first_col, line, Kind.TITLE, cols=m.rng.choice((1, m.last_col - m.first_col + 1)))
        row += 1
    if m.options.titles and m.rng.random() < 0.3:
        row += 1
    m.next_row = row


def _header(m: Matrix) -> None:
    o, rng, put = m.options, m.rng, m.sheet.put
    top, deep = m.next_row, o.header_rows
    if m.group_col:
        put(top, m.group_col, rng.choice(("มิติ", "ด้าน", "ประเด็นการประเมิน")), Kind.HEADER, rows=deep)
    if m.sequence_col:
        put(top, m.sequence_col, rng.choice(SEQUENCE_HEADERS), Kind.HEADER, rows=deep)
    if m.number_col:
        put(top, m.number_col, rng.choice(("ตัวชี้วัดที่", "รหัส", "ข้อ")), Kind.HEADER, rows=deep)
    put(top, m.label_col, rng.choice(INDICATOR_HEADERS), Kind.HEADER, rows=deep)
    if m.weight_col:
        put(top, m.weight_col, rng.choice(WEIGHT_HEADERS), Kind.HEADER, rows=deep)
    codes = top + 1 if deep > 1 else top
    if m.level_col:
        if deep > 1:
            put(top, m.level_col, rng.choice(LEVEL_HEADERS), Kind.HEADER, cols=5)
        for level in range(1, 6):
            rows = deep - 1 if deep > 1 else 1
            put(codes, m.level_col + level - 1, Decimal(level), Kind.HEADER, rows=rows)
    if deep > 1:
        put(top, m.unit_col, rng.choice(UNIT_HEADERS), Kind.HEADER, cols=m.last_col - m.unit_col + 1)
    for n, code in enumerate(m.evaluation.units, 1):
        rows = deep - 1 if deep > 1 and m.span == 1 else 1
        cell = put(codes, m.column(n), code, Kind.UNIT, cols=m.span, rows=rows)
        m.table.units.append(ExpectedUnit(code, cell))
        if deep == 3 and m.span == 2:
            for k, text in enumerate(_sub_headers(o.span)):
                put(codes + 1, m.column(n) + k, text, Kind.HEADER)
    if o.aggregate:
        m.last_col += 1
        put(top, m.last_col, "ค่าเฉลี่ย", Kind.HEADER, rows=deep)
    m.next_row = top + deep


def _sub_headers(span: str) -> tuple[str, str]:
    return {
        "full-and-score": ("คะแนนเต็ม", "คะแนนที่ได้"),
        "score-and-weighted": ("คะแนน", "คะแนนถ่วงน้ำหนัก"),
        "pair-merged": ("คะแนนเต็ม", "คะแนน"),
        "pair-open": ("คะแนน", "หมายเหตุ"),
    }[span]
