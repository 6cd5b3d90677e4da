"""What an article states: its sentences cut into propositions, each with the attribution that carries it.

Goes in: an account (an article's stretches on one story, with its annotation). Comes out: propositions in text
order. Always holds: a proposition lies inside one sentence and inside the account's stretches; no two share one span;
source, cue and relay do not stand at its edges.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retold.language.english_stems import stem
from retold.language.english_weights import weight
from retold.records.claims import Account
from retold.records.spans import Span, Spans, cover
from retold.records.statements import Attribution, Clause
from retold.text.sentences import sentences
from retold.text.words import words

# Less content than one full word states nothing that could be found again ("he said so").
LEAST_WEIGHT = 1.0
LEAST_WORDS = 2
# A clause that is not all that a source says needs more than one such word: "reaches it" states nothing alone.
LEAST_ALONE = 1.3
# The part of a proposition that must lie in an attribution's content for it to be that source's words.
CARRIED = 0.5
CONNECTIVES = frozenset(
    """
    that and but or whether if as while
    """.split()  # noqa: SIM905 - a word list reads better as words
)
# Words around a nested statement that say that it was made, or that it is wrong, and nothing of their own.
WRAPPING = frozenset(
    stem(word)
    for word in """
    claim allegation accusation report suggestion assertion rumor rumour notion idea charge story account statement
    conclusion assessment finding belief speculation contention fact false untrue baseless unfounded groundless
    incorrect wrong fabricated nonsense
    """.split()  # noqa: SIM905 - a word list reads better as words
)
LOOSE = " \t\n\r\xa0,;:–—-."


@dataclass(frozen=True, slots=True)
class Proposition:
    """One stretch that states something; `attribution` is None in the outlet's own narration."""

    article: str
    span: Span
    sentence: Span
    attribution: Attribution | None
    clause: Clause | None


def propositions(account: Account) -> tuple[Proposition, ...]:
    """The propositions of one account."""
    found: dict[Span, Proposition] = {}
    index = _Index(account)
    for sentence in _sentences(account):
        for proposition in _in_sentence(account, index, sentence):
            found.setdefault(proposition.span, proposition)
    return tuple(found[span] for span in sorted(found))


class _Index:
    """Attributions and clauses of an account by where they stand."""

    def __init__(self, account: Account) -> None:
        self.clauses = account.annotation.clauses
        self.clause_starts = [clause.span.start for clause in self.clauses]
        self.contents = sorted(
            ((cover(a.content), number) for number, a in enumerate(account.annotation.attributions) if a.content),
        )
        self.content_starts = [span.start for span, _ in self.contents]
        self.longest = max((len(span) for span, _ in self.contents), default=0)
        self.attributions = account.annotation.attributions
        edges = {span for a in self.attributions for span in _edges(a)}
        self.edges = sorted(edges)
        self.edge_starts = [span.start for span in self.edges]

    def clauses_in(self, sentence: Span) -> Iterator[Clause]:
        for clause in self.clauses[bisect_left(self.clause_starts, sentence.start) :]:
            if clause.span.start >= sentence.end:
                return
            yield clause

    def contents_over(self, span: Span) -> Iterator[Attribution]:
        for where, number in self.contents[bisect_left(self.content_starts, span.start - self.longest) :]:
            if where.start >= span.end:
                return
            if where.overlaps(span):
                yield self.attributions[number]

    def edges_in(self, sentence: Span) -> Spans:
        start = bisect_left(self.edge_starts, sentence.start)
        stop = bisect_left(self.edge_starts, sentence.end)
        return tuple(self.edges[start:stop])


def _edges(attribution: Attribution) -> Iterator[Span]:
    yield from attribution.source
    yield from attribution.cue
    for relay in attribution.relays:
        yield from relay.spans


def _sentences(account: Account) -> Iterator[Span]:
    text = account.article.text
    whole = account.annotation.sentences
    for stretch in account.spans:
        if whole:
            yield from (s for s in whole if stretch.contains(s))
        else:
            yield from sentences(text, stretch)


def _in_sentence(account: Account, index: _Index, sentence: Span) -> Iterator[Proposition]:
    text = account.article.text
    edges = index.edges_in(sentence)
    kept: list[Proposition] = []
    candidates: list[tuple[Span, Clause | None]] = [
        (Span(clause.span.start, min(clause.span.end, sentence.end)), clause) for clause in index.clauses_in(sentence)
    ]
    for span, clause in candidates or [(sentence, None)]:
        attribution = _carrier(index, span)
        trimmed = _trim(text, _clip(span, attribution, sentence), edges)
        if trimmed is not None:
            carrier = _carrier(index, trimmed) if trimmed != span else attribution
            # Where the verb was the cue, what is left is an object of saying: its clause says nothing of it.
            inside = clause if clause is not None and trimmed.contains(clause.verb) else None
            kept.append(Proposition(account.article.id, trimmed, sentence, carrier, inside))
    kept = [
        p
        for p in kept
        if _says_something(text, p.span, edges, [q.span for q in kept])
        and (_is_whole(text, p) or _stands_alone(text, p))
    ]
    yield from kept
    for attribution in index.contents_over(sentence):
        for fragment in attribution.content:
            part = _meet(fragment, sentence)
            if part is None or 2 * _covered(part, (p.span for p in kept)) >= len(part):
                continue
            trimmed = _trim(text, part, edges)
            if trimmed is not None:
                yield Proposition(account.article.id, trimmed, sentence, _carrier(index, trimmed), None)


def _says_something(text: str, span: Span, edges: Spans, others: list[Span]) -> bool:
    """Whether the span has content beside sources, cues and the propositions that lie within it."""
    inner = [other for other in others if other != span and span.contains(other)]
    rest = [word for word in words(text, span) if not any(other.contains(word) for other in (*edges, *inner))]
    stems = [stem(word.of(text)) for word in rest]
    # "Untrue the allegation that he left" says that he left, and who denies it is told by its stance.
    return sum(weight(word) for word in stems if not (inner and word in WRAPPING)) >= LEAST_WEIGHT


def _is_whole(text: str, proposition: Proposition) -> bool:
    """Whether the span is all that a source is given with."""
    attribution = proposition.attribution
    return attribution is not None and any(
        fragment.of(text).strip(LOOSE + "“”\"'") == proposition.span.of(text).strip(LOOSE + "“”\"'")
        for fragment in attribution.content
    )


def _stands_alone(text: str, proposition: Proposition) -> bool:
    return sum(weight(stem(word.of(text))) for word in words(text, proposition.span)) >= LEAST_ALONE


def _carrier(index: _Index, span: Span) -> Attribution | None:
    """The innermost attribution whose content holds most of `span`."""
    best: tuple[int, str] | None = None
    found = None
    for attribution in index.contents_over(span):
        inside = _covered(span, attribution.content)
        if inside < CARRIED * len(span):
            continue
        size = (sum(len(part) for part in attribution.content), attribution.id)
        if best is None or size < best:
            best, found = size, attribution
    return found


def _clip(span: Span, attribution: Attribution | None, sentence: Span) -> Span:
    """What the attribution's content has of the clause: a source's words end where its content ends."""
    if attribution is None:
        return span
    parts = [part for fragment in attribution.content if (part := _meet(fragment, span)) is not None]
    return cover(parts) if parts else span


def _trim(text: str, span: Span, edges: Spans) -> Span | None:
    """The span without sources, cues, relays, connectives and loose punctuation at its edges; None when empty."""
    start, end = span.start, span.end
    changed = True
    while changed and start < end:
        changed = False
        while start < end and text[start] in LOOSE:
            start, changed = start + 1, True
        while start < end and text[end - 1] in LOOSE:
            end, changed = end - 1, True
        for edge in edges:
            if edge.start <= start < edge.end:
                start, changed = min(edge.end, end), True
            if edge.start < end <= edge.end:
                end, changed = max(edge.start, start), True
        first = next(words(text, Span(start, min(end, start + 12))), None)
        if first and first.start == start and first.end < end and first.of(text).casefold() in CONNECTIVES:
            start, changed = first.end, True
    if start >= end:
        return None
    trimmed = Span(start, end)
    inside = [word.of(text) for word in words(text, trimmed)]
    heavy = sum(weight(stem(word)) for word in inside)
    return trimmed if len(inside) >= LEAST_WORDS and heavy >= LEAST_WEIGHT else None


def _meet(a: Span, b: Span) -> Span | None:
    start, end = max(a.start, b.start), min(a.end, b.end)
    return Span(start, end) if start < end else None


def _covered(span: Span, others: Iterable[Span]) -> int:
    """How many code points of `span` the others cover."""
    covered, position = 0, span.start
    for other in sorted(others):
        start, end = max(other.start, position), min(other.end, span.end)
        if start < end:
            covered += end - start
            position = end
    return covered
