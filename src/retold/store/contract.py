"""What every store can do; one behaviour test runs over each that keeps this contract.

Writes go through `transaction()`: what is inside lands whole or not at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from retold.records.claims import Claim
from retold.records.custody import Custody, Entry, Held
from retold.records.developments import Development, Standings
from retold.records.documents import Article, Capture
from retold.records.identities import Sighting
from retold.records.judgements import Judgement
from retold.records.readings import StoryReading, StorySummary
from retold.records.spans import Span
from retold.records.statements import Annotation
from retold.records.stories import Passage, Story, StoryChange
from retold.records.visits import Visit


class StoreError(Exception):
    """A store that cannot be opened, read or written; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Deposit:
    """The circumstances of taking something in.

    `time` is by the clock of whoever takes it in, `tool` the program and its version. An article that is not `current`
    is kept as a former version of its address.
    """

    time: str | None = None
    tool: str = ""
    current: bool = True


@dataclass(frozen=True, slots=True)
class Strays:
    """What is in the store and in no row of the log; rows whose look-up columns contradict their record."""

    captures: tuple[str, ...]
    articles: tuple[str, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: where the words were found, and the text around them (`marks` are spans of `snippet`)."""

    article: str
    title: str
    outlet: str | None
    snippet: str
    marks: tuple[Span, ...]


class Store(Protocol):
    """Captures, articles, annotations, the readings of stories, and what people judged."""

    def transaction(self) -> AbstractContextManager[None]:
        """Open a transaction: committed at the end, rolled back when anything raises."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...

    def put_article(self, capture: Capture, article: Article, deposit: Deposit | None = None) -> None:
        """Keep a capture, its row in the log, and the article made from it.

        Unless the deposit says that it is a former version, an older article of the same address is superseded.
        """
        ...

    def put_capture(self, capture: Capture, deposit: Deposit | None = None) -> None:
        """Keep a capture from which no article is made (a feed, say), and its row in the log."""
        ...

    def held(self, addresses: Collection[str], articles: Collection[str]) -> tuple[Held, ...]:
        """What the log says of these addresses and of these articles, in order of sequence."""
        ...

    def head(self) -> Entry | None:
        """The last row of the log of custody."""
        ...

    def log(self) -> Iterator[tuple[Entry, Custody | None]]:
        """The log in order, each row with its record as read; None for a record that cannot be read."""
        ...

    def log_of(self, addresses: Collection[str]) -> tuple[tuple[Entry, Custody], ...]:
        """The readable rows of the log on these addresses, in order of sequence."""
        ...

    def addresses_of(self, url: str) -> tuple[str, ...]:
        """Under which addresses articles are held that give this web address as their own, sorted."""
        ...

    def strays(self) -> Strays:
        """What the log does not speak of, and rows that contradict themselves."""
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

    def former(self) -> Iterator[Article]:
        """All superseded articles, sorted by id."""
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

    def put_working(self, story: str, record: bytes) -> None:
        """Keep what the reading of a story, kept before in this transaction, leaves for the next one.

        It goes with that reading.
        """
        ...

    def working(self, story: str) -> bytes | None:
        """What the last reading of a story left."""
        ...

    def summaries(self) -> tuple[StorySummary, ...]:
        """The summaries of all stories, sorted by id."""
        ...

    def readings(self) -> Iterator[StoryReading]:
        """All readings, sorted by story id."""
        ...

    def stories(self) -> Iterator[tuple[Story, tuple[Passage, ...]]]:
        """All stories with their passages, sorted by id, without what was read off them."""
        ...

    def reading(self, story: str) -> StoryReading | None:
        """The reading of one story."""
        ...

    def stories_of(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The ids of the stories that these articles tell, sorted."""
        ...

    def grouping(self) -> Mapping[str, str]:
        """Passage id -> story id, as last grouped."""
        ...

    def put_grouping(self, grouping: Mapping[str, str]) -> None:
        """Keep a grouping of all passages in place of the last one."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, in the order in which they were made."""
        ...

    def add_judgement(self, judgement: Judgement) -> None:
        """Add a judgement after all others; there is no way to change or to remove one."""
        ...

    def story_changes(self) -> tuple[StoryChange, ...]:
        """How stories changed from run to run, in order."""
        ...

    def add_story_changes(self, changes: Iterable[StoryChange]) -> None:
        """Add what became of earlier stories; rows are never changed."""
        ...

    def visits(self, addresses: Collection[str]) -> Mapping[str, Visit]:
        """How these addresses of the web stand; those that were never asked for are left out."""
        ...

    def waiting(self) -> tuple[Visit, ...]:
        """The addresses that are still to be fetched, sorted."""
        ...

    def put_visits(self, visits: Iterable[Visit]) -> None:
        """Keep how these addresses stand, each in place of what was known of it."""
        ...

    def standing_keys(self) -> Mapping[str, str]:
        """Story id -> the key of the reading that was told last."""
        ...

    def standings(self, stories: Collection[str]) -> tuple[Standings, ...]:
        """These stories as they were told last, sorted by id; those that never were are left out."""
        ...

    def put_standings(self, told: Iterable[Standings], gone: Iterable[str]) -> None:
        """Keep how these stories are told, each in place of what was told of it; forget those in `gone`."""
        ...

    def add_developments(self, found: Iterable[Development]) -> None:
        """Add what happened to claims, still to be told."""
        ...

    def untold(self) -> tuple[tuple[int, Development], ...]:
        """What is still to be told, each with its number, in order."""
        ...

    def mark_told(self, numbers: Collection[int]) -> None:
        """Note that these were told."""
        ...

    def claim(self, claim: str) -> tuple[str, Claim] | None:
        """A claim by its id, with the id of its story."""
        ...

    def sightings(self, name: str) -> tuple[Sighting, ...]:
        """The people and bodies one of whose names has a word of `name`, in whatever spelling, by article and id."""
        ...

    def search(self, words: str, limit: int) -> tuple[Hit, ...]:
        """Articles that hold all of `words`, best first."""
        ...
