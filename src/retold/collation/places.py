"""What the comparison of words in one row speaks in: edits between two tellings, places of variation among all."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from retold.collation.units import Unit

Units = tuple[Unit, ...]
# (base from, base to, other from, other to): units of the base that another telling has otherwise.
Edit = tuple[int, int, int, int]


class Manner(Enum):
    """How tellings differ at a place: in their words, in where these stand, or in their quotation marks."""

    WORDS = "words"
    MOVED = "moved"
    MARKS = "marks"


class Place(NamedTuple):
    """A place of variation: per telling of the row the range of its units."""

    ranges: tuple[tuple[int, int], ...]
    manner: Manner = Manner.WORDS
