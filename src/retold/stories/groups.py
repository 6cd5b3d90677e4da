"""Story groups: which passages, from any outlet, tell one event.

In: light records of passages. Out: stories, each with the passages' ids and the bonds that explain it. The result
does not depend on the order of the input; every passage is in exactly one story.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retold.records.documents import Article
from retold.records.stories import Bond, Passage, Story
from retold.stories.likeness import Likeness, LikenessOptions, compare
from retold.stories.linkage import link


@dataclass(frozen=True, slots=True)
class PassageText:
    """What grouping knows of a passage; `title` is its article's headline where the passage is the article's first."""

    passage: str
    article: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """A person's judgement that two passages belong together, or do not; it outweighs any score."""

    a: str
    b: str
    together: bool


@dataclass(frozen=True, slots=True)
class GroupOptions:
    """How alike passages must be, on average, to be one story; and how likeness is measured."""

    likeness: LikenessOptions = LikenessOptions()
    threshold: float = 0.22
    pins: tuple[Pin, ...] = ()


def of_passage(article: Article, passage: Passage) -> PassageText:
    """The light record of a passage; only an article's first passage speaks under its headline."""
    text = "\n".join(span.of(article.text) for span in passage.spans)
    title = article.title if passage.id.endswith("#1") else None
    return PassageText(passage.id, article.id, text, title, article.outlet.value, article.published.value)


def group(items: Sequence[PassageText], options: GroupOptions | None = None) -> tuple[Story, ...]:
    """The stories that `items` tell, in order of their smallest passage id; ValueError when an id comes twice."""
    options = options or GroupOptions()
    ordered = sorted(items, key=lambda item: item.passage)
    ids = [item.passage for item in ordered]
    if len(set(ids)) < len(ids):
        raise ValueError("two passages with one id")
    likeness = compare([(item.title or "", item.text, item.published) for item in ordered], options.likeness)
    place = {name: n for n, name in enumerate(ids)}
    pins = {
        (min(place[pin.a], place[pin.b]), max(place[pin.a], place[pin.b])): pin.together
        for pin in options.pins
        if pin.a in place and pin.b in place
    }
    labels = link(len(ids), likeness, options.threshold, pins)
    members: dict[int, list[int]] = {}
    for n, label in enumerate(labels):
        members.setdefault(label, []).append(n)
    bonds = _bonds(ids, labels, likeness)
    return tuple(
        _story([ordered[n] for n in part], bonds.get(label, []))
        for label, part in sorted(members.items(), key=lambda entry: entry[1][0])
    )


def story_id(passages: Iterable[str]) -> str:
    """A name that stays as long as the story keeps its smallest passage id."""
    return "s" + hashlib.sha256(min(passages).encode()).hexdigest()[:12]


def _bonds(ids: Sequence[str], labels: Sequence[int], likeness: Likeness) -> dict[int, list[Bond]]:
    found: dict[int, list[Bond]] = {}
    for a, b, score, reason in likeness.rows():
        if labels[a] == labels[b]:
            found.setdefault(labels[a], []).append(Bond(ids[a], ids[b], round(score, 4), reason))
    return found


def _story(items: Sequence[PassageText], bonds: Sequence[Bond]) -> Story:
    names = tuple(item.passage for item in items)
    weight = dict.fromkeys(names, 0.0)
    for bond in bonds:
        weight[bond.a] += bond.score
        weight[bond.b] += bond.score
    ranked = sorted(items, key=lambda item: (-weight[item.passage], item.passage))
    titled = next((item.title for item in ranked if item.title), None)
    return Story(story_id(names), titled or _first_line(ranked[0].text), names, tuple(sorted(bonds, key=_by_ids)))


def _by_ids(bond: Bond) -> tuple[str, str]:
    return bond.a, bond.b


def _first_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 100 else line[:100].rsplit(" ", 1)[0] + " …"
