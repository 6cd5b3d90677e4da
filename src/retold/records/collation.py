"""A story's tellings laid side by side, sentence by sentence and word by word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from retold.records.spans import Pointer, Span, Spans


@dataclass(frozen=True, slots=True)
class Telling:
    """What is to be collated of one article: its whole `text`, and the body stretches of it that are compared.

    `spans` ascend and do not overlap; all offsets of the collation point into `text`. `outlet` and `published` (EDTF)
    decide in which order tellings stand.
    """

    article: str
    text: str
    spans: Spans
    outlet: str | None = None
    published: str | None = None


class ChangeClass(StrEnum):
    """What sort of difference a variant is."""

    SPELLING = "spelling"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    ATTRIBUTION = "attribution"
    HEDGING = "hedging"
    QUOTATION = "quotation"
    LOADED = "loaded"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one telling has at a place of variation: `text` is empty, and `span` of length 0, where it has nothing."""

    article: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A place where tellings differ.

    `detail` refines the class in words ("one report became several", "same referent"); `reason` names what
    decided it; `row` is the index of the row that it stands in; readings come in the order of `articles`.
    """

    kind: ChangeClass
    detail: str
    readings: tuple[Reading, ...]
    row: int
    reason: str = ""


class Fate(StrEnum):
    """What became of a row's sentence from telling to telling."""

    KEPT = "kept"
    REWORDED = "reworded"
    SPLIT = "split"
    JOINED = "joined"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Row:
    """One statement in each telling: a cell is one or several sentences, or None where a telling lacks it."""

    cells: tuple[tuple[Pointer, ...] | None, ...]
    fate: Fate


@dataclass(frozen=True, slots=True)
class Move:
    """A row whose place among the others differs: `places` is its rank per telling, None where absent."""

    row: int
    places: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Collation:
    """Tellings by date of publication, outlet and id, so that the order of arguments does not matter."""

    articles: tuple[str, ...]
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    moves: tuple[Move, ...]
