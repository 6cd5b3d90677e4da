"""What a person judged, put into effect on a story's claims and disputes.

Goes in: groups of propositions as they were matched, and judgements in the order in which they were made. Comes out:
the groups after them, and which disputes are settled. Always holds: no proposition is lost or comes twice; a later
judgement outweighs an earlier one; without judgements nothing changes; the order of articles does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from retold.claims.comparison import Conflict
from retold.claims.features import Features
from retold.claims.matching import Matching
from retold.records.claims import Account, Claim, Dispute, Position
from retold.records.judgements import Action, Judged, Judgement, Place, Places
from retold.records.spans import Pointer, Span
from retold.text.words import fold, words

Groups = tuple[tuple[int, ...], ...]

# Nearer than any score: two stretches of one article that overlap are parts of one statement.
PART = 2.0
TWIN = 1.0


def judged_groups(
    groups: Groups, features: Sequence[Features], matching: Matching, judgements: Sequence[Judgement]
) -> Groups:
    """The groups after a person merged, split and rejected, one judgement after the other."""
    shaping = [j for j in judgements if j.shapes_claims and j.judged is not Judged.DISPUTE]
    if not shaping:
        return groups
    judges = _Judges(features, matching)
    found = [set(group) for group in groups]
    for judgement in shaping:
        sides = [judges.propositions(side) for side in judgement.sides]
        if judgement.action is Action.MERGE:
            found = _united(found, set().union(*sides))
        elif len(sides) > 1:
            found = [part for group in found for part in judges.parted(group, sides[0], sides[1])]
    return tuple(sorted(tuple(sorted(group)) for group in found))


def _united(groups: Sequence[set[int]], wanted: set[int]) -> list[set[int]]:
    """The groups, those that hold some of `wanted` as one."""
    named = [group for group in groups if group & wanted]
    rest = [group for group in groups if not group & wanted]
    return [*rest, set().union(*named)] if named else rest


class _Judges:
    """Finds the propositions of places, and parts groups."""

    def __init__(self, features: Sequence[Features], matching: Matching) -> None:
        self._features = features
        self._matching = matching
        self._at: dict[str, dict[Span, int]] = defaultdict(dict)
        for index, feature in enumerate(features):
            self._at[feature.proposition.article][feature.proposition.span] = index

    def propositions(self, side: Places) -> set[int]:
        """The propositions that stand at these places."""
        found = set()
        for place in side:
            here = self._at.get(place.pointer.article, {})
            span = place.among(here)
            if span is not None:
                found.add(here[span])
        return found

    def parted(self, group: set[int], leaving: set[int], staying: set[int]) -> list[set[int]]:
        """The group in two, or whole where it holds only one side.

        A member that the judgement does not name goes with what it is more like: its twin in a copy leaves with the
        place that was named, and so does a clause of it. What is as near to both stays.
        """
        out, kept = group & leaving, group & staying
        if not out or not kept:
            return [group]
        others = sorted(group - out - kept)
        followers = {n for n in others if self._nearest(n, out) > self._nearest(n, kept)}
        return [out | followers, group - out - followers]

    def _nearest(self, index: int, side: set[int]) -> float:
        return max(self._nearness(index, other) for other in side)

    def _nearness(self, a: int, b: int) -> float:
        one, two = self._features[a].proposition, self._features[b].proposition
        if one.article == two.article and one.span.overlaps(two.span):
            return PART
        node = self._matching.node
        if node[a] == node[b]:
            return TWIN
        found = self._matching.decided.get((min(node[a], node[b]), max(node[a], node[b])))
        return found.score if found is not None and found.conflict is Conflict.NONE else 0.0


def settled(
    disputes: Sequence[Dispute],
    claims: Sequence[Claim],
    accounts: Mapping[str, Account],
    judgements: Sequence[Judgement],
) -> tuple[Dispute, ...]:
    """The disputes, those that a person rejected with the id of the judgement.

    A rejection covers what the person saw, and the same words wherever else they stand: a denial in words of its own
    that comes later makes the dispute an open one again.
    """
    rejections = [j for j in judgements if j.judged is Judged.DISPUTE and j.action is Action.REJECT]
    by_id = {claim.id: claim for claim in claims}
    texts = {identity: account.article.text for identity, account in accounts.items()}

    def settle(dispute: Dispute) -> Dispute:
        sides = dispute_sides(dispute, by_id[dispute.a])
        covering = [j.id for j in rejections if len(j.sides) > 1 and _covers(j, sides, texts)]
        return replace(dispute, settled=covering[-1]) if covering else dispute

    return tuple(settle(dispute) for dispute in disputes)


Sides = tuple[tuple[Pointer, ...], tuple[Pointer, ...]]


def dispute_sides(dispute: Dispute, claim: Claim) -> Sides:
    """The places that a dispute rests on: who asserts and who is against it, or the two values that were compared."""
    if dispute.a != dispute.b:
        return dispute.where[:1], dispute.where[1:]
    asserted = tuple(Pointer(o.article, o.span) for o in claim.occurrences if o.position is Position.ASSERT)
    against = tuple(Pointer(o.article, o.span) for o in claim.occurrences if o.position is not Position.ASSERT)
    return asserted, against


def _covers(judgement: Judgement, sides: Sides, texts: Mapping[str, str]) -> bool:
    """Whether the judgement speaks of the one side and of all of the other; sides may have changed places."""
    one, two = judgement.sides[0], judgement.sides[1]
    return any(
        any(_is_judged(pointer, first, texts) for pointer in sides[0])
        and all(_is_judged(pointer, second, texts) for pointer in sides[1])
        for first, second in ((one, two), (two, one))
    )


def _is_judged(pointer: Pointer, side: Places, texts: Mapping[str, str]) -> bool:
    said = _said(pointer.span.of(texts[pointer.article]))
    return any(_is_place(place, pointer) or _said(place.words) == said for place in side)


def _is_place(place: Place, pointer: Pointer) -> bool:
    return place.pointer.article == pointer.article and place.among((pointer.span,)) is not None


def _said(text: str) -> tuple[str, ...]:
    return tuple(fold(word.of(text)) for word in words(text))
