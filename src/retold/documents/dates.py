"""Dates as pages and datelines write them; EDTF out (ISO 8601), or nothing where two readings remain.

A year before 1980 or after 2100 is no date of publication. `26/08/2031` is read, `05/08/2031` is not: it may be
May or August. No clock is asked, so "today" and "3 hours ago" have no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from retold.language.english_times import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from retold.records.spans import Span

FIRST_YEAR, LAST_YEAR = 1980, 2100
_MONTH_NUMBERS = {name.casefold(): number for name, number in (*MONTHS.items(), *SHORT_MONTHS.items())}
_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBERS, key=lambda name: (-len(name), name))) + r")\b\.?"
_WEEKDAY = "(?:" + "|".join(sorted((*WEEKDAYS, *SHORT_WEEKDAYS), key=lambda name: (-len(name), name))) + r")\b\.?"
_CLOCK = r"(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\.\d{1,9})?"
_ZONE = r"(?P<zone>Z\b|[+-]\d{2}:?\d{2}\b|\s?(?:GMT|UTC)\b)"
_NAMED = (
    rf"(?P<m1>{_MONTH})\s{{0,3}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s?,?\s?(?P<y1>\d{{4}})\b)?",
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:of\s)?-?(?P<m2>{_MONTH})(?:-?\s?,?\s?(?P<y2>\d{{4}})\b)?",
)
ISO = re.compile(rf"(?<![\d-])(?P<y>\d{{4}})-(?P<m>\d{{2}})-(?P<d>\d{{2}})(?:[T ]{_CLOCK}\s?{_ZONE}?)?(?![\d])")
NAMED = re.compile(rf"(?<!\w)(?:{_WEEKDAY},?\s{{1,3}})?(?:{'|'.join(_NAMED)})", re.IGNORECASE)
SLASHED = re.compile(r"(?<![\d/.])(?P<a>\d{1,4})(?P<sign>[/.])(?P<b>\d{1,2})(?P=sign)(?P<c>\d{2,4})(?![\d/])")
DIGIT = re.compile(r"\d")
COMPACT = re.compile(r"^(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})$")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: where it stands, and its value; `year` is None where the text leaves it out."""

    span: Span
    year: int | None
    month: int
    day: int
    clock: str = ""

    @property
    def value(self) -> str | None:
        """The EDTF value, or None without a year."""
        return None if self.year is None else f"{self.year:04d}-{self.month:02d}-{self.day:02d}{self.clock}"


def written_dates(text: str) -> Iterator[WrittenDate]:
    """The dates in a short text, in order, without overlap."""
    if DIGIT.search(text) is None:
        return
    found = [made for match in ISO.finditer(text) if (made := _iso(match))]
    found += [made for match in NAMED.finditer(text) if (made := _named(match))]
    found += [made for match in SLASHED.finditer(text) if (made := _slashed(match))]
    end = 0
    for made in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        if made.span.start >= end:
            yield made
            end = made.span.end


def read_date(value: str) -> str | None:
    """The EDTF value of a field that holds one date, in whatever form; None where it has none, or several."""
    compact = COMPACT.match(value.strip())
    if compact:
        year, month, day = (int(compact.group(name)) for name in "ymd")
        return f"{year:04d}-{month:02d}-{day:02d}" if is_plausible(year, month, day) else None
    found = {made.value for made in written_dates(value[:200])}
    return found.pop() if len(found) == 1 else None


def is_plausible(year: int | None, month: int, day: int) -> bool:
    """Whether this is a day of the calendar on which a page can have been published."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def is_after(value: str, latest: str | None) -> bool:
    """Whether an EDTF day lies after the day `latest`: by more than one, for clocks of the world differ by a day."""
    if latest is None or ISO.match(value) is None or ISO.match(latest) is None:
        return False
    try:
        return date.fromisoformat(value[:10]) > date.fromisoformat(latest[:10]) + timedelta(days=1)
    except (ValueError, OverflowError):
        return False


def weekday(value: str) -> int | None:
    """ISO weekday (1 is Monday) of an EDTF date or time; None where it is less exact than a day."""
    match = ISO.match(value)
    made = _iso(match) if match else None
    return date(made.year, made.month, made.day).isoweekday() if made and made.year else None


def _iso(match: re.Match[str]) -> WrittenDate | None:
    year, month, day = (int(match.group(name)) for name in "ymd")
    if not is_plausible(year, month, day):
        return None
    return WrittenDate(Span(match.start(), match.end()), year, month, day, _clock(match))


def _clock(match: re.Match[str]) -> str:
    if not match.group("hour"):
        return ""
    hour, minute, second = (int(match.group(name) or 0) for name in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:
        return ""
    zone = (match.group("zone") or "").strip()
    if zone in ("GMT", "UTC"):
        zone = "Z"
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"T{hour:02d}:{minute:02d}:{second:02d}{zone}"


def _named(match: re.Match[str]) -> WrittenDate | None:
    first = match.group("m1") is not None
    month = _MONTH_NUMBERS[(match.group("m1") or match.group("m2")).rstrip(".").casefold()]
    day = int(match.group("d1") if first else match.group("d2"))
    written = match.group("y1") if first else match.group("y2")
    year = int(written) if written else None
    if not is_plausible(year, month, day):
        return None
    return WrittenDate(Span(match.start(), match.end()), year, month, day)


def _slashed(match: re.Match[str]) -> WrittenDate | None:
    a, b, c = (int(match.group(name)) for name in "abc")
    if len(match.group("a")) == 4:
        readings = {(a, b, c)}
    elif len(match.group("c")) == 4 and len(match.group("a")) <= 2:
        readings = {(c, b, a), (c, a, b)}
    else:
        return None
    good = {reading for reading in readings if is_plausible(*reading)}
    if len(good) != 1:
        return None
    year, month, day = good.pop()
    return WrittenDate(Span(match.start(), match.end()), year, month, day)
