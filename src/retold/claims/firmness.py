"""What of a claim's origins is sure: which occurrences surely state it, and where the text leaves open who speaks.

Goes in: a claim's group of propositions and how they were matched; a sentence of which only a part is attributed.
Comes out: the firm part of the group; the attribution that the other part may belong to. Always holds: the firm part is
not empty; word for word the same propositions are firm together; the order of articles does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.claims.comparison import Conflict
from retold.claims.features import Features
from retold.claims.matching import Matching
from retold.claims.options import LedgerOptions
from retold.records.claims import Account
from retold.records.spans import Span
from retold.records.statements import Attribution

# How far behind a source's name a stretch stands that describes it: a comma and a space.
APPOSED = 3


def firm_part(
    group: Sequence[int], features: Sequence[Features], matching: Matching, options: LedgerOptions
) -> frozenset[int]:
    """The members that are tied to one another by comparisons of at least `options.firm`: the largest such part.

    Each wording counts once; of parts that are as large, the one with the first word of the alphabet is the claim: an
    order that no copy changes.
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
    named = {found: min(features[h].words for h in heads if root(h) == found) for found in set(roots)}
    best = min(named, key=lambda found: (-roots.count(found), named[found]))
    return frozenset(index for index in group if root(matching.node[index]) == best)


def cited_beside(account: Account, sentence: Span, span: Span) -> Attribution | None:
    """The last attribution in the sentence of an unattributed stretch, which may give that too.

    What stands right behind a source describes it ("…, said Ada Holt, who owns the mill") and is nobody's statement.
    """
    beside = [
        said
        for said in account.annotation.attributions
        if any(sentence.contains(cue) for cue in said.cue)
        and not any(0 <= span.start - source.end <= APPOSED for source in said.source)
    ]
    return max(beside, key=lambda said: (said.cue, said.id), default=None)
