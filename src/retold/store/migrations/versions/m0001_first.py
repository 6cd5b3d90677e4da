"""The first schema: captures, articles, annotations, readings, and the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; on SQLite the search index is an FTS5 table beside them."""
    op.create_table(
        "captures",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("address", sa.String, nullable=False),
        sa.Column("capture", sa.String(64), sa.ForeignKey("captures.sha256"), nullable=False),
        sa.Column("published", sa.String),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("articles_by_address", "articles", ["address"])
    op.create_table(
        "annotations",
        sa.Column("article", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "speakers",
        sa.Column("article", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("attribution", sa.String, primary_key=True),
        sa.Column("folded", sa.String, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("story", sa.String, primary_key=True),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("story", sa.String, sa.ForeignKey("readings.story"), nullable=False),
    )
    op.create_index("claims_by_story", "claims", ["story"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE article_words USING fts5(article UNINDEXED, title, body, "
            "tokenize = 'unicode61 remove_diacritics 2')"
        )


def downgrade() -> None:
    """Drop everything: there is nothing before the first schema."""
    for table in ("article_words", "claims", "readings", "speakers", "annotations", "articles", "captures"):
        op.drop_table(table)
