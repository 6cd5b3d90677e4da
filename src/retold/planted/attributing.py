"""Sources, cues and contents: the pieces that every attributed sentence is put together from.

In: what a statement is to be. Out: trees with marks, and for each mark a plan of what it means.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retold.planted.casting import Actor, Cast
from retold.planted.drafts import AttributionPlan, OccurrencePlan, Outlet
from retold.planted.expanding import Desk, Expander, Filler
from retold.planted.kinds import Fact, Frames, Unnamed
from retold.planted.mentions import Noted
from retold.planted.templates import parse
from retold.planted.trees import Attached, Leaf, LeafKind, Node, Role, Sentence, Stated, Swap, Tree, is_closed
from retold.records.claims import Position
from retold.records.collation import ChangeClass
from retold.records.statements import Speaker, Stance


@dataclass(frozen=True, slots=True)
class Telling:
    """One fact told once. `manner` is a group of frames, or "narrate"; `relay` the outlet that it came through.

    `through` is a further outlet that cites the relay.
    """

    fact: str
    manner: str
    speaker: str | None = None
    relay: Outlet | None = None
    through: Outlet | None = None

    @property
    def relays(self) -> tuple[str, ...]:
        """The publications between speaker and outlet, nearest to the speaker first."""
        return tuple(outlet.canonical for outlet in (self.relay, self.through) if outlet)


class Attributor(Expander):
    """Puts attributed pieces together, and keeps what they mean."""

    def __init__(self, cast: Cast, frames: Frames, desk: Desk, rng: random.Random, uids: Iterator[int]) -> None:
        super().__init__(cast, desk, rng, uids)
        self.frames = frames
        self.attributions: dict[str, AttributionPlan] = {}
        self.occurrences: dict[str, OccurrencePlan] = {}
        self.relayed: set[str] = set()

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
        passed = relays if actor is not None else relays[1:]
        self.attributions[identity] = AttributionPlan(stance, speaker, passed)
        return identity

    def _occur(self, fact: Fact, attribution: str, telling: Telling, position: Position, heard: bool) -> str:
        root = telling.speaker
        if root and self.cast.actor(root).sort == "unnamed":
            source = telling.relay or self.desk.outlet
            root = f"{root}@{source.canonical}"
        unnamed = bool(root and "@" in root)
        own = heard or telling.manner in ("told", "told_direct") or (unnamed and telling.relay is None)
        access = "relay" if telling.relay else "own" if own else "report" if telling.manner == "report" else "plain"
        return self._note(OccurrencePlan(fact.key, position, root, telling.relays, attribution, access))

    def _note(self, plan: OccurrencePlan) -> str:
        identity = self._next("o")
        self.occurrences[identity] = plan
        return identity

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
        if frame.startswith("{C}, ") and identity in self.attributions:
            tail = Node(next(self.uids), Attached(identity), tuple(trees[1:]))
            return [trees[0], tail]
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

    def _stated(self, fact: Fact, attribution: str | None, position: Position, relays: tuple[str, ...]) -> list[Tree]:
        plan = OccurrencePlan(fact.key, position, None, relays, attribution, "plain")
        return [self._clause(fact, self._note(plan))]

    def _clause(self, fact: Fact, occurrence: str, nominal: bool = False) -> Node:
        self._reported = self.occurrences[occurrence].attribution is not None
        self._fresh = True
        ways = fact.nouns if nominal else fact.clauses
        words = self.rng.choice(ways)
        before = self.discourse.snapshot()
        children = self._expand(parse(words), {})
        self._fresh = True
        others = [other for other in ways if other != words]
        alternative = self._alternative(self.rng.choice(others), before) if others else ()
        return Node(next(self.uids), Stated(occurrence), tuple(children), alternative)

    def _alternative(self, words: str, before: Noted) -> tuple[Tree, ...]:
        """Another clause for the same fact, if it mentions the same people in the same way."""
        after = self.discourse.snapshot()
        self.discourse.restore(before)
        trees = self._expand(parse(words), {})
        same = self.discourse.snapshot()[2:] == after[2:]
        self.discourse.restore(after)
        return tuple(trees) if same else ()

    def _sentence(self, trees: Sequence[Tree]) -> Sentence:
        closed = is_closed(trees)
        stop: tuple[Tree, ...] = () if closed else (self._stop(),)
        talk = self.discourse
        return Sentence(
            self._next("s"), (*trees, *stop), tuple(talk.named), tuple(dict.fromkeys(talk.leaned)), talk.follows
        )


def _names_first(frame: str) -> bool:
    """Whether the source stands before the clause."""
    before = frame.partition("{C}")[0]
    return "{S}" in before or "{N}" in before
