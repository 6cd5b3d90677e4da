"""Story groups: which passages, from any outlet, tell one event.

In: light records of passages. Out: stories, each with the passages' ids and the bonds that explain it. The result
does not depend on the order of the input; every passage is in exactly one story. When passages come, all are grouped
afresh, for a passage changes how rare every word is; `changes` says what that made of earlier stories.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import inf

import numpy as np

from retold.records.documents import Article
from retold.records.stories import Bond, Passage, Story
from retold.stories.likeness import Likeness, LikenessOptions, compare
from retold.stories.linkage import Limits, link
from retold.stories.times import moment
from retold.stories.titles import name_story


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
    """How alike passages must be, on average, to be one story; and how likeness is measured.

    Two groups become one where they are alike by `threshold` and nearly (`cohesion`) as alike as the looser of them
    is within; that keeps two quakes apart, each of which is told in the same words by many. Swept together (.20 to
    .26; 0, .5 to 1) on basil, ecbplus and allsides-full (dev) through the pipe: B-cubed F1 at .24 and 0 1.000 .897
    .880, at .24 and .7 1.000 .909 .888, at .22 and .65 1.000 .912 .878, at .22 and .7 1.000 .912 .887, at .22 and .75
    1.000 .914 .894, at .22 and .8 1.000 .905 .895. On planted stories (dev bank, eight seeds, most of them two events
    of one kind) these keep .979 of the look-alike pairs apart; without cohesion it is .891. Pins that contradict each
    other are settled for togetherness.
    """

    likeness: LikenessOptions = field(default_factory=LikenessOptions)
    threshold: float = 0.22
    cohesion: float = 0.7
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
    labels = link(len(ids), likeness, Limits(options.threshold, options.cohesion), _pinned(ids, options.pins))
    members: dict[int, list[int]] = {}
    for n, label in enumerate(labels):
        members.setdefault(label, []).append(n)
    bonds = _bonds(ids, labels, likeness, options)
    return tuple(
        _story([ordered[n] for n in part], bonds.get(label, []))
        for label, part in sorted(members.items(), key=lambda entry: entry[1][0])
    )


def story_id(items: Iterable[PassageText]) -> str:
    """A name that stays as long as the story keeps its first telling: by publication, then id; undated ones last."""
    _, first = min((at.first if (at := moment(item.published)) else inf, item.passage) for item in items)
    return "s" + hashlib.sha256(first.encode()).hexdigest()[:12]


def _pinned(ids: Sequence[str], pins: Iterable[Pin]) -> dict[tuple[int, int], bool]:
    place = {name: n for n, name in enumerate(ids)}
    found: dict[tuple[int, int], bool] = {}
    for pin in pins:
        if pin.a in place and pin.b in place and pin.a != pin.b:
            key = (min(place[pin.a], place[pin.b]), max(place[pin.a], place[pin.b]))
            found[key] = found.get(key, False) or pin.together
    return found


def _bonds(
    ids: Sequence[str], labels: Sequence[int], likeness: Likeness, options: GroupOptions
) -> dict[int, list[Bond]]:
    """By label: pairs of one story that reach the threshold, each passage's best pair, and the pins."""
    label = np.array(labels, np.int64)
    inside = np.flatnonzero(label[likeness.a] == label[likeness.b])
    best: dict[int, int] = {}
    for row in inside[np.argsort(-likeness.score[inside], kind="stable")].tolist():
        best.setdefault(int(likeness.a[row]), row)
        best.setdefault(int(likeness.b[row]), row)
    rows = sorted({*best.values(), *inside[likeness.score[inside] >= options.threshold].tolist()})
    found: dict[int, list[Bond]] = {}
    for row in rows:
        a, b = int(likeness.a[row]), int(likeness.b[row])
        bond = Bond(ids[a], ids[b], round(float(likeness.score[row]), 4), likeness.reason(row))
        found.setdefault(labels[a], []).append(bond)
    for (a, b), together in sorted(_pinned(ids, options.pins).items()):
        if together:
            found.setdefault(labels[a], []).append(Bond(ids[a], ids[b], 1.0, "put together by a person"))
    return found


def _story(items: Sequence[PassageText], bonds: Sequence[Bond]) -> Story:
    names = tuple(item.passage for item in items)
    weight = dict.fromkeys(names, 0.0)
    for bond in bonds:
        weight[bond.a] += bond.score
        weight[bond.b] += bond.score
    ranked = sorted(items, key=lambda item: (-weight[item.passage], item.passage))
    title = next((item.title for item in ranked if item.title), None) or name_story([item.text for item in items])
    return Story(story_id(items), title, names, tuple(sorted(bonds, key=lambda bond: (bond.a, bond.b, bond.reason))))
