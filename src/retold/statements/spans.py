"""Sets of spans compared: what they share, whether they meet, whether they are about the same stretch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retold.records.spans import Spans

# Code points per bucket of `Places`; 512 to 8192 take the same time on news, longer ones more on very long lines.
BUCKET = 2048


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


@dataclass(frozen=True, slots=True)
class Places:
    """Which of many items have words near a stretch, so that comparing all with all is not needed."""

    buckets: dict[int, tuple[int, ...]]

    def near(self, spans: Spans) -> list[int]:
        """The indices of items that may meet the spans, ascending."""
        found: set[int] = set()
        for number in _buckets(spans):
            found.update(self.buckets.get(number, ()))
        return sorted(found)


def places_of(items: Sequence[Spans]) -> Places:
    """The places of items, each given by its spans."""
    buckets: dict[int, list[int]] = {}
    for index, spans in enumerate(items):
        for number in _buckets(spans):
            buckets.setdefault(number, []).append(index)
    return Places({number: tuple(indices) for number, indices in buckets.items()})


def _buckets(spans: Spans) -> Iterable[int]:
    return sorted({n for s in spans for n in range(s.start // BUCKET, max(s.start, s.end - 1) // BUCKET + 1)})
