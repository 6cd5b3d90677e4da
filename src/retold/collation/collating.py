"""The collation of any number of tellings: rows of sentences, changes of words, moves.

In: tellings. Out: a `Collation` whose tellings stand in order of date, outlet and id, so that the order of the
arguments does not matter. Holds always: every sentence of every telling stands in exactly one cell; every reading's
span lies in its article and covers exactly its text; a reading of length 0 stands where the telling would have had the
words.
Never raises for any text; time grows with the length of the tellings.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.collation.classes import REWRITTEN, answers, is_sharp, judge, judge_sources
from retold.collation.facing import facing_names, facing_numbers, facing_sources, join_in_sources
from retold.collation.gaps import Cells
from retold.collation.likeness import measure
from retold.collation.moves import moved
from retold.collation.options import CollateOptions
from retold.collation.places import Manner
from retold.collation.rows import align
from retold.collation.units import Reader, Sentence, Unit
from retold.collation.variants import agreement, nearest, places
from retold.collation.witnesses import Judgement, Witness
from retold.records.collation import Change, ChangeClass, Collation, Fate, Move, Reading, Row, Telling
from retold.records.spans import Pointer, Span

Ranges = tuple[tuple[int, int], ...]
# Below this share of common words a telling recasts the sentence: its variants word by word would be chance. Of the
# basil development stories' rows that were read, those below it are independent wordings, those above edits.
RECAST = 0.5


def collate(tellings: Sequence[Telling], options: CollateOptions | None = None) -> Collation:
    """The collation of `tellings`; raises ValueError when two of them share an id."""
    chosen = options or CollateOptions()
    # The undated come last: "~" follows every digit and letter.
    ordered = sorted(tellings, key=lambda t: (t.published or "~", t.outlet or "~", t.article))
    ids = tuple(telling.article for telling in ordered)
    if len(set(ids)) != len(ids):
        raise ValueError(f"two tellings share an id: {', '.join(ids)}")
    flat = [sentence for sentences in Reader().read(ordered) for sentence in sentences]
    rows = align(flat, measure(flat, len(ordered)), chosen)
    changes = [change for number, row in enumerate(rows) for change in _changes(number, row, flat, ordered)]
    changed = {change.row for change in changes}
    return Collation(
        ids,
        tuple(_row(row, flat, ordered, number in changed) for number, row in enumerate(rows)),
        tuple(changes),
        _moves(rows, flat, len(ordered)),
    )


def _row(row: Cells, flat: Sequence[Sentence], tellings: Sequence[Telling], changed: bool) -> Row:
    cells = tuple(
        tuple(Pointer(telling.article, flat[index].span) for index in row[number]) if number in row else None
        for number, telling in enumerate(tellings)
    )
    return Row(cells, _fate([len(row[number]) for number in sorted(row)], changed))


def _fate(sizes: Sequence[int], changed: bool) -> Fate:
    if len(sizes) < 2:
        return Fate.SINGLE
    other = next((size for size in sizes if size != sizes[0]), None)
    if other is None:
        return Fate.REWORDED if changed else Fate.KEPT
    return Fate.SPLIT if other > sizes[0] else Fate.JOINED


def _changes(number: int, row: Cells, flat: Sequence[Sentence], tellings: Sequence[Telling]) -> list[Change]:
    """The row's changes: word by word among the tellings that agree, and what is sharp in those that recast it."""
    present = sorted(row)
    if len(present) < 2:
        return []
    units = [_units(row[telling], flat) for telling in present]
    openings = [flat[row[telling][0]].span.start for telling in present]

    def change(members: Sequence[int], ranges: Ranges, judgement: Judgement) -> Change:
        readings = tuple(
            _reading(tellings[present[m]], openings[m], Witness(units[m], *bounds))
            for m, bounds in zip(members, ranges, strict=True)
        )
        return Change(judgement.kind, judgement.detail, readings, number, judgement.reason)

    base = nearest([[unit.key for unit in words] for words in units])
    close = [m for m in range(len(units)) if m == base or agreement(units[base], units[m]) >= RECAST]
    found = [change(close, ranges, judged) for ranges, judged in _judged([units[m] for m in close])]
    recasts = [m for m in range(len(units)) if m not in close]
    if recasts:
        found.append(change(range(len(units)), tuple((0, len(words)) for words in units), REWRITTEN))
    for recast in recasts:
        members = sorted((base, recast))
        found.extend(change(members, *pair) for pair in _recast([units[m] for m in members]))
    return found


def _recast(sides: Sequence[tuple[Unit, ...]]) -> list[tuple[Ranges, Judgement]]:
    """What stands by itself in two sentences worded apart; what overlaps what was found before is left out."""
    found = [pair for pair in _judged(sides) if is_sharp(*pair)]
    faced = [(place.ranges, _judge(sides, place.ranges)) for place in facing_numbers(*sides)]
    faced += [
        (place.ranges, judged)
        for place in facing_names(*sides)
        if (judged := _judge(sides, place.ranges)).kind is ChangeClass.NAME
    ]
    faced += [(place.ranges, judge_sources(*_witnesses(sides, place.ranges))) for place in facing_sources(*sides)]
    for ranges, judged in faced:
        if not any(_overlap(ranges, known) for known, _ in found):
            found.append((ranges, judged))
    return found


def _overlap(one: Ranges, two: Ranges) -> bool:
    return any(max(a, c) < min(b, d) for (a, b), (c, d) in zip(one, two, strict=True))


def _judged(units: Sequence[tuple[Unit, ...]]) -> list[tuple[Ranges, Judgement]]:
    """The places where these tellings differ, each with its judgement; none for a single telling."""
    if len(units) < 2:
        return []
    found = join_in_sources(places(units, answers), units)
    return [(place.ranges, _judge(units, place.ranges, place.manner)) for place in found]


def _judge(units: Sequence[tuple[Unit, ...]], ranges: Ranges, manner: Manner = Manner.WORDS) -> Judgement:
    return judge(_witnesses(units, ranges), manner)


def _witnesses(units: Sequence[tuple[Unit, ...]], ranges: Ranges) -> list[Witness]:
    return [Witness(words, *bounds) for words, bounds in zip(units, ranges, strict=True)]


def _units(cell: Sequence[int], flat: Sequence[Sentence]) -> tuple[Unit, ...]:
    if len(cell) == 1:
        return flat[cell[0]].units
    return tuple(unit for index in cell for unit in flat[index].units)


def _reading(telling: Telling, opening: int, witness: Witness) -> Reading:
    units, start, end = witness.units, witness.start, witness.end
    if start < end:
        span = Span(units[start].start, units[end - 1].end)
    else:
        at = units[start].start if start < len(units) else units[-1].end if units else opening
        span = Span(at, at)
    return Reading(telling.article, span, span.of(telling.text))


def _moves(rows: Sequence[Cells], flat: Sequence[Sentence], tellings: int) -> tuple[Move, ...]:
    shared = [(number, row) for number, row in enumerate(rows) if len(row) > 1]
    positions = [[row[t][0] if t in row else None for t in range(tellings)] for _, row in shared]
    costs = _uprooted(rows, flat)
    out = moved(positions, [costs[number] for number, _ in shared])
    if not out:
        return ()
    ranks: list[dict[int, int]] = []
    for telling in range(tellings):
        taken = sorted(place for places in positions if (place := places[telling]) is not None)
        ranks.append({place: rank for rank, place in enumerate(taken)})
    return tuple(
        Move(shared[index][0], tuple(None if p is None else ranks[t][p] for t, p in enumerate(positions[index])))
        for index in sorted(out)
    )


def _uprooted(rows: Sequence[Cells], flat: Sequence[Sentence]) -> list[int]:
    """For each row, how many neighbours within its paragraph it has in one telling and not in another that has both."""
    where = {index: number for number, row in enumerate(rows) for cell in row.values() for index in cell}
    costs: list[int] = []
    for row in rows:
        beside = {telling: _beside(cell, flat, where) for telling, cell in row.items()}
        mates = set().union(*beside.values())
        costs.append(
            sum(
                1
                for mate in mates
                for one in beside
                for two in beside
                if mate in beside[one] and mate not in beside[two] and two in rows[mate]
            )
        )
    return costs


def _beside(cell: Sequence[int], flat: Sequence[Sentence], where: dict[int, int]) -> set[int]:
    """The rows of the sentences just before and just after in the same paragraph."""
    here = flat[cell[0]]
    return {
        where[index]
        for index in (cell[0] - 1, cell[-1] + 1)
        if 0 <= index < len(flat) and flat[index].telling == here.telling and flat[index].paragraph == here.paragraph
    }
