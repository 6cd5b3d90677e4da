"""What intake needs of the outside world, as arguments: a clock, a fetcher, standard input. None of them is assumed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from retold.records.documents import Capture, Refusal, Seen, Wanted


class Clock(Protocol):
    """Tells the time."""

    def __call__(self) -> str | None:
        """Now, in UTC, as ISO 8601 with a final Z; None where there is no clock."""
        ...


class Fetcher(Protocol):
    """Fetches addresses; owns politeness, limits and retries."""

    def __call__(self, wanted: Iterable[Wanted]) -> Iterator[tuple[Wanted, Capture | Seen | Refusal]]:
        """Each of `wanted` with what came of it, in any order, each exactly once.

        A capture's `address` is the address as asked; its receipt says when and how it came and what answered. What a
        feed, list or sitemap names is found by the caller, who asks for it in turn. A fetcher that knows what is held
        asks on condition that it changed, and tells where it did not.
        """
        ...


def no_clock() -> None:
    """Tell no time: the hour of what is taken in stays unknown."""
    return


@dataclass(frozen=True, slots=True)
class Outside:
    """The world outside of one run; by default there is none."""

    clock: Clock = no_clock
    fetch: Fetcher | None = None
    standard_input: BinaryIO | None = None
