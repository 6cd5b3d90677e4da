"""Frames: what a finder hands on, one for each place where words are reported, before chains are made of them."""

from __future__ import annotations

from dataclasses import dataclass

from retold.records.spans import Span, Spans
from retold.records.statements import Stance


@dataclass(frozen=True, slots=True)
class Link:
    """Something that a statement passed through, where the text names it; `person` when no publication."""

    spans: Spans
    person: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A source, a cue and a content as found, and the words around them that belong to neither.

    `zone` holds all stretches of the reporting clause that are no content: a frame around this one says nothing of
    its own in them. `verb` is the index of the cue's head token, -1 where there is none. `links` run outward. `stance`
    is what the cue alone decides. `rule` names the construction. `later` holds quotations of later sentences with
    which the content goes on.
    """

    source: Spans
    cue: Spans
    content: Spans
    zone: Spans
    verb: int
    rule: str
    stance: Stance | None = None
    links: tuple[Link, ...] = ()
    confidence: float = 0.8
    later: Spans = ()

    @property
    def spans(self) -> Spans:
        """All that the frame covers."""
        return (*self.source, *self.cue, *self.content)

    @property
    def start(self) -> int:
        """Where the frame begins in the text."""
        return min(span.start for span in (*self.source, *self.cue, *self.content))

    @property
    def extent(self) -> Span:
        """From the content's first to its last code point."""
        return Span(self.content[0].start, self.content[-1].end)
