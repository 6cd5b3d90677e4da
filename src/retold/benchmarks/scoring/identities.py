"""Mentions with a gold entity and a found one in; how well pairs of mentions of one thing are put together, out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from retold.benchmarks.scoring.counting import Agreement


@dataclass(frozen=True, slots=True)
class Named:
    """A gold mention: its document, type and entity, and the found entity that answers for it, if any."""

    document: str
    type: str
    entity: Hashable
    found: Hashable | None


def within(mentions: Iterable[Named]) -> Agreement:
    """Pairs of mentions in one document."""
    by_document: defaultdict[str, list[Named]] = defaultdict(list)
    for mention in mentions:
        by_document[mention.document].append(mention)
    right = found = gold = 0
    for group in by_document.values():
        for a, b in combinations(group, 2):
            same, joined = a.entity == b.entity, a.found is not None and a.found == b.found
            gold, found, right = gold + same, found + joined, right + (same and joined)
    return Agreement(right, found, gold)


def across(mentions: Sequence[Named]) -> Agreement:
    """Pairs of mentions in two documents."""
    gold = _grouped((m.entity, m.document) for m in mentions)
    found = _grouped((m.found, m.document) for m in mentions if m.found is not None)
    both = _grouped(((m.entity, m.found), m.document) for m in mentions if m.found is not None)
    return Agreement(_pairs(both), _pairs(found), _pairs(gold))


def _grouped(items: Iterable[tuple[Hashable, str]]) -> Mapping[Hashable, Counter[str]]:
    groups: defaultdict[Hashable, Counter[str]] = defaultdict(Counter)
    for key, document in items:
        groups[key][document] += 1
    return groups


def _pairs(groups: Mapping[Hashable, Counter[str]]) -> int:
    """Pairs of one group whose documents differ."""
    return sum((g.total() ** 2 - sum(n * n for n in g.values())) // 2 for g in groups.values())
