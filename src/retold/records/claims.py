"""The ledger: claims, who states and who disputes them, and how many independent origins they have."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from retold.records.documents import Article
from retold.records.spans import Pointer, Span, Spans
from retold.records.statements import Annotation, Clocks, Relay, Speaker


@dataclass(frozen=True, slots=True)
class Account:
    """What one article has to say on one story: `spans` are the body stretches that belong to it."""

    article: Article
    spans: Spans
    annotation: Annotation


class Position(StrEnum):
    """What an occurrence does with the proposition."""

    ASSERT = "assert"
    DENY = "deny"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a claim is stated.

    `attribution` is the id of the attribution that carries it, or None for the outlet's own narration, in which
    case `speaker` is None too. `relays` run from the speaker outward.
    """

    article: str
    span: Span
    position: Position
    speaker: Speaker | None = None
    relays: tuple[Relay, ...] = ()
    attribution: str | None = None
    clocks: Clocks = field(default_factory=Clocks)
    why: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """A count that may be unsure: `low <= high`."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"not a range: [{self.low}, {self.high}]")


@dataclass(frozen=True, slots=True)
class Origin:
    """A root of a claim: `kind` is speaker, relay or outlet; `articles` carry it; `reason` says why it counts."""

    kind: str
    name: str
    articles: tuple[str, ...]
    reason: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins were found in this corpus; never "true"."""

    speakers: Range
    observers: Range
    retellings: int
    roots: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A desk's rule that has something to say about a claim; `source` names the published rule."""

    rule: str
    source: str
    message: str
    where: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Why an occurrence was put with another: the score, the reason and what was compared."""

    a: Pointer
    b: Pointer
    score: float
    reason: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition, wherever it is stated; `text` is the wording of its earliest, plainest occurrence."""

    id: str
    text: str
    occurrences: tuple[Occurrence, ...]
    origins: Origins
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()


class DisputeReason(StrEnum):
    """Why two claims, or two sides of one, cannot both hold."""

    DENIAL = "denial"
    POLARITY = "polarity"
    NUMBER = "number"
    TIME = "time"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that cannot both hold; `a == b` when one claim is both asserted and denied. `detail` compares values.

    `settled` is the id of the judgement by which a person says that they do not dispute each other, "" for none.
    """

    a: str
    b: str
    why: DisputeReason
    detail: str = ""
    where: tuple[Pointer, ...] = ()
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A sum or difference inside the text that was worked out: parts, total, and whether they agree."""

    article: str
    total: Span
    parts: tuple[Span, ...]
    agrees: bool
    detail: str


class RetractionKind(StrEnum):
    """How something told is withdrawn: words say so, or a later capture of the address carries it no more."""

    STATED = "stated"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Retraction:
    """A withdrawal of something told.

    `where` is the sentence that withdraws it and `words` the phrase in it that says so; where a later capture dropped
    it, both are the words that the former one had. `by` is who withdraws it and `when` the EDTF date of the article
    that does, "" where unknown. `claim` is what is taken back, None where that is unclear; `carriers` are the articles
    that assert it still.
    """

    where: Pointer
    words: Span
    kind: RetractionKind
    by: str
    when: str
    claim: str | None
    carriers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that a story's tellings claim. Claims come in order of first statement, articles by date then id."""

    story: str
    claims: tuple[Claim, ...]
    disputes: tuple[Dispute, ...]
    checks: tuple[Check, ...] = ()
    retractions: tuple[Retraction, ...] = ()
