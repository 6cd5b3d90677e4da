"""Planted copies, stories, claims, disputes and origins, and what was read of them, in; figures out.

Independent planted articles state one fact in one of a few wordings, so that they share more words than independent
articles do: the precision of copies, and with it lineage, says as much of that prose as of the engine. Both are told
and have no floor here; the benches `copies` and `lineage` measure them on texts by people. For the same reason ledgers
are told which passages are a story's, and who copied whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from retold.benchmarks.planted_reading import PlantingRead
from retold.benchmarks.reading import ledger_row
from retold.benchmarks.records import Figure
from retold.benchmarks.scoring import claims
from retold.benchmarks.scoring.counting import share
from retold.benchmarks.scoring.groups import b_cubed
from retold.planted import Planted, PlantedStory
from retold.records.claims import Account, Claim, Range
from retold.records.spans import Spans
from retold.records.stories import Descent
from retold.stories.groups import group, of_passage
from retold.stories.passages import find_passages

Row = dict[str, Any]


def figures(read: Sequence[PlantingRead]) -> tuple[Figure, ...]:
    """Copies, lineage, stories and ledgers over several plantings."""
    told = b_cubed(label for n, one in enumerate(read) for label in _groups(n, one))
    weighed = claims.score(pair for one in read for pair in _ledgers(one))
    return (
        *copy_figures(read),
        Figure("stories: B-cubed F1", told.f1),
        Figure("claims: occurrence recall", weighed.occurrence_recall),
        Figure("claims: B-cubed F1", weighed.bcubed.f1),
        Figure("claims: cross-article F1", weighed.cross_article.f1),
        Figure("claims: look-alikes kept apart", 1 - weighed.false_merge),
        Figure("claims: stance", weighed.stance),
        Figure("disputes: F1", weighed.disputes.f1),
        Figure("origins: speaker ranges that hold the truth", weighed.contains["speakers"]),
        Figure("origins: observer ranges that hold the truth", weighed.contains["observers"]),
        Figure("origins: mean width of speaker ranges", weighed.width["speakers"], gated=False),
        Figure("origins: mean width of observer ranges", weighed.width["observers"], gated=False),
    )


def _families(planted: Planted) -> dict[str, str]:
    """Each article with a name for its family: all that copying links, through unseen agencies' texts too."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.get(name, name) != name:
            name = parent[name]
        return name

    edges = [(child, origin) for child, origin in planted.truth.lineage if origin is not None]
    edges += [(copy.child, copy.parent) for copy in planted.truth.copies]
    for a, b in edges:
        parent[root(a)] = root(b)
    return {article.id: root(article.id) for article in planted.articles}


def copy_figures(read: Sequence[PlantingRead]) -> tuple[Figure, ...]:
    """Copies and lineage; two articles are a true pair when copying links them, however far."""
    planted = hit = found = true = negatives = spared = parents = right = 0
    for one in read:
        truth, family = one.planted.truth, _families(one.planted)
        pairs = {frozenset((copy.a, copy.b)) for copy in one.copies}
        planted += len(truth.copies)
        hit += sum(frozenset((copy.child, copy.parent)) in pairs for copy in truth.copies)
        found += len(pairs)
        true += sum(len({family[name] for name in pair}) == 1 for pair in pairs)
        negatives += len(truth.hard_negatives)
        spared += sum(frozenset((pair.a, pair.b)) not in pairs for pair in truth.hard_negatives)
        lineage = {d.child: d.parent for d in one.descents}
        parents += len(truth.lineage)
        right += sum(lineage[child] == origin for child, origin in truth.lineage)
    return (
        Figure("copies: recall", share(hit, planted)),
        Figure("copies: precision", share(true, found), gated=False),
        Figure("copies: hard negatives left alone", share(spared, negatives), gated=False),
        Figure("lineage: parent right", share(right, parents), gated=False),
    )


def _groups(number: int, read: PlantingRead) -> Iterator[tuple[str, str]]:
    """Planted story and found story of every planted passage; stories of different plantings are different."""
    passages = [p for article in read.articles.values() for p in find_passages(article)]
    stories = group([of_passage(read.articles[p.article], p) for p in passages])
    story_of = {name: story.id for story in stories for name in story.passages}
    for article in read.planted.articles:
        own = [p for p in passages if p.article == article.id]
        for planted in article.passages:
            best = max(own, key=lambda p: (_shared(p.spans, planted.spans), p.id), default=None)
            label = story_of[best.id] if best else f"none:{article.id}"
            yield f"{number}:{planted.story}", f"{number}:{label}"


def _shared(one: Spans, other: Spans) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _ledgers(read: PlantingRead) -> Iterator[tuple[Row, Row]]:
    """Gold and found ledger of every planted story, told which passages are the story's and who copied whom."""
    kinds = {copy.child: copy.kind for copy in read.planted.truth.copies}
    parents = dict(read.planted.truth.lineage)
    for story in read.planted.stories:
        accounts = []
        for name in story.articles:
            own = read.planted.article(name)
            spans = tuple(sorted(span for p in own.passages if p.story == story.id for span in p.spans))
            accounts.append(Account(read.articles[name], spans, read.annotations[name]))
        descents = [
            Descent(name, parents[name], kinds.get(name), 1.0 if parents[name] else 0.0, 1.0) for name in story.articles
        ]
        yield _gold(story, read.planted), ledger_row(story.id, accounts, descents)


def _gold(story: PlantedStory, planted: Planted) -> Row:
    return {
        "story": story.id,
        "articles": [{"id": name, "text": planted.article(name).text} for name in story.articles],
        "claims": [_claim(claim) for claim in story.claims],
        "disputes": [{"a": d.a, "b": d.b, "why": d.why.value} for d in story.disputes],
        "not_same": [list(pair) for pair in story.not_same],
    }


def _claim(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "occurrences": [
            {"article": o.article, "span": [o.span.start, o.span.end], "stance": o.position.value}
            for o in claim.occurrences
        ],
        "origins": {
            "speakers": _range(claim.origins.speakers),
            "observers": _range(claim.origins.observers),
            "retellings": claim.origins.retellings,
        },
    }


def _range(count: Range) -> list[int]:
    return [count.low, count.high]
