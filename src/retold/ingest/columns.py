"""Which column of a table, or key of a line, holds which field: as a person says, and else by the names in use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.ingest import refusals
from retold.ingest.options import IngestOptions
from retold.records.documents import Metadata, Refusal

# The names that news corpora give their columns, likeliest first: those of retold's own pipes, then of the data sets on
# public hubs (all-the-news, CC-News, WCEP, RealNews, GDELT exports) and of news interfaces (NewsAPI, MediaStack).
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "article", "content", "article_text", "full_text", "fulltext", "maintext", "main_text",
        "body_text", "article_body", "content_text", "plain_text", "clean_text", "story", "document",
    ),
    "title": ("title", "headline", "head_line", "article_title", "heading"),
    "outlet": (
        "outlet", "publication", "publisher", "newspaper", "source_name", "source", "media_name", "news_outlet", "site",
        "domain",
    ),
    "url": ("url", "link", "article_url", "permalink", "href", "uri", "web_url"),
    "published": (
        "published", "date", "published_at", "publish_date", "published_date", "date_published", "publication_date",
        "pub_date", "pubdate", "date_publish", "datetime", "timestamp", "created_at",
    ),
    "id": ("id", "article_id", "doc_id", "document_id", "uid", "guid"),
    "authors": ("authors", "author", "byline", "article_author", "creator"),
}  # fmt: skip
FIELDS = tuple(NAMES)
# The names of retold's own pipes need no telling.
OWN = frozenset({*FIELDS, "date"})
_MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Mapped:
    """Field -> column; `guessed` names the fields that nobody said, under a column of another name."""

    columns: Mapping[str, str]
    guessed: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The column of the article's text."""
        return self.columns["text"]

    def __str__(self) -> str:
        return ", ".join(f"{field} is {self.columns[field]!r}" for field in FIELDS if field in self.columns)


def map_columns(columns: Sequence[str], subject: str, options: IngestOptions) -> Mapped | Refusal:
    """What each field's column is; a refusal where a column was named that is not there, or none can be the text."""
    said = dict(options.columns)
    for column in said.values():
        if column not in columns:
            return refusals.no_column(subject, column, shown(columns))
    by_name: dict[str, str] = {}
    for column in columns:
        by_name.setdefault(_plain(column), column)
    found, guessed = dict(said), []
    for field, names in NAMES.items():
        if field in said:
            continue
        name = next((n for n in names if n in by_name and by_name[n] not in found.values()), None)
        if name is not None:
            found[field] = by_name[name]
            if by_name[name] not in OWN:
                guessed.append(field)
    if "text" not in found:
        return refusals.no_text_column(subject, f"its columns are {shown(columns)}")
    return Mapped(found, tuple(guessed))


def shown(columns: Sequence[str]) -> str:
    """The columns as a person reads them; a great many are cut short."""
    first = ", ".join(repr(column[:40]) for column in columns[:_MOST_SHOWN])
    return f"{first} and {len(columns) - _MOST_SHOWN} more" if len(columns) > _MOST_SHOWN else first


def read_mapping(said: str) -> tuple[tuple[str, str], ...]:
    """What `--map` says, "text=body,title=headline", as pairs; raises ValueError with what is wrong."""
    pairs = []
    for part in said.split(","):
        field, sign, column = part.partition("=")
        if not sign or not column.strip():
            raise ValueError(f"{part!r} is not FIELD=COLUMN")
        if field.strip() not in FIELDS:
            raise ValueError(f"{field.strip()!r} is no field; the fields are {', '.join(FIELDS)}")
        pairs.append((field.strip(), column.strip()))
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a field is named twice")
    return tuple(pairs)


def metadata_of(row: Mapping[str, object], mapped: Mapped) -> Metadata:
    """The fields of a row that say what the text is; a field that is no word or number counts as absent."""

    def word(field: str) -> str | None:
        return as_word(row.get(mapped.columns[field])) if field in mapped.columns else None

    authors = row.get(mapped.columns["authors"]) if "authors" in mapped.columns else None
    return Metadata(
        id=word("id"),
        title=word("title"),
        outlet=word("outlet"),
        url=word("url"),
        published=word("published"),
        authors=as_names(authors),
        field=mapped.text if mapped.text != "text" else None,
    )


def as_word(value: object) -> str | None:
    """A value as a word; None for anything that is none."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    try:
        word = str(value).strip()
    except ValueError:  # an integer of more digits than Python writes
        return None
    return word or None


def as_names(value: object) -> tuple[str, ...]:
    """People: a list of names, or one text with commas, semicolons or "and" between them."""
    if isinstance(value, str):
        parts = re.split(r"\s*[,;]\s*|\s+and\s+", value.strip())
    elif isinstance(value, list):
        parts = [part.strip() for part in value if isinstance(part, str)]
    else:
        return ()
    return tuple(dict.fromkeys(part for part in parts if part and len(part) < 80))[:20]


def _plain(column: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", column.strip())
    return re.sub(r"[\s.\-/]+", "_", spaced).casefold()
