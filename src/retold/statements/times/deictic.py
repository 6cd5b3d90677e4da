"""Dates counted from the publication date or from the last date told: "yesterday", "last week", "two years ago".

In: a match and the scene. Out: its reading. "last", "this" and "ago" count from the publication date; "earlier",
"later", "following" and "that" count from the last date that the text told. With the publication date unknown the
value stays relative (XXXX-WXX-6 for a Saturday) and the reason says what it needs.
"""

from __future__ import annotations

import re

from retold.language.english_numbers import read_cardinal
from retold.language.english_times import MULTIPLES, PAIRS, PARTS, REFERENCES, WEEKDAYS
from retold.records.statements import TimexType
from retold.statements.times.absolute import read_year, span_of, unresolved, whole
from retold.statements.times.calendar import Grain, Period, period, safe_date
from retold.statements.times.patterns import PLURAL_UNITS, any_of, rule
from retold.statements.times.scenes import Direction, Reading, Scene

BLANKS = {
    Grain.CENTURY: "XXXX", Grain.DECADE: "XXXX", Grain.YEAR: "XXXX", Grain.HALF: "XXXX-HX", Grain.QUARTER: "XXXX-QX",
    Grain.SEASON: "XXXX", Grain.MONTH: "XXXX-XX", Grain.WEEK: "XXXX-WXX", Grain.WEEKEND: "XXXX-WXX-WE",
    Grain.DAY: "XXXX-XX-XX", Grain.MOMENT: "XXXX-XX-XX",
}  # fmt: skip
GRAINS = {
    "day": Grain.DAY, "night": Grain.DAY, "week": Grain.WEEK, "fortnight": Grain.WEEK, "weekend": Grain.WEEKEND,
    "month": Grain.MONTH, "quarter": Grain.QUARTER, "year": Grain.YEAR, "decade": Grain.DECADE,
    "century": Grain.CENTURY, "half": Grain.HALF, "half-year": Grain.HALF,
}  # fmt: skip
DAYS_AWAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
BACKWARD = frozenset({"last", "past", "previous", "preceding", "prior"})
FORWARD = frozenset({"next", "coming", "following", "subsequent"})
FROM_TEXT = frozenset({"previous", "preceding", "prior", "following", "subsequent", "that", "same"})
NEEDS_DATE = "counts from the publication date, which is not known"


def unit_of(words: str) -> str:
    """The singular of a unit's name."""
    folded = words.casefold()
    return PLURAL_UNITS.get(folded, folded)


def read_near_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """Today, yesterday, tomorrow, with a part of the day if told."""
    words = match["day"].casefold()
    away = DAYS_AWAY[words] + (-1 if match["before"] else 1 if match["after"] else 0)
    part = _part(match["part"] or match["first"]) or ("TNI" if words == "tonight" else "")
    return _on_day(scene.day and scene.day.moved(away), part, f"{away:+d} days from publication", "publication")


def _part(words: str | None) -> str:
    return PARTS.get(re.sub(r"\s+", " ", words.casefold()), "") if words else ""


def _on_day(day: Period | None, part: str, why: str, anchor: str) -> Reading:
    if day is None:
        kind = TimexType.TIME if part else TimexType.DATE
        return Reading(kind, "XXXX-XX-XX" + part, None, "", f"{why}; {NEEDS_DATE}")
    if part:
        return whole(Period(Grain.MOMENT, day.first, part), why, anchor)
    return whole(day, why, anchor)


def read_part_of_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """Parts of a day named from publication: this morning, last night."""
    part = _part(match["part"])
    which = match["which"].casefold()
    if which in ("that", "the same", "same"):
        day = scene.told.at(Grain.DAY) if scene.told and scene.told.grain in (Grain.DAY, Grain.MOMENT) else scene.day
        return _on_day(day, part, "the day told last", "text")
    away = -1 if which == "last" else 1 if which == "next" else 0
    return _on_day(scene.day and scene.day.moved(away), part, f"{away:+d} days from publication", "publication")


def read_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """A weekday, by tense from the publication date: the same day counts as itself."""
    name = match["weekday"].rstrip(".").casefold()
    number = next(value for day, value in WEEKDAYS.items() if day.casefold().startswith(name[:3]))
    part = _part(match["part"] or match["first"])
    if match["many"]:
        return Reading(TimexType.SET, f"XXXX-WXX-{number}{part}", None, "", "each week")
    which = re.sub(r"\s+", " ", match["which"] or "").casefold().removeprefix("the ")
    if which in ("every", "each"):
        return Reading(TimexType.SET, f"XXXX-WXX-{number}{part}", None, "", "each week")
    base, anchor = scene.day, "publication"
    if which in FROM_TEXT and scene.told and scene.told.grain in (Grain.DAY, Grain.MOMENT):
        base, anchor = scene.told.at(Grain.DAY), "text"
    if base is None:
        value = f"XXXX-WXX-{number}{part}"
        return Reading(TimexType.TIME if part else TimexType.DATE, value, None, "", NEEDS_DATE)
    away, why = _days_to(number, which, base, match, scene)
    return _on_day(base.moved(away), part, why, anchor)


def _days_to(number: int, which: str, base: Period, match: re.Match[str], scene: Scene) -> tuple[int, str]:
    ahead = (number - base.first.isoweekday()) % 7
    behind = ahead - 7 if ahead else 0
    if which in BACKWARD or which == "this past":
        return behind or -7, f'"{which}"'
    if which in FORWARD:
        return ahead or 7, f'"{which}"'
    if which in ("this", "this coming"):
        return ahead, f'"{which}"'
    if ahead == 0:
        return 0, "the weekday of publication itself"
    direction = scene.direction(span_of(match))
    if direction is Direction.FUTURE:
        return ahead, "the next such weekday, by tense"
    return behind, "the last such weekday, by tense"


def read_named_period(match: re.Match[str], scene: Scene) -> Reading | None:
    """Last week, this month, next year, the previous quarter, that day."""
    which = re.sub(r"\s+", " ", match["which"]).casefold().removeprefix("the ")
    unit = unit_of(match["unit"])
    grain = GRAINS.get(unit)
    if grain is None:
        return None
    step = -1 if which in BACKWARD else 1 if which in FORWARD else 0
    base, anchor = scene.published, "publication"
    if which in FROM_TEXT and scene.told is not None and _holds(scene.told, grain):
        base, anchor = scene.told, "text"
    if grain is Grain.QUARTER and which in ("latest", "last", "most recent"):
        return _latest_quarter(scene)
    if grain is Grain.DAY and which in ("latest", "current", "past", "last", "next", "coming"):
        return None
    if base is None or not _holds(base, grain):
        return unresolved(BLANKS[grain], f"{step:+d} {unit} from publication; {NEEDS_DATE}")
    found = base.at(grain).moved(step)
    return whole(found, f"{step:+d} {unit}", anchor) if found else None


ORDER = (
    Grain.MOMENT, Grain.DAY, Grain.WEEKEND, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.HALF,
    Grain.YEAR, Grain.DECADE, Grain.CENTURY,
)  # fmt: skip


def _holds(base: Period, grain: Grain) -> bool:
    """Whether `base` is fine enough to say which period of `grain` it lies in."""
    return ORDER.index(base.grain) <= ORDER.index(grain)


def read_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    """A count of units before or after the publication date ("ago", "from now") or the last date told ("later")."""
    unit = unit_of(match["unit"])
    way = re.sub(r"\s+", " ", match["way"]).casefold()
    back = way in ("ago", "earlier", "before", "previously", "prior", "back")
    count = read_count(match["count"])
    if match["half"]:
        count = None if count is None else count + 0.5
    if count is None or (unit not in GRAINS and unit not in ("hour", "minute", "second")):
        return unresolved("PAST_REF" if back else "FUTURE_REF", "no exact number")
    if unit in ("hour", "minute", "second"):
        return None if way != "ago" else unresolved("PAST_REF", "within the day")
    if way in ("later", "after", "afterwards", "afterward", "earlier", "before", "previously", "prior"):
        return _from_told(match, scene, unit, -count if back else count)
    return _counted(scene.published, unit, -count if back else count, "publication", scene)


def read_count(words: str) -> float | None:
    """How many units the words say; "a" is one, "a couple of" two, vague words none."""
    folded = re.sub(r"\s+", " ", words.casefold()).strip()
    if folded in ("a", "an"):
        return 1.0
    if folded in PAIRS:
        return 2.0
    return read_cardinal(folded)


def _from_told(match: re.Match[str], scene: Scene, unit: str, count: float) -> Reading | None:
    base = scene.told
    grain = GRAINS[unit]
    if base is None or (grain is not Grain.YEAR and not _holds(base, grain)):
        base = scene.published
    anchor = "publication" if base is scene.published else "text"
    if grain is Grain.YEAR and base is not None and base.grain in (Grain.QUARTER, Grain.MONTH, Grain.HALF):
        moved = base.shifted(int(count), Grain.YEAR)
        return whole(moved, f"the same {base.grain} {count:+g} years on", anchor) if moved else None
    return _counted(base, unit, count, anchor, scene)


def _counted(base: Period | None, unit: str, count: float, anchor: str, scene: Scene) -> Reading | None:
    grain = GRAINS[unit]
    step = count * MULTIPLES.get(unit, 1)
    if unit == "decade":
        grain = Grain.YEAR
    if base is None or not _holds(base, grain) or abs(step) > 10000:
        return unresolved(
            BLANKS[grain] if base is None or abs(step) <= 10000 else "PAST_REF" if count < 0 else "FUTURE_REF",
            f"{count:+g} {unit}; {NEEDS_DATE}" if base is None else f"{count:+g} {unit}",
        )
    if step != int(step) and grain is Grain.YEAR and _holds(base, Grain.MONTH):
        moved = base.at(Grain.MONTH).shifted(int(step * 12), Grain.MONTH)
    else:
        moved = base.at(grain).shifted(int(step), grain)
    return whole(moved, f"{count:+g} {unit}", anchor) if moved else unresolved("PAST_REF", "before the calendar")


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
    grain = Grain.QUARTER if match["code"].upper() == "Q" else Grain.HALF
    number = int(match["place"])
    if grain is Grain.HALF and number > 2:
        return None
    return _numbered(number, grain, _year_words(match), scene)


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


def _latest_quarter(scene: Scene) -> Reading | None:
    """The quarter that reports are about: the one told last, else the last one that ended before publication."""
    if scene.quarter is not None:
        return whole(scene.quarter, "the quarter told last", "text")
    if scene.published is None or not _holds(scene.published, Grain.QUARTER):
        return unresolved("XXXX-QX", NEEDS_DATE)
    found = scene.published.at(Grain.QUARTER).moved(-1)
    return whole(found, "the last quarter that had ended", "publication") if found else None


def read_report_quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    """The quarter, the latest period: what a report of figures is about."""
    if match["unit"].casefold() == "period" and scene.quarter is None:
        return None
    return _latest_quarter(scene)


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


def read_reference(match: re.Match[str], scene: Scene) -> Reading | None:
    """Now, recently, soon: times that no calendar holds."""
    words = re.sub(r"\s+", " ", match["words"].casefold())
    return Reading(TimexType.DATE, REFERENCES[words], None, "", "no exact time")


_COUNT = r"(?P<count>%PAIR%|%VAGUE%|%NUMBER%|an?)"
_MOD = r"(?:%EDGE%~|(?:the~)?%START%~|%START%-)?"
_WHICH = r"last|this|next|past|previous|preceding|prior|coming|following|current|same|that|latest|this~past|this~coming"
RULES = (
    rule(
        "near day",
        r"(?:(?P<before>the~day~before~(?=yesterday))|(?P<after>the~day~after~(?=tomorrow)))?(?:(?:%START%|(?P<first>%PART%))~)?"
        r"(?P<day>today|yesterday|tomorrow|tonight)(?:~(?P<part>%PART%))?",
        read_near_day,
    ),
    rule(
        "part of a day",
        r"(?:%START%~)?(?P<which>this|last|next|that|the~same|same)~(?P<part>night|morning|afternoon|evening)",
        read_part_of_day,
    ),
    rule(
        "weekday",
        r"(?:%START%~|%EDGE%~)?(?:(?:the~)?(?P<first>%PART%)~(?:of~|on~)?)?(?:(?P<which>(?:the~)?(?:last|next|this~coming|this~past|this|past|previous|"
        r"following|coming|same|every|each))~)?(?P<weekday>%WEEKDAY%)(?P<many>s(?![^\W_]))?(?:~(?P<part>%PART%)(?P<more>s(?![^\W_]))?)?",
        read_weekday,
    ),
    rule(
        "named period",
        rf"{_MOD}(?P<which>(?:the~)?(?:{_WHICH}))~(?:fiscal~|calendar~|financial~)?(?P<unit>day|weekend|week|month|quarter|year|decade|century)",
        read_named_period,
    ),
    rule(
        "count from a date",
        r"(?:%HEDGE%~)?" + _COUNT + r"~(?P<half>and~a~half~)?(?P<unit>%UNITS%)(?:~(?P<half2>and~a~half))?(?:~or~so)?~"
        r"(?P<way>ago|earlier|later|afterwards?|previously|hence|from~now|back)",
        read_ago,
    ),
    rule(
        "vague past",
        r"(?P<words>years|months|weeks|days|decades|centuries|hours)~(?P<way>ago|earlier|later)",
        lambda match, scene: unresolved("PAST_REF", "no exact number"),
    ),
    rule(
        "quarter",
        r"(?:the~|its~|their~)?(?:(?P<year>%YEAR%(?:['’]s)?|(?:this|last|next)~year['’]s|year-(?:earlier|ago))~)?"
        r"(?:fiscal[ -])?(?P<place>first|second|third|fourth|[1-4](?:st|nd|rd|th))"
        r"[ -](?P<unit>quarter|half)(?:(?:~of|,)?~(?P<year2>%YEAR%|(?:this|last|next)~year))?",
        read_quarter,
    ),
    rule("quarter code", r"(?P<code>Q|H)(?P<place>[1-4])(?:~(?:of~)?(?P<year>%YEAR%))?", read_quarter_code),
    rule(
        "reported quarter",
        r"(?:the|its|their|that)~(?:(?:latest|most~recent|current|just-ended)~)?(?P<unit>quarter)",
        read_report_quarter,
    ),
    rule(
        "year earlier",
        r"(?:the~|a~|its~)?(?:comparable~|corresponding~|same~)?(?:year-(?:earlier|ago|before)|a~year~(?:earlier|ago|before))(?:~(?:quarter|period|third~quarter))?",
        read_year_earlier,
    ),
    rule("reference", rf"(?P<words>{any_of(REFERENCES)})", read_reference),
)
