"""Alembic's entry: runs on the connection that the store hands over, inside the store's transaction."""

from __future__ import annotations

from alembic import context

from retold.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
