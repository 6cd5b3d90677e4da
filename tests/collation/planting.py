"""Plants edits in the stories: two or more tellings of one story, and the truth about how they differ.

In: a story in the notation of `stories`, and a seed. Out: tellings, and for the edited one what was done to it. Spans
come from the writer that put the words there.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from itertools import pairwise

from retold.records.collation import Telling
from retold.records.spans import Span

PLACE = re.compile(r"\{(\w+):([^|{}]*)\|([^{}]*)\}")
JOINT = re.compile(r" //(.*?)/ (.)")


@dataclass(frozen=True)
class Edit:
    """A place that was edited: its class, and where each telling has it."""

    kind: str
    before: Span
    after: Span
    words: tuple[str, str]


@dataclass(frozen=True)
class Planted:
    """An original and its edited copy, with the truth; sentences by the number that they have in the story."""

    original: Telling
    copy: Telling
    edits: tuple[Edit, ...]
    moved: frozenset[int]
    dropped: frozenset[int]
    split: frozenset[int]
    places: dict[str, dict[int, tuple[Span, ...]]]


class Writer:
    """Writes sentences one after the other and remembers where each and each place of it stands."""

    def __init__(self) -> None:
        self.text = ""
        self.places: dict[int, tuple[Span, ...]] = {}
        self.slots: dict[tuple[int, int], Span] = {}

    def sentence(self, number: int, template: str, chosen: frozenset[int], split: bool) -> None:
        """Append one sentence; `chosen` are its places that take the edited words."""
        if self.text:
            self.text += " " if number % 3 else "\n"
        start = len(self.text)
        cuts: list[int] = []
        at = 0
        for slot, match in enumerate(PLACE.finditer(template)):
            self._plain(template[at : match.start()], split, cuts)
            words = (match.group(3) if slot in chosen else match.group(2)).strip()
            at = match.end()
            if not words and template[at : at + 1] == " ":
                at += 1
            self.slots[number, slot] = Span(len(self.text), len(self.text) + len(words))
            self.text += words
        self._plain(template[at:], split, cuts)
        bounds = [start, *cuts, len(self.text)]
        self.places[number] = tuple(Span(a if n == 0 else a + 1, b) for n, (a, b) in enumerate(pairwise(bounds)))

    def _plain(self, words: str, split: bool, cuts: list[int]) -> None:
        joint = JOINT.search(words)
        if joint is None:
            self.text += words
            return
        self.text += words[: joint.start()]
        if split:
            self.text += "."
            cuts.append(len(self.text))
            self.text += " " + joint.group(2).upper()
        else:
            self.text += joint.group(1) + joint.group(2)
        self.text += words[joint.end() :]


def plant(story: str, seed: int, share: float = 0.5) -> Planted:
    """The story as it is, and a copy with about `share` of its places edited, moves, drops and splits."""
    rng = random.Random(seed)
    templates = story.strip().splitlines()
    original, copy = Writer(), Writer()
    for number, template in enumerate(templates):
        original.sentence(number, template, frozenset(), False)
    chosen = {
        number: frozenset(slot for slot in range(len(PLACE.findall(template))) if rng.random() < share)
        for number, template in enumerate(templates)
    }
    split = frozenset(n for n, template in enumerate(templates) if JOINT.search(template) and rng.random() < 0.7)
    dropped = frozenset(rng.sample(range(1, len(templates)), 2))
    order = [number for number in range(len(templates)) if number not in dropped]
    moved = frozenset([rng.choice(order[1:])])
    order = _move(order, next(iter(moved)), rng)
    for number in order:
        copy.sentence(number, templates[number], chosen[number], number in split)
    edits = tuple(
        Edit(
            match[0],
            original.slots[number, slot],
            copy.slots[number, slot],
            (match[1].strip(), match[2].strip()),
        )
        for number in sorted(order)
        for slot, match in enumerate(PLACE.findall(templates[number]))
        if slot in chosen[number]
    )
    return Planted(
        _telling("a", original.text),
        _telling("b", copy.text),
        edits,
        moved,
        dropped,
        split - dropped,
        {"a": original.places, "b": copy.places},
    )


def _move(order: list[int], number: int, rng: random.Random) -> list[int]:
    """The order with one sentence at another place, past three others or more, so that it is what moved."""
    rest = [other for other in order if other != number]
    at = order.index(number)
    targets = [place for place in range(1, len(rest) + 1) if abs(place - at) >= 3]
    place = rng.choice(targets)
    return [*rest[:place], number, *rest[place:]]


def _telling(article: str, text: str) -> Telling:
    return Telling(article, text, (Span(0, len(text)),))
