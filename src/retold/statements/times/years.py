"""Years, decades, centuries and seasons: "1988", "the late 1970s", "the 19th century", "300 BC", "last summer".

In: a match and the scene. Out: its reading, or None where a four-figure number is an amount, a name or a number of
something. A season without a year takes the one that its verbs point to from the publication date.
"""

from __future__ import annotations

import re
from dataclasses import replace

from retold.language.english_numbers import read_ordinal
from retold.language.english_times import COUNTED, SEASONS
from retold.records.spans import Span
from retold.records.statements import TimexType
from retold.statements.times.absolute import MOD, YEARS, read_year, span_of, unresolved, whole
from retold.statements.times.calendar import SEASON_MONTH, Grain, Period, period, safe_date
from retold.statements.times.patterns import any_of, rule
from retold.statements.times.scenes import Direction, Reading, Scene

COUNTED_NEXT = re.compile(rf"[\s-]{{1,2}}{any_of(COUNTED)}(?![^\W_])|[,.]\d|\s?%|-[^\W\d_]", re.IGNORECASE)
YEAR_BEFORE = re.compile(
    r"(?:^|\W)(?:in|since|by|until|till|from|before|after|during|of|for|through|between|and|to|early|late|mid|year|"
    r"fiscal|to|around|about|circa|the|mid-|spring|summer|fall|autumn|winter|\()[\s-]{0,2}$",
    re.IGNORECASE,
)
NUMBER_BEFORE = re.compile(
    r"(?:[$€£¥#]|\bNo\.?|\b(?:Rs|US|room|flight|route|highway|page))\s?$|\d[.,:]$|(?<!\d\d\d)\d[/-]$",
    re.IGNORECASE,
)
# "Orbit 2000": a capitalised word right before the figure makes both a name.
NAME_BEFORE = re.compile(r"[a-z,;]['’]?\s[A-Z][a-z]+\s$")
SEASON_BEFORE = re.compile(r"(?:spring|summer|fall|autumn|winter|year|fiscal|in|since)\s$", re.IGNORECASE)
# "1850-99" is a stretch of years, "1912-11" none: the last figures must lie ahead in the same century or the next.
LONGEST_STRETCH = 60


def read_bare_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """A year in figures or as spoken, unless something shows it to be an amount."""
    year = read_year(match["year"])
    text = scene.text
    if year is None:
        return None
    before = text[max(0, match.start("year") - 16) : match.start("year")]
    if match["year"].isdecimal() and not match["mod"]:
        if NUMBER_BEFORE.search(before):
            return None
        if COUNTED_NEXT.match(text, match.end()) and not re.match(r"-[^\W\d_]", text[match.end() : match.end() + 2]):
            return None
        if NAME_BEFORE.search(before) and not SEASON_BEFORE.search(before):
            return None
        if not (1900 <= year < 2050) and not YEAR_BEFORE.search(before):
            return None
    elif not match["mod"] and not YEAR_BEFORE.search(before) and "thousand" in match["year"].casefold():
        return None
    found = safe_date(year)
    if found is None:
        return None
    reading = whole(period(Grain.YEAR, found))
    if not match["next"]:
        return reading
    last = year // 100 * 100 + int(match["next"])
    last += 100 if last < year else 0
    # "1914-18" is a stretch of years; "2027-06" may be a month.
    if last - year != 1 and (last <= year or int(match["next"]) <= 12 or last - year > LONGEST_STRETCH):
        return None
    return replace(reading, edtf=f"{year:04d}/{last:04d}")


def read_decade(match: re.Match[str], scene: Scene) -> Reading | None:
    """The 1970s, the '80s, the nineties."""
    if match["word"]:
        decade = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
        year = 1900 + (decade | {"eighties": 80, "nineties": 90})[match["word"].casefold()]
    else:
        digits = match["figure"].strip("'’s")
        year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return whole(period(Grain.DECADE, safe_date(year) or safe_date(1900)))  # type: ignore[arg-type]


def read_century(match: re.Match[str], scene: Scene) -> Reading | None:
    """The 20th century is the 1900s."""
    place = read_ordinal(match["place"])
    found = safe_date((place - 1) * 100 or 1) if place and place < 100 else None
    return whole(period(Grain.CENTURY, found)) if found else None


def read_era(match: re.Match[str], scene: Scene) -> Reading | None:
    """300 BC. EDTF counts a year 0, so that 300 BC is -0299; a century or more than four figures stay out."""
    year = int(match["year"])
    edtf = f"-{year - 1:04d}" if year > 1 else "0000"
    return Reading(TimexType.DATE, f"BC{year:04d}", edtf) if 0 < year < 10000 else None


def read_short_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """A year without its century: "since '82"."""
    year = read_year(match["year"])
    found = safe_date(year) if year else None
    return whole(period(Grain.YEAR, found)) if found else None


def read_season(match: re.Match[str], scene: Scene) -> Reading | None:
    """A season with its year, or named from the publication date."""
    code = SEASONS[match["season"].casefold()]
    year = read_year(match["year"])
    which = (match["which"] or "").casefold()
    if year is None:
        if scene.published is None:
            return unresolved(f"XXXX-{code}", "its year depends on the publication date")
        year = _season_year(scene, span_of(match), SEASON_MONTH[code], which)
    found = safe_date(year, SEASON_MONTH[code])
    return whole(Period(Grain.SEASON, found), anchor="" if match["year"] else "publication") if found else None


def _season_year(scene: Scene, span: Span, month: int, which: str) -> int:
    here = scene.published.first if scene.published else None
    if here is None:
        return 1
    now = (here.month - month) % 12 < 3
    if which in ("last", "this past", "past", "the past"):
        return here.year - (1 if month >= here.month or now else 0)
    if which in ("next", "this coming", "coming"):
        return here.year + (1 if month <= here.month else 0)
    if which.startswith("this"):
        return here.year
    if scene.direction(span) is Direction.PAST and month > here.month:
        return here.year - 1
    return here.year


RULES = (
    rule(
        "year",
        "year",
        r"(?P<mod>(?:%START%[ -]|%START%~|%EDGE%~|(?:the~)?fiscal(?:~year)?~|the~year~|year~))?"
        r"(?P<year>%YEAR%|%SPOKEN%)(?:[-/–](?P<next>\d\d)(?!\d))?",
        read_bare_year,
    ),
    rule(
        "year",
        "decade",
        r"(?:the~)?(?:(?:early|late|mid)[ -]){0,2}(?:(?P<figure>\d{3}0['’]?s|['’]\d0s)|"
        r"(?:(?<=the )|(?<=early )|(?<=late )|(?<=mid-)|(?<=nineteen ))"
        r"(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
        read_decade,
    ),
    rule(
        "unit",
        "century",
        r"(?:the~)?(?:(?:early|late|mid)[ -])?(?P<place>%ORDINAL%)"
        r"(?:[- ](?:century|centuries)|(?=~(?:and|to|or)~(?:the~)?%ORDINAL%~(?:century|centuries)))",
        read_century,
    ),
    rule(
        "season",
        "season",
        rf"{MOD}(?:the~)?(?:(?P<which>this~past|this~coming|last|next|this|past|coming|early|late)~)?(?P<season>%SEASON%)(?:~of)?~(?P<year>{YEARS})(?:[-/–]\d\d(?!\d))?",
        read_season,
    ),
    rule(
        "season",
        "season from publication",
        rf"{MOD}(?P<which>this~past|this~coming|last|next|this|past|coming|the~past|the)~(?:(?:early|late)~)?(?P<season>%SEASON%)(?P<year>\b)",
        read_season,
    ),
    rule("era", "year before our era", r"(?P<year>\d{1,4})~?(?:BCE?)", read_era),
    rule("year", "short year", r"(?:(?<=in )|(?<=since )|(?<=of ))(?P<year>['’]\d\d)", read_short_year),
)
