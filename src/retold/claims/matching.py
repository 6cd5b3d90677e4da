"""Which propositions are one claim: candidates by shared words, decided pair by pair, joined by average score.

Goes in: the features of a story's propositions, sorted. Comes out: groups of their indices, with the comparisons
that made them. Always holds: word-for-word the same propositions are one node, so that a copy of an article changes
no decision; two that a conflict keeps apart are never in one group; the order of articles does not matter.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from retold.claims.comparison import Comparison, Conflict, Weights, compare, numbers_differ
from retold.claims.features import Features
from retold.claims.options import LedgerOptions
from retold.claims.voices import hear
from retold.language.english_weights import weight
from retold.records.spans import Span

# A term in more nodes than this part of them (and than the floor) proposes no candidates.
COMMON_SHARE = 0.1
COMMON_FLOOR = 80
# How much the best pair of two groups counts beside their average.
BEST_SHARE = 0.5
# Pairs that share less than this part of the lighter one's weight are not compared.
LEAST_SHARED = 0.25
# And less than this part of both weights together. Tried 0 to .25 on the claims corpus (dev) and planted stories.
LEAST_DICE = 0.15


@dataclass(frozen=True, slots=True)
class Matching:
    """`groups` of proposition indices, ascending, and the comparisons that made them.

    `node` gives for each proposition the first one with the same words; `decided` comparisons stand between these,
    the smaller index first; `near` lists them by each of their two ends.
    """

    groups: tuple[tuple[int, ...], ...]
    node: tuple[int, ...]
    decided: dict[tuple[int, int], Comparison]
    near: dict[int, list[tuple[tuple[int, int], Comparison]]]


def match(features: Sequence[Features], options: LedgerOptions) -> Matching:
    """Groups a story's propositions into claims."""
    nodes = _nodes(features)
    heads = [min((features[member] for member in members), key=_content) for members in nodes]
    weights = term_weights(heads)
    places = [_places(features, members) for members in nodes]
    pairs = _candidates([head.terms for head in heads], weights)
    # A comparison is symmetric but for its words: they give first what the story gives first.
    told = [(i, j) if nodes[i][0] < nodes[j][0] else (j, i) for i, j in pairs if not _nested(places[i], places[j])]
    decided = {_ordered(i, j): compare(heads[i], heads[j], weights) for i, j in told}
    decided = hear(options.voice, decided, [head.text for head in heads])
    groups = _join(heads, decided, options)
    first = {member: members[0] for members in nodes for member in members}
    between = {_ordered(nodes[i][0], nodes[j][0]): found for (i, j), found in decided.items()}
    near: dict[int, list[tuple[tuple[int, int], Comparison]]] = defaultdict(list)
    for pair, found in sorted(between.items(), key=lambda item: item[0]):
        for end in pair:
            near[end].append((pair, found))
    return Matching(
        groups=tuple(sorted(tuple(sorted(k for node in group for k in nodes[node])) for group in groups)),
        node=tuple(first[index] for index in range(len(features))),
        decided=between,
        near=dict(near),
    )


Places = dict[str, list[Span]]


def _places(features: Sequence[Features], members: Sequence[int]) -> Places:
    found: Places = defaultdict(list)
    for member in members:
        found[features[member].proposition.article].append(features[member].proposition.span)
    return found


def _nested(a: Places, b: Places) -> bool:
    """Whether the two share words of some article: a part never repeats or contradicts its whole."""
    return any(one.overlaps(other) for article in a.keys() & b.keys() for one in a[article] for other in b[article])


def _content(feature: Features) -> tuple[object, ...]:
    """What stands for a wording among its propositions: what they say, so that a copy's is the same as its parent's."""
    sets = (feature.terms, feature.subject, feature.predicate, feature.objects, feature.around, feature.patients)
    return (*map(sorted, sets), feature.speaker, feature.negated, feature.proposition.attribution is None)


def term_weights(features: Sequence[Features]) -> Weights:
    """Weights of terms in one story: what every sentence of it says tells them apart the least."""
    counts = Counter(term for found in features for term in found.terms)
    total = log(1 + len(features))
    table = {term: weight(term) * log((1 + len(features)) / n) / total for term, n in counts.items()} if total else {}
    return Weights(table)


def _nodes(features: Sequence[Features]) -> list[list[int]]:
    """Propositions that are the same word for word, together; in order of their words, which no copy changes."""
    found: dict[tuple[str, ...], list[int]] = {}
    for index, feature in enumerate(features):
        found.setdefault(feature.words, []).append(index)
    return [found[wording] for wording in sorted(found)]


def _candidates(terms: Sequence[frozenset[str]], weights: Weights) -> list[tuple[int, int]]:
    """Pairs of nodes that share rare terms enough to be worth comparing."""
    cap = max(COMMON_FLOOR, int(COMMON_SHARE * len(terms)))
    postings: dict[str, list[int]] = defaultdict(list)
    for index, found in enumerate(terms):
        for term in found:
            postings[term].append(index)
    codes, shares = [], []
    for term in sorted(postings):
        where = postings[term]
        if 1 < len(where) <= cap and weights(term) > 0:
            rows = np.asarray(where, dtype=np.int64)
            left, right = np.triu_indices(len(rows), 1)
            codes.append(rows[left] * len(terms) + rows[right])
            shares.append(np.full(len(left), weights(term)))
    if not codes:
        return []
    pairs, inverse = np.unique(np.concatenate(codes), return_inverse=True)
    shared = np.bincount(inverse, weights=np.concatenate(shares))
    totals = np.asarray([weights.total(found) for found in terms])
    left, right = pairs // len(terms), pairs % len(terms)
    kept = shared >= LEAST_SHARED * np.minimum(totals[left], totals[right])
    kept &= 2 * shared >= LEAST_DICE * (totals[left] + totals[right])
    return [(int(i), int(j)) for i, j in zip(left[kept], right[kept], strict=True)]


class _Groups:
    """Groups of nodes on their way to be claims, with the scores between them."""

    def __init__(self, heads: Sequence[Features], decided: dict[tuple[int, int], Comparison]) -> None:
        self.members = {i: [i] for i in range(len(heads))}
        self.counting = {i: [head] if head.amounts else [] for i, head in enumerate(heads)}
        self.sums: dict[int, dict[int, float]] = defaultdict(dict)
        self.best: dict[int, dict[int, float]] = defaultdict(dict)
        self.barred: dict[int, set[int]] = defaultdict(set)
        for (i, j), found in decided.items():
            if found.conflict is not Conflict.NONE:
                self.barred[i].add(j)
                self.barred[j].add(i)
            else:
                self.sums[i][j] = self.sums[j][i] = found.score
                self.best[i][j] = self.best[j][i] = found.score

    def score(self, i: int, j: int) -> float:
        """Between the average over all pairs of members and their best pair."""
        average = self.sums[i].get(j, 0.0) / (len(self.members[i]) * len(self.members[j]))
        return BEST_SHARE * self.best[i].get(j, 0.0) + (1 - BEST_SHARE) * average

    def exclude(self, i: int, j: int) -> bool:
        """Whether two members of these groups conflict, compared before or not."""
        return j in self.barred[i] or any(numbers_differ(a, b) for a in self.counting[i] for b in self.counting[j])

    def merge(self, i: int, j: int) -> None:
        """Puts group `j` into group `i`."""
        self.members[i] += self.members.pop(j)
        self.counting[i] += self.counting.pop(j)
        for table in (self.sums, self.best):
            for k, value in table.pop(j).items():
                table[k].pop(j, None)
                if k != i:
                    old = table[i].get(k, 0.0)
                    table[i][k] = table[k][i] = old + value if table is self.sums else max(old, value)
            table[i].pop(j, None)
        for k in self.barred.pop(j, set()):
            self.barred[k].discard(j)
            if k != i:
                self.barred[i].add(k)
                self.barred[k].add(i)


def _join(
    heads: Sequence[Features], decided: dict[tuple[int, int], Comparison], options: LedgerOptions
) -> list[list[int]]:
    """Joins the groups that score best, until none reaches `join`; a conflict between two members forbids it."""
    groups = _Groups(heads, decided)
    heap = [(-found.score, i, j) for (i, j), found in decided.items() if found.score >= options.join]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in groups.members or j not in groups.members or -negative != groups.score(i, j):
            continue
        if groups.exclude(i, j):
            continue
        groups.merge(i, j)
        for k in sorted(groups.sums[i]):
            score = groups.score(i, k)
            if score >= options.join and k not in groups.barred[i]:
                heapq.heappush(heap, (-score, min(i, k), max(i, k)))
    return [sorted(group) for group in groups.members.values()]


def _ordered(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)
