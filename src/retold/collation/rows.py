"""Rows: which sentences of the tellings state one thing, sentence by sentence, with splits and joins.

In: sentences and their likeness. Out: rows of flat sentence indices per telling, in reading order. Pairs are taken
from the likest down; a row takes a sentence when the mean likeness to all that it holds stays above the threshold
(average linkage), and holds one run of neighbouring sentences per telling. What is left over joins the row of its
neighbour where a longer sentence of another telling holds both (a split).
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.collation.gaps import Cells, fill_gaps
from retold.collation.likeness import Likeness, Profile, candidates
from retold.collation.options import CollateOptions
from retold.collation.units import Sentence

# A sentence taken into its neighbour's row must raise the likeness of the row by this much.
GAIN = 0.02
# A part that lies between its other half and the sentence that follows there needs this share of `part` only, and
# need not raise the likeness, if both halves together come nearer to the weight of the whole (Gale and Church 1993).
LODGED_SHARE = 0.4
# A part that raises the likeness by so much needs a smaller share of `part`, wherever it lies. Planted dev bank, seeds
# 201 to 299: splits .90 without this, .943 with gains of .05 or .08 and shares of .4 or .6; the most careful is taken.
PLAIN_GAIN = 0.08
PLAIN_SHARE = 0.6


def align(flat: Sequence[Sentence], likeness: Likeness, options: CollateOptions) -> list[Cells]:
    """Rows as {telling: [flat index, …]}, in reading order; every sentence stands in exactly one row."""
    scores = candidates(flat, likeness, options.same * 0.5)
    rows = _cluster(flat, scores, options)
    rows = _take_in_parts(flat, rows, likeness, options)
    rows = fill_gaps(flat, rows, likeness)
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
            gain = _gain(row, rows[other], likeness, options.part, _is_lodged(row, rows[other], flat, where))
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


def _is_lodged(part: Cells, whole: Cells, flat: Sequence[Sentence], where: dict[int, int]) -> bool:
    """Whether `part` lies between `whole` and a row that comes next to `whole` in a telling without `part`."""
    for cell in part.values():
        telling = flat[cell[0]].telling
        for beyond in (cell[-1] + 1, cell[0] - 1):
            if not (0 <= beyond < len(flat)) or flat[beyond].telling != telling or beyond in whole.get(telling, ()):
                continue
            step = 1 if beyond > cell[-1] else -1
            for other, long in whole.items():
                beside = long[-1] + 1 if step > 0 else long[0] - 1
                if other in part or not (0 <= beside < len(flat)) or flat[beside].telling != other:
                    continue
                if where[beside] == where[beyond]:
                    return True
    return False


def _gain(part: Cells, whole: Cells, likeness: Likeness, share: float, lodged: bool) -> float | None:
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
            gain = likeness.compare(joined, long) - likeness.compare(before, long)
            least = share * (LODGED_SHARE if lodged else PLAIN_SHARE if gain >= PLAIN_GAIN else 1)
            if not _is_part(piece, before, long, likeness, least):
                continue
            fits = abs(long.total - joined.total) < abs(long.total - before.total)
            if gain >= GAIN or (lodged and fits):
                gains.append(gain)
    return max(gains) if gains else None


def _is_part(piece: Profile, before: Profile, long: Profile, likeness: Likeness, least: float) -> bool:
    """Whether `long` holds the share `least` of `piece`, in words that `before` does not already account for."""
    own = piece.roots - before.roots
    weight = likeness.weight(own)
    return bool(weight) and likeness.shared(own, long.roots) / weight >= least


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
