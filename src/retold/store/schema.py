"""The tables. Records are kept whole as JSON; the columns beside them are what is looked up by."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

captures = Table(
    "captures",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

custody = Table(
    "custody",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("time", String),
    Column("event", String, nullable=False),
    Column("capture", String(64), ForeignKey("captures.sha256"), nullable=False),
    Column("record", Text, nullable=False),
    Column("metadata", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    # What rows are looked up by; the record says the same.
    Column("address", String, nullable=False),
    Column("captured", String),
    Column("article", String),
    Index("custody_by_address", "address"),
    Index("custody_by_article", "article"),
    Index("custody_by_capture", "capture"),
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

actors = Table(
    "actors",
    metadata,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("actor", String, primary_key=True),
    Column("record", Text, nullable=False),
)

names = Table(
    "names",
    metadata,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("actor", String, primary_key=True),
    Column("key", String, primary_key=True),
    Index("names_by_key", "key"),
)

readings = Table(
    "readings",
    metadata,
    Column("story", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("summary", Text, nullable=False),
    Column("record", Text, nullable=False),
)

# What the last reading of a story worked out on its way; any row may be dropped.
workings = Table(
    "workings",
    metadata,
    Column("story", String, ForeignKey("readings.story"), primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("story", String, ForeignKey("readings.story"), nullable=False),
    Index("claims_by_story", "story"),
)

tellings = Table(
    "tellings",
    metadata,
    Column("story", String, ForeignKey("readings.story"), primary_key=True),
    Column("article", String, primary_key=True),
    Index("tellings_by_article", "article"),
)

# The last grouping, whole, whether its stories have been read since or not.
grouping = Table(
    "grouping",
    metadata,
    Column("passage", String, primary_key=True),
    Column("story", String, nullable=False),
)

# Rows of these two are added and never changed; the database itself refuses anything else.
judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("record", Text, nullable=False),
)

story_changes = Table(
    "story_changes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("record", Text, nullable=False),
)

visits = Table(
    "visits",
    metadata,
    Column("address", String, primary_key=True),
    Column("waiting", Boolean, nullable=False),
    Column("record", Text, nullable=False),
    Index("visits_by_waiting", "waiting"),
)

standings = Table(
    "standings",
    metadata,
    Column("story", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("record", Text, nullable=False),
)

developments = Table(
    "developments",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("told", Boolean, nullable=False),
    Column("record", Text, nullable=False),
)
