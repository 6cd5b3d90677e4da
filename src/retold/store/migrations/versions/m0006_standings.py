"""How claims were told last, and what happened to them since."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, empty: the next watch begins with what it finds."""
    op.create_table(
        "standings",
        sa.Column("story", sa.String, primary_key=True),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "developments",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("developments")
    op.drop_table("standings")
