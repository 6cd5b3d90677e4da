"""`retold watch`: feeds followed, and what happens to claims told as it happens."""

from __future__ import annotations

import json
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from retold.interfaces.cli.options import (
    DEFAULT_DATABASE,
    REFUSED,
    USAGE,
    DatabaseOption,
    JsonOption,
    WorkersOption,
    chosen,
    err_console,
    fail,
    opened,
    out_console,
    stoppable,
    tally,
    tell_notice,
    tell_refusals,
)
from retold.interfaces.cli.progress import Bars
from retold.interfaces.cli.web import WebChoices, fetches, world
from retold.interfaces.library import Library
from retold.interfaces.terminal.words import line, plain, short
from retold.records.developments import Development, DevelopmentKind

if TYPE_CHECKING:
    from retold.pipeline.watching import Round
    from retold.store.contract import Store

FeedsArgument = Annotated[
    list[str], typer.Argument(help="Addresses of feeds or news sitemaps, and lists of them: OPML, or one on each line.")
]
EveryOption = Annotated[
    str | None,
    typer.Option(
        metavar="TIME", help="How often each feed is asked: 90s, 10m, 2h. By default 10m; with --once, each time."
    ),
]
OnceOption = Annotated[bool, typer.Option("--once", help="One round, then end: for cron.")]

_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400}
_USUAL = "10m"
_STYLES = {
    DevelopmentKind.CORROBORATED: "green",
    DevelopmentKind.DISPUTED: "yellow",
    DevelopmentKind.WITHDRAWN: "red",
}
_TEXT = 120


class _Terminated(BaseException):
    """Somebody asked the program to end (SIGTERM)."""


class _SystemPace:
    """The machine's own time."""

    def now(self) -> datetime:
        """The time, in UTC."""
        return datetime.now(UTC)

    def wait(self, seconds: float) -> None:
        """Wait; a signal that raises ends it."""
        time.sleep(seconds)


@fetches
def watch(
    feeds: FeedsArgument,
    db: DatabaseOption = DEFAULT_DATABASE,
    every: EveryOption = None,
    once: OnceOption = False,
    json_: JsonOption = False,
    workers: WorkersOption = 1,
    *,
    web: WebChoices,
) -> None:
    """Follow feeds: keep what they bring, read it, tell when a claim is corroborated, disputed or withdrawn.

    Ctrl-C and SIGTERM end it at any time; the same command goes on where it was, and loses and repeats nothing.

    Example: retold watch feeds.opml --every 15m
    """
    from retold.pipeline.reading import ReadOptions
    from retold.pipeline.rounds import rounds
    from retold.pipeline.watching import Watcher, WatchOptions

    seconds = _seconds(every if every is not None else "0" if once else _USUAL)
    if web.offline:
        fail("to watch is to fetch; leave --offline out", USAGE)
    refused = 0
    reading = ReadOptions(workers=workers, outlets=chosen(None, db, None).outlets)
    with opened(db, create=True) as store, stoppable(), _ended(), world(store, web, carriers=True) as outside:
        options = WatchOptions(every=seconds, rate=web.rate)
        pace = _SystemPace()
        watcher = Watcher(feeds, store, options, outside, pace.now)
        _tell(store, as_json=json_)
        with Bars() as bars:
            for done in rounds(watcher, store, reading, pace, bars):
                refused = _show(done, pace.now(), as_json=json_, last=once)
                _tell(store, as_json=json_)
                bars.clear()
                if once:
                    break
    raise typer.Exit(REFUSED if refused else 0)


def _seconds(said: str) -> float:
    match = re.fullmatch(r"(\d{1,6})([smhd]?)", said.strip().lower())
    if match is None:
        fail(f"--every takes a time such as 90s, 10m or 2h, not {said!r}", USAGE)
    return float(int(match.group(1)) * _UNITS[match.group(2)])


@contextmanager
def _ended() -> Iterator[None]:
    """Let SIGTERM end the block with status 0: whoever runs a service stops it so."""

    def end(number: int, frame: FrameType | None) -> None:
        raise _Terminated

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    except _Terminated:
        err_console().print("[dim]Stopped; the same command, given again, goes on where it was.[/]", soft_wrap=True)
        raise typer.Exit(0) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def _show(done: Round, at: datetime, *, as_json: bool, last: bool) -> int:
    """What a round did, in one line, after what was refused; the number of refusals."""
    intake = done.intake
    counts = {
        "feeds": done.feeds,
        "asked": done.asked,
        "added": len(intake.added),
        "changed": len(intake.changed),
        "waiting": done.waiting,
        "refused": len(intake.refused),
    }
    if as_json:
        for refusal in intake.refused:
            _put({"event": "refused", "subject": refusal.subject, "code": refusal.code, "reason": refusal.reason})
        for notice in intake.notices:
            _put({"event": "note", "subject": notice.subject, "text": notice.text})
        due = done.due.strftime("%Y-%m-%dT%H:%M:%SZ") if done.due else None
        _put({"event": "round", "at": at.strftime("%Y-%m-%dT%H:%M:%SZ"), **counts, "next": due})
        return len(intake.refused)
    tell_refusals(intake.refused)
    for notice in intake.notices:
        tell_notice(notice)
    waiting = f"; {done.waiting:,} pages wait" if done.waiting else ""
    then = f"; next at {done.due:%H:%M} UTC" if done.due and not last else ""
    told = tally(counts["added"], counts["changed"], 0, counts["refused"]).removesuffix(".")
    asked = f"Feeds asked: {done.asked} of {done.feeds}"
    err_console().print(f"[dim]{at:%H:%M} UTC  {asked}. {told}{waiting}{then}.[/]", soft_wrap=True)
    return len(intake.refused)


def _tell(store: Store, *, as_json: bool) -> None:
    """What happened to claims and was not told yet, one line each."""
    from retold.pipeline.telling import tell

    library = Library(store)
    console = out_console()
    for number, development in tell(store):
        claim = library.handle(development.claim) if library.number(development.story) else development.claim
        if as_json:
            _put(_json(number, claim, development))
            continue
        console.print(
            line(
                (f"{development.kind.value:<13}", _STYLES[development.kind]),
                (f"{claim}  ", "cyan"),
                f"“{short(development.text, _TEXT)}” ",
                (plain(development.detail), "dim"),
            ),
            soft_wrap=True,
        )


def _json(number: int, claim: str, development: Development) -> dict[str, Any]:
    return {
        "event": development.kind.value,
        "number": number,
        "at": development.at,
        "claim": claim,
        "id": development.claim,
        "story": development.story,
        "text": development.text,
        "detail": development.detail,
    }


def _put(event: dict[str, Any]) -> None:
    """One line at once, for whoever reads along."""
    typer.echo(json.dumps(event, ensure_ascii=False))
