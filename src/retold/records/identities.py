"""Actors across a corpus: who is named where, and which of those names are one."""

from __future__ import annotations

from dataclasses import dataclass

from retold.records.statements import Actor, ActorType


@dataclass(frozen=True, slots=True)
class Sighting:
    """An actor as one article has it.

    `stories` are those that the article tells; `beside` the ids of the other people and bodies that it names.
    """

    article: str
    actor: Actor
    stories: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Membership:
    """A sighting that belongs to an identity, or may: `sure` is False where another fits as well, or only a surname."""

    sighting: Sighting
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class Identity:
    """One actor of the corpus, as far as names and context tell.

    `id` is that of its canonical name; namesakes that the articles tell apart are numbered from 2 in order of their
    first article. `likely` names identities that may be the same one after all, each with the reason.
    """

    id: str
    name: str
    type: ActorType
    members: tuple[Membership, ...]
    likely: tuple[tuple[str, str], ...] = ()

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every spelling that sure sightings have, sorted."""
        return tuple(sorted({alias for m in self.members if m.sure for alias in m.sighting.actor.aliases}))
