"""Encodings: strict, in order, and refused where none fits."""

from __future__ import annotations

import pytest

from pipeline.read.decode import decode, thai_share
from pipeline.read.refusal import Refused

THAI = "รหัส,หน่วยงาน,คะแนน\nสพด.,สำนักพัฒนาดิจิทัล,4.50\nกตม.,กองตรวจ (ก),๕\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (THAI.encode(), "utf-8"),
        (THAI.encode("utf-8-sig"), "utf-8-sig"),
        (THAI.encode("cp874"), "cp874"),
        (THAI.encode("tis-620"), "cp874"),
        (b"\xff\xfe" + THAI.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + THAI.encode("utf-16-be"), "utf-16-be"),
        (THAI.encode("utf-16-le"), "utf-16-le"),
        (THAI.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_the_encodings_that_are_met_give_the_same_text(data: bytes, encoding: str) -> None:
    assert decode(data) == (THAI, encoding)


def test_what_only_windows_874_has_is_read() -> None:
    text = "“คะแนน”…–\xa0ผลรวม€\n"
    assert decode(text.encode("cp874")) == (text, "cp874")


def test_plain_ascii_is_utf_8() -> None:
    assert decode(b"a,b\n1,2\n") == ("a,b\n1,2\n", "utf-8")


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        ("café à la crème; déjà vu; où".encode("latin-1"), "unreadable-file", "encoding"),
        ("Größe;Stück;ähnlich\nÜber;Öl".encode("cp1252"), "unreadable-file", "encoding"),
        ("Отчёт;Баллы\nсумма;ещё".encode("cp1251"), "unreadable-file", "encoding"),
        ("分数,单位\n合计,五".encode("gbk"), "unreadable-file", "encoding"),
        ("得点,単位\n合計,五".encode("shift-jis"), "unreadable-file", "encoding"),
        (THAI.encode()[:-2] + b"\xe0\xb8\nabc", "unreadable-file", "encoding"),
        (b"\xff\xfe" + THAI.encode("utf-16-le") + b"x", "unreadable-file", "encoding-declared"),
        (b"\xef\xbb\xbf\xff\xff", "unreadable-file", "encoding-declared"),
        (THAI.encode("utf-32"), "unsupported-format", "wide-encoding"),
        (bytes(range(256)) * 4, "unsupported-format", "binary"),
        (b"abc\x00def", "unsupported-format", "binary"),
        (b"\xff\xfe" + "ก\x00ข".encode("utf-16-le"), "unsupported-format", "binary"),
    ],
)
def test_what_is_doubtful_is_refused_by_name(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(Refused) as refusal:
        decode(data)
    assert refusal.value.fault[:2] == (name, reason)


@pytest.mark.parametrize("text", ["ก", "น้ำหนัก", "คะแนนเต็ม (ก)", "สพด. ๕ ร้อยละ", "ไม่เกี่ยวข้อง"])
def test_thai_is_well_placed(text: str) -> None:
    assert thai_share(text) == 1.0


@pytest.mark.parametrize("text", ["caf้", "น ้ ้", "", "abc"])
def test_marks_without_a_consonant_are_not(text: str) -> None:
    assert thai_share(text) < 0.8
