"""Who an annotation names, as the store looks names up.

In: an annotation, as a record or as the JSON that is kept of it. Out: its people and bodies with the words that each is
looked up by. Holds always: whoever speaks is among them, though the annotation holds no actor of that name; names that
differ only in transliteration are looked up by the same words.
"""

from __future__ import annotations

import re

from retold.language.names import initials, keys, plain_name, slug, spelling_key
from retold.language.sourcewords import SPOKES
from retold.records.statements import Actor, ActorType, Annotation

_SPOKES_FOR = re.compile(rf"^(?:an? |the )?(?:{'|'.join(sorted(SPOKES))}) (?:for|of) (?:the )?(\S.*)$", re.IGNORECASE)
# A place does not speak; where it stands for a government, the annotation says so.
_SPEAKING = frozenset({ActorType.PERSON, ActorType.ORGANISATION, ActorType.GOVERNMENT})


def actors_named(annotation: Annotation) -> tuple[Actor, ...]:
    """The people and bodies of an article, and whoever else speaks in it, by id."""
    found = {actor.id: actor for actor in annotation.actors if actor.type in _SPEAKING}
    for attribution in annotation.attributions:
        speaker = attribution.speaker
        if speaker.name and actor_id(speaker.name) not in found:
            roles = (speaker.role,) if speaker.role else ()
            kind = ActorType.PERSON if speaker.role else ActorType.ORGANISATION
            name, identity = spoken_for(speaker.name), actor_id(speaker.name)
            found[identity] = Actor(identity, name, kind, tuple(dict.fromkeys((name, speaker.name))), roles)
    return tuple(found[identity] for identity in sorted(found))


def actor_id(name: str) -> str:
    """The id of the actor whose canonical name this is, as annotations make it; a body's, for who speaks for it."""
    return slug(plain_name(spoken_for(name)))


def spoken_for(name: str) -> str:
    """The body in "spokeswoman for the Water Board"; any other name as it is."""
    found = _SPOKES_FOR.match(name)
    return found.group(1) if found else name


def name_keys(actor: Actor) -> tuple[str, ...]:
    """The words that an actor is looked up by: those of its names, and the letters of a body's full name."""
    found = {key for name in (actor.name, *actor.aliases) for key in keys(name)}
    if actor.type is not ActorType.PERSON:
        found |= {spelling_key(letters) for letters in initials(actor.name) if len(letters) < 9}
    return tuple(sorted(key for key in found if key))
