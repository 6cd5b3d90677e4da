"""The values of two statements held side by side: numbers, times and lengths of time that cannot both be right.

Goes in: two propositions as compared, with their accounts. Comes out: pairs of values in the texts' own words. Always
holds: a value that agrees with any of the other side's is not among them; swapping the sides swaps the pairs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retold.claims.comparison import ANYBODY, PEOPLE, can_agree
from retold.claims.features import Amount, Features, Time
from retold.claims.intervals import disjoint
from retold.records.claims import Account, DisputeReason
from retold.records.statements import QuantityKind, TimexType

DURATION = re.compile(r"P(?:(\d+(?:\.\d+)?)([YMWD])|T(\d+(?:\.\d+)?)([HMS]))\Z")
# In days; a month and a year as lengths on average, so that eight weeks and two months agree within `LOOSE`.
DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
# Lengths within this part of each other may be one, told in other units or rounded.
LOOSE = 0.12


@dataclass(frozen=True, slots=True)
class Clash:
    """Two values that cannot both be right, each as its text writes it; `value` is the second's, however written."""

    why: DisputeReason
    here: str
    there: str
    value: str


def clashes(a: Features, b: Features, of_a: Account, of_b: Account) -> tuple[Clash, ...]:
    """The values of `a` that differ from those of `b` of the same kind: numbers, then lengths, then times."""
    found = [
        Clash(DisputeReason.NUMBER, x.words, y.words, f"{y.quantity.low} {y.quantity.high}")
        for x in a.amounts
        for y in b.amounts
        if _same_measure(x, y) and not _met(x, b.amounts) and not _met(y, a.amounts)
    ]
    left, right = _lengths(a, of_a), _lengths(b, of_b)
    if left and right and not any(_near(x, y) for x, _ in left for y, _ in right):
        found.append(Clash(DisputeReason.TIME, left[0][1], right[0][1], f"{right[0][0]} days"))
    if a.times and b.times and not any(_one_time(x, y) for x in a.times for y in b.times):
        found.append(
            Clash(DisputeReason.TIME, a.times[0].words, b.times[0].words, f"{b.times[0].first} to {b.times[0].last}")
        )
    # The first pair says it; that three numbers all differ from three others need not be told nine times.
    return tuple({clash.here: clash for clash in reversed(found)}.values())[::-1]


def _met(amount: Amount, others: Sequence[Amount]) -> bool:
    return any(_same_measure(amount, other) and can_agree(amount, other) for other in others)


def _same_measure(a: Amount, b: Amount) -> bool:
    """Whether both count or measure the same sort of thing; bare numbers are told apart by nothing."""
    if a.quantity.kind is not b.quantity.kind or a.quantity.kind is QuantityKind.ORDINAL:
        return False
    if {a.unit, b.unit} <= PEOPLE and {a.unit, b.unit} & ANYBODY:
        return True
    return a.unit == b.unit and bool(a.unit or a.quantity.kind is not QuantityKind.COUNT)


def _one_time(a: Time, b: Time) -> bool:
    return not disjoint((a.first, a.last), (b.first, b.last))


def _lengths(feature: Features, account: Account) -> list[tuple[float, str]]:
    """Lengths of time that the proposition states, in days, with their words."""
    found = []
    for timex in account.annotation.timex:
        if timex.type is not TimexType.DURATION or not feature.proposition.span.contains(timex.span):
            continue
        match = DURATION.match(timex.value)
        if match:
            count, unit = (match[1], match[2]) if match[1] else (match[3], "T" + match[4])
            found.append((float(count) * DAYS[unit], timex.span.of(account.article.text)))
    return found


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= LOOSE * max(a, b)
