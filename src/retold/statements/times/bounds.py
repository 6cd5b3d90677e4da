"""Open and closed intervals: "since August 2022", "until 2015", "from March to May", "between 1914 and 1918".

In: the time expressions of a text. Out: the same, with the interval as EDTF where the words around one (or two) make
it a bound. TIMEX3 values stay as they are: TIMEX3 has no notation for an open end.
"""

from __future__ import annotations

import re
from dataclasses import replace

from retold.records.statements import Timex, TimexType
from retold.statements.times.calendar import Grain, read_published

REACH = 24
SINCE = re.compile(
    r"(?:^|\W)(?:(?:ever\s)?since|starting(?:\s(?:in|on|from))?|as\sof|beginning(?:\s(?:in|on))?)\s{1,2}(?:the\s)?(?:about\s|around\s|at\sleast\s)?$",
    re.IGNORECASE,
)
AFTER = re.compile(r"(?:^|\W)(?:after|from)\s{1,2}$", re.IGNORECASE)
UNTIL = re.compile(r"(?:^|\W)(?:until|till|up\sto|through|before|prior\sto|by|no\slater\sthan)\s{1,2}$", re.IGNORECASE)
ONWARD = re.compile(r"\s(?:onwards?|and\s(?:beyond|after|later)|or\slater)\b", re.IGNORECASE)
FROM = re.compile(r"(?:^|\W)(from|between)\s{1,2}(?:the\s)?$", re.IGNORECASE)
LINKS = {"from": re.compile(r"\s(?:to|until|till|through)\s$"), "between": re.compile(r"\sand\s$")}
DASH = re.compile(r"\s?[-–—]\s?$|\sto\s$")
# Values that may be the side of an EDTF interval.
SIDE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?$")
LENGTH = re.compile(r"P(\d{1,4})([DWMY])$")
UNIT = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}
FROM_DAY = re.compile(r"\s(before|after|from)\s(?:the\s)?$", re.IGNORECASE)


def with_bounds(text: str, found: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """`found` with EDTF intervals where words make an expression the bound of one."""
    out = list(found)
    paired: set[int] = set()
    for i in range(len(out) - 1):
        interval = _reach(text, out[i], out[i + 1])
        if interval:
            out[i] = replace(out[i], edtf=interval, why=f"{out[i].why}; counted from {out[i + 1].value}")
            paired |= {i, i + 1}
            continue
        interval = _pair(text, out[i], out[i + 1])
        if interval and i not in paired:
            out[i], out[i + 1] = (_as_interval(timex, interval) for timex in (out[i], out[i + 1]))
            paired |= {i, i + 1}
    return tuple(timex if i in paired else _open(text, timex) for i, timex in enumerate(out))


def _reach(text: str, length: Timex, day: Timex) -> str | None:
    """The stretch between a day and the one that a length before or after it reaches: "three days before Christmas"."""
    size = LENGTH.match(length.value) if length.type is TimexType.DURATION else None
    way = FROM_DAY.match(text[length.span.end : day.span.start]) if day.span.start - length.span.end < 16 else None
    here = read_published(day.value) if way and day.type is TimexType.DATE and SIDE.match(day.value) else None
    if size is None or way is None or here is None or here.grain is not Grain.DAY:
        return None
    count = int(size.group(1)) * (-1 if way.group(1).casefold() == "before" else 1)
    there = here.shifted(count, UNIT[size.group(2)])
    ends = sorted((there.first, here.first)) if there else []
    return f"{ends[0].isoformat()}/{ends[1].isoformat()}" if ends else None


def _as_interval(timex: Timex, interval: str) -> Timex:
    return replace(timex, edtf=interval, why=f"{timex.why}; one end of {interval}")


def _side(timex: Timex) -> str | None:
    """The EDTF date of an expression, if it can be the side of an interval."""
    ok = timex.type in (TimexType.DATE, TimexType.TIME) and timex.edtf and SIDE.match(timex.edtf)
    return timex.edtf if ok else None


def _pair(text: str, first: Timex, second: Timex) -> str | None:
    a, b = _side(first), _side(second)
    if not a or not b or second.span.start - first.span.end > 10 or len(a) != len(b) or a > b:
        return None
    between = text[first.span.end : second.span.start]
    opener = FROM.search(text[max(0, first.span.start - REACH) : first.span.start])
    if (opener and LINKS[opener.group(1).casefold()].match(between)) or DASH.match(between):
        return f"{a}/{b}"
    return None


def _open(text: str, timex: Timex) -> Timex:
    side = _side(timex)
    if side is None:
        return timex
    before = text[max(0, timex.span.start - REACH) : timex.span.start]
    if SINCE.search(before) or ONWARD.match(text, timex.span.end):
        return _as_interval(timex, f"{side}/..")
    if AFTER.search(before):
        return _as_interval(timex, f"{side}/..")
    if UNTIL.search(before):
        return _as_interval(timex, f"../{side}")
    return timex
