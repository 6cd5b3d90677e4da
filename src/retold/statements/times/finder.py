"""The time expressions of a text, in order, with their values.

In: a text, its publication date (EDTF or ISO 8601) or None, and its sentences. Out: time expressions in text order
that do not overlap. Holds always: nothing raises whatever the text; every value is a well-formed TIMEX3 value and
every `edtf` well-formed EDTF; all spans lie within the text. Method: rules over a lexicon with tense and narrative
reference, as in HeidelTime (Strötgen and Gertz 2010), written anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from retold.records.spans import Span, Spans
from retold.records.statements import Timex, TimexType
from retold.statements.times import absolute, days, deictic, durations, holidays, quarters, years
from retold.statements.times.bounds import with_bounds
from retold.statements.times.calendar import Grain, Period, read_published
from retold.statements.times.events import with_events
from retold.statements.times.patterns import Rule
from retold.statements.times.scenes import Reading, Scene
from retold.statements.times.triggers import windows

MODULES = (absolute, years, holidays, days, deictic, quarters, durations)
RULES: tuple[Rule, ...] = tuple(rule for module in MODULES for rule in module.RULES)
CLOCKS = ("clock", "noon")
BRACKET = re.compile(r"\s?\($")
BRACKET_END = re.compile(r"\)\s(?:on\s)?$")
AND = re.compile(r"\s(?:and\s)?$")
LENGTH = re.compile(r"P(T?)(\d{1,6})([YMWDHS])$")
UNIT_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
JOIN = re.compile(r",?\s{1,2}(?:on\s)?$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule's match before it is read; `rank` is the rule's place in the list."""

    match: re.Match[str]
    rank: int

    @property
    def span(self) -> Span:
        """The characters matched."""
        return Span(self.match.start(), self.match.end())


def find_timex(text: str, published: str | None, sentences: Spans = ()) -> tuple[Timex, ...]:
    """All time expressions of `text` with TIMEX3 values and EDTF, resolved against `published` where it is known."""
    scene = Scene(text, read_published(published))
    read: list[tuple[Span, str, Reading]] = []
    reach = 0
    for candidate in _candidates(text):
        span = candidate.span
        if span.start < reach:
            continue
        reading = RULES[candidate.rank].read(candidate.match, scene)
        if reading is None:
            continue
        scene.position = span.start
        name = RULES[candidate.rank].name
        reach = span.end
        if read and _is_clock_before_day(read[-1], span, reading, text):
            span, reading = Span(read[-1][0].start, span.end), _on_day(read.pop()[2], reading)
        elif read and (whole := _compound(read[-1], span, reading, text)):
            span, reading = Span(read[-1][0].start, span.end), whole
            read.pop()
        elif reading.period and reading.period.grain is Grain.DAY:
            _give_day(read, span, reading, text)
        scene.tell(reading)
        read.append((span, name, reading))
    found = tuple(_timex(span, name, reading) for span, name, reading in read)
    return with_events(text, with_bounds(text, found))


def _candidates(text: str) -> list[Candidate]:
    """Matches in reading order; of those that begin at one place the longest first, then by the rules' order."""
    found = [
        Candidate(match, rank)
        for window, kinds in windows(text)
        for rank, rule in enumerate(RULES)
        if rule.kind in kinds
        for match in rule.pattern.finditer(text, window.start, window.end)
    ]
    found.sort(key=lambda c: (c.match.start(), -c.match.end(), c.rank))
    return found


def _is_clock_before_day(before: tuple[Span, str, Reading], span: Span, reading: Reading, text: str) -> bool:
    """Whether a clock time stands right before its day: "10 p.m. Wednesday"."""
    clock, name, _ = before
    if not name.startswith(CLOCKS) or reading.period is None or reading.period.grain is not Grain.DAY:
        return False
    return span.start - clock.end <= 6 and JOIN.match(text[clock.end : span.start]) is not None


def _on_day(clock: Reading, day: Reading) -> Reading:
    """The clock time moved to the day that stands beside it."""
    part = clock.value[clock.value.index("T") :]
    moment = Period(Grain.MOMENT, day.period.first, part) if day.period else None
    if moment is None:
        return clock
    return replace(clock, value=moment.value, edtf=moment.edtf, anchor=day.anchor, why=day.why, period=moment)


def _give_day(read: list[tuple[Span, str, Reading]], span: Span, day: Reading, text: str) -> None:
    """Put two clock times, the second in brackets, on the day behind them: "10:35 a.m. (0735 GMT) Friday"."""
    if len(read) < 2 or not all(name.startswith(CLOCKS) for _, name, _ in read[-2:]):
        return
    first, second = read[-2][0], read[-1][0]
    if BRACKET.match(text[first.end : second.start]) and BRACKET_END.match(text[second.end : span.start]):
        read[-2:] = [(at, name, _on_day(clock, day)) for at, name, clock in read[-2:]]


def _compound(before: tuple[Span, str, Reading], span: Span, reading: Reading, text: str) -> Reading | None:
    """Two lengths that are one, coarse before fine: "two years and three months"."""
    if reading.type is not TimexType.DURATION or before[2].type is not TimexType.DURATION:
        return None
    if not AND.match(text[before[0].end : span.start]):
        return None
    first, second = LENGTH.match(before[2].value), LENGTH.match(reading.value)
    if first is None or second is None:
        return None
    if UNIT_ORDER.index(first[1] + first[3]) >= UNIT_ORDER.index(second[1] + second[3]):
        return None
    clock = second[1] if not first[1] else ""
    return replace(reading, value=f"{before[2].value}{clock}{second[2]}{second[3]}", edtf=None, anchor="")


def _timex(span: Span, name: str, reading: Reading) -> Timex:
    why = f"{name}: {reading.why}" if reading.why else name
    return Timex(span, reading.type, reading.value, reading.edtf, reading.anchor, why)
