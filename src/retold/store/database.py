"""The store over SQLAlchemy Core. SQLite is opened by `open_store`; another database brings its own engine.

Records go in and out as JSON, whole. A transaction is one connection; reading outside of one opens its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from retold.language.names import keys
from retold.records.claims import Claim
from retold.records.custody import Custody, Entry, Event, Held, digest_of
from retold.records.documents import Article, BlockKind, Capture
from retold.records.identities import Sighting
from retold.records.readings import StoryReading, StorySummary
from retold.records.spans import Span
from retold.records.statements import Actor, Annotation
from retold.records.stories import Passage, Story
from retold.store import schema
from retold.store.contract import Deposit, Hit, Store, StoreError, Strays
from retold.store.custody import CustodyTable, custody_of
from retold.store.judging import JudgementTables
from retold.store.naming import actors_named, name_keys
from retold.store.opening import explained, open_sqlite
from retold.store.watching import WatchTables
from retold.text.words import words

T = TypeVar("T")

# Marks around hits in a snippet: private-use characters, which no article's text needs.
_OPEN, _CLOSE = "\ue000", "\ue001"
_SNIPPET_WORDS = 24
# SQLite allows 32,766 variables in a statement; this many ids at a time stays far below it.
_CHUNK = 500


def open_store(path: Path, *, create: bool = False) -> Store:
    """The store in the SQLite file at `path`; raises StoreError, with what to do, when it cannot be used."""
    return Database(open_sqlite(path, create=create), path)


class Database(JudgementTables, WatchTables):
    """A store in one SQL database."""

    def __init__(self, engine: sa.Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._open: sa.Connection | None = None
        self._custody = CustodyTable(self._read, self._write)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Open a transaction: committed at the end, rolled back when anything raises."""
        if self._open is not None:
            raise RuntimeError("transactions do not nest")
        connection = explained(self._path, self._engine.connect)
        try:
            with _explaining(self._path), connection.begin():
                self._open = connection
                self._custody.forget()
                yield
        finally:
            self._open = None
            connection.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _read(self, query: Callable[[sa.Connection], T]) -> T:
        if self._open is not None:
            return query(self._open)

        def run() -> T:
            with self._engine.connect() as connection:
                return query(connection)

        return explained(self._path, run)

    def _write(self, statement: sa.Executable, rows: list[dict[str, Any]] | None = None) -> None:
        if self._open is None:
            raise RuntimeError("writes belong into a transaction")
        if rows is None:
            self._open.execute(statement)
        elif rows:
            self._open.execute(statement, rows)

    # Articles

    def put_article(self, capture: Capture, article: Article, deposit: Deposit | None = None) -> None:
        """Keep a capture, its row in the log, and the article made from it; see the contract."""
        made = deposit or Deposit()
        self._log(capture, article, made)
        t = schema.articles
        if not made.current:
            held = self._read(lambda k: k.execute(sa.select(t.c.id).where(t.c.id == article.id)).first())
            if held is None:
                self._write(sa.insert(t), [{"id": article.id, **_columns(article), "current": False}])
            return
        older = sa.select(t.c.id).where(t.c.address == article.address, t.c.current, t.c.id != article.id)
        for (former,) in self._read(lambda k: k.execute(older).all()):
            self._write(sa.update(t).where(t.c.id == former).values(current=False))
            self._forget_words(former)
        self._replace(article)

    def put_capture(self, capture: Capture, deposit: Deposit | None = None) -> None:
        """Keep a capture from which no article is made, and its row in the log."""
        self._log(capture, None, deposit or Deposit())

    def _log(self, capture: Capture, article: Article | None, deposit: Deposit) -> None:
        """Keep the bytes once, and add a row to the log."""
        c = schema.captures
        held = self._read(lambda k: k.execute(sa.select(c.c.sha256).where(c.c.sha256 == capture.sha256)).first())
        if held is None:
            row = {"sha256": capture.sha256, "media_type": capture.media_type, "content": capture.content}
            self._write(sa.insert(c), [row])
        known = Custody(
            capture.address,
            capture.name,
            capture.media_type,
            capture.encoding,
            capture.metadata,
            capture.receipt,
            article.id if article else None,
            digest_of(article.text) if article else None,
            deposit.tool,
        )
        self._custody.add(Event.CAPTURED, capture.sha256, known, deposit.time)

    def held(self, addresses: Collection[str], articles: Collection[str]) -> tuple[Held, ...]:
        """What the log says of these addresses and of these articles, in order of sequence."""
        return self._custody.held(addresses, articles)

    def head(self) -> Entry | None:
        """The last row of the log of custody."""
        return self._custody.head()

    def log(self) -> Iterator[tuple[Entry, Custody | None]]:
        """The log in order, each row with its record as read; None for a record that cannot be read."""
        for entry in self._custody.entries():
            yield entry, _known(entry)

    def log_of(self, addresses: Collection[str]) -> tuple[tuple[Entry, Custody], ...]:
        """The readable rows of the log on these addresses, in order of sequence."""
        rows = ((entry, _known(entry)) for entry in self._custody.of_addresses(addresses))
        return tuple((entry, known) for entry, known in rows if known is not None)

    def addresses_of(self, url: str) -> tuple[str, ...]:
        """Under which addresses articles are held that give this web address as their own, sorted."""
        t = schema.articles
        query = sa.select(t.c.address).distinct().where(sa.func.json_extract(t.c.record, "$.url") == url)
        return tuple(sorted(address for (address,) in self._rows(query)))

    def strays(self) -> Strays:
        """What the log does not speak of, and rows that contradict themselves."""
        return Strays(*self._custody.strays(), self._custody.misplaced())

    def update_article(self, article: Article) -> None:
        """Replace what is held of an article (a date was inferred, say); its annotation is kept."""
        row = {"published": article.published.value, "record": _encode(article)}
        self._write(sa.update(schema.articles).where(schema.articles.c.id == article.id).values(**row))

    def _replace(self, article: Article) -> None:
        t = schema.articles
        values = {**_columns(article), "current": True}
        held = self._read(lambda k: k.execute(sa.select(t.c.id).where(t.c.id == article.id)).first())
        if held is None:
            self._write(sa.insert(t), [{"id": article.id, **values}])
        else:
            self._write(sa.update(t).where(t.c.id == article.id).values(**values))
            self._forget_words(article.id)
        own = article.of_kind(BlockKind.DECK, BlockKind.BODY, BlockKind.CAPTION)
        body = "\n".join(block.span.of(article.text) for block in own)
        insert = sa.text("INSERT INTO article_words (article, title, body) VALUES (:a, :t, :b)")
        self._write(insert, [{"a": article.id, "t": article.title or "", "b": body}])

    def _forget_words(self, article: str) -> None:
        self._write(sa.text("DELETE FROM article_words WHERE article = :a"), [{"a": article}])

    def capture(self, sha256: str) -> bytes | None:
        """The raw bytes of a capture, as received."""
        query = sa.select(schema.captures.c.content).where(schema.captures.c.sha256 == sha256)
        found: Any = self._read(lambda c: c.execute(query).scalar_one_or_none())
        # SQLite keeps what it is given: somebody else may have put text where bytes belong.
        return found.encode() if isinstance(found, str) else found

    def articles(self) -> Iterator[Article]:
        """All current articles, sorted by id."""
        t = schema.articles
        yield from self._records(sa.select(t.c.record).where(t.c.current).order_by(t.c.id), Article)

    def former(self) -> Iterator[Article]:
        """All superseded articles, sorted by id."""
        t = schema.articles
        yield from self._records(sa.select(t.c.record).where(~t.c.current).order_by(t.c.id), Article)

    def article(self, article: str) -> Article | None:
        """One article, current or superseded."""
        return self._record(sa.select(schema.articles.c.record).where(schema.articles.c.id == article), Article)

    # Annotations

    def annotation_keys(self) -> Mapping[str, str]:
        """Article id -> the key under which its annotation was made."""
        query = sa.select(schema.annotations.c.article, schema.annotations.c.key)
        return {key: value for key, value in self._read(lambda c: c.execute(query).all())}  # noqa: C416 - rows are no pairs to mypy

    def put_annotation(self, key: str, annotation: Annotation) -> None:
        """Keep an article's annotation, made under `key`, in place of an older one."""
        article = annotation.article
        for table in (schema.annotations, schema.actors, schema.names):
            self._write(sa.delete(table).where(table.c.article == article))
        row = {"article": article, "key": key, "record": _encode(annotation)}
        self._write(sa.insert(schema.annotations), [row])
        actors = actors_named(annotation)
        rows = [{"article": article, "actor": actor.id, "record": _encode(actor)} for actor in actors]
        self._write(sa.insert(schema.actors), rows)
        named = [{"article": article, "actor": a.id, "key": key} for a in actors for key in name_keys(a)]
        self._write(sa.insert(schema.names), named)

    def annotation(self, article: str) -> Annotation | None:
        """The annotation of an article."""
        t = schema.annotations
        return self._record(sa.select(t.c.record).where(t.c.article == article), Annotation)

    # Readings

    def reading_keys(self) -> Mapping[str, str]:
        """Story id -> the key of its reading."""
        query = sa.select(schema.readings.c.story, schema.readings.c.key)
        return {key: value for key, value in self._read(lambda c: c.execute(query).all())}  # noqa: C416 - rows are no pairs to mypy

    def put_readings(self, readings: Iterable[StoryReading], gone: Iterable[str]) -> None:
        """Keep these readings, each in place of an older one of its story; forget the stories in `gone`."""
        kept = list(readings)
        dropped = sorted({*gone, *(r.story.id for r in kept)})
        for start in range(0, len(dropped), _CHUNK):
            some = dropped[start : start + _CHUNK]
            for table in (schema.claims, schema.tellings, schema.workings):
                self._write(sa.delete(table).where(table.c.story.in_(some)))
            self._write(sa.delete(schema.readings).where(schema.readings.c.story.in_(some)))
        for reading in kept:
            story = reading.story.id
            row = {
                "story": story,
                "key": reading.key,
                "summary": _encode(reading.summary),
                "record": _encode(reading),
            }
            self._write(sa.insert(schema.readings), [row])
            rows = [{"id": claim.id, "story": story} for claim in reading.ledger.claims]
            self._write(sa.insert(schema.claims), rows)
            told = sorted({passage.article for passage in reading.passages})
            self._write(sa.insert(schema.tellings), [{"story": story, "article": article} for article in told])

    def put_working(self, story: str, record: bytes) -> None:
        """Keep what the reading of a story leaves for the next one; see the contract."""
        self._write(sa.insert(schema.workings), [{"story": story, "record": record}])

    def working(self, story: str) -> bytes | None:
        """What the last reading of a story left."""
        query = sa.select(schema.workings.c.record).where(schema.workings.c.story == story)
        found: Any = self._read(lambda c: c.execute(query).scalar_one_or_none())
        # SQLite keeps what it is given: text is nothing that a reading left.
        return found if isinstance(found, bytes) else None

    def summaries(self) -> tuple[StorySummary, ...]:
        """The summaries of all stories, sorted by id."""
        t = schema.readings
        return tuple(self._records(sa.select(t.c.summary).order_by(t.c.story), StorySummary))

    def readings(self) -> Iterator[StoryReading]:
        """All readings, sorted by story id."""
        t = schema.readings
        yield from self._records(sa.select(t.c.record).order_by(t.c.story), StoryReading)

    def stories(self) -> Iterator[tuple[Story, tuple[Passage, ...]]]:
        """All stories with their passages, sorted by id, without what was read off them."""
        t = schema.readings
        for told in self._records(sa.select(t.c.record).order_by(t.c.story), _Told):
            yield told.story, told.passages

    def reading(self, story: str) -> StoryReading | None:
        """The reading of one story."""
        return self._record(sa.select(schema.readings.c.record).where(schema.readings.c.story == story), StoryReading)

    def claim(self, claim: str) -> tuple[str, Claim] | None:
        """A claim by its id, with the id of its story."""
        query = sa.select(schema.claims.c.story).where(schema.claims.c.id == claim)
        story = self._read(lambda c: c.execute(query).scalar_one_or_none())
        reading = self.reading(story) if story else None
        if reading is None:
            return None
        return reading.story.id, next(c for c in reading.ledger.claims if c.id == claim)

    def stories_of(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The ids of the stories that these articles tell, sorted."""
        found = self._in_articles(schema.tellings, (schema.tellings.c.story,), sorted(set(articles)))
        return tuple(sorted({story for rows in found.values() for (story,) in rows}))

    # Looking things up

    def sightings(self, name: str) -> tuple[Sighting, ...]:
        """The people and bodies one of whose names has a word of `name`, in whatever spelling, by article and id."""
        n, t, a, s = schema.names, schema.articles, schema.actors, schema.tellings
        wanted = keys(name)
        query = sa.select(n.c.article, n.c.actor).distinct().join(t, t.c.id == n.c.article)
        query = query.where(t.c.current, n.c.key.in_(wanted))
        pairs = sorted((article, actor) for article, actor in self._read(lambda c: c.execute(query).all()))
        where = sorted({article for article, _ in pairs})
        held = self._in_articles(a, (a.c.actor, a.c.record), where)
        stories = self._in_articles(s, (s.c.story,), where)
        decoder = msgspec.json.Decoder(Actor)
        found = []
        for article, actor in pairs:
            beside = frozenset(other for other, _ in held[article] if other != actor)
            record = next(record for other, record in held[article] if other == actor)
            told = frozenset(story for (story,) in stories.get(article, ()))
            found.append(Sighting(article, decoder.decode(record), told, beside))
        return tuple(found)

    def _in_articles(
        self, table: sa.Table, columns: Sequence[sa.Column[Any]], articles: Sequence[str]
    ) -> Mapping[str, list[tuple[Any, ...]]]:
        """Rows of a table by the article that they belong to."""
        found: dict[str, list[tuple[Any, ...]]] = {}
        for start in range(0, len(articles), _CHUNK):
            some = articles[start : start + _CHUNK]
            query = sa.select(table.c.article, *columns).where(table.c.article.in_(some)).order_by(*columns)
            for article, *values in self._rows(query):
                found.setdefault(article, []).append(tuple(values))
        return found

    def _rows(self, query: sa.Select[Any]) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self._read(lambda c: c.execute(query).all())]

    def search(self, words: str, limit: int) -> tuple[Hit, ...]:
        """Articles that hold all of `words`, best first."""
        query = _fts_query(words)
        if not query:
            return ()
        statement = sa.text(
            "SELECT article, snippet(article_words, 2, :open, :close, '…', :size) FROM article_words "
            "WHERE article_words MATCH :query ORDER BY bm25(article_words, 0.0, 4.0, 1.0), article LIMIT :limit"
        )
        values = {"open": _OPEN, "close": _CLOSE, "size": _SNIPPET_WORDS, "query": query, "limit": limit}
        rows = self._read(lambda c: c.execute(statement, values).all())
        return tuple(self._hit(article, snippet) for article, snippet in rows)

    def _hit(self, article_id: str, marked: str) -> Hit:
        article = self.article(article_id)
        if article is None:
            raise StoreError(f"{self._path}: the search index names an article that is not there: {article_id}")
        snippet, marks = _unmark(" ".join(marked.split()))
        return Hit(article_id, article.title or article.name, article.outlet.value, snippet, marks)

    def _record(self, query: sa.Select[str], kind: type[T]) -> T | None:
        found = self._read(lambda c: c.execute(query).scalar_one_or_none())
        try:
            return None if found is None else msgspec.json.decode(found, type=kind)
        except msgspec.MsgspecError as error:
            raise StoreError(f"{self._path}: a record in it cannot be read; look with: retold verify") from error

    def _records(self, query: sa.Select[str], kind: type[T]) -> Iterator[T]:
        decoder = msgspec.json.Decoder(kind)
        for (record,) in self._read(lambda c: c.execute(query).all()):
            yield decoder.decode(record)


@dataclass(frozen=True, slots=True)
class _Told:
    """The part of a reading that says which passages tell the story; the rest is skipped, not read."""

    story: Story
    passages: tuple[Passage, ...]


def _known(entry: Entry) -> Custody | None:
    try:
        return custody_of(entry.record)
    except ValueError:
        return None


@contextmanager
def _explaining(path: Path) -> Iterator[None]:
    """Turn a driver's error within the block into a StoreError that says what to do."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        failed = error

        def again() -> None:
            raise failed

        explained(path, again)


def _columns(article: Article) -> dict[str, Any]:
    return {
        "address": article.address,
        "capture": article.capture,
        "published": article.published.value,
        "record": _encode(article),
    }


def _encode(record: object) -> str:
    return msgspec.json.encode(record).decode()


def _fts_query(asked: str) -> str:
    """What a person typed, as an FTS5 query: quoted phrases stay whole, every other word must occur.

    Each word is quoted, so that no operator of FTS5 reaches the database.
    """
    parts = re.findall(r'"([^"]*)"|(\S+)', asked)
    quoted = [" ".join(span.of(piece) for span in words(piece)) for pair in parts for piece in pair if piece]
    return " ".join(f'"{phrase}"' for phrase in quoted if phrase)


def _unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    plain, marks, begun = "", [], 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if piece == _OPEN:
            begun = len(plain)
        elif piece == _CLOSE:
            marks.append(Span(begun, len(plain)))
        else:
            plain += piece
    return plain, tuple(marks)
