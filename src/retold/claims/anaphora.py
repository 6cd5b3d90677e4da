"""Denials that do not repeat what they deny: "denied that it had received any such warning".

Goes in: a story's propositions with their stances, and the groups that were matched. Comes out: the groups, with such
a denial in the group of what it points back at. Always holds: a denial joins at most one group; what it points at
stands before it in its own article, by another speaker; where two claims could be meant it joins none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from retold.claims.features import Features
from retold.claims.matching import Matching
from retold.claims.options import LedgerOptions
from retold.claims.positions import Reading
from retold.language.english_polarity import POINTING_BACK
from retold.records.claims import Account
from retold.records.spans import Span

# How many sentences back the denied words may stand.
REACH = 6

Groups = tuple[tuple[int, ...], ...]


def join_denials(
    features: Sequence[Features],
    readings: Sequence[Reading],
    accounts: Mapping[str, Account],
    matching: Matching,
    options: LedgerOptions,
) -> Groups:
    """The groups after denials that stand alone found what they deny."""
    search = _Search(features, readings, accounts, matching, options)
    target: dict[int, int] = {}
    for number, group in enumerate(matching.groups):
        if all(readings[index].sign == -1 for index in group):
            # One vote for each wording and answer: a copy of an article must not outvote another wording.
            answers = {(matching.node[index], search.denied(index)) for index in group}
            votes = Counter(answer for _, answer in sorted(answers, key=repr) if answer is not None)
            ranked = votes.most_common(2)
            if ranked and ranked[0][0] != number and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
                target[number] = ranked[0][0]
    merged: dict[int, list[int]] = {}
    for number, group in enumerate(matching.groups):
        goal = target.get(number, number)
        merged.setdefault(number if goal in target else goal, []).extend(group)
    return tuple(sorted(tuple(sorted(group)) for group in merged.values()))


class _Search:
    """Looks for what a denial denies."""

    def __init__(
        self,
        features: Sequence[Features],
        readings: Sequence[Reading],
        accounts: Mapping[str, Account],
        matching: Matching,
        options: LedgerOptions,
    ) -> None:
        self._features = features
        self._readings = readings
        self._accounts = accounts
        self._matching = matching
        self._least = options.unsure
        self._owner = {index: number for number, group in enumerate(matching.groups) for index in group}
        self._told: dict[tuple[str, Span], list[int]] = defaultdict(list)
        for index, feature in enumerate(features):
            self._told[feature.proposition.article, feature.proposition.sentence].append(index)

    def denied(self, index: int) -> int | None:
        """The group that a denial means: the one that it points back at, else the one that it resembles most."""
        pointed = self._pointed_at(index)
        if pointed is not None:
            return pointed
        node = self._matching.node[index]
        near = [
            (found.score, a if b == node else b)
            for (a, b), found in self._matching.near.get(node, ())
            if not found.conflict and found.score >= self._least
        ]
        near = [(score, other) for score, other in near if self._readings[other].sign == 1]
        if near:
            best = max(score for score, _ in near)
            return _only({self._owner[other] for score, other in near if score == best})
        return None

    def _pointed_at(self, index: int) -> int | None:
        """The claim of the nearest sentence before that somebody else is given with, if it holds one alone."""
        own = self._features[index].proposition
        account = self._accounts[own.article]
        if not POINTING_BACK.search(account.article.text, own.sentence.start, own.sentence.end):
            return None
        whole = account.annotation.sentences
        last = bisect_left([sentence.start for sentence in whole], own.sentence.start)
        terms = {term for term in self._features[index].terms if not term.startswith("@")}
        nearest: int | None = None
        for sentence in reversed(whole[max(0, last - REACH) : last]):
            told = [o for o in self._told.get((own.article, sentence), []) if self._is_others(o, index)]
            alike = {self._owner[other] for other in told if terms & self._features[other].terms}
            if alike:
                # "Any such warning" means the sentence that speaks of a warning.
                return _only(alike)
            if told and nearest is None:
                nearest = _only({self._owner[other] for other in told})
                nearest = -1 if nearest is None else nearest
        return nearest if nearest != -1 else None

    def _is_others(self, told: int, denial: int) -> bool:
        """Whether what was told is stated, given with a source, and not the denier's own."""
        one, other = self._features[told], self._features[denial]
        if self._readings[told].sign != 1 or one.proposition.attribution is None:
            return False
        return not one.speaker or one.speaker != other.speaker


def _only(groups: set[int]) -> int | None:
    return next(iter(groups)) if len(groups) == 1 else None
