"""The tables. Records are kept whole as JSON; the columns beside them are what is looked up by."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

captures = Table(
    "captures",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("address", String, nullable=False),
    Column("capture", String(64), ForeignKey("captures.sha256"), nullable=False),
    Column("published", String),
    Column("current", Boolean, nullable=False),
    Column("record", Text, nullable=False),
    Index("articles_by_address", "address"),
)

annotations = Table(
    "annotations",
    metadata,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("key", String, nullable=False),
    Column("record", Text, nullable=False),
)

speakers = Table(
    "speakers",
    metadata,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("attribution", String, primary_key=True),
    Column("folded", String, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("story", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("summary", Text, nullable=False),
    Column("record", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("story", String, ForeignKey("readings.story"), nullable=False),
    Index("claims_by_story", "story"),
)
