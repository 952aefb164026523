"""A connection to the store: SQLite or PostgreSQL, with a commit that is on disk once it is acknowledged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from pipeline.signoff.refused import RefusedError

DEFAULT_STORE = "sobthan-signoff.sqlite"
_SQLITE = b"SQLite format 3\x00"
WAIT_SECONDS = 60
"""How long a writer waits for the one before it."""


def connect(store: str, *, create: bool = True) -> Engine:
    """Return the engine of a store: a file name is SQLite, a URL postgresql://… is PostgreSQL."""
    if "://" not in store:
        store = f"sqlite:///{Path(store)}"
    try:
        url = make_url(store)
    except ArgumentError:
        raise RefusedError("bad-store") from None
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    if url.drivername != "sqlite":
        raise RefusedError("bad-store")
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": WAIT_SECONDS})
    if url.database and url.database != ":memory:":
        event.listen(engine, "do_connect", _present(Path(url.database), create=create))
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _present(file: Path, *, create: bool) -> Callable[..., None]:
    """Return what lets only the first connection make the file: one taken away later is not begun anew, empty."""
    first = True

    def check(*_: object) -> None:
        nonlocal first
        if not (first and create) and not file.is_file():
            raise RefusedError("no-store" if first else "store-gone", file=str(file))
        if first and _other_kind(file):
            raise RefusedError("not-a-store", file=str(file))
        first = False

    return check


def _other_kind(file: Path) -> bool:
    """Say whether a file holds something else: SQLite takes a file of a few bytes for an empty one of its own."""
    try:
        with file.open("rb") as content:
            begun = content.read(len(_SQLITE))
    except OSError:
        return False  # not there yet, or not readable: opening it says why
    return bool(begun) and begun != _SQLITE


def _on_connect(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not begin transactions by itself
    # Not WAL, which a network share cannot hold. EXTRA: the folder is synced too before commit returns.
    connection.execute("PRAGMA synchronous = EXTRA")


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def named(engine: Engine) -> str:
    """Return the store as a person named it, without a password."""
    sqlite = engine.dialect.name == "sqlite"
    return (engine.url.database or "") if sqlite else engine.url.render_as_string(hide_password=True)


def writing(engine: Engine) -> Engine:
    """Return the engine whose transactions take the writers' lock at once."""
    return engine.execution_options(writes=True)


def lock_entries(connection: Connection) -> None:
    """Let no other writer in until this transaction ends; readers go on."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE entries IN EXCLUSIVE MODE"))
        # A server may be set to acknowledge before the disk has it; not for this.
        if connection.execute(text("SHOW synchronous_commit")).scalar_one() == "off":
            connection.execute(text("SET LOCAL synchronous_commit TO on"))
