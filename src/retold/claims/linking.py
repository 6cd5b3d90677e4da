"""Why propositions were put into one claim, and which others they may belong to."""

from __future__ import annotations

from collections.abc import Sequence

from retold.claims.comparison import Conflict
from retold.claims.features import Features
from retold.claims.matching import Matching
from retold.claims.options import LedgerOptions
from retold.records.claims import Link
from retold.records.spans import Pointer

# How many unsure neighbours a claim shows.
MOST_UNSURE = 3


def claim_links(
    group: tuple[int, ...],
    features: Sequence[Features],
    matching: Matching,
    options: LedgerOptions,
    matched: Sequence[int],
) -> tuple[Link, ...]:
    """For each further member, the comparison that ties it best; then the unsure neighbours, likeliest first.

    `matched` tells of each proposition which group it was in before a person judged.
    """
    node = matching.node
    inside = {node[index] for index in group}
    links = []
    for place, index in enumerate(group[1:], start=1):
        earlier = [other for other in group[:place] if matched[other] == matched[index]]
        if not earlier:
            links.append(_link(features, group[0], index, 1.0, "put together by a person", True))
            continue
        twin = next((other for other in earlier if node[other] == node[index]), None)
        if twin is not None:
            links.append(_link(features, twin, index, 1.0, "word for word the same", True))
            continue
        tied = [
            (matching.decided[pair].score, -other, matching.decided[pair].reason)
            for other in earlier
            if (pair := _pair(node[other], node[index])) in matching.decided
        ]
        if tied:
            score, other, reason = max(tied)
            links.append(_link(features, -other, index, score, reason, True))
        else:
            links.append(_link(features, earlier[0], index, 0.0, "through other occurrences of the claim", True))
    unsure = [
        (-found.score, pair, found.reason)
        for head in sorted(inside)
        for pair, found in matching.near.get(head, ())
        if found.conflict is Conflict.NONE and found.score >= options.unsure and not set(pair) <= inside
    ]
    for negative, (a, b), reason in sorted(unsure)[:MOST_UNSURE]:
        links.append(_link(features, a, b, -negative, "unsure: " + reason, False))
    return tuple(links)


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _link(features: Sequence[Features], a: int, b: int, score: float, reason: str, sure: bool) -> Link:
    left, right = features[a].proposition, features[b].proposition
    return Link(Pointer(left.article, left.span), Pointer(right.article, right.span), round(score, 3), reason, sure)
