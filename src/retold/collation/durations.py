"""Lengths of time: "a week", "seven days", "24 hours".

In: a few units. Out: how long they say that something takes, in a unit that compares, or None.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.collation.units import Tag, Unit
from retold.language.english_numbers import read_cardinal

# In minutes, and in months: no number of days is a month.
_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "fortnight": 20160}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


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


def last_as_long(a: Sequence[Unit], b: Sequence[Unit]) -> bool:
    """Whether both say one length of time."""
    length = duration(a)
    return length is not None and length == duration(b)
