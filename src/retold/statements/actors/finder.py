"""Everybody and everything that acts in a text: mentions in order, and the actors behind them.

In: a text and a spaCy Doc over exactly that text (recognised names and a parse). Out: mentions in text order and
actors in order of their ids. Holds always: mentions do not overlap, but that an office may hold a name; a mention's
actor is in the list or None; ids are slugs of canonical names, the same in every article. Method: names by the
recogniser, corrected by gazetteers and by how the text names the same thing elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from retold.records.spans import Span
from retold.records.statements import Actor, ActorType, Mention
from retold.statements.actors.candidates import Candidate, find_candidates
from retold.statements.actors.identity import canonical_names, fits_for
from retold.statements.actors.names import slug
from retold.statements.actors.offices import bare_offices, role_after, role_before, role_key


@dataclass(slots=True)
class _Draft:
    """An actor while its mentions are gathered."""

    name: str
    type: ActorType
    aliases: list[str]
    roles: list[str]


def find_actors(text: str, doc: Any) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """The mentions of actors in `text`, in order, and the actors, by id."""
    candidates = find_candidates(text, doc)
    types = _types(candidates)
    canonical = _canonical(candidates, types)
    drafts: dict[str, _Draft] = {}
    mentions: list[Mention] = []
    for candidate in candidates:
        kind = _kind(candidate, types)
        name = canonical.get((kind, candidate.name)) if candidate.body is None else candidate.body
        if candidate.is_tie or name is None:
            why = candidate.why or "two names fit"
            mentions.append(Mention(candidate.span, kind, None, why))
            continue
        identifier = slug(name)
        draft = drafts.setdefault(identifier, _Draft(name, kind, [], []))
        words = candidate.span.of(text)
        if words not in draft.aliases:
            draft.aliases.append(words)
        if kind is ActorType.PERSON:
            _add_roles(text, candidate.span, draft)
        mentions.append(Mention(candidate.span, draft.type, identifier, candidate.why or _why(candidate.name, name)))
    mentions.extend(_office_mentions(text, mentions, drafts))
    mentions.sort(key=lambda m: (m.span.start, -m.span.end))
    actors = tuple(Actor(key, d.name, d.type, tuple(d.aliases), tuple(d.roles)) for key, d in sorted(drafts.items()))
    return tuple(mentions), actors


def _types(candidates: list[Candidate]) -> dict[str, ActorType]:
    """The type that most mentions of a name have, so that one slip of the recogniser does not split an actor."""
    votes: dict[str, Counter[ActorType]] = defaultdict(Counter)
    for candidate in candidates:
        if candidate.body is None:
            votes[candidate.name][candidate.type] += candidate.weight
    order = list(ActorType)
    return {name: max(counts, key=lambda t: (counts[t], -order.index(t))) for name, counts in votes.items()}


def _kind(candidate: Candidate, types: dict[str, ActorType]) -> ActorType:
    return candidate.type if candidate.body is not None else types[candidate.name]


def _canonical(candidates: list[Candidate], types: dict[str, ActorType]) -> dict[tuple[ActorType, str], str | None]:
    found: dict[tuple[ActorType, str], str | None] = {}
    for kind in ActorType:
        forms = [c.name for c in candidates if c.body is None and types[c.name] is kind]
        found |= {(kind, form): name for form, name in canonical_names(forms, fits_for(kind)).items()}
    return found


def _why(form: str, name: str) -> str:
    return "the name itself" if form == name else f"short for {name}"


def _add_roles(text: str, span: Span, draft: _Draft) -> None:
    for role in (role_before(text, span.start), role_after(text, span.end)):
        if role is not None:
            words = " ".join(role.of(text).split())
            if words not in draft.roles:
                draft.roles.append(words)


def _office_mentions(text: str, mentions: list[Mention], drafts: dict[str, _Draft]) -> list[Mention]:
    """Offices named without a holder: the one person whom the article gives that office, else unknown."""
    holders: dict[str, set[str]] = defaultdict(set)
    for key, draft in drafts.items():
        for role in draft.roles:
            if draft.type is ActorType.PERSON and not role.casefold().startswith(("former", "ex-", "then", "late")):
                holders[role_key(role)].add(key)
    found = []
    taken = [m.span for m in mentions]
    for span, office in bare_offices(text):
        if any(span.overlaps(other) for other in taken):
            continue
        people = holders.get(office, set())
        one = min(people) if len(people) == 1 else None
        why = f"held by {drafts[one].name}" if one else "two holders named" if people else "no holder named"
        found.append(Mention(span, ActorType.OFFICE, one, why))
    return found
