"""What every store can do; one behaviour test runs over each that keeps this contract.

Writes go through `transaction()`: what is inside lands whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from retold.records.claims import Claim
from retold.records.documents import Article, Capture
from retold.records.readings import StoryReading, StorySummary
from retold.records.spans import Span
from retold.records.statements import Annotation, Attribution


class StoreError(Exception):
    """A store that cannot be opened, read or written; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Known:
    """An address that the store holds: the digest of its capture, and the article made from it."""

    sha256: str
    article: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: where the words were found, and the text around them (`marks` are spans of `snippet`)."""

    article: str
    title: str
    outlet: str | None
    snippet: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution with the article that it stands in."""

    article: Article
    attribution: Attribution


class Store(Protocol):
    """Captures, articles, annotations and the readings of stories."""

    def transaction(self) -> AbstractContextManager[None]:
        """Open a transaction: committed at the end, rolled back when anything raises."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...

    def known(self) -> Mapping[str, Known]:
        """Address -> what is held for it, for every current article."""
        ...

    def put_article(self, capture: Capture, article: Article) -> None:
        """Keep a capture and the article made from it; an older article of the same address is superseded."""
        ...

    def update_article(self, article: Article) -> None:
        """Replace what is held of an article (a date was inferred, say); its annotation is kept."""
        ...

    def capture(self, sha256: str) -> bytes | None:
        """The raw bytes of a capture, as received."""
        ...

    def articles(self) -> Iterator[Article]:
        """All current articles, sorted by id."""
        ...

    def article(self, article: str) -> Article | None:
        """One article, current or superseded."""
        ...

    def annotation_keys(self) -> Mapping[str, str]:
        """Article id -> the key under which its annotation was made."""
        ...

    def put_annotation(self, key: str, annotation: Annotation) -> None:
        """Keep an article's annotation, made under `key`, in place of an older one."""
        ...

    def annotation(self, article: str) -> Annotation | None:
        """The annotation of an article."""
        ...

    def reading_keys(self) -> Mapping[str, str]:
        """Story id -> the key of its reading."""
        ...

    def put_readings(self, readings: Iterable[StoryReading], gone: Iterable[str]) -> None:
        """Keep these readings, each in place of an older one of its story; forget the stories in `gone`."""
        ...

    def summaries(self) -> tuple[StorySummary, ...]:
        """The summaries of all stories, sorted by id."""
        ...

    def readings(self) -> Iterator[StoryReading]:
        """All readings, sorted by story id."""
        ...

    def reading(self, story: str) -> StoryReading | None:
        """The reading of one story."""
        ...

    def claim(self, claim: str) -> tuple[str, Claim] | None:
        """A claim by its id, with the id of its story."""
        ...

    def said_by(self, name: str) -> tuple[Said, ...]:
        """The attributions whose speaker's name holds all words of `name`, by date, article and place."""
        ...

    def search(self, words: str, limit: int) -> tuple[Hit, ...]:
        """Articles that hold all of `words`, best first."""
        ...
