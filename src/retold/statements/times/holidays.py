"""Holidays, fixed and moving, with their dates.

In: a match and the scene. Out: the day; without a year the one that the verbs point to. Easter by the
anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from retold.language.english_times import EASTER_HOLIDAYS, HOLIDAYS, WEEKDAY_HOLIDAYS
from retold.statements.times.absolute import YEARS, cost, read_year, span_of, unresolved, whole, with_likely_year
from retold.statements.times.calendar import Grain, period, safe_date
from retold.statements.times.patterns import rule
from retold.statements.times.scenes import Reading, Scene


def moving_day(name: str, year: int) -> date | None:
    """The date of a moving holiday in a year."""
    folded = name.casefold()
    for key, after in EASTER_HOLIDAYS.items():
        if key.casefold() == folded and 1583 <= year < 9999:
            return easter(year) + timedelta(days=after)
    for key, (month, weekday, place) in WEEKDAY_HOLIDAYS.items():
        if key.casefold() == folded:
            return _weekday_of(year, month, weekday, place)
    return None


def _weekday_of(year: int, month: int, weekday: int, place: int) -> date | None:
    first = safe_date(year, month)
    if first is None or year == 9999:
        return None
    days = [first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * week) for week in range(5)]
    inside = [day for day in days if day.month == month]
    return inside[place - 1 if place > 0 else place]


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def read_moving_holiday(match: re.Match[str], scene: Scene) -> Reading | None:
    """A holiday whose date changes from year to year."""
    name = re.sub(r"\s+", " ", match["name"])
    year, which = read_year(match["year"]), (match["which"] or "").casefold()
    if year is not None:
        found = moving_day(name, year)
        return whole(period(Grain.DAY, found)) if found else None
    if scene.published is None:
        return unresolved("XXXX", "its date depends on the year, which is not known")
    here = scene.published.first
    days = [day for y in (-1, 0, 1) if (day := moving_day(name, here.year + y))]
    if which == "last":
        days = [day for day in days if day < here][-1:]
    elif which == "next":
        days = [day for day in days if day > here][:1]
    elif which == "this":
        days = [day for day in days if day.year == here.year]
    if not days:
        return None
    direction = scene.direction(span_of(match))
    best = min(days, key=lambda day: (cost((day - here).days, direction, Grain.DAY), day))
    return whole(period(Grain.DAY, best), "the nearest by tense", "publication")


def read_holiday(match: re.Match[str], scene: Scene) -> Reading | None:
    """A holiday with a fixed date."""
    name = re.sub(r"\s+", " ", match["name"])
    month, day = next(value for key, value in HOLIDAYS.items() if key.casefold() == name.casefold())
    year = read_year(match["year"])
    if year is None:
        return with_likely_year(scene, span_of(match), Grain.DAY, month, day)
    found = safe_date(year, month, day)
    return whole(period(Grain.DAY, found)) if found else None


RULES = (
    rule(
        "holiday",
        "moving holiday",
        rf"(?:(?P<which>last|next|this)~)?(?P<name>%MOVING%)(?:,?~(?P<year>{YEARS}))?",
        read_moving_holiday,
    ),
    rule("holiday", "holiday", rf"(?P<name>%HOLIDAY%)(?:,?~(?P<year>{YEARS}))?", read_holiday),
)
