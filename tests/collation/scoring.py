"""Scores a collation of a planted pair: what was planted, and how much of it was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tests.collation.planting import Edit, Planted

from retold.collation import collate
from retold.records.collation import Change, Collation
from retold.records.spans import Span


def near(found: Span, planted: Span) -> bool:
    """Whether two spans share characters or, where one is empty, touch (a space or mark may lie between)."""
    if found.overlaps(planted):
        return True
    return (not len(found) or not len(planted)) and found.start <= planted.end + 2 and planted.start <= found.end + 2


def matching(edit: Edit, changes: Iterable[Change]) -> list[Change]:
    """The changes that stand where the edit was planted, in both tellings."""
    return [
        change
        for change in changes
        if near(change.readings[0].span, edit.before) and near(change.readings[1].span, edit.after)
    ]


def score(planted: Planted, found: Counter[str], asked: Counter[str], lost: list[str] | None = None) -> Collation:
    """Adds to `found` and `asked` for every class of edit, moves, drops, splits and spurious changes and moves."""
    collation = collate([planted.original, planted.copy])
    for edit in planted.edits:
        asked[edit.kind] += 1
        hits = matching(edit, collation.changes)
        right = any(str(change.kind) == edit.kind for change in hits)
        found[edit.kind] += right
        if not right and lost is not None:
            lost.append(f"{edit.kind} {edit.words} -> {[(str(c.kind), c.detail) for c in hits]}")
    _score_sentences(planted, collation, found, asked, lost)
    asked["changes called"] += len(collation.changes)
    found["changes called"] += sum(
        any(change in matching(edit, [change]) for edit in planted.edits) for change in collation.changes
    )
    return collation


def _score_sentences(
    planted: Planted, collation: Collation, found: Counter[str], asked: Counter[str], lost: list[str] | None
) -> None:
    cells = [tuple(frozenset(p.span for p in cell) if cell else None for cell in row.cells) for row in collation.rows]
    moved = {cells[move.row] for move in collation.moves}
    for number, spans in planted.places["a"].items():
        there = planted.places["b"].get(number)
        row = next(cell for cell in cells if cell[0] and spans[0] in cell[0])
        kind = "dropped" if number in planted.dropped else "split" if number in planted.split else "kept together"
        asked[kind] += 1
        right = row == (frozenset(spans), frozenset(there) if there else None)
        found[kind] += right
        if number in planted.moved:
            asked["moved"] += 1
            found["moved"] += row in moved
        elif row in moved:
            asked["moves called wrongly"] += 1
        if lost is not None and not right:
            lost.append(f"{kind} {spans[0].of(planted.original.text)!r}")
