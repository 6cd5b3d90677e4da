"""Gold and found time expressions in; agreement the TempEval-3 way (Task A) out.

Spans agree strictly when they are the same characters but for white space at the edges, and relaxed when they share
one; pairs are one to one, exact ones first, then the largest overlap. Type and value agree when a relaxed pair has
the same one, read as upper case. What touches a gold entry with `"dct": true` (a printed date line) is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from retold.benchmarks.scoring.counting import Agreement

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression without white space at its edges."""

    start: int
    end: int
    type: str
    value: str

    def overlap(self, other: Expression) -> int:
        """Shared characters; negative where there is a gap."""
        return min(self.end, other.end) - max(self.start, other.start)


def expression(text: str, row: Row) -> Expression:
    """From a row `{"start", "end", "type", "value"}` about `text`."""
    start, end = row["start"], row["end"]
    while start < end and text[start : start + 1].isspace():
        start += 1
    while end > start and text[end - 1 : end].isspace():
        end -= 1
    return Expression(start, end, str(row["type"]), str(row["value"]).strip().upper())


def align(gold: Sequence[Expression], found: Sequence[Expression]) -> list[tuple[int, int]]:
    """Pairs of indices, one to one."""
    candidates = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if (overlap := g.overlap(f)) > 0:
                candidates.append(((g.start, g.end) != (f.start, f.end), -overlap, i, j))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


@dataclass(frozen=True, slots=True)
class TimeScore:
    """`type` and `value` count the relaxed pairs whose attribute is right: TempEval-3's type F1 and value F1."""

    strict: Agreement
    relaxed: Agreement
    type: Agreement
    value: Agreement


def score(documents: Iterable[tuple[str, Sequence[Row], Sequence[Row]]]) -> TimeScore:
    """Documents as (text, gold rows, found rows); counts are pooled over them."""
    c: Counter[str] = Counter()
    for text, gold_rows, found_rows in documents:
        lines = [expression(text, row) for row in gold_rows if row.get("dct")]
        gold = [expression(text, row) for row in gold_rows if not row.get("dct")]
        read = [expression(text, row) for row in found_rows]
        found = [f for f in read if not any(f.overlap(line) > 0 for line in lines)]
        c.update(gold=len(gold), found=len(found))
        for i, j in align(gold, found):
            g, f = gold[i], found[j]
            strict = (g.start, g.end) == (f.start, f.end)
            c.update(relaxed=1, strict=int(strict), type=int(g.type == f.type), value=int(g.value == f.value))

    def agreement(measure: str) -> Agreement:
        return Agreement(c[measure], c["found"], c["gold"])

    return TimeScore(agreement("strict"), agreement("relaxed"), agreement("type"), agreement("value"))
