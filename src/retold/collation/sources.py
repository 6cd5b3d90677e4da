"""Where a sentence says who said it: the words for the source, by the shape of the clause alone.

In: the units of one sentence. Out: each source outside quotation marks, in text order: the bounds of its words, and of
these with the verb or phrase that brings it in. A source stands before a verb of saying ("two cooks told the Argus
that"), behind one ("…, warned two cooks") or behind a phrase that calls it up ("in the words of two cooks").
"""

from __future__ import annotations

from retold.collation.places import Units, is_parted
from retold.collation.units import Tag
from retold.language.house_style import ARTICLES
from retold.language.inflections import base_form
from retold.language.reporting import CARRIED, CITING
from retold.language.sourcing import SOURCE_PHRASES, is_verb_of_saying

ACTORS = Tag.NAME | Tag.TITLE | Tag.SOURCE
# Cues that their source follows: the word before them ends the statement ("hurt badly, according to the clinic").
SOURCE_FOLLOWS = frozenset({"according", "per"}) | CITING
# Words of a source before its verb or after "according to": longer ones hold more than the source.
LONGEST_SOURCE = 10
# ", quoted by the Gilford Echo on Monday," between a source and its verb.
LONGEST_INSERTION = 9
INSERTED = CARRIED | {"who", "whose", "speaking"}
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
# What a source cannot begin with: behind these a verb of saying has no subject of its own ("and said").
NO_SUBJECT = frozenset({"and", "but", "or", "to"})
# "The leak exposed a million files": what exposes is seldom somebody who speaks.
EXPOSE = base_form("expose")
Bounds = tuple[int, int]


def sources(units: Units) -> list[tuple[Bounds, Bounds]]:
    """Each source outside quotation marks: the bounds of its words, and of these with its verb."""
    found: list[tuple[Bounds, Bounds]] = []
    for place, unit in enumerate(units):
        if unit.quoted:
            continue
        cue = _cue(units, place)
        if cue is None:
            continue
        low, high = cue
        if low < high:
            bounds = _on(units, high)
        else:
            low, high = place, place + 1
            bounds = _beside(units, place)
        if bounds[0] < bounds[1] and _is_source(units[slice(*bounds)]):
            found.append((bounds, (min(bounds[0], low), max(bounds[1], high))))
    return found


def _cue(units: Units, place: int) -> Bounds | None:
    """The bounds of a phrase that calls up a source; an empty range for a verb of saying; None for other words."""
    word = units[place].surface.casefold()
    if word.split()[0] in SOURCE_FOLLOWS:
        return place, place + 1
    for phrase in SOURCE_PHRASES.get(word, ()):
        if tuple(unit.surface.casefold() for unit in units[place + 1 : place + len(phrase)]) == phrase[1:]:
            return place, place + len(phrase)
    if units[place].base == EXPOSE:
        return None
    if units[place].tag & Tag.CUE or is_verb_of_saying(word):
        return place, place
    return None


def _beside(units: Units, place: int) -> Bounds:
    """The subject of a verb of saying: before it, before what is put in between, or else behind it."""
    if place and units[place - 1].surface.casefold() in BE:
        return place, place
    before = _back(units, place)
    return before if before[0] < before[1] else _on(units, place + 1)


def _back(units: Units, place: int) -> Bounds:
    """The words before a verb up to a mark, a conjunction or another verb of saying."""
    end = place
    if end and is_parted(units, end):
        first = next((n for n in range(end - 1, max(0, end - LONGEST_INSERTION), -1) if is_parted(units, n)), None)
        if first is None or units[first].surface.casefold() not in INSERTED:
            return place, place
        end = first
    start = end
    while start and not (start < end and is_parted(units, start)) and not _ends_clause(units, start - 1):
        start -= 1
    while start < end and units[start].key in NO_SUBJECT:
        start += 1
    return (start, end) if end - start <= LONGEST_SOURCE else (place, place)


def _on(units: Units, start: int) -> Bounds:
    """The words from here up to a mark, "that" or a verb of saying."""
    end = start
    while end < len(units) and not (end and is_parted(units, end)) and not _ends_clause(units, end):
        end += 1
    return (start, end) if end - start <= LONGEST_SOURCE else (start, start)


def _ends_clause(units: Units, at: int) -> bool:
    """Whether a clause ends here: at "that" (but "on duty that night"), a verb of saying or a quotation."""
    unit = units[at]
    that = unit.key == "that" and not (at + 1 < len(units) and units[at + 1].tag & Tag.DATE)
    return that or bool(unit.tag & Tag.CUE) or unit.quoted


def _is_source(words: Units) -> bool:
    """Whether somebody who can speak stands there."""
    if any(unit.tag & (ACTORS | Tag.PRONOUN) for unit in words):
        return True
    return is_somebody(words) or _is_some(words)


def is_somebody(words: Units) -> bool:
    """Whether an article and one to three plain nouns stand beside the verb: "the harbour pilot"."""
    plain = all(not unit.tag & ~Tag.TITLE for unit in words[1:])
    return 2 <= len(words) <= 4 and words[0].key in ARTICLES and plain


def _is_some(words: Units) -> bool:
    """Whether several are counted or not: "three sailors from the engine room", "bankers on the deal"."""
    at = 0
    while at < len(words) and words[at].tag & Tag.NUMBER:
        at += 1
    plain = [unit for unit in words[at:] if not unit.tag & Tag.FUNCTION]
    if at == len(words) or words[at].tag or not plain:
        return False
    nouns = [unit for unit in words[at : at + 2] if not unit.tag]
    return any(unit.key.endswith("s") or unit.key in ("men", "women") for unit in nouns)
