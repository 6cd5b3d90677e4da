"""Bench `collation`: what became of an article's words and sentences in a copy of it, on planted stories. No data.

A planted edit is recovered by a change of its class where it stands in both tellings; a planted move, drop, split or
addition by the rows that say so. Where a sentence changed places with others and either may be the one that moved, a
move of any of them that sets it among them does.

Precision counts the other way round: of the changes that a collation reports, those where a change of that class was
planted. Left out are merged copies, whose own words were not planted as changes, and what stands in a sentence that was
split or in a clause that was recast, where the words differ without a plan of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from retold.benchmarks.planted import fingerprint_of
from retold.benchmarks.records import DataFile, Figure, Measured
from retold.benchmarks.scoring.counting import share
from retold.collation import collate
from retold.planted import Bank, Planted, PlantedArticle, PlantedCopy, PlantOptions, plant
from retold.records.collation import Change, Collation, Telling
from retold.records.spans import Span
from retold.records.stories import CopyKind

# The sealed bank is measured, never read: its misses are printed by no script of the project.
SEEDS = {Bank.SEALED: range(201, 261), Bank.HELD: range(201, 261), Bank.DEV: range(201, 231)}
# An empty reading stands between words: this many characters away is the same place.
NEAR = 2
# What the planted truth calls a clause that a copier wrote anew.
RECAST = "clause recast"


def measure(_shared: Path) -> Measured:
    """Collate every planted copy with what it was made from."""
    figures: list[Figure] = []
    data: list[DataFile] = []
    notes: list[str] = []
    for bank, seeds in SEEDS.items():
        plantings = [plant(seed, PlantOptions(bank=bank)) for seed in seeds]
        asked, found = recovered(plantings)
        figures += [Figure(f"{bank.value}: {kind}", share(found[kind], asked[kind])) for kind in sorted(asked)]
        name = f"retold.planted, {bank.value} bank, seeds {seeds[0]} to {seeds[-1]}"
        data.append(DataFile(name, fingerprint_of(plantings)))
        places = ", ".join(f"{kind} {asked[kind]}" for kind in sorted(asked))
        notes.append(f"{bank.value}: places by kind: {places}")
    return Measured("collation", tuple(data), tuple(figures), tuple(notes))


def recovered(plantings: Sequence[Planted]) -> tuple[Counter[str], Counter[str]]:
    """By kind of change or fate: how many were planted, and how many of them collation shows.

    Under "precision" and a class: how many changes of it were reported, and how many of them were planted.
    """
    asked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for planted in plantings:
        for copy in planted.truth.copies:
            collation = collate([telling_of(planted.article(name)) for name in (copy.parent, copy.child)])
            edits, shifts = _edits(planted, copy, collation), _shifts(planted, copy, collation)
            for kind, is_found in (*edits, *shifts, *_reported(planted, copy, collation)):
                asked[kind] += 1
                found[kind] += is_found
    return asked, found


def telling_of(article: PlantedArticle) -> Telling:
    """The passages of a planted article."""
    spans = tuple(sorted(span for passage in article.passages for span in passage.spans))
    return Telling(article.id, article.text, spans, article.outlet)


def _edits(planted: Planted, copy: PlantedCopy, collation: Collation) -> Iterator[tuple[str, bool]]:
    order = [collation.articles.index(name) for name in (copy.parent, copy.child)]
    for edit in planted.truth.edits:
        if tuple(reading.article for reading in edit.readings) == (copy.parent, copy.child):
            spans = [reading.span for reading in edit.readings]
            same = (change for change in collation.changes if change.kind is edit.kind)
            yield f"change: {edit.kind.value}", any(_stands_at(change, order, spans) for change in same)


def _reported(planted: Planted, copy: PlantedCopy, collation: Collation) -> Iterator[tuple[str, bool]]:
    if copy.kind is CopyKind.MERGE:
        return
    order = [collation.articles.index(name) for name in (copy.parent, copy.child)]
    edits = [
        edit for edit in planted.truth.edits if tuple(r.article for r in edit.readings) == (copy.parent, copy.child)
    ]
    cut = {
        pointer
        for shift in planted.truth.shifts
        if (shift.parent, shift.child, shift.fate) == (copy.parent, copy.child, "split")
        for pointer in (*shift.before, *shift.after)
    }
    for change in collation.changes:
        here = [edit for edit in edits if _stands_at(change, order, [reading.span for reading in edit.readings])]
        right = any(edit.kind is change.kind for edit in here)
        unplanned = any(edit.detail == RECAST for edit in here) or any(
            pointer in cut for cell in collation.rows[change.row].cells if cell for pointer in cell
        )
        if right or not unplanned:
            yield f"precision: {change.kind.value}", right


def _stands_at(change: Change, order: Sequence[int], spans: Sequence[Span]) -> bool:
    if len(change.readings) != len(order):
        return False
    return all(_is_near(change.readings[place].span, span) for place, span in zip(order, spans, strict=True))


def _is_near(found: Span, planted: Span) -> bool:
    if found.overlaps(planted):
        return True
    empty = not len(found) or not len(planted)
    return empty and found.start <= planted.end + NEAR and planted.start <= found.end + NEAR


def _shifts(planted: Planted, copy: PlantedCopy, collation: Collation) -> Iterator[tuple[str, bool]]:
    for shift in planted.truth.shifts:
        if (shift.parent, shift.child) != (copy.parent, copy.child):
            continue
        # What a merged copy adds of its own may state what it dropped of its parent.
        if copy.kind is CopyKind.MERGE and shift.fate in ("dropped", "added"):
            continue
        spans = [pointer.span for pointer in (*shift.before, *shift.after)]
        yield f"fate: {shift.fate}", _has_fate(collation, shift.fate, spans)


def _has_fate(collation: Collation, fate: str, spans: Sequence[Span]) -> bool:
    moved = {move.row for move in collation.moves}
    for number, row in enumerate(collation.rows):
        cells = [{pointer.span for pointer in cell} for cell in row.cells if cell]
        if not any(spans[0] in cell for cell in cells):
            continue
        together = all(any(span in cell for cell in cells) for span in spans)
        if fate == "moved":
            return together and number in moved
        if fate == "swapped":
            return together and (number in moved or bool(moved & _passed(collation, number)))
        return together if fate == "split" else len(cells) == 1
    return False


def _passed(collation: Collation, number: int) -> set[int]:
    """The rows that stand on the other side of this one in the other telling."""
    starts = [[cell[0].span.start if cell else None for cell in row.cells] for row in collation.rows]
    here = starts[number]
    found: set[int] = set()
    for other, there in enumerate(starts):
        sides = {a < b for a, b in zip(here, there, strict=True) if a is not None and b is not None}
        if len(sides) > 1 and None not in there:
            found.add(other)
    return found
