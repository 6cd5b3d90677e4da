"""Accounts made by hand: a text and what its annotation would find in it, given by the words themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.records.claims import Account
from retold.records.documents import Article, Basis, Block, BlockKind, Fact, OffsetMap
from retold.records.spans import Span
from retold.records.statements import (
    Annotation,
    Attribution,
    Clause,
    Quantity,
    QuantityKind,
    QuotationKind,
    Relay,
    Speaker,
    Stance,
    Timex,
    TimexType,
)
from retold.text.sentences import sentences


@dataclass(frozen=True)
class Said:
    """An attribution by its words; `relays` are (name, words in the text) or names alone."""

    content: str
    source: str = ""
    cue: str = ""
    name: str | None = None
    unnamed: bool = False
    count: int | None = None
    role: str | None = None
    relays: tuple[str, ...] = ()
    stance: Stance = Stance.ASSERT


@dataclass(frozen=True)
class Marks:
    """What else stands in the text: (words, low, high, unit), (words, EDTF), (clause, verb, subject, objects)."""

    amounts: tuple[tuple[str, float | None, float | None, str], ...] = ()
    times: tuple[tuple[str, str], ...] = ()
    clauses: tuple[tuple[str, str, str, tuple[str, ...]], ...] = ()


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def places(text: str, words: str) -> tuple[Span, ...]:
    return (place(text, words),) if words else ()


def attribution(text: str, number: int, said: Said) -> Attribution:
    return Attribution(
        id=f"t{number}",
        source=places(text, said.source),
        cue=places(text, said.cue),
        content=places(text, said.content),
        kind=QuotationKind.INDIRECT,
        stance=said.stance,
        speaker=Speaker(said.name, said.unnamed, said.count, said.role),
        relays=tuple(Relay(name, places(text, name) if name in text else ()) for name in said.relays),
    )


def tell(
    identity: str,
    outlet: str | None,
    text: str,
    said: Sequence[Said] = (),
    marks: Marks = Marks(),
    published: str | None = None,
) -> Account:
    """An account of one article whose body is all of `text`."""
    whole = Span(0, len(text))
    article = Article(
        id=identity,
        address=identity,
        name=identity,
        capture="0" * 64,
        text=text,
        title=None,
        outlet=Fact(outlet, Basis.STATED) if outlet else Fact(),
        published=Fact(published, Basis.STATED) if published else Fact(),
        byline=(),
        url=None,
        language="en",
        blocks=(Block(BlockKind.BODY, whole),),
        offsets=OffsetMap("utf-8", ()),
    )
    annotation = Annotation(
        article=identity,
        attributions=tuple(attribution(text, n, s) for n, s in enumerate(said, 1)),
        timex=tuple(Timex(place(text, words), TimexType.DATE, edtf, edtf) for words, edtf in marks.times),
        quantities=tuple(
            Quantity(place(text, words), QuantityKind.COUNT, low, high, unit)
            for words, low, high, unit in marks.amounts
        ),
        sentences=tuple(sentences(text)),
        clauses=tuple(
            Clause(place(text, span), place(text, verb), places(text, subject), tuple(place(text, o) for o in objects))
            for span, verb, subject, objects in marks.clauses
        ),
    )
    return Account(article, (whole,), annotation)
