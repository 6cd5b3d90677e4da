"""Patterns of time expressions: short names for the word classes, and the rules made with them.

In: a template such as `%NUMBER%~%UNIT%~ago`. Out: a compiled rule. Holds always: a pattern begins and ends at a word
boundary, repeats nothing without bound, and reads months and weekdays with their capitals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from retold.language.english_numbers import NUMBER, ORDINAL_WORD
from retold.language.english_times import (
    EASTER_HOLIDAYS,
    EDGES,
    HEDGES,
    HOLIDAYS,
    MONTHS,
    PAIRS,
    PARTS,
    PLURALS,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    STARTS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAY_HOLIDAYS,
    WEEKDAYS,
)
from retold.statements.times.scenes import Reading, Scene

SPACE = r"(?:[ \t\u00a0]{1,3}|[ \t]?\n[ \t]{0,3})"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, white space in them loose."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", SPACE) for word in ordered) + ")"


def with_capital(names: Iterable[str]) -> str:
    """A pattern for names written with a capital or in capitals, whatever the flags around it."""
    listed = list(names)
    return f"(?-i:{any_of([*listed, *(name.upper() for name in listed)])})"


_SPOKEN_TAIL = r"(?:(?:ty|een)|[- ](?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve)"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = "(?:one|two|three|four|five|six|seven|eight|nine)"
_TEENS = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
SPOKEN_YEAR = (
    rf"(?:(?:nineteen|eighteen|seventeen|twenty)[ -](?:{_TENS}(?:[ -]{_ONES})?|{_TEENS})"
    rf"|two[ -]thousand(?:[ ](?:and[ ])?(?:{_TEENS}|{_TENS}(?:[ -]{_ONES})?|{_ONES}))?)"
)
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
FULL_MONTH = with_capital(MONTHS)
SHORT_MONTH = rf"(?:{with_capital(SHORT_MONTHS)}\.?)"
PLURAL_UNITS = {PLURALS.get(unit, unit + "s"): unit for unit in UNITS}
MACROS = {
    "MONTH": f"(?:{FULL_MONTH}|{SHORT_MONTH})",
    "FULLMONTH": f"(?:{FULL_MONTH}|{with_capital(SHORT_MONTHS)}\\.)",
    "WEEKDAY": f"(?:{with_capital(WEEKDAYS)}|{with_capital(SHORT_WEEKDAYS)}\\.)",
    "DAYNAME": f"(?:{with_capital(WEEKDAYS)}|{with_capital(SHORT_WEEKDAYS)}\\.?)",
    "DAY": rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?|{ORDINAL_WORD})",
    "DAYS": r"(?:3[01]|[12]\d|0?[1-9])",
    "YEAR": r"(?:1[5-9]\d\d|20\d\d)",
    "SPOKEN": SPOKEN_YEAR,
    "SEASON": any_of(SEASONS),
    "PART": any_of(PARTS),
    "UNITS": any_of([*PLURAL_UNITS, *UNITS]),
    "UNIT": any_of(UNITS),
    "PLURAL": any_of(PLURAL_UNITS),
    "NUMBER": NUMBER,
    "ORDINAL": f"(?:{ORDINAL_WORD})",
    "VAGUE": any_of(VAGUE_NUMBERS),
    "PAIR": any_of(PAIRS),
    "HEDGE": any_of(HEDGES),
    "START": any_of(STARTS),
    "EDGE": f"(?:the{SPACE})?{any_of(edge.removeprefix('the ') for edge in EDGES)}",
    "HOLIDAY": with_capital(HOLIDAYS),
    "MOVING": with_capital([*WEEKDAY_HOLIDAYS, *EASTER_HOLIDAYS]),
    "HOUR": any_of(HOURS),
    "~": SPACE,
}
_NAME = re.compile(r"%([A-Z]+)%|~")


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and the function that reads what it matched; None from `read` means it is no time after all.

    `kind` is that of the words without which the pattern cannot match (see `triggers`).
    """

    kind: str
    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Scene], Reading | None]


def rule(kind: str, name: str, template: str, read: Callable[[re.Match[str], Scene], Reading | None]) -> Rule:
    """A rule from a template in which `%NAME%` stands for a word class and `~` for white space."""
    body = _NAME.sub(lambda found: MACROS[found.group(1) or "~"], template)
    return Rule(kind, name, re.compile(rf"(?<![\w$€£#])(?:{body})(?![^\W_])", re.IGNORECASE), read)
