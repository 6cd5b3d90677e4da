"""Everybody and everything that acts in a text: mentions in order, and the actors behind them.

In: a text and a spaCy Doc over exactly that text (recognised names and a parse). Out: mentions in text order and
actors in order of their ids. Holds always: mentions do not overlap, but that an office may hold a name; a mention's
actor is in the list or None; ids are slugs of canonical names, the same in every article. Method: names by the
recogniser, corrected by gazetteers and by how the text names the same thing elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from retold.language.names import HONORIFIC, is_acronym_of, is_short_person, name_words, plain_name, slug
from retold.records.spans import Span
from retold.records.statements import Actor, ActorType, Mention
from retold.statements.actors.candidates import (
    Candidate,
    Cover,
    acronyms,
    apart,
    plain_candidates,
    repeated,
    without_products,
)
from retold.statements.actors.headlines import without_headline_runs
from retold.statements.actors.identity import NameIndex, canonical_names, fits_for, joined_owners
from retold.statements.actors.offices import bare_offices, role_after, role_before, role_key
from retold.statements.actors.runs import media, titled_persons
from retold.statements.actors.states import state_candidates

PLACED = re.compile(r"\b(?:in|at|near|from|around|outside|across|of|inside|throughout)\s(?:the\s)?$", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """An actor while its mentions are gathered."""

    name: str
    type: ActorType
    aliases: list[str]
    roles: list[str]


def find_actors(text: str, doc: Any) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """The mentions of actors in `text`, in order, and the actors, by id."""
    candidates = _candidates(text, doc)
    types = _types(candidates)
    canonical = _canonical(text, candidates, types)
    drafts: dict[str, _Draft] = {}
    mentions: list[Mention] = []
    for candidate in candidates:
        kind, name = _resolved(candidate, types, canonical)
        if candidate.is_tie or name is None:
            mentions.append(Mention(candidate.span, kind, None, candidate.why or "two names fit"))
            continue
        identifier = slug(plain_name(name))
        draft = drafts.setdefault(identifier, _Draft(name, kind, [], []))
        words = candidate.span.of(text)
        if words not in draft.aliases:
            draft.aliases.append(words)
        if draft.type is ActorType.PERSON:
            _add_roles(text, candidate.span, draft)
        mentions.append(Mention(candidate.span, draft.type, identifier, candidate.why or _why(candidate.name, name)))
    mentions.extend(_office_mentions(text, mentions, drafts))
    mentions.sort(key=lambda m: (m.span.start, -m.span.end))
    actors = tuple(Actor(key, d.name, d.type, tuple(d.aliases), tuple(d.roles)) for key, d in sorted(drafts.items()))
    return tuple(mentions), actors


def _candidates(text: str, doc: Any) -> list[Candidate]:
    plain = without_headline_runs(text, plain_candidates(text, doc))
    states = state_candidates(text, doc, plain)
    taken = Cover(c.span for c in states)
    found = [*states, *(c for c in plain if not taken.overlaps(c.span))]
    # What the words beside a name show takes the place of what the recogniser saw there.
    sure = Cover(c.span for c in found if c.type is ActorType.PERSON or c.body is not None)
    shown = titled_persons(text, sure)
    known = Cover(c.span for c in (*states, *shown))
    shown += [c for c in media(text) if not known.overlaps(c.span)]
    over = Cover(c.span for c in shown)
    found = without_products(text, acronyms(text, [*(c for c in found if not over.overlaps(c.span)), *shown]))
    again = without_products(text, repeated(text, found))
    return apart([*found, *again])


def _resolved(
    candidate: Candidate, types: dict[str, ActorType], canonical: dict[str, str | None]
) -> tuple[ActorType, str | None]:
    """The type and the canonical name of a candidate."""
    if candidate.body is not None:
        return candidate.type, candidate.body
    name = canonical.get(candidate.stands_for or candidate.name, candidate.stands_for)
    return types[name if name in types else candidate.name], name


def _types(candidates: list[Candidate]) -> dict[str, ActorType]:
    """The type that most mentions of a name have, so that one slip of the recogniser does not split an actor."""
    votes: dict[str, Counter[ActorType]] = defaultdict(Counter)
    for candidate in candidates:
        if candidate.body is None:
            votes[candidate.name][candidate.type] += candidate.weight
    order = list(ActorType)
    types = {name: max(counts, key=lambda t: (counts[t], -order.index(t))) for name, counts in votes.items()}
    # "Mr. Brix" makes "Ana Brix" a person, whatever the recogniser saw.
    index = NameIndex(types)
    for short in [name for name, kind in types.items() if kind is ActorType.PERSON and HONORIFIC.match(name)]:
        full = [n for n in index.near(short) if 1 < len(name_words(n)) < 4 and n != short and is_short_person(short, n)]
        if len(full) == 1:
            types[full[0]] = ActorType.PERSON
    return types


def _canonical(text: str, candidates: list[Candidate], types: dict[str, ActorType]) -> dict[str, str | None]:
    """For each name the fullest form that it is short for; its type gives way to that of a fuller form."""
    found: dict[str, str | None] = {}
    for kind in ActorType:
        forms = [c.name for c in candidates if c.body is None and types[c.name] is kind]
        found |= canonical_names(forms, fits_for(kind))
    # A single word that stands for itself may be a short form of a name of another type, which the recogniser mistook.
    alone = [name for name, full in found.items() if full == name and len(name_words(name)) == 1]
    whole = NameIndex(name for name, full in found.items() if full == name and len(name_words(name)) > 1)
    shorts: dict[str, list[str]] = defaultdict(list)
    for short, full in found.items():
        if full is not None:
            shorts[full].append(short)
    placed = {c.name for c in candidates if PLACED.search(text, max(0, c.span.start - 12), c.span.start)}
    for name in alone:
        is_placed = types[name] is ActorType.PLACE and name in placed
        fits = [
            other
            for other in whole.near(name)
            if types[other] is not types[name] and fits_for(types[other])(name, other)
        ]
        fits = [other for other in fits if not is_placed or is_acronym_of(name, other)]
        if len(fits) == 1 and types[fits[0]] is not ActorType.PLACE:
            found |= dict.fromkeys(shorts[name], fits[0])
    bodies = ((c.name, c.body) for c in candidates if types.get(c.name, c.type) is ActorType.ORGANISATION)
    introduced = {c.name: found.get(c.stands_for, c.stands_for) for c in candidates if c.stands_for}
    return found | joined_owners(bodies, found | introduced)


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
