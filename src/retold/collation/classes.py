"""What sort of change a place of variation is, by rules that run from the surest to the least sure.

In: the units that each telling has there, and the units around them. Out: a class, a detail in words, and the rule
that decided. Two readings are judged at a time; with more tellings the gravest judgement over the pairs of distinct
readings stands, and every pair is judged in the order of the tellings.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from retold.collation.places import Manner
from retold.collation.portions import count_alike, same_time
from retold.collation.printing import FIGURES, amount, same_print, sounds_alike
from retold.collation.sourcing import judge_sourcing
from retold.collation.units import Tag, Unit
from retold.collation.witnesses import Judgement, Pair, Units, Witness
from retold.language.certainty import are_equally_sure
from retold.language.connotations import are_plain_doublets, charge, loaded_group
from retold.language.house_style import ARTICLES, DEPENDENT_TIME_WORDS, MONTH_KEYS
from retold.language.spelling import is_slip, is_transliteration
from retold.records.collation import ChangeClass

# A block longer than this on either side is a rewritten stretch: no single class of word change describes it.
LONGEST_JUDGED = 8
# "the ministry's head of safety" before a name.
LONGEST_TITLE = 6
# "the former deputy mayor" in the place of a name.
LONGEST_DESCRIPTION = 4
# How many words before and after a place its judgement may look at.
SURROUNDINGS = 8
# Quantifiers that count as a change of number only against another number.
VAGUE = frozenset({"some", "all", "more", "less", "fewer", "once", "most", "several", "few"})
# Details of changes that leave the meaning as it was.
ALIKE = frozenset({"grammar words", "inflection", "synonym", "same amount", "same time"})
# What a change of words inside an unnamed source would be elsewhere, and is there of the source.
WITHIN_SOURCE = frozenset({ChangeClass.OTHER, ChangeClass.NUMBER, ChangeClass.NAME, ChangeClass.DATE})
# Words that make a number inexact, and elsewhere are plain words.
QUANTIFYING = frozenset({"some", "just", "only", "close", "barely"})


REWRITTEN = Judgement(ChangeClass.OTHER, "rewritten", "the sentences share too few words to compare one by one")
# In a recast sentence only these say something by themselves, and only in few words on either side.
SHARP = frozenset(set(ChangeClass) - {ChangeClass.OTHER, ChangeClass.NAME, ChangeClass.HEDGING})
SHARP_WORDS = 3


# Which judgement stands where three or more readings differ in several ways.
GRAVITY = (
    ChangeClass.QUOTATION, ChangeClass.ATTRIBUTION, ChangeClass.NUMBER, ChangeClass.DATE, ChangeClass.NAME,
    ChangeClass.LOADED, ChangeClass.HEDGING, ChangeClass.OTHER, ChangeClass.SPELLING,
)  # fmt: skip


def judge(witnesses: Sequence[Witness], manner: Manner = Manner.WORDS) -> Judgement:
    """The judgement of a place over all its tellings."""
    if manner is Manner.MOVED:
        return Judgement(ChangeClass.OTHER, "moved within the sentence", "same words at another place")
    if manner is Manner.MARKS:
        first = all(unit.quoted for unit in witnesses[0].reading)
        detail = f"quotation marks {'dropped' if first else 'added'}"
        return Judgement(ChangeClass.QUOTATION, detail, "same words, in quotation marks in some tellings only")
    distinct: dict[tuple[str, ...], Witness] = {}
    for witness in witnesses:
        distinct.setdefault(tuple(unit.surface for unit in witness.reading), witness)
    two = _judge_in_source if manner is Manner.SOURCE else _judge_two
    found = [two(*pair) for pair in combinations(distinct.values(), 2)]
    return min(found, key=lambda judgement: GRAVITY.index(judgement.kind))


def judge_sources(one: Witness, two: Witness) -> Judgement:
    """Two sentences worded apart whose sources are others, or of which one has no source."""
    if not (one.reading and two.reading):
        detail = f"source {'dropped' if one.reading else 'added'}"
        return Judgement(ChangeClass.ATTRIBUTION, detail, "no verb of saying on the other side")
    named = [any(unit.tag & Tag.NAME for unit in side.reading) for side in (one, two)]
    titled = any(unit.tag & Tag.TITLE for unit in (*one.reading, *two.reading))
    if named[0] != named[1] and titled:
        return Judgement(ChangeClass.NAME, "name and description", "an office where the other has a name")
    return Judgement(ChangeClass.ATTRIBUTION, "source changed", "other people before or behind a verb of saying")


def _judge_in_source(one: Witness, two: Witness) -> Judgement:
    """Words of an unnamed source: whatever is said of who it is or how many they are changes the source."""
    found = _judge_two(one, two)
    same = found.detail in ALIKE
    words = [*one.reading, *two.reading]
    dated = found.kind is ChangeClass.DATE and all(unit.tag & (Tag.DATE | Tag.NUMBER | Tag.FUNCTION) for unit in words)
    counts = dated or (found.kind is ChangeClass.NUMBER and one.reading and two.reading)
    if same or counts or found.kind not in WITHIN_SOURCE:
        return found
    if found.kind is ChangeClass.NUMBER:
        detail = f"count of sources {'dropped' if one.reading else 'added'}"
        return Judgement(ChangeClass.ATTRIBUTION, detail, "a number before a source")
    detail = "source changed" if one.reading and two.reading else "source described otherwise"
    return Judgement(ChangeClass.ATTRIBUTION, detail, "other words for who is cited")


def is_sharp(ranges: Sequence[tuple[int, int]], judgement: Judgement) -> bool:
    """Whether a change stands by itself in a sentence that was recast: a few words for a few others of one sort."""
    sized = all(0 < end - start <= SHARP_WORDS for start, end in ranges)
    return sized and judgement.kind in SHARP


def _judge_two(one: Witness, two: Witness) -> Judgement:
    before, after = one.around(SURROUNDINGS)
    pair = Pair(one.reading, two.reading, *_telling(one.reading, two.reading), before, after)
    inner = _judge_words(pair)
    if (
        one.quoted
        and two.quoted
        and (one.reading or two.reading)
        and not (inner.kind is ChangeClass.SPELLING and sounds_alike(inner.detail))
    ):
        # Digits for number words, or another spelling, leave what was said as it was; other words do not.
        return Judgement(ChangeClass.QUOTATION, _meaning(pair, inner), f"inside quotation marks; {inner.reason}")
    return inner


def _telling(a: Units, b: Units) -> tuple[Units, Units]:
    bases = ({unit.base for unit in a}, {unit.base for unit in b})
    return (
        [unit for unit in a if unit.base not in bases[1] and not _is_small(unit)],
        [unit for unit in b if unit.base not in bases[0] and not _is_small(unit)],
    )


def _is_small(unit: Unit) -> bool:
    return bool(unit.tag & Tag.FUNCTION) and not unit.tag & (Tag.NEGATION | Tag.NUMBER | Tag.DATE)


def _meaning(pair: Pair, inner: Judgement) -> str:
    if inner.kind is ChangeClass.SPELLING:
        named = any(unit.tag & (Tag.NAME | Tag.TITLE) for unit in [*pair.a, *pair.b])
        return "same referent" if named else f"same meaning: {inner.detail}"
    if inner.kind is ChangeClass.OTHER and inner.detail in ALIKE:
        return f"same meaning: {inner.detail}"
    return f"different meaning: {inner.kind if inner.kind is not ChangeClass.OTHER else inner.detail}"


def _judge_words(pair: Pair) -> Judgement:
    printed = same_print(pair.a, pair.b)
    if printed:
        return Judgement(ChangeClass.SPELLING, printed, "one key for both")
    if count_alike(pair.a, pair.b):
        return Judgement(ChangeClass.OTHER, "same amount", "two ways to count the same time or share")
    if same_time(pair.a, pair.b):
        return Judgement(ChangeClass.OTHER, "same time", "two ways to call one time")
    for rule in (_rewritten, _certainty, judge_sourcing_of, _polarity, _figure, _date, _wording, _name):
        found = rule(pair)
        if found:
            return found
    return _rest(pair)


def judge_sourcing_of(pair: Pair) -> Judgement | None:
    """What the rules of sourcing say."""
    found = judge_sourcing(pair.a, pair.b, pair.left, pair.right, pair.before, pair.after)
    return Judgement(*found) if found else None


def _rewritten(pair: Pair) -> Judgement | None:
    if pair.a and pair.b and max(len(pair.a), len(pair.b)) > LONGEST_JUDGED:
        return Judgement(ChangeClass.OTHER, "rewritten", f"more than {LONGEST_JUDGED} words")
    return None


def _certainty(pair: Pair) -> Judgement | None:
    words = pair.telling
    if _is_hearsay(pair.a or pair.b) and not (pair.a and pair.b):
        return Judgement(ChangeClass.HEDGING, _sides(pair), "a passive that gives the statement to nobody")
    if not words:
        # "about 30" / "30": grammar words elsewhere, approximations before a number.
        one_sided = _only(pair.a, pair.b) + _only(pair.b, pair.a)
        words = [unit for unit in one_sided if unit.tag & Tag.CERTAINTY] if _before_number(pair) else []
    elif not all(unit.tag & Tag.CERTAINTY for unit in words):
        return None
    if not words or (all(unit.key in QUANTIFYING for unit in words) and not _before_number(pair)):
        return None
    if len(pair.a) == len(pair.b) == 1 and are_equally_sure(pair.a[0].key, pair.b[0].key):
        return Judgement(ChangeClass.OTHER, "synonym", "two words of one certainty")
    return Judgement(ChangeClass.HEDGING, _sides(pair), "only words of certainty differ")


def _is_hearsay(side: Units) -> bool:
    """Whether these words are "is said to", "are believed to" or the like."""
    if not 2 <= len(side) <= 4 or side[-1].key != "to" or side[0].base not in ("be", "have"):
        return False
    return any(unit.tag & (Tag.CUE | Tag.CERTAINTY) for unit in side)


def _only(a: Units, b: Units) -> list[Unit]:
    keys = {unit.key for unit in b}
    return [unit for unit in a if unit.key not in keys]


def _before_number(pair: Pair) -> bool:
    return any(
        unit.tag & Tag.NUMBER and not unit.tag & Tag.CERTAINTY for unit in [*pair.after[:1], *pair.a, *pair.b]
    ) or (bool(pair.after) and bool(pair.after[0].tag & Tag.MEASURE))


def _polarity(pair: Pair) -> Judgement | None:
    negated = [any(unit.tag & Tag.NEGATION for unit in side) for side in (pair.a, pair.b)]
    others = [unit for unit in pair.telling if not unit.tag & Tag.NEGATION]
    if negated[0] != negated[1] and not others:
        return Judgement(ChangeClass.OTHER, "turned into its opposite", "a negation on one side only")
    return None


def _figure(pair: Pair) -> Judgement | None:
    if not pair.telling or not all(unit.tag & (FIGURES | Tag.DATE | Tag.CERTAINTY) for unit in pair.telling):
        return None
    if not any(unit.tag & FIGURES for unit in pair.telling):
        return None
    if not (pair.left and pair.right) and all(unit.key in VAGUE for unit in pair.telling):
        return None
    dated = any(unit.tag & Tag.DATE for unit in pair.telling) or _beside_month(pair)
    if dated:
        return Judgement(ChangeClass.DATE, _sides(pair), "a number that belongs to a date")
    values = (amount(pair.a), amount(pair.b))
    if None in values or values[0] != values[1]:
        return Judgement(ChangeClass.NUMBER, _sides(pair), "numbers differ")
    return Judgement(ChangeClass.NUMBER, f"unit: {_sides(pair)}", "units differ")


def _beside_month(pair: Pair) -> bool:
    near = [*pair.before[-1:], *pair.after[:1]]
    return any(unit.key in MONTH_KEYS and unit.tag & Tag.DATE for unit in near)


def _date(pair: Pair) -> Judgement | None:
    words = pair.telling
    if not all(unit.tag & (Tag.DATE | Tag.NUMBER) for unit in words) or not any(unit.tag & Tag.DATE for unit in words):
        return None
    beside = any(unit.tag & Tag.DATE for unit in [*pair.before[-1:], *pair.after[:1]])
    if beside or any(unit.key not in DEPENDENT_TIME_WORDS for unit in words) or len(words) > 1:
        return Judgement(ChangeClass.DATE, _sides(pair), "only words of time differ")
    return None


def _wording(pair: Pair) -> Judgement | None:
    left, right = pair.left, pair.right
    phrases = ["_".join(unit.key for unit in side) for side in (pair.a, pair.b)]
    group = loaded_group(*phrases) if min(len(pair.a), len(pair.b)) and max(len(pair.a), len(pair.b)) > 1 else None
    if group:
        return _loaded(" ".join(u.surface for u in pair.a), " ".join(u.surface for u in pair.b), group)
    if left and right and max(len(left), len(right)) <= 3:
        for one in left:
            for two in right:
                if one.tag & two.tag & Tag.NAME:
                    continue
                group = loaded_group(one.key, two.key)
                if group:
                    return _loaded(one.surface, two.surface, group)
    judging = [unit for unit in pair.telling if unit.tag & Tag.JUDGING and not unit.tag & Tag.NAME]
    if judging and len(judging) == len(pair.telling):
        return Judgement(ChangeClass.LOADED, _sides(pair), "judging word")
    if left and right and max(len(left), len(right)) <= 2:
        return _charged(pair)
    return None


def _charged(pair: Pair) -> Judgement | None:
    """A word or two for others where one of them blames or praises, and they are not of one degree in a group."""
    if any(unit.tag & (Tag.NAME | Tag.NUMBER | Tag.DATE) for unit in pair.telling):
        return None
    charges = [[charge(unit.key) for unit in side] for side in (pair.left, pair.right)]
    if not any(charges[0] + charges[1]) or are_plain_doublets(pair.left[0].key, pair.right[0].key):
        return None
    sums = [max(-1, min(1, sum(side))) for side in charges]
    reason = f"other words in the same place; charge {sums[0]:+d} / {sums[1]:+d}"
    return Judgement(ChangeClass.LOADED, _sides(pair), reason)


def _loaded(one: str, two: str, group: tuple[str, int, int]) -> Judgement:
    name, low, high = group
    return Judgement(ChangeClass.LOADED, f"{one} / {two}", f"connotation lexicon, {name}: {low:+d} / {high:+d}")


def _name(pair: Pair) -> Judgement | None:
    words = pair.telling
    known = Tag.NAME | Tag.TITLE
    if _is_false_title(pair):
        return Judgement(ChangeClass.NAME, f"title {'dropped' if pair.left else 'added'}", "a bare noun before a name")
    if not any(unit.tag & known for unit in words):
        return None
    if _is_description(pair.a, pair.b) or _is_description(pair.b, pair.a):
        return Judgement(ChangeClass.NAME, "name and description", "a name in the place of a description")
    if not all(unit.tag & known or unit.surface[0].isupper() for unit in words):
        return None
    pronoun = any(unit.tag & Tag.PRONOUN for unit in [*pair.a, *pair.b])
    if pronoun and not (pair.left and pair.right):
        return Judgement(ChangeClass.NAME, "pronoun and name", "a pronoun on one side, a name on the other")
    only_titles = all(unit.tag & Tag.TITLE for unit in words)
    before_name = (
        any(unit.tag & Tag.TITLE for unit in words) and bool(pair.after) and bool(pair.after[0].tag & Tag.NAME)
    )
    what = "title" if only_titles or before_name else "name"
    if pair.left and pair.right:
        return Judgement(ChangeClass.NAME, f"{what} changed", f"only {what}s differ")
    return Judgement(ChangeClass.NAME, f"{what} {'dropped' if pair.left else 'added'}", f"only {what}s differ")


def _is_description(side: Units, names: Units) -> bool:
    """Whether one side is a few nouns behind an article ("the principal") and the other a bare name."""
    if not names or not all(unit.tag & Tag.NAME for unit in names) or not 2 <= len(side) <= LONGEST_DESCRIPTION:
        return False
    plainly_not = Tag.NAME | Tag.FUNCTION | Tag.NUMBER | Tag.DATE | Tag.CUE | Tag.NEGATION | Tag.CERTAINTY
    return side[0].key in ARTICLES and not any(unit.tag & plainly_not for unit in side[1:])


def _is_false_title(pair: Pair) -> bool:
    """Whether a noun without article stands before a name on one side only ("shipowner Ada Lund")."""
    side = pair.a or pair.b
    if (pair.a and pair.b) or not pair.after or not pair.after[0].tag & Tag.NAME:
        return False
    plain = all(not unit.tag & (Tag.FUNCTION | Tag.NUMBER | Tag.NAME | Tag.NEGATION) for unit in side)
    if 1 < len(side) <= LONGEST_TITLE and any(unit.tag & Tag.TITLE for unit in side) and not side[-1].tag & Tag.NAME:
        return bool(pair.after[0].tag & Tag.NAME)
    plain = len(side) <= 2 and plain and not side[-1].tag & (Tag.DATE | Tag.CERTAINTY)
    named = len(pair.after) > 1 and bool(pair.after[1].tag & Tag.NAME)
    return plain and named and not (pair.before and pair.before[-1].key in ARTICLES)


def _rest(pair: Pair) -> Judgement:
    if not pair.a or not pair.b:
        if not pair.telling:
            return Judgement(ChangeClass.OTHER, "grammar words", "only grammar words differ")
        return Judgement(ChangeClass.OTHER, "words left out" if pair.a else "words added", "on one side only")
    if not pair.telling:
        if _is_name_respelled(pair):
            return Judgement(ChangeClass.NAME, "name changed", "a name spelled otherwise")
        changed = [unit for unit in [*pair.a, *pair.b] if not _is_small(unit)]
        detail = "inflection" if changed else "grammar words"
        return Judgement(ChangeClass.OTHER, detail, "same roots" if changed else "only grammar words differ")
    if len(pair.left) == len(pair.right) == 1:
        one, two = pair.left[0], pair.right[0]
        if are_plain_doublets(one.key, two.key):
            return Judgement(ChangeClass.OTHER, "synonym", "two plain words of one group")
    return Judgement(ChangeClass.OTHER, "wording", "no rule for these words")


def _is_name_respelled(pair: Pair) -> bool:
    """Whether a name differs in letters that are no plural and no possessive: "Brackholm" / "Brackholme"."""
    if len(pair.a) != 1 or len(pair.b) != 1 or not pair.a[0].tag & pair.b[0].tag & Tag.NAME:
        return False
    one, two = (unit.key.removesuffix("'s").rstrip("'") for unit in (pair.a[0], pair.b[0]))
    return one not in (two, two + "s", two + "es") and two not in (one + "s", one + "es")


def _sides(pair: Pair) -> str:
    return " / ".join(" ".join(unit.surface for unit in side) or "nothing" for side in (pair.a, pair.b))


def answers(a: Unit, b: Unit) -> float:
    """How surely two different words answer to each other in a changed stretch; 0 where nothing says so."""
    if a.base == b.base:
        return 1.0
    if (a.tag | b.tag) & Tag.FUNCTION:
        return 0.0
    both = a.tag & b.tag
    if both & Tag.NAME:
        return 0.95 if is_transliteration(a.surface, b.surface) else 0.6
    if both & (Tag.NUMBER | Tag.DATE | Tag.CUE):
        return 0.9
    if loaded_group(a.key, b.key) or are_plain_doublets(a.key, b.key) or is_slip(a.key, b.key):
        return 0.9
    return 0.7 if both & (Tag.TITLE | Tag.SOURCE | Tag.CERTAINTY | Tag.MEASURE) else 0.0
