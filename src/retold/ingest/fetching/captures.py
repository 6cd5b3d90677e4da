"""Addresses wanted in; captures with their receipts, word that nothing changed, or refusals out: a fetcher for intake.

Always holds: a receipt says what was asked for, what answered over which redirects, when the request was made and when
the last byte came, with the server's status and headers and the name under which it was asked. The fetcher itself is
made when something is first asked for, so that a run over files starts no threads.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import zip_longest
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from retold.ingest.fetching.client import Outcome
from retold.ingest.fetching.fetcher import Fetcher
from retold.ingest.fetching.outcomes import Conditions, Fetched, Unchanged
from retold.records.documents import Capture, How, Receipt, Refusal, Seen, Wanted

# What is known of earlier answers, by address; an address without is asked for without condition.
Known = Callable[[Sequence[str]], Mapping[str, Conditions]]

# A page has some twenty headers of some hundred bytes; what is beyond these is noise or worse.
MOST_HEADERS = 100
LONGEST_HEADER = 4000


class WebFetcher:
    """Fetches what intake wants, many hosts side by side. Use it in a `with`, or close it."""

    def __init__(self, make: Callable[[], Fetcher], agent: str, known: Known) -> None:
        self._make, self._agent, self._known = make, agent, known
        self._fetcher: Fetcher | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give up what is under way."""
        if self._fetcher is not None:
            self._fetcher.close()
            self._fetcher = None

    def __call__(self, wanted: Iterable[Wanted]) -> Iterator[tuple[Wanted, Capture | Seen | Refusal]]:
        """Each of `wanted` with what came of it, hosts by turns."""
        some = _by_turns(list(wanted))
        if not some:
            return
        if self._fetcher is None:
            self._fetcher = self._make()
        addresses = [one.url for one in some]
        outcomes = self._fetcher.fetch_all(addresses, self._known(addresses))
        for one, outcome in zip(some, outcomes, strict=True):
            yield one, _answer(one, outcome, self._agent)


def _by_turns(wanted: Sequence[Wanted]) -> list[Wanted]:
    """One of each host, then the next of each: a host with a long list does not hold up the others."""
    hosts: defaultdict[str, list[Wanted]] = defaultdict(list)
    for one in wanted:
        hosts[_host(one.url)].append(one)
    return [one for turn in zip_longest(*hosts.values()) for one in turn if one is not None]


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def _answer(wanted: Wanted, outcome: Outcome, agent: str) -> Capture | Seen | Refusal:
    if isinstance(outcome, Refusal):
        return outcome
    if isinstance(outcome, Unchanged):
        return Seen(wanted.url, iso(outcome.at))
    return capture_of(outcome, wanted, agent)


def capture_of(fetched: Fetched, wanted: Wanted, agent: str) -> Capture:
    """An answer as a capture; its media type is the server's word, which whoever reads the bytes may know better."""
    media_type, charset = _content_type(fetched.header("content-type") or "")
    headers = tuple((name, value[:LONGEST_HEADER]) for name, value in fetched.headers[:MOST_HEADERS])
    receipt = Receipt(
        How.FETCHED,
        captured=iso(fetched.ended),
        answered=fetched.answered if fetched.answered != wanted.url else None,
        within=wanted.within or None,
        status=fetched.status,
        headers=headers,
        hops=fetched.hops,
        began=iso(fetched.began),
        agent=agent,
    )
    digest = hashlib.sha256(fetched.content).hexdigest()
    return Capture(digest, wanted.url, wanted.url, media_type, fetched.content, charset, wanted.metadata, receipt)


def iso(at: datetime) -> str:
    """A time in UTC as ISO 8601, to the second."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _content_type(header: str) -> tuple[str, str | None]:
    """The media type and the charset that a header declares."""
    kind, *parameters = header.split(";")
    named = (part.partition("=") for part in parameters[:10])
    charset = next((value.strip(" \"'") for name, _, value in named if name.strip().lower() == "charset"), "")
    return kind.strip().lower()[:100], charset[:40] or None
