"""Passages: the stretches of an article that tell one story each.

In: an article with its blocks. Out: one passage for most articles, more where a sentence opens another story and the
vocabulary breaks there for good. Only body blocks count; the passages together hold every body sentence, in order,
none twice. An article without body has none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from retold.language.english_openers import ADDING, TURNS
from retold.records.documents import Article
from retold.records.spans import Span, Spans, cover
from retold.records.stories import Passage
from retold.text.sentences import sentences
from retold.text.words import fold, words

OPENER = re.compile(
    r"[\"“”‘’'\s]*(?P<words>" + "|".join(sorted((*TURNS, *ADDING), key=len, reverse=True)) + r")\b", re.I
)
# A second story needs some room before and after its opener; a single aside is part of the first.
LEAST_SENTENCES = 3
# What part of the earlier sentences' recurring terms may come back after the break (see `_terms`).
RETURNING = 0.34
RETURNING_AFTER_TURN = 0.6
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
    starts = [0]
    reasons = ["the whole body" if len(body) == 1 else f"the body, in {len(body)} parts"]
    for i in range(LEAST_SENTENCES, len(read) - LEAST_SENTENCES + 1):
        why = _why_opens(article.text, read, starts[-1], i)
        if why and i - starts[-1] >= LEAST_SENTENCES:
            starts.append(i)
            reasons.append(why)
    ends = [*starts[1:], len(read)]
    return tuple(
        Passage(f"{article.id}#{n}", article.id, _stretches(read[first:last], body), why)
        for n, (first, last, why) in enumerate(zip(starts, ends, reasons, strict=True), 1)
    )


def _stretches(part: list[_Sentence], body: list[Span]) -> Spans:
    """The sentences' cover, one span for each body block that holds some."""
    groups = ([s.span for s in part if block.contains(s.span)] for block in body)
    return tuple(cover(spans) for spans in groups if spans)


def _terms(text: str, span: Span) -> frozenset[str]:
    return frozenset(fold(word.of(text)) for word in words(text, span) if len(word) >= LONG)


def _why_opens(text: str, read: list[_Sentence], first: int, at: int) -> str | None:
    """What opens a new story at sentence `at`, or None; `first` is where the running story began."""
    opener = OPENER.match(text, read[at].span.start, read[at].span.end)
    if not opener:
        return None
    phrase = " ".join(opener["words"].split())
    before, after = _recurring(read[first:at]), frozenset().union(*(s.terms for s in read[at:]))
    limit = RETURNING_AFTER_TURN if phrase.casefold() in TURNS else RETURNING
    back = len(before & after) / len(before) if before else 1.0
    if back > limit:
        return None
    return f"opens with “{phrase}”; {back:.0%} of the {len(before)} terms that recurred before come back"


def _recurring(part: list[_Sentence]) -> frozenset[str]:
    """Terms that stand in at least two sentences: what the story is about."""
    counts = Counter(term for sentence in part for term in sentence.terms)
    return frozenset(term for term, count in counts.items() if count >= 2)
