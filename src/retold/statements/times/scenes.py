"""What a time expression is read against: the publication date, the dates told so far, and the verbs around it.

In: the text, its publication date, and what was read before. Out: a direction for expressions that name no year or
week of their own. Holds always: without a publication date nothing is guessed; looking around an expression reads a
bounded stretch, so that the whole stays linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum

from retold.language.english_times import FUTURE_CUES, PAST_CUES
from retold.records.spans import Span
from retold.records.statements import TimexType
from retold.statements.times.calendar import Grain, Period

LOOK_BACK = 180
LOOK_AHEAD = 60
_FUTURE = "|".join(sorted((re.escape(cue) for cue in FUTURE_CUES), key=lambda cue: (-len(cue), cue)))
_PAST = "|".join(sorted(PAST_CUES, key=lambda cue: (-len(cue), cue)))
CUE = re.compile(
    rf"(?:(?<![^\W_])(?P<future>{_FUTURE})|(?<![^\W_])(?P<past>{_PAST}|[^\W\d_]{{2,12}}ed))(?![^\W_])", re.IGNORECASE
)
CLAUSE_END = re.compile(r"[.!?]['\"”’]?\s|\n|;")
DEADLINE = re.compile(
    r"(?:^|\W)(?:by|until|till|through|before|from|starting|beginning|effective)\s{1,2}$", re.IGNORECASE
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
    told_days: list[Period] = field(default_factory=list)

    def tell(self, reading: Reading) -> None:
        """Remember what was read, for the expressions after it."""
        if reading.period is None or not reading.is_told:
            return
        self.told = reading.period
        if reading.period.grain is Grain.QUARTER:
            self.quarter = reading.period

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

    def is_deadline(self, span: Span) -> bool:
        """Whether the expression stands after "by", "until" or the like."""
        return DEADLINE.search(self.text[max(0, span.start - 14) : span.start]) is not None
