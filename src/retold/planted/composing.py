"""Sentences made from facts: which words say a fact, who is given as its source, and through whom it came.

In: a `Telling` (a fact, a manner, a speaker, a relay). Out: sentence trees, and for each mark in them a plan of what it
means. All choices come from the one seeded generator that the composer was given.
"""

from __future__ import annotations

import re
from dataclasses import replace

from retold.planted.attributing import Attributor, Telling
from retold.planted.drafts import OccurrencePlan
from retold.planted.expanding import Filler
from retold.planted.kinds import Fact
from retold.planted.templates import parse
from retold.planted.trees import (
    Leaf,
    LeafKind,
    Node,
    Role,
    Sentence,
    Stated,
    Tree,
    is_source,
)
from retold.records.claims import Position
from retold.records.statements import Stance

# The groups of frames that take a noun phrase in place of those that take a clause.
_NOMINAL = {"indirect": "noun", "deny": "deny_noun"}
_AMOUNT = re.compile(r"\{[#$][^}]*\}")
_FIRST_PERSON = re.compile(r"\b(I|me|my|My|mine)\b")


class Composer(Attributor):
    """Writes the sentences of one passage of one article."""

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


def _stance(manner: str) -> tuple[Stance, Position]:
    if manner == "deny":
        return Stance.DENY, Position.DENY
    if manner == "doubt":
        return Stance.QUESTION, Position.DOUBT
    return Stance.ASSERT, Position.ASSERT


def _names_first(frame: str) -> bool:
    """Whether the source stands before the clause."""
    before = frame.partition("{C}")[0]
    return "{S}" in before or "{N}" in before
