"""What Alembic runs: the revisions, on the connection that `upgrade` gives, within its transaction."""

from alembic import context

from planner.storage.tables import SCHEMA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=SCHEMA, render_as_batch=True
)
context.run_migrations()
