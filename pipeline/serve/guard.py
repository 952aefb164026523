"""Who may talk to the page: the right host, from the page itself, with a session. The outermost layer."""

from __future__ import annotations

from collections.abc import Collection
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.serve.people import People

OPEN_PATHS = frozenset({"/login"})
"""What may be asked for without a session; the start page too, with the one-time token."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: a form would then be sent with Origin: null and be refused.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}

SAFE = frozenset({"GET", "HEAD"})


class Guard:
    """Checks every request before anything else looks at it, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], people: People, secure: bool) -> None:
        self._app = app
        self._hosts = frozenset(h.lower() for h in hosts)
        self._people = people
        self._schemes = ("https",) if secure else ("http",)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # no websockets here
            return
        refused = self._refusal(scope)
        app = self._app if refused is None else refused
        await app(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        method = scope["method"]
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return _refused(HTTPStatus.MISDIRECTED_REQUEST, "this address is not served here")
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return _refused(HTTPStatus.FORBIDDEN, "a request from another page")
        origins = headers.getlist("origin")
        if any(not self._own(origin, hosts[0]) for origin in origins):
            return _refused(HTTPStatus.FORBIDDEN, "a request from another origin")
        if method not in SAFE and not origins:
            return _refused(HTTPStatus.FORBIDDEN, "a request that does not say where it comes from")
        path = scope["path"]
        if path.startswith("/static/") or path in OPEN_PATHS:
            return None
        session = self._people.session(HTTPConnection(scope))
        if session is not None:
            scope["session"] = session
            return None
        if path == "/" and method == "GET" and scope["query_string"]:
            return None  # the start page looks at the token
        if self._people.by_password:
            return RedirectResponse("/login", HTTPStatus.SEE_OTHER)
        return _refused(HTTPStatus.UNAUTHORIZED, self._people.how_to_enter())

    def _own(self, origin: str, host: str) -> bool:
        parts = urlsplit(origin)
        return parts.scheme in self._schemes and parts.netloc.lower() == host.lower()


def _refused(status: HTTPStatus, why: str) -> Response:
    return PlainTextResponse(f"{why}\n", status, headers={"Connection": "close"})


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
