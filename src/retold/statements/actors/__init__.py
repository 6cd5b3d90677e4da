"""Who: people, bodies, places, offices and governments, and which mentions are one.

`find_actors` takes a text with its parse; `resolve_government` the words of a speaker; `same_actor` two actors of
different articles.
"""

from retold.statements.actors.countries import resolve_government
from retold.statements.actors.finder import find_actors
from retold.statements.actors.identity import same_actor

__all__ = ["find_actors", "resolve_government", "same_actor"]
