"""TIMEX3 and EDTF read by a parser of the tests' own, written from the standards and not from the engine's patterns.

In: a value. Out: whether the standard has such a value, days that no calendar holds refused. Sources: ISO 8601-2:2019
annex A as published by the Library of Congress (EDTF, levels 0 to 2); TIMEX3 as in ISO-TimeML and TIDES 2005.
"""

from __future__ import annotations

from calendar import monthrange

CODES = {"SP", "SU", "FA", "WI", "H1", "H2", "HX", "Q1", "Q2", "Q3", "Q4", "QX"}
PARTS = {"MO", "MI", "AF", "EV", "NI", "DT"}
DATE_UNITS = ("Y", "M", "W", "D", "Q", "L", "C", "E", "H", "WE", "SP", "SU", "FA", "WI")


def is_standard_edtf(value: str) -> bool:
    """Whether `value` is an EDTF date, date and time, or interval."""
    sides = value.split("/")
    if len(sides) == 2:
        return sides != ["..", ".."] and all(side == ".." or _is_edtf_date(side) for side in sides) and _ordered(*sides)
    return len(sides) == 1 and (_is_edtf_date(value) or _is_edtf_moment(value))


def _ordered(first: str, last: str) -> bool:
    if not (first[:4].isdecimal() and last[:4].isdecimal()) or "X" in first + last:
        return True
    size = min(len(first), len(last))
    return first[:size] <= last[:size]


def _is_edtf_date(value: str) -> bool:
    value = value.rstrip("~?%") if value[-1:] in ("~", "?", "%") else value
    if value.startswith("-"):
        return _digits(value[1:], 4) and value != "-0000"
    parts = value.split("-")
    if not _digits(parts[0], 4, x=True):
        return False
    if len(parts) == 1:
        return True
    if len(parts) == 2:
        return _digits(parts[1], 2, x=True) and (
            "X" in parts[1] or 1 <= int(parts[1]) <= 12 or 21 <= int(parts[1]) <= 41
        )
    return len(parts) == 3 and _is_day(*parts)


def _is_edtf_moment(value: str) -> bool:
    day, t, clock = value.partition("T")
    return bool(t) and len(day) == 10 and _is_edtf_date(day) and _is_clock(clock, seconds=True)


def is_standard_timex(value: str, kind: str) -> bool:
    """Whether TIMEX3 has `value` for the type: DATE and TIME points, DURATION and SET periods (a SET also points)."""
    is_length = _is_length(value)
    if kind == "DURATION":
        return is_length
    is_point = value in ("PAST_REF", "PRESENT_REF", "FUTURE_REF") or _is_point(value)
    return is_length or is_point if kind == "SET" else is_point


def _is_point(value: str) -> bool:
    if value.startswith("BC"):
        return _digits(value[2:], 4)
    day, t, clock = value.partition("T")
    if t and not (clock in PARTS or _is_clock(clock, seconds=False)):
        return False
    parts = day.split("-")
    if len(parts) == 1:
        return not t and 2 <= len(day) <= 4 and all(sign.isdecimal() or sign == "X" for sign in day)
    if not _digits(parts[0], 4, x=True):
        return False
    if parts[1].startswith("W") and parts[1] != "WI":
        week = parts[1][1:]
        tail = parts[2:] in ([], ["WE"]) or (len(parts) == 3 and parts[2] in "1234567")
        return tail and (week == "XX" or (_digits(week, 2) and 1 <= int(week) <= 53))
    if len(parts) == 2:
        return not t and (parts[1] in CODES or (_digits(parts[1], 2, x=True) and parts[1] not in ("00", "13")))
    return len(parts) == 3 and _is_day(*parts)


def _is_day(year: str, month: str, day: str) -> bool:
    if not (_digits(month, 2, x=True) and _digits(day, 2, x=True)):
        return False
    last = 31
    if month.isdecimal():
        if not 1 <= int(month) <= 12:
            return False
        last = monthrange(int(year) if year.isdecimal() and int(year) else 2000, int(month))[1]
    return "X" in day or 1 <= int(day) <= last


def _is_clock(clock: str, *, seconds: bool) -> bool:
    parts = clock.removesuffix("Z").split(":")
    if len(parts) != (3 if seconds else 2) and not (not seconds and len(parts) in (1, 3)):
        return False
    hour, rest = parts[0], parts[1:]
    return (hour == "XX" or (_digits(hour, 2) and int(hour) <= 24)) and all(_digits(p, 2) and int(p) < 60 for p in rest)


def _is_length(value: str) -> bool:
    if not value.startswith("P") or value in ("P", "PT"):
        return False
    if value == "PXX":
        return True
    day, _, clock = value[1:].partition("T")
    return (
        _is_counted(day, DATE_UNITS) and (_is_counted(clock, ("H", "M", "S")) or clock in PARTS) and bool(day or clock)
    )


def _is_counted(text: str, units: tuple[str, ...]) -> bool:
    while text:
        size = next((i for i, sign in enumerate(text) if not (sign.isdecimal() or sign in ".X")), len(text))
        unit = next((u for u in sorted(units, key=len, reverse=True) if text.startswith(u, size)), None)
        count = text[:size]
        if unit is None or not (count == "X" or count.replace(".", "", 1).isdecimal()):
            return False
        text = text[size + len(unit) :]
    return True


def _digits(text: str, size: int, *, x: bool = False) -> bool:
    return len(text) == size and all((sign.isdecimal() and sign.isascii()) or (x and sign == "X") for sign in text)
