"""Gold and found quantities in; how many agree in value out.

Two quantities agree when they overlap, are of one kind, have equal bounds and, unless they count things, one unit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from retold.benchmarks.scoring.counting import Agreement
from retold.records.statements import Quantity, QuantityKind


def is_same_number(a: float | None, b: float | None) -> bool:
    """Whether two bounds are equal; open equals open."""
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=1e-4)


def is_same_value(gold: Quantity, found: Quantity) -> bool:
    """Whether kind and bounds are equal and, but for counts, the unit."""
    unit = gold.kind is QuantityKind.COUNT or gold.unit == found.unit
    bounds = ((gold.low, found.low), (gold.high, found.high))
    return gold.kind is found.kind and unit and all(is_same_number(a, b) for a, b in bounds)


def align(gold: Sequence[Quantity], found: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Pairs of indices that agree, one to one."""
    pairs: list[tuple[int, int]] = []
    used: set[int] = set()
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if j not in used and g.span.overlaps(f.span) and is_same_value(g, f):
                pairs.append((i, j))
                used.add(j)
                break
    return pairs


def score(texts: Iterable[tuple[Sequence[Quantity], Sequence[Quantity]]]) -> Agreement:
    """Pairs of gold and found quantities, a pair a text."""
    right = found = gold = 0
    for asked, given in texts:
        right, found, gold = right + len(align(asked, given)), found + len(given), gold + len(asked)
    return Agreement(right, found, gold)
