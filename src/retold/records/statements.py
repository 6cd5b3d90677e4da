"""Who said what, through whom, when, and how much."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from retold.records.spans import Span, Spans


class QuotationKind(StrEnum):
    """How a statement is given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the speaker does with the content."""

    ASSERT = "assert"
    DENY = "deny"
    ADMIT = "admit"
    ACCUSE = "accuse"
    DEMAND = "demand"
    QUESTION = "question"
    PREDICT = "predict"


@dataclass(frozen=True, slots=True)
class Speaker:
    """The actor behind the source span.

    `name` is canonical within the article (a fuller mention, or the government behind a capital); None where
    nobody is named or two candidates remain. `unnamed` holds for people that the text does not let one
    identify, and `count` is their number where the words give it. `role` is the office or description as the
    text states it. `why` says how the name was reached.
    """

    name: str | None
    unnamed: bool = False
    count: int | None = None
    role: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Relay:
    """A publication (or a person or body) that the statement passed through; `spans` where this text names it."""

    name: str
    spans: Spans = ()
    person: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement: source, cue and content, as in PARC and PolNeAR, with its chain.

    `relays` run from the speaker outward to the reader; the outlet itself is not one. `parent` is the id of
    the attribution whose content holds this one; `continues` that of the quotation which this one goes on with.
    `confidence` is 0 to 1; `method` says which rule or model found it; `stance_cue` is what decided the stance.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    kind: QuotationKind
    stance: Stance
    speaker: Speaker
    relays: tuple[Relay, ...] = ()
    parent: str | None = None
    continues: str | None = None
    confidence: float = 1.0
    method: str = ""
    stance_cue: Spans = ()


class TimexType(StrEnum):
    """TIMEX3 types (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: `value` is a TIMEX3 value, `edtf` the same as EDTF (None where EDTF cannot say it).

    `anchor` says what it was resolved against: "publication", "text" or "" for absolute ones.
    """

    span: Span
    type: TimexType
    value: str
    edtf: str | None = None
    anchor: str = ""
    why: str = ""


class QuantityKind(StrEnum):
    """What a quantity measures."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    MEASURE = "measure"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    `low` and `high` bound it (equal for an exact value, None for an open side); `unit` is an ISO 4217 code, "%",
    a unit symbol or the noun that is counted; `approximate` keeps "nearly", "about", "several".
    """

    span: Span
    kind: QuantityKind
    low: float | None
    high: float | None
    unit: str
    approximate: bool = False
    why: str = ""


class ActorType(StrEnum):
    """What an actor is."""

    PERSON = "PER"
    ORGANISATION = "ORG"
    PLACE = "LOC"
    GOVERNMENT = "GOV"
    OFFICE = "OFFICE"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts, within one article or across a corpus.

    `id` is made from the canonical name, the same in every article that writes it so; `aliases` are the forms
    met; `roles` the offices and titles as the text states them.
    """

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an actor is mentioned; `actor` is None where candidates tie or nothing fits."""

    span: Span
    type: ActorType
    actor: str | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Clocks:
    """The four clocks of a statement, each an EDTF value and the span that gave it, or None."""

    happened: str | None = None
    happened_span: Span | None = None
    said: str | None = None
    said_span: Span | None = None
    published: str | None = None
    captured: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with what it says of whom: one proposition's words.

    `span` is the stretch without clauses nested at its edges; `verb` the head verb; `subject` holds who acts (of a
    passive: the agent), `objects` what it acts on and its complements. A subject that another clause lends
    ("X fled and hid") points at that clause's words.
    """

    span: Span
    verb: Span
    subject: Spans = ()
    objects: Spans = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything read off one article; all spans lie within its text. Attributions are in text order."""

    article: str
    attributions: tuple[Attribution, ...] = ()
    timex: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    sentences: Spans = ()
    unsupported: str | None = None
    clauses: tuple[Clause, ...] = ()
