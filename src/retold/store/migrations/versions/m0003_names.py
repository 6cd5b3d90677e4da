"""Who is named where, and which articles tell a story: what `who` looks up, in place of the speakers' names alone."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import sqlalchemy as sa
from alembic import op

from retold.records.statements import Annotation
from retold.store.naming import actors_named, name_keys

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and fill them from what is held."""
    actors = op.create_table(
        "actors",
        sa.Column("article", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("actor", sa.String, primary_key=True),
        sa.Column("record", sa.Text, nullable=False),
    )
    names = op.create_table(
        "names",
        sa.Column("article", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("actor", sa.String, primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
    )
    op.create_index("names_by_key", "names", ["key"])
    tellings = op.create_table(
        "tellings",
        sa.Column("story", sa.String, sa.ForeignKey("readings.story"), primary_key=True),
        sa.Column("article", sa.String, primary_key=True),
    )
    op.create_index("tellings_by_article", "tellings", ["article"])
    op.drop_table("speakers")
    for annotation in _annotations():
        for actor in actors_named(annotation):
            row = {"article": annotation.article, "actor": actor.id}
            op.bulk_insert(actors, [{**row, "record": msgspec.json.encode(actor).decode()}])
            op.bulk_insert(names, [{**row, "key": key} for key in name_keys(actor)])
    for (record,) in op.get_bind().execute(sa.text("SELECT record FROM readings")):
        held = msgspec.json.decode(record)
        told = sorted({passage["article"] for passage in held["passages"]})
        op.bulk_insert(tellings, [{"story": held["story"]["id"], "article": article} for article in told])


def _annotations() -> Iterator[Annotation]:
    decoder = msgspec.json.Decoder(Annotation)
    for (record,) in op.get_bind().execute(sa.text("SELECT record FROM annotations ORDER BY article")):
        yield decoder.decode(record)


def downgrade() -> None:
    """Go back to the speakers' names alone, empty: the next run of `retold read` finds them anew."""
    for table in ("tellings", "names", "actors"):
        op.drop_table(table)
    op.create_table(
        "speakers",
        sa.Column("article", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("attribution", sa.String, primary_key=True),
        sa.Column("folded", sa.String, nullable=False),
    )
    op.execute("UPDATE annotations SET \"key\" = ''")
