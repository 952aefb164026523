"""Formulas by their values: what a spreadsheet gives, exactly."""

from __future__ import annotations

import pytest

from pipeline.formulas.engine import Engine, Library, shown
from pipeline.formulas.parse import Parser
from pipeline.formulas.values import NotVerifiedError
from schemas.cell import Cell
from schemas.grid import Book, Grid
from tests.pipeline.formulas.sheet import Member, cell, grid

ROWS: list[list[Member]] = [
    [1, 2.5, 3, "คะแนน"],  # A1 B1 C1 D1
    ["a", "", 5.0, "-"],
    [0.1, 0.2, "x", "4"],
    [2.675, 1.005, 39.995, "๔.๕"],
    [10, 20, 30, "#N/A"],
]


def value(formula: str, rows: list[list[Member]] = ROWS, *others: Grid) -> str:
    """Return the value as text, or '? ' and why there is none."""
    sheet = grid(rows, "S")
    home = Grid("S", sheet.rows, formulas={(99, 99): formula}, errors=sheet.errors)
    engine = Engine(Book("", "", "xlsx", (home, *others)))
    at = Cell(0, 99, 99)
    found = engine.formula(at)
    assert found is not None
    try:
        return str(shown(engine.value(found, at)))
    except NotVerifiedError as obstacle:
        return f"? {obstacle.reason.value}"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        # precedence, as spreadsheets have it and mathematics has not
        ("=-2^2", "4"),
        ("=2^3^2", "64"),
        ("=2^-1", "0.5"),
        ("=0-2^2", "-4"),
        ("=50%%", "0.005"),
        ("=-A1%", "-0.01"),
        ("=1-2-3", "-4"),
        ('=1+2&"x"', "3x"),
        ("=1+1=2", "TRUE"),
        # ROUND: half away from zero on the decimal
        ("=ROUND(2.675,2)", "2.68"),
        ("=ROUND(1.005,2)", "1.01"),
        ("=ROUND(-2.5,0)", "-3"),
        ("=ROUND(A4,2)", "2.68"),
        ("=ROUND(B4,2)", "1.01"),
        ("=ROUND(C4,2)", "40"),
        ("=ROUND(1250,-2)", "1300"),
        ("=ROUNDUP(1.001,2)", "1.01"),
        ("=ROUNDDOWN(-1.009,2)", "-1"),
        ("=TRUNC(-1.9)", "-1"),
        ("=INT(-1.1)", "-2"),
        ("=MOD(-3,2)", "1"),
        # ranges pass over text and truth; direct arguments coerce them
        ("=SUM(A1:C3)", "11.8"),
        ("=SUM(A2,C3,D3)", "0"),
        ('=SUM("5",TRUE,1)', "7"),
        ("=SUM(A1,)", "1"),
        ("=AVERAGE(A1:C1)", "2.16666666666667"),
        ("=AVERAGE(D1:D2)", "#DIV/0!"),
        ("=COUNT(A1:D5)", "12"),
        ("=COUNT(A1:D3)", "6"),
        ("=COUNTA(A1:C3)", "8"),
        ("=COUNTBLANK(A1:C3)", "1"),
        ("=MAX(A1:C3)", "5"),
        ("=MIN(D1:D2)", "0"),
        ("=PRODUCT(A1:C1)", "7.5"),
        ("=MEDIAN(A1:C1,C2)", "2.75"),
        ("=SUMPRODUCT(A1:C1,A5:C5)", "150"),
        ('=SUMPRODUCT((A1:C3<>"")*1)', "8"),
        ("=SUMPRODUCT(--(A1:C1>=2.5),A5:C5)", "50"),
        ("=SUMPRODUCT(A1:C1,A5:B5)", "#VALUE!"),
        ("=SUM(A1:D5)", "#N/A"),
        # criteria
        ('=COUNTIF(A1:C3,">=2.5")', "3"),
        ('=COUNTIF(A1:D3,"<>-")', "11"),
        ('=COUNTIF(A1:D3,"")', "1"),
        ('=COUNTIF(D1:D3,"คะ*")', "1"),
        ("=COUNTIF(A1:D3,4)", "1"),
        ('=SUMIF(A1:C1,">1",A5:C5)', "50"),
        ('=AVERAGEIF(A1:C1,">1")', "2.75"),
        ('=SUMIFS(A5:C5,A1:C1,">1",A1:C1,"<3")', "20"),
        ('=COUNTIFS(A1:C1,">1",A1:C1,"<3")', "1"),
        # coercion in arithmetic
        ("=D3+1", "5"),
        ("=B2+1", "1"),
        ("=C3+1", "#VALUE!"),
        ("=A2+1", "#VALUE!"),
        ("=D2*1", "#VALUE!"),
        ("=A1/B2", "#DIV/0!"),
        ("=B2", "0"),
        # conditions
        ('=IF(A1>0,"ผ่าน","ไม่ผ่าน")', "ผ่าน"),
        ("=IF(A1>5,1)", "FALSE"),
        ("=IF(A1>5,1,)", "0"),
        ("=IF(B2=0,1,2)", "1"),
        ('=IF(B2="",1,2)', "1"),
        ('=IFERROR(A2/1,"x")', "x"),
        ("=IFERROR(D5,0)", "0"),
        ("=IFNA(D5,1)", "1"),
        ('=IFS(A1>5,"a",TRUE,"b")', "b"),
        ("=AND(A1=1,B1=2.5)", "TRUE"),
        ("=OR(A1=2,NOT(B1=2.5))", "FALSE"),
        ("=ISNUMBER(A2)+ISBLANK(B2)+ISTEXT(A2)", "2"),
        ("=SUMPRODUCT(--ISNUMBER(A1))", "1"),
        ('="A"="a"', "TRUE"),
        # lookups
        ("=VLOOKUP(10,A1:C5,3,FALSE)", "30"),
        ("=VLOOKUP(2,A1:C5,2,FALSE)", "#N/A"),
        ("=HLOOKUP(2.6,A1:C5,5)", "20"),
        ("=INDEX(A1:C5,5,2)", "20"),
        ("=MATCH(20,A5:C5,0)", "2"),
        ("=LOOKUP(25,A5:C5,A1:C1)", "2.5"),
        ("=CHOOSE(2,A1,B1)", "2.5"),
        ("=RANK(20,A5:C5)", "2"),
        # exact where doubles are not
        ("=A3+B3", "0.3"),
        ("=A3+B3=0.3", "TRUE"),
        ("=1/3", "0.333333333333333"),
        # references
        ("=S!A1+s!$B$1", "3.5"),
        ("=SUM(A:A)", "13.775"),
        ("=SUM(5:5)", "#N/A"),
        ("=A1&B1", "? language"),
    ],
)
def test_value(formula: str, expected: str) -> None:
    assert value(formula) == expected


@pytest.mark.parametrize(
    "formula",
    [
        "=XIRR(A1:A3)",
        "=คะแนนเต็ม*2",
        "=[1]Sheet1!A1",
        "=SUM(S:T!A1)",
        "=Table1[x]",
        "=missing!A1",
        "=A1:B1*2",
        "=D4+1",  # Thai digits: read as a number in some languages only
        "=1/",
        "=SUM(" * 80 + "1" + ")" * 80,
        "=A1" + "+A1" * 5000,
        '="ก"<"ข"',
        '=IF(A1=1,"#N/A",2)',
        "=2^0.5",
        "=SUM(CU99)",  # the formula's own cell
        "=SUM(A1:CZ99)",
        "=OFFSET(A1,1,1)",
        "=INDIRECT(A2)",
        "=TODAY()",
        "=RAND()",
    ],
)
def test_what_cannot_be_evaluated_says_so(formula: str) -> None:
    assert value(formula).startswith("? ")


@pytest.mark.parametrize(
    "formula",
    [
        "=SUM(A1:A2)",
        "=COUNT(A1:A2)",
        '=COUNTIF(A1:A2,">0")',
        "=A1>0",
        "=ISNUMBER(A1)",
        "=SUMPRODUCT(A1:A2*1)",
    ],
)
def test_programs_differ_over_stored_truth_values(formula: str) -> None:
    assert value(formula, [[True], [1]]) == "? truth"
    assert value("=IF(A1,2,3)", [[True], [1]]) == "2"


def test_other_sheets_by_name_without_case() -> None:
    other = grid([[7]], "คะแนน 6 เดือน's")
    assert value("='คะแนน 6 เดือน''s'!A1*2", ROWS, other) == "14"


def test_copies_share_one_form() -> None:
    parser = Parser()
    one, two = parser.parse("=SUM(G5:G9)*$A$1", 10, 7), parser.parse("=SUM(H5:H9)*$A$1", 10, 8)
    assert one is two
    assert parser.parse("=SUM(H5:H9)*$A$1", 11, 8) is not one
    assert parser.parse("=SUM(G5:G9)*$B$1", 10, 7) is not one


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("=SUM(A:A)", "=SUM(B:B)"),
        ("=SUM(5:5)", "=SUM(6:6)"),
        ("=คะแนน1+A1", "=คะแนน1+B1"),
        ('="A1"&A1', '="B1"&B1'),
        ("=A1!B2", "=B1!C2"),
        ("=LOG10(A1)", "=LOG10(B1)"),
    ],
)
def test_forms_never_confuse_what_is_no_cell(left: str, right: str) -> None:
    parser = Parser()
    a, b = parser.parse(left, 10, 1), parser.parse(right, 10, 2)
    alone = Parser().parse(right, 10, 2)
    assert b.tree == alone.tree
    assert a is parser.parse(left, 10, 1) or a.tree == parser.parse(left, 10, 1).tree


def test_a_shared_library_keeps_workbooks_apart() -> None:
    library = Library()
    for amount in (1, 2):
        home = Grid("S", [[amount]], formulas={(1, 2): "=A1*2"})
        engine = Engine(Book("", "", "xlsx", (home,)), library)
        formula = engine.formula(Cell(0, 1, 2))
        assert formula is not None
        assert shown(engine.value(formula, Cell(0, 1, 2))) == amount * 2


def test_precedents() -> None:
    from pipeline.formulas.engine import precedents

    home = Grid("S", [[1, 2, ""]], formulas={(1, 3): "=A1+B1", (2, 1): "=C1*2", (3, 1): "=SUM(A1:B1)"})
    book = Book("", "", "xlsx", (home,))
    found = precedents(book, [cell("A2"), cell("A3"), cell("B3")])
    assert found == {cell("A2"): {cell("C1")}, cell("A3"): {cell("A1"), cell("B1")}}
    deep = precedents(book, [cell("A2")], deep=True)
    assert deep[cell("A2")] == {cell("A1"), cell("B1"), cell("C1")}
