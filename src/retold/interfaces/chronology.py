"""The times that a story's articles name, in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from retold.claims.timing import said_at
from retold.interfaces.clocks import precision_of
from retold.records.documents import Article
from retold.records.readings import StoryReading
from retold.records.spans import Pointer, Span
from retold.records.statements import Annotation, Timex, TimexType

_DATE = re.compile(r"-?\d{4}(?:-\d{2})*")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time with what is said of it: `when` is EDTF, `expression` the words that name it.

    `clock` tells which clock it gives: "said" where it dates a saying, "happened" where it dates what a claim states,
    else "named".
    """

    when: str
    precision: str
    clock: str
    expression: str
    sentence: str
    where: tuple[Pointer, ...]


def timeline_of(
    reading: StoryReading, article: Callable[[str], Article], annotation: Callable[[str], Annotation]
) -> tuple[Moment, ...]:
    """Dates and times that resolve to a calendar, earliest first; equal sentences are told once.

    A sentence is the same in two articles when collation put it into one row.
    """
    rows = {
        (cell.article, cell.span): index
        for index, row in enumerate(reading.collation.rows)
        for cells in row.cells
        for cell in cells or ()
    }
    clocks = _clocks(reading, article, annotation)
    found: dict[tuple[object, ...], Moment] = {}
    for passage in reading.passages:
        text = article(passage.article).text
        read = annotation(passage.article)
        for timex in read.timex:
            when = _calendar(timex)
            if when is None or not any(span.contains(timex.span) for span in passage.spans):
                continue
            sentence = next((s for s in read.sentences if s.contains(timex.span)), timex.span)
            pointer = Pointer(passage.article, timex.span)
            row = next((r for (a, s), r in rows.items() if a == passage.article and s.overlaps(sentence)), None)
            key = (when, row if row is not None else (passage.article, sentence))
            clock = clocks.get(pointer, "named")
            words = timex.span.of(text)
            moment = Moment(when, precision_of(when), clock, words, _line(text, sentence), (pointer,))
            _add(found, (*key, clock), moment)
    return tuple(sorted(found.values(), key=lambda m: (_start(m.when), m.when, m.where)))


def _add(found: dict[tuple[object, ...], Moment], key: tuple[object, ...], moment: Moment) -> None:
    held = found.get(key)
    if held is None:
        found[key] = moment
    else:
        found[key] = replace(held, where=(*held.where, *moment.where))


def _clocks(
    reading: StoryReading, article: Callable[[str], Article], annotation: Callable[[str], Annotation]
) -> dict[Pointer, str]:
    """Which clock each expression gives, where it gives one."""
    found = {
        Pointer(occurrence.article, occurrence.clocks.happened_span): "happened"
        for claim in reading.ledger.claims
        for occurrence in claim.occurrences
        if occurrence.clocks.happened_span
    }
    for identity in sorted({passage.article for passage in reading.passages}):
        read, published = annotation(identity), article(identity).published.value
        for said in read.attributions:
            when = said_at(said, read, published)
            if when is not None:
                found[Pointer(identity, when.span)] = "said"
    return found


def _calendar(timex: Timex) -> str | None:
    if timex.type not in (TimexType.DATE, TimexType.TIME) or not timex.edtf:
        return None
    return timex.edtf if _DATE.search(timex.edtf) else None


def _start(when: str) -> str:
    found = _DATE.search(when)
    return found.group() if found else when


def _line(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
