"""Whether the name of a state, a capital or a seat of power stands for its government or for a place.

In: the name and its grammatical setting. Out: a reading with its reason. Evidence for the government: the name is the
subject of a verb that states do, or the object of one done to states, or stands with nouns of dealings between states.
Evidence for the place: prepositions and verbs of place, things that cities and lands have. Both or neither leave a
capital undecided and a country a place.
"""

from __future__ import annotations

from dataclasses import dataclass

from retold.language.english_actors import (
    NOT_FOR_STATE,
    PARTS_OF_STATES,
    PLACE_OWNED,
    PLACE_PREPOSITIONS,
    PLACE_VERBS,
    STATE_NOUNS,
    STATE_OBJECT_VERBS,
    STATE_OWNED,
    STATE_PREPOSITIONS,
    STATE_VERBS,
)
from retold.statements.actors.countries import NameKind, StateName, fold_name
from retold.statements.actors.settings import Setting

SUBJECTS = frozenset({"nsubj", "agent", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "nsubjpass", "obj", "iobj"})
OWNERS = frozenset({"poss", "compound", "nmod", "amod"})


@dataclass(frozen=True, slots=True)
class StateReading:
    """What a state's name stands for here: government, place, or None where evidence ties."""

    is_government: bool | None
    why: str


def read_state(words: str, name: StateName, setting: Setting) -> StateReading:
    """The reading of a state's name in its setting."""
    if fold_name(words) in NOT_FOR_STATE | PARTS_OF_STATES:
        return StateReading(False, "a name that stands for no government")
    if name.kind is NameKind.SEAT:
        placed = setting.relation == "pobj" and setting.preposition in PLACE_PREPOSITIONS - {"into", "on", "along"}
        if placed and setting.head not in STATE_VERBS - PLACE_VERBS:
            return StateReading(False, f'the building: "{setting.preposition}"')
        return StateReading(True, "a seat of power")
    for_state, for_place = _evidence(setting)
    if for_state and not for_place:
        return StateReading(True, for_state)
    if for_place and not for_state:
        return StateReading(False, for_place)
    if name.kind is NameKind.CAPITAL and for_state:
        return StateReading(None, f"{for_state}, but {for_place}")
    return StateReading(False, for_place or "nothing speaks for the government")


def _evidence(setting: Setting) -> tuple[str, str]:
    head, relation = setting.head, setting.relation
    if relation in SUBJECTS and setting.head_class in ("VERB", "AUX"):
        return (f'subject of "{head}"', "") if head in STATE_VERBS else ("", "")
    if relation in OBJECTS:
        if head in STATE_OBJECT_VERBS:
            return f'object of "{head}"', ""
        return ("", f'object of "{head}"') if head in PLACE_VERBS else ("", "")
    if relation == "pobj":
        return _after_preposition(setting)
    if relation in OWNERS:
        if head in STATE_OWNED:
            return f'its "{head}"', ""
        return ("", f'its "{head}"') if head in PLACE_OWNED else ("", "")
    return "", ""


def _after_preposition(setting: Setting) -> tuple[str, str]:
    preposition, head = setting.preposition, setting.head
    if preposition in STATE_PREPOSITIONS:
        return f'"{preposition}" it', ""
    if preposition == "on" and head in STATE_NOUNS:
        return f'"{head} on" it', ""
    if preposition in PLACE_PREPOSITIONS or (preposition in ("to", "from") and head in PLACE_VERBS):
        return "", f'"{preposition}" it'
    if preposition in ("to", "from", "of", "on", "for", "toward", "towards"):
        if head in STATE_VERBS - PLACE_VERBS or head in STATE_NOUNS:
            return f'"{head} {preposition}" it', ""
        if preposition == "from":
            return "", '"from" it'
    return "", ""
