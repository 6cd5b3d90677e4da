"""Which occurrences surely state their claim, so that whoever vouches for them surely vouches for it.

Goes in: a claim's group of propositions and how they were matched. Comes out: the firm part of the group. Always holds:
it is not empty; word for word the same propositions are firm together; the order of articles does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.claims.comparison import Conflict
from retold.claims.matching import Matching
from retold.claims.options import LedgerOptions


def firm_part(group: Sequence[int], matching: Matching, options: LedgerOptions) -> frozenset[int]:
    """The members that are tied to one another by comparisons of at least `options.firm`: the largest such part.

    Each wording counts once; of parts that are as large, the one that comes first in the story is the claim.
    """
    heads = sorted({matching.node[index] for index in group})
    inside = set(heads)
    part = {head: head for head in heads}

    def root(head: int) -> int:
        while part[head] != head:
            head = part[head]
        return head

    for head in heads:
        for (a, b), found in matching.near.get(head, ()):
            if {a, b} <= inside and found.conflict is Conflict.NONE and found.score >= options.firm:
                one, other = sorted((root(a), root(b)))
                part[other] = one
    roots = [root(head) for head in heads]
    best = max(sorted(set(roots)), key=lambda found: (roots.count(found), -found))
    return frozenset(index for index in group if root(matching.node[index]) == best)
