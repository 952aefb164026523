"""Against a real spreadsheet program: what it calculates is what is evaluated here."""

from __future__ import annotations

import random
import shutil
import subprocess
from functools import partial
from pathlib import Path

import pytest

from pipeline.formulas.agree import agrees, stored_number
from pipeline.formulas.engine import Engine
from pipeline.formulas.values import ErrorValue, NotVerifiedError, Value
from schemas.cell import Cell, a1
from schemas.grid import Book, Grid

SOFFICE = shutil.which("soffice")
HEIGHT, WIDTH = 24, 6

TEMPLATES = (
    "=SUM({r})",
    "=AVERAGE({r})",
    "=COUNT({r})",
    "=COUNTA({r})",
    "=COUNTBLANK({r})",
    "=MAX({r})-MIN({r})",
    "=SUM({r})/COUNT({r})*20",
    "=ROUND(AVERAGE({r})*20,2)",
    "=ROUND({c}/8,2)",
    "=ROUND({c}*0.285,2)",
    "=ROUNDDOWN({c}/3,3)",
    "=ROUNDUP({c}/3,1)",
    "=TRUNC({c}/7,2)",
    "=INT({c}/-3)",
    "=MOD({c},3)",
    "=SUMPRODUCT({r},{s})/SUM({s})",
    "=SUMPRODUCT(({r}>=2)*1)",
    '=COUNTIF({r},">=3")',
    '=COUNTIF({r},"<>-")',
    '=COUNTIF({r},"-")',
    '=COUNTIF({r},"")',
    '=SUMIF({r},">2")',
    '=SUMIF({r},">=2",{s})',
    '=AVERAGEIF({r},">1")',
    '=IFERROR({c}/{d},"-")',
    '=IF({c}>=3,"ผ่าน","ไม่ผ่าน")',
    "=IF({c}={d},1,0)",
    "=-{c}^2+{d}%",
    "={c}+{d}*2-{c}/4",
    "=MEDIAN({r})",
    "=PRODUCT({r})",
    "=SUBTOTAL(9,{r})",
    "=SUBTOTAL(2,{r})",
    "=AND({c}>1,{d}<4)",
    "=ISNUMBER({c})",
    "=ISBLANK({c})",
    "=N({c})",
    "=MATCH(MAX({r}),{r},0)",
    "=INDEX({r},2)",
    "=RANK(MAX({r}),{r})",
)


def _random_cell(pick: random.Random) -> float | str | bool | None:
    return pick.choice(
        [
            *(
                pick.randint(0, 5),
                pick.randint(0, 500) / 100,
                pick.randint(0, 5000) / 1000,
                pick.randint(0, 5),
            ),
            *(None, "-", "ไม่ประเมิน", pick.randint(1, 5), pick.randint(0, 50) / 10),
        ]
    )


def _formulas(pick: random.Random, count: int) -> list[str]:
    found = []
    for _ in range(count):
        row, col = pick.randint(1, HEIGHT - 4), pick.randint(1, WIDTH)
        last, other = min(HEIGHT, row + pick.randint(1, 12)), pick.randint(1, WIDTH)
        found.append(
            pick.choice(TEMPLATES).format(
                r=f"{a1(row, col)}:{a1(last, col)}",
                s=f"{a1(row, other)}:{a1(last, other)}",
                c=a1(pick.randint(1, HEIGHT), col),
                d=a1(pick.randint(1, HEIGHT), other),
            )
        )
    return found


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_as_a_spreadsheet_program_calculates(tmp_path: Path) -> None:
    import openpyxl

    pick = random.Random(2569)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(1, HEIGHT + 1):
        for col in range(1, WIDTH + 1):
            sheet.cell(row, col).value = _random_cell(pick)
    formulas = {(HEIGHT + 2 + i, 1): text for i, text in enumerate(_formulas(pick, 600))}
    for (row, col), text in formulas.items():
        sheet.cell(row, col, text)
    source = tmp_path / "source.xlsx"
    book.save(source)
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    calculated = openpyxl.load_workbook(tmp_path / "out" / "source.xlsx", data_only=True).worksheets[0]

    def cell(row: int, col: int) -> object:
        value = calculated.cell(row, col).value
        return "" if value is None else value

    rows = [[cell(r, c) for c in range(1, WIDTH + 1)] for r in range(1, HEIGHT + 1)]
    grid = Grid(sheet.title, rows, formulas=formulas)  # type: ignore[arg-type]
    engine = Engine(Book("", "", "xlsx", (grid,)))
    judged = 0
    wrong = []
    for (row, col), text in formulas.items():
        at = Cell(0, row, col)
        found = engine.formula(at)
        assert found is not None
        stored = cell(row, col)
        try:
            same, computed = agrees(_value(stored), partial(engine.value, found, at))
        except NotVerifiedError:
            continue
        judged += 1
        if not same:
            wrong.append((text, stored, computed))
    assert wrong == []
    assert judged > 500


def _value(stored: object) -> Value:
    if isinstance(stored, bool):
        return stored
    if isinstance(stored, int | float):
        return stored_number(stored)
    assert isinstance(stored, str)
    return ErrorValue(stored) if stored.startswith("#") else stored
