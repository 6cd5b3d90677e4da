"""Dates by name and number: "26 August 2023", "Aug. 6", "March 1996", "the late 1970s", "the third quarter of 1990".

In: a match and the scene. Out: its reading, or None where the words are no date after all. A date without a year takes
the year that its verbs point to from the publication date; with that unknown its year stays "XXXX".
"""

from __future__ import annotations

import re
from dataclasses import replace

from retold.language.english_numbers import read_ordinal, read_spoken_year
from retold.language.english_times import (
    DOUBTFUL_MONTHS,
    MONTHS,
    PARTS,
    SHORT_MONTHS,
)
from retold.records.spans import Span
from retold.records.statements import TimexType
from retold.statements.times.calendar import Grain, Period, period, safe_date
from retold.statements.times.patterns import rule
from retold.statements.times.scenes import Direction, Reading, Scene

MONTH_NUMBERS = {name.casefold(): number for name, number in (MONTHS | SHORT_MONTHS).items()}
NAME_NEXT = re.compile(r"\s[A-Z][a-z]+")
MONTH_BEFORE = re.compile(
    r"(?:^|\W)(?:in|of|since|until|till|by|from|to|through|during|for|between|and|before|after|last|next|this|early|"
    r"late|mid|around|about|on|every|each|or|,|'s|’s)[\s-]{0,2}$",
    re.IGNORECASE,
)
# How many days ahead a month or a day without a year may lie when the verbs tell of the past ("said the vote, planned
# for Nov. 6, …"): swept on TimeBank: value F1 .813 at 30, .816 at 45, .820 at 75 to 120, .817 at 150.
PAST_REACH = 90
NEAR_PAST_REACH = 20
FUTURE_REACH = 45


def whole(period_: Period, why: str = "", anchor: str = "") -> Reading:
    """The reading of a period as a DATE."""
    kind = TimexType.TIME if period_.grain is Grain.MOMENT else TimexType.DATE
    return Reading(kind, period_.value, period_.edtf, anchor, why, period_)


def unresolved(value: str, why: str, edtf: str | None = None) -> Reading:
    """The reading of an expression that needs a publication date which is not known."""
    return Reading(TimexType.DATE, value, edtf, "", why)


def span_of(match: re.Match[str]) -> Span:
    """The span that the whole match covers."""
    return Span(match.start(), match.end())


def read_year(words: str | None) -> int | None:
    """A year in figures ("1988", "'88") or as spoken."""
    if not words:
        return None
    digits = words.strip().lstrip("'’")
    if digits.isdecimal():
        number = int(digits)
        return number if len(digits) == 4 else number + (1900 if number > 40 else 2000)
    return read_spoken_year(words)


def read_month(words: str) -> int:
    """The number of a month's name, long or short."""
    return MONTH_NUMBERS[words.rstrip(".").casefold()]


def read_day(words: str) -> int | None:
    """The day of the month in figures or as an ordinal."""
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else read_ordinal(words)


def with_likely_year(scene: Scene, span: Span, grain: Grain, month: int, day: int = 1) -> Reading | None:
    """A month or day whose year is not written, resolved by the direction of the verbs around it."""
    bare = f"XXXX-{month:02d}" + (f"-{day:02d}" if grain is Grain.DAY else "")
    if safe_date(2000, month, day) is None:
        return None
    if scene.published is None:
        return unresolved(bare, "its year depends on the publication date, which is not known", bare)
    here = scene.published.first
    # The last 29 February may be eight years away.
    years = range(-8, 9) if (month, day) == (2, 29) else range(-1, 2)
    found = [period(grain, d) for y in years if (d := safe_date(here.year + y, month, day))]
    if not found:
        return unresolved(bare, "no such day near the publication date", bare)
    direction = scene.direction(span)
    if scene.is_deadline(span) and direction is not Direction.PAST:
        direction = Direction.FUTURE
    reach = NEAR_PAST_REACH if scene.is_near_past(span) else PAST_REACH
    best = min(found, key=lambda p: (cost((p.first - here).days, direction, grain, reach), p.first))
    return whole(best, f"the year by tense ({direction.name.lower()})", "publication")


def cost(ahead: int, direction: Direction, grain: Grain, reach: int = PAST_REACH) -> int:
    """How badly a date so many days ahead fits the direction; 0 would be the publication date itself."""
    slack = 31 if grain is Grain.MONTH else 0
    if direction is Direction.PAST and ahead > reach:
        return ahead + 1000
    if direction is Direction.FUTURE and ahead < -FUTURE_REACH - slack:
        return -ahead + 1000
    return abs(ahead)


def read_full_date(match: re.Match[str], scene: Scene) -> Reading | None:
    """Month and day, with or without a year, a part of the day, or a second day ("March 6-8")."""
    found = match.groupdict()
    month, day = read_month(match["month"]), read_day(found.get("only") or found["day"])
    if day is None:
        return None
    reading = _dated(match, scene, month, day)
    if reading is None or reading.period is None:
        return reading
    until = read_day(found["until"]) if found["until"] else None
    if until is not None:
        last = safe_date(reading.period.first.year, month, until)
        if last is None or last <= reading.period.first:
            return None
        return replace(reading, edtf=f"{reading.value}/{last.isoformat()}", why=f"the first of the days to {last}")
    if found["part"]:
        code = PARTS[found["part"].casefold()]
        return whole(Period(Grain.MOMENT, reading.period.first, code), reading.why, reading.anchor)
    return reading


def _dated(match: re.Match[str], scene: Scene, month: int, day: int) -> Reading | None:
    if match["year"] is None:
        return with_likely_year(scene, span_of(match), Grain.DAY, month, day)
    year = read_year(match["year"])
    if year is None:
        if scene.published is None:
            return unresolved(f"XXXX-{month:02d}-{day:02d}", "its year depends on the publication date")
        year = scene.published.first.year + _year_step(match["year"])
    found = safe_date(year, month, day)
    return whole(period(Grain.DAY, found)) if found else None


def _year_step(words: str) -> int:
    return {"last": -1, "next": 1}.get(words.split()[0].casefold(), 0)


def read_month_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """A month with its year."""
    year = read_year(match["year"])
    found = safe_date(year, read_month(match["month"])) if year else None
    return whole(period(Grain.MONTH, found)) if found else None


def read_month_of(match: re.Match[str], scene: Scene) -> Reading | None:
    """A month of this, last or next year."""
    month = read_month(match["month"])
    if scene.published is None:
        return unresolved(f"XXXX-{month:02d}", "its year depends on the publication date", f"XXXX-{month:02d}")
    found = safe_date(scene.published.first.year + _year_step(match["which"]), month)
    return (
        whole(period(Grain.MONTH, found), "a month of a year named from publication", "publication") if found else None
    )


def read_bare_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """A month by itself, or "last", "next" or "this" month by name."""
    month, which = read_month(match["month"]), (match["which"] or "").casefold()
    if not which and not match["mod"] and not _is_month(match, scene.text):
        return None
    if not which or scene.published is None or which.startswith("this"):
        if which.startswith("this") and scene.published:
            return _month_in_year(scene.published.first.year, month)
        return with_likely_year(scene, span_of(match), Grain.MONTH, month)
    here = scene.published.first
    back = which in ("last", "this past", "past")
    year = here.year - (1 if back and month >= here.month else 0) + (1 if not back and month <= here.month else 0)
    return _month_in_year(year, month)


def _month_in_year(year: int, month: int) -> Reading | None:
    found = safe_date(year, month)
    return whole(period(Grain.MONTH, found), "a month named from publication", "publication") if found else None


def _is_month(match: re.Match[str], text: str) -> bool:
    """Whether a name that is also a word or a forename is a month here."""
    name = match["month"].rstrip(".").capitalize()
    before = text[max(0, match.start() - 12) : match.start()]
    if MONTH_BEFORE.search(before):
        return True
    return name not in DOUBTFUL_MONTHS and not NAME_NEXT.match(text, match.end())


def read_iso(match: re.Match[str], scene: Scene) -> Reading | None:
    """YYYY-MM-DD, with or without a clock time."""
    found = safe_date(int(match["y"]), int(match["m"]), int(match["d"]))
    if found is None:
        return None
    if match["h"] and int(match["h"]) < 25 and int(match["mi"]) < 60:
        return whole(Period(Grain.MOMENT, found, f"T{match['h']}:{match['mi']}"))
    return whole(period(Grain.DAY, found))


def read_slashes(match: re.Match[str], scene: Scene) -> Reading | None:
    """Day and month in figures; which is which stays open where both may be months."""
    a, b, year = int(match["a"]), int(match["b"]), read_year(match["y"])
    if year is None or not (0 < a < 32 and 0 < b < 32) or (a > 12 and b > 12):
        return None
    if a <= 12 and b <= 12 and a != b:
        return unresolved(f"{year:04d}-XX-XX", "day and month cannot be told apart", f"{year:04d}-XX-XX")
    day, month = (a, b) if a > 12 else (b, a)
    found = safe_date(year, month, day)
    return whole(period(Grain.DAY, found)) if found else None


def read_day_of_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """The 15th of this, last or next month, or of the month that the verbs point to."""
    day, which = read_day(match["day"]), match["which"].casefold().removeprefix("the ")
    if day is None:
        return None
    bare = f"XXXX-XX-{day:02d}"
    if scene.day is None:
        return unresolved(bare, "its month depends on the publication date, which is not known", bare)
    step = -1 if which in ("last", "previous") else 1 if which == "next" else 0
    month = scene.day.at(Grain.MONTH).moved(step)
    found = safe_date(month.first.year, month.first.month, day) if month else None
    return (
        whole(period(Grain.DAY, found), "the day of a month named from publication", "publication") if found else None
    )


MOD = r"(?P<mod>(?:%START%(?:~in)?[ -]|%START%~|%EDGE%~))?"
_PART = r"(?:(?:the~)?(?P<part>%PART%)~(?:of|on)~)?"
YEARS = r"%YEAR%|%SPOKEN%|['’]\d\d"
RULES = (
    rule(
        "figures",
        "ISO date",
        r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?:[T ](?P<h>\d\d):(?P<mi>\d\d)(?::\d\d)?Z?)?",
        read_iso,
    ),
    rule(
        "figures",
        "date in figures",
        r"(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|(?<!-)\d\d)",
        read_slashes,
    ),
    rule(
        "month",
        "month and day",
        rf"{_PART}(?:(?:this~coming~|this~|last~|next~)?%DAYNAME%(?:,~|[ \t]{{1,3}}))?"
        rf"(?P<month>%MONTH%)~(?:the~)?(?P<day>%DAY%)"
        rf"(?:(?:[-–]|~to~)(?P<until>%DAYS%)(?![:\d]))?(?:,?~(?P<year>{YEARS}|(?:this|last|next)~year))?",
        read_full_date,
    ),
    rule(
        "month",
        "day and month",
        rf"{_PART}(?:%DAYNAME%,?~)?(?:the~)?(?:(?P<day>%DAYS%)(?:[-–]|~to~|~and~)(?P<until>%DAYS%)|(?P<only>%DAY%))~"
        rf"(?:of~)?(?P<month>%MONTH%)(?:,?~(?P<year>{YEARS}|(?:this|last|next)~year))?",
        read_full_date,
    ),
    rule("month", "month and year", rf"{MOD}(?P<month>%MONTH%),?~(?:of~)?(?P<year>{YEARS})", read_month_year),
    rule("month", "month of a year", rf"{MOD}(?P<month>%MONTH%)~(?:of~)?(?P<which>this|last|next)~year", read_month_of),
    rule(
        "month",
        "month",
        rf"{MOD}(?:(?P<which>this~past|this~coming|last|next|this|past)~)?(?P<month>%FULLMONTH%)",
        read_bare_month,
    ),
    rule(
        "unit",
        "day of the month",
        r"(?:(?<=[Oo]n )|(?<=by )|(?<=until )|(?<=since )|(?<=from )|(?<=of ))"
        r"the~(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th))~of~(?P<which>this|last|next|the|the~previous)~month",
        read_day_of_month,
    ),
)
