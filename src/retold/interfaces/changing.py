"""What an actor said otherwise at another time: one claim with another figure, or denied and then admitted.

In: what the actor said, and the ledgers of the stories that it was said in. Out: changes, each with both sides in order
of time. Holds always: the two sides are one actor's own; where the days of saying are the same or unknown, a difference
is the tellings' and not called a change of mind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from retold.interfaces.views import content_spans, outlet_name
from retold.records.claims import Claim, Occurrence, Position
from retold.records.documents import Article
from retold.records.readings import StoryReading
from retold.records.spans import Pointer
from retold.records.statements import Attribution, Stance, Timex

VERBS = {
    Stance.ASSERT: "said",
    Stance.DENY: "denied",
    Stance.ADMIT: "admitted",
    Stance.ACCUSE: "accused",
    Stance.DEMAND: "demanded",
    Stance.QUESTION: "asked",
    Stance.PREDICT: "predicted",
}


@dataclass(frozen=True, slots=True)
class Uttered:
    """An attribution of an actor: when it was said, if the article tells, the story, and why it may be another's."""

    article: Article
    said: Attribution
    when: Timex | None
    story: str
    doubt: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One side of a change: `when` is the day of saying, or None; `by` the first publication."""

    claim: str
    words: str
    verb: str
    when: str | None
    by: str | None
    outlets: tuple[str, ...]
    where: Pointer


@dataclass(frozen=True, slots=True)
class Changed:
    """Two sayings of one actor that do not go together; `over_time` says whether the second was said on a later day."""

    why: str
    detail: str
    before: Saying
    after: Saying
    over_time: bool


Own = Mapping[tuple[str, str], Uttered]


def changes_of(spoken: Iterable[Uttered], readings: Iterable[StoryReading]) -> tuple[Changed, ...]:
    """The changes, in order of their second side; what may be somebody else's takes no part."""
    own = {(one.article.id, one.said.id): one for one in spoken if not one.doubt}
    found = [change for reading in readings for change in (*_turned(reading, own), *_revised(reading, own))]
    return tuple(sorted(found, key=lambda c: (_day(c.after), c.after.where, c.before.where, c.why)))


def _turned(reading: StoryReading, own: Own) -> Iterator[Changed]:
    """One claim that the actor denied or doubted in one place, and stated or admitted in another."""
    for claim in reading.ledger.claims:
        mine = _mine(claim, own)
        held = [pair for pair in mine if _holds(*pair)]
        against = [pair for pair in mine if not _holds(*pair)]
        if held and against:
            yield _changed("stance", "", _saying(claim, held), _saying(claim, against))


def _revised(reading: StoryReading, own: Own) -> Iterator[Changed]:
    """Two claims of the actor that the ledger says cannot both hold."""
    claims = {claim.id: claim for claim in reading.ledger.claims}
    for dispute in reading.ledger.disputes:
        if dispute.a == dispute.b:
            continue
        sides = []
        for claim in (claims[dispute.a], claims[dispute.b]):
            mine = [
                (o, one) for o in claim.occurrences if o.attribution and (one := own.get((o.article, o.attribution)))
            ]
            if mine:
                sides.append(_saying(claim, mine))
        if len(sides) == 2:
            yield _changed(dispute.why.value, dispute.detail, *sides)


def _holds(occurrence: Occurrence, one: Uttered) -> bool:
    """Whether the actor stands by the claim; an admission does, whatever the words that it quotes did."""
    if one.said.stance in (Stance.ADMIT, Stance.DENY):
        return one.said.stance is Stance.ADMIT
    return occurrence.position is Position.ASSERT


def _mine(claim: Claim, own: Own) -> list[tuple[Occurrence, Uttered]]:
    return [(o, one) for o in claim.occurrences if o.attribution and (one := own.get((o.article, o.attribution)))]


def _changed(why: str, detail: str, a: Saying, b: Saying) -> Changed:
    before, after = sorted((a, b), key=lambda saying: (_day(saying), saying.where))
    days = _day(before)[:10], _day(after)[:10]
    over_time = days[0] < days[1] < _UNKNOWN
    words = detail
    if why == "stance" and before.verb != after.verb:
        words = f"{before.verb}, then {after.verb}" if over_time else f"{before.verb} and {after.verb}"
    return Changed(why, words, before, after, over_time)


_UNKNOWN = "9999"


def _day(saying: Saying) -> str:
    return saying.when or saying.by or _UNKNOWN


def _saying(claim: Claim, mine: Sequence[tuple[Occurrence, Uttered]]) -> Saying:
    """One side, as its earliest telling has it."""
    ordered = sorted(mine, key=lambda pair: (_dated(pair[1]), pair[1].article.id, pair[0].span))
    occurrence, first = ordered[0]
    dates = sorted(one.article.published.value for _, one in ordered if one.article.published.value)
    text = first.article.text
    return Saying(
        claim=claim.id,
        words=" … ".join(" ".join(span.of(text).split()) for span in content_spans(first.article, first.said)),
        verb=VERBS[first.said.stance],
        when=first.when.edtf if first.when else None,
        by=dates[0] if dates else None,
        outlets=tuple(dict.fromkeys(outlet_name(one.article) for _, one in ordered)),
        where=Pointer(first.article.id, occurrence.span),
    )


def _dated(one: Uttered) -> str:
    return (one.when.edtf if one.when and one.when.edtf else None) or one.article.published.value or _UNKNOWN
