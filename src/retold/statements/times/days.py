"""Days and their parts named from publication or from the day told: "yesterday", "on Saturday", "in the morning".

In: a match and the scene. Out: its reading. A weekday goes by the tense of its verbs; the weekday of publication is
that day itself. With the publication date unknown the value stays relative (XXXX-WXX-6 for a Saturday) and the reason
says what it needs.
"""

from __future__ import annotations

import re

from retold.language.english_times import PARTS, WEEKDAYS
from retold.records.statements import TimexType
from retold.statements.times.absolute import span_of, whole
from retold.statements.times.calendar import Grain, Period
from retold.statements.times.patterns import rule
from retold.statements.times.scenes import BACKWARD, FORWARD, FROM_TEXT, NEEDS_DATE, Direction, Reading, Scene

DAYS_AWAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
RANGE_TO = re.compile(r"\w\s(?:to|through|until|till)\s$|\w[-–]$")


def read_near_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """Today, yesterday, tomorrow, with a part of the day if told."""
    words = match["day"].casefold()
    away = DAYS_AWAY[words] + (-1 if match["before"] else 1 if match["after"] else 0)
    part = part_code(match["part"] or match["first"]) or ("TNI" if words == "tonight" else "")
    return on_day(scene.day and scene.day.moved(away), part, f"{away:+d} days from publication", "publication")


def part_code(words: str | None) -> str:
    """The TIMEX3 code of a part of the day, "" where the words name none."""
    return PARTS.get(re.sub(r"\s+", " ", words.casefold()), "") if words else ""


def on_day(day: Period | None, part: str, why: str, anchor: str) -> Reading:
    """A day, or a part of it, as a reading; without the day the value stays relative."""
    if day is None:
        kind = TimexType.TIME if part else TimexType.DATE
        return Reading(kind, "XXXX-XX-XX" + part, None, "", f"{why}; {NEEDS_DATE}")
    if part:
        return whole(Period(Grain.MOMENT, day.first, part), why, anchor)
    return whole(day, why, anchor)


def read_part_of_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """Parts of a day named from publication: this morning, last night."""
    part = part_code(match["part"])
    which = match["which"].casefold()
    which = which.split()[-1]
    if which in FROM_TEXT:
        told = scene.told.at(Grain.DAY) if scene.told and scene.told.is_within(Grain.DAY) else None
        step = -1 if which in BACKWARD else 1 if which in FORWARD else 0
        return on_day(told and told.moved(step), part, "counted from the day told last", "text" if told else "")
    away = -1 if which == "last" else 1 if which == "next" else 0
    return on_day(scene.day and scene.day.moved(away), part, f"{away:+d} days from publication", "publication")


def read_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """A weekday, by tense from the publication date: the same day counts as itself."""
    name = match["weekday"].rstrip(".").casefold()
    number = next(value for day, value in WEEKDAYS.items() if day.casefold().startswith(name[:3]))
    part = part_code(match["part"] or match["first"])
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
    return on_day(base.moved(away), part, why, anchor)


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


def read_weekends(match: re.Match[str], scene: Scene) -> Reading | None:
    """Weekends in general."""
    return Reading(TimexType.SET, "XXXX-WXX-WE", None, "", "each week")


def read_part_told(match: re.Match[str], scene: Scene) -> Reading | None:
    """In the morning, overnight: of the day told shortly before, else of publication."""
    told = scene.near_day(match.start())
    day = told or scene.day
    if match["alone"] and day and scene.direction(span_of(match)) is not Direction.FUTURE:
        day = day.moved(-1)  # the night that led to the day
    part = part_code(match["part"] or match["alone"])
    return on_day(day, part, "the day told, else of publication", "text" if told else "publication")


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
        r"(?:%START%~)?(?P<which>this|last|(?:the~)?(?:previous|following|same|next)|that)~(?P<part>night|morning|afternoon|evening)",
        read_part_of_day,
    ),
    rule(
        "weekday",
        "weekday",
        r"(?:%START%~|%EDGE%~)?(?:(?:the~)?(?P<first>%PART%)~(?:of~|on~)?)?(?:(?P<which>(?:the~)?(?:last|next|this~coming|this~past|this|past|previous|"
        r"following|coming|same|every|each))~)?(?P<weekday>%WEEKDAY%)(?P<many>s(?![^\W_]))?(?:~(?P<part>%PART%)(?P<more>s(?![^\W_]))?)?",
        read_weekday,
    ),
    rule("weekday", "every weekend", r"(?P<unit>weekends)", read_weekends),
    rule(
        "part",
        "part of the day told",
        r"(?:(?<=in )|(?<=during )|(?<=by )|(?<=On )|(?<=later in ))the~(?P<part>morning|afternoon|evening)"
        r"|(?P<alone>overnight)",
        read_part_told,
    ),
)
