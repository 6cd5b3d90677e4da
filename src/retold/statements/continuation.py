"""Quotations that go on without a cue: whose they are, and which quotation they continue.

A quotation with no frame of its own that stands alone (it begins a sentence and ends one) belongs to the one who was
quoted right before it: in the same paragraph ("“A,” X said. “B.”"), or in the paragraph before when it fills its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from retold.records.spans import Span
from retold.records.statements import Attribution
from retold.statements.chains import Chained
from retold.statements.frames import Frame
from retold.statements.parsed import Parsed
from retold.statements.spans import Places, places_of
from retold.text.words import words

# Below this a stretch in quotation marks is a title or a scare quote rather than speech.
LEAST_WORDS = 3
# How many continuations back one may overlap the next quotation.
NEAR = 8


@dataclass(frozen=True, slots=True)
class Continuation:
    """A quotation and the index of the chained frame that it goes on with; `method` says what joined the two."""

    quote: Span
    of: int
    method: str


def continuations(parsed: Parsed, chained: list[Chained]) -> list[Continuation]:
    """The continuing quotations in text order.

    Quotations that the tagger took for one content with the frame's become continuations of it; so do those without a
    frame that follow one.
    """
    found = [
        Continuation(span, number, "tagged-continuation")
        for number, item in enumerate(chained)
        for span in item.frame.later
    ]
    places = places_of([item.frame.spans for item in chained])
    owners = {parsed.sentence_index(c.quote.end - 1): c.of for c in found}
    for quote in parsed.quotes:
        near = [chained[k].frame for k in places.near((quote,))]
        taken = any(quote.overlaps(s) for f in near for s in (*f.content, *f.source))
        taken = taken or any(quote.overlaps(c.quote) for c in found[-NEAR:])
        if taken or not _stands_alone(parsed, quote):
            continue
        before = _spoken_before(parsed, quote, chained, places, owners)
        if before is not None:
            found.append(Continuation(quote, before, "continued-quotation"))
            owners[parsed.sentence_index(quote.end - 1)] = before
    return sorted(found, key=lambda c: (c.quote, c.of))


def set_apart(parsed: Parsed, frame: Frame) -> Frame:
    """The frame with the fragments of its content that come after the cue's sentence as `later`."""
    if len(frame.content) < 2 or not frame.cue:
        return frame
    end = max(parsed.sentence_at(frame.cue[-1].start).end, frame.content[0].end)
    kept = tuple(span for span in frame.content if span.start < end)
    later = tuple(span for span in frame.content if span.start >= end)
    return replace(frame, content=kept, later=later) if kept and later else frame


def _stands_alone(parsed: Parsed, quote: Span) -> bool:
    if sum(1 for _ in words(parsed.text, quote)) < LEAST_WORDS:
        return False
    first = parsed.sentence_at(quote.start)
    if parsed.text[first.start : quote.start].strip():
        return False
    last = parsed.sentence_at(quote.end - 1)
    return not parsed.text[quote.end : last.end].strip(" .,;”\"’'")


def _spoken_before(
    parsed: Parsed, quote: Span, chained: list[Chained], places: Places, owners: dict[int, int]
) -> int | None:
    """The index of the frame that ends right before the quotation."""
    index = parsed.sentence_index(quote.start)
    if index == 0:
        return None
    previous = parsed.sentences[index - 1]
    if index - 1 in owners:
        return owners[index - 1]
    best: int | None = None
    for number in places.near((previous,)):
        item, frame = chained[number], chained[number].frame
        spans = (*frame.content, *frame.source, *frame.cue)
        if item.parent is None and any(span.overlaps(previous) for span in spans) and frame.start < quote.start:
            best = number
    if best is None:
        return None
    paragraph_break = "\n" in parsed.text[previous.end : quote.start]
    content = chained[best].frame.content
    spoken = any(parsed.quote_at(span.start) or parsed.quote_at(max(span.start, span.end - 1)) for span in content)
    return best if spoken or (paragraph_break and _fills_paragraph(parsed, quote)) else None


def _fills_paragraph(parsed: Parsed, quote: Span) -> bool:
    start = parsed.text.rfind("\n", 0, quote.start) + 1
    end = parsed.text.find("\n", quote.end)
    end = len(parsed.text) if end < 0 else end
    return not parsed.text[start : quote.start].strip() and not parsed.text[quote.end : end].strip(' .”"')


def join_continuations(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions as PolNeAR draws them, their ids kept.

    A quotation that goes on in its paragraph, or that the tagger found to go on, is a further fragment of the content
    that it continues, not an attribution of its own.
    """
    roots: dict[str, str] = {}
    pieces: dict[str, list[Span]] = {}
    by_id = {a.id: a for a in attributions}
    for item in attributions:
        if item.continues is None:
            continue
        root = roots.get(item.continues, item.continues)
        last = max(by_id[item.continues].content[-1].end, *(s.end for s in pieces.get(root, [])), 0)
        if item.method == "tagged-continuation" or "\n" not in text[last : item.content[0].start]:
            roots[item.id] = root
            pieces.setdefault(root, []).extend(item.content)
    return tuple(
        replace(a, content=tuple(sorted((*a.content, *pieces.get(a.id, ())))))
        for a in attributions
        if a.id not in roots
    )
