"""The application: its addresses on one page, and what it keeps while it runs."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from pipeline.serve.cases import Cases
from pipeline.serve.desk import Desk
from pipeline.serve.guard import Guard
from pipeline.serve.jobs import Jobs
from pipeline.serve.people import People
from pipeline.serve.pool import Pool
from pipeline.serve.start import Start
from pipeline.serve.upload import Intake
from pipeline.signoff.refused import RefusedError
from pipeline.signoff.store import Store

STATIC: Mapping[str, str] = {
    "pages.css": "text/css; charset=utf-8",
    "icon.svg": "image/svg+xml",
    "pages.js": "text/javascript; charset=utf-8",
    "sarabun-thai-400-normal.woff2": "font/woff2",
    "sarabun-thai-700-normal.woff2": "font/woff2",
    "sarabun-latin-400-normal.woff2": "font/woff2",
    "sarabun-latin-700-normal.woff2": "font/woff2",
}
"""Every file that is served as it is; a name that is not here is not looked for anywhere."""


@dataclass(frozen=True, slots=True)
class Serving:
    """How the page is served. hosts: with port, as a browser names them. secure: behind TLS, cookies say so."""

    store: str
    hosts: Collection[str]
    people: People
    packs: Mapping[str, str]
    titles: Mapping[str, str] = field(default_factory=dict)
    secure: bool = False
    at_once: int = 2
    waiting: int = 200
    seconds: float = 180
    most_bytes: int = 64 << 20
    limits: Mapping[str, int] = field(default_factory=dict)


def application(serving: Serving) -> Starlette:
    """Return the application; its store, processes and folder live as long as it runs."""

    @asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        with tempfile.TemporaryDirectory(prefix="sobthan-serve-") as folder:
            store = Store(serving.store)
            try:
                async with Pool(serving.at_once, serving.waiting, serving.seconds) as pool:
                    desk = Desk(
                        store=store,
                        where=_shown(serving.store),
                        people=serving.people,
                        pool=pool,
                        jobs=Jobs(Path(folder), pool, serving.limits),
                        intake=Intake(Path(folder), serving.most_bytes),
                        packs=serving.packs,
                        titles=serving.titles,
                    )
                    app.router.routes[:] = routes(desk)
                    app.state.desk = desk
                    yield
            finally:
                store.close()

    names = sorted({host.rpartition(":")[0] or host for host in serving.hosts})
    return Starlette(
        lifespan=running,
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=names, www_redirect=False),
            Middleware(Guard, hosts=serving.hosts, people=serving.people, secure=serving.secure),
        ],
        exception_handlers={
            RefusedError: _refused,
            HTTPStatus.NOT_FOUND: _not_found,
            Exception: _bug,
        },
    )


def routes(desk: Desk) -> list[Route]:
    """Return every address there is."""
    start, cases = Start(desk), Cases(desk)
    return [
        Route("/", start.start),
        Route("/login", start.login, methods=["GET", "POST"]),
        Route("/leave", start.leave, methods=["POST"]),
        Route("/language", start.language, methods=["POST"]),
        Route("/drop", start.drop, methods=["POST"]),
        Route("/jobs/{job}", start.job),
        Route("/jobs/{job}/state", start.state),
        Route("/jobs/{job}/open", start.open, methods=["POST"]),
        Route("/jobs/{job}/{kind}", start.made),
        Route("/cases/{case:int}", cases.case),
        Route("/cases/{case:int}/findings/{finding}", cases.finding, methods=["GET"]),
        Route("/cases/{case:int}/findings/{finding}", cases.dispose, methods=["POST"]),
        Route("/cases/{case:int}/note", cases.note, methods=["POST"]),
        Route("/cases/{case:int}/sign", cases.sign, methods=["POST"]),
        Route("/cases/{case:int}/judge", cases.judge, methods=["POST"]),
        Route("/cases/{case:int}/compare", cases.compare),
        Route("/cases/{case:int}/verify", cases.verify, methods=["GET", "POST"]),
        Route("/cases/{case:int}/paper", cases.printed),
        Route("/cases/{case:int}/paper.json", cases.handed_on),
        Route("/cases/{case:int}/report", cases.report),
        Route("/cases/{case:int}/annotated", cases.annotated),
        Route("/static/{name}", _static),
    ]


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        return PlainTextResponse("not found\n", HTTPStatus.NOT_FOUND)
    headers = {"Cache-Control": "private, max-age=3600"} if name.endswith(".woff2") else {}
    return Response(_asset(name), media_type=STATIC[name], headers=headers)


@cache
def _asset(name: str) -> bytes:
    return (files("reports") / "assets" / name).read_bytes()


def _shown(store: str) -> str:
    """Return where the record is kept, without a password."""
    if "://" not in store:
        return store
    from sqlalchemy.engine import make_url

    return make_url(store).render_as_string(hide_password=True)


STATUS: Mapping[str, HTTPStatus] = {
    "no-case": HTTPStatus.NOT_FOUND,
    "no-finding": HTTPStatus.NOT_FOUND,
    "store-gone": HTTPStatus.SERVICE_UNAVAILABLE,
    "store-lost": HTTPStatus.SERVICE_UNAVAILABLE,
}
"""How a refusal of the record is answered; any other is a conflict with what stands."""


async def _refused(request: Request, error: Exception) -> Response:
    desk: Desk = request.app.state.desk
    assert isinstance(error, RefusedError)
    return desk.refused(request, error, STATUS.get(error.name, HTTPStatus.CONFLICT))


async def _not_found(request: Request, _error: Exception) -> Response:
    desk: Desk = request.app.state.desk
    return desk.sorry(request, "gone", HTTPStatus.NOT_FOUND)


async def _bug(request: Request, _error: Exception) -> Response:
    desk: Desk = request.app.state.desk
    return desk.sorry(request, "bug", HTTPStatus.INTERNAL_SERVER_ERROR)
