"""Dates counted from the publication date or from the last date told: "yesterday", "last week", "two years ago".

In: a match and the scene. Out: its reading. "last", "this" and "ago" count from the publication date; "earlier",
"later", "following" and "that" count from the last date that the text told. With the publication date unknown the
value stays relative (XXXX-WXX-6 for a Saturday) and the reason says what it needs.
"""

from __future__ import annotations

import re

from retold.language.english_numbers import read_cardinal
from retold.language.english_times import MULTIPLES, PAIRS, REFERENCES, UNITS
from retold.records.statements import TimexType
from retold.statements.times.absolute import read_month, span_of, unresolved, whole
from retold.statements.times.calendar import Grain, Period
from retold.statements.times.days import on_day
from retold.statements.times.patterns import PLURAL_UNITS, any_of, rule
from retold.statements.times.quarters import ENDED, latest_quarter, read_year_earlier
from retold.statements.times.scenes import BACKWARD, FORWARD, FROM_TEXT, NEEDS_DATE, Direction, Reading, Scene

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
# "The past decade" is ten years that end now; "this decade" and "last century" are calendar ones.
STRETCHES = frozenset({("decade", "past"), ("decade", "coming"), ("century", "past")})
COUNT_BEFORE = re.compile(r"(?:^|\W)(?:in|for|within|than|least|just|only|about|by|of|the|after)\s$", re.IGNORECASE)
SOON_AFTER = re.compile(r"as\ssoon|soon\s(?:after|as|before)|how\ssoon|too\ssoon", re.IGNORECASE)
PERIOD_BEFORE = re.compile(r"(?:^|\W)(?:for|of|in|during|throughout|later\sin|earlier\sin|this)\s$", re.IGNORECASE)
DAY_BEFORE = re.compile(r"(?:^|\W)(?:for|in|end|ended|ending)\s$", re.IGNORECASE)


def unit_of(words: str) -> str:
    """The singular of a unit's name."""
    folded = words.casefold()
    return PLURAL_UNITS.get(folded, folded)


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
    if (unit, which) in STRETCHES:
        return None
    if grain is Grain.DAY and which in FROM_TEXT and anchor != "text":
        return unresolved(BLANKS[grain], "of the day told last, and none was told")
    if base is None or not base.is_within(grain):
        return unresolved(BLANKS[grain], f"{step:+d} {unit} from publication; {NEEDS_DATE}")
    moved = base.at(grain).moved(step)
    return whole(moved, f"{step:+d} {unit}", anchor) if moved else None


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
    if match["now"] and unit in ("year", "decade", "month") and count == int(count):
        return _to_the_day(match, scene, int(-count if back else count) * MULTIPLES.get(unit, 1), unit)
    return _counted(scene.published, unit, -count if back else count, "publication", scene)


def _to_the_day(match: re.Match[str], scene: Scene, count: int, unit: str) -> Reading | None:
    """The day, week or month of publication, whole years or months away: "ten years ago today"."""
    grain = {"today": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH}[match["now"].split()[-1].casefold()]
    if scene.published is None or not scene.published.is_within(grain):
        return unresolved(BLANKS[grain], NEEDS_DATE)
    moved = scene.published.shifted(count, Grain.MONTH if unit == "month" else Grain.YEAR)
    return whole(moved.at(grain), f"{count:+d} {unit} to the {grain}", "publication") if moved else None


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
        return on_day(
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


def read_before_last(match: re.Match[str], scene: Scene) -> Reading | None:
    """The period two before or after the one of publication: "the week before last"."""
    unit = unit_of(match["unit"])
    grain, step = GRAINS[unit], -2 if match["way"].casefold().startswith("before") else 2
    if scene.published is None or not scene.published.is_within(grain):
        return unresolved(BLANKS[grain], f"{step:+d} {unit} from publication; {NEEDS_DATE}")
    found = scene.published.at(grain).moved(step)
    return whole(found, f"{step:+d} {unit}", "publication") if found else None


def read_beside(match: re.Match[str], scene: Scene) -> Reading | None:
    """The day before, the year after: beside the one that the text told last, and unknown where it told none."""
    unit = unit_of(match["unit"])
    grain, step = GRAINS[unit], -1 if match["way"].casefold() == "before" else 1
    if scene.told is None or not scene.told.is_within(grain):
        return unresolved(BLANKS[grain], f"{step:+d} {unit} from a time that the text does not tell")
    found = scene.told.at(grain).moved(step)
    return whole(found, f"{step:+d} {unit}", "text") if found else None


def read_year_end(match: re.Match[str], scene: Scene) -> Reading | None:
    """The year of publication: TIMEX3 writes an end of a period as the period."""
    if scene.published is None:
        return unresolved("XXXX", NEEDS_DATE)
    return whole(scene.published.at(Grain.YEAR), "of publication", "publication")


def read_each_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """A month of every year."""
    return Reading(TimexType.SET, f"XXXX-{read_month(match['month']):02d}", None, "", "each year")


def read_reference(match: re.Match[str], scene: Scene) -> Reading | None:
    """Now, recently, soon: times that no calendar holds."""
    words = re.sub(r"\s+", " ", match["words"].casefold())
    if words == "one day" and (
        scene.direction(span_of(match)) is not Direction.FUTURE
        or COUNT_BEFORE.search(scene.text[max(0, match.start() - 12) : match.start()])
    ):
        return None
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
        "unit",
        "named period",
        rf"{_MOD}(?P<which>(?:the~)?(?:{_WHICH}))~(?:fiscal~|calendar~|financial~)?(?P<unit>day|weekend|week|month|quarter|year|decade|century)",
        read_named_period,
    ),
    rule(
        "unit",
        "the one before last",
        r"(?:the~)?(?P<unit>day|night|weekend|week|month|quarter|year|decade|century)~"
        r"(?P<way>before~last|after~next)",
        read_before_last,
    ),
    rule(
        "unit",
        "day beside the one told",
        r"the~(?P<unit>day|night|week|month|year)~(?P<way>before|after)(?=~?[,.;])",
        read_beside,
    ),
    rule(
        "unit",
        "count from a date",
        r"(?:%HEDGE%~)?" + _COUNT + r"~(?P<half>and~a~half~)?(?P<unit>%UNITS%)(?:~(?P<half2>and~a~half))?(?:~or~so)?~"
        r"(?P<way>ago|earlier|later|afterwards?|previously|hence|from~now|back)(?P<now>~today|~this~week|~this~month)?",
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
        rf"{_MOD}(?:the|its)~(?:(?P<full>full|entire|fiscal|current)~)?(?P<unit>year|weekend|week|month|day|decade|century)",
        read_plain_period,
    ),
    rule(
        "unit",
        "end of the year",
        r"(?:the~)?year(?:['’]s)?[- ]end|end~of~year",
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
