"""Quotations that go on without a cue: whose they are, and which quotation they continue.

A quotation with no frame of its own that stands alone (it begins a sentence and ends one) belongs to the one who was
quoted right before it: in the same paragraph ("“A,” X said. “B.”"), or in the paragraph before when it fills its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from retold.records.spans import Span
from retold.statements.chains import Chained
from retold.statements.parsed import Parsed
from retold.text.words import words

# Below this a stretch in quotation marks is a title or a scare quote rather than speech.
LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Continuation:
    """A quotation and the index of the chained frame that it goes on with."""

    quote: Span
    of: int


def continuations(parsed: Parsed, chained: list[Chained]) -> list[Continuation]:
    """The quotations without a frame that continue one that has one, in text order."""
    taken = [span for item in chained for span in (*item.frame.content, *item.frame.source)]
    found: list[Continuation] = []
    for quote in parsed.quotes:
        if any(quote.overlaps(span) for span in taken) or not _stands_alone(parsed, quote):
            continue
        before = _spoken_before(parsed, quote, chained, found)
        if before is not None:
            found.append(Continuation(quote, before))
    return found


def _stands_alone(parsed: Parsed, quote: Span) -> bool:
    if sum(1 for _ in words(parsed.text, quote)) < LEAST_WORDS:
        return False
    first = parsed.sentence_at(quote.start)
    if parsed.text[first.start : quote.start].strip():
        return False
    last = parsed.sentence_at(quote.end - 1)
    return not parsed.text[quote.end : last.end].strip(" .,;”\"’'")


def _spoken_before(parsed: Parsed, quote: Span, chained: list[Chained], found: list[Continuation]) -> int | None:
    """The index of the frame that ends right before the quotation."""
    index = parsed.sentence_index(quote.start)
    if index == 0:
        return None
    previous = parsed.sentences[index - 1]
    for earlier in found:
        if earlier.quote.overlaps(previous):
            return earlier.of
    best: int | None = None
    for number, item in enumerate(chained):
        frame = item.frame
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
