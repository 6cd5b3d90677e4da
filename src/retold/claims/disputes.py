"""Claims that cannot both hold, and claims with two sides.

Goes in: a story's claims with the comparisons between their propositions. Comes out: disputes, each with its reason
and the values that were compared. Always holds: a claim disputes itself at most once, two claims each other at most
once; a pair is only in dispute when, but for one value, they say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from retold.claims.comparison import Comparison, Conflict
from retold.claims.features import TOTALS, Features
from retold.claims.options import LedgerOptions
from retold.records.claims import Claim, Dispute, DisputeReason, Occurrence, Position
from retold.records.spans import Pointer
from retold.records.statements import Stance

REASONS = {
    Conflict.NUMBER: DisputeReason.NUMBER,
    Conflict.TIME: DisputeReason.TIME,
    Conflict.ACTOR: DisputeReason.ACTOR,
}


def within(claim: Claim, stances: Mapping[Occurrence, Stance | None]) -> Dispute | None:
    """The dispute of a claim with itself: somebody states it and somebody denies or doubts it."""
    sides = {position: [o for o in claim.occurrences if o.position is position] for position in Position}
    against = sides[Position.DENY] + sides[Position.DOUBT]
    if not sides[Position.ASSERT] or not against:
        return None
    denied = any(stances.get(o) is Stance.DENY for o in claim.occurrences) or sides[Position.DOUBT]
    why = DisputeReason.DENIAL if denied else DisputeReason.POLARITY
    detail = f"stated by {_who(sides[Position.ASSERT])}; against it {_who(against)}"
    where = tuple(Pointer(o.article, o.span) for o in (sides[Position.ASSERT][0], against[0]))
    return Dispute(claim.id, claim.id, why, detail, where)


def _who(occurrences: Sequence[Occurrence]) -> str:
    names = []
    for occurrence in occurrences:
        speaker = occurrence.speaker
        if speaker is None:
            name = occurrence.relays[0].name if occurrence.relays else "the outlet's own words"
        else:
            name = speaker.name or speaker.role or "an unnamed source"
        if name not in names:
            names.append(name)
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def between(
    owner: Sequence[str],
    features: Sequence[Features],
    decided: Mapping[tuple[int, int], Comparison],
    options: LedgerOptions,
) -> tuple[Dispute, ...]:
    """Disputes between two claims; `owner` is the claim id of each proposition, "" where none states it.

    Two claims are about the same thing when any two of their propositions reach `options.join`, or when both state the
    total of one toll; what then keeps them apart is the value that some two of them give differently.
    """
    nearest: dict[tuple[str, str], float] = {}
    apart: dict[tuple[str, str], tuple[float, int, int, Comparison]] = {}
    for (i, j), found in sorted(decided.items(), key=lambda item: item[0]):
        if owner[i] == owner[j] or not (owner[i] and owner[j]):
            continue
        pair = (owner[i], owner[j]) if owner[i] < owner[j] else (owner[j], owner[i])
        totals = _are_totals(features[i], features[j], found)
        score = 1.0 if totals else found.score
        nearest[pair] = max(nearest.get(pair, 0.0), score)
        if found.conflict is Conflict.NONE or (pair in apart and apart[pair][0] >= score):
            continue
        if not totals and not _one_event(features[i], features[j]):
            continue
        if _excludes(features[i], features[j], found):
            apart[pair] = (score, i, j, found)
    return tuple(_dispute(pair, features, apart[pair]) for pair in sorted(apart) if nearest[pair] >= options.join)


def _are_totals(a: Features, b: Features, found: Comparison) -> bool:
    """Whether both say how many there were in all: "the number of dead was 33", "the toll rose to 64"."""
    if found.conflict is not Conflict.NUMBER or a.modality != b.modality:
        return False
    if a.places and b.places and not a.places & b.places:
        return False
    return bool(TOTALS & set(a.words) and TOTALS & set(b.words))


def _one_event(a: Features, b: Features) -> bool:
    """Whether both have the same verb, as far as verbs are known: else the values are of different things."""
    if not (a.predicate and b.predicate):
        return True
    return bool(a.predicate & b.predicate or a.predicate & b.objects or b.predicate & a.objects)


def _excludes(a: Features, b: Features, found: Comparison) -> bool:
    if found.conflict is Conflict.NUMBER:
        # Counts that the text stamps with different times are counts of different moments.
        return not (a.stamps and b.stamps) or bool(a.stamps & b.stamps)
    if found.conflict is Conflict.TIME:
        bounded = any(t.bounded for t in (*a.times, *b.times))
        return bounded or (bool(a.predicate & b.predicate) and _one_voice_each(a, b))
    return found.conflict is Conflict.ACTOR


def _one_voice_each(a: Features, b: Features) -> bool:
    """Whether two different sources give the two times: one source may well speak of two events."""
    left, right = a.proposition.attribution, b.proposition.attribution
    return left is not None and right is not None and left.speaker != right.speaker


def _dispute(pair: tuple[str, str], features: Sequence[Features], best: tuple[float, int, int, Comparison]) -> Dispute:
    _, i, j, found = best
    where: Iterable[Pointer] = (Pointer(features[k].proposition.article, features[k].proposition.span) for k in (i, j))
    return Dispute(pair[0], pair[1], REASONS[found.conflict], found.reason, tuple(where))
