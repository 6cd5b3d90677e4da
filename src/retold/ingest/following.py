"""What lists name, fetched and read in turn: captures and addresses in, captures and refusals out.

Without a fetcher each address is a refusal, and what its source said in its stead is kept. No address is asked for
twice in a run, and lists that name lists end after a few steps.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from retold.ingest import refusals
from retold.ingest.feeds import read_feed
from retold.ingest.kinds import ADDRESSES, FEED, HTML, MEDIA_TYPES, OPML, SAMPLE, SITEMAP, TEXT, kind_of
from retold.ingest.lists import read_addresses, read_opml, read_sitemap
from retold.ingest.outside import Fetcher
from retold.records.documents import Capture, Notice, Refusal, Seen, Wanted

Item = Capture | Wanted | Refusal | Notice
Collected = Capture | Seen | Refusal | Notice

# A list of feeds names a feed, which names a page; a sitemap's index names a sitemap, which names a page.
MOST_STEPS = 4
# Addresses handed to the fetcher at a time: enough for it to go to many hosts at once.
AT_ONCE = 500


def follow(items: Iterator[Item], fetch: Fetcher | None) -> Iterator[Collected]:
    """The captures behind `items`, those that must be fetched included, and a refusal for each that cannot be had."""
    steps: dict[str, int] = {}
    waiting: deque[Wanted] = deque()
    for item in items:
        if not isinstance(item, Wanted):
            yield item
        elif fetch is None:
            yield from _without(item, refusals.not_fetched(item.url))
        elif item.url not in steps:
            steps[item.url] = 1
            waiting.append(item)
            if len(waiting) >= AT_ONCE:
                yield from _fetched(waiting, fetch, steps)
    if fetch is not None:
        yield from _fetched(waiting, fetch, steps)


def _without(wanted: Wanted, refusal: Refusal) -> Iterator[Capture | Refusal]:
    """What stands for an address that was not had."""
    if wanted.otherwise is not None:
        yield wanted.otherwise
    yield refusal


def _fetched(waiting: deque[Wanted], fetch: Fetcher, steps: dict[str, int]) -> Iterator[Collected]:
    """Fetch what waits, and what that names, until nothing waits."""
    while waiting:
        some = [waiting.popleft() for _ in range(min(AT_ONCE, len(waiting)))]
        for wanted, answer in fetch(some):
            if isinstance(answer, Refusal):
                yield from _without(wanted, answer)
                continue
            if isinstance(answer, Seen):
                yield answer
                continue
            for item in unfold(typed(answer, wanted)):
                if not isinstance(item, Wanted):
                    yield item
                elif item.url in steps:
                    continue
                elif steps[wanted.url] >= MOST_STEPS:
                    yield from _without(item, refusals.too_many_steps(item.url, MOST_STEPS))
                else:
                    steps[item.url] = steps[wanted.url] + 1
                    waiting.append(item)


def typed(answer: Capture, wanted: Wanted) -> Capture:
    """What was fetched, as what it is by its own bytes, with what its source said of it."""
    kind = kind_of("", answer.content[:SAMPLE])
    stated = MEDIA_TYPES.get(kind, TEXT) if kind is not None else TEXT
    # A page without any of the marks of one is still a page where its server says so.
    media_type = HTML if stated == TEXT and answer.media_type in (HTML, "application/xhtml+xml") else stated
    said = replace(wanted.metadata, url=wanted.metadata.url or answer.receipt.answered or answer.address)
    return replace(answer, media_type=media_type, metadata=said)


def unfold(capture: Capture) -> Iterator[Item]:
    """What a capture holds: itself, or the items and addresses of a feed, a list of feeds, a sitemap, a list."""
    if capture.media_type == FEED:
        yield from read_feed(capture)
    elif capture.media_type == OPML:
        yield from read_opml(capture)
    elif capture.media_type == SITEMAP:
        yield capture
        yield from read_sitemap(capture)
    elif capture.media_type == ADDRESSES:
        yield from read_addresses(capture)
    else:
        yield capture
