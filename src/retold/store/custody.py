"""The table of the log of custody: rows in and out, looked up and walked. Rows are only ever added.

What is added within a transaction lands with it or not at all, so that no capture is without its row.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any, Protocol, TypeVar

import msgspec
import sqlalchemy as sa

from retold.records.custody import Custody, Entry, Event, Held, canonical, entry_after
from retold.store import schema

T = TypeVar("T")

# SQLite allows 32,766 variables in a statement; this many ids at a time stays far below it.
_CHUNK = 500


class Reader(Protocol):
    """Runs a query on the open transaction's connection, or on one of its own."""

    def __call__(self, query: Callable[[sa.Connection], T]) -> T:
        """Run `query`."""
        ...


class CustodyTable:
    """The log in one SQL database. The last row is remembered for the length of a transaction."""

    def __init__(self, read: Reader, write: Callable[[sa.Executable, list[dict[str, Any]]], None]) -> None:
        self._read = read
        self._write = write
        self._last: Entry | None = None

    def forget(self) -> None:
        """Read the last row anew next time: another program may have written since."""
        self._last = None

    def add(self, event: Event, capture: str, known: Custody, time: str | None) -> Entry:
        """Add the row that follows the last one."""
        entry = entry_after(self._last or self.head(), event, capture, record_of(known), time)
        self._write(sa.insert(schema.custody), [row_of(entry, known)])
        self._last = entry
        return entry

    def head(self) -> Entry | None:
        """The last row."""
        t = schema.custody
        query = sa.select(*_ENTRY).order_by(t.c.sequence.desc()).limit(1)
        row = self._read(lambda c: c.execute(query).first())
        return _entry(row) if row else None

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """All rows whose sequence is above `after`, in order, a few at a time."""
        t = schema.custody
        while True:
            query = sa.select(*_ENTRY).where(t.c.sequence > after).order_by(t.c.sequence).limit(_CHUNK)
            rows = _rows(self._read, query)
            yield from (_entry(row) for row in rows)
            if len(rows) < _CHUNK:
                return
            after = rows[-1].sequence

    def of_addresses(self, addresses: Collection[str]) -> tuple[Entry, ...]:
        """The rows of these addresses, in order of sequence."""
        t, found, wanted = schema.custody, [], sorted(addresses)
        for start in range(0, len(wanted), _CHUNK):
            query = sa.select(*_ENTRY).where(t.c.address.in_(wanted[start : start + _CHUNK]))
            found += [_entry(row) for row in _rows(self._read, query)]
        return tuple(sorted(found, key=lambda entry: entry.sequence))

    def held(self, addresses: Collection[str], articles: Collection[str]) -> tuple[Held, ...]:
        """The rows of these addresses and of these articles, in order of sequence."""
        t = schema.custody
        found: dict[int, Held] = {}
        for column, wanted in ((t.c.address, sorted(addresses)), (t.c.article, sorted(articles))):
            for start in range(0, len(wanted), _CHUNK):
                query = sa.select(t.c.sequence, t.c.address, t.c.capture, t.c.captured, t.c.article).where(
                    column.in_(wanted[start : start + _CHUNK])
                )
                found.update({row.sequence: Held(*row) for row in _rows(self._read, query)})
        return tuple(found[sequence] for sequence in sorted(found))

    def misplaced(self) -> tuple[int, ...]:
        """The rows whose look-up columns say something else than their record."""
        t = schema.custody
        query = sa.select(t.c.sequence).where(
            sa.or_(
                t.c.address != sa.func.json_extract(t.c.record, "$.address"),
                t.c.article.is_distinct_from(sa.func.json_extract(t.c.record, "$.article")),
                t.c.captured.is_distinct_from(sa.func.json_extract(t.c.record, "$.receipt.captured")),
            )
        )
        return tuple(row.sequence for row in _rows(self._read, query))

    def strays(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The captures, and the articles, that no row of the log speaks of."""
        t, c, a = schema.custody, schema.captures, schema.articles
        bytes_ = sa.select(c.c.sha256).where(~sa.exists().where(t.c.capture == c.c.sha256)).order_by(c.c.sha256)
        made = sa.select(a.c.id).where(~sa.exists().where(t.c.article == a.c.id)).order_by(a.c.id)
        return (
            tuple(row.sha256 for row in _rows(self._read, bytes_)),
            tuple(row.id for row in _rows(self._read, made)),
        )


def record_of(known: Custody) -> str:
    """What is known of a capture as canonical JSON; a field that is empty is left out."""
    return canonical(_bare(msgspec.to_builtins(known)))


def custody_of(record: str) -> Custody:
    """The reverse of `record_of`; raises ValueError for a record that was tampered with beyond reading."""
    try:
        return msgspec.json.decode(record, type=Custody)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def row_of(entry: Entry, known: Custody) -> dict[str, Any]:
    """A row of the table, with what it is looked up by."""
    columns = {"address": known.address, "captured": known.receipt.captured, "article": known.article}
    return {**msgspec.to_builtins(entry), **columns}


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        inner = {key: _bare(part) for key, part in value.items()}
        return {key: part for key, part in inner.items() if part not in (None, [], {})}
    return [_bare(part) for part in value] if isinstance(value, (list, tuple)) else value


_ENTRY = tuple(
    schema.custody.c[name]
    for name in ("sequence", "time", "event", "capture", "record", "metadata", "previous", "hash")
)


def _entry(row: Any) -> Entry:
    return Entry(*row)


def _rows(read: Reader, query: sa.Select[Any]) -> list[Any]:
    return read(lambda c: list(c.execute(query).all()))
