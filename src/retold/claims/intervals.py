"""EDTF values as ranges of days, to see whether two times can be one.

Levels 0 and 1 of the Extended Date/Time Format (ISO 8601-2:2019) as far as news needs them: years, months, days,
times of day (as their day), seasons, unspecified digits, open and closed intervals. Anything else is None: unknown.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

EARLIEST, LATEST = 0, date.max.toordinal()
PART = re.compile(r"(\d{3}[\dX]|\d\dXX)(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?[?~%]*$")
# EDTF seasons 21 to 24, northern: first and last month.
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def days(edtf: str | None) -> tuple[int, int] | None:
    """First and last day (proleptic ordinals) that an EDTF value may mean, or None where it cannot be read."""
    if not edtf:
        return None
    if "/" in edtf:
        left, _, right = edtf.partition("/")
        first = (EARLIEST, EARLIEST) if left in ("", "..") else _part(left)
        last = (LATEST, LATEST) if right in ("", "..") else _part(right)
        if first is None or last is None or first[0] > last[1]:
            return None
        return first[0], last[1]
    return _part(edtf)


def _part(value: str) -> tuple[int, int] | None:
    match = PART.match(value)
    if not match:
        return None
    year, month, day = match.groups()
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low < 1:
        return None
    try:
        if month is None:
            return date(low, 1, 1).toordinal(), date(high, 12, 31).toordinal()
        first, last = SEASONS.get(int(month), (int(month), int(month)))
        if day is None:
            return date(low, first, 1).toordinal(), date(high, last, monthrange(high, last)[1]).toordinal()
        return date(low, first, int(day)).toordinal(), date(high, last, int(day)).toordinal()
    except ValueError:
        return None


def disjoint(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether no day is in both."""
    return a[1] < b[0] or b[1] < a[0]
