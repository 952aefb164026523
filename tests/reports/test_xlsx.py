"""The annotated workbook: every finding at its cell, nothing changed, nothing lost in silence, text never a formula."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference

from reports.options import Options
from reports.view.run import RunView
from reports.xlsx import writer
from reports.xlsx.cells import lines_of
from reports.xlsx.notes import note
from reports.xlsx.parts import lost_parts
from schemas.outcome import Outcome
from tests.reports import cases
from tests.reports.books import as_xlsx
from tests.reports.build import Judged, judge, outcome
from tests.reports.catalogue import SAMPLE
from tests.reports.source_case import source

MADE = dt.date(2026, 11, 22)


def judged(sheet: str = "คะแนน") -> Judged:
    return judge(cases.typical(converted={4: "96.67"}, full_marks={7: "95"}, sheet=sheet))


def annotated(one: Judged, data: bytes | None = None, **more: Any) -> Workbook:
    of = outcome([one], {0: cases.findings_of(one)})
    options = Options(made=MADE, sources={0: as_xlsx(one) if data is None else data}, **more)
    return load_workbook(io.BytesIO(written(of, options)))


def written(of: Outcome, options: Options) -> bytes:
    out = io.BytesIO()
    writer.write(of, SAMPLE, options, out)
    return out.getvalue()


def test_findings_are_marked_and_noted_at_their_cells() -> None:
    sheet = annotated(judged())["คะแนน"]
    wrong = sheet["F23"]
    assert wrong.fill.start_color.rgb == "FFF8D7D2"
    assert wrong.comment is not None
    assert "คะแนนที่แปลงเป็นฐาน 100 ไม่ตรงกับที่คำนวณซ้ำ" in wrong.comment.text
    assert sheet["D4"].fill.start_color.rgb == "FFDDE8F3", "a finding for the record has a colour of its own"
    assert sheet["G23"].comment is None


def test_no_value_of_the_original_is_changed() -> None:
    one = judged()
    before, after = load_workbook(io.BytesIO(as_xlsx(one)))["คะแนน"], annotated(one)["คะแนน"]
    for row in before.iter_rows():
        for cell in row:
            same = after[cell.coordinate]
            assert (same.value, same.data_type) == (cell.value, cell.data_type)
    assert after.merged_cells == before.merged_cells
    assert after["C4"].comment.text == "ตรวจแล้ว"


def test_an_earlier_note_stays_below_ours() -> None:
    one = judged()
    book = load_workbook(io.BytesIO(as_xlsx(one)))
    book["คะแนน"]["F23"].comment = book["คะแนน"]["C4"].comment.__copy__()
    data = io.BytesIO()
    book.save(data)
    text = annotated(one, data.getvalue())["คะแนน"]["F23"].comment.text
    assert text.endswith("เจ้าหน้าที่:\nตรวจแล้ว")


def test_tick_marks_are_shown_and_the_figure_stays_a_number() -> None:
    sheet = annotated(judged())["คะแนน"]
    assert sheet["F23"].number_format.endswith('" ✗"')
    assert sheet["G23"].number_format.endswith('" ✓"')
    assert isinstance(sheet["G23"].value, float)


def test_two_sheets_are_added_with_links_that_jump() -> None:
    book = annotated(judged())
    assert book.sheetnames == ["คะแนน", "ข้อตรวจพบ", "ตารางกระทบยอด"]
    targets = [c.hyperlink.location for row in book["ข้อตรวจพบ"].iter_rows() for c in row if c.hyperlink]
    assert "'คะแนน'!F23" in targets
    figures = book["ตารางกระทบยอด"]
    assert figures.max_row == 1 + 50
    (wrong,) = [r for r in figures.iter_rows(min_row=2, values_only=True) if r[9] == "F23"]
    assert wrong[3:7] == (96.67, 97.78, -1.11, "✗")


def test_a_sheet_of_the_same_name_is_left_alone() -> None:
    book = annotated(judged(sheet="ข้อตรวจพบ"))
    assert book.sheetnames[:2] == ["ข้อตรวจพบ", "ข้อตรวจพบ 2"]


def test_text_of_a_workbook_never_becomes_a_formula() -> None:
    evil = '=HYPERLINK("http://x","y")'
    matrix = cases.typical(units=4, indicators=3, converted={1: "11.11"})
    matrix.codes = [evil, "+1", "@x", "\x00\x0bข"]
    one = judge(matrix, file=f"{evil}.csv", format="csv")
    book = load_workbook(io.BytesIO(written(outcome([one], {0: cases.findings_of(one)}), Options(made=MADE))))
    kinds = {c.data_type for name in book.sheetnames for row in book[name].iter_rows() for c in row}
    assert "f" not in kinds
    assert evil in [c.value for row in book["ตารางกระทบยอด"].iter_rows() for c in row]


def test_other_formats_get_a_workbook_of_findings_that_says_so() -> None:
    book = load_workbook(io.BytesIO(written(source(), Options(made=MADE))))
    assert book.sheetnames == ["ข้อตรวจพบ", "ตารางกระทบยอด"]
    texts = [str(c.value) for c in book["ข้อตรวจพบ"]["A"]]
    assert any("ไม่จัดทำสำเนา" in text for text in texts)


def with_lost_part(data: bytes) -> bytes:
    """Add a part that the library does not carry over, and an extension inside a sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = text.replace(
                    b"</worksheet>", b'<extLst><ext uri="x"><sparklineGroups/></ext></extLst></worksheet>'
                )
            new.writestr(name, text)
        new.writestr("xl/diagrams/data1.xml", "<x/>")
    return out.getvalue()


def test_parts_that_would_be_lost_are_listed_and_no_copy_is_made() -> None:
    one = judged()
    data = with_lost_part(as_xlsx(one))
    book = annotated(one, data)
    assert "คะแนน" not in book.sheetnames
    said = " ".join(str(c.value) for c in book["ข้อตรวจพบ"]["A"])
    assert "xl/diagrams/data.xml (1)" in said
    assert "sparklines" in said
    asked = annotated(one, data, annotate_lossy=True)
    assert "คะแนน" in asked.sheetnames
    assert "xl/diagrams/data.xml (1)" in " ".join(str(c.value) for c in asked["ข้อตรวจพบ"]["A"])


def test_a_chart_and_a_plain_workbook_lose_nothing() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for n in range(5):
        sheet.append([n, n * n])
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=5))
    sheet.add_chart(chart, "D2")
    before, after = io.BytesIO(), io.BytesIO()
    book.save(before)
    load_workbook(io.BytesIO(before.getvalue())).save(after)
    assert lost_parts(before.getvalue(), after.getvalue()) == []


def test_a_note_has_room_for_what_it_says() -> None:
    one = judged()
    of = outcome([one], {0: cases.findings_of(one)})
    views = list(RunView(of, SAMPLE).books[0].reader.views())
    short, long = note(views[:1], "th", None), note(views, "th", None)
    assert short.width == long.width >= 300
    assert long.height > short.height > 60


def test_a_row_has_room_for_its_longest_text_in_the_tallest_thai_font() -> None:
    tallest = 23.7
    sheet = load_workbook(io.BytesIO(written(source(), Options(made=MADE)))).worksheets[0]
    head = next(row for row in range(1, 30) if sheet.cell(row, 8).value == "รายละเอียด")
    width = sheet.column_dimensions["H"].width
    for row in range(head + 1, sheet.max_row + 1):
        height = sheet.row_dimensions[row].height
        assert height is not None
        assert height >= tallest * lines_of(str(sheet.cell(row, 8).value), width)


def test_the_original_file_is_only_read(tmp_path: Path) -> None:
    one = judged()
    path = tmp_path / "kpi.xlsx"
    path.write_bytes(as_xlsx(one))
    before = path.read_bytes(), path.stat().st_mtime_ns
    written(outcome([one], {0: cases.findings_of(one)}), Options(made=MADE, sources={0: path}))
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.mark.office
def test_libreoffice_finds_the_notes_and_the_links(tmp_path: Path) -> None:
    one = judged()
    of = outcome([one], {0: cases.findings_of(one)})
    path = tmp_path / "annotated.xlsx"
    path.write_bytes(written(of, Options(made=MADE, sources={0: as_xlsx(one)})))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "fods", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    root = ElementTree.parse(tmp_path / "annotated.fods").getroot()
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    notes = ["".join(n.itertext()) for n in root.iter(f"{office}annotation")]
    assert any("คะแนนที่แปลงเป็นฐาน 100 ไม่ตรงกับที่คำนวณซ้ำ" in text for text in notes)
    assert len(notes) == 5, "four findings, and the note that stood there before"
    links = {n.get("{http://www.w3.org/1999/xlink}href") for n in root.iter() if n.tag.endswith("}a")}
    assert "#'คะแนน'.F23" in links
    shown = [
        "".join(n.itertext())
        for n in root.iter("{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table-cell")
    ]
    assert any("96.67 ✗" in text for text in shown)
