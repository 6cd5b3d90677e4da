"""Lengths of time, repeated times and clock times: "five years", "a 30-year bond", "every quarter", "7:15 p.m.".

In: a match and the scene. Out: a reading of type DURATION, SET or TIME. A vague length keeps its unit ("several
years" is PXY); a length that ends or begins at publication ("the past three months") carries its interval as EDTF.
"""

from __future__ import annotations

import re

from retold.language.english_numbers import read_cardinal
from retold.language.english_times import CLOCK_WORDS, MULTIPLES, PARTS, UNITS
from retold.records.statements import TimexType
from retold.statements.times.absolute import unresolved, whole
from retold.statements.times.calendar import Grain, Period
from retold.statements.times.deictic import GRAINS, read_count, unit_of
from retold.statements.times.patterns import rule
from retold.statements.times.scenes import Reading, Scene

UNIVERSAL = re.compile(r"(?:GMT|UTC)$")
ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q",
    "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y", "biweekly": "P2W", "fortnightly": "P2W", "biannually": "P6M",
}  # fmt: skip
AS_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
RATE_BEFORE = re.compile(
    r"(?:\d|%|\bpercent|\bper cent|\bmillion|\bbillion|\btrillion|\bthousand|\bhundred|"
    r"\bdollars?|\bcents?|\bpounds|\beuros|"
    r"\btimes|\btwice|\bonce|\bbarrels|\btons|\btonnes|\bunits|\bpeople|\bcars|\bjobs|\bdays|\bhours|\bshares?)\s$",
    re.IGNORECASE,
)
# Plural units that are no length: "office hours", "those days", "the old days".
NO_LENGTH = re.compile(
    r"(?:\d|\b(?:office|opening|business|working|visiting|rush|peak|trading|these|those|olden|old|early|holy|feast|"
    r"holi|school|dog))[\s-]$",
    re.IGNORECASE,
)
# "Minutes" are records too, "quarters" are lodgings and coins.
LENGTH_BEFORE = re.compile(r"\b(?:for|over|over the|in|within|of)\s$", re.IGNORECASE)
NOUN_BEFORE_RATE = re.compile(r"\d\s[^\W\d_]{3,14}s\s$")


def amount(count: float | None, unit: str) -> str:
    """A TIMEX3 duration: `count` of `unit`, or an X where the count is not told."""
    letter, is_clock = UNITS[unit]
    times = MULTIPLES.get(unit, 1)
    if count is not None and count * 2 % 2 == 1 and unit in ("year", "minute", "hour"):
        # ISO 8601 has no halves of these: a year and a half is P1Y6M.
        whole = f"{int(count)}{letter}" if count >= 1 else ""
        half = {"year": "6M", "hour": "30M", "minute": "30S"}[unit]
        return f"P{'T' if is_clock else ''}{whole}{half}"
    if count is None:
        number = "X"
        if unit == "decade":
            letter = "E"
    else:
        number = f"{count * times:.6f}".rstrip("0").rstrip(".")
    return f"P{'T' if is_clock else ''}{number}{letter}"


def read_duration(match: re.Match[str], scene: Scene) -> Reading | None:
    """A number of units."""
    unit = unit_of(match["unit"])
    count = read_count(match["count"])
    if count is not None and (match["half"] or match["half2"]):
        count += 0.5
    where = re.sub(r"\s+", " ", match["where"] or "").casefold()
    value = amount(count, unit)
    edtf = None if count is None else _interval(scene, where, unit, count)
    return Reading(TimexType.DURATION, value, edtf, "publication" if edtf else "")


def _interval(scene: Scene, where: str, unit: str, count: float) -> str | None:
    """The stretch that a length covers when it touches the publication date."""
    grain = GRAINS.get(unit)
    if scene.day is None or grain is None or count > 10000 or where not in ("past", "last", "next", "coming"):
        return None
    back = where in ("past", "last")
    steps = int(count * MULTIPLES.get(unit, 1))
    there = scene.day.shifted(-steps if back else steps, Grain.YEAR if unit == "decade" else grain)
    if there is None:
        return None
    ends = (there.first, scene.day.first) if back else (scene.day.first, there.first)
    return f"{ends[0].isoformat()}/{ends[1].isoformat()}"


def read_compound(match: re.Match[str], scene: Scene) -> Reading | None:
    """A number joined to its unit by a hyphen or standing before a noun: "30-year", "five year low"."""
    unit = unit_of(match["unit"])
    if AS_YEAR.match(match["count"]) and match.group()[-len(unit) - 1].isspace():
        return None  # "the 1988 quarter" names a year
    return Reading(TimexType.DURATION, amount(read_count(match["count"]), unit))


def read_single(match: re.Match[str], scene: Scene) -> Reading | None:
    """One unit: a rate after an amount ("$2 million a year"), else a length ("within a week")."""
    unit = unit_of(match["unit"])
    before = scene.text[max(0, match.start() - 24) : match.start()]
    if RATE_BEFORE.search(before) or NOUN_BEFORE_RATE.search(before):
        return Reading(TimexType.SET, amount(1, unit), None, "", "a rate")
    count = 1.5 if match["half"] else 1.0
    if match["part"]:
        count = 0.5
    return Reading(TimexType.DURATION, amount(count, unit))


def read_vague(match: re.Match[str], scene: Scene) -> Reading | None:
    """Units without a number."""
    unit = unit_of(match["unit"])
    which = re.sub(r"\s+", " ", match["which"] or "").casefold()
    if not which and NO_LENGTH.search(scene.text[max(0, match.start() - 16) : match.start()]):
        return None
    if (
        not which
        and unit in ("minute", "quarter")
        and not LENGTH_BEFORE.search(scene.text[max(0, match.start() - 12) : match.start()])
    ):
        return None
    if which == "recent":
        return unresolved("PAST_REF", "no exact number")
    if which in ("coming", "future", "upcoming"):
        return unresolved("FUTURE_REF", "no exact number")
    return Reading(TimexType.DURATION, amount(None, unit))


def read_vague_compound(match: re.Match[str], scene: Scene) -> Reading | None:
    """Decades-long, years-old."""
    return Reading(TimexType.DURATION, amount(None, unit_of(match["unit"])))


def read_long(match: re.Match[str], scene: Scene) -> Reading | None:
    """Year-long, weeklong."""
    return Reading(TimexType.DURATION, amount(1, unit_of(match["unit"])))


def read_stretch(match: re.Match[str], scene: Scene) -> Reading | None:
    """The past decade: a length that ends or begins at publication."""
    unit = unit_of(match["unit"])
    edtf = _interval(scene, match["where"].casefold(), unit, 1.0)
    return Reading(TimexType.DURATION, amount(1, unit), edtf, "publication" if edtf else "")


def read_rate(match: re.Match[str], scene: Scene) -> Reading | None:
    """Every quarter, each month, every two years, per day."""
    unit = unit_of(match["unit"])
    count = read_cardinal(match["count"]) if match["count"] else 2.0 if match["other"] else 1.0
    if unit == "night" and count == 1.0:
        return Reading(TimexType.SET, "XXXX-XX-XXTNI")
    return Reading(TimexType.SET, amount(count, unit))


def read_adverb(match: re.Match[str], scene: Scene) -> Reading | None:
    """Daily, annually; "quarterly" before a noun only describes it (10 of 11 are left out in TimeBank)."""
    if match["adverb"].casefold() == "quarterly" and re.match(r"\s[a-z]", scene.text[match.end() : match.end() + 2]):
        return None
    return Reading(TimexType.SET, ADVERBS[match["adverb"].casefold()])


def read_every_part(match: re.Match[str], scene: Scene) -> Reading | None:
    """Every morning."""
    return Reading(TimexType.SET, "XXXX-XX-XX" + PARTS[match["part"].casefold()])


def read_clock(match: re.Match[str], scene: Scene) -> Reading | None:
    """A clock time, on the day told beside it or on the day of publication."""
    found = match.groupdict()
    if found.get("word"):
        part = CLOCK_WORDS[match["word"].casefold()]
    else:
        hour, minute = int(match["hour"]), int(found.get("minute") or 0)
        half = (found.get("half") or "").replace(".", "").casefold()
        half = {"morning": "am", "afternoon": "pm", "evening": "pm"}.get(half, half)
        if (half and not 1 <= hour <= 12) or hour > 24 or minute > 59:
            return None
        hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
        part = f"T{hour:02d}:{minute:02d}"
    if UNIVERSAL.search(match.group()):
        part += "Z"
    return _at(part, match, scene)


def _at(part: str, match: re.Match[str], scene: Scene) -> Reading:
    """A clock time on the day told before it in its sentence, else on the day of publication."""
    told = scene.told_day(match.start())
    day = told or scene.day
    if day is None:
        return Reading(TimexType.TIME, "XXXX-XX-XX" + part, None, "", "the day is not known")
    why = "on the day told before" if told else "on the day of publication"
    return whole(Period(Grain.MOMENT, day.first, part), why, "text" if told else "publication")


def read_clock_words(match: re.Match[str], scene: Scene) -> Reading | None:
    """Half past nine, five o'clock: without "a.m." or "in the evening" the half of the day stays open."""
    hour = read_cardinal(match["name"] or match["whole"])
    if hour is None or not 1 <= hour <= 12:
        return None
    minute = 30 if (match["past"] or "").casefold() == "half" else 15 if match["past"] else 45 if match["to"] else 0
    clock = int(hour) % 12 - (1 if match["to"] else 0)
    half = (match["half"] or "").replace(".", "").casefold()
    if not half:
        return _at(f"TXX:{minute:02d}", match, scene)  # morning or evening?
    clock = clock % 12 + (0 if half in ("am", "morning") else 12)
    return _at(f"T{clock:02d}:{minute:02d}", match, scene)


_COUNT = r"(?P<count>%PAIR%|%VAGUE%|%NUMBER%)(?:(?:~(?:to|or)~|-)%NUMBER%)?"
_EXTRA = r"(?:(?:more|additional|consecutive|straight|full|business|trading|working|calendar|long|whole|fiscal)~)?"
_WHERE = (
    r"(?:(?:the|its|his|her|their|our|these|those|each~of~the)~)?"
    r"(?:(?P<where>past|last|next|first|final|coming|previous|preceding|following|latest|initial)~)?"
)
RULES = (
    rule(
        "unit",
        "length",
        rf"(?:(?!(?:over|within|under)~the)%HEDGE%~)?{_WHERE}(?:%HEDGE%~)?{_COUNT}~(?P<half>and~a~half~)?{_EXTRA}(?P<unit>%PLURAL%)(?P<half2>~and~a~half)?(?:~or~so)?(?!~old)",
        read_duration,
    ),
    rule("unit", "compound length", rf"(?:the~|an?~)?{_COUNT}[- ](?P<unit>%UNIT%)(?![- ]olds?)", read_compound),
    rule(
        "unit",
        "one unit",
        r"(?:%HEDGE%~)?(?:an?|one|a~full|a~whole)~(?P<part>half[- ])?"
        r"(?P<unit>minute|hour|day|week|fortnight|month|year|decade|century)(?P<half>~and~a~half)?(?:~or~so)?",
        read_single,
    ),
    rule(
        "unit",
        "half a unit",
        r"(?P<part>half)~(?:of~)?an?~(?P<unit>minute|hour|day|year|century|decade)(?P<half>\b)",
        read_single,
    ),
    rule(
        "unit",
        "vague length",
        r"(?:(?P<which>recent|past|coming|future|upcoming|many|the~past|the~last|these)~)?"
        r"(?P<unit>years|months|weeks|days|decades|centuries|hours|minutes|quarters)"
        r"(?:~ahead|~(?:and|or)~(?:hours|days|weeks|months|years|decades))?",
        read_vague,
    ),
    rule(
        "unit",
        "vague compound length",
        r"(?:an?~)?(?P<unit>years|months|weeks|days|decades|centuries|hours)-(?:long|old)",
        read_vague_compound,
    ),
    rule("unit", "length of one", r"(?:an?~)?(?P<unit>year|month|week|day|hour|decade|century)-?long", read_long),
    rule("unit", "stretch", r"(?:the~)?(?P<where>past|last|next|coming)~(?P<unit>decade|century)", read_stretch),
    rule(
        "unit",
        "rate",
        r"(?:every|each|per)~(?!second)(?:(?P<count>%NUMBER%)~|(?P<other>other~))?(?P<unit>%UNITS%)",
        read_rate,
    ),
    rule(
        "adverb",
        "adverb of rate",
        r"(?P<adverb>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|biweekly|fortnightly|biannually)",
        read_adverb,
    ),
    rule("part", "every part of a day", r"(?:every|each)~(?P<part>morning|afternoon|evening|night)", read_every_part),
    rule(
        "clock",
        "clock",
        r"(?:around~|about~|shortly~(?:before|after)~)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?~?(?P<half>[ap]\.?m\.?)(?:~(?:(?-i:[A-Z]{2,4})|local~time))?",
        read_clock,
    ),
    rule(
        "clock",
        "clock of 24 hours",
        r"(?P<hour>[01]\d|2[0-3])(?::|h(?=\d))(?P<minute>[0-5]\d)(?:~?(?:GMT|UTC|CET|EST|BST|EDT|local~time))?",
        read_clock,
    ),
    rule(
        "clock",
        "clock of four figures",
        r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)~?(?:GMT|UTC|local~time|hours~local~time|h(?:ou)?rs)",
        read_clock,
    ),
    rule(
        "clock",
        "clock by the part of the day",
        r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?~(?:o['’]clock~)?in~the~(?P<half>morning|afternoon|evening)",
        read_clock,
    ),
    rule(
        "clock",
        "clock in words",
        r"(?:(?:(?P<past>half|(?:a~)?quarter)~past|(?P<to>(?:a~)?quarter~to))~(?P<name>%HOUR%|\d{1,2})|(?P<whole>%HOUR%|\d{1,2})~o['’]clock)"
        r"(?:~(?:in~the~)?(?P<half>[ap]\.?m\.?|morning|afternoon|evening))?",
        read_clock_words,
    ),
    rule("clock", "noon or midnight", r"(?<!high )(?P<word>noon|midday|midnight)", read_clock),
)
