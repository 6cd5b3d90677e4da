"""What becomes of claims from one reading to the next: as they were told last, and what has happened to them since."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from retold.records.spans import Span


class DevelopmentKind(StrEnum):
    """What can happen to a claim."""

    CORROBORATED = "corroborated"
    """It has a second origin that is surely independent of the first."""
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a claim stood: the article, its address, and the words, white space and capitals apart."""

    article: str
    address: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim as it was told last. `origins` are those that are surely independent; `by` whoever withdrew it."""

    claim: str
    text: str
    spots: tuple[Spot, ...]
    origins: int
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A dispute that nobody has settled, between two claims or within one (`a == b`)."""

    a: str
    b: str
    why: str
    detail: str


@dataclass(frozen=True, slots=True)
class Standings:
    """A story as it was told last; `key` is that of the reading that told it."""

    story: str
    key: str
    claims: tuple[Standing, ...]
    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True)
class Development:
    """What happened to a claim; `claim` is its id now, or of what is gone its last one. `at` is when that was found."""

    kind: DevelopmentKind
    story: str
    claim: str
    text: str
    detail: str
    at: str = ""
