"""What a store keeps of the web and of how claims were told; a second database joins by one more line in `store`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from retold.records.developments import Contradiction, Development, DevelopmentKind, Spot, Standing, Standings
from retold.records.documents import Capture, Metadata, Wanted
from retold.records.spans import Span
from retold.records.visits import Visit
from retold.store.contract import Store
from retold.store.database import open_store

PAGE = "https://orm-post.example/ferry"


@pytest.fixture(params=["sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "retold.db", create=True)
    yield opened
    opened.close()


def _development(text: str) -> Development:
    return Development(DevelopmentKind.DISPUTED, "s", "s.1", text, "denial", "2031-05-05T10:00:00Z")


def test_a_visit_comes_back_whole_with_what_its_feed_said_in_its_stead(store: Store) -> None:
    summary = Capture("00", PAGE, PAGE, "text/html", b"Ferry \xff stays", metadata=Metadata(title="Ferry"))
    visit = Visit(PAGE, wanted=Wanted(PAGE, "feed#1", Metadata(title="Ferry"), summary), failures=2, reason="robots")
    with store.transaction():
        store.put_visits([visit])
    assert store.visits([PAGE, "https://else.example/"]) == {PAGE: visit}
    assert store.waiting() == (visit,)


def test_the_last_of_several_visits_holds_and_one_that_was_had_waits_no_more(store: Store) -> None:
    with store.transaction():
        store.put_visits([Visit(PAGE, wanted=Wanted(PAGE)), Visit(PAGE, at="2031-05-05T10:00:00Z", etag='"1"')])
    assert store.waiting() == ()
    assert store.visits([PAGE])[PAGE].etag == '"1"'


def test_more_visits_than_one_statement_holds_are_kept_and_found(store: Store) -> None:
    addresses = [f"{PAGE}/{n}" for n in range(1201)]
    with store.transaction():
        store.put_visits(Visit(address, wanted=Wanted(address)) for address in addresses)
    assert len(store.visits(addresses)) == len(store.waiting()) == 1201


def test_standings_replace_those_of_their_story_and_the_gone_are_forgotten(store: Store) -> None:
    claim = Standing("s.1", "The ferry left", (Spot("a", PAGE, Span(0, 14), "the ferry left"),), 1, ("The Orm Post",))
    first = Standings("s", "k1", (claim,), (Contradiction("s.1", "s.1", "denial", ""),))
    other = Standings("t", "k2", (), ())
    with store.transaction():
        store.put_standings([first, other], [])
    assert store.standings(["s", "t", "u"]) == (first, other)
    later = Standings("s", "k3", (), ())
    with store.transaction():
        store.put_standings([later], ["t"])
    assert store.standing_keys() == {"s": "k3"}
    assert store.standings(["s", "t"]) == (later,)


def test_what_happened_is_told_in_order_until_it_is_marked(store: Store) -> None:
    with store.transaction():
        store.add_developments([_development("one"), _development("two")])
    first, second = store.untold()
    assert (first[1], second[1]) == (_development("one"), _development("two"))
    with store.transaction():
        store.mark_told([first[0]])
    assert store.untold() == (second,)
    with store.transaction():
        store.add_developments([_development("three")])
    assert [number for number, _ in store.untold()] == [second[0], second[0] + 1]
