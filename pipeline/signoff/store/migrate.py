"""Bring a store to the form this version knows; several processes may try at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from pipeline.signoff.refused import RefusedError
from pipeline.signoff.store.engine import writing

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0001"
"""The newest migration; a test holds it to what Alembic says."""

LOCK = 0x536F6274
"""PostgreSQL's advisory lock while migrating: any number, the same for all."""


def migrate(engine: Engine) -> None:
    """Create or upgrade the store where needed; RefusedError where it comes from a newer version."""
    with engine.connect() as connection:
        if revision_of(connection) == HEAD:
            return
    with writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        if revision_of(connection) == HEAD:  # another process was faster
            return
        _upgrade(connection)


def revision_of(connection: Connection) -> str | None:
    """Return the migration the store is at, None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.script.revision import ResolutionError
    from alembic.util import CommandError

    config = configuration()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except (CommandError, ResolutionError):
        raise RefusedError("newer-store") from None


def configuration() -> Config:
    """Return Alembic's configuration for the migrations that ship with the package."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    return config
