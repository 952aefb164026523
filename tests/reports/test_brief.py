"""Long names on a screen: shortened in the middle, never within a letter and its marks, never two alike."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reports.brief import MARK, WIDEST, brief, brief_names

LONG = "สำนักงานพัฒนามาตรฐานและคุณภาพการให้บริการประชาชนแห่งชาติประจำภูมิภาค"
LETTERS = st.sampled_from("กขนรเแใไะาำัิีุู่้์์abc 0123.()/")


def test_a_name_that_fits_stays() -> None:
    assert brief("สพท.ขอนแก่น เขต 1") == "สพท.ขอนแก่น เขต 1"
    assert brief_names(["สพด.", "กตม."]) == {}


def test_start_and_end_of_a_long_name_are_kept() -> None:
    short = brief(f"{LONG}สาขา 12")
    assert cell_len(short) <= WIDEST
    assert short.startswith("สำนักงานพัฒนา")
    assert short.endswith("สาขา 12")
    assert short.count(MARK) == 1


@given(st.text(LETTERS, min_size=WIDEST, max_size=200), st.integers(4, 40))
def test_no_letter_is_parted_from_its_marks(name: str, widest: int) -> None:
    short = brief(name, widest)
    assert cell_len(short) <= max(widest, 0)
    if short != name:
        head, tail = short.split(MARK)
        assert name.startswith(head)
        assert name.endswith(tail)
        assert not head.endswith(tuple("เแใไ"))
        assert not tail.startswith(tuple("ะาำ"))
        assert not tail or not unicodedata.category(tail[0]).startswith("M")


def test_names_that_would_look_alike_stay_as_they_are() -> None:
    alike = [f"{LONG}{middle}{LONG}" for middle in ("เหนือ", "ใต้")]
    other = f"{LONG}{LONG}สาขา 3"
    assert list(brief_names([*alike, other])) == [other]
