"""Changes in where a statement is said to come from: a source changed, dropped, added, made plural; its verb swapped.

In: two readings, their telling words and what stands around them. Out: class, detail and rule, or None.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.collation.sources import ACTORS, SOURCE_FOLLOWS
from retold.collation.units import Tag, Unit
from retold.language.connotations import charge, loaded_group
from retold.language.house_style import ARTICLES
from retold.language.inflections import base_form
from retold.language.sourcewords import UNNAMED_NOUNS
from retold.language.sourcing import CITED, cue_kind
from retold.records.collation import ChangeClass

Units = Sequence[Unit]
Found = tuple[ChangeClass, str, str]
# "…, the ministry of roads said in a statement on Tuesday": longer one-sided stretches are new matter.
LONGEST_CLAUSE = 14
# The share of the telling words that must be sources and reporting verbs: what else is added is new matter.
SOURCE_SHARE = 0.5
# "the head teacher" for a name.
LONGEST_OFFICE = 2
# What follows "people" where they are a source: "people who have seen the file", "people familiar with the matter".
# Who is called this is a source by that word alone.
SEEING = frozenset({base_form(word) for word in ("witness", "eyewitness", "source", "informant")})
PLAINLY_NOT = Tag.CUE | Tag.CERTAINTY | Tag.NUMBER | Tag.DATE | Tag.NEGATION | Tag.FUNCTION | Tag.NAME
DESCRIBING = frozenset({"who", "familiar", "briefed", "with", "close", "involved", "knowledgeable", "aware"})


def judge_sourcing(a: Units, b: Units, left: Units, right: Units, before: Units, after: Units) -> Found | None:
    """What the rules of sourcing say about two readings, or None."""
    return (
        _made_plural(a, b, left, right, [*before[-3:], *after])
        or _count(left, right, before, after)
        or _clause(a, b, left, right)
        or _verb(left, right)
        or _source(a, b, left, right, before, after)
        or _noun_before_verb(left, right, before, after)
    )


def _made_plural(a: Units, b: Units, left: Units, right: Units, around: Units) -> Found | None:
    """A document or person that is cited, one in one telling and several in the other."""
    if any(not unit.tag & (Tag.NUMBER | Tag.FUNCTION) for unit in [*left, *right]):
        return None
    for one in a:
        for two in b:
            cited = one.base in CITED or one.base in SEEING or any(unit.tag & Tag.CUE for unit in around)
            if one.base == two.base and one.tag & two.tag & Tag.SOURCE and one.key != two.key and cited:
                several = _is_plural(one, two), _is_plural(two, one)
                if several == (False, True):
                    return ChangeClass.ATTRIBUTION, f"one {one.key} became several", "a source noun made plural"
                if several == (True, False):
                    return ChangeClass.ATTRIBUTION, f"several {one.key} became one", "a source noun made singular"
    return None


def _is_plural(word: Unit, other: Unit) -> bool:
    return (len(word.key) > len(other.key) and word.key.endswith("s")) or (
        word.key.endswith("men") and other.key.endswith("man")
    )


def _count(left: Units, right: Units, before: Units, after: Units) -> Found | None:
    """How many sources there are, said in one telling only. (Another count is a change of number.)."""
    words = [*left, *right]
    if not words or not after or not all(unit.tag & Tag.NUMBER for unit in words):
        return None
    if left and right:
        return None
    # "Two [kitchen] workers": nouns may stand before the one that names the people.
    head = next((n for n, unit in enumerate(after[:3]) if unit.key in UNNAMED_NOUNS), None)
    if head is not None and any(unit.tag & (Tag.FUNCTION | Tag.CUE | Tag.NAME) for unit in after[:head]):
        head = None
    people, head = head is not None, head or 0
    described = people and len(after) > head + 1 and after[head + 1].key in DESCRIBING
    verb = next((number for number, unit in enumerate(after) if unit.tag & Tag.CUE), None)
    between = after[head + 1 : verb] if verb else ()
    speaks = verb is not None and not any(unit.tag & (ACTORS | Tag.PRONOUN | Tag.NUMBER) for unit in between)
    plural = people or after[0].key.endswith("s")
    if not (described or (plural and speaks) or (people and any(unit.tag & Tag.CUE for unit in before[-2:]))):
        return None
    return ChangeClass.ATTRIBUTION, f"count of sources {'dropped' if left else 'added'}", "a number before a source"


def _clause(a: Units, b: Units, left: Units, right: Units) -> Found | None:
    """A source with its verb that stands on one side only."""
    if left and right:
        return None
    side, words = (a, left) if left else (b, right)
    if not words or len(side) > LONGEST_CLAUSE or not any(unit.tag & Tag.CUE for unit in words):
        return None
    nouns = _beside_verb(side)
    if not nouns and not any(unit.tag & (ACTORS | Tag.PRONOUN) or unit.key == "according_to" for unit in side):
        return None
    sourcing = [
        unit
        for unit in words
        if unit.tag & (ACTORS | Tag.CUE | Tag.NUMBER) or unit.key in DESCRIBING or unit.start in nouns
    ]
    if len(sourcing) < SOURCE_SHARE * len(words):
        return None
    return (
        ChangeClass.ATTRIBUTION,
        "source dropped" if left else "source added",
        "a source with its verb on one side only",
    )


def _beside_verb(side: Units) -> set[int]:
    """Where the nouns stand that follow an article right before a verb of saying: "the harbour pilot said"."""
    verb = next(number for number, unit in enumerate(side) if unit.tag & Tag.CUE)
    first = verb
    while first and not side[first - 1].tag & ~Tag.TITLE:
        first -= 1
    if first == verb or not first or side[first - 1].key not in ARTICLES:
        return set()
    return {unit.start for unit in side[first:verb]}


def _verb(left: Units, right: Units) -> Found | None:
    if len(left) != 1 or len(right) != 1 or not (left[0].tag & right[0].tag & Tag.CUE):
        return None
    one, two = cue_kind(left[0].key), cue_kind(right[0].key)
    words = f"{left[0].surface} / {right[0].surface}"
    if one == two:
        return ChangeClass.OTHER, "reporting verb", f"two {one} reporting verbs"
    return ChangeClass.LOADED, words, f"reporting verbs: {one} / {two}"


def _source(a: Units, b: Units, left: Units, right: Units, before: Units, after: Units) -> Found | None:
    """Another source, beside a reporting verb or as a document that is cited."""
    words = [*left, *right]
    if not words or any(not unit.tag & (ACTORS | Tag.NUMBER | Tag.CUE) for unit in words):
        return None
    if _is_loaded(left, right):
        return None
    # "Residents of the lower town said": at the head of a sentence the verb may be some words away.
    reach = 2 if before else 5
    beside = any(unit.tag & Tag.CUE for unit in [*before[-2:], *after[:reach], *a, *b])
    if left and right:
        cited = all(any(unit.base in CITED for unit in side) for side in (left, right))
        actors = all(any(unit.tag & (Tag.NAME | Tag.SOURCE) for unit in side) for side in (left, right))
        definite = any(unit.key == "the" for unit in [*before[-1:], *a, *b])
        if _is_title_for_name(left, right, definite) or _is_title_for_name(right, left, definite):
            return None
        if cited or (beside and actors and not _is_part_of_name(words, before, after)):
            return ChangeClass.ATTRIBUTION, "source changed", "sources differ beside a reporting verb"
    elif beside and any(unit.tag & Tag.SOURCE for unit in words) and not (after and after[0].tag & Tag.NAME):
        return ChangeClass.ATTRIBUTION, "source dropped" if left else "source added", "a source on one side only"
    return None


def _is_loaded(left: Units, right: Units) -> bool:
    """Whether one word stands for another that judges otherwise: that matters more than that both are sources."""
    if len(left) != 1 or len(right) != 1 or (left[0].tag | right[0].tag) & Tag.NAME:
        return False
    return bool(loaded_group(left[0].key, right[0].key)) or charge(left[0].key) != charge(right[0].key)


def _noun_before_verb(left: Units, right: Units, before: Units, after: Units) -> Found | None:
    """One noun for another right before a reporting verb, or at the head of a sentence and soon before it."""
    if len(left) != 1 or len(right) != 1 or any(unit.tag & PLAINLY_NOT for unit in (*left, *right)):
        return None
    if _is_loaded(left, right):
        return None
    near = after[:1] if len(before) > 2 else after[:2]
    place = next((number for number, unit in enumerate(near) if unit.tag & Tag.CUE), None)
    if place is None or any(unit.tag & ACTORS for unit in near[:place]):
        return None
    if near[place].surface.casefold().split()[0] in SOURCE_FOLLOWS:
        return None
    if (near[place - 1].end if place else left[0].end) + 1 < near[place].start:
        # "…, warned Ada Lund": a mark before the verb, so that its subject is behind it.
        return None
    return ChangeClass.ATTRIBUTION, "source changed", "a noun before a reporting verb"


def _is_title_for_name(titles: Units, names: Units, definite: bool) -> bool:
    """Whether one side has an office only and the other a name: "the minister" / "Ada Lund", one person as a rule.

    So is a person spoken of before: "the researcher" / "Ada Lund". `titles` and `names` have lost their articles.
    """
    if not all(unit.tag & Tag.NAME for unit in names) or any(unit.tag & Tag.NAME for unit in titles):
        return False
    one = definite and 1 <= len(titles) <= LONGEST_OFFICE and not titles[-1].key.endswith("s")
    return one or all(unit.tag & Tag.TITLE for unit in titles)


def _is_part_of_name(words: Units, before: Units, after: Units) -> bool:
    """Whether the differing words go on with a name that both tellings print: "Ada Brenner" / "Ada Brennan"."""
    beside = [*before[-1:], *after[:1]]
    return all(unit.tag & Tag.NAME for unit in words) and any(unit.tag & Tag.NAME for unit in beside)
