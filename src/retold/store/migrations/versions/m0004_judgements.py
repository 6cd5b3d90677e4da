"""What a person judges, how passages were grouped last, and how stories changed between runs."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_APPEND_ONLY = ("judgements", "story_changes")


def upgrade() -> None:
    """Create the tables, guard those that only grow, and take the grouping over from the stories that are there."""
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "story_changes",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("record", sa.Text, nullable=False),
    )
    grouping = op.create_table(
        "grouping",
        sa.Column("passage", sa.String, primary_key=True),
        sa.Column("story", sa.String, nullable=False),
    )
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        for table in _APPEND_ONLY:
            for deed in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END"
                )
    # A passage can stand in two stories where a run was cut off; the next run groups it anew.
    grouped = {
        passage["id"]: {"passage": passage["id"], "story": story}
        for story, record in connection.execute(sa.text("SELECT story, record FROM readings ORDER BY story")).all()
        for passage in json.loads(record)["passages"]
    }
    op.bulk_insert(grouping, list(grouped.values()))


def downgrade() -> None:
    """Drop the tables with all that people judged."""
    for table in ("grouping", "story_changes", "judgements"):
        op.drop_table(table)
