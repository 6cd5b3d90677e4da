"""What the last reading of a story worked out on its way, so that the next one takes less time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; the next reading of a story works everything out and leaves it here."""
    op.create_table(
        "workings",
        sa.Column("story", sa.String, sa.ForeignKey("readings.story"), primary_key=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("workings")
