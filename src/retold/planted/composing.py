"""Sentences made from facts: which words say a fact, who is given as its source, and through whom it came.

In: a `Telling` (a fact, a manner, a speaker, a relay). Out: sentence trees, and for each mark in them a plan of what it
means. All choices come from the one seeded generator that the composer was given.
"""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from retold.planted.casting import Actor, Cast
from retold.planted.drafts import AttributionPlan, OccurrencePlan, Outlet
from retold.planted.kinds import Fact, Frames, Unnamed
from retold.planted.mentions import Discourse
from retold.planted.styles import BRITISH
from retold.planted.templates import Choice, Content, Cue, Hedge, Pair, Slot, Template, parse
from retold.planted.timing import choose_form, preposition
from retold.planted.trees import (
    Amount,
    Leaf,
    LeafKind,
    Node,
    Role,
    Sentence,
    Stated,
    Swap,
    Tree,
)
from retold.records.claims import Position
from retold.records.collation import ChangeClass
from retold.records.statements import QuantityKind, Speaker, Stance

Filler = dict[str, Callable[[], list[Tree]]]

_SPELLED = re.compile(r"\b(" + "|".join(sorted(BRITISH)) + r")\b")
_HEDGES = ("reportedly ", "apparently ", "allegedly ")
_SIGILS = {
    "#": (LeafKind.NUMBER, QuantityKind.COUNT),
    "$": (LeafKind.MONEY, QuantityKind.MONEY),
    "%": (LeafKind.PERCENT, QuantityKind.PERCENT),
}


@dataclass(frozen=True, slots=True)
class Telling:
    """One fact told once. `manner` is a group of frames, or "narrate"; `relay` the outlet that it came through."""

    fact: str
    manner: str
    speaker: str | None = None
    relay: Outlet | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where an article is written: the outlet, its date, and ids that no other article uses."""

    outlet: Outlet
    published: datetime.date
    story: str
    prefix: str


class Composer:
    """Writes the sentences of one article on one story."""

    def __init__(self, cast: Cast, frames: Frames, desk: Desk, rng: random.Random, uids: Iterator[int]) -> None:
        self.cast = cast
        self.frames = frames
        self.desk = desk
        self.rng = rng
        self.uids = uids
        self.discourse = Discourse(rng, uids)
        self.attributions: dict[str, AttributionPlan] = {}
        self.occurrences: dict[str, OccurrencePlan] = {}
        self.relayed: set[str] = set()
        self._count = 0
        self._attribution = ""
        self._speaker: str | None = None
        self._quoted = False
        self._reported = False

    # What a caller asks for

    def tell(self, telling: Telling) -> list[Sentence]:
        """The sentences that tell one fact."""
        fact = self.cast.kind.fact(telling.fact)
        self.discourse.open_sentence()
        if telling.manner == "narrate":
            trees = self._stated(fact, None, Position.ASSERT, ())
            self.discourse.last = None
            return [self._sentence(trees)]
        if telling.manner == "hearsay":
            return self._hearsay(telling, fact)
        return self._attributed(telling, fact)

    def join(self, first: str, second: str) -> Sentence:
        """Two facts in the outlet's own voice, in one sentence that a copier may split."""
        self.discourse.open_sentence()
        left = self._stated(self.cast.kind.fact(first), None, Position.ASSERT, ())
        right = self._stated(self.cast.kind.fact(second), None, Position.ASSERT, ())
        self.discourse.last = None
        joint = Leaf(next(self.uids), LeafKind.TEXT, self.rng.choice((", and ", ", while ", "; ")))
        sentence = self._sentence([*left, joint, *right])
        return replace(sentence, halves=((*left, self._stop()), (*right, self._stop())))

    def own_words(self, template: str, speaker: str, stance: str) -> Sentence:
        """A sentence whose template writes its own attribution, and which states no claim."""
        self.discourse.open_sentence()
        identity = self._plan(Stance(stance), self.cast.actor(speaker), ())
        sentence = self._sentence(self._frame(template, identity, speaker, {}))
        self.discourse.last = speaker
        return sentence

    def plain(self, template: str) -> Sentence:
        """A background sentence without attribution."""
        self.discourse.open_sentence()
        self.discourse.last = None
        return self._sentence(self._expand(parse(template), {}))

    # Attributed sentences

    def _attributed(self, telling: Telling, fact: Fact) -> list[Sentence]:
        direct = telling.manner in ("direct", "told_direct") and bool(fact.quotes)
        stance, position = _stance(telling.manner)
        denied = telling.manner == "deny" and bool(fact.denials) and self.rng.random() < 0.4
        actor = self.cast.actor(telling.speaker) if telling.speaker else None
        relays = (telling.relay.canonical,) if telling.relay else ()
        identity = self._plan(stance, actor, relays, telling)
        group = "direct" if denied else telling.manner if direct else telling.manner.replace("_direct", "")
        if group == "direct" and not denied and not direct:
            group = "indirect"
        if group == "indirect" and self.discourse.last == telling.speaker and self.rng.random() < 0.6:
            group = "adding"
        frame = self.rng.choice(getattr(self.frames, group))
        words = self.rng.choice(fact.denials if denied else fact.quotes) if direct or denied else ""
        quoted, *more = words.split(" / ")
        occurrence = self._occur(fact, identity, telling, position, direct and telling.manner == "told_direct")
        filler: Filler = {
            "C": lambda: [self._content(identity, self._clause(fact, occurrence))],
            "Q": lambda: self._quote(identity, occurrence, quoted, ","),
            "P": lambda: self._quote(identity, occurrence, quoted, "." if not more else ".."),
        }
        trees = self._frame(frame, identity, telling.speaker, filler, telling.relay)
        sentences = [self._sentence(trees)]
        self.discourse.last = telling.speaker
        if more and "{P}" in frame:
            return [*sentences, self._rest_of_quote(identity, " ".join(more))]
        return [*sentences, *(self._continued(identity, words) for words in more)]

    def _rest_of_quote(self, identity: str, words: str) -> Sentence:
        """The rest of a quotation that the sentence before opened and did not close."""
        self.discourse.open_sentence()
        self.discourse.follows = True
        inner = self._quoted_words(words)
        closing = Leaf(next(self.uids), LeafKind.CLOSE, "" if words[-1] in "?!" else ".")
        content = Node(next(self.uids), Role("content", identity), (*inner, closing))
        return replace(self._sentence([content]), glued=True)

    def _quoted_words(self, words: str) -> list[Tree]:
        self._quoted = True
        inner = self._expand(parse(words.rstrip(".")), {})
        self._quoted = False
        return inner

    def _continued(self, first: str, words: str) -> Sentence:
        self.discourse.open_sentence()
        self.discourse.follows = True
        plan = self.attributions[first]
        identity = self._next("a")
        self.attributions[identity] = replace(plan, continues=first, stance=Stance.ASSERT)
        return self._sentence(self._quote(identity, None, words, "."))

    def _hearsay(self, telling: Telling, fact: Fact) -> list[Sentence]:
        """A named person tells what another said: the teller is a link of the chain."""
        assert telling.speaker is not None
        inner = self.cast.actor(telling.speaker)
        tellers = [a for a in self.cast.actors.values() if a.sort == "person" and a.key != inner.key]
        if not tellers:
            return self._attributed(replace(telling, manner="indirect"), fact)
        teller = self.rng.choice(tellers)
        outer = self._plan(Stance.ASSERT, teller, ())
        self.attributions[outer] = replace(self.attributions[outer], optional=True)
        identity = self._plan(Stance.ASSERT, inner, (teller.name,), telling)
        self.attributions[identity] = replace(self.attributions[identity], people=(teller.name,), parent=outer)
        occurrence = self._occur(fact, identity, telling, Position.ASSERT, False)
        plan = self.occurrences[occurrence]
        self.occurrences[occurrence] = replace(plan, relays=(teller.name,))

        def outer_source() -> list[Tree]:
            found = self._source(outer, teller.key, True)
            head = Node(next(self.uids), Role("relay", identity, teller.name), (found[0],))
            return [head, *found[1:]]

        filler: Filler = {
            "O": outer_source,
            "C": lambda: [self._content(identity, self._clause(fact, occurrence))],
        }
        frame = self.rng.choice(self.frames.hearsay)
        head, _, tail = frame.partition("[")
        trees = self._frame(head, outer, None, filler)
        inside = self._frame(tail.rstrip("]"), identity, inner.key, filler)
        sentence = self._sentence([*trees, Node(next(self.uids), Role("content", outer), tuple(inside))])
        self.discourse.last = teller.key
        return [sentence]

    def _plan(
        self, stance: Stance, actor: Actor | None, relays: tuple[str, ...], telling: Telling | None = None
    ) -> str:
        identity = self._next("a")
        if actor is not None:
            unnamed = actor.sort == "unnamed"
            name = None if unnamed else actor.name
            speaker = Speaker(name, unnamed, actor.count if unnamed else None, actor.role or None, "planted")
        elif telling is not None and telling.manner == "report":
            speaker = Speaker(None, True, None, "report", "planted")
        else:
            assert telling is not None
            assert telling.relay is not None
            speaker = Speaker(telling.relay.canonical, why="planted")
        own = relays if actor is not None else ()
        self.attributions[identity] = AttributionPlan(stance, speaker, own)
        return identity

    def _occur(self, fact: Fact, attribution: str, telling: Telling, position: Position, heard: bool) -> str:
        root = telling.speaker
        if root and self.cast.actor(root).sort == "unnamed":
            source = telling.relay or self.desk.outlet
            root = f"{root}@{source.canonical}"
        unnamed = bool(root and "@" in root)
        own = heard or telling.manner in ("told", "told_direct") or (unnamed and telling.relay is None)
        access = "relay" if telling.relay else "own" if own else "report" if telling.manner == "report" else "plain"
        relays = (telling.relay.canonical,) if telling.relay else ()
        return self._note(OccurrencePlan(fact.key, position, root, relays, attribution, access))

    def _note(self, plan: OccurrencePlan) -> str:
        identity = self._next("o")
        self.occurrences[identity] = plan
        return identity

    def _next(self, letter: str) -> str:
        self._count += 1
        return f"{self.desk.prefix}{letter}{self._count}"

    # Pieces

    def _frame(
        self, frame: str, identity: str, speaker: str | None, filler: Filler, relay: Outlet | None = None
    ) -> list[Tree]:
        fillers: Filler = {
            "S": lambda: self._source(identity, speaker, True) if speaker else self._relay_source(identity, relay),
            "N": lambda: self._source(identity, speaker, False) if speaker else self._relay_source(identity, relay),
            "R": lambda: [self._relay(identity, relay)],
            "T": self._said_time,
            "A": lambda: [self._access(identity)],
            "L": lambda: [self._text(f"the {self.cast.actor(speaker).loose}" if speaker else "")],
            **filler,
        }
        before = self._attribution, self._speaker
        self._attribution, self._speaker = identity, speaker
        trees = self._expand(parse(frame), fillers)
        self._attribution, self._speaker = before
        return trees

    def _source(self, identity: str, speaker: str | None, pronoun: bool) -> list[Tree]:
        assert speaker is not None
        actor = self.cast.actor(speaker)
        head, *pause = self.discourse.source(actor, pronoun)
        spec = dict(self.cast.kind.cast)[speaker] if actor.sort == "unnamed" else None
        if isinstance(spec, Unnamed) and head.text == actor.name and actor.count:
            head = replace(head, swap=Swap(actor.loose, ChangeClass.ATTRIBUTION, "count of sources dropped"))
        return [Node(next(self.uids), Role("source", identity), (head,)), *pause]

    def _relay_source(self, identity: str, relay: Outlet | None) -> list[Tree]:
        if relay is None:
            words, other = self.rng.choice((("a report", "reports"), ("reports", "a report")))
            swap = Swap(other, ChangeClass.ATTRIBUTION, "one report or several")
            head = Leaf(next(self.uids), LeafKind.NAME, words, swap=swap)
            return [Node(next(self.uids), Role("source", identity), (head,))]
        return [Node(next(self.uids), Role("source", identity), (self._outlet_name(relay),))]

    def _relay(self, identity: str, relay: Outlet | None) -> Tree:
        assert relay is not None
        return Node(next(self.uids), Role("relay", identity, relay.canonical), (self._outlet_name(relay),))

    def _access(self, identity: str) -> Tree:
        """The outlet names itself as the one who was told: in a copy of the article that is a relay."""
        name = self.desk.outlet.canonical
        return Node(next(self.uids), Role("access", identity, name), (self._text(self.desk.outlet.phrase),))

    def _outlet_name(self, relay: Outlet) -> Leaf:
        later = (
            [f"the {relay.sort}"]
            if relay.sort in ("broadcaster", "website")
            else [f"the {relay.short}", f"the {relay.sort}"]
        )
        words = relay.phrase if relay.name not in self.relayed else self.rng.choice(later)
        self.relayed.add(relay.name)
        return Leaf(next(self.uids), LeafKind.NAME, words)

    def _said_time(self) -> list[Tree]:
        if self.rng.random() < 0.55:
            return []
        latest = (self.desk.published - self.cast.event).days
        day = self.desk.published - datetime.timedelta(days=self.rng.randint(0, max(0, min(latest, 2))))
        return [self._text(" "), *self._time(day, "day", False)]

    def _time(self, day: datetime.date, grain: str, bare: bool) -> list[Tree]:
        when = choose_form(day, grain, self.desk.published, self.rng, bare)
        lead = "" if bare else preposition(when)
        leaf = Leaf(next(self.uids), LeafKind.TIME, when=when)
        return [self._text(lead), leaf] if lead else [leaf]

    def _stated(self, fact: Fact, attribution: str | None, position: Position, relays: tuple[str, ...]) -> list[Tree]:
        plan = OccurrencePlan(fact.key, position, None, relays, attribution, "plain")
        return [self._clause(fact, self._note(plan))]

    def _clause(self, fact: Fact, occurrence: str) -> Node:
        self._reported = self.occurrences[occurrence].attribution is not None
        children = self._expand(parse(self.rng.choice(fact.clauses)), {})
        return Node(next(self.uids), Stated(occurrence), tuple(children))

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

    def _stop(self) -> Leaf:
        return Leaf(next(self.uids), LeafKind.TEXT, ".")

    def _sentence(self, trees: Sequence[Tree]) -> Sentence:
        closed = _last(trees)
        stop: tuple[Tree, ...] = () if closed else (self._stop(),)
        talk = self.discourse
        return Sentence(
            self._next("s"), (*trees, *stop), tuple(talk.named), tuple(dict.fromkeys(talk.leaned)), talk.follows
        )

    # Templates

    def _expand(self, template: Template, filler: Filler) -> list[Tree]:
        out: list[Tree] = []
        for part in template:
            if isinstance(part, str):
                out.extend(self._words(part))
            elif isinstance(part, Choice):
                out.extend(self._expand(self.rng.choice(part.options), filler))
            elif isinstance(part, Slot):
                out.extend(self._slot(part, filler))
            elif isinstance(part, Pair):
                out.append(self._pair(part))
            elif isinstance(part, Cue):
                out.append(Node(next(self.uids), Role("cue", self._attribution), (self._text(part.words),)))
            elif isinstance(part, Content):
                inner = tuple(self._expand(part.parts, filler))
                out.append(Node(next(self.uids), Role("content", self._attribution), inner))
            elif isinstance(part, Hedge) and not self._quoted:
                swap = Swap(self.rng.choice(_HEDGES), ChangeClass.HEDGING, "hedge added")
                out.append(Leaf(next(self.uids), LeafKind.HEDGE, "", swap=swap))
        return out

    def _words(self, text: str) -> list[Tree]:
        return [self._text(piece) for piece in _SPELLED.split(text) if piece]

    def _text(self, text: str) -> Leaf:
        return Leaf(next(self.uids), LeafKind.TEXT, text)

    def _pair(self, pair: Pair) -> Leaf:
        words, other = (pair.words, pair.other) if self.rng.random() < 0.75 else (pair.other, pair.words)
        kind, detail = ChangeClass(pair.kind), pair.detail
        if self._quoted:
            kind, detail = ChangeClass.QUOTATION, detail or "same meaning"
        return Leaf(next(self.uids), LeafKind.TEXT, words, swap=Swap(other, kind, detail))

    def _slot(self, slot: Slot, filler: Filler) -> list[Tree]:
        if slot.name in filler and not slot.sigil:
            return filler[slot.name]()
        if slot.sigil == "?":
            backshifted, _, plain = slot.name.partition("|")
            return self._words(backshifted if self._reported else plain)
        if slot.sigil == "@":
            day, grain = self.cast.days[slot.name]
            return self._time(day, grain, slot.rest == "bare")
        if slot.sigil:
            return [self._amount(slot)]
        return [self.discourse.mention(self.cast.actor(slot.name), slot.rest, self._speaker)]

    def _amount(self, slot: Slot) -> Node:
        kind, quantity = _SIGILS[slot.sigil]
        value = self.cast.values[slot.name]
        unit = {"$": "USD", "%": "%"}.get(slot.sigil, slot.rest)
        number = Leaf(next(self.uids), kind, value=value)
        tail = tuple(self._words(f" {slot.rest}")) if slot.rest and slot.sigil == "#" else ()
        return Node(next(self.uids), Amount(quantity, value, unit), (number, *tail))


def _last(trees: Sequence[Tree]) -> bool:
    """Whether the words already end with a closing quotation mark after a stop."""
    tree = trees[-1]
    while isinstance(tree, Node):
        tree = tree.children[-1]
    return (tree.kind is LeafKind.CLOSE and tree.text != ",") or tree.text.endswith((".", "?", "!"))


def _stance(manner: str) -> tuple[Stance, Position]:
    if manner == "deny":
        return Stance.DENY, Position.DENY
    if manner == "doubt":
        return Stance.QUESTION, Position.DOUBT
    return Stance.ASSERT, Position.ASSERT
