"""The whole way through the page, request by request: drop, read, decide, sign, verify, hand on."""

from __future__ import annotations

import json
from pathlib import Path

from tests.pipeline.serve.site import Site, site
from tests.pipeline.signoff.build import tamper

TWO = b"points-mismatch-1\norphan-values-2\n"


def test_from_the_workbook_to_the_signed_paper(page: Site) -> None:
    where = page.judged("kpi.xlsx", TWO)
    done = page.ask("GET", where)
    assert "ยังลงนามรับรองไม่ได้" in done.text
    assert page.ask("GET", f"{where}/report").body.endswith(b">2")
    assert page.ask("GET", f"{where}/annotated").headers["content-disposition"].startswith("attachment")
    assert json.loads(page.ask("GET", f"{where}/result.json").body)["verdict"] == "discrepant"

    case = page.post(f"{where}/open", by="สมชาย ใจดี", case="").headers["location"]
    early = page.post(f"{case}/sign", role="preparer", by="สมชาย ใจดี", seen="")
    assert early.status == 409
    finding = f"{case}/findings/points-mismatch-1"
    assert "ยอมรับว่าผิด" in page.ask("GET", finding).text
    refused = page.post(
        finding, disposition="waived", reason="สายเกินไป", evidence="", by="สมชาย ใจดี", seen=""
    )
    assert refused.status == 409
    assert "สายเกินไป" in refused.text, "what was typed is not lost"
    on = page.post(finding, disposition="returned", by="สมชาย ใจดี", seen="", next="orphan-values-2")
    assert on.headers["location"] == f"{case}/findings/orphan-values-2"
    page.post(
        f"{case}/findings/orphan-values-2", disposition="false-alarm", reason="ดูแล้ว", by="สมชาย ใจดี", seen=""
    )

    def sign(role: str, by: str) -> int:
        text = page.ask("GET", case).text
        seen = text.partition('name="seen" value="')[2][:64]
        return page.post(f"{case}/sign", role=role, by=by, seen=seen).status

    assert sign("preparer", "สมชาย ใจดี") == 303
    assert sign("reviewer", "สมชาย  ใจดี") == 409
    assert sign("reviewer", "วิไล รักงาน") == 303
    assert "ลงนามแล้ว ส่งคืนแก้ไข" in page.ask("GET", case).text

    kept = page.ask("POST", f"{case}/verify", *_upload())
    assert "บันทึกถูกต้องครบถ้วน" in kept.text
    same = page.drop(("kpi.xlsx", TWO), path=f"{case}/verify")
    assert "บันทึกถูกต้องครบถ้วน" in same.text
    changed = page.drop(("kpi.xlsx", TWO + b" "), path=f"{case}/verify")
    assert "บันทึกไม่ถูกต้อง" in changed.text
    head = page.drop(path=f"{case}/verify", head="0123 4567 89ab cdef")
    assert "ไม่พบรหัสท้ายสายโซ่" in head.text

    assert "กระดาษทำการ" in page.ask("GET", f"{case}/paper").text
    document = json.loads(page.ask("GET", f"{case}/paper.json").body)
    assert len(document["entries"]) == 5


def _upload() -> tuple[bytes, dict[str, str | None]]:
    from tests.pipeline.serve.site import MULTIPART, multipart

    return multipart((), {"head": ""}), {"Content-Type": MULTIPART}


def test_rounds_and_what_is_open_across_workbooks(page: Site) -> None:
    case = page.opened("kpi.xlsx", TWO)
    page.opened("other.xlsx", b"weight-sum-7\n")
    start = page.ask("GET", "/").text
    assert "ข้อตรวจพบที่ต้องพิจารณา 3 รายการ" in start
    again = page.post(f"{page.judged('kpi.xlsx', TWO)}/open", by="A", case="1")
    assert again.status == 409
    assert page.opened("kpi.xlsx", b"orphan-values-2\n", case="1") == case
    compared = page.ask("GET", f"{case}/compare").text
    assert "ไม่พบแล้ว (1)" in compared
    assert "ยังคงพบ (1)" in compared
    corrected = page.ask("GET", f"{case}/findings/points-mismatch-1").text
    assert 'value="corrected"' in corrected
    assert 'value="returned"' not in corrected


def test_one_decision_for_all_findings_of_a_kind(page: Site) -> None:
    case = page.opened("kpi.xlsx", b"points-mismatch-1\npoints-mismatch-2\npoints-mismatch-3\nweight-sum-4\n")
    finding = f"{case}/findings/points-mismatch-2"
    assert "ทั้ง 3 รายการ" in page.ask("GET", finding).text
    answer = page.post(finding, disposition="returned", by="A", seen="", alike="yes")
    assert answer.headers["location"] == f"{case}/findings/weight-sum-4"
    assert "พิจารณาแล้ว 3 จาก 4" in page.ask("GET", case).text


def test_two_people_at_one_finding_see_each_other(page: Site) -> None:
    case = page.opened("kpi.xlsx", TWO)
    finding = f"{case}/findings/points-mismatch-1"
    assert page.post(finding, disposition="returned", by="A", seen="").status == 303
    late = page.post(finding, disposition="false-alarm", reason="x", by="B", seen="")
    assert late.status == 409
    assert "A พิจารณา" in late.text


def test_signing_needs_the_state_that_was_seen(page: Site) -> None:
    case = page.opened("kpi.xlsx", b"")
    seen = page.ask("GET", case).text.partition('name="seen" value="')[2][:64]
    page.post(f"{case}/note", text="รอก่อน", by="B")
    assert page.post(f"{case}/sign", role="preparer", by="A", seen=seen).status == 409
    assert page.post(f"{case}/sign", role="preparer", by="A").status == 409, "unseen is not signed either"


def test_the_record_outlives_the_page(tmp_path: Path) -> None:
    with site(tmp_path) as first:
        case = first.opened("kpi.xlsx", TWO)
    with site(tmp_path) as second:
        assert "kpi.xlsx" in second.ask("GET", "/").text
        assert second.ask("GET", f"{case}/report").body.endswith(b">2")
        again = second.post(f"{case}/judge")
        second.wait(again.headers["location"])


def test_english_by_a_switch_and_back_where_one_was(page: Site) -> None:
    case = page.opened("kpi.xlsx", TWO)
    assert page.post("/language", lang="en", back=case).headers["location"] == case
    assert "Findings and decisions" in page.ask("GET", case).text
    for elsewhere in ("//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"):
        assert page.post("/language", lang="th", back=elsewhere).headers["location"] == "/"


def test_a_workbook_that_breaks_its_process_costs_itself_alone(page: Site) -> None:
    for content, words in ((b"crash", "หยุดกลางคัน"), (b"lie", "หยุดกลางคัน"), (b"bug", "ข้อผิดพลาดของโปรแกรม")):
        where = page.judged("bad.xlsx", content)
        assert words in page.ask("GET", where).text
        assert page.post(f"{where}/open", by="A", case="").status == 404
    page.opened("good.xlsx", TWO)


def test_a_damaged_case_is_named_and_hides_no_other(tmp_path: Path) -> None:
    with site(tmp_path) as page:
        one = page.opened("first.xlsx", TWO)
        page.opened("second.xlsx", TWO + b"points-mismatch-3\n")
        record = tmp_path / "sobthan-signoff.sqlite"
        tamper(str(record), "UPDATE entries SET content = '{', number = 9 WHERE case_number = 1")
        start = page.ask("GET", "/")
        assert start.status == 200
        assert "second.xlsx" in start.text
        assert f'href="{one}/verify"' in start.text
        assert page.ask("GET", f"{one}/verify").status == 200
        assert "บันทึกไม่ถูกต้อง" in page.drop(path=f"{one}/verify").text
        assert page.ask("GET", "/cases/7/verify").status == 404

        record.rename(tmp_path / "away.sqlite")
        lost = page.ask("GET", "/")
        assert lost.status == 503
        assert "ไม่พบที่เก็บบันทึก" in lost.text
        (tmp_path / "away.sqlite").rename(record)
        assert page.ask("GET", "/").status == 200


def test_the_file_button_speaks_the_pages_language(page: Site) -> None:
    case = page.opened("kpi.xlsx", TWO)
    assert 'for="workbook"' in (thai := page.ask("GET", f"{case}/verify").text)
    assert "เลือกไฟล์" in thai
