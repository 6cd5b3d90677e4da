"""Addresses in; pages, word that they are unchanged, or refusals out, one for each and in their order.

    with Fetcher(FetchOptions(), SystemClock()) as fetcher:
        outcome = fetcher.fetch("https://news.example/story")

Always holds: an outcome says what happened, and nothing is raised for what a server does. The requests run in an
event loop on a thread of their own, so that whoever takes the outcomes may take time over each.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Coroutine, Iterable, Iterator, Mapping
from concurrent.futures import Future
from types import TracebackType
from typing import Any, Self, TypeVar

from retold.ingest.fetching.addresses import Resolver, system_resolver
from retold.ingest.fetching.client import Client, Outcome
from retold.ingest.fetching.clock import Clock
from retold.ingest.fetching.options import FetchOptions
from retold.ingest.fetching.outcomes import Conditions

T = TypeVar("T")


class Fetcher:
    """Fetches from plain code. Use it in a `with`, or close it."""

    def __init__(self, options: FetchOptions, clock: Clock, resolver: Resolver = system_resolver) -> None:
        self._options = options
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="retold-fetch", daemon=True)
        self._thread.start()
        self._client = self._submit(_made(options, clock, resolver)).result()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give up what is under way and let go of all connections."""
        if self._loop.is_closed():
            return
        self._submit(self._wind_up()).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def fetch(self, address: str, conditions: Conditions | None = None) -> Outcome:
        """The outcome of one address; with `conditions`, `Unchanged` where the server says so."""
        return self._submit(self._client.fetch(address, conditions)).result()

    def fetch_all(self, addresses: Iterable[str], known: Mapping[str, Conditions] | None = None) -> Iterator[Outcome]:
        """An outcome for each address, in the order given.

        `hosts_at_once` addresses are under way at a time, so that as many bodies are held at most; several of one
        host wait for their turn.
        """
        conditions = known or {}
        waiting: deque[Future[Outcome]] = deque()
        try:
            for address in addresses:
                waiting.append(self._submit(self._client.fetch(address, conditions.get(address))))
                if len(waiting) >= self._options.hosts_at_once:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    def _submit(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _wind_up(self) -> None:
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._client.close()


async def _made(options: FetchOptions, clock: Clock, resolver: Resolver) -> Client:
    """A client made within its loop, to which its locks belong."""
    return Client(options, clock, resolver)
