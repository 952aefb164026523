"""What every handler has at hand: the store, the jobs, the people; and how a page is answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from pipeline.serve.jobs import Job, Jobs
from pipeline.serve.people import People, Session
from pipeline.serve.pool import Pool
from pipeline.serve.upload import Intake
from pipeline.signoff.refused import RefusedError
from pipeline.signoff.store import Store
from pipeline.version import VERSION
from reports.pages.frame import Reader, message_page
from reports.pages.start import JobRow
from reports.say import Say
from rules.catalogue import CATALOGUE
from schemas.case import Case

T = TypeVar("T")

MOST_FORM_BYTES = 256 << 10


@dataclass(slots=True)
class Desk:
    """packs: rule packs on offer, name shown → name or path to load. titles: by name shown."""

    store: Store
    where: str
    people: People
    pool: Pool
    jobs: Jobs
    intake: Intake
    packs: Mapping[str, str]
    titles: Mapping[str, str]

    def offered(self) -> list[tuple[str, str]]:
        """Return name and title of every rule pack on offer."""
        return [(name, self.titles.get(name, "")) for name in self.packs]

    async def ask(self, act: Callable[..., T], *arguments: Any, **named: Any) -> T:
        """Run something that waits for the database beside the event loop."""
        return await run_in_threadpool(act, *arguments, **named)

    def reader(self, request: Request) -> Reader:
        """Return who looks at the page, and in which language."""
        session = session_of(request)
        return Reader(
            say=Say(CATALOGUE, session.lang),
            name=session.name,
            proved=session.proved,
            path=_readable(request),
            store=self.where,
            version=VERSION,
        )

    def actor(self, request: Request, typed: str) -> str:
        """Return who acts: the proved name, else the typed one, which the session remembers."""
        session = session_of(request)
        if not session.proved:
            session.name = typed.strip()[:200]
        return session.name

    def row(self, job: Job, say: Say) -> JobRow:
        """Return a job as pages show it."""
        why = ""
        if job.refused is not None:
            why = say.text(job.refused)
        elif job.failure is not None:
            why = say(f"page.job.{job.failure[0]}", detail=job.failure[1])
        ahead = self.jobs.ahead_of(job)
        return JobRow(job.id, job.name, job.state, ahead, job.verdict, job.counts.get("error", 0), why)

    def sorry(self, request: Request, key: str, status: HTTPStatus, **values: object) -> Response:
        """Return a page that says why something was not done."""
        reader = self.reader(request)
        text = reader.say(f"page.refused.{key}", **values)
        return HTMLResponse(message_page(reader, reader.say("page.refused.title"), text), status)

    def refused(
        self, request: Request, error: RefusedError, status: HTTPStatus = HTTPStatus.CONFLICT
    ) -> Response:
        """Return a page that says what the record does not allow."""
        reader = self.reader(request)
        return HTMLResponse(
            message_page(reader, reader.say("page.refused.title"), reader.say.text(error.text)), status
        )

    async def case(self, request: Request) -> Case:
        """Return the case of the address; RefusedError where there is none."""
        return await self.ask(self.store.case, int(request.path_params["case"]))


def _readable(request: Request) -> str:
    """Return the address of this page that a GET answers: what a form was sent to is often none."""
    if request.method == "GET":
        return request.url.path
    found = re.match(r"/cases/\d+(/findings/[^/]+|/verify)?", request.url.path)
    return found[0] if found else "/"


def session_of(request: Request) -> Session:
    """Return the session that the guard let through; a passing one where none is needed."""
    session = request.scope.get("session")
    return session if isinstance(session, Session) else Session("")


async def form_of(request: Request) -> dict[str, str]:
    """Return the fields of an ordinary form, bounded; what is no form has none."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_FORM_BYTES:
            return {}
    from urllib.parse import parse_qsl

    text = bytes(body).decode("utf-8", "replace")
    return {name: value.replace("\r\n", "\n") for name, value in parse_qsl(text, keep_blank_values=True)}


def html(text: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Return a page."""
    return HTMLResponse(text, status)


def to(path: str) -> Response:
    """Send the browser on with a GET."""
    return RedirectResponse(path, HTTPStatus.SEE_OTHER)


def download(data: bytes, name: str, kind: str) -> Response:
    """Return bytes to save under a name, which is quoted so that it stays a name."""
    from urllib.parse import quote

    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "_" for c in name)
    header = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=kind, headers={"Content-Disposition": header})


def sandboxed(data: bytes) -> Response:
    """Return a page made from a workbook: its own script may run, but outside this page's origin."""
    policy = "sandbox allow-scripts allow-modals allow-popups allow-downloads; frame-ancestors 'none'; base-uri 'none'"
    return Response(data, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": policy})
