"""Actors of a story: which names of different articles mean the same one.

Goes in: the annotations of a story. Comes out: for every name met, a key that its other names share. Always holds:
the order of the annotations does not matter; two full names are never joined; where a short name fits two longer
ones it stays by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from retold.language.names import keys as spelling_keys
from retold.records.statements import ActorType, Annotation
from retold.text.words import WORD, fold

ARTICLES = frozenset({"the", "a", "an"})
# Alias shorter than this ("US", "he") join nothing by themselves, unless they are another name's initials.
SHORTEST_ALIAS = 4


# What a place is: "Orla province" and "Orla" are one.
PLACE_KINDS = frozenset({"province", "city", "town", "state", "county", "region", "district", "village", "republic"})
GOVERNMENT = "government of "


# A story writes the same names thousands of times; the answer depends on the name alone.
@lru_cache(maxsize=1 << 14)
def normal(name: str) -> str:
    """A name as compared: folded words without article or possessive."""
    found = [fold(match.group()).removesuffix("'s").replace(".", "") for match in WORD.finditer(name)]
    return " ".join(word for word in found if word not in ARTICLES)


def place(name: str) -> str:
    """A normal name without the word that says what sort of place it is."""
    found = name.split()
    kept = [word for word in found if word not in PLACE_KINDS]
    return " ".join(kept) if kept and len(found) > 1 else name


class ActorKeys:
    """Looks up the key of a name; unknown names are their own key."""

    def __init__(self, keys: Mapping[str, str], types: Mapping[str, ActorType]) -> None:
        self._keys = keys
        self._types = types
        # A story names the same people thousands of times.
        self._looked_up: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The key that stands for `name`, whichever article writes it."""
        found = self._looked_up.get(name)
        if found is None:
            known = place(normal(name))
            found = self._looked_up[name] = self._keys.get(known, known)
        return found

    def type(self, key: str) -> ActorType | None:
        """What the actor behind `key` is, as far as annotations say."""
        return self._types.get(key)


def actor_keys(annotations: Iterable[Annotation]) -> ActorKeys:
    """The keys for all names of these annotations."""
    aliases: dict[str, set[str]] = defaultdict(set)
    types: dict[str, ActorType] = {}
    for annotation in annotations:
        for actor in annotation.actors:
            name = place(normal(actor.name))
            if not name:
                continue
            aliases[name] |= {normal(alias) for alias in actor.aliases if normal(alias)}
            types[name] = min(types.get(name, actor.type), actor.type)
    longer = _respelled(aliases) | _longer(aliases, types)
    keys = {name: _top(name, longer) for name in aliases}
    owners: dict[str, set[str]] = defaultdict(set)
    for name, others in aliases.items():
        for alias in others - set(aliases):
            owners[alias].add(keys[name])
    for alias, found in owners.items():
        if len(found) == 1:
            keys[alias] = next(iter(found))
    return ActorKeys(keys, {keys[name]: kind for name, kind in sorted(types.items())})


def _respelled(names: Iterable[str]) -> dict[str, str]:
    """For a name of several words, the first in the alphabet that differs from it in transliteration alone."""
    spelled: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(names):
        if " " in name:
            spelled[spelling_keys(name)].append(name)
    return {name: same[0] for same in spelled.values() for name in same[1:]}


def _longer(names: Mapping[str, set[str]], types: Mapping[str, ActorType]) -> dict[str, str]:
    """For a name, the one fuller name that it is short for."""
    by_word: dict[str, set[str]] = defaultdict(set)
    by_initials: dict[str, set[str]] = defaultdict(set)
    for name in names:
        parts = name.split()
        by_word[parts[-1]].add(name)
        if len(parts) > 1:
            by_initials["".join(part[0] for part in parts)].add(name)
            by_initials["".join(part[0] for part in parts if part not in ("of", "and", "for"))].add(name)
    found: dict[str, str] = {}
    for name in names:
        own = set(name.split())
        fuller = {
            other
            for other in by_word[name.split()[-1]]
            if (types[other] is types[name] or len(own) == 1) and own < set(other.split())
        }
        fuller |= by_initials.get(name, set())
        fuller = {other for other in fuller if not any(set(other.split()) < set(third.split()) for third in fuller)}
        if len(fuller) == 1:
            found[name] = next(iter(fuller))
    return found


def _top(name: str, longer: Mapping[str, str]) -> str:
    seen = {name}
    while name in longer and longer[name] not in seen:
        name = longer[name]
        seen.add(name)
    return name
