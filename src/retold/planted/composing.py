"""Sentences made from facts: which words say a fact, who is given as its source, and through whom it came.

In: a `Telling` (a fact, a manner, a speaker, a relay). Out: sentence trees, and for each mark in them a plan of what it
means. All choices come from the one seeded generator that the composer was given.
"""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retold.planted.casting import Actor, Cast
from retold.planted.drafts import AttributionPlan, OccurrencePlan, Outlet
from retold.planted.expanding import Desk, Expander, Filler
from retold.planted.kinds import Fact, Frames, Unnamed
from retold.planted.mentions import Noted
from retold.planted.templates import parse
from retold.planted.trees import (
    Attached,
    Leaf,
    LeafKind,
    Node,
    Role,
    Sentence,
    Stated,
    Swap,
    Tree,
    is_closed,
    is_source,
)
from retold.records.claims import Position
from retold.records.collation import ChangeClass
from retold.records.statements import Speaker, Stance

# The groups of frames that take a noun phrase in place of those that take a clause.
_NOMINAL = {"indirect": "noun", "deny": "deny_noun"}
_AMOUNT = re.compile(r"\{[#$][^}]*\}")
_FIRST_PERSON = re.compile(r"\b(I|me|my|My|mine)\b")


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


class Composer(Expander):
    """Writes the sentences of one passage of one article."""

    def __init__(self, cast: Cast, frames: Frames, desk: Desk, rng: random.Random, uids: Iterator[int]) -> None:
        super().__init__(cast, desk, rng, uids)
        self.frames = frames
        self.attributions: dict[str, AttributionPlan] = {}
        self.occurrences: dict[str, OccurrencePlan] = {}
        self.relayed: set[str] = set()

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

    def can_quote(self, telling: Telling) -> bool:
        """Whether there are words for this speaker to say."""
        return bool(self._sayable(self.cast.kind.fact(telling.fact).quotes, telling.speaker))

    def adding(self, telling: Telling, second: str) -> list[Sentence]:
        """A quotation that its speaker goes on from: "…," she said, adding that … A copier may split it in two."""
        fact, after = self.cast.kind.fact(telling.fact), self.cast.kind.fact(second)
        self.discourse.open_sentence()
        actor = self.cast.actor(telling.speaker or "")
        first, other = (self._plan(Stance.ASSERT, actor, ()) for _ in range(2))
        words = self.rng.choice(self._sayable(fact.quotes, actor.key)).split(" / ")[0]
        about = words.startswith("~")
        stated = None if about else self._occur(fact, first, telling, Position.ASSERT, False)
        stated_after = self._occur(after, other, telling, Position.ASSERT, False)
        words = words.removeprefix("~")
        head = self._frame("{Q} {S} *said*", first, actor.key, {"Q": lambda: self._quote(first, stated, words, ",")})
        said = next(node for node in head if isinstance(node, Node) and is_source(node))
        shared = [Node(next(self.uids), Role("source", other), (t,)) if t is said else t for t in head]
        joined, parted = self.rng.choice(self.frames.joints)
        clause = self._content(other, self._clause(after, stated_after))
        filler: Filler = {"C": lambda: [clause]}
        tail = self._frame(joined, other, actor.key, filler)
        stand_in = Node(next(self.uids), Role("source", other), (self.discourse.leaf(actor.pronoun),))
        parted_trees = self._frame(parted, other, actor.key, {**filler, "S": lambda: [stand_in]})
        sentence = self._sentence([*shared, *tail])
        self.discourse.last = actor.key
        halves = (*head, self._stop()), (*parted_trees, self._stop())
        return [replace(sentence, halves=halves, stock=f"quotation: {words}")]

    def correct(self, old: str, new: str, speaker: str) -> Sentence:
        """A speaker takes back a number and gives another."""
        self.discourse.open_sentence()
        identity = self._plan(Stance.ASSERT, self.cast.actor(speaker), ())
        retracted = OccurrencePlan(old, Position.DENY, speaker, (), identity, "plain")
        given = replace(retracted, claim=new, position=Position.ASSERT)
        filler: Filler = {
            "V": lambda: [self._number(old, self._note(retracted))],
            "W": lambda: [self._number(new, self._note(given))],
        }
        sentence = self._sentence(self._frame(self.rng.choice(self.frames.correct), identity, speaker, filler))
        self.discourse.last = speaker
        return sentence

    def _number(self, fact: str, occurrence: str) -> Node:
        """The number of a fact, as a place where it is stated."""
        slot = next(_AMOUNT.finditer(self.cast.kind.fact(fact).clauses[0])).group()
        return Node(next(self.uids), Stated(occurrence), tuple(self._expand(parse(slot), {})))

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
        return replace(self._sentence(self._expand(parse(template), {})), stock=f"background: {template}")

    # Attributed sentences

    def _attributed(self, telling: Telling, fact: Fact) -> list[Sentence]:
        denial = telling.manner == "deny"
        said = self._sayable(fact.denials if denial else fact.quotes, telling.speaker)
        chance = {"direct": 1.0, "told_direct": 1.0, "deny": 0.4}.get(telling.manner, 0.0)
        words = self.rng.choice(said) if said and self.rng.random() < chance else ""
        if not words.startswith("~"):
            return self._said(telling, fact, words)
        manner = {"direct": "indirect", "told_direct": "told"}.get(telling.manner, telling.manner)
        sentences = self._said(replace(telling, manner=manner), fact, "") if denial or self.rng.random() < 0.6 else []
        self.discourse.open_sentence()
        return [*sentences, *self._said(replace(telling, manner="deny" if denial else "direct"), fact, words)]

    def _said(self, telling: Telling, fact: Fact, words: str) -> list[Sentence]:
        """One attributed statement: in the quoted words if there are any, else in a clause of the fact."""
        stance, position = _stance(telling.manner)
        actor = self.cast.actor(telling.speaker) if telling.speaker else None
        identity = self._plan(stance, actor, telling.relays, telling)
        quoted, *more = words.removeprefix("~").split(" / ")
        occurrence: str | None = None
        if not words.startswith("~"):
            occurrence = self._occur(fact, identity, telling, position, telling.manner == "told_direct")
        group = self._group(telling, bool(words))
        if fact.nouns and group in _NOMINAL and self.rng.random() < 0.3:
            group = _NOMINAL[group]
        frame = self._frame_for(group, fact, telling.speaker)
        filler: Filler = {
            "C": lambda: [self._content(identity, self._clause(fact, occurrence or "", group.endswith("noun")))],
            "Q": lambda: self._quote(identity, occurrence, quoted, ","),
            "X": lambda: [self._relay(identity, telling.through)],
            "P": lambda: self._quote(identity, occurrence, quoted, "." if not more else ".."),
        }
        trees = self._frame(frame, identity, telling.speaker, filler, telling.relay)
        sentences = [replace(self._sentence(trees), stock=f"quotation: {quoted}" if quoted else "")]
        self.discourse.last = telling.speaker
        if more and "{P}" in frame:
            return [*sentences, self._rest_of_quote(identity, " ".join(more))]
        return [*sentences, *(self._continued(identity, words) for words in more)]

    def _group(self, telling: Telling, quoted: bool) -> str:
        """The group of frames for a manner."""
        if quoted:
            return "told_direct" if telling.manner == "told_direct" else "direct"
        group = {"direct": "indirect", "told_direct": "told"}.get(telling.manner, telling.manner)
        if group == "indirect" and self.discourse.last == telling.speaker and self.rng.random() < 0.6:
            return "adding"
        return group

    def _rest_of_quote(self, identity: str, words: str) -> Sentence:
        """The rest of a quotation that the sentence before opened and did not close."""
        self.discourse.open_sentence()
        self.discourse.follows = True
        inner = self._quoted_words(words)
        closing = Leaf(next(self.uids), LeafKind.CLOSE, "" if words[-1] in "?!" else ".")
        content = Node(next(self.uids), Role("content", identity), (*inner, closing))
        return replace(self._sentence([content]), glued=True)

    def _frame_for(self, group: str, fact: Fact, speaker: str | None) -> str:
        """A frame of the group; where the clause speaks of its own speaker, one that names him before it."""
        frames: tuple[str, ...] = getattr(self.frames, group)
        slot = "{" + (speaker or "").removesuffix("_gov")
        if speaker and any(slot + end in clause for clause in fact.clauses for end in "}."):
            frames = tuple(frame for frame in frames if _names_first(frame))
        return self.rng.choice(frames)

    def _sayable(self, quotes: tuple[str, ...], speaker: str | None) -> tuple[str, ...]:
        """The quotations that fit a speaker's mouth: a body does not say "I"."""
        if speaker is None or self.cast.actor(speaker).sort == "person":
            return quotes
        return tuple(words for words in quotes if not _FIRST_PERSON.search(words))

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


def _stance(manner: str) -> tuple[Stance, Position]:
    if manner == "deny":
        return Stance.DENY, Position.DENY
    if manner == "doubt":
        return Stance.QUESTION, Position.DOUBT
    return Stance.ASSERT, Position.ASSERT
