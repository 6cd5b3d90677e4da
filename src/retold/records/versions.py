"""Versions: what one address carried from capture to capture, and what changed between each two."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from retold.records.collation import Change
from retold.records.documents import Article
from retold.records.spans import Span


class Verdict(StrEnum):
    """What a revision is, the gravest that holds."""

    SILENT = "edited silently"
    """Something that matters was changed or taken out, and no note that was added says so."""
    NOTED = "edited with a note"
    """A correction or update note was added with it."""
    REWORDED = "reworded"
    """Other words; whether they mean something else is not decided."""
    EXTENDED = "added to"
    """Sentences were added; what stood there before stands unchanged, or is only printed otherwise."""
    SLIGHT = "slight"
    """Spelling, house style, order."""
    SAME_TEXT = "same text"
    """Only the page around the article, or its markup, changed."""
    OTHER_EXTENT = "another part of it"
    """One capture carries the article whole and the other a part: nothing can be said of edits."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a capture of an address carried; `number` counts from 1 in the order of capture.

    `capture` is the digest of its bytes, `sequence` its row in the log of custody; `again` is the number of an earlier
    version with the same bytes, to which the address went back.
    """

    number: int
    sequence: int
    capture: str
    captured: str | None
    article: Article
    again: int | None = None


@dataclass(frozen=True, slots=True)
class Retitled:
    """Another headline: both, and how they differ; the readings' spans are into the headlines themselves."""

    before: str
    after: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed from the version numbered `before` to that numbered `after`.

    The readings of `changes` name `BEFORE` and `AFTER` for articles, and point into the texts of these versions.
    `dropped` are sentences of the one before, `added` of the one after. `notes` are the correction and update notes
    that were added, `grave` the places in `changes` of those that matter. `facts` says what else changed (the byline,
    the date of publication), in words.
    """

    before: int
    after: int
    verdict: Verdict
    changes: tuple[Change, ...] = ()
    grave: tuple[int, ...] = ()
    dropped: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()
    moved: int = 0
    notes: tuple[Span, ...] = ()
    title: Retitled | None = None
    facts: tuple[str, ...] = ()


# In alphabetical order as in time, because a collation puts its tellings into order of id.
BEFORE, AFTER = "1 before", "2 after"


@dataclass(frozen=True, slots=True)
class History:
    """All versions of one address, with what changed between each two that follow one another."""

    address: str
    versions: tuple[Version, ...]
    revisions: tuple[Revision, ...]

    @property
    def is_silently_edited(self) -> bool:
        """Whether any revision was a silent edit."""
        return any(revision.verdict is Verdict.SILENT for revision in self.revisions)
