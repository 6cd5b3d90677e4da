"""What a run of the main job concludes about one story."""

from __future__ import annotations

from dataclasses import dataclass

from retold.records.claims import Ledger
from retold.records.collation import Collation
from retold.records.stories import Copy, Descent, Passage, Story


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story in a list: how many articles and outlets tell it, its first date, and how much is disputed or retold.

    `first` is the earliest publication date known, "" where none is; `disputes` counts those that nobody rejected;
    `most_retold` is the retellings of the claim that most articles carry.
    """

    id: str
    title: str
    articles: int
    outlets: int
    first: str
    disputes: int
    most_retold: int


@dataclass(frozen=True, slots=True)
class StoryReading:
    """One story with everything that was read off it.

    `key` is a fingerprint of what went in (articles, options, version): equal keys mean an equal reading.
    `passages` are the story's own, sorted by id; `copies` and `descents` concern its articles only.
    """

    key: str
    story: Story
    passages: tuple[Passage, ...]
    copies: tuple[Copy, ...]
    descents: tuple[Descent, ...]
    collation: Collation
    ledger: Ledger
    summary: StorySummary
