"""The tables of judgements and groupings: a part of a store in one SQL database.

Judgements and changes of stories only grow; the grouping of passages is kept as it was made last.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from retold.records.judgements import Judgement
from retold.records.stories import StoryChange
from retold.store import schema

T = TypeVar("T")
# SQLite allows 32,766 variables in a statement; this many ids at a time stays far below it.
_CHUNK = 500


class JudgementTables(ABC):
    """What a store does with them; how it reads and writes is its own."""

    @abstractmethod
    def _read(self, query: Callable[[sa.Connection], T]) -> T: ...

    @abstractmethod
    def _write(self, statement: sa.Executable, rows: list[dict[str, Any]] | None = None) -> None: ...

    @abstractmethod
    def _records(self, query: sa.Select[str], kind: type[T]) -> Iterator[T]: ...

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, in the order in which they were made."""
        t = schema.judgements
        return tuple(self._records(sa.select(t.c.record).order_by(t.c.number), Judgement))

    def add_judgement(self, judgement: Judgement) -> None:
        """Add a judgement after all others; there is no way to change or to remove one."""
        self._write(sa.insert(schema.judgements), [{"id": judgement.id, "record": _encode(judgement)}])

    def story_changes(self) -> tuple[StoryChange, ...]:
        """How stories changed from run to run, in order."""
        t = schema.story_changes
        return tuple(self._records(sa.select(t.c.record).order_by(t.c.number), StoryChange))

    def add_story_changes(self, changes: Iterable[StoryChange]) -> None:
        """Add what became of earlier stories; rows are never changed."""
        self._write(sa.insert(schema.story_changes), [{"record": _encode(change)} for change in changes])

    def grouping(self) -> Mapping[str, str]:
        """Passage id -> story id, as last grouped."""
        query = sa.select(schema.grouping.c.passage, schema.grouping.c.story)
        return {key: value for key, value in self._read(lambda c: c.execute(query).all())}  # noqa: C416 - rows are no pairs to mypy

    def put_grouping(self, grouping: Mapping[str, str]) -> None:
        """Keep a grouping of all passages in place of the last one."""
        t, held = schema.grouping, self.grouping()
        stale = sorted(passage for passage, story in held.items() if grouping.get(passage) != story)
        for start in range(0, len(stale), _CHUNK):
            self._write(sa.delete(t).where(t.c.passage.in_(stale[start : start + _CHUNK])))
        fresh = sorted((passage, story) for passage, story in grouping.items() if held.get(passage) != story)
        self._write(sa.insert(t), [{"passage": passage, "story": story} for passage, story in fresh])


def _encode(record: object) -> str:
    return msgspec.json.encode(record).decode()
