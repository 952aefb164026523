"""Where the record is kept: SQLite in the working folder, or PostgreSQL for a team. Append-only."""

from pipeline.signoff.store.store import Store

__all__ = ["Store"]
