"""The table of visits to the web: a part of a store in one SQL database. Each row says how one address stands now."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from retold.records.visits import Visit
from retold.store import schema

T = TypeVar("T")
# SQLite allows 32,766 variables in a statement; this many addresses at a time stays far below it.
_CHUNK = 500


class VisitTable(ABC):
    """What a store does with it; how it reads and writes is its own."""

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


def _row(visit: Visit) -> dict[str, Any]:
    record = msgspec.json.encode(visit).decode()
    return {"address": visit.address, "waiting": visit.wanted is not None, "record": record}
