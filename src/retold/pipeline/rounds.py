"""Round after round: feeds are asked, stories that what came touches are read anew, what happened to claims is noted.

Clock and waiting are an argument; a generator that is closed, or an exception, leaves the store as after the last
transaction, from which the next run goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Protocol

from retold.ingest.fetching.captures import iso
from retold.pipeline.progress import Progress
from retold.pipeline.reading import ReadOptions, bring_up_to_date
from retold.pipeline.telling import note_developments
from retold.pipeline.watching import Round, Watcher
from retold.store.contract import Store

# However soon something is due, so long is nothing asked: feeds come due one by one.
SHORTEST_WAIT = 5.0


class Pace(Protocol):
    """Tells the time and waits; whoever wants the watch to end lets the waiting raise."""

    def now(self) -> datetime:
        """The time, in UTC."""
        ...

    def wait(self, seconds: float) -> None:
        """Wait."""
        ...


def rounds(watcher: Watcher, store: Store, options: ReadOptions, pace: Pace, progress: Progress) -> Iterator[Round]:
    """Each round when it is done, with what happened noted as still to be told; goes on for ever.

    What other commands changed since the last watch is noted first.
    """
    note_developments(store, iso(pace.now()))
    is_first = True
    while True:
        done = Round()
        for done in watcher.round():
            progress("asking feeds", done.asked, None)
            taken = len(done.intake.added) + len(done.intake.changed) + len(done.intake.unchanged)
            progress("fetching pages", taken, None)
        at = iso(pace.now())
        if is_first or done.intake.added or done.intake.changed:
            # The first round also reads what a run that was stopped had taken in.
            bring_up_to_date(store, options, progress, at)
            note_developments(store, at)
        is_first = False
        yield done
        due = done.due or pace.now() + timedelta(seconds=watcher.every)
        pace.wait(max(SHORTEST_WAIT, (due - pace.now()).total_seconds()))
