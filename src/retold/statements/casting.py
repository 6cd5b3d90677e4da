"""Actors of an article from the parser's entities: full names, last names, organisations. Stands in for mentions."""

from __future__ import annotations

from spacy.tokens import Doc

from retold.records.spans import Span
from retold.records.statements import Actor, ActorType, Mention

KINDS = {"PERSON": ActorType.PERSON, "ORG": ActorType.ORGANISATION}


def cast_from_entities(text: str, doc: Doc) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Mentions of persons and organisations; a last name is the one fuller name that ends with it."""
    entities = [(Span(e.start_char, e.end_char), KINDS[e.label_]) for e in doc.ents if e.label_ in KINDS]
    full: dict[str, set[str]] = {}
    for span, kind in entities:
        name = _plain(span.of(text))
        if kind is ActorType.PERSON and " " in name:
            full.setdefault(name.split()[-1], set()).add(name)
    mentions, actors = [], dict[str, Actor]()
    for span, kind in entities:
        name = _plain(span.of(text))
        if not name:
            continue
        fuller = full.get(name, set())
        if kind is ActorType.PERSON and len(fuller) == 1:
            name = next(iter(fuller))
        mentions.append(Mention(Span(span.start, span.start + len(_plain(span.of(text)))), kind, name))
        actors[name] = Actor(name, name, kind)
    return tuple(mentions), tuple(actors.values())


def _plain(name: str) -> str:
    for tail in ("’s", "'s"):
        name = name.removesuffix(tail)
    return name.removeprefix("the ").removeprefix("The ")
