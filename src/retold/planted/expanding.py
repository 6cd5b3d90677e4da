"""Templates become trees: the part of a composer that knows the language of the banks.

In: a parsed template, a cast, and what frames are filled with. Out: leaves and nodes, each with an id of its own.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from retold.planted.casting import Cast
from retold.planted.drafts import Outlet
from retold.planted.mentions import Discourse
from retold.planted.rewording import COMMON, Wording
from retold.planted.templates import Choice, Content, Cue, Hedge, Pair, Part, Slot, Template, parse
from retold.planted.timing import choose_form, preposition
from retold.planted.trees import Amount, Leaf, LeafKind, Node, Role, Stated, Swap, Tree
from retold.records.collation import ChangeClass
from retold.records.statements import QuantityKind

Filler = dict[str, Callable[[], list[Tree]]]

_SIGILS = {
    "#": (LeafKind.NUMBER, QuantityKind.COUNT),
    "$": (LeafKind.MONEY, QuantityKind.MONEY),
    "%": (LeafKind.PERCENT, QuantityKind.PERCENT),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where an article is written: the outlet, its date, ids that no other article uses, and its copiers' words."""

    outlet: Outlet
    published: datetime.date
    story: str
    prefix: str
    wording: Wording = COMMON


class Expander:
    """Expands templates for one passage of one article."""

    def __init__(self, cast: Cast, desk: Desk, rng: random.Random, uids: Iterator[int]) -> None:
        self.cast = cast
        self.desk = desk
        self.rng = rng
        self.uids = uids
        self.discourse = Discourse(rng, uids)
        self._count = 0
        self._attribution = ""
        self._speaker: str | None = None
        self._quoted = False
        self._reported = False
        self._fresh = False

    def _expand(self, template: Template, filler: Filler) -> list[Tree]:
        return [tree for part in template for tree in self._part(part, filler)]

    def _part(self, part: Part, filler: Filler) -> list[Tree]:
        if isinstance(part, str):
            return self._words(part)
        if isinstance(part, Choice):
            return self._expand(self.rng.choice(part.options), filler)
        if isinstance(part, Slot):
            return self._slot(part, filler)
        if isinstance(part, Pair):
            return [self._pair(part)]
        if isinstance(part, Cue):
            return [self._cue(part.words)]
        if isinstance(part, Content):
            inner = tuple(self._expand(part.parts, filler))
            return [Node(next(self.uids), Role("content", self._attribution), inner)]
        assert isinstance(part, Hedge)
        if self._quoted:
            return []
        swap = Swap(self.rng.choice(self.desk.wording.hedges), ChangeClass.HEDGING, "hedge added")
        return [Leaf(next(self.uids), LeafKind.HEDGE, "", swap=swap)]

    def _words(self, text: str) -> list[Tree]:
        self._fresh = False
        return [
            Leaf(next(self.uids), LeafKind.TEXT, piece, swap=self.desk.wording.swap_for(piece, self._quoted))
            for piece in self.desk.wording.split(text)
        ]

    def _text(self, text: str) -> Leaf:
        return Leaf(next(self.uids), LeafKind.TEXT, text)

    def _cue(self, words: str) -> Node:
        head, *others = words.split(" ")
        leaf = self._text(words)
        cues = self.desk.wording.cues
        if head in cues and not others:
            other, kind, detail = self.rng.choice(cues[head])
            leaf = replace(leaf, swap=Swap(other, kind, detail))
        return Node(next(self.uids), Role("cue", self._attribution), (leaf,))

    def _pair(self, pair: Pair) -> Leaf:
        words, other = (pair.words, pair.other) if self.rng.random() < 0.75 else (pair.other, pair.words)
        kind, detail = ChangeClass(pair.kind), pair.detail
        if self._quoted:
            kind, detail = ChangeClass.QUOTATION, detail or "same meaning"
        return Leaf(next(self.uids), LeafKind.TEXT, words, swap=Swap(other, kind, detail))

    def _slot(self, slot: Slot, filler: Filler) -> list[Tree]:
        if slot.name in filler and not slot.sigil:
            return filler[slot.name]()
        fresh, self._fresh = self._fresh, False
        if slot.sigil == "?":
            backshifted, _, plain = slot.name.partition("|")
            return self._words(backshifted if self._reported else plain)
        if slot.sigil == "@":
            day, grain = self.cast.days[slot.name]
            return self._time(day, grain, slot.rest == "bare")
        if slot.sigil:
            return [self._amount(slot)]
        speaker = self._speaker.removesuffix("_gov") if self._speaker else None
        return [self.discourse.mention(self.cast.actor(slot.name), slot.rest, speaker, fresh)]

    def _amount(self, slot: Slot) -> Node:
        kind, quantity = _SIGILS[slot.sigil]
        value = self.cast.values[slot.name]
        unit = {"$": "USD", "%": "%"}.get(slot.sigil, slot.rest)
        number = Leaf(next(self.uids), kind, value=value)
        tail = tuple(self._words(f" {slot.rest}")) if slot.rest and slot.sigil == "#" else ()
        return Node(next(self.uids), Amount(quantity, value, unit), (number, *tail))

    def _time(self, day: datetime.date, grain: str, bare: bool) -> list[Tree]:
        when = choose_form(day, grain, self.desk.published, self.rng, bare)
        lead = "" if bare else preposition(when)
        leaf = Leaf(next(self.uids), LeafKind.TIME, when=when)
        return [self._text(lead), leaf] if lead else [leaf]

    def _next(self, letter: str) -> str:
        self._count += 1
        return f"{self.desk.prefix}{letter}{self._count}"

    def _content(self, identity: str, inner: Tree) -> Node:
        return Node(next(self.uids), Role("content", identity), (inner,))

    def _quote(self, identity: str, occurrence: str | None, words: str, stop: str) -> list[Tree]:
        inner = self._quoted_words(words)
        final = "" if words[-1] in "?!" else stop
        closing = self._text(final.replace("..", ".")) if stop == ".." else Leaf(next(self.uids), LeafKind.CLOSE, final)
        trees: tuple[Tree, ...] = (Leaf(next(self.uids), LeafKind.OPEN), *inner, closing)
        if occurrence is not None:
            trees = (Node(next(self.uids), Stated(occurrence), trees),)
        content = Node(next(self.uids), Role("content", identity), trees)
        return [content, Leaf(next(self.uids), LeafKind.AFTER)] if stop == "," else [content]

    def _quoted_words(self, words: str) -> list[Tree]:
        self._quoted = True
        inner = self._expand(parse(words.rstrip(".")), {})
        self._quoted = False
        return inner

    def _stop(self) -> Leaf:
        return Leaf(next(self.uids), LeafKind.TEXT, ".")
