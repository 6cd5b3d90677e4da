"""`retold watch` as a person or a service manager runs it, against a site on this machine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from tests.ingest.site import Site, item, standing
from typer.testing import CliRunner, Result

from retold.ingest.fetching import Fetcher, FetchOptions
from retold.ingest.fetching.captures import WebFetcher, iso
from retold.ingest.outside import Outside
from retold.interfaces.cli.app import app
from retold.pipeline.progress import silent
from retold.pipeline.reading import ReadOptions
from retold.pipeline.rounds import rounds
from retold.pipeline.telling import tell
from retold.pipeline.watching import Watcher, WatchOptions
from retold.store.database import open_store

LOCAL = ("--allow-private", "127.0.0.0/8", "--rate", "50")
LEAK = (
    "Varn dam leaked for months, engineer says\n"
    "The dam at Varn had been leaking since March, engineer Mara Quill told the Varn Herald on Tuesday.\n"
    "Three villages lie below the dam at Varn."
)
DENIAL = (
    "Minister denies that Varn dam leaked\n"
    "Water minister Tom Brack denied on Wednesday that the dam at Varn had been leaking since March.\n"
    "Three villages lie below the dam at Varn."
)
SECOND = (
    "Mayor confirms leak at Varn dam\n"
    "The dam at Varn had been leaking since March, mayor Ilse Brandvold told the Norvian Post on Thursday.\n"
    "Three villages lie below the dam at Varn."
)


@pytest.fixture
def site() -> Iterator[Site]:
    with standing() as site:
        yield site


def _publish(site: Site, *articles: str) -> str:
    links = []
    for number, article in enumerate(articles):
        title, _, text = article.partition("\n")
        links.append(item(site.page(f"/{number}", title, text), title, source=f"Paper {number}"))
    return site.feed("/feed", links)


def _watch(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["watch", *arguments, "--once", "--db", str(db), *LOCAL])


def _events(db: Path, feed: str) -> list[Any]:
    result = _watch(db, feed, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def _told(events: list[Any]) -> list[tuple[str, str]]:
    return [(event["event"], event["text"]) for event in events if event["event"] not in ("round", "note")]


def test_a_dispute_that_comes_with_the_second_round_is_told_once(site: Site, tmp_path: Path) -> None:
    db = tmp_path / "r.db"
    feed = _publish(site, LEAK)
    assert _told(_events(db, feed)) == []
    _publish(site, LEAK, DENIAL)
    result = _watch(db, feed)
    assert result.exit_code == 0
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("disputed")]
    assert "leaking since March" in line
    claim = line.split()[1]
    shown = CliRunner().invoke(app, ["claim", claim, "--db", str(db)])
    assert shown.exit_code == 0, shown.output
    assert "Brack" in shown.stdout
    assert _told(_events(db, feed)) == []


def test_a_second_origin_is_told_as_json(site: Site, tmp_path: Path) -> None:
    db = tmp_path / "r.db"
    feed = _publish(site, LEAK)
    _events(db, feed)
    _publish(site, LEAK, SECOND)
    events = _events(db, feed)
    corroborated = [event for event in events if event["event"] == "corroborated"]
    assert any("leaking since March" in event["text"] for event in corroborated)
    assert {"number", "at", "claim", "id", "story", "text", "detail"} <= set(corroborated[0])
    (last,) = [event for event in events if event["event"] == "round"]
    assert (last["feeds"], last["asked"], last["added"], last["waiting"]) == (1, 1, 1, 0)


@dataclass
class _Pace:
    """Time that passes as soon as somebody waits for it."""

    at: datetime = datetime(2031, 3, 4, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def elapsed(self) -> float:
        return self.at.timestamp()

    async def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)

    def wait(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


def test_a_claim_that_its_page_drops_in_silence_is_told_within_hours(site: Site, tmp_path: Path) -> None:
    feed, pace = _publish(site, LEAK), _Pace()
    private = (ip_network("127.0.0.0/8"),)
    store = open_store(tmp_path / "r.db", create=True)
    web = WebFetcher(lambda: Fetcher(FetchOptions(interval=0, private=private), pace), "test", lambda asked: {})
    with web as fetch:
        watcher = Watcher([feed], store, WatchOptions(), Outside(lambda: iso(pace.now()), fetch), pace.now)
        going = rounds(watcher, store, ReadOptions(), pace, silent)
        next(going)
        told = LEAK.partition("\n")[2].partition("\n")[0]
        _publish(
            site, LEAK.replace(told, "Engineers will look at the dam at Varn on Friday, the Varn Herald has learnt.")
        )
        while not (found := [one for _, one in tell(store)]) and pace.now() < datetime(2031, 3, 5, tzinfo=UTC):
            next(going)
    store.close()
    assert [(one.kind.value, one.at) for one in found] == [("withdrawn", "2031-03-04T13:00:00Z")]
    assert "leaking since March" in found[0].text
    assert f"{site.base}/0" in found[0].detail


def test_what_was_found_before_a_kill_is_told_by_the_next_run(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "r.db"
    feed = _publish(site, LEAK)
    _events(db, feed)
    _publish(site, LEAK, DENIAL)

    def killed(*arguments: object, **named: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("retold.interfaces.cli.watching._show", killed)
    assert _watch(db, feed).exit_code == 130
    monkeypatch.undo()
    assert [kind for kind, _ in _told(_events(db, feed))] == ["disputed"]


def test_a_feed_that_cannot_be_had_is_one_line_and_a_failed_status(site: Site, tmp_path: Path) -> None:
    result = _watch(tmp_path / "r.db", f"{site.base}/none")
    assert result.exit_code == 1
    assert "(status-404)" in result.stderr


@pytest.mark.parametrize(("wrong", "hint"), [(("--every", "soon"), "90s"), (("--offline",), "--offline")])
def test_a_mistake_in_the_call_is_told(site: Site, tmp_path: Path, wrong: tuple[str, ...], hint: str) -> None:
    result = _watch(tmp_path / "r.db", f"{site.base}/feed", *wrong)
    assert result.exit_code == 2
    assert hint in result.stderr


def test_a_watch_that_is_killed_again_and_again_loses_and_doubles_nothing(site: Site, tmp_path: Path) -> None:
    db, texts = tmp_path / "r.db", [f"The quay at Varn {n} will open in May, mayor Tom Brack said." for n in range(24)]
    pages = [site.page(f"/{n}", f"Quay {n} to open", text) for n, text in enumerate(texts)]
    feed = site.feed("/feed", [item(page, f"Quay {n} to open") for n, page in enumerate(pages)])
    command = [sys.executable, "-c", "from retold.interfaces.cli import main; main()"]
    for asked in (9, 31):
        with subprocess.Popen([*command, "watch", feed, "--db", str(db), *LOCAL], stderr=subprocess.DEVNULL) as run:
            while len(site.asked) < asked and run.poll() is None:
                time.sleep(0.01)
            run.kill()
    site.feed("/feed", [])
    subprocess.run([*command, "watch", feed, "--db", str(db), "--once", *LOCAL], check=False, capture_output=True)
    store = open_store(db)
    try:
        assert sorted(article.address for article in store.articles()) == sorted(pages)
        kept = sorted(known.address for _, known in store.log() if known is not None)
        assert kept == sorted([feed, *pages])
        assert store.waiting() == () or all(visit.at for visit in store.waiting())
    finally:
        store.close()
    assert CliRunner().invoke(app, ["verify", "--quick", "--db", str(db)]).exit_code == 0


@pytest.mark.parametrize(("sign", "status"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_a_signal_ends_the_watch_at_once_and_cleanly(
    site: Site, tmp_path: Path, sign: signal.Signals, status: int
) -> None:
    feed = _publish(site, LEAK)
    command = ["-c", "from retold.interfaces.cli import main; main()", "watch", feed, "--db", str(tmp_path / "r.db")]
    run = subprocess.Popen(
        [sys.executable, *command, "--json", *LOCAL], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
    )
    assert run.stdout is not None
    assert json.loads(run.stdout.readline())["event"] == "round"
    began = time.monotonic()
    run.send_signal(sign)
    _, said = run.communicate(timeout=60)
    assert run.returncode == status, said
    assert time.monotonic() - began < 60
    assert b"goes on where it was" in said
    assert b"Traceback" not in said
