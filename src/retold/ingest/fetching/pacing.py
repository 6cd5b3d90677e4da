"""Manners towards a host: one request at a time, and a pause between two.

Goes in: a host and the pause that it asks for. Always holds: whoever holds a host's turn is the only one to ask it,
and begins no sooner than the pause after the one before.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from retold.ingest.fetching.clock import Clock


class Pacing:
    """Turns at hosts."""

    def __init__(self, clock: Clock, interval: float) -> None:
        self._clock, self._interval = clock, interval
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._last: dict[str, float] = {}

    @asynccontextmanager
    async def turn(self, host: str, pause: float | None = None) -> AsyncIterator[None]:
        """Hold the host's turn; `pause` (seconds) replaces the usual interval where it is longer."""
        async with self._turns[host]:
            last = self._last.get(host)
            if last is not None:
                wait = max(self._interval, pause or 0.0) - (self._clock.elapsed() - last)
                if wait > 0:
                    await self._clock.sleep(wait)
            self._last[host] = self._clock.elapsed()
            yield
