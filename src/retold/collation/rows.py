"""Rows: which sentences of the tellings state one thing, sentence by sentence, with splits and joins.

In: sentences and their likeness. Out: rows of flat sentence indices per telling, in reading order. Pairs are taken
from the likest down; a row takes a sentence when the mean likeness to all that it holds stays above the threshold
(average linkage), and holds one run of neighbouring sentences per telling. What is left over joins the row of its
neighbour where a longer sentence of another telling holds both (a split).
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.collation.likeness import Likeness, Profile, candidates
from retold.collation.options import CollateOptions
from retold.collation.units import Sentence

Cells = dict[int, list[int]]
# A sentence taken into its neighbour's row must raise the likeness of the row by this much.
GAIN = 0.02


def align(flat: Sequence[Sentence], likeness: Likeness, options: CollateOptions) -> list[Cells]:
    """Rows as {telling: [flat index, …]}, in reading order; every sentence stands in exactly one row."""
    scores = candidates(flat, likeness, options.same * 0.5)
    rows = _cluster(flat, scores, options)
    rows = _take_in_parts(flat, rows, likeness, options)
    return _in_reading_order(rows, flat)


def _cluster(flat: Sequence[Sentence], scores: dict[tuple[int, int], float], options: CollateOptions) -> list[Cells]:
    sizes: dict[int, int] = {}
    for sentence in flat:
        sizes[sentence.telling] = sentence.rank + 1

    def place(index: int) -> float:
        return flat[index].rank / sizes[flat[index].telling]

    home = list(range(len(flat)))
    members: dict[int, list[int]] = {index: [index] for index in home}
    strong = [(pair, score) for pair, score in scores.items() if score >= options.same]
    strong.sort(key=lambda entry: (-round(entry[1], 6), abs(place(entry[0][0]) - place(entry[0][1])), entry[0]))
    for (i, j), _ in strong:
        one, two = home[i], home[j]
        if one == two or not _may_join(members[one], members[two], flat, scores, options):
            continue
        for index in members[two]:
            home[index] = one
        members[one] += members.pop(two)
    return [{flat[index].telling: [index] for index in sorted(group)} for group in members.values()]


def _may_join(
    one: list[int],
    two: list[int],
    flat: Sequence[Sentence],
    scores: dict[tuple[int, int], float],
    options: CollateOptions,
) -> bool:
    if {flat[i].telling for i in one} & {flat[i].telling for i in two}:
        return False
    if len(one) == len(two) == 1:
        return True
    links = [scores.get((min(i, j), max(i, j)), 0.0) for i in one for j in two]
    return sum(links) / len(links) >= options.same


def _take_in_parts(
    flat: Sequence[Sentence], rows: list[Cells], likeness: Likeness, options: CollateOptions
) -> list[Cells]:
    """Rows whose sentences are the other half of a neighbour's, merged into it."""
    where = {index: number for number, row in enumerate(rows) for cell in row.values() for index in cell}
    order = sorted(range(len(rows)), key=lambda number: min(cell[0] for cell in rows[number].values()))
    for number in order:
        row = rows[number]
        if not row or any(len(cell) > 1 for cell in row.values()):
            continue
        best: tuple[float, int] | None = None
        for other in sorted(_neighbours(row, flat, where)):
            gain = _gain(row, rows[other], flat, likeness, options)
            if gain is not None and (best is None or gain > best[0]):
                best = (gain, other)
        if best is None:
            continue
        target = rows[best[1]]
        for telling, cell in row.items():
            target[telling] = sorted(target.get(telling, []) + cell)
            for index in cell:
                where[index] = best[1]
        rows[number] = {}
    return [row for row in rows if row]


def _neighbours(row: Cells, flat: Sequence[Sentence], where: dict[int, int]) -> set[int]:
    """The rows next to this one in every telling that it has."""
    found: set[int] | None = None
    for cell in row.values():
        beside = {
            where[index]
            for index in (cell[0] - 1, cell[-1] + 1)
            if 0 <= index < len(flat) and flat[index].telling == flat[cell[0]].telling
        }
        found = beside if found is None else found & beside
    return found or set()


def _gain(
    part: Cells, whole: Cells, flat: Sequence[Sentence], likeness: Likeness, options: CollateOptions
) -> float | None:
    """How much liker the tellings of `whole` get when `part` is read together with it; None where it is no split.

    Some telling must hold in its cell both what `whole` and what `part` say in the others.
    """
    lacking = [telling for telling in whole if telling not in part]
    if not lacking or not set(part) <= set(whole) or any(len(cell) > 2 for cell in whole.values()):
        return None
    gains: list[float] = []
    for telling, cell in part.items():
        joined = likeness.join(sorted(whole[telling] + cell))
        before = likeness.join(whole[telling])
        piece = likeness.join(cell)
        for other in lacking:
            long = likeness.join(whole[other])
            if not _is_part(piece, before, long, likeness, options):
                continue
            gain = likeness.compare(joined, long) - likeness.compare(before, long)
            if gain >= GAIN:
                gains.append(gain)
    return max(gains) if gains else None


def _is_part(piece: Profile, before: Profile, long: Profile, likeness: Likeness, options: CollateOptions) -> bool:
    """Whether `long` holds the greater part of `piece`, in words that `before` does not already account for."""
    own = piece.roots - before.roots
    weight = likeness.weight(own)
    return bool(weight) and likeness.shared(own, long.roots) / weight >= options.part


def _in_reading_order(rows: list[Cells], flat: Sequence[Sentence]) -> list[Cells]:
    """The first telling's order; each other telling's own rows follow the row that precedes them there."""
    where = {index: number for number, row in enumerate(rows) for cell in row.values() for index in cell}
    after: dict[int, int] = {}
    placed: set[int] = set()
    last, telling = -1, -1
    for index, sentence in enumerate(flat):
        if sentence.telling != telling:
            last, telling = -1, sentence.telling
        number = where[index]
        if number not in placed:
            placed.add(number)
            after[number] = after.get(last, -2)
            after[last] = number
        last = number
    ordered: list[Cells] = []
    number = after.get(-1, -2)
    while number != -2:
        ordered.append(rows[number])
        number = after[number]
    return ordered
