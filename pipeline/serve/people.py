"""Who is at the page: a one-time token that becomes a session, or names with passwords."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import HTTPConnection
from starlette.responses import Response

IDLE_SECONDS = 12 * 3600
MOST_SESSIONS = 200
SCRYPT = {"n": 1 << 15, "r": 8, "p": 1, "maxmem": 1 << 26}
WRONG_SECONDS = 1.0
"""How long a wrong password keeps the next one waiting."""


class PasswordFileError(Exception):
    """A password file that cannot be used; the text says at which line."""


@dataclass(slots=True)
class Session:
    """One browser. name: who acts, proved where names have passwords, as typed where not."""

    id: str
    name: str = ""
    proved: bool = False
    lang: str = "th"
    seen: float = field(default_factory=time.monotonic)


class People:
    """Sessions, and how one comes by them."""

    def __init__(
        self, cookie: str, passwords: Mapping[str, str] | None = None, *, secure: bool = False
    ) -> None:
        self._cookie, self._passwords, self._secure = cookie, passwords, secure
        self._sessions: dict[str, Session] = {}
        self._token = secrets.token_urlsafe(32)
        self._one_at_a_time = asyncio.Lock()
        self.on_token: Callable[[str], None] = lambda _token: None

    @property
    def by_password(self) -> bool:
        return self._passwords is not None

    @property
    def token(self) -> str:
        """The token that opens the next session, once."""
        return self._token

    def how_to_enter(self) -> str:
        """Return what somebody without a session is told."""
        return (
            "ต้องเปิดด้วยที่อยู่ที่แสดงในหน้าต่างของ sobthan serve ซึ่งใช้ได้ครั้งเดียว\n"
            "open the address that sobthan serve printed; it works once"
        )

    def session(self, connection: HTTPConnection) -> Session | None:
        """Return the session of a request, None where it has none."""
        session = self._sessions.get(connection.cookies.get(self._cookie, ""))
        now = time.monotonic()
        if session is None or now - session.seen > IDLE_SECONDS:
            return None
        session.seen = now
        return session

    def enter_by_token(self, token: str) -> Session | None:
        """Spend the one-time token: a session, and a new token for another browser; None where it is not it."""
        if self.by_password or not hmac.compare_digest(token.encode(), self._token.encode()):
            return None
        self._token = secrets.token_urlsafe(32)
        self.on_token(self._token)
        return self._open(Session(secrets.token_urlsafe(32)))

    async def enter_by_password(self, name: str, password: str) -> Session | None:
        """Open a session for a name with its password; a wrong one waits, and so does whoever is next."""
        async with self._one_at_a_time:
            stored = (self._passwords or {}).get(name, _NOBODY)
            right = await asyncio.to_thread(password_holds, stored, password)
            if not right or name not in (self._passwords or {}):
                await asyncio.sleep(WRONG_SECONDS)
                return None
        return self._open(Session(secrets.token_urlsafe(32), name, proved=True))

    def leave(self, session: Session) -> None:
        """End a session."""
        self._sessions.pop(session.id, None)

    def give_cookie(self, response: Response, session: Session) -> None:
        """Let the browser carry the session; scripts never see it, other sites never send it."""
        response.set_cookie(
            self._cookie, session.id, path="/", secure=self._secure, httponly=True, samesite="strict"
        )

    def _open(self, session: Session) -> Session:
        now = time.monotonic()
        for old in [s for s in self._sessions.values() if now - s.seen > IDLE_SECONDS]:
            self.leave(old)
        while len(self._sessions) >= MOST_SESSIONS:
            self.leave(min(self._sessions.values(), key=lambda s: s.seen))
        self._sessions[session.id] = session
        return session


def password_line(name: str, password: str) -> str:
    """Return the line of a password file: the name and a salted scrypt hash."""
    salt = secrets.token_bytes(16)
    return f"{name}:scrypt:{salt.hex()}:{_scrypt(password, salt).hex()}"


def password_holds(stored: str, password: str) -> bool:
    """Tell whether a password is the one that was hashed."""
    _, salt, wanted = stored.split(":")
    return hmac.compare_digest(_scrypt(password, bytes.fromhex(salt)), bytes.fromhex(wanted))


def load_passwords(file: Path) -> dict[str, str]:
    """Return name → hash; PasswordFileError for a file others may read, without a name, or malformed."""
    try:
        if file.stat().st_mode & 0o077:
            raise PasswordFileError(f"{file}: others can read it; chmod 600 {file}")
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PasswordFileError(f"{file}: {error}") from None
    passwords: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        name, _, stored = line.partition(":")
        parts = stored.split(":")
        if not name.strip() or len(parts) != 3 or parts[0] != "scrypt" or not _is_hex(parts[1], parts[2]):
            raise PasswordFileError(f"{file}:{number}: expected NAME:scrypt:SALT:HASH (see --add-person)")
        passwords[name.strip()] = stored
    if not passwords:
        raise PasswordFileError(f"{file}: nobody is in it (see --add-person)")
    return passwords


def _is_hex(*texts: str) -> bool:
    try:
        return all(bytes.fromhex(t) for t in texts)
    except ValueError:
        return False


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode("utf-8"), salt=salt, **SCRYPT)


_NOBODY = "scrypt:" + "00" * 16 + ":" + "00" * 64
"""Compared with for a name that is not there, so that the answer takes as long."""
