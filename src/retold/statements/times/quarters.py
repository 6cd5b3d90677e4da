"""Quarters and halves of a year, and the comparisons with the year before that reports of figures live on.

In: a match and the scene. Out: its reading. "The quarter" is the one told last, "a year earlier" the same quarter a
year before it.
"""

from __future__ import annotations

import re

from retold.language.english_times import MONTHS
from retold.records.statements import TimexType
from retold.statements.times.absolute import read_year, unresolved, whole
from retold.statements.times.calendar import Grain, period, safe_date
from retold.statements.times.patterns import any_of, rule
from retold.statements.times.scenes import NEEDS_DATE, Reading, Scene

ENDED = re.compile(
    rf"\s(?:(?:ended|ending|that\sended|through)\b|to\s(?:the\send\sof\s)?(?:\d{{1,2}}\s)?{any_of(MONTHS)}\b)",
    re.IGNORECASE,
)


def read_quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    """A numbered quarter or half, with its year or the one nearest to publication."""
    number = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}.get(
        match["place"].casefold(), 0
    )
    grain = Grain.HALF if match["unit"].casefold().startswith("half") else Grain.QUARTER
    if not number or (grain is Grain.HALF and number > 2):
        return None
    return _numbered(number, grain, _year_words(match), scene)


def read_quarter_code(match: re.Match[str], scene: Scene) -> Reading | None:
    """Q3, Q3 2010, 2010 Q3, H1 2010."""
    grain = Grain.QUARTER if (match["code"] or match["code2"]).upper() == "Q" else Grain.HALF
    number = int(match["place"] or match["place2"])
    if grain is Grain.HALF and number > 2:
        return None
    words = f"'{match['short']}" if match["short"] else _year_words(match)
    return _numbered(number, grain, words, scene)


def read_fiscal_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """FY2030, FY30, FY2029/30: the year that its name gives; when it begins is not told."""
    words = match["year"]
    year = read_year(words if len(words) == 4 else f"'{words}")
    found = safe_date(year) if year else None
    return whole(period(Grain.YEAR, found), "a fiscal year by its name") if found else None


def _year_words(match: re.Match[str]) -> str:
    found = match.groupdict()
    return re.sub(r"\s+", " ", found.get("year") or found.get("year2") or "").casefold()


def _numbered(number: int, grain: Grain, words: str, scene: Scene) -> Reading | None:
    month = (number - 1) * (3 if grain is Grain.QUARTER else 6) + 1
    year = read_year(re.sub(r"['’]s$", "", words)) if words else None
    code = f"{'Q' if grain is Grain.QUARTER else 'H'}{number}"
    here = scene.published.first if scene.published else None
    if year is None and here is None:
        return unresolved(f"XXXX-{code}", NEEDS_DATE)
    if year is None and here is not None:
        year = here.year + (-1 if re.match("last|year|a year|the year|previous", words) else words.startswith("next"))
        if not words and month > here.month + 4:
            year -= 1  # the fourth quarter, told in January to May, is last year's
    found = safe_date(year or 0, month)
    return whole(period(grain, found), anchor="publication" if not words else "") if found else None


def latest_quarter(scene: Scene) -> Reading | None:
    """The quarter that reports are about: the one told last, else the last one that ended before publication."""
    if scene.quarter is not None:
        return whole(scene.quarter, "the quarter told last", "text")
    if scene.published is None or not scene.published.is_within(Grain.QUARTER):
        return unresolved("XXXX-QX", NEEDS_DATE)
    found = scene.published.at(Grain.QUARTER).moved(-1)
    return whole(found, "the last quarter that had ended", "publication") if found else None


def read_report_quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    """The quarter, the latest period: what a report of figures is about."""
    words = (match["unit"] or match["period"]).casefold()
    if words == "period" and scene.quarter is None:
        return None
    if ENDED.match(scene.text, match.end()) and words == "quarter" and scene.quarter is None:
        return Reading(TimexType.DURATION, "P1Q", None, "", "its end is told apart")
    return latest_quarter(scene)


def read_year_earlier(match: re.Match[str], scene: Scene) -> Reading | None:
    """A year earlier, the year-ago quarter: the same period one year before the one told last."""
    base = scene.quarter
    if base is None and scene.told is not None and scene.told.grain in (Grain.MONTH, Grain.HALF, Grain.QUARTER):
        base = scene.told
    if base is None:
        base = scene.published.at(Grain.YEAR) if scene.published else None
    moved = base.shifted(-1, Grain.YEAR) if base else None
    if moved is None:
        return unresolved("XXXX", NEEDS_DATE)
    reading = whole(moved, "the same period a year before", "text" if scene.quarter else "publication")
    return Reading(
        reading.type, reading.value, reading.edtf, reading.anchor, reading.why, reading.period, is_told=False
    )


RULES = (
    rule(
        "unit",
        "quarter",
        r"(?:the~|its~|their~)?(?:(?P<year>%YEAR%(?:['’]s)?|(?:this|last|next)~year['’]s|year-(?:earlier|ago))~)?"
        r"(?:fiscal[ -])?(?P<place>first|second|third|fourth|[1-4](?:st|nd|rd|th))"
        r"[ -](?P<unit>quarter|half)(?:(?:~of|,)?~(?P<year2>%YEAR%|(?:this|last|next)~year))?",
        read_quarter,
    ),
    rule(
        "unit",
        "quarter code",
        r"(?:(?P<code>Q|H)(?P<place>[1-4])|(?P<place2>[1-4])(?P<code2>Q|H))"
        r"(?:(?:~(?:of~|FY~?)?|FY)?(?P<year>%YEAR%)|~?['’]?(?P<short>\d\d)(?![.,]?\d|\s?%))?",
        read_quarter_code,
    ),
    rule(
        "unit",
        "fiscal year",
        r"(?-i:FY)[ -]?['’]?(?P<year>%YEAR%|\d\d)(?:[-/](?:%YEAR%|\d\d)(?!\d))?",
        read_fiscal_year,
    ),
    rule(
        "unit",
        "reported quarter",
        r"(?:the|its|their|that)~(?:(?:latest|most~recent|just-ended)~)?(?P<unit>quarter)(?!-)|the~latest~(?P<period>period)",
        read_report_quarter,
    ),
    rule(
        "unit",
        "year earlier",
        r"(?:the~|a~|its~)?(?:comparable~|corresponding~|same~)?(?:year-(?:earlier|ago|before)|a~year~(?:earlier|ago|before))(?:~(?:quarter|period|half|month))?",
        read_year_earlier,
    ),
)
