"""Passages, stories, copies and lineage: which articles tell one event, and who took it from whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from retold.records.spans import Pointer, Span, Spans


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of body sentences of one article that tells one story.

    `spans` are the body stretches in text order (furniture between them left out); `id` is `ARTICLE#n`,
    n from 1 in text order; `why` says what opened the passage.
    """

    id: str
    article: str
    spans: Spans
    why: str = ""


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two passages were put into one story (or kept apart): the score and what was compared."""

    a: str
    b: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Passages, from any outlet, that tell one event; `passages` holds their ids, sorted."""

    id: str
    title: str
    passages: tuple[str, ...]
    bonds: tuple[Bond, ...] = ()


class ChangeKind(StrEnum):
    """What became of stories from one run to the next."""

    MERGED = "merged"
    SPLIT = "split"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class StoryChange:
    """Stories that became one, one that became several, or one that goes by another id now.

    `before` and `after` are story ids, sorted. `bonds` are what decided it: of a merger the likeness that ties the
    parts, of a split the likeness that had tied them. `at` is when (ISO 8601, "" where no clock was given); `cause`
    the id of the judgement that did it, "" where the articles did.
    """

    kind: ChangeKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    reason: str
    bonds: tuple[Bond, ...] = ()
    at: str = ""
    cause: str = ""


class CopyKind(StrEnum):
    """How copied text was handled."""

    VERBATIM = "verbatim"
    LIGHT = "light"
    CUT = "cut"
    REWRITE = "rewrite"
    MERGE = "merge"


class Direction(StrEnum):
    """Which of a pair came first."""

    A_TO_B = "a_to_b"
    B_TO_A = "b_to_a"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SharedText:
    """One stretch that stands in both articles of a pair."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles that share copied text; `a < b`.

    `share` is the part of the shorter side's words that the other holds, 0 to 1.
    """

    a: str
    b: str
    kind: CopyKind
    share: float
    direction: Direction
    shared: tuple[SharedText, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """One piece of evidence for copying: `kind` is run, rare-word, shared-error, credit, link, growth or time."""

    kind: str
    reason: str
    weight: float
    where: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True)
class Descent:
    """The likeliest parent of one article: lineage.

    `parent` is an article id, `common:…` for an unseen common source (an agency, say), or None where nothing
    was copied. `confidence` 0 to 1 that the two are linked; `directed` 0 to 1 that the parent is the elder.
    """

    child: str
    parent: str | None
    kind: CopyKind | None
    confidence: float
    directed: float
    traces: tuple[Trace, ...] = ()
