"""Dates counted from the publication date or from the last date told: "yesterday", "last week", "two years ago".

In: a match and the scene. Out: its reading. "last", "this" and "ago" count from the publication date; "earlier",
"later", "following" and "that" count from the last date that the text told. With the publication date unknown the
value stays relative (XXXX-WXX-6 for a Saturday) and the reason says what it needs.
"""

from __future__ import annotations

import re

from retold.language.english_numbers import read_cardinal
from retold.language.english_times import MULTIPLES, PAIRS, PARTS, REFERENCES, UNITS, WEEKDAYS
from retold.records.statements import TimexType
from retold.statements.times.absolute import read_month, span_of, unresolved, whole
from retold.statements.times.calendar import Grain, Period, period, safe_date
from retold.statements.times.patterns import PLURAL_UNITS, any_of, rule
from retold.statements.times.quarters import ENDED, latest_quarter, read_year_earlier
from retold.statements.times.scenes import NEEDS_DATE, Direction, Reading, Scene

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
FROM_TEXT = frozenset({"previous", "preceding", "prior", "following", "subsequent", "that", "same", "that same"})
SOON_AFTER = re.compile(r"as\ssoon|soon\s(?:after|as|before)|how\ssoon|too\ssoon", re.IGNORECASE)
PERIOD_BEFORE = re.compile(r"(?:^|\W)(?:for|of|in|during|throughout|later\sin|earlier\sin|this)\s$", re.IGNORECASE)
RANGE_TO = re.compile(r"\w\s(?:to|through|until|till)\s$|\w[-–]$")
DAY_BEFORE = re.compile(r"(?:^|\W)(?:for|in|end|ended|ending)\s$", re.IGNORECASE)


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
    told = scene.told_day(match.start())
    if told and anchor == "publication" and RANGE_TO.search(scene.text, scene.position, match.start()):
        # The end of a range comes after its beginning: "from Monday to Friday".
        behind = (told.first - base.first).days - away
        away += 7 if 0 < behind < 7 else 0
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
    if direction is Direction.FUTURE or scene.is_deadline(span_of(match)):
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
    if which in FROM_TEXT and scene.told is not None and scene.told.is_within(grain):
        base, anchor = scene.told, "text"
    if grain is Grain.QUARTER and which in ("latest", "last", "most recent"):
        return latest_quarter(scene)
    if grain is Grain.DAY and which == "next" and match["which"].casefold().startswith("the"):
        told = scene.told if scene.told and scene.told.is_within(grain) else None
        found = told.at(grain).moved(1) if told else None
        return whole(found, "the day after the one told", "text") if found else unresolved("XXXX-XX-XX", "after what?")
    if grain is Grain.DAY and which in ("latest", "current", "past", "last", "next", "coming"):
        return None
    if base is None or not base.is_within(grain):
        return unresolved(BLANKS[grain], f"{step:+d} {unit} from publication; {NEEDS_DATE}")
    found = base.at(grain).moved(step)
    return whole(found, f"{step:+d} {unit}", anchor) if found else None


def read_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    """A count of units before or after the publication date ("ago", "from now") or the last date told ("later")."""
    unit = unit_of(match["unit"])
    way = re.sub(r"\s+", " ", match["way"]).casefold()
    if unit == "year" and way in ("ago", "earlier") and _is_one(match["count"]) and scene.is_report(match.start()):
        return read_year_earlier(match, scene)
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


def _is_one(words: str) -> bool:
    return words.casefold() in ("a", "one")


def read_count(words: str) -> float | None:
    """How many units the words say; "a" is one, "a couple of" two, vague words none."""
    folded = re.sub(r"\s+", " ", words.casefold()).strip()
    if folded in ("a", "an"):
        return 1.0
    if folded in PAIRS:
        return 2.0
    return read_cardinal(folded)


def _length(count: float, unit: str) -> str:
    number = f"{count * MULTIPLES.get(unit, 1):.6f}".rstrip("0").rstrip(".")
    return f"P{number}{UNITS[unit][0]}"


def _from_told(match: re.Match[str], scene: Scene, unit: str, count: float) -> Reading | None:
    base = scene.told
    grain = GRAINS[unit]
    if base is None and count > 0:
        # "Two years later" after a time that the text has not told: only the length is known.
        return Reading(TimexType.DURATION, _length(count, unit), None, "", "after what?")
    if base is None or (grain is not Grain.YEAR and not base.is_within(grain)):
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
    if base is None or not base.is_within(grain) or abs(step) > 10000:
        return unresolved(
            BLANKS[grain] if base is None or abs(step) <= 10000 else "PAST_REF" if count < 0 else "FUTURE_REF",
            f"{count:+g} {unit}; {NEEDS_DATE}" if base is None else f"{count:+g} {unit}",
        )
    if step != int(step) and grain is Grain.YEAR and base.is_within(Grain.MONTH):
        moved = base.at(Grain.MONTH).shifted(int(step * 12), Grain.MONTH)
    else:
        moved = base.at(grain).shifted(int(step), grain)
    return whole(moved, f"{count:+g} {unit}", anchor) if moved else unresolved("PAST_REF", "before the calendar")


def read_plain_period(match: re.Match[str], scene: Scene) -> Reading | None:
    """The year, the week, the weekend: the one of publication, or a length where its end is told."""
    unit = unit_of(match["unit"])
    if ENDED.match(scene.text, match.end()):
        return Reading(TimexType.DURATION, f"P1{unit[0].upper()}", None, "", "its end is told apart")
    has_edge = match.start("unit") - match.start() > len("the full ")
    if not match["full"] and not has_edge and unit not in ("weekend",):
        before = scene.text[max(0, match.start() - 14) : match.start()]
        if not PERIOD_BEFORE.search(before):
            return None
    grain = GRAINS[unit]
    if unit == "day":
        if not DAY_BEFORE.search(scene.text[max(0, match.start() - 10) : match.start()]):
            return None
        return _on_day(
            scene.told_day(match.start()) or scene.day, "", "the day told, else of publication", "publication"
        )
    if scene.published is None or not scene.published.is_within(grain):
        return unresolved(BLANKS[grain], NEEDS_DATE)
    found = scene.published.at(grain)
    if (
        grain is Grain.WEEKEND
        and scene.published.first.weekday() < 5
        and scene.direction(span_of(match)) is Direction.PAST
    ):
        found = found.moved(-1) or found
    return whole(found, "of publication", "publication")


def read_year_end(match: re.Match[str], scene: Scene) -> Reading | None:
    """The last day of the year of publication."""
    if scene.published is None:
        return unresolved("XXXX-12-31", NEEDS_DATE, "XXXX-12-31")
    found = safe_date(scene.published.first.year, 12, 31)
    return whole(period(Grain.DAY, found), "of publication", "publication") if found else None


def read_each_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """A month of every year."""
    return Reading(TimexType.SET, f"XXXX-{read_month(match['month']):02d}", None, "", "each year")


def read_reference(match: re.Match[str], scene: Scene) -> Reading | None:
    """Now, recently, soon: times that no calendar holds."""
    words = re.sub(r"\s+", " ", match["words"].casefold())
    if scene.text[match.end() : match.end() + 1] == "-":
        return None
    if words == "soon" and SOON_AFTER.search(scene.text[max(0, match.start() - 4) : match.end() + 7]):
        return None
    return Reading(TimexType.DATE, REFERENCES[words], None, "", "no exact time")


_COUNT = r"(?P<count>%PAIR%|%VAGUE%|%NUMBER%|an?)"
_MOD = r"(?:%EDGE%~|(?:the~)?%START%~|%START%-)?"
_WHICH = (
    r"last|this|next|past|previous|preceding|prior|coming|following|current|same|that~same|that|"
    r"latest|this~past|this~coming"
)
RULES = (
    rule(
        "near",
        "near day",
        r"(?:(?P<before>the~day~before~(?=yesterday))|(?P<after>the~day~after~(?=tomorrow)))?(?:(?:%START%|(?P<first>%PART%))~)?"
        r"(?P<day>today|yesterday|tomorrow|tonight)(?:~(?P<part>%PART%))?",
        read_near_day,
    ),
    rule(
        "part",
        "part of a day",
        r"(?:%START%~)?(?P<which>this|last|next|that|the~same|same)~(?P<part>night|morning|afternoon|evening)",
        read_part_of_day,
    ),
    rule(
        "weekday",
        "weekday",
        r"(?:%START%~|%EDGE%~)?(?:(?:the~)?(?P<first>%PART%)~(?:of~|on~)?)?(?:(?P<which>(?:the~)?(?:last|next|this~coming|this~past|this|past|previous|"
        r"following|coming|same|every|each))~)?(?P<weekday>%WEEKDAY%)(?P<many>s(?![^\W_]))?(?:~(?P<part>%PART%)(?P<more>s(?![^\W_]))?)?",
        read_weekday,
    ),
    rule(
        "unit",
        "named period",
        rf"{_MOD}(?P<which>(?:the~)?(?:{_WHICH}))~(?:fiscal~|calendar~|financial~)?(?P<unit>day|weekend|week|month|quarter|year|decade|century)",
        read_named_period,
    ),
    rule(
        "unit",
        "count from a date",
        r"(?:%HEDGE%~)?" + _COUNT + r"~(?P<half>and~a~half~)?(?P<unit>%UNITS%)(?:~(?P<half2>and~a~half))?(?:~or~so)?~"
        r"(?P<way>ago|earlier|later|afterwards?|previously|hence|from~now|back)",
        read_ago,
    ),
    rule(
        "unit",
        "vague past",
        r"(?P<words>years|months|weeks|days|decades|centuries|hours)~(?P<way>ago|earlier|later)",
        lambda match, scene: unresolved("PAST_REF", "no exact number"),
    ),
    rule(
        "unit",
        "the period",
        rf"{_MOD}(?:the|its)~(?:(?P<full>full|entire|fiscal|current)~)?(?P<unit>year|weekend|week|month|day)",
        read_plain_period,
    ),
    rule(
        "unit",
        "end of the year",
        r"(?:around~|by~)?(?:year(?:['’]s)?[- ]end|the~year['’]s~end|end~of~(?:the~)?year)",
        read_year_end,
    ),
    rule("month", "each month", r"(?:every|each)~(?P<month>%FULLMONTH%)", read_each_month),
    rule(
        "reference",
        "reference",
        rf"(?P<words>{any_of(REFERENCES)})(?!~(?:few|several|couple|%UNITS%|%NUMBER%))",
        read_reference,
    ),
)
