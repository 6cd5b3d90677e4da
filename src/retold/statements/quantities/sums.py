"""Whether the totals that an article states are the sum of the parts that it names.

In: a text with its quantities and sentences. Out: one check per total whose parts are told. Conservative: parts are
two to five exact amounts of one unit, coordinated in one sentence ("30 men and 12 women"); a total is another exact
amount of that unit. An equal sum makes a check that agrees, wherever the total stands; an unequal one is flagged only
where words call it the total ("a total of", "in all") next to its parts.
"""

from __future__ import annotations

import math
import re

from retold.records.claims import Check
from retold.records.spans import Span, Spans
from retold.records.statements import Quantity, QuantityKind

LINK = re.compile(r"(?:,|;|\band\b|\bplus\b|\bwith\b|\balong with\b|\bas well as\b)", re.IGNORECASE)
TOTAL_BEFORE = re.compile(
    r"\b(?:(?:a|the|in) total(?: of| was| is| came to)?|totall?ing|totall?ed|altogether|in all,?|combined|sum of)\s$",
    re.IGNORECASE,
)
TOTAL_AFTER = re.compile(r"\s(?:in total|in all|altogether|overall)\b", re.IGNORECASE)
# Words between two amounts that make them a change and no sum: "from 3 to 5".
NO_SUM = re.compile(r"\b(?:from|to|than|compared|versus|against|or|after|before|of which|including)\b", re.IGNORECASE)
REACH = 90
MOST_PARTS = 5
# A chance sum of small counts is likely ("two" and "three" beside "five"); money sums have three figures or scales.
SMALLEST_COUNT_TOTAL = 10


def check_sums(text: str, quantities: tuple[Quantity, ...], sentences: Spans, article: str) -> tuple[Check, ...]:
    """The totals of `text` that equal their parts, and those called totals that do not; in text order of the total."""
    exact = [q for q in quantities if _is_exact(q)]
    found: list[Check] = []
    for parts in _coordinations(text, exact, sentences):
        found.extend(_checks(text, parts, exact, sentences, article))
    unique = {(check.total, check.parts): check for check in found}
    return tuple(unique[key] for key in sorted(unique))


def _is_exact(quantity: Quantity) -> bool:
    kinds = (QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE)
    return quantity.kind in kinds and quantity.low is not None and quantity.low == quantity.high and quantity.low > 0


def _coordinations(text: str, exact: list[Quantity], sentences: Spans) -> list[tuple[Quantity, ...]]:
    """Runs of amounts of one unit in one sentence that commas or "and" join."""
    runs: list[tuple[Quantity, ...]] = []
    for sentence in sentences or (Span(0, len(text)),):
        inside = [q for q in exact if sentence.contains(q.span)]
        run: list[Quantity] = []
        for quantity in inside:
            if run and not _joined(text, run[-1], quantity):
                runs.append(tuple(run))
                run = []
            run.append(quantity)
        runs.append(tuple(run))
    return [run for run in runs if len(run) > 1]


def _joined(text: str, a: Quantity, b: Quantity) -> bool:
    between = text[a.span.end : b.span.start]
    if len(between) > REACH or a.kind is not b.kind:
        return False
    if a.kind is not QuantityKind.COUNT and a.unit != b.unit:
        return False
    return LINK.search(between) is not None and NO_SUM.search(between) is None


def _checks(text: str, run: tuple[Quantity, ...], exact: list[Quantity], sentences: Spans, article: str) -> list[Check]:
    found = []
    for size in range(min(len(run), MOST_PARTS), 1, -1):
        for start in range(len(run) - size + 1):
            parts = run[start : start + size]
            for total in exact:
                if total not in run and _same_unit(total, parts) and _equal(total, parts):
                    found.append(_check(article, total, parts, agrees=True))
        if found:
            return found
    for total in exact:
        near = total not in run and _is_called_total(text, total) and _same_unit(total, run) and _near(total, run)
        if near and len(run) <= MOST_PARTS:
            found.append(_check(article, total, run, agrees=False))
    return found


def _same_unit(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    if any(part.kind is not total.kind for part in parts):
        return False
    if total.kind is not QuantityKind.COUNT:
        return all(part.unit == total.unit for part in parts)
    return (total.low or 0) >= SMALLEST_COUNT_TOTAL and _near(total, parts)


def _near(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    gap = max(parts[0].span.start - total.span.end, total.span.start - parts[-1].span.end)
    return gap <= 3 * REACH


def _equal(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    return math.isclose(total.low or 0, sum(part.low or 0 for part in parts), rel_tol=1e-9)


def _is_called_total(text: str, total: Quantity) -> bool:
    before = text[max(0, total.span.start - 24) : total.span.start]
    return bool(TOTAL_BEFORE.search(before) or TOTAL_AFTER.match(text, total.span.end))


def _check(article: str, total: Quantity, parts: tuple[Quantity, ...], agrees: bool) -> Check:
    shown = " + ".join(f"{part.low:,.10g}" for part in parts)
    summed = sum(part.low or 0 for part in parts)
    sign = "=" if agrees else "≠"
    detail = f"{shown} {sign} {total.low:,.10g} {total.unit}".strip()
    if not agrees:
        detail += f" (the parts make {summed:,.10g})"
    return Check(article, total.span, tuple(part.span for part in parts), agrees, detail)
