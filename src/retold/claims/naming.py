"""Who a short or descriptive name means: "the ministry", "the senator", "Norvian government".

Goes in: the speakers and actors of a story's articles. Comes out: for a name in an article, the key of the one fuller
name that it stands for. Always holds: where two fuller names fit, none is taken; a name with a word of its own that
no other has stands for itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.claims.actors import GOVERNMENT, ActorKeys, normal
from retold.language.sourcewords import SPOKES
from retold.records.claims import Account

# Letters that an adjective and its country share at least ("Norvian", "Norvia").
SHARED_LETTERS = 5
STATES = frozenset({"government", "administration", "authorities"})
SMALL = frozenset({"of", "for", "and", "s", "mr", "ms", "mrs", "dr"})


class Names:
    """Looks up whom a name means."""

    def __init__(self, accounts: Sequence[Account], keys: ActorKeys) -> None:
        self._keys = keys
        self._near = {account.article.id: _described(account, keys) for account in accounts}
        everywhere: dict[str, Described] = {}
        for described in self._near.values():
            for key, found in described.items():
                known = everywhere.get(key, Described(frozenset(), frozenset()))
                everywhere[key] = Described(known.name | found.name, known.roles | found.roles)
        self._all = everywhere

    def of(self, name: str, article: str) -> str:
        """The key of who `name` means in `article`: the one that fits there, else in the story, else its own."""
        own = _state(self._keys.of(name))
        wanted = _words(own)
        if not wanted:
            return own
        if not is_common(name):
            return self._country(own, wanted)
        for pool in (self._near.get(article, {}), self._all):
            for with_roles in (False, True):
                fits = {key for key, found in pool.items() if key != own and _fits(wanted, found, with_roles)}
                if len(fits) == 1:
                    return next(iter(fits))
                if fits:
                    return own
        return own

    def _country(self, own: str, wanted: frozenset[str]) -> str:
        """The country behind an adjective ("norvian" of "Norvian government"), where the story names it."""
        if len(wanted) != 1:
            return own
        (word,) = wanted
        fits = {
            key for key in self._all if " " not in key and key != word and _alike(word, key) and len(key) < len(word)
        }
        return next(iter(fits)) if len(fits) == 1 else own


@dataclass(frozen=True, slots=True)
class Described:
    """The words of somebody's names and of their roles."""

    name: frozenset[str]
    roles: frozenset[str]


def is_common(name: str) -> bool:
    """Whether a name is a common noun ("ministry"): it may be anybody's until it is resolved."""
    return not any(word[:1].isupper() for word in name.split())


def _state(key: str) -> str:
    """A government under the name of its country."""
    words = key.split()
    if len(words) < 2 or (words[-1] not in STATES and not key.startswith(GOVERNMENT)):
        return key
    return key.removeprefix(GOVERNMENT) if key.startswith(GOVERNMENT) else " ".join(words[:-1])


def _described(account: Account, keys: ActorKeys) -> dict[str, Described]:
    """Every speaker and actor of an article, by key, with the words of name and roles; spokespeople left out."""
    found: dict[str, Described] = {}
    told = [(actor.name, actor.roles) for actor in account.annotation.actors]
    for attribution in account.annotation.attributions:
        speaker = attribution.speaker
        if speaker.name:
            told.append((speaker.name, (speaker.role or "",)))
    for name, roles in told:
        if is_common(name) or SPOKES & set(normal(name).split()):
            continue
        key = _state(keys.of(name))
        known = found.get(key, Described(frozenset(), frozenset()))
        words = frozenset[str]().union(*(_words(role) for role in roles))
        found[key] = Described(known.name | _words(name), known.roles | words)
    return found


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in normal(name).split() if word not in SMALL)


def _fits(wanted: frozenset[str], found: Described, with_roles: bool) -> bool:
    words = found.name | found.roles if with_roles else found.name
    return wanted < words


def _alike(one: str, other: str) -> bool:
    """The same word, or an adjective and its country."""
    if one == other:
        return True
    return min(len(one), len(other)) >= SHARED_LETTERS and one[:SHARED_LETTERS] == other[:SHARED_LETTERS]
