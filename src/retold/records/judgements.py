"""What a person has judged: rows that are added, never changed; taking one back is a further row.

A judgement names what it is about by places in articles, with the words that stood there: the ids of claims and the
numbers of stories change as articles come, the characters that a person has read do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from retold.records.spans import Pointer, Span

# The words of a place that are kept with it: enough to see whether the text is still the same, and to read.
KEPT_WORDS = 200
# How much of two spans together they must share to be one place, where a later version cuts it otherwise.
SAME_PLACE = 0.5


class Action(StrEnum):
    """What a person does."""

    ACCEPT = "accept"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    NOTE = "note"
    UNDO = "undo"


class Judged(StrEnum):
    """What it is done to: an occurrence is one place of a claim."""

    CLAIM = "claim"
    OCCURRENCE = "occurrence"
    DISPUTE = "dispute"
    STORY = "story"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of an article and the words that it began with when it was judged, at most `KEPT_WORDS` code points."""

    pointer: Pointer
    words: str

    @staticmethod
    def of(article: str, span: Span, text: str) -> Place:
        """The place at `span` of an article's `text`."""
        return Place(Pointer(article, span), span.of(text)[:KEPT_WORDS])

    def stands_in(self, text: str) -> bool:
        """Whether its words still stand at it."""
        return self.pointer.span.end <= len(text) and self.pointer.span.of(text)[:KEPT_WORDS] == self.words

    def among(self, spans: Iterable[Span]) -> Span | None:
        """The one of `spans` (of its article) that is this place, or None where none is, or two are equally."""
        own = self.pointer.span
        shares = sorted(((_share(own, span), span) for span in set(spans) if own.overlaps(span)), reverse=True)
        if not shares or shares[0][0] < SAME_PLACE or (len(shares) > 1 and shares[0][0] == shares[1][0]):
            return None
        return shares[0][1]


Places = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement; `at` is an ISO 8601 time, `undoes` the id of the judgement that an undo takes back.

    What `sides` hold depends on what is judged:
    claim: the places of each claim that is named, and for a split the places that leave and those that stay;
    occurrence: its one place, then (of a rejection) the claim's other places;
    dispute: the places of its two sides;
    story: the passages of each story that is named, and for a split those that leave and those that stay.
    """

    id: str
    at: str
    who: str
    action: Action
    judged: Judged
    sides: tuple[Places, ...] = ()
    reason: str = ""
    undoes: str | None = None

    @property
    def shapes_claims(self) -> bool:
        """Whether a story's ledger depends on it; other judgements are shown beside the ledger and change nothing."""
        if self.judged is Judged.CLAIM:
            return self.action in (Action.MERGE, Action.SPLIT)
        return self.action is Action.REJECT and self.judged in (Judged.OCCURRENCE, Judged.DISPUTE)

    @property
    def shapes_stories(self) -> bool:
        """Whether the grouping of passages depends on it."""
        return self.judged is Judged.STORY and self.action in (Action.MERGE, Action.SPLIT)


def undone_by(judgements: Sequence[Judgement]) -> dict[str, str]:
    """Judgement id -> the id of the undo that takes it back; an undo that is itself undone takes nothing back."""
    found: dict[str, str] = {}
    for judgement in reversed(judgements):
        if judgement.undoes is not None and judgement.id not in found:
            found.setdefault(judgement.undoes, judgement.id)
    return found


def in_force(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements, in their order, that nobody has taken back; without the undoing ones."""
    undone = undone_by(judgements)
    return tuple(j for j in judgements if j.id not in undone and j.undoes is None)


def meant(judgement: Judgement, judgements: Iterable[Judgement]) -> Judgement:
    """The judgement itself; of an undo, the one that it takes back, or, taking back an undo, brings back."""
    by_id = {j.id: j for j in judgements}
    while judgement.undoes is not None:
        judgement = by_id[judgement.undoes]
    return judgement


def _share(a: Span, b: Span) -> float:
    both = min(a.end, b.end) - max(a.start, b.start)
    return both / (len(a) + len(b) - both)
