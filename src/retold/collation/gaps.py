"""Sentences that stand at the same place between the same neighbours, and so may be one statement recast.

In: rows after the alignment by likeness. Out: rows in which two that no telling has both of are joined where some
telling has the one just where another has the other: between rows that they share. The likeness asked for is low,
since the place itself is evidence; in independent accounts, whose sentences have few common neighbours, this joins
next to nothing. Of two tellings that share most of their sentences, as many sentences of the one as of the other
between two that they share are taken for each other in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from retold.collation.likeness import Likeness
from retold.collation.moves import longest_chain
from retold.collation.units import Sentence

Cells = dict[int, list[int]]
# The least likeness between two shared neighbours, and beside one.
BETWEEN = 0.1
BESIDE = 0.2
# Two tellings go together when they share this part of the shorter one's sentences; then a run of up to so many
# sentences between shared ones is faced by as many. Planted dev bank, copies of seeds 201 to 299: see `retold bench`.
TOGETHER = 0.4
LONGEST_RUN = 4
FACING = 0.04
# Cells of one row that are compared: in a story of many tellings most of a row's cells are copies of one another.
MOST_COMPARED = 8


def fill_gaps(flat: Sequence[Sentence], rows: Sequence[Cells], likeness: Likeness) -> list[Cells]:
    """The rows, with those that fill one gap joined, likest first."""
    where = {index: number for number, row in enumerate(rows) for cell in row.values() for index in cell}
    found: dict[tuple[int, int], float] = {}
    scores: dict[tuple[int, int], float] = {}
    for number, row in enumerate(rows):
        for other, anchors in _across_the_gap(row, rows, flat, where):
            if other == number or set(row) & set(rows[other]):
                continue
            pair = (min(number, other), max(number, other))
            if pair not in scores:
                scores[pair] = _mean(row, rows[other], likeness)
            if scores[pair] >= (BETWEEN if anchors == 2 else BESIDE):
                found[pair] = scores[pair]
    asked: dict[tuple[int, int], float] = {}
    for one, two, floor in _facing_runs(rows, flat, where):
        asked[one, two] = min(floor, asked.get((one, two), floor))
    for (one, two), floor in asked.items():
        if (one, two) not in found and not set(rows[one]) & set(rows[two]):
            score = _mean(rows[one], rows[two], likeness)
            if score >= floor:
                found[one, two] = score
    gone: dict[int, int] = {}
    joined = [dict(row) for row in rows]
    for one, two in sorted(found, key=lambda pair: (-round(found[pair], 6), pair)):
        if one in gone or two in gone or set(joined[one]) & set(joined[two]):
            continue
        joined[one].update(joined[two])
        gone[two] = one
    return [row for number, row in enumerate(joined) if number not in gone]


def _facing_runs(
    rows: Sequence[Cells], flat: Sequence[Sentence], where: dict[int, int]
) -> Iterator[tuple[int, int, float]]:
    """Rows of which two tellings that go together have one each between the same neighbours, and the likeness asked."""
    order: dict[int, list[int]] = {}
    for index, sentence in enumerate(flat):
        line = order.setdefault(sentence.telling, [])
        if not line or line[-1] != where[index]:
            line.append(where[index])
    for one, two in combinations(sorted(order), 2):
        places = {number: place for place, number in enumerate(order[two])}
        shared = [number for number in order[one] if number in places]
        if len(shared) < TOGETHER * min(len(order[one]), len(order[two])):
            continue
        kept = longest_chain([places[number] for number in shared], [0] * len(shared))
        anchors = [number for place, number in enumerate(shared) if place in kept]
        for here, there in zip(
            _between(order[one], anchors, shared), _between(order[two], anchors, shared), strict=True
        ):
            if not 0 < len(here) <= LONGEST_RUN or not 0 < len(there) <= LONGEST_RUN:
                continue
            if len(here) == len(there):
                yield from ((min(pair), max(pair), FACING) for pair in zip(here, there, strict=True))
            else:
                yield from ((min(a, b), max(a, b), BETWEEN) for a in here for b in there)


def _between(line: Sequence[int], anchors: Sequence[int], shared: Sequence[int]) -> list[list[int]]:
    """What stands before, between and behind the anchors, without other rows that are shared."""
    edges, others = set(anchors), set(shared)
    found: list[list[int]] = [[]]
    for number in line:
        if number in edges:
            found.append([])
        elif number not in others:
            found[-1].append(number)
    return found


def _across_the_gap(
    row: Cells, rows: Sequence[Cells], flat: Sequence[Sentence], where: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Rows beside a neighbour of this one, where a telling lacks this one; and how many neighbours agree on them."""
    for cell in row.values():
        before, after = _row_at(cell[0], -1, flat, where), _row_at(cell[-1], 1, flat, where)
        for telling in sorted(
            set(rows[before] if before is not None else ()) | set(rows[after] if after is not None else ())
        ):
            if telling in row:
                continue
            follows = (
                _row_at(rows[before][telling][-1], 1, flat, where)
                if before is not None and telling in rows[before]
                else None
            )
            precedes = (
                _row_at(rows[after][telling][0], -1, flat, where)
                if after is not None and telling in rows[after]
                else None
            )
            if follows is not None and follows == precedes:
                yield follows, 2
            else:
                yield from ((place, 1) for place in (follows, precedes) if place is not None)


def _row_at(index: int, step: int, flat: Sequence[Sentence], where: dict[int, int]) -> int | None:
    """The row of the sentence `step` places on in the same telling, or None past its ends."""
    beside = index + step
    if 0 <= beside < len(flat) and flat[beside].telling == flat[index].telling:
        return where[beside]
    return None


def _mean(one: Cells, two: Cells, likeness: Likeness) -> float:
    """The mean likeness of the cells of two rows; of a long row, of some that are spread over it."""
    sides = [[likeness.join(cell) for cell in _some(row)] for row in (one, two)]
    scores = [likeness.compare(a, b) for a in sides[0] for b in sides[1]]
    return sum(scores) / len(scores)


def _some(row: Cells) -> list[list[int]]:
    cells = [row[telling] for telling in sorted(row)]
    step = -(-len(cells) // MOST_COMPARED)
    return cells[::step]
