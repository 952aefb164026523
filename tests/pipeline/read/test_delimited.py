"""Delimited text: every record is a row, every field its text, whatever the delimiter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read import Limits
from pipeline.read.delimited import split_records
from pipeline.read.refusal import Refused
from tests.pipeline.read.reading_of import read_bytes

LIMITS = Limits()


@pytest.mark.parametrize(
    ("text", "rows", "delimiter"),
    [
        ("a\tb\n1\t2,5\n", [["a", "b"], ["1", "2,5"]], "\t"),
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]], ","),
        ("a;b\n1,5;2,5\n", [["a", "b"], ["1,5", "2,5"]], ";"),
        ("\n\na,b\n", [[], [], ["a", "b"]], ","),
        ("a,b,,\n,,,\n1,2,,", [["a", "b", "", ""], ["", "", "", ""], ["1", "2", "", ""]], ","),
        ("a,b\r\n1,2\r3,4\n", [["a", "b"], ["1", "2"], ["3", "4"]], ","),
        ('"a,1",b\n"x\ny","say ""ok"""\n', [["a,1", "b"], ["x\ny", 'say "ok"']], ","),
        ('a\tb\n"5\t6\n7\t8\n', [["a", "b"], ['"5', "6"], ["7", "8"]], "\t"),
        ('a,5" disk\n1,2\n', [["a", '5" disk'], ["1", "2"]], ","),
        ("one\ntwo\n", [["one"], ["two"]], ","),
        ("a,b;c\n1;2,3;4\n5;6,7\n8;9\n", [["a,b", "c"], ["1", "2,3", "4"], ["5", "6,7"], ["8", "9"]], ";"),
        ("sep=;\na;b\n1;2\n", [["sep=", ""], ["a", "b"], ["1", "2"]], ";"),
    ],
)
def test_records_and_delimiters(text: str, rows: list[list[str]], delimiter: str) -> None:
    assert split_records(text, LIMITS) == (rows, delimiter)


def test_the_hint_decides_where_no_delimiter_occurs() -> None:
    assert split_records("a\nb\n", LIMITS, hint="\t") == ([["a"], ["b"]], "\t")


def test_more_cells_than_the_limit_are_refused() -> None:
    with pytest.raises(Refused) as refusal:
        split_records("1,2,3\n" * 5, Limits(cells=14))
    assert refusal.value.fault.reason == "cells"


def test_fields_stay_texts() -> None:
    book = read_bytes("รหัส,คะแนน\n001,4.50\nx,=1+1\n".encode(), "งาน.csv")
    (grid,) = book.sheets
    assert grid.rows == [["รหัส", "คะแนน"], ["001", "4.50"], ["x", "=1+1"]]
    assert (grid.name, book.format, book.encoding, book.delimiter) == ("งาน", "csv", "utf-8", ",")


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.csv", "a\tb", "csv"),
        ("a.tsv", "a\tb", "tsv"),
        ("a.TXT", "a,b", "txt"),
        ("-", "a\tb", "tsv"),
        ("-", "a;b", "csv"),
        ("a.xlsx", "a,b", "csv"),
    ],
)
def test_the_format_of_a_text_is_its_suffix_or_its_delimiter(name: str, text: str, form: str) -> None:
    assert read_bytes(text.encode(), name).format == form


FIELD = st.text(st.characters(codec="utf-8", exclude_characters="\t\r\n\x00", exclude_categories=["Cs"]))


@given(st.lists(st.lists(FIELD, min_size=2, max_size=5), min_size=1, max_size=6))
def test_tabs_and_lines_cut_exactly_where_they_stand(rows: list[list[str]]) -> None:
    """Without quotes a dump is nothing but its tabs and line ends."""
    rows = [[field.replace('"', "'") for field in row] for row in rows]
    text = "\n".join("\t".join(row) for row in rows)
    found, delimiter = split_records(text, LIMITS, hint="\t")
    if delimiter == "\t":
        assert found == rows
