"""The clocks of a statement that its article gives: when it is said to have happened, was said, and was published.

In: an article's annotation, and the proposition or attribution to time. Out: EDTF values with the characters that give
them, None where the article does not say. Holds always: a time is a statement's own only when it stands with its words;
nothing is said after it was published; no clock is guessed from another one. The fourth clock, of capture, is the
article's: a ledger must not depend on when its articles were taken in.
"""

from __future__ import annotations

import re

from retold.claims.propositions import Proposition
from retold.records.claims import Account
from retold.records.spans import Span
from retold.records.statements import Annotation, Attribution, Clocks, Timex, TimexType

CALENDAR = re.compile(r"-?\d{4}(?:-\d{2}){0,2}")
# Between a cue and the time of saying stands no more than a place and an audience ("told reporters in Orla on Friday").
REACH = 60


def clocks(proposition: Proposition, account: Account) -> Clocks:
    """The clocks of one proposition: a time inside it is when it happened, one beside its cue is when it was said."""
    annotation, published = account.annotation, account.article.published_at(proposition.span).value
    times = (t for t in _dated(annotation) if proposition.span.contains(t.span))
    happened = min(times, key=lambda timex: timex.span, default=None)
    attribution = proposition.attribution
    said = said_at(attribution, annotation, published) if attribution else None
    return Clocks(
        happened=happened.edtf if happened else None,
        happened_span=happened.span if happened else None,
        said=said.edtf if said else None,
        said_span=said.span if said else None,
        published=published,
    )


def said_at(attribution: Attribution, annotation: Annotation, published: str | None) -> Timex | None:
    """The time that stands with an attribution's cue: "said on Wednesday that …", "On Wednesday, the mayor said …".

    None where the words do not give it, where another cue is nearer, or where it lies after the day of publication.
    """
    if not attribution.cue:
        return None
    cue = attribution.cue[0]
    sentence = next((s for s in annotation.sentences if s.contains(cue)), None)
    if sentence is None:
        return None
    fits = [
        (_gap(cue, timex.span), timex.span, timex)
        for timex in _dated(annotation)
        if sentence.contains(timex.span)
        and not any(part.overlaps(timex.span) for part in attribution.content)
        and _gap(cue, timex.span) <= REACH
        and _is_of(cue, timex.span, annotation)
        and not _is_later(timex.edtf or "", published)
    ]
    return min(fits, key=lambda fit: fit[:2])[2] if fits else None


def _dated(annotation: Annotation) -> list[Timex]:
    """Points in time that a calendar knows."""
    return [
        timex
        for timex in annotation.timex
        if timex.type in (TimexType.DATE, TimexType.TIME) and timex.edtf and CALENDAR.search(timex.edtf)
    ]


def _is_of(cue: Span, time: Span, annotation: Annotation) -> bool:
    """Whether no other cue is nearer to the time and no other verb has it in its clause."""
    gap = _gap(cue, time)
    cues = (other for a in annotation.attributions for other in a.cue if other != cue)
    if any(_gap(other, time) < gap for other in cues):
        return False
    around = [clause for clause in annotation.clauses if clause.span.contains(time)]
    inmost = min(around, key=lambda clause: len(clause.span), default=None)
    if inmost is not None and not inmost.verb.overlaps(cue) and not inmost.span.contains(cue):
        return False
    low, high = min(cue.end, time.end), max(cue.start, time.start)
    return not any(low <= clause.verb.start < high for clause in annotation.clauses)


def _is_later(time: str, published: str | None) -> bool:
    """Whether a time begins after the day of publication."""
    begins, day = CALENDAR.search(time), CALENDAR.search(published or "")
    return begins is not None and day is not None and begins.group()[: len(day.group())] > day.group()


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
