"""Where words stand: half-open ranges of Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of one article's text; `0 <= start <= end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end}]")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same range `by` code points further on."""
        return Span(self.start + by, self.end + by)


Spans = tuple[Span, ...]
"""A discontinuous range: fragments in text order, without overlap."""


@dataclass(frozen=True, slots=True, order=True)
class Pointer:
    """Exact characters in a named article."""

    article: str
    span: Span


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans`; raises ValueError when there are none."""
    found = tuple(spans)
    if not found:
        raise ValueError("no spans to cover")
    return Span(min(s.start for s in found), max(s.end for s in found))
