"""What people judged, made ready for the stages: what still applies, and to which stories.

A judgement whose places are gone stays in the store and is told; here it is only left out of what the stages get.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from retold.records.documents import Article
from retold.records.judgements import Action, Judged, Judgement, Place, Places, in_force
from retold.records.spans import Span, cover
from retold.records.stories import Passage
from retold.stories.groups import Pin


def applicable(judgements: Sequence[Judgement], articles: Mapping[str, Article]) -> tuple[Judgement, ...]:
    """The judgements in force, each without the places that are no longer there; those that then say nothing left out.

    `articles` are the current ones.
    """
    trimmed = (replace(j, sides=tuple(_there(side, articles) for side in j.sides)) for j in in_force(judgements))
    return tuple(j for j in trimmed if is_telling(j))


def is_telling(judgement: Judgement) -> bool:
    """Whether what is left of its sides is enough to act on, or to show."""
    filled = sum(1 for side in judgement.sides if side)
    if judgement.shapes_claims or judgement.shapes_stories or judgement.judged is Judged.DISPUTE:
        return filled > 1
    return filled > 0


def is_there(place: Place, articles: Mapping[str, Article]) -> bool:
    """Whether a current article has the place's words at it."""
    article = articles.get(place.pointer.article)
    return article is not None and place.stands_in(article.text)


def _there(side: Places, articles: Mapping[str, Article]) -> Places:
    return tuple(place for place in side if is_there(place, articles))


def touching(judgements: Iterable[Judgement], passages: Iterable[Passage]) -> tuple[Judgement, ...]:
    """The judgements on which the ledger of a story with these passages depends, with their places in it alone."""
    own: dict[str, list[Span]] = {}
    for passage in passages:
        own.setdefault(passage.article, []).extend(passage.spans)

    def is_inside(place: Place) -> bool:
        return any(place.pointer.span.overlaps(span) for span in own.get(place.pointer.article, ()))

    inside = (
        replace(j, sides=tuple(tuple(place for place in side if is_inside(place)) for side in j.sides))
        for j in judgements
        if j.shapes_claims
    )
    return tuple(j for j in inside if is_telling(j))


def pins(judgements: Sequence[Judgement], passages: Iterable[Passage]) -> tuple[Pin, ...]:
    """Which passages belong together and which do not: of two judgements on one pair, the later one holds."""
    of_article: dict[str, list[Passage]] = {}
    for passage in passages:
        of_article.setdefault(passage.article, []).append(passage)
    found: dict[tuple[str, str], bool] = {}
    for judgement in judgements:
        if not judgement.shapes_stories:
            continue
        sides = [_passages(side, of_article) for side in judgement.sides]
        if judgement.action is Action.MERGE:
            _pair(found, [p for side in sides for p in side], True)
            continue
        leaving, staying = sides
        _pair(found, leaving, True)
        found.update({_ordered(a, b): False for a in leaving for b in staying if a != b})
    return tuple(Pin(a, b, together) for (a, b), together in sorted(found.items()))


def _pair(found: dict[tuple[str, str], bool], together: Sequence[str], how: bool) -> None:
    found.update({_ordered(a, b): how for n, a in enumerate(together) for b in together[n + 1 :] if a != b})


def _ordered(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _passages(side: Places, of_article: Mapping[str, Sequence[Passage]]) -> list[str]:
    """The passages that these places are: of each article the one that shares most with the place."""
    found: dict[str, None] = {}
    for place in side:
        own = of_article.get(place.pointer.article, ())
        by_span = {cover(passage.spans): passage.id for passage in own}
        span = place.among(by_span)
        if span is not None:
            found[by_span[span]] = None
    return list(found)
