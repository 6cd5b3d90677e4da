"""Following feeds: nothing is lost or doubled, whatever servers, networks and kills do. Time stands still here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest
from tests.ingest.site import Answer, Site, item, standing

from retold.ingest.fetching import Fetcher, FetchOptions
from retold.ingest.fetching.captures import WebFetcher, iso
from retold.ingest.outside import Outside
from retold.pipeline.placing import conditions
from retold.pipeline.watching import Round, Watcher, WatchOptions
from retold.store.contract import Store
from retold.store.database import open_store

FERRY = "The ferry to Skerry stayed in port on Monday, harbour master Ann Dow said.\nNobody was hurt in the storm."
QUAY = "The new quay at Skerry will open in May, mayor Tom Brack told reporters.\nIt has cost 3 million crowns."
FETCH = FetchOptions(interval=0, seconds=5, quiet_seconds=2, tries=2, private=(ip_network("127.0.0.0/8"),))


@dataclass
class StillClock:
    """A clock that moves when somebody waits, or is told to."""

    at: datetime = datetime(2031, 3, 4, 12, tzinfo=UTC)
    waits: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    def elapsed(self) -> float:
        return self.at.timestamp()

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.at += timedelta(seconds=seconds)

    def later(self, **passed: float) -> None:
        self.at += timedelta(**passed)


@dataclass
class Desk:
    """Somebody who watches: a store in a file, a clock, and roots."""

    path: Path
    clock: StillClock
    roots: list[str]
    options: WatchOptions = field(default_factory=lambda: WatchOptions(rate=100))

    @contextmanager
    def store(self) -> Iterator[Store]:
        store = open_store(self.path, create=True)
        try:
            yield store
        finally:
            store.close()

    def round(self, spoil: Callable[[Store], None] | None = None) -> Round:
        """One round of a new run, as after a restart."""
        with (
            self.store() as store,
            WebFetcher(
                lambda: Fetcher(FETCH, self.clock), "test", lambda asked: conditions(store, asked, carriers=True)
            ) as fetch,
        ):
            if spoil is not None:
                spoil(store)
            outside = Outside(lambda: iso(self.clock.now()), fetch)
            return list(Watcher(self.roots, store, self.options, outside, self.clock.now).round())[-1]

    def addresses(self) -> list[str]:
        """Where the current articles are held, without the site."""
        with self.store() as store:
            return sorted("/" + article.address.split("/", 3)[3] for article in store.articles())


@pytest.fixture
def site() -> Iterator[Site]:
    with standing() as site:
        yield site


@pytest.fixture
def desk(site: Site, tmp_path: Path) -> Desk:
    return Desk(tmp_path / "r.db", StillClock(), [f"{site.base}/feed"])


def _codes(done: Round) -> list[str]:
    return [refusal.code for refusal in done.intake.refused]


def test_a_feed_that_grows_brings_only_what_is_new(site: Site, desk: Desk) -> None:
    ferry = item(site.page("/ferry", "Ferry stays in port", FERRY), "Ferry stays in port")
    site.feed("/feed", [ferry])
    assert len(desk.round().intake.added) == 1
    quay = item(site.page("/quay", "Quay to open", QUAY), "Quay to open")
    site.feed("/feed", [quay, ferry])
    desk.clock.later(minutes=11)
    assert len(desk.round().intake.added) == 1
    assert desk.addresses() == ["/ferry", "/quay"]
    assert site.statuses("/ferry") == [200]


def test_a_feed_that_is_unchanged_is_not_sent_again_and_not_asked_before_its_time(site: Site, desk: Desk) -> None:
    site.feed("/feed", [item(site.page("/ferry", "Ferry stays in port", FERRY), "Ferry")])
    assert desk.round().due == desk.clock.now() + timedelta(minutes=10)
    desk.clock.later(minutes=9)
    desk.round()
    assert site.statuses("/feed") == [200]
    desk.clock.later(minutes=1)
    assert desk.round().intake.refused == []
    assert site.statuses("/feed") == [200, 304]


def test_an_item_under_another_name_or_address_is_not_doubled(site: Site, desk: Desk) -> None:
    head = f'<link rel="canonical" href="{site.base}/ferry">'
    ferry = site.page("/ferry", "Ferry stays in port", FERRY, head)
    site.feed("/feed", [item(ferry, "Ferry stays in port", "one")])
    desk.round()
    marked = site.page("/ferry?from=feed", "Ferry stays in port", FERRY, head)
    site.feed("/feed", [item(ferry, "Ferry stays in port", "two"), item(marked, "Ferry stays in port", "three")])
    desk.clock.later(minutes=11)
    desk.round()
    assert desk.addresses() == ["/ferry"]
    desk.clock.later(minutes=11)
    desk.round()
    assert site.statuses("/ferry?from=feed") == [200]


def test_an_item_that_left_its_feed_while_its_server_was_down_is_had_later(site: Site, desk: Desk) -> None:
    ferry = item(f"{site.base}/ferry", "Ferry stays in port", summary="The ferry stays in port, says Ann Dow.")
    site.feed("/feed", [ferry])
    site.answers["/ferry"] = Answer(b"", 503)
    done = desk.round()
    assert (_codes(done), done.waiting) == (["status-503"], 1)
    with desk.store() as store:
        assert [article.extent.value for article in store.articles()] == ["summary"]
    site.feed("/feed", [item(site.page("/quay", "Quay to open", QUAY), "Quay to open")])
    site.page("/ferry", "Ferry stays in port", FERRY)
    desk.clock.later(minutes=11)
    done = desk.round()
    assert (len(done.intake.added), len(done.intake.changed), done.waiting) == (1, 1, 0)
    with desk.store() as store:
        assert {article.extent.value for article in store.articles()} == {"whole"}


def test_a_server_that_is_down_is_asked_less_and_less_told_once_and_found_again(site: Site, desk: Desk) -> None:
    site.feed("/feed", [item(site.page("/ferry", "Ferry stays in port", FERRY), "Ferry")])
    site.is_down = True
    site.answers["/robots.txt"] = Answer(b"", 404)
    waits, told = [], []
    for _ in range(7):
        done = desk.round()
        told += _codes(done)
        assert done.due is not None
        waits.append(done.due - desk.clock.now())
        desk.clock.at = done.due
    assert told == ["robots-unreadable"]
    assert waits[0] == timedelta(minutes=10)
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(seconds=300 * 2**6)
    site.is_down = False
    assert len(desk.round().intake.added) == 1


def test_a_server_that_asks_to_wait_is_left_alone_so_long(site: Site, desk: Desk) -> None:
    site.answers["/feed"] = Answer(b"", 429, (("Retry-After", "7200"),))
    done = desk.round()
    assert _codes(done) == ["asked-to-wait"]
    assert done.due == desk.clock.now() + timedelta(hours=2)


@pytest.mark.parametrize("place", ["put_article", "put_visits"])
def test_what_is_killed_between_fetching_and_keeping_is_neither_lost_nor_doubled(
    site: Site, desk: Desk, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    pages = [site.page(f"/{n}", f"Quay {n} to open", f"{n} {QUAY}") for n in range(5)]
    site.feed("/feed", [item(page, f"Quay {n} to open") for n, page in enumerate(pages)])
    for doomed in (1, 2, 1):
        left = doomed

        def spoil(store: Store) -> None:
            put = getattr(store, place)

            def fail(*arguments: object) -> None:
                nonlocal left
                left -= 1
                if not left:
                    raise KeyboardInterrupt
                put(*arguments)

            monkeypatch.setattr(store, place, fail)

        with pytest.raises(KeyboardInterrupt):
            desk.round(spoil)
    desk.round()
    assert desk.addresses() == [f"/{n}" for n in range(5)]
    with desk.store() as store:
        rows = [known.address for _, known in store.log() if known is not None]
    assert sorted(rows) == sorted([f"{site.base}/feed", *pages])


def test_a_broken_feed_is_read_as_far_as_it_goes_and_asked_again(site: Site, desk: Desk) -> None:
    site.feed("/feed", [item(site.page("/ferry", "Ferry stays in port", FERRY), "Ferry")])
    whole = site.answers["/feed"]
    site.answers["/feed"] = Answer(whole.body.replace(b"</channel></rss>", b"<item><title>Qu"), headers=whole.headers)
    done = desk.round()
    assert (_codes(done), len(done.intake.added)) == (["no-text", "broken-xml"], 1)
    site.answers["/feed"] = Answer(b"<rss><chan", headers=whole.headers)
    desk.clock.later(minutes=11)
    assert _codes(desk.round()) == ["broken-xml"]
    site.feed("/feed", [item(site.page("/quay", "Quay to open", QUAY), "Quay to open")])
    desk.clock.later(minutes=11)
    assert len(desk.round().intake.added) == 1


def test_a_feed_that_moved_for_good_is_asked_where_it_is(site: Site, desk: Desk) -> None:
    site.feed("/new", [item(site.page("/ferry", "Ferry stays in port", FERRY), "Ferry")])
    site.answers["/feed"] = Answer(b"", 301, (("Location", "/new"),))
    done = desk.round()
    assert [notice.subject for notice in done.intake.notices] == [f"{site.base}/feed"]
    desk.clock.later(minutes=11)
    assert desk.round().intake.notices == []
    assert (site.statuses("/feed"), site.statuses("/new")) == ([301], [200, 304])


def test_a_feed_whose_new_address_fails_is_asked_at_its_old_one_again(site: Site, desk: Desk) -> None:
    site.feed("/new", [item(site.page("/ferry", "Ferry stays in port", FERRY), "Ferry")])
    site.answers["/feed"] = Answer(b"", 301, (("Location", "/new"),))
    desk.round()
    del site.answers["/new"]
    for _ in range(3):
        desk.clock.later(hours=7)
        desk.round()
    site.feed("/feed", [item(site.page("/quay", "Quay to open", QUAY), "Quay to open")])
    desk.clock.later(hours=7)
    assert len(desk.round().intake.added) == 1


def test_a_feed_may_ask_for_a_longer_pause_but_not_for_any(site: Site, desk: Desk) -> None:
    items = [item(site.page("/ferry", "Ferry stays in port", FERRY), "Ferry")]
    site.feed("/feed", items, ttl="60")
    asked = []
    for minute in range(0, 60 * 20, 30):
        if minute == 180:
            site.feed("/feed", items, ttl="100000")
        before = len(site.statuses("/feed"))
        desk.round()
        asked += [minute / 60] * (len(site.statuses("/feed")) - before)
        desk.clock.later(minutes=30)
    assert asked == [0, 1, 2, 3, 9, 15]
    assert site.statuses("/feed")[:4] == [200, 304, 304, 200]


def test_a_page_is_looked_at_again_and_a_change_in_it_is_a_version(site: Site, desk: Desk) -> None:
    site.feed("/feed", [item(site.page("/ferry", "Ferry stays in port", FERRY), "Ferry stays in port")])
    desk.round()
    site.page("/ferry", "Ferry stays in port", FERRY.replace("Monday", "Tuesday"))
    desk.clock.later(minutes=59)
    assert desk.round().intake.changed == []
    desk.clock.later(minutes=1)
    assert len(desk.round().intake.changed) == 1
    for _ in range(6):
        desk.clock.later(days=4)
        assert desk.round().intake.changed == []
    assert site.statuses("/ferry") == [200, 200, 304, 304, 304]


def test_other_bytes_around_the_same_words_are_no_version(site: Site, desk: Desk) -> None:
    site.feed("/feed", [item(site.page("/ferry", "Ferry stays in port", FERRY), "Ferry stays in port")])
    desk.round()
    site.page("/ferry", "Ferry stays in port", FERRY, '<meta name="served" content="7">')
    desk.clock.later(hours=1)
    done = desk.round()
    assert (len(done.intake.unchanged), done.intake.changed) == (1, [])
    assert site.statuses("/ferry") == [200, 200]


def test_a_feed_that_says_nothing_new_is_not_kept_again(site: Site, desk: Desk) -> None:
    full = item(f"{site.base}/quay", "Quay to open", **{"content:encoded": f"<p>{QUAY}</p>"})
    full = full.replace("<item>", '<item xmlns:content="http://purl.org/rss/1.0/modules/content/">')
    ferry = item(site.page("/ferry", "Ferry stays in port", FERRY), "Ferry stays in port")

    def rows(items: list[str], hour: int) -> int:
        site.feed("/feed", items, lastBuildDate=f"Tue, 04 Mar 2031 {hour}:00:00 GMT")
        desk.clock.later(minutes=11)
        desk.round()
        with desk.store() as store:
            return len(list(store.log()))

    assert rows([ferry], 10) == 2
    assert rows([ferry], 11) == 2
    assert rows([full, ferry], 12) == 4
    assert rows([full, ferry], 13) == 4
    assert rows([full.replace("3 million", "4 million"), ferry], 14) == 6


def test_a_page_that_holds_no_article_is_told_once(site: Site, desk: Desk) -> None:
    site.answers["/empty"] = Answer(b"<html><body><nav>Home</nav></body></html>")
    site.feed("/feed", [item(f"{site.base}/empty", "Quay to open")])
    assert _codes(desk.round()) == ["no-article"]
    desk.clock.later(minutes=11)
    assert _codes(desk.round()) == []
    assert site.statuses("/empty") == [200]


def test_a_page_where_a_feed_should_be_is_told(site: Site, desk: Desk) -> None:
    site.page("/feed", "Ferry stays in port", FERRY)
    assert _codes(desk.round()) == ["not-a-feed"]
    assert desk.addresses() == []


def test_lists_of_feeds_are_followed_from_files_and_from_the_web(site: Site, desk: Desk, tmp_path: Path) -> None:
    feeds = [
        site.feed(f"/feed{n}", [item(site.page(f"/{n}", f"Quay {n} to open", f"{n} {QUAY}"), f"Quay {n} to open")])
        for n in range(2)
    ]
    (tmp_path / "feeds.opml").write_text(f'<opml><body><outline xmlUrl="{feeds[0]}"/></body></opml>')
    other = f'<opml><body><outline xmlUrl="{feeds[1]}"/></body></opml>'.encode()
    site.answers["/list"] = Answer(other, headers=(("Content-Type", "text/x-opml"),))
    (tmp_path / "note.txt").write_text("Nothing to follow here.")
    desk.roots = [str(tmp_path / "feeds.opml"), f"{site.base}/list", str(tmp_path / "note.txt")]
    done = desk.round()
    assert (done.feeds, len(done.intake.added), _codes(done)) == (2, 2, ["not-watched"])


def test_ten_thousand_items_are_all_kept_in_mind_and_fetched_over_several_rounds(site: Site, desk: Desk) -> None:
    desk.options = WatchOptions(every=600, rate=0.05)
    site.feed("/feed", [item(f"{site.base}/{n}", f"Quay {n}") for n in range(10_000)])
    site.page("/7", "Quay 7 to open", QUAY)
    done = desk.round()
    assert done.waiting == 10_000
    assert 20 <= len(site.asked) <= 100
    site.feed("/feed", [item(f"{site.base}/1", "Quay 1")])
    before = len(site.asked)
    desk.clock.later(minutes=10)
    done = desk.round()
    assert done.waiting == 10_000
    assert len(site.asked) > before + 20
