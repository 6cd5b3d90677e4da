"""How far two sentences of different tellings state the same thing, by their words alone.

In: the sentences of all tellings. Out: a score from 0 to 1 for each pair worth looking at. Words weigh by how rare
they are in this story (log inverse sentence frequency within a telling), numbers more, names less (they tell who, not
what), grammar words and reporting verbs little. The score joins the weighted Dice coefficient of the roots with the
share of word pairs that stand in the same order.
Pairs that share only words that half the story uses are never looked at, so that the work grows with the length of
the tellings and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, log

from retold.collation.units import Sentence, Tag

# Swept on 325 pairs of independent articles of the planted dev bank (seeds 1 to 8), where sentences that carry the
# same claim should meet: at threshold .34, precision .78 and recall .68 with names at 1.15, .82 and .69 at .4; order
# share .15 gives recall .72 for precision .80, .45 gives .64 for .81.
ORDER_SHARE = 0.2
FUNCTION_WEIGHT = 0.08
NAME_WEIGHT = 0.5
NUMBER_WEIGHT = 1.3
WHO = Tag.FUNCTION | Tag.CUE | Tag.NAME | Tag.TITLE
# What is left of the likeness of two sentences that share nothing but names, titles and grammar.
ONLY_WHO = 0.75
# And of two that both have names, none of them in common: more likely two people who say one thing. Planted dev bank,
# seeds 201 to 299: .8 and .9 find moves .990, 1.0 finds .981; independent accounts hold too few such pairs to matter.
OTHER_NAMES = 0.9
# A root found in more sentences than this (over all tellings) brings no pair together by itself.
CROWDED = 48
# In a story of many tellings, than so many for each of them. 200 copies with a few changed words each: 1.2 and 2.5 find
# every row, in 3.7 s; without this, rows fall apart at more than 48 tellings.
CROWDED_EACH = 1.2


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a sentence is compared: its roots, their summed weight, its pairs of neighbours.

    `what` are the roots that tell what happens: no names, titles, grammar words or reporting verbs. A
    pair holds at least one of them. `names` are the roots of names.
    """

    roots: frozenset[str]
    total: float
    pairs: frozenset[tuple[str, str]]
    what: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Weights and profiles of all sentences, by their index in the flat list."""

    weights: dict[str, float]
    profiles: tuple[Profile, ...]

    def shared(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weight of the roots that both hold; the sum is exact, so that it is the same in any order."""
        weights = self.weights
        return fsum([weights[root] for root in a & b])

    def weight(self, roots: frozenset[str]) -> float:
        """The weight of these roots."""
        return fsum([self.weights[root] for root in roots])

    def score(self, i: int, j: int) -> float:
        """The likeness of sentences `i` and `j`."""
        return self.compare(self.profiles[i], self.profiles[j])

    def compare(self, a: Profile, b: Profile) -> float:
        """The likeness of two profiles."""
        total = a.total + b.total
        if not total:
            return 0.0
        dice = 2 * self.shared(a.roots, b.roots) / total
        pairs = len(a.pairs) + len(b.pairs)
        order = 2 * len(a.pairs & b.pairs) / pairs if pairs else dice
        score = (1 - ORDER_SHARE) * dice + ORDER_SHARE * order
        if a.what and b.what and a.what.isdisjoint(b.what):
            return score * ONLY_WHO
        if a.names and b.names and a.names.isdisjoint(b.names):
            return score * OTHER_NAMES
        return score

    def join(self, indices: Sequence[int]) -> Profile:
        """The profile of several sentences read as one."""
        if len(indices) == 1:
            return self.profiles[indices[0]]
        roots = frozenset[str]().union(*[self.profiles[i].roots for i in indices])
        pairs = frozenset[tuple[str, str]]().union(*[self.profiles[i].pairs for i in indices])
        what = frozenset[str]().union(*[self.profiles[i].what for i in indices])
        names = frozenset[str]().union(*[self.profiles[i].names for i in indices])
        return Profile(roots, self.weight(roots), pairs, what, names)


def measure(flat: Sequence[Sentence], tellings: int) -> Likeness:
    """Weights of all roots in the story and the profile of each sentence."""
    frequency: dict[str, list[int]] = {}
    tags: dict[str, int] = {}
    for sentence in flat:
        number = sentence.telling
        for unit in {unit.root: unit for unit in sentence.units}.values():
            counts = frequency.get(unit.root)
            if counts is None:
                counts = frequency[unit.root] = [0] * tellings
                tags[unit.root] = 0
            counts[number] += 1
            tags[unit.root] |= unit.tag
    sizes = [0] * tellings
    for sentence in flat:
        sizes[sentence.telling] += 1
    largest = max(sizes, default=0)
    weights = {root: _weight(max(counts), largest, tags[root]) for root, counts in frequency.items()}
    telling = frozenset(root for root, tag in tags.items() if tag & Tag.NUMBER or not tag & WHO)
    return Likeness(weights, tuple(_profile(sentence, weights, telling) for sentence in flat))


def _weight(count: int, size: int, tag: int) -> float:
    if tag & (Tag.FUNCTION | Tag.CUE) and not tag & Tag.NUMBER:
        return FUNCTION_WEIGHT
    weight = log(1 + size / count) / log(1 + size) if size > 1 else 1.0
    if tag & Tag.NUMBER:
        return weight * NUMBER_WEIGHT
    return weight * NAME_WEIGHT if tag & (Tag.NAME | Tag.TITLE) else weight


def _profile(sentence: Sentence, weights: dict[str, float], telling: frozenset[str]) -> Profile:
    order = [unit.root for unit in sentence.units]
    roots = frozenset(order)
    total = fsum([weights[root] for root in roots])
    pairs = frozenset(pair for pair in pairwise(order) if pair[0] in telling or pair[1] in telling)
    names = frozenset(unit.root for unit in sentence.units if unit.tag & Tag.NAME)
    return Profile(roots, total, pairs, roots & telling, names)


def candidates(flat: Sequence[Sentence], likeness: Likeness, floor: float) -> dict[tuple[int, int], float]:
    """All pairs of different tellings (by flat index, the smaller first) with a score of at least `floor`."""
    found = dict.fromkeys(_identical(flat), 1.0)
    postings: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(likeness.profiles):
        for root in profile.roots:
            postings[root].append(index)
    tellings = [sentence.telling for sentence in flat]
    crowd = max(CROWDED, CROWDED_EACH * len(set(tellings)))
    partners: dict[int, set[int]] = defaultdict(set)
    for indices in postings.values():
        if 1 < len(indices) <= crowd and tellings[indices[0]] != tellings[indices[-1]]:
            for place, i in enumerate(indices):
                partners[i].update(indices[place + 1 :])
    compare, profiles = likeness.compare, likeness.profiles
    for i, others in partners.items():
        profile, telling = profiles[i], tellings[i]
        for j in others:
            if tellings[j] != telling and (i, j) not in found:
                score = compare(profile, profiles[j])
                if score >= floor:
                    found[i, j] = score
    return found


def _identical(flat: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Pairs of sentences with the same keys: the first with the first, the second with the second."""
    places: dict[tuple[str, ...], dict[int, list[int]]] = {}
    for index, sentence in enumerate(flat):
        if sentence.keys:
            places.setdefault(sentence.keys, {}).setdefault(sentence.telling, []).append(index)
    found: list[tuple[int, int]] = []
    for by_telling in places.values():
        groups = [by_telling[telling] for telling in sorted(by_telling)]
        for number, one in enumerate(groups):
            for other in groups[number + 1 :]:
                found.extend(zip(one, other, strict=False))
    return found
