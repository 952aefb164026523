"""Who is kept out: other hosts, other pages, nobody's session, too much, too many."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.serve.site import BOUNDARY, MULTIPART, Answer, Site, multipart, site

TWO = b"points-mismatch-1\norphan-values-2\n"
STORE = "sobthan-signoff.sqlite"
PATHS = (
    "/",
    "/drop",
    "/jobs/x",
    "/cases/1",
    "/cases/1/paper.json",
    "/static/pages.css",
    "/login",
    "/nowhere",
)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1", "[::1]:80", "", None])
def test_a_foreign_host_is_refused_everywhere(shared: Site, host: str | None) -> None:
    for path in PATHS:
        answer = shared.ask("GET", path, headers={"Host": host})
        assert answer.status in (400, 421), (path, answer)
        assert b"sobthan" not in answer.body


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://localhost.evil.example", "https://127.0.0.1:{port}", "", None],
)
def test_a_foreign_origin_changes_nothing(shared: Site, origin: str | None) -> None:
    shown = origin.format(port=shared.port) if origin else origin
    answer = shared.ask(
        "POST", "/drop", multipart((("x.xlsx", TWO),), {}), {"Content-Type": MULTIPART, "Origin": shown}
    )
    assert answer.status == 403
    assert shared.ask("POST", "/leave", headers={"Origin": shown}).status == 403
    assert "x.xlsx" not in shared.ask("GET", "/").text


@pytest.mark.parametrize("where", ["cross-site", "same-site", "strange"])
def test_a_request_that_another_page_started_is_refused(shared: Site, where: str) -> None:
    for path in PATHS:
        assert shared.ask("GET", path, headers={"Sec-Fetch-Site": where}).status == 403
    assert shared.ask("GET", "/", headers={"Sec-Fetch-Site": "none"}).status == 200


def test_no_answer_allows_another_origin_to_read_it(shared: Site) -> None:
    for method in ("GET", "OPTIONS"):
        headers: dict[str, str | None] = {"Origin": f"http://127.0.0.1:{shared.port}"}
        answer = shared.ask(method, "/", headers=headers)
        assert not [name for name in answer.headers if name.startswith("access-control")]


def test_without_the_token_there_is_no_way_in_and_it_works_once(tmp_path: Path) -> None:
    with site(tmp_path, enter=False) as page:
        for path in PATHS:
            if path not in ("/static/pages.css", "/login"):
                assert page.ask("GET", path).status == 401, path
        assert page.ask("POST", "/drop", b"").status == 401
        assert page.ask("GET", "/?token=wrong").status == 401
        assert page.ask("GET", "/?other=1").status == 401
        page.enter()
        assert page.ask("GET", "/").status == 200
        cookie, page.cookie = page.cookie, ""
        assert page.ask("GET", f"/?token={page.token}").status == 401, "spent"
        assert page.ask("GET", "/", headers={"Cookie": cookie.upper()}).status == 401
        assert page.process.stderr is not None
        line = page.process.stderr.readline()
        page.token = line.strip().partition("token=")[2]
        page.enter()
        assert page.ask("GET", "/").status == 200, "another browser, by another token"


def test_the_cookie_is_for_this_site_and_not_for_scripts(tmp_path: Path) -> None:
    with site(tmp_path, enter=False) as page:
        cookie = page.ask("GET", f"/?token={page.token}").headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie


def test_every_page_forbids_what_it_does_not_need(shared: Site) -> None:
    case = shared.opened("kpi.xlsx", TWO + os.urandom(8).hex().encode())
    for path in ("/", case, f"{case}/verify", f"{case}/findings/points-mismatch-1", "/nowhere"):
        headers = shared.ask("GET", path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
    for path in (f"{case}/report", f"{case}/paper"):
        assert shared.ask("GET", path).headers["content-security-policy"].startswith("sandbox ")


SCRIPT = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    "name",
    [f"{SCRIPT}.xlsx", f'" onmouseover="{SCRIPT}.xlsx', "../../../../etc/passwd", "C:\\windows\\system32\\x.xlsx",
     "/etc/cron.d/x", "..", ".", "", "a\r\nX-Evil: 1.xlsx", "x" * 300 + ".xlsx", "รายงาน.xlsx", "\u202egnp.xlsx"],
)  # fmt: skip
def test_a_file_name_is_text_and_never_a_path(shared: Site, name: str) -> None:
    case = shared.opened(name, TWO + os.urandom(8).hex().encode())
    for path in ("/", case, f"{case}/compare", f"{case}/paper", f"{case}/findings/points-mismatch-1"):
        answer = shared.ask("GET", path)
        assert SCRIPT not in answer.text
        assert "x-evil" not in answer.headers
    download = shared.ask("GET", f"{case}/annotated").headers["content-disposition"]
    assert "/" not in download.replace("UTF-8''", "")
    assert "\\" not in download
    names = [p.name for p in shared.folder.rglob("*") if p.is_file()]
    assert set(names) <= {STORE, f"{STORE}-journal", "data", "result", "report", "annotated"}


@pytest.mark.parametrize(
    "path", ["/static/../pyproject.toml", "/static/..%2f..%2fetc%2fpasswd", "/static/pages.css%00", "/jobs/..%2f..",
             "/jobs/../../etc/passwd/report", "/cases/1/../../x", "/cases/99999999999999999999", "/cases/-1"],
)  # fmt: skip
def test_addresses_reach_nothing_but_what_is_listed(shared: Site, path: str) -> None:
    answer = shared.ask("GET", path)
    assert answer.status in (404, 400)
    assert b"root:" not in answer.body


def test_one_gigabyte_is_read_past_and_refused_in_bounded_memory(page: Site, tmp_path: Path) -> None:
    before = page.memory_mb()
    size = 1 << 30
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="workbook"; filename="big.xlsx"\r\n\r\n'.encode()
    most = 0

    def body() -> Iterator[bytes]:
        nonlocal most
        yield head
        block = b"x" * (1 << 20)
        for _ in range(size >> 20):
            yield block
            most = max(most, sum(p.stat().st_size for p in tmp_path.rglob("*") if p.is_file()))

    stated: dict[str, str | None] = {"Content-Type": MULTIPART, "Content-Length": str(size + len(head))}
    answer = page.ask("POST", "/drop", body(), stated)
    assert answer.status == 413
    assert "64 MB" in answer.text

    def chunked() -> Iterator[bytes]:
        for piece in body():
            yield b"%x\r\n%s\r\n" % (len(piece), piece)
        yield b"0\r\n\r\n"

    answer = page.ask("POST", "/drop", chunked(), {"Content-Type": MULTIPART, "Transfer-Encoding": "chunked"})
    assert answer.status == 413
    assert page.memory_mb() - before < 150
    assert most < 80 << 20, "no more than one allowed upload was ever on disk"
    assert page.judged("small.xlsx", TWO)


def test_fifty_uploads_at_once_are_all_answered(page: Site) -> None:
    before = page.memory_mb()
    data = b"slow\n" + os.urandom(4 << 20)
    answers: list[Answer] = []

    def one(number: int) -> None:
        answers.append(page.drop((f"w{number}.xlsx", data)))

    threads = [threading.Thread(target=one, args=(n,)) for n in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [a.status for a in answers] == [303] * 50
    assert page.ask("GET", "/").status == 200, "the page answers while they wait"
    for answer in answers:
        assert "done" in page.wait(answer.headers["location"])
    assert page.memory_mb() - before < 200, "200 MB were sent"


def test_more_than_may_wait_is_told_so(page: Site) -> None:
    files = tuple((f"{n}.xlsx", b"slow") for n in range(150))
    assert page.drop(*files).status == 303
    assert page.drop(*files).status == 503
    assert page.ask("GET", "/").status == 200


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", MULTIPART),
        (b"nonsense", MULTIPART),
        (b"x=1", "application/x-www-form-urlencoded"),
        (b"", "multipart/form-data"),
        (multipart((), {"rules": "default"}), MULTIPART),
        (multipart((("x.xlsx", TWO),), {"rules": "/etc/passwd"}), MULTIPART),
        (multipart((("x.xlsx", TWO),), {"zero": "half"}), MULTIPART),
        (multipart((("x.xlsx", b"-"),) * 201, {}), MULTIPART),
        (multipart((), {f"f{n}": "x" for n in range(50)}), MULTIPART),
        (multipart((), {"rules": "x" * (2 << 20)}), MULTIPART),
    ],
)
def test_what_is_no_upload_is_refused_kindly(shared: Site, body: bytes, kind: str) -> None:
    answer = shared.ask("POST", "/drop", body, {"Content-Type": kind})
    assert answer.status == 400
    assert shared.ask("GET", "/").status == 200


def test_forms_that_make_no_sense_are_answered(shared: Site) -> None:
    case = shared.opened("kpi.xlsx", TWO + os.urandom(8).hex().encode())
    for path, body in (
        (f"{case}/sign", b"role=king"),
        (f"{case}/note", b"text=" + b"x" * 300_000),
        (f"{case}/findings/points-mismatch-1", b"disposition=forgiven"),
        (f"{case}/findings/points-mismatch-1", b"disposition=returned&by=A&seen=99999999999999999999"),
        (f"{case}/findings/nothing", b"disposition=returned&by=A&seen="),
        ("/cases/77/note", b"text=x&by=A"),
        ("/language", b"\xff\xfe"),
        (f"{case}/note", b"text=%00%ff&by=%00"),
    ):
        answer = shared.ask("POST", path, body)
        assert answer.status in (200, 303, 404, 409), (path, answer)


def test_passwords_on_a_network_address(tmp_path: Path) -> None:
    from pipeline.serve.people import password_line

    file = tmp_path / "people"
    file.write_text(password_line("วิไล รักงาน", "a long password") + "\n", encoding="utf-8")
    file.chmod(0o600)
    arguments = ("--host", "127.0.0.1", "--name", "sobthan.example", "--password-file", str(file))
    with site(tmp_path, *arguments) as page:
        page.own = {"Host": "sobthan.example"}
        own: dict[str, str | None] = {"Origin": "https://sobthan.example"}
        assert page.ask("GET", "/").headers["location"] == "/login"
        assert page.ask("GET", "/", headers={"Host": f"127.0.0.1:{page.port}"}).status in (400, 421)
        assert "รหัสผ่าน" in page.ask("GET", "/login").text
        plain: dict[str, str | None] = {"Origin": "http://sobthan.example"}
        name = (
            "name=%E0%B8%A7%E0%B8%B4%E0%B9%84%E0%B8%A5+%E0%B8%A3%E0%B8%B1%E0%B8%81%E0%B8%87%E0%B8%B2%E0%B8%99"
        )
        assert page.ask("POST", "/login", f"{name}&password=a+long+password".encode(), plain).status == 403
        assert page.ask("POST", "/login", f"{name}&password=wrong".encode(), own).status == 403
        assert page.ask("POST", "/login", b"name=nobody&password=wrong", own).status == 403
        entered = page.ask("POST", "/login", f"{name}&password=a+long+password".encode(), own)
        assert entered.status == 303
        assert "secure" in entered.headers["set-cookie"].lower()
        page.cookie = entered.headers["set-cookie"].partition(";")[0]
        data = multipart((("kpi.xlsx", TWO),), {})
        job = page.ask("POST", "/drop", data, {**own, "Content-Type": MULTIPART}).headers["location"]
        page.wait(job)
        case = page.ask("POST", f"{job}/open", b"by=Somebody+Else&case=", own).headers["location"]
        text = page.ask("GET", case).text
        assert "วิไล รักงาน" in text
        assert "Somebody Else" not in text, "who entered is who acts"
        assert page.ask("POST", "/leave", b"", own).status == 303
        assert page.ask("GET", "/").headers["location"] == "/login"
