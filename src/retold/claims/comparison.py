"""Whether two propositions are one claim: decided by what each says, never by nearness of words alone.

Goes in: the features of two propositions and the weights of terms. Comes out: a comparison with its score, what was
compared, and what the two cannot agree on. Always holds: it is symmetric and depends on nothing but its arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from math import exp, fsum, log1p

from retold.claims.features import Amount, Features, Time
from retold.claims.intervals import disjoint
from retold.language.english_quantities import FROM_BELOW
from retold.language.english_senses import opposites, sense
from retold.language.english_stems import stem
from retold.records.statements import QuantityKind


class Weights:
    """What terms weigh in one story; sums do not depend on the order of terms and are kept per set of terms."""

    def __init__(self, table: Mapping[str, float]) -> None:
        self._table = table
        self._totals: dict[frozenset[str], float] = {}

    def __call__(self, term: str) -> float:
        """The weight of one term, 0 for one that the story does not hold."""
        return self._table.get(term, 0.0)

    def total(self, terms: frozenset[str]) -> float:
        """The weight of a feature's terms."""
        known = self._totals.get(terms)
        if known is None:
            known = self._totals[terms] = fsum(map(self, terms))
        return known

    def shared(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weight of what two sets share."""
        common = a & b
        return fsum(map(self, common)) if common else 0.0


# Units that count people without saying which: "33 dead" and "64 soldiers" may be the same, "4 civilians" and
# "17 rebels" are not.
ANYBODY = frozenset(
    sense(stem(word))
    for word in "person people dead death killed injured wounded victim casualty life body".split()  # noqa: SIM905
)
PEOPLE = ANYBODY | frozenset(
    sense(stem(word))
    for word in """
    official aide soldier police policeman civilian member fighter resident worker child woman man passenger student
    villager migrant protester officer militant rebel miner guest visitor patient tourist employee
    """.split()  # noqa: SIM905 - a word list reads better as words
)
# An approximate number ("about 40") agrees with another within this part of it.
TOLERANCE = 0.1
# Deeds of which one doer excludes another, and how much of the object must be the same.
DEEDS = frozenset(
    sense(stem(word))
    for word in "order kill attack cause begin destroy hack shoot steal explode win buy plan write found".split()  # noqa: SIM905
)
SAME_OBJECT = 0.7
# Deeds that two do together, so that either may be named first.
MUTUAL = frozenset(
    sense(stem(word))
    for word in "talk meet agree fight marry divorce negotiate compete merge sign trade share".split()  # noqa: SIM905
)
# Below this score nobody is shown why.
LEAST_TOLD = 0.2
# A negation turns a proposition into the contrary of another only when both say this much of the same.
SAME_CORE = 0.5
# Votes for and against, in log odds: a logistic regression over the signals of pairs from the claims corpus (dev) and
# planted stories (dev bank), rounded, the bias moved up since most pairs are of two claims. `benchmarks/ledger.py
# --fit` fits them again.
VOTES = {
    "bias": -3.7,
    "dice": 0.9,
    "containment": 0.4,
    "rarest": 0.9,
    "shared": 1.1,
    "predicate": 0.25,
    "objects": 0.45,
    "core": 0.7,
    "core-dice": 1.0,
    "sentence": 1.1,
    "number": 0.4,
    "figure": 0.8,
    "number-missing": -0.4,
    "time": 0.9,
    "modality": -0.4,
}


class Conflict(StrEnum):
    """What two propositions give differently, so that they cannot be one claim."""

    NONE = ""
    NUMBER = "number"
    TIME = "time"
    ACTOR = "actor"
    ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Score 0 to 1 that both say one thing, what was compared, and what excludes it.

    `opposed`: one says the contrary of the other (polarity), which leaves them the same claim with two sides.
    `turned`: its words say the contrary, whoever speaks; opposition asks for two voices.
    """

    score: float
    conflict: Conflict
    opposed: bool
    reason: str
    turned: bool = False


def compare(a: Features, b: Features, weights: Weights) -> Comparison:
    """Compares two propositions."""
    conflict, detail = _conflict(a, b)
    if conflict is Conflict.NONE and (actors := _actors_apart(a, b, weights)):
        conflict, detail = Conflict.ACTOR, actors
    if conflict is Conflict.NONE and (roles := _roles_swapped(a, b)):
        conflict, detail = Conflict.ROLES, roles
    turned, contrary, senses = _contradicts(a, b, weights)
    opposed = turned and _has_two_voices(a, b)
    # How much the two are about one thing is asked without the very values that they differ in.
    left, right = (_uncounted(a), _uncounted(b)) if conflict is Conflict.NUMBER else (a, b)
    if senses is not None:
        left, right = (_brought_together(feature, senses) for feature in (left, right))
    votes, shared = signals(left, right, weights)
    score = 1 / (1 + exp(-sum(VOTES[name] * value for name, value in votes.items())))
    parts = [_named(shared, weights)] if shared and score >= LEAST_TOLD else []
    parts += [part for part in (detail, contrary if opposed or senses else "") if part]
    return Comparison(score, conflict, opposed, "; ".join(parts), turned)


def _named(shared: frozenset[str], weights: Weights) -> str:
    """The shared terms in words, heaviest first."""
    ordered = sorted(shared, key=lambda term: (-weights(term), term))
    return "shares " + ", ".join(term.lstrip("=@") for term in ordered[:6])


def _uncounted(feature: Features) -> Features:
    return replace(
        feature,
        terms=frozenset(term for term in feature.terms if not term.startswith("#")),
        objects=frozenset(term for term in feature.objects if not term.startswith("#")),
        amounts=(),
    )


def _brought_together(feature: Features, senses: tuple[str, str]) -> Features:
    """The feature with one sense put for both contraries: "the search ended" is about the search going on."""
    kept, other = sorted(senses)

    def turn(terms: frozenset[str]) -> frozenset[str]:
        return terms - {other} | {kept} if other in terms else terms

    return replace(
        feature,
        terms=turn(feature.terms),
        predicate=turn(feature.predicate),
        objects=turn(feature.objects),
        subject=turn(feature.subject),
    )


def signals(a: Features, b: Features, weights: Weights) -> tuple[dict[str, float], frozenset[str]]:
    """The values that vote, by name, and the shared terms."""
    common = a.terms & b.terms
    both = weights.shared(a.terms, b.terms)
    left, right = weights.total(a.terms), weights.total(b.terms)
    found = {
        "bias": 1.0,
        "dice": 2 * both / (left + right) if left + right else 0.0,
        "containment": both / min(left, right) if left and right else 0.0,
        "rarest": max((weights(term) for term in common), default=0.0),
        "shared": log1p(len(common)),
        "predicate": _predicates(a, b),
        "objects": _overlap(a.objects, b.objects, weights),
        "core": _core(a, b, weights),
        "core-dice": _dice(_said(a), _said(b), weights),
        "sentence": _overlap(a.around, b.around, weights),
        "number": float(_numbers_agree(a.amounts, b.amounts)),
        "figure": float(any(term.startswith("#") and " " not in term for term in common)),
        "number-missing": float(bool(a.amounts) != bool(b.amounts)),
        "time": float(_times_agree(a.times, b.times)),
        "modality": float(a.modality != b.modality),
    }
    return found, common


def _overlap(a: frozenset[str], b: frozenset[str], weights: Weights) -> float:
    if not a or not b or a.isdisjoint(b):
        return 0.0
    smaller = min(weights.total(a), weights.total(b))
    return weights.shared(a, b) / smaller if smaller else 0.0


def _said(feature: Features) -> frozenset[str]:
    """What is said of the subject; everything where no verb was found."""
    return feature.predicate | feature.objects or feature.terms


def _core(a: Features, b: Features, weights: Weights) -> float:
    return _overlap(_said(a), _said(b), weights)


def _dice(a: frozenset[str], b: frozenset[str], weights: Weights) -> float:
    if a.isdisjoint(b):
        return 0.0
    total = weights.total(a) + weights.total(b)
    return 2 * weights.shared(a, b) / total if total else 0.0


def _predicates(a: Features, b: Features) -> float:
    if a.predicate & b.predicate:
        return 1.0
    if a.predicate & b.terms or b.predicate & a.terms:
        return 0.5
    return 0.0


def _times_agree(a: tuple[Time, ...], b: tuple[Time, ...]) -> bool:
    return any(not _apart(x, y) for x in a for y in b)


def _actors_apart(a: Features, b: Features, weights: Weights) -> str:
    """What two different actors are, of whom each is said to have done the one thing; "" where that is not so.

    Only deeds that have one doer count (who ordered it, who caused it), told of the same object in the same verb. Names
    that share a word ("Norvia", "the armed forces of Norvia") may be the same, and whoever is the doer here and the
    object there does something else.
    """
    if not a.doers or not b.doers or not a.predicate & b.predicate & DEEDS or a.negated or b.negated:
        return ""
    left, right = (frozenset(word for name in doers for word in name.split()) for doers in (a.doers, b.doers))
    if left & (right | b.terms) or right & a.terms or {"@" + name for name in a.doers} & b.terms:
        return ""
    if {"@" + name for name in b.doers} & a.terms or _overlap(a.objects, b.objects, weights) < SAME_OBJECT:
        return ""
    return f"actor {min(a.doers)} / {min(b.doers)}"


def _roles_swapped(a: Features, b: Features) -> str:
    """Who does it here and suffers it there; "" where nobody does. That is another deed, and no dispute."""
    if not a.predicate & b.predicate or (a.predicate | b.predicate) & MUTUAL:
        return ""
    crossed = {term for term in a.subject & b.patients - b.subject if term.startswith("@")}
    crossed |= {term for term in b.subject & a.patients - a.subject if term.startswith("@")}
    kept = (a.subject & b.subject) | (a.patients & b.patients)
    doers = {"@" + name for name in a.doers | b.doers} & crossed
    if (doers and not a.subject & b.subject) or (crossed and not kept):
        return f"roles of {min(doers or crossed)[1:]}"
    return ""


def _same_unit(a: Amount, b: Amount) -> bool:
    if a.quantity.kind is not b.quantity.kind:
        return False
    if a.quantity.kind is QuantityKind.ORDINAL or (a.quantity.kind is QuantityKind.COUNT and not (a.unit and b.unit)):
        return False
    if {a.unit, b.unit} <= PEOPLE and {a.unit, b.unit} & ANYBODY:
        return True
    return a.unit == b.unit and not _names_apart(a.words, b.words)


def _names_apart(a: str, b: str) -> bool:
    """Whether what is counted bears different names ("17 Norvian members", "11 Tessan members")."""
    left, right = ({word for word in words.split()[1:] if word[:1].isupper()} for words in (a, b))
    return bool(left and right and not left & right)


def _bounds(amount: Amount) -> tuple[float, float]:
    quantity = amount.quantity
    slack = TOLERANCE if quantity.approximate else 0.0
    low = float("-inf") if quantity.low is None else quantity.low - abs(quantity.low) * slack
    if amount.words.casefold().startswith(FROM_BELOW):
        return low, float("inf") if quantity.high is None else quantity.high
    high = float("inf") if quantity.high is None else quantity.high + abs(quantity.high) * slack
    return low, high


def can_agree(a: Amount, b: Amount) -> bool:
    """Whether one number can be both ("at least 17" and 17)."""
    (low, high), (other_low, other_high) = _bounds(a), _bounds(b)
    return low <= other_high and other_low <= high


def _numbers_agree(a: tuple[Amount, ...], b: tuple[Amount, ...]) -> bool:
    return any(_same_unit(x, y) and can_agree(x, y) for x in a for y in b)


def _conflict(a: Features, b: Features) -> tuple[Conflict, str]:
    agree, differ = 0, list[tuple[bool, str]]()
    for x in a.amounts:
        alike = sorted((y for y in b.amounts if _same_unit(x, y)), key=lambda y: (y.unit != x.unit, y.quantity.span))
        if any(can_agree(x, y) for y in alike):
            agree += 1
        elif alike and not _is_sum(x, alike) and not _is_sum(alike[0], [z for z in a.amounts if _same_unit(z, x)]):
            differ.append((x.unit != alike[0].unit, f"{x.words} / {alike[0].words}"))
    if len(differ) > agree:
        return Conflict.NUMBER, "number " + min(differ, key=lambda item: item[0])[1]
    if a.times and b.times and all(_apart(x, y) for x in a.times for y in b.times):
        return Conflict.TIME, f"time {a.times[0].words} / {b.times[0].words}"
    return Conflict.NONE, ""


def numbers_differ(a: Features, b: Features) -> bool:
    """Whether the two count the same thing and cannot both be right."""
    return bool(a.amounts and b.amounts) and _conflict(a, b)[0] is Conflict.NUMBER


def _is_sum(total: Amount, parts: list[Amount]) -> bool:
    """Whether several amounts add up to the total: then they are its parts and contradict nothing."""
    values = [part.quantity.low for part in parts]
    return len(parts) > 1 and total.quantity.low is not None and sum(v or 0.0 for v in values) == total.quantity.low


def _apart(a: Time, b: Time) -> bool:
    return disjoint((a.first, a.last), (b.first, b.last))


def _has_two_voices(a: Features, b: Features) -> bool:
    """Whether nobody is on both sides."""
    return a.speaker != b.speaker or _attributed(a) != _attributed(b)


def _contradicts(a: Features, b: Features, weights: Weights) -> tuple[bool, str, tuple[str, str] | None]:
    """Whether the words of one state the contrary of the other's: by opposite senses, or by a negation of the same.

    A false contradiction misleads more than a missed one. So both must be said of one thing at one time: in different
    sentences, with the same modality, sharing subject or object; opposite senses ("opened in 1964", "was shut") ask
    that both or neither name a time. The third value holds the opposite senses, where there are some.
    """
    one, other = a.proposition, b.proposition
    if one.article == other.article and one.sentence == other.sentence:
        return False, "", None
    if a.modality != b.modality:
        return False, "", None
    if a.times and b.times and not _times_agree(a.times, b.times):
        return False, "", None
    contrary = _contrary(a, b)
    if (
        contrary
        and bool(a.times) == bool(b.times)
        and _core(a, b, weights) + _overlap(a.subject, b.subject, weights) > 0
    ):
        said = f"polarity {contrary[0].lstrip('=')} / {contrary[1].lstrip('=')}"
        return a.negated == b.negated, said, contrary
    same_verb = bool(a.predicate & b.predicate) or not (a.predicate and b.predicate)
    if a.negated != b.negated and same_verb and _core(a, b, weights) >= SAME_CORE and _same_frame(a, b, weights):
        return True, "polarity: one is negated", None
    return False, "", None


def _attributed(feature: Features) -> bool:
    return feature.proposition.attribution is not None


def _contrary(a: Features, b: Features) -> tuple[str, str] | None:
    """The opposite senses of the two, one of which is a verb of its proposition."""
    heads = a.predicate | b.predicate or a.terms | b.terms
    for x in sorted(a.terms - b.terms):
        for y in sorted(b.terms - a.terms):
            if (x, y) in opposites() and heads & {x, y}:
                return x, y
    return None


def _same_frame(a: Features, b: Features, weights: Weights) -> bool:
    """Whether subjects do not differ and the objects, where both have any, share something."""
    if a.subject and b.subject and not _overlap(a.subject, b.subject, weights):
        return False
    return not (a.objects and b.objects) or _overlap(a.objects, b.objects, weights) > 0
