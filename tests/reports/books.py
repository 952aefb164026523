"""Real files for the tests of the annotated workbook: the matrix of an outcome as an xlsx, with formulas and notes."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.comments import Comment

from tests.reports.build import Judged


def as_xlsx(judged: Judged) -> bytes:
    """Return the book of a judged matrix as a real file: values, a merged title, a note, a text like a formula."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = judged.matrix.sheet
    for r, row in enumerate(judged.book.sheets[0].rows, 1):
        for c, value in enumerate(row, 1):
            if value != "":
                sheet.cell(r, c, value)
    sheet.merge_cells("A1:D1")
    sheet["C4"].comment = Comment("ตรวจแล้ว", "เจ้าหน้าที่")
    last = sheet.max_row + 2
    sheet.cell(last, 1, "=SUM(C3:C5)")
    sheet.cell(last + 1, 1).value = "=1+1"
    sheet.cell(last + 1, 1).data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
