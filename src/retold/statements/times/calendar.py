"""Periods of the calendar and their notations, TIMEX3 and EDTF.

In: a publication date as text, or a first day with a grain. Out: periods that can be moved, compared and written
down. Holds always: what `Period.value` gives passes `is_timex_value`, what `Period.edtf` gives passes `is_edtf`.

Sources: ISO-TimeML (TIMEX3 `value`), EDTF as in ISO 8601-2:2019 annex A (level 2 for seasons and quarters).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum


class Grain(StrEnum):
    """How long a period is, by the names that the values need."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    MOMENT = "moment"


FROM_FINE_TO_COARSE = (
    Grain.MOMENT, Grain.DAY, Grain.WEEKEND, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.HALF,
    Grain.YEAR, Grain.DECADE, Grain.CENTURY,
)  # fmt: skip
MONTHS_PER = {
    Grain.CENTURY: 1200,
    Grain.DECADE: 120,
    Grain.YEAR: 12,
    Grain.HALF: 6,
    Grain.QUARTER: 3,
    Grain.SEASON: 3,
    Grain.MONTH: 1,
}
DAYS_PER = {Grain.WEEK: 7, Grain.WEEKEND: 7, Grain.DAY: 1, Grain.MOMENT: 1}
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASON_OF_MONTH = {month: code for code, month in SEASON_MONTH.items()}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: its first day, its grain, and `part` after the day ("T22:00", "TMO") for moments."""

    grain: Grain
    first: date
    part: str = ""

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        year, month = self.first.year, self.first.month
        match self.grain:
            case Grain.CENTURY:
                return f"{year // 100:02d}"
            case Grain.DECADE:
                return f"{year // 10:03d}"
            case Grain.YEAR:
                return f"{year:04d}"
            case Grain.HALF:
                return f"{year:04d}-H{(month + 5) // 6}"
            case Grain.QUARTER:
                return f"{year:04d}-Q{(month + 2) // 3}"
            case Grain.SEASON:
                return f"{year:04d}-{SEASON_OF_MONTH[month]}"
            case Grain.MONTH:
                return f"{year:04d}-{month:02d}"
            case Grain.WEEK | Grain.WEEKEND:
                iso = self.first.isocalendar()
                return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.grain is Grain.WEEKEND else "")
        return self.first.isoformat() + self.part

    @property
    def edtf(self) -> str:
        """The same as EDTF; a part of a day is given as its day."""
        year, month = self.first.year, self.first.month
        match self.grain:
            case Grain.CENTURY:
                return f"{year // 100:02d}XX"
            case Grain.DECADE:
                return f"{year // 10:03d}X"
            case Grain.HALF:
                return f"{year:04d}-{39 + (month + 5) // 6}"
            case Grain.QUARTER:
                return f"{year:04d}-{32 + (month + 2) // 3}"
            case Grain.SEASON:
                return f"{year:04d}-{SEASONS[SEASON_OF_MONTH[month]]}"
            case Grain.WEEK | Grain.WEEKEND:
                begin = self.first if self.grain is Grain.WEEK else _moved_days(self.first, 5) or self.first
                end = _moved_days(self.first, 6) or self.first
                return f"{begin.isoformat()}/{end.isoformat()}"
            case Grain.MOMENT if self.part[1:2].isdecimal():
                bare = self.part.removesuffix("Z")
                clock = bare + ":00" if bare.count(":") == 1 else bare
                return self.first.isoformat() + clock + self.part[len(bare) :]
            case Grain.MOMENT:
                return self.first.isoformat()
        return self.value

    def moved(self, count: int) -> Period | None:
        """The period `count` of its own grain later; None beyond the calendar."""
        return self.shifted(count, self.grain)

    def shifted(self, count: int, unit: Grain) -> Period | None:
        """The period whose first day lies `count` units later, of the same grain; None beyond the calendar."""
        if unit in MONTHS_PER:
            first = _moved_months(self.first, count * MONTHS_PER[unit])
        else:
            first = _moved_days(self.first, count * DAYS_PER[unit])
        return None if first is None else replace(self, first=first)

    def is_within(self, grain: Grain) -> bool:
        """Whether it is fine enough to say which period of `grain` it lies in."""
        return FROM_FINE_TO_COARSE.index(self.grain) <= FROM_FINE_TO_COARSE.index(grain)

    def at(self, grain: Grain) -> Period:
        """The period of grain `grain` that holds this one's first day."""
        return period(grain, self.first)


def period(grain: Grain, day: date) -> Period:
    """The period of grain `grain` that holds `day`."""
    year, month = day.year, day.month
    match grain:
        case Grain.CENTURY:
            first = date(max(1, year // 100 * 100), 1, 1)
        case Grain.DECADE:
            first = date(max(1, year // 10 * 10), 1, 1)
        case Grain.YEAR:
            first = date(year, 1, 1)
        case Grain.HALF:
            first = date(year, 1 if month <= 6 else 7, 1)
        case Grain.QUARTER:
            first = date(year, (month - 1) // 3 * 3 + 1, 1)
        case Grain.SEASON:
            first = date(year if month > 2 or year == 1 else year - 1, (month // 3 * 3) or 12, 1)
        case Grain.MONTH:
            first = date(year, month, 1)
        case Grain.WEEK | Grain.WEEKEND:
            first = _moved_days(day, -day.weekday()) or day
        case _:
            first = day
    return Period(grain, first)


def safe_date(year: int, month: int = 1, day: int = 1) -> date | None:
    """The date, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moved_months(day: date, months: int) -> date | None:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    for last in (day.day, 30, 29, 28):
        found = safe_date(year, month + 1, min(day.day, last))
        if found:
            return found
    return None


def _moved_days(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


PUBLISHED = re.compile(r"(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:[T ].*)?[?~%]?$", re.DOTALL)


def read_published(published: str | None) -> Period | None:
    """The publication date as a period of a day, a month or a year; None where it is unknown or an interval."""
    found = PUBLISHED.match(published.strip()) if published else None
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    first = safe_date(year or 0, month or 1, day or 1)
    if first is None:
        return None
    return Period(Grain.DAY if day else Grain.MONTH if month else Grain.YEAR, first)


_DATE = r"(?:\d|X){4}-(?:\d\d|XX)(?:-(?:\d\d|XX))?"
_CLOCK = r"T(?:[0-2]\d|XX)(?::[0-5]\d(?::[0-5]\d)?)?Z?|T(?:MO|MI|AF|EV|NI|DT)"
TIMEX_VALUE = re.compile(
    rf"""(?:PAST_REF|PRESENT_REF|FUTURE_REF
    | P(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|Q|L|C|E|H|WE|SP|SU|FA|WI))+
    | P(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D))*T(?:(?:\d+(?:\.\d+)?|X)(?:H|M|S)|X?(?:MO|AF|EV|NI|DT))+
    | PXX
    | (?:BC)?\d{{2,4}} | (?:\d|X){{4}} | \d\dXX | \d{{3}}X?
    | (?:\d|X){{4}}-(?:H[12X]|Q[1-4X]|SP|SU|FA|WI)
    | (?:\d|X){{4}}-W(?:\d\d|XX)(?:-(?:WE|[1-7])(?:{_CLOCK})?)?
    | {_DATE}(?:{_CLOCK})? | X{{4}}-XX-XX(?:{_CLOCK})
    )$""",
    re.VERBOSE,
)
_EDTF_DAY = r"(?:\d|X){4}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?"
EDTF_VALUE = re.compile(
    rf"(?:-\d{{4}}|{_EDTF_DAY}[~?%]?|\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ?"
    rf"|(?:\.\.|{_EDTF_DAY}[~?%]?)/(?:\.\.|{_EDTF_DAY}[~?%]?))$"
)


def is_timex_value(value: str) -> bool:
    """Whether `value` is well formed as a TIMEX3 value."""
    return TIMEX_VALUE.match(value) is not None


def is_edtf(value: str) -> bool:
    """Whether `value` is well formed as the part of EDTF used here: dates, seasons, quarters, intervals, open ends."""
    if EDTF_VALUE.match(value) is None or value == "../..":
        return False
    return all(_has_real_month(side) for side in value.split("/"))


def _has_real_month(side: str) -> bool:
    parts = side.removeprefix("-").rstrip("~?%").split("T")[0].split("-")
    if side == ".." or len(parts) < 2 or not parts[1].isdecimal():
        return True
    month = int(parts[1])
    return 1 <= month <= 12 or (len(parts) == 2 and 21 <= month <= 41)
