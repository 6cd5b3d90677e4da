"""What is remembered of asking the web for an address: its version, its failures, what is still to be fetched."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; nothing that is held was fetched."""
    op.create_table(
        "visits",
        sa.Column("address", sa.String, primary_key=True),
        sa.Column("waiting", sa.Boolean, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("visits_by_waiting", "visits", ["waiting"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("visits")
