"""What intake is given of the web: each address once, with its receipt."""

from __future__ import annotations

from datetime import UTC, datetime

from retold.ingest.fetching import Conditions, Fetched, Outcome, Unchanged
from retold.ingest.fetching.captures import LONGEST_HEADER, MOST_HEADERS, WebFetcher, capture_of
from retold.records.documents import Capture, Hop, Metadata, Refusal, Seen, Wanted

AT = datetime(2031, 3, 4, 12, tzinfo=UTC)
PAGE = "https://orm-post.example/ferry"


def _fetched(*headers: tuple[str, str], answered: str = PAGE) -> Fetched:
    hops = (Hop(PAGE, 301),) if answered != PAGE else ()
    return Fetched(PAGE, answered, hops, 200, headers, b"<html></html>", AT, AT)


class _Fetcher:
    """Answers by address."""

    def __init__(self, outcomes: dict[str, Outcome]) -> None:
        self.outcomes, self.asked, self.closed = outcomes, list[str](), 0

    def fetch_all(self, addresses: list[str], known: dict[str, Conditions]) -> list[Outcome]:
        self.asked += addresses
        return [self.outcomes[address] for address in addresses]

    def close(self) -> None:
        self.closed += 1


def test_hosts_are_asked_by_turns_and_each_address_once() -> None:
    addresses = [f"https://{host}.example/{n}" for host, most in (("a", 3), ("b", 1), ("c", 2)) for n in range(most)]
    fetcher = _Fetcher({address: Refusal(address, "gone", "It is gone.") for address in addresses})
    with WebFetcher(lambda: fetcher, "test", lambda asked: {}) as web:  # type: ignore[arg-type, return-value]
        answered = [one.url for one, _ in web(Wanted(address) for address in addresses)]
    assert [address[8:11] + address[-1] for address in answered] == ["a.e0", "b.e0", "c.e0", "a.e1", "c.e1", "a.e2"]
    assert fetcher.asked == answered
    assert fetcher.closed == 1


def test_nothing_is_started_where_nothing_is_asked() -> None:
    def never() -> _Fetcher:
        raise AssertionError

    with WebFetcher(never, "test", lambda asked: {}) as web:  # type: ignore[arg-type]
        assert list(web([])) == []


def test_an_answer_of_each_kind_is_told_as_what_it_is() -> None:
    other, third = f"{PAGE}/2", f"{PAGE}/3"
    refusal = Refusal(third, "gone", "It is gone.")
    fetcher = _Fetcher({PAGE: _fetched(), other: Unchanged(other, other, AT), third: refusal})
    with WebFetcher(lambda: fetcher, "test", lambda asked: {}) as web:  # type: ignore[arg-type, return-value]
        found = {one.url: answer for one, answer in web([Wanted(PAGE), Wanted(other), Wanted(third)])}
    assert isinstance(found[PAGE], Capture)
    assert found[other] == Seen(other, "2031-03-04T12:00:00Z")
    assert found[third] == refusal


def test_a_receipt_keeps_what_was_asked_what_answered_and_what_the_feed_said() -> None:
    end = "https://orm-post.example/news/ferry"
    said = Metadata(source="Orm News Agency")
    answer = _fetched(("Content-Type", "Text/HTML; Charset='latin-1'"), answered=end)
    made = capture_of(answer, Wanted(PAGE, "f#1", said), "me")
    assert (made.address, made.media_type, made.encoding, made.metadata) == (PAGE, "text/html", "latin-1", said)
    receipt = made.receipt
    assert (receipt.answered, receipt.hops, receipt.within, receipt.agent) == (end, (Hop(PAGE, 301),), "f#1", "me")
    assert (receipt.began, receipt.captured, receipt.dated) == ("2031-03-04T12:00:00Z", "2031-03-04T12:00:00Z", False)


def test_headers_without_end_are_cut() -> None:
    made = capture_of(_fetched(*[("X", "y" * 10_000)] * 500), Wanted(PAGE), "me")
    assert len(made.receipt.headers) == MOST_HEADERS
    assert {len(value) for _, value in made.receipt.headers} == {LONGEST_HEADER}
