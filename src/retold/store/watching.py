"""The tables of watching: a part of a store in one SQL database.

How each address of the web stands, how claims were told last, and what happened to them since, told or not.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from retold.records.developments import Development, Standings
from retold.records.visits import Visit
from retold.store import schema

T = TypeVar("T")
# SQLite allows 32,766 variables in a statement; this many addresses at a time stays far below it.
_CHUNK = 500


class WatchTables(ABC):
    """What a store does with them; how it reads and writes is its own."""

    @abstractmethod
    def _read(self, query: Callable[[sa.Connection], T]) -> T: ...

    @abstractmethod
    def _write(self, statement: sa.Executable, rows: list[dict[str, Any]] | None = None) -> None: ...

    @abstractmethod
    def _records(self, query: sa.Select[str], kind: type[T]) -> Iterator[T]: ...

    def visits(self, addresses: Collection[str]) -> Mapping[str, Visit]:
        """How these addresses stand; those that were never asked for are left out."""
        t = schema.visits
        asked = sorted(set(addresses))
        found: dict[str, Visit] = {}
        for start in range(0, len(asked), _CHUNK):
            query = sa.select(t.c.record).where(t.c.address.in_(asked[start : start + _CHUNK]))
            found.update({visit.address: visit for visit in self._records(query, Visit)})
        return found

    def waiting(self) -> tuple[Visit, ...]:
        """The addresses that are still to be fetched, sorted."""
        t = schema.visits
        return tuple(self._records(sa.select(t.c.record).where(t.c.waiting).order_by(t.c.address), Visit))

    def put_visits(self, visits: Iterable[Visit]) -> None:
        """Keep how these addresses stand, each in place of what was known of it."""
        t = schema.visits
        last = {visit.address: visit for visit in visits}
        addresses = sorted(last)
        for start in range(0, len(addresses), _CHUNK):
            some = addresses[start : start + _CHUNK]
            self._write(sa.delete(t).where(t.c.address.in_(some)))
            self._write(sa.insert(t), [_row(last[address]) for address in some])

    def standing_keys(self) -> Mapping[str, str]:
        """Story id -> the key of the reading that was told last."""
        t = schema.standings
        return {row.story: row.key for row in self._read(lambda c: c.execute(sa.select(t.c.story, t.c.key)).all())}

    def standings(self, stories: Collection[str]) -> tuple[Standings, ...]:
        """These stories as they were told last, sorted by id; those that never were are left out."""
        t = schema.standings
        asked = sorted(set(stories))
        found: list[Standings] = []
        for start in range(0, len(asked), _CHUNK):
            query = sa.select(t.c.record).where(t.c.story.in_(asked[start : start + _CHUNK])).order_by(t.c.story)
            found += self._records(query, Standings)
        return tuple(found)

    def put_standings(self, told: Iterable[Standings], gone: Iterable[str]) -> None:
        """Keep how these stories are told, each in place of what was told of it; forget those in `gone`."""
        t = schema.standings
        kept = list(told)
        dropped = sorted({*gone, *(story.story for story in kept)})
        for start in range(0, len(dropped), _CHUNK):
            self._write(sa.delete(t).where(t.c.story.in_(dropped[start : start + _CHUNK])))
        rows = [{"story": one.story, "key": one.key, "record": msgspec.json.encode(one).decode()} for one in kept]
        self._write(sa.insert(t), rows)

    def add_developments(self, found: Iterable[Development]) -> None:
        """Add what happened to claims, still to be told."""
        rows = [{"told": False, "record": msgspec.json.encode(one).decode()} for one in found]
        self._write(sa.insert(schema.developments), rows)

    def untold(self) -> tuple[tuple[int, Development], ...]:
        """What is still to be told, each with its number, in order."""
        t = schema.developments
        query = sa.select(t.c.number, t.c.record).where(sa.not_(t.c.told)).order_by(t.c.number)
        rows = self._read(lambda c: c.execute(query).all())
        return tuple((number, msgspec.json.decode(record, type=Development)) for number, record in rows)

    def mark_told(self, numbers: Collection[int]) -> None:
        """Note that these were told."""
        t = schema.developments
        asked = sorted(set(numbers))
        for start in range(0, len(asked), _CHUNK):
            some = asked[start : start + _CHUNK]
            self._write(sa.update(t).where(t.c.number.in_(some)).values(told=True))


def _row(visit: Visit) -> dict[str, Any]:
    record = msgspec.json.encode(visit).decode()
    return {"address": visit.address, "waiting": visit.wanted is not None, "record": record}
