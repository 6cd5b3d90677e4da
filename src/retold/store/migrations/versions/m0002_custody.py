"""The log of custody. Captures that are held already are adopted: their bytes are vouched for from here on."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from retold.records.custody import Custody, Entry, Event, digest_of, entry_after
from retold.store.custody import record_of, row_of

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_AT_ONCE = 500


def upgrade() -> None:
    """Create the table and give each article's capture a row, in order of article."""
    table = op.create_table(
        "custody",
        sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("time", sa.String),
        sa.Column("event", sa.String, nullable=False),
        sa.Column("capture", sa.String(64), sa.ForeignKey("captures.sha256"), nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("metadata", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("address", sa.String, nullable=False),
        sa.Column("captured", sa.String),
        sa.Column("article", sa.String),
    )
    op.create_index("custody_by_address", "custody", ["address"])
    op.create_index("custody_by_article", "custody", ["article"])
    op.create_index("custody_by_capture", "custody", ["capture"])
    _adopt(op.get_bind(), table)


def _adopt(connection: sa.Connection, table: sa.Table) -> None:
    query = sa.text(
        "SELECT a.id, a.record, c.sha256, c.media_type FROM articles a JOIN captures c ON c.sha256 = a.capture "
        "WHERE a.id > :after ORDER BY a.id LIMIT :some"
    )
    last: Entry | None = None
    after = ""
    while found := connection.execute(query, {"after": after, "some": _AT_ONCE}).all():
        rows: list[dict[str, Any]] = []
        for identity, record, sha256, media_type in found:
            article = json.loads(record)
            text = digest_of(article["text"])
            known = Custody(article["address"], article["name"], media_type, article=identity, text=text)
            last = entry_after(last, Event.ADOPTED, sha256, record_of(known), None)
            rows.append(row_of(last, known))
        connection.execute(sa.insert(table), rows)
        after = found[-1][0]


def downgrade() -> None:
    """Drop the log."""
    op.drop_table("custody")
