"""Judgements ready to show: what was done in words, whether it still applies, and to which claims and disputes.

In: the rows, and a library to look up what they are about. Out: `Ruling`s. A judgement that no longer applies is told
as such, with what became of its places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from retold.records.claims import Claim
from retold.records.documents import Article
from retold.records.judgements import Action, Judged, Judgement, Place, Places, in_force, undone_by
from retold.records.readings import StoryReading
from retold.records.spans import Pointer, Span

# Characters of a place's words that a deed quotes.
_QUOTED = 60
IN_FORCE, IN_PART, NO_LONGER, UNDONE = "in force", "in part", "no longer applies", "undone"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement with its `deed` in words, and how it stands: in force, in part, no longer applies, or undone.

    `lost` says what became of the places that it no longer finds; `undone_by` is the id of the undo.
    """

    judgement: Judgement
    deed: str
    standing: str
    lost: tuple[str, ...] = ()
    undone_by: str | None = None


class Holdings(Protocol):
    """What must be looked up to see how a judgement stands."""

    def current(self, article: str) -> Article | None:
        """An article, if it is a current one."""
        ...

    def told_in(self, article: str) -> Sequence[StoryReading]:
        """The stories that an article tells."""
        ...


def rulings(judgements: Sequence[Judgement], holdings: Holdings) -> tuple[Ruling, ...]:
    """Every judgement, in order, with how it stands."""
    undone = undone_by(judgements)
    return tuple(_ruling(j, undone.get(j.id), holdings) for j in judgements)


def on_claim(judgements: Sequence[Judgement], claim: Claim) -> tuple[Judgement, ...]:
    """The judgements in force that speak of a claim, or of a place of it."""
    held = _by_article(Pointer(o.article, o.span) for o in claim.occurrences)
    kinds = (Judged.CLAIM, Judged.OCCURRENCE)
    return tuple(j for j in in_force(judgements) if j.judged in kinds and any(_holds(held, side) for side in j.sides))


def on_dispute(judgements: Sequence[Judgement], a: Claim, b: Claim) -> tuple[Judgement, ...]:
    """The judgements in force that speak of the dispute between two claims, or of one with itself."""
    one, two = (_by_article(Pointer(o.article, o.span) for o in claim.occurrences) for claim in (a, b))

    def speaks(judgement: Judgement) -> bool:
        first, second = judgement.sides
        return (_holds(one, first) and _holds(two, second)) or (_holds(one, second) and _holds(two, first))

    return tuple(j for j in in_force(judgements) if j.judged is Judged.DISPUTE and speaks(j))


def on_story(judgements: Sequence[Judgement], reading: StoryReading) -> tuple[Judgement, ...]:
    """The judgements in force that made a story what it is."""
    held = _by_article(Pointer(p.article, span) for p in reading.passages for span in p.spans)
    stories = (j for j in in_force(judgements) if j.judged is Judged.STORY)
    return tuple(j for j in stories if any(_overlaps(held, place) for side in j.sides for place in side))


def touched(judgements: Sequence[Judgement], holdings: Holdings) -> tuple[Claim, ...]:
    """The claims whose counts may depend on these judgements, as they are read now; sorted by id."""
    held = _by_article(place.pointer for j in judgements if j.shapes_claims for side in j.sides for place in side)
    return tuple(
        claim
        for _, claim in sorted(
            {
                claim.id: claim
                for article in held
                for reading in holdings.told_in(article)
                for claim in reading.ledger.claims
                if any(o.span.overlaps(s) for o in claim.occurrences for s in held.get(o.article, ()))
            }.items()
        )
    )


def _by_article(pointers: Iterable[Pointer]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for pointer in pointers:
        found.setdefault(pointer.article, []).append(pointer.span)
    return found


def _holds(held: Mapping[str, Sequence[Span]], side: Places) -> bool:
    return any(place.among(held.get(place.pointer.article, ())) is not None for place in side)


def _overlaps(held: Mapping[str, Sequence[Span]], place: Place) -> bool:
    return any(span.overlaps(place.pointer.span) for span in held.get(place.pointer.article, ()))


def _ruling(judgement: Judgement, undone: str | None, holdings: Holdings) -> Ruling:
    deed = deed_words(judgement)
    if undone is not None:
        return Ruling(judgement, deed, UNDONE, undone_by=undone)
    places = [place for side in judgement.sides for place in side]
    lost = [(place, why) for place in places if (why := _lost(place, judgement, holdings))]
    gone = {place for place, _ in lost}
    kept = [tuple(place for place in side if place not in gone) for side in judgement.sides]
    reasons = tuple(dict.fromkeys(why for _, why in lost))
    needed = 2 if _needs_two(judgement) else 1
    if judgement.sides and sum(1 for side in kept if side) < needed:
        return Ruling(judgement, deed, NO_LONGER, reasons)
    if judgement.judged is not Judged.STORY and needed > 1 and not _share_a_story(kept, holdings):
        return Ruling(judgement, deed, NO_LONGER, (*reasons, "its places stand in different stories now"))
    return Ruling(judgement, deed, IN_PART if lost else IN_FORCE, reasons)


def _needs_two(judgement: Judgement) -> bool:
    return judgement.shapes_claims or judgement.shapes_stories or judgement.judged is Judged.DISPUTE


def _share_a_story(sides: Sequence[Places], holdings: Holdings) -> bool:
    """Whether one story holds places of two sides."""
    seen: dict[str, set[int]] = {}
    for number, side in enumerate(sides):
        for place in side:
            for reading in holdings.told_in(place.pointer.article):
                spans = [span for p in reading.passages if p.article == place.pointer.article for span in p.spans]
                if any(span.overlaps(place.pointer.span) for span in spans):
                    seen.setdefault(reading.story.id, set()).add(number)
    return any(len(numbers) > 1 for numbers in seen.values())


def _lost(place: Place, judgement: Judgement, holdings: Holdings) -> str:
    """What became of a place, "" where it is still there."""
    name = place.pointer.article
    article = holdings.current(name)
    if article is None:
        return f"article {name} has gone, or a later version took its place"
    if not place.stands_in(article.text):
        return f"the text of article {name} has changed there"
    if judgement.judged is Judged.STORY:
        return ""
    spans = [
        o.span
        for reading in holdings.told_in(name)
        for claim in reading.ledger.claims
        for o in claim.occurrences
        if o.article == name
    ]
    return "" if any(span.overlaps(place.pointer.span) for span in spans) else f"no claim is read there in {name} now"


def deed_words(judgement: Judgement) -> str:
    """What was done, in words."""
    many = len(judgement.sides)
    match judgement.action, judgement.judged:
        case Action.UNDO, _:
            return f"undid {judgement.undoes}"
        case Action.MERGE, Judged.STORY:
            return f"merged {many} stories"
        case Action.MERGE, _:
            return f"merged {many} claims"
        case Action.SPLIT, Judged.STORY:
            return f"split {_count(judgement.sides[0], 'passage')} from the story"
        case Action.SPLIT, _:
            return f"split {_count(judgement.sides[0], 'place')} from the claim"
        case Action.REJECT, Judged.OCCURRENCE:
            return f"took {_quote(judgement)} out of the claim"
        case Action.REJECT, Judged.DISPUTE:
            return "rejected the dispute: the two can both hold"
        case Action.NOTE, judged:
            return "noted" if judged is Judged.CLAIM else f"noted on {_object(judgement)}"
        case action, _:
            done = {Action.ACCEPT: "accepted", Action.REJECT: "rejected"}[action]
            return f"{done} {_object(judgement)}"


def _object(judgement: Judgement) -> str:
    return _quote(judgement) if judgement.judged is Judged.OCCURRENCE else f"the {judgement.judged.value}"


def _quote(judgement: Judgement) -> str:
    """The words of the one place that is judged."""
    words = " ".join(judgement.sides[0][0].words.split())
    return f"“{words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + '…'}”"


def _count(side: Places, noun: str) -> str:
    return f"{len(side)} {noun}{'s' if len(side) != 1 else ''}"
