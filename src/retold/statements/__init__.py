"""An article in; attributions, speakers, relays, times, quantities and actors out."""

from retold.statements.annotation import annotate
from retold.statements.continuation import join_continuations
from retold.statements.engine import Engine, Options, load_engine

__all__ = ["Engine", "Options", "annotate", "join_continuations", "load_engine"]
