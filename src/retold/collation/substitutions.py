"""Which outlet prefers which word where others differ: a table over the collations of a corpus.

In: collations, and the outlet of each article. Out: one line per pair of words and pair of outlets, with how often
each way round, a Wilson score interval for the share, and a pointer to every place. Only changes of one way to call a
thing for another count (loaded, spelling, hedging, sources, one plain word for another), and each place counts once
per pair of outlets, however many of their articles print it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from retold.records.collation import Change, ChangeClass, Collation, Reading
from retold.records.spans import Pointer
from retold.text.words import fold

# Two-sided 95%.
Z = 1.959963984540054
LONGEST_WORDS = 4
COUNTED = frozenset({ChangeClass.LOADED, ChangeClass.SPELLING, ChangeClass.HEDGING, ChangeClass.ATTRIBUTION})
# Of the other changes only one plain word for another tells of a preference; longer ones are two ways to write.
WORDINGS = frozenset({"wording", "synonym", "reporting verb"})


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a substitution: where the outlet prints its word, and where the other prints the other one."""

    chosen: Pointer
    against: Pointer


@dataclass(frozen=True, slots=True)
class Substitution:
    """`outlet` prints `word` where `other_outlet` prints `other_word`.

    `count` is how often it does, `reverse` how often it is the other way round between these outlets; `share` is
    count / (count + reverse), within `low` to `high` (Wilson, 95%). `kind` is the commonest class of its places.
    """

    outlet: str
    word: str
    other_outlet: str
    other_word: str
    kind: ChangeClass
    count: int
    reverse: int
    share: float
    low: float
    high: float
    places: tuple[Place, ...]


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """The Wilson score interval of a share (Wilson 1927), at 95%; (0, 1) without trials."""
    if trials == 0:
        return 0.0, 1.0
    share = successes / trials
    centre = share + Z * Z / (2 * trials)
    spread = Z * sqrt(share * (1 - share) / trials + Z * Z / (4 * trials * trials))
    scale = 1 + Z * Z / trials
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def substitutions(collations: Iterable[Collation], outlets: Mapping[str, str]) -> tuple[Substitution, ...]:
    """The table, most frequent first; articles without an entry in `outlets` are left out.

    Each pair of words is listed once for two outlets: from the side of the outlet that comes first by name, with the
    word that it prints more often first (on a tie, the first word by letters).
    """
    found: dict[tuple[str, str, str, str], list[tuple[Place, ChangeClass]]] = {}
    for collation in collations:
        for change in collation.changes:
            if _is_choice(change):
                _note(change, outlets, found)
    lines = [_line(key, places, found) for key, places in found.items() if _leads(key, found)]
    return tuple(sorted(lines, key=lambda s: (-s.count, s.reverse, s.outlet, s.word, s.other_outlet, s.other_word)))


def _is_choice(change: Change) -> bool:
    """Whether the change is one way to call a thing for another."""
    if change.kind in COUNTED:
        return True
    short = all(len(reading.text.split()) <= 1 for reading in change.readings)
    return change.kind is ChangeClass.OTHER and change.detail in WORDINGS and short


def _note(
    change: Change, outlets: Mapping[str, str], found: dict[tuple[str, str, str, str], list[tuple[Place, ChangeClass]]]
) -> None:
    first: dict[tuple[str, str], Reading] = {}
    for reading in change.readings:
        words = " ".join(fold(reading.text).split())
        outlet = outlets.get(reading.article)
        if outlet is not None and words and len(words.split()) <= LONGEST_WORDS:
            first.setdefault((outlet, words), reading)
    for (one, word), (two, other) in combinations(sorted(first), 2):
        if one == two or word == other:
            continue
        a, b = first[one, word], first[two, other]
        here, there = Pointer(a.article, a.span), Pointer(b.article, b.span)
        found.setdefault((one, word, two, other), []).append((Place(here, there), change.kind))
        found.setdefault((two, other, one, word), []).append((Place(there, here), change.kind))


def _reverse(key: tuple[str, str, str, str]) -> tuple[str, str, str, str]:
    """The same two outlets with their words exchanged."""
    outlet, word, other_outlet, other_word = key
    return outlet, other_word, other_outlet, word


def _leads(
    key: tuple[str, str, str, str], found: Mapping[tuple[str, str, str, str], list[tuple[Place, ChangeClass]]]
) -> bool:
    reverse = len(found.get(_reverse(key), ()))
    if len(found[key]) != reverse:
        return len(found[key]) > reverse and key[0] < key[2]
    return key[0] < key[2] and key[1] < key[3]


def _line(
    key: tuple[str, str, str, str],
    places: list[tuple[Place, ChangeClass]],
    found: Mapping[tuple[str, str, str, str], list[tuple[Place, ChangeClass]]],
) -> Substitution:
    outlet, word, other_outlet, other_word = key
    count, reverse = len(places), len(found.get(_reverse(key), ()))
    low, high = wilson(count, count + reverse)
    kinds = [kind for _, kind in places]
    commonest = min(set(kinds), key=lambda kind: (-kinds.count(kind), str(kind)))
    where = tuple(place for place, _ in sorted(places, key=lambda entry: (entry[0].chosen, entry[0].against)))
    share = count / (count + reverse)
    return Substitution(outlet, word, other_outlet, other_word, commonest, count, reverse, share, low, high, where)
