"""What a time expression is read against: the publication date, the dates told so far, and the verbs around it.

In: the text, its publication date, and what was read before. Out: a direction for expressions that name no year or
week of their own. Holds always: without a publication date nothing is guessed; looking around an expression reads a
bounded stretch, so that the whole stays linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from retold.language.english_times import FUTURE_CUES, NOT_PAST, PAST_CUES, PAST_PLANS
from retold.records.spans import Span
from retold.records.statements import TimexType
from retold.statements.times.calendar import Grain, Period

NEEDS_DATE = "counts from the publication date, which is not known"
# Words that point back, ahead, and from the time told last instead of from publication.
BACKWARD = frozenset({"last", "past", "previous", "preceding", "prior"})
FORWARD = frozenset({"next", "coming", "following", "subsequent"})
FROM_TEXT = frozenset({"previous", "preceding", "prior", "following", "subsequent", "that", "same", "that same"})
LOOK_BACK = 180
LOOK_AHEAD = 60
NEAR_CUE = 10
# How far behind the naming of a quarter "a year ago" still means that quarter of the year before: on TimeBank 600 to
# 1500 are alike.
REPORT_REACH = 1000
_FUTURE = "|".join(sorted((re.escape(cue) for cue in FUTURE_CUES), key=lambda cue: (-len(cue), cue)))
_PAST = "|".join(sorted(PAST_CUES, key=lambda cue: (-len(cue), cue)))
_NOT_PAST = "|".join(NOT_PAST)
# "will be named", "to be completed": the participle behind "be" is no past.
_TO_BE = rf"(?:{_FUTURE}|to)(?:\s(?:not|also|then))?\sbe(?:\s[a-z]{{2,12}}ly)?\s[a-z]{{2,14}}"
CUE = re.compile(
    rf"(?<![^\W_])(?:(?P<plan>{PAST_PLANS})|(?P<future>{_TO_BE}|{_FUTURE})"
    rf"|(?P<past>{_PAST}|(?!(?:{_NOT_PAST})(?![^\W_]))(?-i:[a-z]{{2,12}}ed)))(?![^\W_])",
    re.IGNORECASE,
)
# A full stop ends a clause behind two small letters or figures: not in "a.m.", "U.S." and "Mr.".
CLAUSE_END = re.compile(r"(?<=[a-z0-9)%][a-z0-9)%])[.!?]['\"”’]{0,2}\s|[!?]['\"”’]{0,2}\s|\n|;")
DEADLINE = re.compile(
    r"(?:^|\W)(?:by|until|till|through|before|from|starting|beginning|effective|as\s(?:soon|early|late)\sas)\s{1,2}"
    r"(?:(?:\d{1,2}(?::\d\d)?\s[ap]\.?m\.?|noon|midnight)\s(?:[A-Z]{3}\s)?)?$",
    re.IGNORECASE,
)


class Direction(IntEnum):
    """Which way from the publication date an expression points, as its verbs tell it."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: a TIMEX3 type and value, and the period behind it where it is one."""

    type: TimexType
    value: str
    edtf: str | None = None
    anchor: str = ""
    why: str = ""
    period: Period | None = None
    is_told: bool = True  # whether later "a year earlier" may count from it


@dataclass(slots=True)
class Scene:
    """The state of reading one text from its first expression to its last."""

    text: str
    published: Period | None
    told: Period | None = None
    quarter: Period | None = None
    quarter_at: int = 0
    position: int = 0

    def tell(self, reading: Reading) -> None:
        """Remember what was read, for the expressions after it."""
        if reading.period is None or not reading.is_told:
            return
        self.told = reading.period
        if reading.period.grain is Grain.QUARTER and self._is_reported(reading.period):
            self.quarter = reading.period
            self.quarter_at = self.position

    def _is_reported(self, quarter: Period) -> bool:
        """Whether a quarter can be what a report is about: over by publication, and no older than the one before."""
        after = quarter.moved(1)
        is_over = self.published is None or after is None or after.first <= self.published.first
        return is_over and (self.quarter is None or quarter.first >= self.quarter.first)

    def is_report(self, position: int) -> bool:
        """Whether a quarter's figures are told around `position`."""
        return self.quarter is not None and position - self.quarter_at < REPORT_REACH

    @property
    def day(self) -> Period | None:
        """The publication date where it is known to the day."""
        return self.published if self.published and self.published.grain is Grain.DAY else None

    def direction(self, span: Span) -> Direction:
        """Past or future by the nearest verb before the expression in its sentence, else the nearest after it."""
        before = self.text[max(0, span.start - LOOK_BACK) : span.start]
        ends = [match.end() for match in CLAUSE_END.finditer(before)]
        before = before[ends[-1] :] if ends else before
        cues = list(CUE.finditer(before))
        if not cues:
            after = self.text[span.end : span.end + LOOK_AHEAD]
            end = CLAUSE_END.search(after)
            cues = list(CUE.finditer(after[: end.start()] if end else after))[:1]
        if not cues:
            return Direction.UNKNOWN
        return Direction.FUTURE if cues[-1].group("future") else Direction.PAST

    def is_near_past(self, span: Span) -> bool:
        """Whether a verb in the past stands close before the expression: "opened in June"."""
        before = self.text[max(0, span.start - NEAR_CUE) : span.start]
        cues = list(CUE.finditer(before))
        return bool(cues) and cues[-1].group("past") is not None and not CLAUSE_END.search(before[cues[-1].end() :])

    def told_day(self, start: int) -> Period | None:
        """The day told earlier in the sentence that goes on at `start`, else None."""
        if self.told is None or self.told.grain not in (Grain.DAY, Grain.MOMENT):
            return None
        between = self.text[self.position : start]
        if len(between) > LOOK_BACK or CLAUSE_END.search(between):
            return None
        return self.told.at(Grain.DAY)

    def near_day(self, start: int) -> Period | None:
        """The day told in the same paragraph shortly before `start`, else None."""
        if self.told is None or self.told.grain not in (Grain.DAY, Grain.MOMENT):
            return None
        between = self.text[self.position : start]
        return None if len(between) > LOOK_BACK or "\n\n" in between else self.told.at(Grain.DAY)

    def is_deadline(self, span: Span) -> bool:
        """Whether the expression stands after "by", "until" or the like."""
        return DEADLINE.search(self.text[max(0, span.start - 32) : span.start]) is not None
