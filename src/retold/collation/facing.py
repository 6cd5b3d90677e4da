"""What two sentences that are worded apart say of one thing: how many, under which name, on whose word.

In: the units of two sentences that state one thing in other words. Out: places whose difference stands by itself.
Only where each sentence has one candidate, so that nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from retold.collation.places import Manner, Place, Units, is_parted
from retold.collation.sourcing import ACTORS, SOURCE_FOLLOWS
from retold.collation.units import Tag, Unit
from retold.language.house_style import ARTICLES

# Words of a source before its verb or after "according to": longer ones hold more than the source.
LONGEST_SOURCE = 10
# "former shipowner" before a name.
FALSE_TITLE = 2
Bounds = tuple[int, int]


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
    said = [_sources(units) for units in (one, two)]
    if len(said[0]) == len(said[1]) == 1:
        (here, _), (there, _) = said[0][0], said[1][0]
        return [Place((here, there))] if _are_others(one[slice(*here)], two[slice(*there)]) else []
    if sorted(map(len, said)) != [0, 1]:
        return []
    holder, lacking = (0, 1) if said[0] else (1, 0)
    if any(unit.tag & Tag.CUE for unit in (one, two)[lacking]):
        return []
    bounds = said[holder][0][1]
    edge = 0 if bounds[0] == 0 else len((one, two)[lacking])
    ranges = (bounds, (edge, edge))
    return [Place(ranges if holder == 0 else ranges[::-1])]


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
    said = [_sources(units) for units in witnesses]
    if len({len(found) for found in said}) != 1:
        return places
    for facing in zip(*said, strict=True):
        places = _join_in([source for source, _ in facing], places, witnesses)
    return places


def _join_in(sources: Sequence[Bounds], places: list[Place], witnesses: Sequence[Units]) -> list[Place]:
    for units, bounds in zip(witnesses, sources, strict=True):
        words = units[slice(*bounds)]
        if any(unit.tag & (Tag.NAME | Tag.PRONOUN) for unit in words) or not any(unit.tag & ACTORS for unit in words):
            return places
    inside = [
        place
        for place in places
        if place.manner is Manner.WORDS
        and all(a <= c and d <= b for (a, b), (c, d) in zip(sources, place.ranges, strict=True))
    ]
    if not inside:
        return places
    lows = [min(place.ranges[n][0] for place in inside) for n in range(len(witnesses))]
    highs = [max(place.ranges[n][1] for place in inside) for n in range(len(witnesses))]
    whole = Place(tuple(zip(lows, highs, strict=True)), Manner.SOURCE)
    return sorted([whole, *(place for place in places if place not in inside)], key=lambda place: place.ranges)


def _sources(units: Units) -> list[tuple[Bounds, Bounds]]:
    """Each source outside quotation marks: the bounds of its words, and of these with its verb."""
    found: list[tuple[Bounds, Bounds]] = []
    for place, unit in enumerate(units):
        if not unit.tag & Tag.CUE or unit.quoted:
            continue
        follows = unit.surface.casefold().split()[0] in SOURCE_FOLLOWS
        before = (place, place) if follows else _back(units, place)
        bounds = before if before[0] < before[1] else _on(units, place)
        if any(u.tag & (ACTORS | Tag.PRONOUN) for u in units[slice(*bounds)]) or _is_somebody(units[slice(*bounds)]):
            found.append((bounds, (min(bounds[0], place), max(bounds[1], place + 1))))
    return found


def _is_somebody(words: Units) -> bool:
    """Whether an article and one to three plain nouns stand beside the verb: "the harbour pilot"."""
    plain = all(not unit.tag & ~Tag.TITLE for unit in words[1:])
    return 2 <= len(words) <= 4 and words[0].key in ARTICLES and plain


def _back(units: Units, place: int) -> Bounds:
    """The words before a verb up to a mark, a conjunction or another verb of saying."""
    start = place
    while start and not is_parted(units, start) and not _ends_clause(units[start - 1]):
        start -= 1
    return (start, place) if place - start <= LONGEST_SOURCE else (place, place)


def _on(units: Units, place: int) -> Bounds:
    end = place + 1
    while end < len(units) and not is_parted(units, end) and not _ends_clause(units[end]):
        end += 1
    return (place + 1, end) if end - place - 1 <= LONGEST_SOURCE else (place + 1, place + 1)


def _ends_clause(unit: Unit) -> bool:
    return unit.key == "that" or bool(unit.tag & Tag.CUE) or unit.quoted
