"""Addresses on the command line: pages, feeds and lists of them, from a site on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.ingest.site import Answer, Site, item, standing
from typer.testing import CliRunner, Result

from retold.interfaces.cli.app import app
from retold.records.custody import Custody
from retold.store.database import open_store

FERRY = "The ferry to Skerry stayed in port on Monday, harbour master Ann Dow said.\nNobody was hurt in the storm."
QUAY = "The new quay at Skerry will open in May, mayor Tom Brack told reporters.\nIt has cost 3 million crowns."


@pytest.fixture
def site() -> Iterator[Site]:
    with standing() as site:
        yield site


def _run(*arguments: str, local: bool = True) -> Result:
    own = ("--rate", "50", *(("--allow-private", "127.0.0.0/8") if local else ()))
    return CliRunner().invoke(app, [*arguments, *own])


def _add(db: Path, *arguments: str) -> Any:
    result = _run("add", *arguments, "--db", str(db), "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def _custody(db: Path) -> list[Custody]:
    store = open_store(db)
    try:
        return [known for _, known in store.log() if known is not None]
    finally:
        store.close()


def test_a_page_is_kept_with_all_that_is_known_of_how_it_came(site: Site, tmp_path: Path) -> None:
    end = site.page("/ferry", "Ferry stays in port", FERRY)
    site.answers["/f"] = Answer(b"", 301, (("Location", "/ferry"),))
    assert _add(tmp_path / "r.db", f"{site.base}/f", "--contact", "desk@example.org")["added"] == 1
    (known,) = _custody(tmp_path / "r.db")
    receipt = known.receipt
    assert (known.address, receipt.answered, receipt.status) == (f"{site.base}/f", end, 200)
    assert [(hop.address, hop.status) for hop in receipt.hops] == [(f"{site.base}/f", 301)]
    assert receipt.header("content-type") == "text/html; charset=utf-8"
    assert receipt.began
    assert receipt.began <= (receipt.captured or "")
    assert site.agents == {receipt.agent}
    assert (receipt.agent or "").startswith("retold/")
    assert "+desk@example.org" in (receipt.agent or "")
    assert known.tool.startswith("retold ")


def test_a_page_asked_for_again_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    address = site.page("/ferry", "Ferry stays in port", FERRY)
    _add(tmp_path / "r.db", address)
    again = _add(tmp_path / "r.db", address)
    assert (again["added"], again["unchanged"], site.statuses("/ferry")) == (0, 1, [200, 304])
    site.page("/ferry", "Ferry stays in port", FERRY.replace("Monday", "Tuesday"))
    assert _add(tmp_path / "r.db", address)["changed"] == 1
    assert len(_custody(tmp_path / "r.db")) == 2


def test_feeds_lists_of_feeds_and_lists_of_addresses_are_followed(site: Site, tmp_path: Path) -> None:
    ferry, quay = site.page("/ferry", "Ferry stays in port", FERRY), site.page("/quay", "Quay to open", QUAY)
    feed = site.feed("/feed", [item(ferry, "Ferry stays in port", source="Skerry News Agency")])
    (tmp_path / "feeds.opml").write_text(f'<opml><body><outline xmlUrl="{feed}"/></body></opml>')
    (tmp_path / "list.txt").write_text(f"{quay}\n")
    told = _add(tmp_path / "r.db", str(tmp_path / "feeds.opml"), str(tmp_path / "list.txt"))
    assert told["added"] == 2
    by_address = {known.address: known for known in _custody(tmp_path / "r.db")}
    assert set(by_address) == {feed, ferry, quay}
    assert by_address[ferry].metadata.source == "Skerry News Agency"


def test_one_article_under_two_addresses_is_held_once(site: Site, tmp_path: Path) -> None:
    head = f'<link rel="canonical" href="{site.base}/ferry">'
    first = site.page("/ferry?from=feed", "Ferry stays in port", FERRY, head)
    site.page("/ferry", "Ferry stays in port", FERRY, head)
    assert _add(tmp_path / "r.db", first)["added"] == 1
    told = _add(tmp_path / "r.db", f"{site.base}/ferry")
    assert (told["added"], told["unchanged"]) == (0, 1)


def test_one_article_twice_in_one_batch_is_held_once(site: Site, tmp_path: Path) -> None:
    head = f'<link rel="canonical" href="{site.base}/ferry">'
    pages = [site.page(f"/ferry{mark}", "Ferry stays in port", FERRY, head) for mark in ("?from=feed", "", "?m=1")]
    told = _add(tmp_path / "r.db", *pages)
    assert (told["added"], told["unchanged"]) == (1, 2)


def test_pages_that_all_call_themselves_by_one_address_stay_apart(site: Site, tmp_path: Path) -> None:
    head = f'<link rel="canonical" href="{site.base}/news">'
    pages = [site.page("/ferry", "Ferry stays in port", FERRY, head), site.page("/quay", "Quay to open", QUAY, head)]
    assert _add(tmp_path / "r.db", *pages)["added"] == 2


def test_private_addresses_and_what_robots_txt_forbids_are_refused_in_a_line(site: Site, tmp_path: Path) -> None:
    address = site.page("/ferry", "Ferry stays in port", FERRY)
    refused = _run("add", address, "--db", str(tmp_path / "r.db"), local=False)
    assert refused.exit_code == 1
    assert "(private-address)" in refused.stderr
    site.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /", 200, (("Content-Type", "text/plain"),))
    refused = _run("add", address, "--db", str(tmp_path / "r.db"))
    assert (refused.exit_code, site.asked) == (1, [])
    assert "(robots)" in refused.stderr
    told = _run("add", address, "--no-robots", "--db", str(tmp_path / "r.db"))
    assert told.exit_code == 0
    assert "warning" in told.stderr


def test_offline_asks_nobody(site: Site, tmp_path: Path) -> None:
    refused = _run("add", site.page("/ferry", "Ferry", FERRY), "--offline", "--db", str(tmp_path / "r.db"))
    assert (refused.exit_code, site.asked) == (1, [])
    assert "(not-fetched)" in refused.stderr


@pytest.mark.parametrize("network", ["127.0.0.1.5", "here"])
def test_a_network_that_is_none_is_a_mistake_in_the_call(network: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["add", "x.txt", "--allow-private", network, "--db", str(tmp_path / "r.db")])
    assert result.exit_code == 2
    assert "10.1.0.0/16" in result.stderr


def test_a_feed_is_read_whole_again_so_that_a_run_that_was_cut_off_loses_none_of_its_items(
    site: Site, tmp_path: Path
) -> None:
    ferry = site.page("/ferry", "Ferry stays in port", FERRY)
    feed = site.feed("/feed", [item(ferry, "Ferry"), item(f"{site.base}/quay", "Quay to open")])
    result = _run("add", feed, "--db", str(tmp_path / "r.db"))
    assert result.exit_code == 1
    assert "(status-404)" in result.stderr
    site.page("/quay", "Quay to open", QUAY)
    assert _add(tmp_path / "r.db", feed)["added"] == 1
    assert site.statuses("/feed") == [200, 200]


def test_a_feed_that_is_watched_is_still_read_whole_by_who_adds_it(site: Site, tmp_path: Path) -> None:
    feed = site.feed("/feed", [item(f"{site.base}/quay", "Quay to open")])
    assert _run("watch", feed, "--once", "--db", str(tmp_path / "r.db")).exit_code == 1
    site.page("/quay", "Quay to open", QUAY)
    assert _add(tmp_path / "r.db", feed)["added"] == 1


def test_an_address_that_steers_a_terminal_is_told_without_its_signs(site: Site, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"{site.base}/\x1b[2Jnone\n")
    told = _run("add", str(tmp_path / "list.txt"), "--db", str(tmp_path / "r.db"))
    assert told.exit_code == 1
    assert "\x1b" not in told.stderr
