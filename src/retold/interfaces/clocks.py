"""The four clocks of a statement, ready to show: happened, said, published, captured.

In: a statement's clocks and its article. Out: each clock with its EDTF value, how precise that is, and the characters
that give it. Holds always: a clock that nothing gives is shown as unknown, and none is filled from another one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from retold.records.documents import Article
from retold.records.spans import Pointer, Span
from retold.records.statements import Clocks

UNKNOWN = "unknown"
# EDTF levels 0 to 2 (ISO 8601-2:2019): seasons are "months" 21 to 24, quarters 33 to 36, an X stands for any digit.
_PRECISIONS = (
    (re.compile(r".*/.*\.\.|\.\./.*|.+/|/.+"), "open interval"),
    (re.compile(r".+/.+"), "interval"),
    (re.compile(r"-?\d{2}XX"), "century"),
    (re.compile(r"-?\d{3}X"), "decade"),
    (re.compile(r"-?\d{4}"), "year"),
    (re.compile(r"-?\d{4}-2[1-4]"), "season"),
    (re.compile(r"-?\d{4}-3[3-6]"), "quarter"),
    (re.compile(r"-?\d{4}-(?:\d{2}|XX)"), "month"),
    (re.compile(r"-?\d{4}-(?:\d{2}|XX)-(?:\d{2}|XX)"), "day"),
    (re.compile(r"-?\d{4}-\d{2}-\d{2}T\d{2}(?:Z|[+-]\d{2}:?\d{2})?"), "hour"),
    (re.compile(r"-?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?:Z|[+-]\d{2}:?\d{2})?"), "minute"),
    (re.compile(r"-?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?"), "second"),
)


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock: `value` is EDTF or None; `where` the characters that give it; `how` what else says so."""

    value: str | None
    precision: str
    where: Pointer | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class FourClocks:
    """All four, always."""

    happened: Clock
    said: Clock
    published: Clock
    captured: Clock


def four_clocks(clocks: Clocks, article: Article) -> FourClocks:
    """The clocks of a statement in `article`, with their evidence."""
    captured = article.captured
    own = (entry.published for entry in article.entries if entry.published.value == clocks.published)
    fact = next(own, article.published)
    shown = next((p for p in fact.evidence if p.article == article.id), None)
    return FourClocks(
        happened=_in_text(clocks.happened, clocks.happened_span, article.id),
        said=_in_text(clocks.said, clocks.said_span, article.id),
        published=Clock(fact.value, precision_of(fact.value), shown, f"{fact.basis.value}: {fact.method}".strip(": ")),
        captured=Clock(captured, precision_of(captured), None, _captured_by(article)),
    )


def precision_of(edtf: str | None) -> str:
    """How precise a value is: "year" to "second", an interval, or "unknown"; "about" before an approximate one."""
    if not edtf:
        return UNKNOWN
    plain = edtf.rstrip("~?%")
    found = next((name for pattern, name in _PRECISIONS if pattern.fullmatch(plain)), UNKNOWN)
    return f"about a {found}" if plain != edtf and found != UNKNOWN else found


def clock_words(clocks: FourClocks) -> str:
    """The clocks in one line: "happened 2026-03 · said not stated · published 2026-05-06 · taken in on …"."""
    pairs = (("happened", clocks.happened), ("said", clocks.said), ("published", clocks.published))
    told = [f"{name} {clock.value or 'not stated'}" for name, clock in pairs]
    return " · ".join(told + ([clocks.captured.how] if clocks.captured.value else []))


def _captured_by(article: Article) -> str:
    """Who gives the time of capture: the source that archived it, or the intake that took it in."""
    if article.captured is None:
        return ""
    day = article.captured[:10]
    return f"archived by its source on {day}" if article.archived else f"taken in on {day}"


def _in_text(value: str | None, span: Span | None, article: str) -> Clock:
    where = Pointer(article, span) if span is not None else None
    return Clock(value, precision_of(value), where, "the words" if value else "")
