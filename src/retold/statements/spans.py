"""Sets of spans compared: what they share, whether they meet, whether they are about the same stretch."""

from __future__ import annotations

from retold.records.spans import Spans


def meet(left: Spans, right: Spans) -> bool:
    """Whether two sets have a code point in common."""
    return any(a.overlaps(b) for a in left for b in right)


def size(spans: Spans) -> int:
    """How many code points a set covers."""
    return sum(len(span) for span in spans)


def shared_size(left: Spans, right: Spans) -> int:
    """How many code points two sets have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)


def alike(left: Spans, right: Spans) -> bool:
    """Whether two sets share half of both."""
    return 2 * shared_size(left, right) >= max(size(left), size(right)) > 0
