"""Who: people, bodies, places, offices and governments, and which mentions are one.

`find_actors` takes a text with its parse; `resolve_government` the words of a speaker; `same_actor` two actors of
different articles; `identify` all sightings of a corpus; `answers_to` an identity and the name that somebody asks for.
"""

from retold.statements.actors.across import answers_to, identify
from retold.statements.actors.countries import resolve_government
from retold.statements.actors.finder import find_actors
from retold.statements.actors.identity import same_actor

__all__ = ["answers_to", "find_actors", "identify", "resolve_government", "same_actor"]
