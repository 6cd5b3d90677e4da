"""What the judging of a change speaks in: the tellings at a place, two readings side by side, and the judgement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from retold.collation.units import Unit
from retold.records.collation import ChangeClass

Units = Sequence[Unit]


class Judgement(NamedTuple):
    """A class with its detail and the rule that decided."""

    kind: ChangeClass
    detail: str
    reason: str


class Pair(NamedTuple):
    """Two readings with what stands before and after them; `left` and `right` are the telling content words of each.

    A content word is telling when the other reading has no word of its root.
    """

    a: Units
    b: Units
    left: Units
    right: Units
    before: Units
    after: Units

    @property
    def telling(self) -> list[Unit]:
        """The telling words of both."""
        return [*self.left, *self.right]


class Witness(NamedTuple):
    """One telling at a place: its row's units and the range of the reading."""

    units: Units
    start: int
    end: int

    @property
    def reading(self) -> Units:
        """The units read here."""
        return self.units[self.start : self.end]

    def around(self, reach: int) -> tuple[Units, Units]:
        """The units just before and just after."""
        return self.units[max(0, self.start - reach) : self.start], self.units[self.end : self.end + reach]

    @property
    def quoted(self) -> bool:
        """Whether the reading, or the gap where it would stand, lies inside quotation marks."""
        if self.start < self.end:
            return all(unit.quoted for unit in self.reading)
        beside = self.units[max(0, self.start - 1) : self.start + 1]
        return bool(beside) and any(unit.quoted for unit in beside)
