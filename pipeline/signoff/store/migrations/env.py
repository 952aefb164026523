"""Run the migrations on the connection in the configuration's attributes, inside its transaction."""

from __future__ import annotations

from alembic import context

from pipeline.signoff.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
