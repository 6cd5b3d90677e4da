"""Lineage: for each article its likeliest parent, or a common unseen source.

In: articles (or light records) and the copies found among them. Out: one `Descent` per article, in order of id.
Articles linked by copies make a family; its strongest links make a tree, and the tree is rooted where dates say or,
without dates, where the text does. No article is its own ancestor; a parent is always linked by a copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.records.documents import Article
from retold.records.spans import Pointer
from retold.records.stories import Copy, Descent, Direction, Trace
from retold.stories.copies import CopyText, of_article


@dataclass(frozen=True, slots=True)
class LineageOptions:
    """How lineage is decided."""

    least: float = 0.25


def trace_lineage(
    articles: Sequence[Article | CopyText], copies: Sequence[Copy], options: LineageOptions | None = None
) -> tuple[Descent, ...]:
    """The likeliest parent of every article; articles without copies have none."""
    options = options or LineageOptions()
    records = {r.id: r for r in (of_article(a) if isinstance(a, Article) else a for a in articles)}
    links = sorted((c for c in copies if c.share >= options.least), key=lambda c: (-c.share, c.a, c.b))
    kept = _strongest(links)
    neighbours: dict[str, list[Copy]] = {}
    for link in kept:
        neighbours.setdefault(link.a, []).append(link)
        neighbours.setdefault(link.b, []).append(link)
    parents: dict[str, Copy] = {}
    for family in _families(sorted(records), neighbours):
        root = min(family, key=lambda name: (records[name].published or "", len(records[name].text), name))
        queue = [root]
        seen = {root}
        for name in queue:
            for link in sorted(neighbours.get(name, []), key=lambda c: (c.a, c.b)):
                other = link.b if link.a == name else link.a
                if other not in seen:
                    seen.add(other)
                    parents[other] = link
                    queue.append(other)
    return tuple(_descent(name, parents.get(name)) for name in sorted(records))


def _strongest(links: Sequence[Copy]) -> list[Copy]:
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    kept: list[Copy] = []
    for link in links:
        a, b = find(link.a), find(link.b)
        if a != b:
            leader[max(a, b)] = min(a, b)
            kept.append(link)
    return kept


def _families(names: Sequence[str], neighbours: dict[str, list[Copy]]) -> list[list[str]]:
    seen: set[str] = set()
    families: list[list[str]] = []
    for name in names:
        if name in seen:
            continue
        family = [name]
        seen.add(name)
        for member in family:
            for link in neighbours.get(member, []):
                for other in (link.a, link.b):
                    if other not in seen:
                        seen.add(other)
                        family.append(other)
        families.append(sorted(family))
    return families


def _descent(name: str, link: Copy | None) -> Descent:
    if link is None:
        return Descent(name, None, None, 0.0, 0.0)
    child_is_b = link.b == name
    parent = link.a if child_is_b else link.b
    dated = link.direction is (Direction.A_TO_B if child_is_b else Direction.B_TO_A)
    where = tuple(
        Pointer(article, span)
        for shared in link.shared[:1]
        for article, span in ((link.a, shared.a), (link.b, shared.b))
    )
    run = Trace("run", f"{link.share:.0%} of the shorter article's words stand in both", link.share, where)
    time = (Trace("time", "its parent was published earlier", 1.0),) if dated else ()
    return Descent(name, parent, link.kind, link.share, 1.0 if dated else 0.5, (run, *time))
