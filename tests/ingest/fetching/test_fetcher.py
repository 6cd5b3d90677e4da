"""The fetcher against a server that makes trouble: nothing hangs, nothing is lost, each refusal has its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Network, ip_address, ip_network

import pytest
from tests.ingest.trouble import PAGE, Trouble, serving

from retold.ingest.fetching import Conditions, Fetched, Fetcher, FetchOptions, Outcome, Unchanged
from retold.ingest.fetching.addresses import is_public
from retold.records.documents import Refusal

HERE = IPv4Network("127.0.0.1/32")
QUICK = FetchOptions(interval=0, seconds=0.8, quiet_seconds=0.5, largest=1_000_000, private=(HERE,), robots=False)


PRIVATE = (
    *("127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.0", "224.0.0.1", "100.64.0.1"),
    *("255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"),
)


@dataclass
class StillClock:
    """A clock that moves only when somebody waits; `waits` tells for how long."""

    waits: list[float] = field(default_factory=list)
    at: datetime = datetime(2026, 3, 4, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def elapsed(self) -> float:
        return sum(self.waits)

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def server() -> Iterator[Trouble]:
    with serving() as trouble:
        yield trouble


def fetch(
    address: str, options: FetchOptions = QUICK, clock: StillClock | None = None, known: Conditions | None = None
) -> Outcome:
    with Fetcher(options, clock or StillClock()) as fetcher:
        return fetcher.fetch(address, known)


def test_a_page_comes_with_its_bytes_headers_and_times(server: Trouble) -> None:
    found = fetch(f"{server.base}/page")
    assert isinstance(found, Fetched)
    assert (found.content, found.status, found.hops) == (PAGE, 200, ())
    assert found.header("content-type") == "text/html; charset=utf-8"
    assert found.began == found.ended == datetime(2026, 3, 4, 12, tzinfo=UTC)


def test_a_server_is_told_who_asks_and_for_which_host(server: Trouble) -> None:
    fetch(f"{server.base}/page")
    host, _, headers = server.asked[0]
    assert headers["User-Agent"].startswith("retold/")
    assert host == server.base.removeprefix("http://")


def test_redirects_are_followed_and_recorded(server: Trouble) -> None:
    found = fetch(f"{server.base}/moved")
    assert isinstance(found, Fetched)
    assert (found.asked, found.answered) == (f"{server.base}/moved", f"{server.base}/page")
    assert [(hop.address.removeprefix(server.base), hop.status) for hop in found.hops] == [
        ("/moved", 301),
        ("/moved-again", 302),
    ]


def test_an_unchanged_page_is_not_sent_again(server: Trouble) -> None:
    first = fetch(f"{server.base}/unchanged")
    assert isinstance(first, Fetched)
    assert isinstance(fetch(f"{server.base}/unchanged", known=first.conditions), Unchanged)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("loop", "redirect-loop"),
        ("endless", "too-many-redirects"),
        ("nowhere", "broken-redirect"),
        ("astray", "no-address"),
        ("to-file", "not-web"),
        ("missing", "status-404"),
        ("gone", "status-410"),
        ("forbidden", "status-403"),
        ("down", "status-503"),
        ("busy-for-long", "asked-to-wait"),
        ("drip", "too-slow"),
        ("head-drip", "too-slow"),
        ("silent", "too-slow"),
        ("huge", "too-large"),
        ("bomb", "too-large"),
        ("torn-zip", "broken-answer"),
        ("no-zip", "broken-answer"),
        ("brotli", "content-coding"),
        ("short", "broken-answer"),
        ("garbage", "broken-answer"),
    ],
)
def test_each_trouble_is_refused_with_its_reason(server: Trouble, path: str, code: str) -> None:
    found = fetch(f"{server.base}/{path}")
    assert isinstance(found, Refusal), found
    assert (found.code, found.subject) == (code, f"{server.base}/{path}")
    assert found.reason.endswith(".")
    assert "\n" not in found.reason


@pytest.mark.parametrize("path", ["hiccup", "hangs-up"])
def test_what_fails_for_a_moment_is_tried_again(server: Trouble, path: str) -> None:
    clock = StillClock()
    assert isinstance(fetch(f"{server.base}/{path}", clock=clock), Fetched)
    assert clock.waits == [1.0]


def test_a_busy_server_is_given_the_time_that_it_asks_for(server: Trouble) -> None:
    clock = StillClock()
    assert isinstance(fetch(f"{server.base}/busy", clock=clock), Fetched)
    assert clock.waits == [7.0]


def test_what_is_gone_is_asked_for_once(server: Trouble) -> None:
    fetch(f"{server.base}/missing")
    assert server.paths() == ["/missing"]


def test_a_packed_page_is_unpacked(server: Trouble) -> None:
    found = fetch(f"{server.base}/zip")
    assert isinstance(found, Fetched)
    assert found.content == PAGE


def test_a_wrong_charset_leaves_the_bytes_as_they_came(server: Trouble) -> None:
    found = fetch(f"{server.base}/charset")
    assert isinstance(found, Fetched)
    assert found.content == "Gr\u00fc\u00dfe aus Kaltenb\u00e4ch".encode("latin-1")


def test_nobody_is_led_to_a_private_address(server: Trouble) -> None:
    with serving("127.0.0.2") as inner:
        server.elsewhere = f"{inner.base}/page"
        found = fetch(f"{server.base}/elsewhere")
        assert isinstance(found, Refusal)
        assert found.code == "private-address"
        assert inner.asked == []


def test_a_name_that_stands_for_a_private_number_is_not_asked(server: Trouble) -> None:
    async def resolver(host: str, port: int) -> Sequence[str]:
        return ("203.0.114.9", "127.0.0.1")

    with Fetcher(replace(QUICK, private=()), StillClock(), resolver) as fetcher:
        found = fetcher.fetch(f"http://news.example:{server.base.rsplit(':', 1)[1]}/page")
    assert isinstance(found, Refusal)
    assert found.code == "private-address"
    assert server.asked == []


def test_a_name_is_looked_up_once_and_the_number_looked_at_is_the_one_asked(server: Trouble) -> None:
    answers = iter([("127.0.0.1",), ("127.0.0.9",)])

    async def resolver(host: str, port: int) -> Sequence[str]:
        return next(answers)

    port = server.base.rsplit(":", 1)[1]
    with Fetcher(QUICK, StillClock(), resolver) as fetcher:
        assert isinstance(fetcher.fetch(f"http://news.example:{port}/page"), Fetched)
    assert server.asked[0][0] == f"news.example:{port}"


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "224.0.0.1",
        "100.64.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_private_numbers_in_every_dress_are_told(number: str) -> None:
    assert not is_public(ip_address(number))


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_public_numbers_are_let_through(number: str) -> None:
    assert is_public(ip_address(number))


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("ftp://news.example/a", "not-web"),
        ("javascript:alert(1)", "not-web"),
        ("https://", "no-address"),
        ("https://user:secret@news.example/", "credentials"),
        ("http://news.example/\nX: y", "no-address"),
        ("http://news.example/" + "a" * 5000, "no-address"),
        ("http://nobody.invalid/", "unknown-host"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(address: str, code: str) -> None:
    async def resolver(host: str, port: int) -> Sequence[str]:
        raise OSError("no such name")

    with Fetcher(replace(QUICK, tries=1), StillClock(), resolver) as fetcher:
        found = fetcher.fetch(address)
    assert isinstance(found, Refusal)
    assert found.code == code


def test_robots_txt_is_asked_once_and_obeyed(server: Trouble) -> None:
    server.robots = (200, b"User-agent: *\nDisallow: /private\nCrawl-delay: 3\n")
    clock = StillClock()
    with Fetcher(replace(QUICK, robots=True), clock) as fetcher:
        found = list(fetcher.fetch_all([f"{server.base}/private/a", f"{server.base}/page", f"{server.base}/page?2"]))
    assert [one.code if isinstance(one, Refusal) else type(one).__name__ for one in found] == [
        "robots",
        "Fetched",
        "Fetched",
    ]
    assert [path for _, path, _ in server.asked] == ["/robots.txt", "/page", "/page?2"]
    assert clock.waits == [3.0, 3.0]


def test_a_redirect_does_not_lead_past_robots_txt(server: Trouble) -> None:
    server.robots = (200, b"User-agent: retold\nDisallow: /page\n")
    found = fetch(f"{server.base}/moved", replace(QUICK, robots=True))
    assert isinstance(found, Refusal)
    assert found.code == "robots"
    assert "/page" not in server.paths()


def test_a_site_whose_robots_txt_fails_is_left_alone(server: Trouble) -> None:
    server.robots = (500, b"")
    found = fetch(f"{server.base}/page", replace(QUICK, robots=True))
    assert isinstance(found, Refusal)
    assert found.code == "robots-unreadable"
    assert server.paths() == []


def test_one_host_is_asked_one_at_a_time_with_a_pause(server: Trouble) -> None:
    clock = StillClock()
    with Fetcher(replace(QUICK, interval=2.0), clock) as fetcher:
        list(fetcher.fetch_all([f"{server.base}/page?{n}" for n in range(4)]))
    assert clock.waits == [2.0, 2.0, 2.0]


def test_outcomes_come_in_the_order_asked_whatever_is_slow(server: Trouble) -> None:
    with serving("127.0.0.2") as other:
        asked = [f"{server.base}/drip", *(f"{other.base}/page?{n}" for n in range(20)), f"{server.base}/page"]
        options = replace(QUICK, private=(IPv4Network("127.0.0.0/8"),))
        with Fetcher(options, StillClock()) as fetcher:
            found = list(fetcher.fetch_all(asked))
    assert [one.subject if isinstance(one, Refusal) else one.asked for one in found] == asked
    assert [isinstance(one, Fetched) for one in found] == [False] + [True] * 21


def test_closing_gives_up_what_is_under_way(server: Trouble) -> None:
    fetcher = Fetcher(replace(QUICK, seconds=60, quiet_seconds=60), StillClock())
    outcomes = fetcher.fetch_all([f"{server.base}/drip", f"{server.base}/page"])
    fetcher.close()
    fetcher.close()
    outcomes.close()  # type: ignore[attr-defined]


def test_networks_of_version_6_can_be_allowed() -> None:
    assert ip_address("fd00::7") in ip_network("fd00::/8")
