"""Dates of undated articles, inferred from other tellings of the same story.

Articles and, for each id, the ids of its siblings (tellings of the same story) in; the articles out, in the same
order, each unknown date replaced by an inferred one where the texts bear it out:

- both texts speak of the same weekday ("on Saturday"), and the sibling is dated on that weekday; or
- the article's own dateline gives day and month without a year, and the sibling is dated within three days of it.

Most of the dated siblings must lead to one date. Only stated dates count, never inferred ones; a date later in the
article's own words than the inferred one speaks against it. Else the date stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from retold.documents.dates import weekday, written_dates
from retold.language.english_times import WEEKDAYS
from retold.records.documents import Article, Basis, BlockKind, Fact
from retold.records.spans import Pointer, Span

_NAMES = "|".join(WEEKDAYS)
# "last Saturday", "next Monday" and "Saturdays" do not mean the day of the report.
MENTION = re.compile(
    rf"(?<!\w)(?<!last )(?<!next )(?<!previous )(?<!every )(?<!following )(?:on |late |early )?(?P<day>{_NAMES})\b"
    r"(?!s\b|’s\b|'s\b|,? (?:\w+\.? \d|\d))"
)
DAYS_FROM_DATELINE = 3


@dataclass(frozen=True, slots=True)
class _Vote:
    """A sibling that bears a date out, and how."""

    date: str
    reason: str
    evidence: tuple[Pointer, ...]


def infer_published(articles: Sequence[Article], siblings: Mapping[str, Sequence[str]]) -> tuple[Article, ...]:
    """`articles` with dates inferred where their siblings bear them out; the order of siblings does not matter."""
    known = {article.id: article for article in articles}
    return tuple(_dated(article, siblings.get(article.id, ()), known) for article in articles)


def _dated(article: Article, ids: Sequence[str], known: Mapping[str, Article]) -> Article:
    if article.published.basis is not Basis.UNKNOWN:
        return article
    others = [known[other] for other in sorted(set(ids)) if other in known and other != article.id]
    dated = [other for other in others if other.published.basis is Basis.STATED and _day(other) is not None]
    votes = [vote for other in dated if (vote := _vote(article, other))]
    if not votes:
        return article
    value, count = min(Counter(vote.date for vote in votes).items(), key=lambda item: (-item[1], item[0]))
    if count * 2 <= len(dated) or _speaks_against(article, value):
        return article
    chosen = next(vote for vote in votes if vote.date == value)
    reason = chosen.reason if len(dated) == 1 else f"{chosen.reason}; {count} of {len(dated)} dated siblings agree"
    return replace(article, published=Fact(value, Basis.INFERRED, "siblings", reason, chosen.evidence))


def _day(article: Article) -> date | None:
    value = article.published.value or ""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _vote(article: Article, sibling: Article) -> _Vote | None:
    when = _day(sibling)
    if when is None:
        return None
    partial = _partial(article)
    if partial:
        span, month, day = partial
        return _by_dateline(article, sibling, when, (span, month, day))
    number = weekday(when.isoformat())
    ours = next((span for span, day in _mentions(article) if day == number), None)
    theirs = next((span for span, day in _mentions(sibling) if day == number), None)
    if ours is None or theirs is None:
        return None
    name = next(name for name, day in WEEKDAYS.items() if day == number)
    reason = f"{sibling.name} is dated {when.isoformat()}, a {name}, and both speak of {name}"
    evidence = (Pointer(article.id, ours), Pointer(sibling.id, theirs), *sibling.published.evidence)
    return _Vote(when.isoformat(), reason, evidence)


def _mentions(article: Article) -> Iterator[tuple[Span, int]]:
    """The weekdays that an article's body names without saying which week."""
    for block in article.body:
        for match in MENTION.finditer(article.text, block.span.start, block.span.end):
            yield Span(match.start(), match.end()), WEEKDAYS[match.group("day")]


def _partial(article: Article) -> tuple[Span, int, int] | None:
    """The day and month of a dateline that leaves out the year."""
    for block in article.of_kind(BlockKind.DATELINE):
        for found in written_dates(block.span.of(article.text)):
            if found.year is None:
                return found.span.shift(block.span.start), found.month, found.day
    return None


def _by_dateline(article: Article, sibling: Article, when: date, partial: tuple[Span, int, int]) -> _Vote | None:
    span, month, day = partial
    for year in (when.year, when.year - 1, when.year + 1):
        try:
            own = date(year, month, day)
        except ValueError:
            continue
        if abs(own - when) <= timedelta(days=DAYS_FROM_DATELINE):
            words = span.of(article.text)
            reason = f"its dateline reads “{words}” and {sibling.name} is dated {when.isoformat()}"
            return _Vote(own.isoformat(), reason, (Pointer(article.id, span), *sibling.published.evidence))
    return None


def _speaks_against(article: Article, value: str) -> bool:
    """Whether the article narrates a day after the inferred one as past: a full date later than it."""
    for block in article.body:
        for found in written_dates(block.span.of(article.text)):
            if found.value and found.value[:10] > value and _is_past(article.text, block.span.start + found.span.start):
                return True
    return False


def _is_past(text: str, place: int) -> bool:
    """Whether the words just before a date tell of it as past; a plan for a later day is no contradiction."""
    before = text[max(0, place - 60) : place].casefold()
    return not re.search(r"\b(?:will|until|till|by|before|scheduled|due|next|from|expected|planned|would|to)\b", before)
