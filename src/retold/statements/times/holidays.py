"""Dates of holidays that move.

In: a holiday's name and a year. Out: its date, or None for another name. Easter by the anonymous Gregorian algorithm
(Meeus, Astronomical Algorithms, chapter 8).
"""

from __future__ import annotations

from datetime import date, timedelta

from retold.language.english_times import EASTER_HOLIDAYS, WEEKDAY_HOLIDAYS
from retold.statements.times.calendar import safe_date


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
