"""Whether the totals and changes that an article states follow from the amounts that it names.

In: a text with its quantities and sentences. Out: checks in text order of the total. Conservative throughout.

Sums: the parts are two to five exact amounts of one unit, coordinated in one sentence ("30 men and 12 women"); the
total is another exact amount of that unit. An equal sum makes a check that agrees, for money wherever the total stands,
for counts only near by; an unequal one is flagged only where words call the total one ("a total of", "in all") next to
its parts.

Changes: "rose by 5 to 15 from 10" in one sentence; the stated change is compared with the difference of the ends, and
flagged where it is off by more than rounding explains.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from retold.records.claims import Check
from retold.records.spans import Span, Spans
from retold.records.statements import Quantity, QuantityKind

Key = tuple[QuantityKind, str]
LINK = re.compile(r"(?:,|;|\band\b|\bplus\b|\bwith\b|\balong with\b|\bas well as\b)", re.IGNORECASE)
TOTAL_BEFORE = re.compile(
    r"\b(?:(?:a|the|in) total(?: of| was| is| came to)?|totall?ing|totall?ed|altogether|in all,?|combined|sum of)\s$",
    re.IGNORECASE,
)
TOTAL_AFTER = re.compile(r"\s(?:in total|in all|altogether|overall)\b", re.IGNORECASE)
# Words between two amounts that make them no parts of one sum: "from 3 to 5", "30, including 12".
NO_SUM = re.compile(r"\b(?:from|to|than|compared|versus|against|or|after|before|of which|including)\b", re.IGNORECASE)
FROM_BEFORE = re.compile(r"\bfrom\s$", re.IGNORECASE)
TO_BEFORE = re.compile(r"\bto\s$", re.IGNORECASE)
CHANGE_BEFORE = re.compile(
    r"\b(?:by|of|up|down|rose|fell|gained|lost|dropped|climbed|increased|decreased|grew|shed|slipped|jumped)\s$",
    re.IGNORECASE,
)
REACH = 90
NEAR = 3 * REACH
MOST_PARTS = 5
# A chance sum of small counts is likely ("two" and "three" beside "five"); money rarely meets by chance.
SMALLEST_COUNT_TOTAL = 10
# A change given in rounded figures may be off by this share of itself.
ROUNDING = 0.1


def check_sums(text: str, quantities: tuple[Quantity, ...], sentences: Spans, article: str) -> tuple[Check, ...]:
    """The totals and changes of `text` that agree with their parts, and the stated ones that do not."""
    exact = [q for q in quantities if q.low is not None and q.low == q.high and q.low > 0 and not q.approximate]
    addable = [q for q in exact if q.kind in (QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE)]
    totals = _Totals(text, addable)
    found: dict[tuple[Span, Spans], Check] = {}
    for inside in _by_sentence(exact, sentences or (Span(0, len(text)),)):
        for check in _changes(text, inside, article):
            found[(check.total, check.parts)] = check
        for run in _coordinations(text, [q for q in inside if q.kind is not QuantityKind.PERCENT]):
            for check in _sums(run, totals, article):
                found[(check.total, check.parts)] = check
    return tuple(found[key] for key in sorted(found))


class _Totals:
    """Amounts that may be totals, by unit and value, so that each run of parts is looked up and not searched."""

    def __init__(self, text: str, addable: list[Quantity]) -> None:
        self._by_value: dict[tuple[Key, float], list[Quantity]] = defaultdict(list)
        for quantity in addable:
            self._by_value[(_key(quantity), round(quantity.low or 0, 6))].append(quantity)
        self._called = [q for q in addable if _is_called_total(text, q)]
        self._starts = [q.span.start for q in self._called]

    def equal(self, key: Key, value: float) -> list[Quantity]:
        """Amounts of that unit and value."""
        return self._by_value.get((key, round(value, 6)), [])

    def is_called(self, quantity: Quantity) -> bool:
        """Whether words call that amount a total."""
        return quantity in self._called

    def called_near(self, run: tuple[Quantity, ...]) -> list[Quantity]:
        """Amounts that words call a total, within reach of the run."""
        low = bisect_left(self._starts, run[0].span.start - NEAR)
        high = bisect_left(self._starts, run[-1].span.end + NEAR)
        return self._called[low:high]


def _key(quantity: Quantity) -> Key:
    return quantity.kind, "" if quantity.kind is QuantityKind.COUNT else quantity.unit


def _by_sentence(exact: list[Quantity], sentences: Spans) -> Iterator[list[Quantity]]:
    i = 0
    for sentence in sorted(sentences):
        inside = []
        while i < len(exact) and exact[i].span.end <= sentence.end:
            if exact[i].span.start >= sentence.start:
                inside.append(exact[i])
            i += 1
        if len(inside) > 1:
            yield inside


def _coordinations(text: str, inside: list[Quantity]) -> Iterator[tuple[Quantity, ...]]:
    """Runs of amounts of one unit that commas or "and" join."""
    run: list[Quantity] = []
    for quantity in inside:
        if run and not _joined(text, run[-1], quantity):
            if len(run) > 1:
                yield tuple(run)
            run = []
        run.append(quantity)
    if len(run) > 1:
        yield tuple(run)


def _joined(text: str, a: Quantity, b: Quantity) -> bool:
    between = text[a.span.end : b.span.start]
    if len(between) > REACH or _key(a) != _key(b) or a.kind is QuantityKind.ORDINAL:
        return False
    return LINK.search(between) is not None and NO_SUM.search(between) is None


def _sums(run: tuple[Quantity, ...], totals: _Totals, article: str) -> list[Check]:
    called = [q for q in (run[0], run[-1]) if totals.is_called(q)]
    if len(called) == 1 and 2 < len(run) <= MOST_PARTS + 1:
        parts = tuple(q for q in run if q is not called[0])
        return [_check(article, called[0], parts)]
    for size in range(min(len(run), MOST_PARTS), 1, -1):
        found = [
            _check(article, total, parts)
            for start in range(len(run) - size + 1)
            for parts in (run[start : start + size],)
            for total in totals.equal(_key(run[0]), sum(part.low or 0 for part in parts))
            if (total not in run or _closes(total, parts)) and _may_be(total, parts)
        ]
        if found:
            return found
    if len(run) > MOST_PARTS:
        return []
    return [
        _check(article, total, run)
        for total in totals.called_near(run)
        if total not in run and _key(total) == _key(run[0]) and _may_be(total, run)
    ]


def _closes(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether an amount of money that stands in line with its parts is their sum: it comes next, or just before."""
    apart = parts[0].span.start - total.span.end, total.span.start - parts[-1].span.end
    return total.kind is QuantityKind.MONEY and total not in parts and 0 <= max(apart) <= REACH


def _may_be(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether `total` is where and what a total of `parts` would be."""
    if total.kind is not QuantityKind.COUNT:
        return True
    if not total.unit:
        return False  # "10 of them" may be any ten
    gap = max(parts[0].span.start - total.span.end, total.span.start - parts[-1].span.end)
    return (total.low or 0) >= SMALLEST_COUNT_TOTAL and gap <= NEAR


def _is_called_total(text: str, total: Quantity) -> bool:
    before = text[max(0, total.span.start - 24) : total.span.start]
    return bool(TOTAL_BEFORE.search(before) or TOTAL_AFTER.match(text, total.span.end))


def _check(article: str, total: Quantity, parts: tuple[Quantity, ...]) -> Check:
    summed = sum(part.low or 0 for part in parts)
    agrees = math.isclose(total.low or 0, summed, rel_tol=1e-9)
    shown = " + ".join(f"{part.low:,.10g}" for part in parts)
    detail = f"{shown} {'=' if agrees else '≠'} {total.low:,.10g} {total.unit}".strip()
    if not agrees:
        detail += f" (the parts make {summed:,.10g})"
    return Check(article, total.span, tuple(part.span for part in parts), agrees, detail)


def _changes(text: str, inside: list[Quantity], article: str) -> Iterator[Check]:
    """Stated changes between two ends: "rose by 5 to 15 from 10"."""
    starts = [q for q in inside if _stands_after(FROM_BEFORE, text, q)]
    ends = [q for q in inside if _stands_after(TO_BEFORE, text, q)]
    if len(starts) != 1 or len(ends) != 1:
        return
    start, end = starts[0], ends[0]
    steps = [q for q in inside if q not in (start, end) and _stands_after(CHANGE_BEFORE, text, q)]
    if len(steps) != 1 or _key(start) != _key(end) or not _measures_change(steps[0], start):
        return
    step, difference = steps[0].low or 0, abs((end.low or 0) - (start.low or 0))
    agrees = math.isclose(step, difference, rel_tol=1e-9)
    if agrees or abs(step - difference) > ROUNDING * step:
        sign = "=" if agrees else "≠"
        detail = f"|{end.low:,.10g} - {start.low:,.10g}| {sign} {step:,.10g} {steps[0].unit}".strip()
        yield Check(article, steps[0].span, (start.span, end.span), agrees, detail)


def _stands_after(pattern: re.Pattern[str], text: str, quantity: Quantity) -> bool:
    return pattern.search(text[max(0, quantity.span.start - 14) : quantity.span.start]) is not None


def _measures_change(step: Quantity, end: Quantity) -> bool:
    """Whether a change is in the unit of its ends; a change in percent of percentages may be relative, so it is not."""
    if end.kind is QuantityKind.PERCENT:
        return step.unit == "pp" and end.unit == "%"
    return _key(step) == _key(end)
