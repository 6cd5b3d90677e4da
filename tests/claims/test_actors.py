"""Which names of a story's articles mean the same actor."""

from __future__ import annotations

from retold.claims.actors import actor_keys
from retold.records.statements import Actor, ActorType, Annotation


def _naming(article: str, *names: str) -> Annotation:
    actors = tuple(Actor(name.casefold(), name, ActorType.PERSON, (name,)) for name in names)
    return Annotation(article, actors=actors)


def test_spellings_of_one_name_have_one_key() -> None:
    keys = actor_keys([_naming("a1", "Oleksiy Drozd"), _naming("a2", "Oleksij Drozd"), _naming("a3", "Olena Drozd")])
    assert keys.of("Oleksiy Drozd") == keys.of("Oleksij Drozd")
    assert keys.of("Oleksiy Drozd") != keys.of("Olena Drozd")
