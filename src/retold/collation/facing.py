"""What two sentences that are worded apart say of one thing: how many, under which name, on whose word.

In: the units of two sentences that state one thing in other words. Out: places whose difference stands by itself.
Only where each sentence has one candidate, so that nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from retold.collation.places import Manner, Place, Units, is_parted
from retold.collation.sources import Bounds, sources
from retold.collation.units import Tag

# A source with its verb that one sentence lacks: what is longer holds more than that.
LONGEST_LACK = 14
# "former shipowner" before a name.
FALSE_TITLE = 2


def facing_numbers(one: Units, two: Units) -> list[Place]:
    """Different numbers that count the same thing: "33 people" / "64 people"."""
    counted = [_counted(units) for units in (one, two)]
    return [
        Place(((here[0], here[0] + 1), (there[0], there[0] + 1)))
        for root, here in counted[0].items()
        if len(here) == len(there := counted[1].get(root, [])) == 1 and one[here[0]].key != two[there[0]].key
    ]


def _counted(units: Units) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, (unit, following) in enumerate(pairwise(units)):
        if unit.tag & Tag.NUMBER and not unit.tag & (Tag.DATE | Tag.FUNCTION) and not following.tag & Tag.FUNCTION:
            found.setdefault(following.root, []).append(index)
    return found


def facing_names(one: Units, two: Units) -> list[Place]:
    """What stands in one sentence only before a name that both print: "Ambassador Ida Lund" / "Lund"."""
    named = [_named(units) for units in (one, two)]
    found: list[Place] = []
    for last, here in named[0].items():
        there = named[1].get(last, [])
        if len(here) != 1 or len(there) != 1:
            continue
        (a, b), (c, d) = here[0], there[0]
        while b > a and d > c and one[b - 1].base == two[d - 1].base:
            b, d = b - 1, d - 1
        while b > a and d > c and one[a].base == two[c].base:
            a, c = a + 1, c + 1
        if (a, c) != (b, d):
            found.append(Place(((a, b), (c, d))))
    return found


def _named(units: Units) -> dict[str, list[Bounds]]:
    """Runs of titles and names that no mark parts, by the last name's base form."""
    found: dict[str, list[Bounds]] = {}
    start: int | None = None
    for index in range(len(units) + 1):
        inside = index < len(units) and bool(units[index].tag & (Tag.NAME | Tag.TITLE))
        if start is not None and (not inside or is_parted(units, index)):
            if units[index - 1].tag & Tag.NAME:
                bounds = (_with_false_title(units, start), index)
                found.setdefault(units[index - 1].base.removesuffix("'s"), []).append(bounds)
            start = None
        if inside and start is None:
            start = index
    return found


def _with_false_title(units: Units, start: int) -> int:
    """Where a name begins with the nouns that stand right before it, behind a mark ("…, shipowner Ada Lund")."""
    first = start
    while first and start - first <= FALSE_TITLE and not is_parted(units, first) and not units[first - 1].tag:
        first -= 1
    behind_mark = first < start and start - first <= FALSE_TITLE and (first == 0 or is_parted(units, first))
    return first if behind_mark else start


def facing_sources(one: Units, two: Units) -> list[Place]:
    """Sources that share no word, or a source with its verb that one sentence lacks."""
    said = _unshared(one, two)
    if len(said[0]) == len(said[1]) == 1:
        (here, _), (there, _) = said[0][0], said[1][0]
        return [Place((here, there))] if _are_others(one[slice(*here)], two[slice(*there)]) else []
    if bool(said[0]) == bool(said[1]):
        return []
    holder, lacking = (0, 1) if said[0] else (1, 0)
    if any(unit.tag & Tag.CUE for unit in (one, two)[lacking]):
        return []
    # ", the Argus relayed on Sunday, crediting the Echo": who handed it on is part of where it comes from.
    bounds = said[holder][0][1][0], said[holder][-1][1][1]
    if bounds[1] - bounds[0] > LONGEST_LACK:
        return []
    edge = 0 if bounds[0] == 0 else len((one, two)[lacking])
    ranges = (bounds, (edge, edge))
    return [Place(ranges if holder == 0 else ranges[::-1])]


def _unshared(one: Units, two: Units) -> list[list[tuple[Bounds, Bounds]]]:
    """The sources of each sentence, less those that both give in the same words."""
    said = [sources(units) for units in (one, two)]
    roots = [
        [frozenset(unit.root for unit in units[slice(*bounds)] if not unit.tag & Tag.FUNCTION) for bounds, _ in found]
        for units, found in zip((one, two), said, strict=True)
    ]
    shared = set(roots[0]) & set(roots[1])
    return [
        [found for found, words in zip(side, known, strict=True) if words not in shared]
        for side, known in zip(said, roots, strict=True)
    ]


def _are_others(a: Units, b: Units) -> bool:
    """Whether two sources have no name in common and other people at their head: "two drivers" / "members of staff"."""
    if any(unit.tag & Tag.PRONOUN for unit in (*a, *b)):
        return False
    names = [{unit.root for unit in side if unit.tag & Tag.NAME} for side in (a, b)]
    if names[0] & names[1]:
        return False
    heads = [next((unit.base for unit in side if unit.tag & (Tag.SOURCE | Tag.TITLE)), None) for side in (a, b)]
    if None not in heads and not (names[0] or names[1]):
        return heads[0] != heads[1]
    roots = [{unit.root for unit in side if not unit.tag & Tag.FUNCTION} for side in (a, b)]
    return bool(roots[0] and roots[1]) and not roots[0] & roots[1]


def join_in_sources(places: list[Place], witnesses: Sequence[Units]) -> list[Place]:
    """The places inside one unnamed source of all tellings, as a single place: it is one change of source."""
    if not places:
        return places
    said = [[bounds for bounds, _ in sources(units) if _is_unnamed(units[slice(*bounds)])] for units in witnesses]
    groups: dict[tuple[int, ...], list[Place]] = {}
    for place in places:
        inside = tuple(_holder(found, bounds) for found, bounds in zip(said, place.ranges, strict=True))
        if place.manner is Manner.WORDS and -1 not in inside:
            groups.setdefault(inside, []).append(place)
    joined = {id(place) for group in groups.values() for place in group}
    wholes = [_whole(group) for group in groups.values()]
    return sorted([*wholes, *(p for p in places if id(p) not in joined)], key=lambda place: place.ranges)


def _is_unnamed(words: Units) -> bool:
    return not any(unit.tag & (Tag.NAME | Tag.PRONOUN) for unit in words)


def _holder(said: Sequence[Bounds], bounds: Bounds) -> int:
    """Which of these sources holds the range, the longest of several; -1 for none."""
    holding = [n for n, (low, high) in enumerate(said) if low <= bounds[0] and bounds[1] <= high]
    return max(holding, key=lambda n: said[n][1] - said[n][0], default=-1)


def _whole(group: Sequence[Place]) -> Place:
    columns = list(zip(*[place.ranges for place in group], strict=True))
    return Place(tuple((min(a for a, _ in column), max(b for _, b in column)) for column in columns), Manner.SOURCE)
