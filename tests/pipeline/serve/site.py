"""The page running in a process of its own, and a client that speaks to it as plainly as an attacker would."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

ROOT = Path(__file__).parents[3]
FAKE = (sys.executable, "-m", "tests.pipeline.serve.fake_worker")
BOUNDARY = "----sobthan-test"


class Answer(NamedTuple):
    """What the server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


class Site:
    """A running page. Requests carry what the page's own browser would send, unless told otherwise."""

    def __init__(self, port: int, token: str, process: subprocess.Popen[str], folder: Path) -> None:
        self.port, self.token, self.process, self.folder = port, token, process, folder
        self.cookie = ""
        self.own = {"Host": f"127.0.0.1:{port}"}

    def enter(self) -> None:
        """Spend the token and keep the session."""
        answer = self.ask("GET", f"/?token={self.token}")
        assert answer.status == 303, answer
        self.cookie = answer.headers["set-cookie"].partition(";")[0]

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | Iterator[bytes] = b"",
        headers: Mapping[str, str | None] | None = None,
    ) -> Answer:
        """Send one request on a connection of its own; a header of None is left out."""
        merged: dict[str, str | None] = {**self.own, "Cookie": self.cookie or None}
        if method == "POST":
            merged["Origin"] = f"http://127.0.0.1:{self.port}"
            merged["Content-Type"] = "application/x-www-form-urlencoded"
        merged |= headers or {}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in merged.items():
                if value is not None:
                    connection.putheader(name, value)
            if isinstance(body, bytes) and method == "POST":
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders()
            for piece in [body] if isinstance(body, bytes) else body:
                connection.send(piece)
            response = connection.getresponse()
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()

    def post(self, path: str, **fields: str) -> Answer:
        """Send an ordinary form."""
        return self.ask("POST", path, urlencode(fields).encode())

    def drop(self, *files: tuple[str, bytes], path: str = "/drop", **fields: str) -> Answer:
        """Upload files as the page's form does."""
        return self.ask("POST", path, multipart(files, fields), {"Content-Type": MULTIPART})

    def judged(self, name: str, data: bytes) -> str:
        """Upload one workbook, wait until it is judged, return the address of its page."""
        answer = self.drop((name, data))
        assert answer.status == 303, answer
        where = answer.headers["location"]
        self.wait(where)
        return where

    def wait(self, where: str, seconds: float = 60) -> str:
        """Wait until a job has ended; return its state."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            text = self.ask("GET", f"{where}/state").text
            if "waiting" not in text and "judging" not in text:
                return text
            time.sleep(0.05)
        raise AssertionError(f"{where} did not end")

    def opened(self, name: str, data: bytes, by: str = "A", case: str = "") -> str:
        """Upload, judge and open a case; return its address."""
        answer = self.post(f"{self.judged(name, data)}/open", by=by, case=case)
        assert answer.status == 303, answer.text
        return answer.headers["location"]

    def memory_mb(self) -> int:
        """Return the most memory that the server's process ever held."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) // 1024


MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def multipart(files: tuple[tuple[str, bytes], ...], fields: Mapping[str, str]) -> bytes:
    """Return a form with files as its bytes."""
    parts = []
    for name, value in fields.items():
        parts.append(
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        )
    for name, data in files:
        shown = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        head = f'Content-Disposition: form-data; name="workbook"; filename="{shown}"'
        parts.append(f"--{BOUNDARY}\r\n{head}\r\nContent-Type: application/octet-stream\r\n\r\n".encode())
        parts.append(data + b"\r\n")
    return b"".join([*parts, f"--{BOUNDARY}--\r\n".encode()])


@contextmanager
def site(folder: Path, *arguments: str, fake: bool = True, enter: bool = True) -> Iterator[Site]:
    """Start the page on a free port in a folder, and end it."""
    environment = {**os.environ, "TMPDIR": str(folder), "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.pipeline.serve.serving" if fake else "pipeline",
         "serve", "--port", "0", *arguments],
        cwd=folder, env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r":(\d+)(?:/\?token=(\S+))?", line)
        assert found is not None, line + process.stderr.read()
        running = Site(int(found[1]), found[2] or "", process, folder)
        if enter and running.token:
            running.enter()
        yield running
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stderr is not None:
            process.stderr.close()
