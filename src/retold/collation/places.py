"""What the comparison of words in one row speaks in: edits between two tellings, places of variation among all."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from retold.collation.units import Unit

Units = tuple[Unit, ...]
# (base from, base to, other from, other to): units of the base that another telling has otherwise.
Edit = tuple[int, int, int, int]


class Manner(Enum):
    """How tellings differ at a place: in words, in where these stand, in quotation marks, or in whom they cite."""

    WORDS = "words"
    MOVED = "moved"
    MARKS = "marks"
    SOURCE = "source"


class Place(NamedTuple):
    """A place of variation: per telling of the row the range of its units."""

    ranges: tuple[tuple[int, int], ...]
    manner: Manner = Manner.WORDS


def is_parted(units: Units, index: int) -> bool:
    """Whether more than one character, and so a mark, stands before unit `index`."""
    return units[index].start - units[index - 1].end > 1
