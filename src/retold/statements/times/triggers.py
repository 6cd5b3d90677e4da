"""Where time expressions can be: words that none is without, each with its kind.

In: a text. Out: windows of it with the kinds of the words inside; a rule runs only where a word of its kind stands.
Holds always: every expression that the rules know has such a word, and lies within the window around it. This is what
makes the tagger fast: most of a news text holds no such word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from retold.language.english_times import (
    CLOCK_WORDS,
    EASTER_HOLIDAYS,
    HOLIDAYS,
    MONTHS,
    PARTS,
    PLURALS,
    REFERENCES,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAY_HOLIDAYS,
    WEEKDAYS,
)
from retold.records.spans import Span

# Longest way from such a word to the edge of an expression around it: "at least the past two hundred and fifty-five
# consecutive years" has 60 characters before its unit.
REACH_BACK = 90
REACH_ON = 70
TOKEN = re.compile(r"[^\W\d_]+|['’]?\d+(?:[:/.-]\d+)*", re.UNICODE)
ADVERBS = ("hourly", "daily", "nightly", "weekly", "monthly", "quarterly", "yearly", "annually", "biweekly",
           "fortnightly", "biannually")  # fmt: skip
DECADE_WORDS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
# Frequent words that holidays and references share with everything else; another word of theirs finds them.
TOO_COMMON = frozenset(
    [
        "the",
        "a",
        "an",
        "at",
        "by",
        "in",
        "of",
        "to",
        "day",
        "from",
        "s",
        "more",
        "most",
        "long",
        "as",
        "or",
        "these",
        "this",
        "near",
    ]
)


@cache
def _kinds() -> dict[str, str]:
    """The kind of each word, in small letters."""
    kinds: dict[str, str] = {}

    def add(kind: str, words: tuple[str, ...] | dict[str, object] | frozenset[str]) -> None:
        for phrase in words:
            for word in re.findall(r"[^\W\d_]+", phrase.casefold()):
                if word not in TOO_COMMON or kind == "unit":
                    kinds.setdefault(word, kind)

    add("month", (*MONTHS, *SHORT_MONTHS))
    add("weekday", (*WEEKDAYS, *SHORT_WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), "weekends"))
    add("near", ("today", "yesterday", "tomorrow", "tonight"))
    add("part", tuple(PARTS))
    add("season", tuple(SEASONS))
    add("unit", (*UNITS, *(PLURALS.get(unit, unit + "s") for unit in UNITS), "period", "half"))
    add("clock", (*CLOCK_WORDS, "am", "pm", "m", "gmt", "utc", "clock"))
    add("adverb", ADVERBS)
    add("year", (*DECADE_WORDS, "nineteen", "eighteen", "seventeen", "thousand"))
    add("holiday", (*HOLIDAYS, *WEEKDAY_HOLIDAYS, *EASTER_HOLIDAYS))
    add("reference", tuple(REFERENCES))
    kinds |= {"q": "unit", "h": "unit or clock", "half": "unit or clock", "quarter": "unit or clock", "twenty": "year"}
    kinds |= {"fy": "unit", "bc": "era", "bce": "era"}
    return kinds


# Words of one kind that also begin expressions of another: "March" is a month, "May Day" a holiday.
ALSO = {"month": ("month", "holiday"), "near": ("near", "part"), "part": ("part", "near", "weekday", "unit", "clock"),
        "clock": ("clock", "part"), "season": ("season", "unit"), "figures": ("figures", "year"),
        "year or clock": ("year", "clock"), "unit or clock": ("unit", "clock")}  # fmt: skip
CLOCK_OF_FOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d$")
AS_YEAR = re.compile(r"(?:1[5-9]\d\d|20\d\d)$|\d{3}0$|['’]\d\d$")


def windows(text: str) -> Iterator[tuple[Span, frozenset[str]]]:
    """The stretches of `text` that can hold expressions, in order and apart, with the kinds of words in each."""
    kinds = _kinds()
    start = end = -1
    found: set[str] = set()
    for match in TOKEN.finditer(text):
        word = match.group()
        kind = _figure_kind(word) if word[-1].isdecimal() else kinds.get(word.casefold())
        if kind is None:
            continue
        if match.start() - REACH_BACK > end:
            if found:
                yield _clipped(text, start, end), frozenset(found)
            start, found = match.start() - REACH_BACK, set()
        end = match.end() + REACH_ON
        found.update(ALSO.get(kind, (kind,)))
    if found:
        yield _clipped(text, start, end), frozenset(found)


def _figure_kind(figure: str) -> str | None:
    if ":" in figure:
        return "clock"
    if "/" in figure or "-" in figure or "." in figure:
        return "figures"
    if AS_YEAR.match(figure):
        return "year or clock" if CLOCK_OF_FOUR.match(figure) else "year"
    return "clock" if CLOCK_OF_FOUR.match(figure) else None


def _clipped(text: str, start: int, end: int) -> Span:
    """The window widened to whole words."""
    start, end = max(0, start), min(len(text), end)
    for _ in range(40):
        if start == 0 or text[start - 1].isspace():
            break
        start -= 1
    for _ in range(40):
        if end == len(text) or text[end].isspace():
            break
        end += 1
    return Span(start, end)
