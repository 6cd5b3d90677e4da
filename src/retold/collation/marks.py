"""Words that stand in quotation marks in some tellings of a row and outside them in others.

In: the edits of each telling against the base. Out: places whose words agree and whose quotation marks do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.collation.places import Edit, Manner, Place, Units
from retold.collation.units import Tag

# The share of words that must agree for a run to be the same words with and without quotation marks.
SAME_WORDS = 0.7


def marked(edits: Sequence[list[Edit]], witnesses: Sequence[Units], base: int) -> list[Place]:
    """Runs of equal words that stand in quotation marks in some tellings only, as the base has them."""
    words = witnesses[base]
    runs: set[tuple[int, int]] = set()
    for units, found in zip(witnesses, edits, strict=True):
        start: int | None = None
        shift, edit, end = 0, 0, 0
        for index in range(len(words) + 1):
            while edit < len(found) and found[edit][1] <= index:
                shift = found[edit][3] - found[edit][1]
                edit += 1
            if edit < len(found) and found[edit][0] <= index < found[edit][1]:
                continue
            differs = index < len(words) and words[index].quoted != units[index + shift].quoted
            if differs:
                start = index if start is None else start
                end = index + 1
            elif start is not None:
                runs.add((start, end))
                start = None
    places: list[Place] = []
    for start, end in sorted(runs):
        if all(unit.tag & Tag.FUNCTION for unit in words[start:end]):
            continue
        ranges = tuple((_across(found, start), _end_across(found, end - 1)) for found in edits)
        if _are_same_words(ranges, witnesses):
            places.append(Place(ranges, Manner.MARKS))
    return places


def _are_same_words(ranges: Sequence[tuple[int, int]], witnesses: Sequence[Units]) -> bool:
    """Whether these ranges hold nearly the same words in all tellings."""
    sides = [{unit.key for unit in units[max(0, a) : b]} for units, (a, b) in zip(witnesses, ranges, strict=True)]
    return all(len(side & sides[0]) >= SAME_WORDS * max(len(side), len(sides[0])) > 0 for side in sides)


def _across(edits: Sequence[Edit], index: int) -> int:
    """The unit that answers to base unit `index`; the first of the block where that is changed."""
    shift = 0
    for start, end, there, beyond in edits:
        if end <= index:
            shift = beyond - end
        elif start <= index:
            return there
    return index + shift


def _end_across(edits: Sequence[Edit], index: int) -> int:
    """Behind the unit that answers to base unit `index`; behind the block where that is changed or left out."""
    for start, end, _, beyond in edits:
        if start <= index < end:
            return beyond
    return _across(edits, index) + 1
