"""Paths in; captures and articles kept in the store, each with its row in the log of custody; refusals out.

What is already held is not read again. Captures are handled in batches, each one transaction, and nothing is kept in
memory beyond a batch: a run may be larger than memory, and one that was killed goes on where it was.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum

from retold.documents import fingerprint, parse
from retold.documents.articles import article_id
from retold.ingest import IngestOptions, collect
from retold.ingest.following import Collected
from retold.ingest.kinds import CARRIERS
from retold.ingest.outside import Outside
from retold.pipeline.placing import Placing
from retold.pipeline.progress import Progress
from retold.records.custody import Held
from retold.records.documents import Article, Capture, Extent, How, Notice, Refusal, Seen
from retold.records.visits import Visit
from retold.store.contract import Deposit, Store
from retold.version import VERSION

# Captures and bytes per transaction: small enough to lose little to a crash, large enough not to wait for the disk.
_BATCH = 200
_BATCH_BYTES = 32_000_000

# What took a capture in, down to the extraction: an article that another one made is outdated, not altered.
TOOL = f"retold {VERSION} (extraction {fingerprint()})"


class Fate(StrEnum):
    """What became of a capture that was not refused."""

    ADDED = "added"
    CHANGED = "changed"
    """A new version of an address that was held."""
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that the store holds now."""

    fate: Fate
    article: str


Outcome = Taken | Refusal | Notice


@dataclass(slots=True)
class Intake:
    """What came of taking paths in: ids of articles by fate, everything refused, and what a person should know."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def note(self, outcome: Outcome) -> None:
        """Add one outcome."""
        if isinstance(outcome, Refusal):
            self.refused.append(outcome)
        elif isinstance(outcome, Notice):
            self.notices.append(outcome)
        else:
            by_fate = {Fate.ADDED: self.added, Fate.CHANGED: self.changed, Fate.UNCHANGED: self.unchanged}
            by_fate[outcome.fate].append(outcome.article)


def take_in(
    paths: Sequence[str], store: Store, options: IngestOptions, progress: Progress, outside: Outside
) -> Iterator[Outcome]:
    """Read `paths` into the store, telling what became of each once it is safely kept.

    Bad input becomes a refusal and the rest goes on. An address that is seen for the first time adds an article; other
    content at a known address is a new version, current when it was captured last.
    """
    desk = Desk(store, outside)
    done = 0
    for batch in _batches(collect(paths, options, outside)):
        yield from desk.take(batch)
        done += len(batch)
        progress("reading files", done, None)


def _batches(items: Iterator[Collected]) -> Iterator[list[Collected]]:
    batch: list[Collected] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.content) if isinstance(item, Capture) else 0
        if len(batch) >= _BATCH or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class Desk:
    """Takes batches in. Remembers, of a whole run, only the ids that lines gave themselves, 8 bytes each."""

    def __init__(self, store: Store, outside: Outside) -> None:
        self.store = store
        self.clock = outside.clock
        self.placing = Placing(store)
        self.told: set[int] = set()
        self.by_address: dict[str, list[Held]] = {}
        self.by_article: dict[str, Held] = {}

    def take(self, batch: Sequence[Collected], visits: Sequence[Visit] = ()) -> list[Outcome]:
        """Keep what is new of a batch, with `visits`, in one transaction; then say what became of each."""
        self._look_up([item for item in batch if isinstance(item, Capture)])
        outcomes: list[Outcome] = []
        kept: list[tuple[Capture, Article | None, bool]] = []
        now = self.clock()
        with _uncollected():
            for item in batch:
                outcome = self._outcome(item, now, kept)
                if outcome is not None:
                    outcomes.append(outcome)
        asked = _merged(self.placing.drain(), visits)
        if kept or asked:
            with self.store.transaction():
                for capture, article, current in kept:
                    deposit = Deposit(now, TOOL, current)
                    if article is None:
                        self.store.put_capture(capture, deposit)
                    else:
                        self.store.put_article(capture, article, deposit)
                self.store.put_visits(asked)
        return outcomes

    def _outcome(
        self, item: Collected, now: str | None, kept: list[tuple[Capture, Article | None, bool]]
    ) -> Outcome | None:
        if isinstance(item, Capture):
            placed = self.placing.place(item)
            if placed.address not in self.by_address:
                for held in self.store.held({placed.address}, {article_id(placed.name, placed.sha256)}):
                    self._hold(held)
            return self._one(_timed(placed, now), kept)
        if not isinstance(item, Seen):
            return item
        rows = self.store.held([self.placing.seen(item)], [])
        article = rows[-1].article if rows else None
        return Taken(Fate.UNCHANGED, article) if article else None

    def _look_up(self, captures: Sequence[Capture]) -> None:
        addresses = {capture.address for capture in captures}
        articles = {capture.metadata.id or article_id(capture.name, capture.sha256) for capture in captures}
        self.by_address, self.by_article = {}, {}
        for held in self.store.held(addresses, articles):
            self._hold(held)

    def _hold(self, held: Held) -> None:
        self.by_address.setdefault(held.address, []).append(held)
        if held.article:
            self.by_article[held.article] = held

    def _one(self, capture: Capture, kept: list[tuple[Capture, Article | None, bool]]) -> Outcome | None:
        held = self.by_address.get(capture.address, [])
        same = _same(capture, held)
        told = self._told_before(capture)
        if same is not None:
            self.placing.note(capture, None)
            return Taken(Fate.UNCHANGED, same.article) if same.article else None
        if told:
            return _taken_id(capture.address, capture.metadata.id or "")
        article: Article | None = None
        if capture.media_type not in CARRIERS:
            made = parse(capture)
            if isinstance(made, Refusal):
                self.placing.refused(capture, made)
                return made
            other = self.by_article.get(made.id)
            if other is not None and other.address != made.address:
                # An id that is taken: the same article seen elsewhere is nothing new, another article is refused.
                same_bytes = other.sha256 == capture.sha256
                return Taken(Fate.UNCHANGED, made.id) if same_bytes else _taken_id(capture.address, made.id)
            if self._is_told(capture, made, held):
                self.placing.note(capture, made)
                return Taken(Fate.UNCHANGED, held[-1].article or made.id)
            article = made
        captured = capture.receipt.captured
        current = not capture.receipt.dated or all((row.captured or "") <= (captured or "") for row in held)
        kept.append((capture, article, current))
        self.placing.note(capture, article)
        self._hold(Held(0, capture.address, capture.sha256, captured, article.id if article else None))
        if article is None:
            return None
        return Taken(Fate.CHANGED if held else Fate.ADDED, article.id)

    def _is_told(self, capture: Capture, made: Article, held: Sequence[Held]) -> bool:
        """Whether a page that was fetched says what the last version said: most pages differ with each request."""
        last = held[-1].article if held and capture.receipt.how is How.FETCHED else None
        before = self.store.article(last) if last else None
        return before is not None and (before.text, before.title) == (made.text, made.title)

    def _told_before(self, capture: Capture) -> bool:
        """Whether a line of this run has had this address already, by the id that it gave itself."""
        if capture.receipt.dated or not capture.metadata.id:
            return False
        address = capture.address.encode("utf-8", "surrogateescape")
        key = int.from_bytes(hashlib.blake2b(address, digest_size=8).digest(), "big")
        if key in self.told:
            return True
        self.told.add(key)
        return False


def _merged(had: Sequence[Visit], visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """What the answers say of pages with when they are wanted again; what is said of feeds as it stands."""
    found = {visit.address: visit for visit in had}
    for visit in visits:
        answer = found.get(visit.address)
        if answer is not None and not visit.carrier:
            wanted = visit.wanted if answer.held_as is None else None
            visit = replace(answer, wanted=wanted, due=visit.due if wanted else None, looks=visit.looks)
        found[visit.address] = visit
    return tuple(found.values())


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for cycles of garbage, of which extraction makes next to none, until the batch is done.

    A page makes thousands of small objects, and the collector goes through them all again and again: .5 of 4 ms a page.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _timed(capture: Capture, now: str | None) -> Capture:
    """The capture with the time of intake where its source gives none."""
    if capture.receipt.dated or capture.receipt.captured is not None:
        return capture
    return replace(capture, receipt=replace(capture.receipt, captured=now))


def _same(capture: Capture, held: Sequence[Held]) -> Held | None:
    """The row that already says what this capture says; None where it is something new.

    A capture that its source dates is compared with the version before it, so that an archive read again adds nothing;
    any other with the last one taken in. A summary is nothing new once anything is held.
    """
    if not held:
        return None
    if capture.metadata.extent is Extent.SUMMARY:
        return held[-1]
    captured = capture.receipt.captured or ""
    if not capture.receipt.dated:
        return held[-1] if held[-1].sha256 == capture.sha256 else None
    before = [row for row in sorted(held, key=lambda row: row.captured or "") if (row.captured or "") <= captured]
    if before and before[-1].sha256 == capture.sha256:
        return before[-1]
    return next((row for row in before if (row.captured or "") == captured and row.sha256 == capture.sha256), None)


def _taken_id(subject: str, identity: str) -> Refusal:
    reason = f"Its id {identity!r} is already that of another article; give it an id of its own."
    return Refusal(subject, "duplicate-id", reason)
