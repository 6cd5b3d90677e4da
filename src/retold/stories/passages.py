"""Passages: the stretches of an article that tell one story each.

In: an article with its blocks. Out: one passage for most articles, more where a sentence opens another story and the
vocabulary breaks there for good; of a live blog, one for each entry. Only body blocks count; the passages together
hold every body sentence, in order, none twice. An article without body has none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from retold.language.english_openers import ADDING, TURNS
from retold.records.documents import Article
from retold.records.spans import Span, Spans, cover
from retold.records.stories import Passage
from retold.text.sentences import sentences
from retold.text.words import fold, words

MARKS = r"[\"“”‘’'\s]{0,4}"
TURN = re.compile(MARKS + r"(?P<words>" + "|".join(TURNS) + r")(?!\w)", re.I)
OPENER = re.compile(MARKS + r"(?P<words>" + "|".join(ADDING) + r")(?!\w)", re.I)
# A second story needs some room before and after its opener; a single aside is part of the first.
LEAST_SENTENCES = 3
# What part of the terms that recurred before may come back after the break. Swept .2 to .5 on single-story articles
# (basil, allsides-full, ecbplus): .34 splits 0 of 144, 12 of 2,268 (most of them with a second story indeed), 0 of 606.
RETURNING = 0.34
RETURNING_AFTER_TURN = 0.6
# The story's most frequent terms; where one stands in the opening sentence, the sentence goes on with the story.
LEADING = 3
# Openers that are looked at; an article with more is a list or hostile, and its splits would mean little.
OPENERS = 20
# A term must be this long to count; shorter words are mostly grammar, whatever the language.
LONG = 5


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    terms: frozenset[str]


def find_passages(article: Article) -> tuple[Passage, ...]:
    """The passages of an article's body, in text order."""
    body = [block.span for block in article.body]
    read = [_Sentence(span, _terms(article.text, span)) for block in body for span in sentences(article.text, block)]
    if not read:
        return ()
    if article.entries:
        return _of_entries(article, read, body)
    starts = [0]
    reasons = ["the whole body" if len(body) == 1 else f"the body, in {len(body)} parts"]
    for i in _openers(article.text, read):
        why = _why_opens(article.text, read, starts[-1], i) if i - starts[-1] >= LEAST_SENTENCES else None
        if why:
            starts.append(i)
            reasons.append(why)
    ends = [*starts[1:], len(read)]
    return tuple(
        Passage(f"{article.id}#{n}", article.id, _stretches(read[first:last], body), why)
        for n, (first, last, why) in enumerate(zip(starts, ends, reasons, strict=True), 1)
    )


def _of_entries(article: Article, read: list[_Sentence], body: list[Span]) -> tuple[Passage, ...]:
    """A live blog's passages: its entries, and what stands in none of them (a summary at its top)."""
    parts: dict[int, list[_Sentence]] = {}
    for sentence in read:
        place = next((n for n, entry in enumerate(article.entries) if entry.span.contains(sentence.span)), -1)
        parts.setdefault(place, []).append(sentence)
    times = {n: f"the entry of {entry.published.value} in a live blog" for n, entry in enumerate(article.entries)}
    return tuple(
        Passage(
            f"{article.id}#{n}", article.id, _stretches(part, body), times.get(place, "outside a live blog's entries")
        )
        for n, (place, part) in enumerate(sorted(parts.items(), key=lambda item: item[1][0].span), 1)
    )


def _stretches(part: list[_Sentence], body: list[Span]) -> Spans:
    """The sentences' cover, one span for each body block that holds some."""
    groups = ([s.span for s in part if block.contains(s.span)] for block in body)
    return tuple(cover(spans) for spans in groups if spans)


def _terms(text: str, span: Span) -> frozenset[str]:
    return frozenset(fold(word.of(text)) for word in words(text, span) if len(word) >= LONG)


def _openers(text: str, read: list[_Sentence]) -> list[int]:
    """Sentences that may open another story, with room for one after them."""
    spans = [sentence.span for sentence in read[: len(read) - LEAST_SENTENCES + 1]]
    found = (
        n
        for n, span in enumerate(spans)
        if n and (TURN.match(text, *_bounds(span)) or OPENER.match(text, *_bounds(span)))
    )
    return list(islice(found, OPENERS))


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _why_opens(text: str, read: list[_Sentence], first: int, at: int) -> str | None:
    """What opens a new story at sentence `at`, or None; `first` is where the running story began."""
    span = read[at].span
    turn = TURN.match(text, *_bounds(span))
    opener = turn or OPENER.match(text, *_bounds(span))
    assert opener, "only openers are asked about"
    before = _recurring(read[first:at])
    if not before or not (turn or read[at].terms.isdisjoint(before[:LEADING])):
        return None
    after = frozenset[str]().union(*(sentence.terms for sentence in read[at:]))
    back = sum(term in after for term in before) / len(before)
    if back > (RETURNING_AFTER_TURN if turn else RETURNING):
        return None
    phrase = " ".join(opener["words"].split()).rstrip(",:")
    return f"opens with “{phrase}”; {back:.0%} of the {len(before)} terms that recurred before come back"


def _recurring(part: list[_Sentence]) -> list[str]:
    """Terms that stand in at least two sentences, the most frequent first: what the story is about."""
    counts = Counter(term for sentence in part for term in sentence.terms)
    return sorted((term for term, count in counts.items() if count >= 2), key=lambda term: (-counts[term], term))
