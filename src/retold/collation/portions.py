"""Lengths of time, shares of a whole and multiples: "a week", "seven days"; "a third", "one in three"; "two times".

In: a few units. Out: how long, how large a part, or how many times they say, in a unit that compares, or None.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.collation.units import Tag, Unit
from retold.language.english_numbers import read_cardinal
from retold.language.english_quantities import FRACTION_WORDS
from retold.language.house_style import SAME_TIMES

# In minutes, and in months: no number of days is a month.
_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "fortnight": 20160}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}

_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}


def duration(units: Sequence[Unit]) -> tuple[str, float] | None:
    """A number or an article and a noun of time, as (minutes or months, how many); None for anything else."""
    if len(units) != 2:
        return None
    count, noun = units
    if count.key in ("a", "an"):
        value: float | None = 1.0
    else:
        value = read_cardinal(count.key) if count.tag & Tag.NUMBER else None
    if value is None:
        return None
    if noun.base in _MINUTES:
        return "minutes", value * _MINUTES[noun.base]
    return ("months", value * _MONTHS[noun.base]) if noun.base in _MONTHS else None


def fraction(units: Sequence[Unit]) -> float | None:
    """The part that "a third", "two-thirds", "half" or "three out of ten" is; None for anything else."""
    words = [w for unit in units for w in unit.surface.casefold().split("-") if w not in ("of", "out", "a", "an")]
    if len(words) == 3 and words[1] == "in":
        part, whole = read_cardinal(words[0]), read_cardinal(words[2])
    elif 1 <= len(words) <= 2 and words[-1] in FRACTION_WORDS:
        part, whole = read_cardinal(words[0]) if len(words) == 2 else 1.0, FRACTION_WORDS[words[-1]]
    else:
        return None
    return part / whole if part is not None and whole else None


def multiple(units: Sequence[Unit]) -> float | None:
    """How many times "twice" or "two times" is; None for anything else."""
    if len(units) == 1:
        return _TIMES.get(units[0].surface.casefold())
    if len(units) != 2 or units[1].surface.casefold() != "times" or not units[0].tag & Tag.NUMBER:
        return None
    return read_cardinal(units[0].key)


def same_time(a: Sequence[Unit], b: Sequence[Unit]) -> bool:
    """Whether both call one time that is no day by other words: "overnight" / "during the night"."""
    one, two = (" ".join(unit.surface.casefold() for unit in side) for side in (a, b))
    return any(one in times and two in times for times in SAME_TIMES)


def count_alike(a: Sequence[Unit], b: Sequence[Unit]) -> bool:
    """Whether both say one length of time, one share or one multiple."""
    for measure in (duration, fraction, multiple):
        size = measure(a)
        if size is not None:
            return size == measure(b)
    return False
