"""Statements of one speaker told apart by the numbers that they give: "14 hurt" is not "19 hurt, from 14".

In: tellings that collation put into one row, with the annotations of their articles. Out: the same tellings in groups
that give the same numbers. Holds always: each telling is in one group; the order of the tellings does not change who
is with whom.
"""

from __future__ import annotations

from collections.abc import Mapping

from retold.records.documents import Article
from retold.records.statements import Annotation, Attribution

Telling = tuple[Article, Attribution]


def split_by_figures(tellings: list[Telling], annotations: Mapping[str, Annotation]) -> list[list[Telling]]:
    """The tellings that give the same numbers together; one that gives none goes with the only numbers there are."""
    apart: dict[frozenset[float | None], list[Telling]] = {}
    for article, said in tellings:
        apart.setdefault(_figures(said, annotations[article.id]), []).append((article, said))
    return [tellings] if len(apart.keys() - {frozenset()}) < 2 else list(apart.values())


def _figures(said: Attribution, annotation: Annotation) -> frozenset[float | None]:
    """The numbers in what is said, however they are written; of a range its lower end."""
    inside = (q for q in annotation.quantities if any(piece.contains(q.span) for piece in said.content))
    return frozenset(quantity.high if quantity.low is None else quantity.low for quantity in inside)
