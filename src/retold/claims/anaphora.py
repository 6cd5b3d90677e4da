"""Denials and doubts that do not repeat what they deny: "denied that it had received any such warning".

Goes in: a story's propositions with their stances, and the groups that were matched. Comes out: the groups, with such
a denial in the group of what it points back at, and which propositions deny by pointing. Always holds: a denial joins
at most one group; what it points at is stated in its own article by another speaker; where two claims could be meant
it joins none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from retold.claims.features import Features
from retold.claims.matching import Matching
from retold.claims.positions import Reading
from retold.language.english_polarity import NO_PART, POINTING_BACK
from retold.language.english_senses import wrongs
from retold.records.claims import Account
from retold.records.spans import Span

# How many sentences back the denied words may stand.
REACH = 6
# A denial or doubt that points nowhere is about what it resembles this much, though too little to be one statement.
# Tried .15 to .35 on the claims corpus (dev) and planted stories (dev bank).
ALIKE = 0.3

Groups = tuple[tuple[int, ...], ...]


def join_denials(
    features: Sequence[Features],
    readings: Sequence[Reading],
    accounts: Mapping[str, Account],
    matching: Matching,
) -> tuple[Groups, frozenset[int]]:
    """The groups after denials that stand alone found what they deny, and who denies a part in what others tell."""
    search = _Search(features, readings, accounts, matching)
    target: dict[int, int] = {}
    partless: set[int] = set()
    for number, group in enumerate(matching.groups):
        denies_part = all(search.denies_part(index) for index in group)
        if not denies_part and not all(readings[index].sign < 1 for index in group):
            continue
        # One vote for each wording and answer: a copy of an article must not outvote another wording.
        answers = {(matching.node[index], search.denied(index)) for index in group}
        votes = Counter(answer for _, answer in sorted(answers, key=repr) if answer is not None)
        ranked = votes.most_common(2)
        if ranked and ranked[0][0] != number and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            target[number] = ranked[0][0]
            partless.update(group if denies_part else ())
    merged: dict[int, list[int]] = {}
    for number, group in enumerate(matching.groups):
        goal = target.get(number, number)
        merged.setdefault(number if goal in target else goal, []).extend(group)
    return tuple(sorted(tuple(sorted(group)) for group in merged.values())), frozenset(partless)


class _Search:
    """Looks for what a denial denies."""

    def __init__(
        self,
        features: Sequence[Features],
        readings: Sequence[Reading],
        accounts: Mapping[str, Account],
        matching: Matching,
    ) -> None:
        self._features = features
        self._readings = readings
        self._accounts = accounts
        self._matching = matching
        self._owner = {index: number for number, group in enumerate(matching.groups) for index in group}
        self._told: dict[tuple[str, Span], list[int]] = defaultdict(list)
        for index, feature in enumerate(features):
            self._told[feature.proposition.article, feature.proposition.sentence].append(index)

    def denies_part(self, index: int) -> bool:
        """Whether the words deny a part in what others tell: "had no role in it", "has nothing to do with it"."""
        return NO_PART.search(self._features[index].text) is not None

    def denied(self, index: int) -> int | None:
        """The group that a denial means: the one that it points back at, else the one that it resembles most."""
        if self.denies_part(index):
            return self._blamed(index)
        if POINTING_BACK.search(self._features[index].text):
            return self._pointed_at(index)
        return self._resembled(index)

    def _resembled(self, index: int) -> int | None:
        node = self._matching.node[index]
        near = [
            (found.score, a if b == node else b)
            for (a, b), found in self._matching.near.get(node, ())
            if not found.conflict and found.score >= ALIKE
        ]
        near = [(score, other) for score, other in near if self._readings[other].sign == 1]
        if near:
            best = max(score for score, _ in near)
            return _only(self._owner[other] for score, other in near if score == best)
        return None

    def _blamed(self, index: int) -> int | None:
        """The nearest wrongdoing told before by others of the one who is to have no part in it."""
        own = self._features[index]
        actor = own.subject or frozenset(own.speaker.split())
        for told in self._before(index, len(self._accounts[own.proposition.article].annotation.sentences)):
            of_actor = {self._owner[o] for o in told if actor & self._features[o].terms and self._tells_wrongdoing(o)}
            if of_actor:
                return _only(of_actor)
        return None

    def _pointed_at(self, index: int) -> int | None:
        """What "the claim" is: the nearest sentence that is alike, else that tells of a wrong, else the nearest one."""
        terms = {term for term in self._features[index].terms if not term.startswith("@")}
        before = list(self._before(index, REACH))
        for told in before:
            alike = {self._owner[other] for other in told if terms & self._features[other].terms}
            if alike:
                # "Any such warning" means the sentence that speaks of a warning.
                return _only(alike)
        for told in before:
            wrong = {self._owner[other] for other in told if self._tells_wrongdoing(other)}
            if wrong:
                return _only(wrong)
        return _only(self._owner[other] for other in before[0]) if before else None

    def _before(self, index: int, reach: int) -> Iterable[list[int]]:
        """For each sentence before, nearest first, what somebody else is given with there; those without left out."""
        own = self._features[index].proposition
        whole = self._accounts[own.article].annotation.sentences
        last = bisect_left([sentence.start for sentence in whole], own.sentence.start)
        for sentence in reversed(whole[max(0, last - reach) : last]):
            told = [o for o in self._told.get((own.article, sentence), []) if self._is_others(o, index)]
            if told:
                yield told

    def _tells_wrongdoing(self, index: int) -> bool:
        feature = self._features[index]
        return bool(wrongs() & (feature.predicate | feature.objects | feature.terms))

    def _is_others(self, told: int, denial: int) -> bool:
        """Whether what was told is stated, given with a source, and not the denier's own."""
        one, other = self._features[told], self._features[denial]
        if self._readings[told].sign != 1 or one.proposition.attribution is None or self.denies_part(told):
            return False
        return not one.speaker or one.speaker != other.speaker


def _only(groups: Iterable[int]) -> int | None:
    found = set(groups)
    return next(iter(found)) if len(found) == 1 else None
