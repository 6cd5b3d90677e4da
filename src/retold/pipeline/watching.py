"""Feeds in; what they bring kept in the store, round after round.

A feed's bytes, its version, and the items that it names and that are still to be fetched are kept in one transaction;
so are a page and word that it was had. Whatever a run is stopped at, the next goes on from there: no item is lost, not
even one that has left its feed meanwhile, and none is fetched twice. Clock and fetcher are arguments.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from retold.ingest import IngestOptions, named
from retold.ingest import refusals as reasons
from retold.ingest.fetching.captures import iso
from retold.ingest.following import MOST_STEPS, typed, unfold
from retold.ingest.kinds import ADDRESSES, CARRIERS, OPML
from retold.ingest.outside import Outside
from retold.ingest.schedules import DAY, LONGEST_PAUSE, Schedule, next_time, schedule_of
from retold.pipeline.intake import Desk, Intake
from retold.records.documents import Capture, Notice, Refusal, Seen, Wanted
from retold.records.visits import Visit
from retold.store.contract import Store

# Seconds before the second try of what failed; each further one waits twice as long, up to LONGEST_PAUSE.
FIRST_PAUSE = 300
# Tries of one page, over about two days; a feed is tried for ever.
MOST_TRIES = 14
# Seconds after which a page that was had is looked at again, each counted from the look before. Swept nowhere: a first
# day in steps and then once more, each on condition that the page changed.
LOOKS = (3600, 4 * 3600, DAY, 3 * DAY)
# Pages per transaction: at one a second, what a kill can cost in requests made again.
AT_ONCE = 20
# Where a redirect says that it is for good (RFC 9110).
PERMANENT = frozenset({301, 308})
# Tries at the new address of a feed before its old one is asked again.
FAITH = 3
PASSING = ("no-connection", "broken-answer", "too-slow", "unknown-host", "asked-to-wait", "robots-unreadable")


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """`every`: seconds between two requests for one feed, where it does not ask for more; `rate`: pages a second."""

    every: float = 600.0
    rate: float = 1.0
    ingest: IngestOptions = field(default_factory=IngestOptions)


@dataclass(slots=True)
class Round:
    """What one round did: feeds that there are, were asked, and had something new; pages still to be fetched."""

    feeds: int = 0
    asked: int = 0
    news: int = 0
    waiting: int = 0
    due: datetime | None = None
    intake: Intake = field(default_factory=Intake)


class Watcher:
    """Follows feeds: `roots` are addresses of feeds, lists of them, and OPML files, read anew in each round."""

    def __init__(
        self, roots: Sequence[str], store: Store, options: WatchOptions, outside: Outside, now: Callable[[], datetime]
    ) -> None:
        self._roots, self._store, self._options = roots, store, options
        self._outside, self._now = outside, now
        self._desk = Desk(store, outside)
        self._lists: dict[str, tuple[Wanted, ...]] = {}
        # Where a feed is asked -> the address under which it was named.
        self._followed: dict[str, str] = {}

    @property
    def every(self) -> float:
        """Seconds between two requests for one feed."""
        return self._options.every

    def round(self) -> Iterator[Round]:
        """One round, told as it goes: the same object after each step."""
        done = Round()
        feeds = list(self._feeds(done))
        self._followed.clear()
        yield from self._ask(feeds, done)
        yield from self._fetch(done)
        done.feeds = len(self._followed) - len(self._lists)
        waiting = self._store.waiting()
        done.waiting = _new(waiting)
        known = self._store.visits(list(self._followed))
        times = [visit.due for visit in (*known.values(), *waiting) if visit.due]
        done.due = min((_time(time) for time in times), default=None)
        if any(visit.due is None for visit in waiting):
            done.due = self._now()
        yield done

    # Feeds

    def _feeds(self, done: Round) -> Iterator[Wanted]:
        """The feeds that the roots name, each once."""
        seen: set[str] = set()
        for root in self._roots:
            found = list(named([root], self._options.ingest, self._outside))
            if any(isinstance(item, Capture) for item in found):
                done.intake.note(reasons.not_watched(root))
                continue
            for item in found:
                if isinstance(item, (Refusal, Notice)):
                    done.intake.note(item)
                elif isinstance(item, Wanted) and item.url not in seen:
                    seen.add(item.url)
                    yield item

    def _ask(self, feeds: Sequence[Wanted], done: Round) -> Iterator[Round]:
        """Ask the feeds that are due; what lists of feeds name, too."""
        seen: set[str] = set()
        here = list(feeds)
        for _ in range(MOST_STEPS):
            fresh = [feed for feed in here if feed.url not in seen]
            seen.update(feed.url for feed in fresh)
            aimed = [replace(feed, url=self._target(feed.url)) for feed in fresh]
            self._followed.update((to.url, feed.url) for feed, to in zip(fresh, aimed, strict=True))
            here = [item for feed in aimed for item in self._lists.get(feed.url, ())]
            due = [feed for feed in aimed if self._is_due(self._visit(feed.url))]
            for wanted, answer in self._outside.fetch(due) if self._outside.fetch and due else ():
                done.asked += 1
                self._answered(wanted, answer, done)
                here += self._lists.get(wanted.url, ())
                yield done

    def _answered(self, wanted: Wanted, answer: Capture | Seen | Refusal, done: Round) -> None:
        """Keep what came of asking a feed, or a list of feeds."""
        visit = self._visit(wanted.url)
        if isinstance(answer, Refusal):
            self._failed(visit, answer, done)
            return
        if isinstance(answer, Seen):
            self._keep([], [self._had(visit, self._schedule(wanted.url))], done)
            return
        feed = typed(answer, wanted)
        items = list(unfold(feed)) if feed.media_type in (OPML, ADDRESSES, *CARRIERS) else []
        named_there = [item for item in items if isinstance(item, Wanted)]
        rest = [item for item in items if not isinstance(item, Wanted)]
        if feed.media_type in (OPML, ADDRESSES) and named_there:
            self._lists[wanted.url] = tuple(named_there)
            self._keep(rest, [self._had(visit, Schedule())], done)
        elif any(isinstance(item, Capture) for item in rest):
            queue = self._unknown(named_there)
            schedule = schedule_of(feed)
            done.news += bool(queue)
            # A feed that only says the hour anew is no evidence of anything.
            is_kept = queue or self._brings(rest) or schedule != self._schedule(wanted.url)
            versions = self._versions(visit, answer, schedule, done)
            self._keep(rest if is_kept else [], [*queue, *versions], done)
        else:
            broken = (item for item in rest if isinstance(item, Refusal))
            self._failed(visit, next(broken, reasons.not_a_feed(wanted.url)), done)

    def _brings(self, rest: Sequence[Capture | Refusal | Notice]) -> bool:
        """Whether a feed carries an item whose words are not held; of nothing but addresses, whether none was had."""
        captures = [item for item in rest if isinstance(item, Capture)]
        held = self._store.held({item.address for item in captures}, [])
        known = {(row.address, row.sha256) for row in held}
        own = captures[1:] if len(captures) > 1 else captures
        seen = {row.address for row in held}
        if own is captures:
            return captures[0].address not in seen
        return any((item.address, item.sha256) not in known for item in own)

    def _versions(self, visit: Visit, answer: Capture, schedule: Schedule, done: Round) -> list[Visit]:
        """What to remember of a feed that came: its version, when to ask again, and where, if it moved for good."""
        receipt = answer.receipt
        etag, modified = receipt.header("etag"), receipt.header("last-modified")
        if not receipt.answered or any(hop.status not in PERMANENT for hop in receipt.hops):
            return [self._had(replace(visit, etag=etag, modified=modified), schedule)]
        text = f"the feed has moved for good to {receipt.answered}, and is asked there from now on; change your list"
        done.intake.note(Notice(visit.address, text))
        self._followed[receipt.answered] = self._followed.get(visit.address, visit.address)
        there = replace(self._visit(receipt.answered), etag=etag, modified=modified)
        gone = replace(visit, moved=receipt.answered, reason="", failures=0, carrier=True)
        return [gone, self._had(there, schedule)]

    def _had(self, visit: Visit, schedule: Schedule) -> Visit:
        """The visit of a feed that answered just now."""
        now = self._now()
        due = next_time(now, self._options.every, schedule)
        return replace(visit, at=iso(now), failures=0, reason="", due=iso(due), carrier=True)

    def _schedule(self, address: str) -> Schedule:
        """What the feed said of itself when it was last had."""
        rows = self._store.held([address, self._followed.get(address, address)], [])
        content = self._store.capture(rows[-1].sha256) if rows else None
        if content is None:
            return Schedule()
        return schedule_of(Capture(rows[-1].sha256, address, address, "", content))

    def _failed(self, visit: Visit, refusal: Refusal, done: Round) -> None:
        """Put a feed off; what is wrong with it is told when it is new."""
        if refusal.code != visit.reason:
            done.intake.note(refusal)
        visits = [self._put_off(visit, refusal)]
        named_as = self._visit(self._followed.get(visit.address, visit.address))
        if visits[0].failures >= FAITH and named_as.moved is not None:
            visits.append(replace(named_as, moved=None))
        self._keep([], visits, done)

    # Pages

    def _unknown(self, wanted: Sequence[Wanted]) -> list[Visit]:
        """The items that were never asked for, as visits that wait."""
        known = self._store.visits([one.url for one in wanted])
        fresh = {one.url: one for one in reversed(wanted) if not _is_known(known.get(one.url))}
        return [Visit(address, wanted=fresh[address]) for address in sorted(fresh)]

    def _fetch(self, done: Round) -> Iterator[Round]:
        """Fetch the pages that wait and are due, new ones first; of one host no more than fit between two rounds."""
        most = max(AT_ONCE, round(max(self._options.every, FIRST_PAUSE) * self._options.rate))
        hosts: Counter[str] = Counter()
        due: list[Wanted] = []
        for visit in sorted(self._store.waiting(), key=lambda visit: visit.at is not None):
            host = urlsplit(visit.address).netloc
            if visit.wanted is not None and self._is_due(visit) and hosts[host] < most:
                hosts[host] += 1
                due.append(visit.wanted)
        batch: list[tuple[Wanted, Capture | Seen | Refusal]] = []
        for answered in self._outside.fetch(due) if self._outside.fetch and due else ():
            batch.append(answered)
            if len(batch) >= AT_ONCE:
                self._flush(batch, done)
                batch = []
                yield done
        self._flush(batch, done)
        yield done

    def _flush(self, batch: Sequence[tuple[Wanted, Capture | Seen | Refusal]], done: Round) -> None:
        """Keep what came of asking for pages, in one transaction."""
        items: list[Capture | Seen | Refusal | Notice] = []
        visits: list[Visit] = []
        reasons_before: dict[str, str] = {}
        for wanted, answer in batch:
            visit = self._visit(wanted.url)
            if isinstance(answer, Refusal):
                visits.append(self._page_failed(visit, answer))
                items += [answer] if answer.code != visit.reason else []
                items += [wanted.otherwise] if wanted.otherwise is not None and not visit.failures else []
            elif isinstance(answer, Seen):
                items.append(answer)
                visits.append(self._again(visit, wanted))
            else:
                found = list(unfold(typed(answer, wanted)))
                items += [item for item in found if not isinstance(item, Wanted)]
                named_there = [item for item in found if isinstance(item, Wanted)]
                visits += self._unknown(named_there) if named_there else [self._again(visit, wanted)]
            reasons_before[wanted.url] = visit.reason
        for outcome in self._desk.take(items, visits) if batch else ():
            if not isinstance(outcome, Refusal) or reasons_before.get(outcome.subject) != outcome.code:
                done.intake.note(outcome)

    def _again(self, visit: Visit, wanted: Wanted) -> Visit:
        """A page that was had, to be looked at again, or not after the last time."""
        if visit.looks >= len(LOOKS):
            return replace(visit, wanted=None, due=None)
        due = self._now() + timedelta(seconds=LOOKS[visit.looks])
        return replace(visit, wanted=replace(wanted, otherwise=None), due=iso(due), looks=visit.looks + 1)

    def _page_failed(self, visit: Visit, refusal: Refusal) -> Visit:
        """A page put off, or given up where no further try would help."""
        later = self._put_off(visit, refusal)
        passing = refusal.code in PASSING or refusal.code in ("status-404", "status-408", "status-425", "status-429")
        if (passing or refusal.code.startswith("status-5")) and later.failures < MOST_TRIES:
            return later
        return replace(later, wanted=None, due=None)

    # Both

    def _keep(self, items: Sequence[Capture | Seen | Refusal | Notice], visits: Sequence[Visit], done: Round) -> None:
        for outcome in self._desk.take(items, visits):
            done.intake.note(outcome)

    def _visit(self, address: str) -> Visit:
        return self._store.visits([address]).get(address) or Visit(address)

    def _is_due(self, visit: Visit) -> bool:
        return visit.due is None or _time(visit.due) <= self._now()

    def _put_off(self, visit: Visit, refusal: Refusal) -> Visit:
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(visit.failures, 20))
        asked = min(refusal.wait or 0, DAY)
        due = self._now() + timedelta(seconds=max(pause, asked, self._options.every))
        return replace(visit, failures=visit.failures + 1, reason=refusal.code, due=iso(due))

    def _target(self, address: str) -> str:
        """Where a feed is now."""
        for _ in range(MOST_STEPS):
            moved = self._visit(address).moved
            if moved is None:
                break
            address = moved
        return address


def _new(waiting: Sequence[Visit]) -> int:
    """How many of those that wait were never had."""
    return sum(1 for visit in waiting if visit.at is None)


def _is_known(visit: Visit | None) -> bool:
    return visit is not None and bool(visit.at or visit.held_as or visit.wanted or visit.reason)


def _time(iso_time: str) -> datetime:
    return datetime.strptime(iso_time, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
