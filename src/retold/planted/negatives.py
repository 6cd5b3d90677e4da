"""Articles that share words and are no copies, or tell alike events and are no one story.

In: grown stories and who copied whom. Out: `HardNegative` pairs with the reason, in order of their ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from retold.planted.drafts import Draft
from retold.planted.plotting import StoryDrafts
from retold.planted.records import HardNegative


def hard_negatives(grown: Sequence[StoryDrafts], parents: Mapping[str, str | None]) -> tuple[HardNegative, ...]:
    """Pairs of articles of different descent that share stock sentences, and pairs that tell look-alike events."""
    out: set[tuple[str, str, str]] = set()
    drafts = [draft for story in grown for draft in story.visible]
    for one, two in combinations(sorted(drafts, key=lambda d: d.id), 2):
        if _root(one.id, parents) == _root(two.id, parents):
            continue
        for stock in sorted(_stock(one) & _stock(two)):
            out.add((one.id, two.id, stock.partition(":")[0]))
    for first, second in combinations(grown, 2):
        if first.cast.kind.name != second.cast.kind.name:
            continue
        for one in first.visible:
            for two in second.visible:
                out.add((min(one.id, two.id), max(one.id, two.id), "look-alike event"))
    return tuple(HardNegative(a, b, why) for a, b, why in sorted(out))


def _root(identity: str, parents: Mapping[str, str | None]) -> str:
    while (parent := parents.get(identity)) is not None:
        identity = parent
    return identity


def _stock(draft: Draft) -> set[str]:
    return {
        f"{sentence.stock.partition(':')[0]}:{draft.story}:{sentence.stock}"
        for passage in draft.passages
        for paragraph in passage.paragraphs
        for sentence in paragraph
        if sentence.stock
    }
