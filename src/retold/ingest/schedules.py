"""When a feed wants to be asked again: its own `ttl`, `skipHours`, `skipDays` and update period, within bounds.

https://www.rssboard.org/rss-specification; https://web.resource.org/rss/1.0/modules/syndication/
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from retold.ingest.markup import elements, local, words
from retold.records.documents import Capture, Refusal

DAY = 86_400
# A feed holds some ten to fifty items: one that is asked less often than this loses those that passed through it.
LONGEST_PAUSE = 6 * 3600
PERIODS = {"hourly": 3600, "daily": DAY, "weekly": 7 * DAY, "monthly": 30 * DAY, "yearly": 365 * DAY}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a feed asks for: seconds between two requests, hours (UTC) and weekdays (0 is Monday) to leave it alone."""

    pause: int = 0
    hours: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()


def schedule_of(feed: Capture) -> Schedule:
    """What the feed says of itself; what cannot be read asks for nothing."""
    said: dict[str, str] = {}
    hours: set[int] = set()
    days: set[int] = set()
    for element in elements(feed, "ttl", "updateperiod", "updatefrequency", "skiphours", "skipdays", "item", "entry"):
        if isinstance(element, Refusal):
            break
        name = local(element)
        listed = [" ".join((child.text or "").split()).lower() for child in element][:200]
        if name == "skiphours":
            hours.update(int(hour) % 24 for hour in listed if hour.isascii() and hour.isdigit() and len(hour) < 3)
        elif name == "skipdays":
            days.update(WEEKDAYS.index(day) for day in listed if day in WEEKDAYS)
        elif name not in ("item", "entry"):
            said.setdefault(name, words(element) or "")
    return Schedule(_pause(said), frozenset(hours), frozenset(days))


def _pause(said: dict[str, str]) -> int:
    minutes = _number(said.get("ttl", ""))
    if minutes:
        return minutes * 60
    period = PERIODS.get(said.get("updateperiod", "").lower(), 0)
    return period // max(1, _number(said.get("updatefrequency", "")))


def _number(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0


def next_time(now: datetime, every: float, schedule: Schedule) -> datetime:
    """When to ask again: after `every` seconds, or the feed's own pause where that is longer, past what it skips.

    Whatever the feed says, not later than `LONGEST_PAUSE` or `every`; where that falls among hours or days that it
    skips, within a day after them.
    """
    at = now + timedelta(seconds=max(every, min(schedule.pause, LONGEST_PAUSE)))
    for _ in range(8 * 24):
        if at.hour not in schedule.hours and at.weekday() not in schedule.days:
            break
        if at - now > timedelta(seconds=max(every, DAY)):
            break
        at = at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return at
