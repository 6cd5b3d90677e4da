"""How an article refers to its actors: in full at first, then by last name, office, short form or pronoun.

In: actors in the order in which the text comes to them. Out: leaves, and a record of who was introduced, on whom a
sentence leans, and whether it needs the sentence before it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from retold.planted.casting import Actor
from retold.planted.trees import Leaf, LeafKind, Swap
from retold.records.collation import ChangeClass

_POSSESSIVE = {"he": "his", "she": "her", "it": "its", "they": "their"}
# How often the speaker of the last sentence is a pronoun in this one. Chosen by reading the output aloud.
_PRONOUN = 0.5


Noted = tuple[frozenset[str], str | None, tuple[str, ...], tuple[str, ...], bool]


class Discourse:
    """What the reader of one article has met so far."""

    def __init__(self, rng: random.Random, uids: Iterator[int]) -> None:
        self.rng = rng
        self.uids = uids
        self.introduced: set[str] = set()
        self.last: str | None = None
        self.named: list[str] = []
        self.leaned: list[str] = []
        self.follows = False

    def snapshot(self) -> Noted:
        """What is known now, to come back to."""
        return frozenset(self.introduced), self.last, tuple(self.named), tuple(self.leaned), self.follows

    def restore(self, noted: Noted) -> None:
        """Come back to what was known then."""
        introduced, self.last, named, leaned, self.follows = noted
        self.introduced, self.named, self.leaned = set(introduced), list(named), list(leaned)

    def open_sentence(self) -> None:
        """Forget what was noted about the sentence before."""
        self.named, self.leaned, self.follows = [], [], False

    def leaf(self, text: str, swap: Swap | None = None) -> Leaf:
        """A leaf that is a name or a short form of one."""
        return Leaf(next(self.uids), LeafKind.NAME, text, swap=swap)

    def source(self, actor: Actor, pronoun: bool = True) -> tuple[Leaf, ...]:
        """The actor as a source; a trailing comma of an apposition is a leaf of its own, the last."""
        if actor.key not in self.introduced:
            self._introduce(actor)
            form = self.rng.choice(actor.first or (actor.name,))
            if form.endswith(","):
                return self.leaf(form[:-1]), Leaf(next(self.uids), LeafKind.PAUSE)
            bare = actor.sort == "person" and form != actor.name
            swap = Swap(actor.name, ChangeClass.NAME, "title dropped") if bare else None
            return (self.leaf(form, swap),)
        if pronoun and self.last == actor.key and self.rng.random() < _PRONOUN:
            self.follows = True
            return (self.leaf(actor.pronoun),)
        self.leaned.append(actor.key)
        return (self.leaf(self.rng.choice(actor.later or (actor.short,)), _fuller(actor)),)

    def mention(self, actor: Actor, form: str, speaker: str | None, opening: bool) -> Leaf:
        """The actor inside a clause; `form` is a form asked for by the template.

        A speaker who opens his own clause is a pronoun there ("the company said that it …").
        """
        if actor.key == speaker and form == "poss":
            return self.leaf(_POSSESSIVE[actor.pronoun])
        if actor.key == speaker and opening and actor.key in self.introduced:
            return self.leaf(actor.pronoun)
        ending = "" if form != "poss" else "’" if actor.short.endswith("s") else "’s"
        if form == "name" or actor.sort in ("place", "thing"):
            return self.leaf(actor.name + ending, None if ending else self._misspelt(actor))
        if actor.key in self.introduced:
            self.leaned.append(actor.key)
            return self.leaf(actor.short + ending, _fuller(actor))
        self._introduce(actor)
        if actor.sort == "person":
            titled = [form for form in actor.first if not form.endswith(",")]
            return self.leaf((titled[-1] if titled else actor.name) + ending)
        return self.leaf((actor.first[0] if actor.first else actor.name) + ending)

    def _misspelt(self, actor: Actor) -> Swap | None:
        """A town's name as a hasty copier may write it."""
        other = actor.name.replace("burg", "berg").replace("stow", "stowe").replace("ford", "forth")
        other = other.replace("haven", "havn").replace("holm", "holme").replace("garth", "gath")
        if actor.sort != "place" or other == actor.name or self.rng.random() > 0.3:
            return None
        return Swap(other, ChangeClass.NAME, "spelling of a name")

    def _introduce(self, actor: Actor) -> None:
        self.introduced.add(actor.key)
        self.named.append(actor.key)


def _fuller(actor: Actor) -> Swap | None:
    """What a copier may write for a short form."""
    if actor.sort != "person":
        return None
    return Swap(actor.name, ChangeClass.NAME, "fuller name")
