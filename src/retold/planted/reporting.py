"""One outlet's own report: which facts it tells, in what order, from whom.

In: a composer, and the newspaper whose scoop the article has or picks up, if any. Out: its sentences in paragraphs.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from retold.planted.attributing import Telling
from retold.planted.composing import Composer
from retold.planted.drafts import Outlet
from retold.planted.kinds import Fact
from retold.planted.trees import Sentence

_PICK_UPS = ("citing", "citing", "citing", "nested", "bare", "report", "chain")
# How often an outlet that has nothing to do with the scoop finds people of its own who tell it the same.
_OWN_SOURCES = 0.15
# How often an article ends with a body correcting its number.
_CORRECTED = 0.12


@dataclass(frozen=True, slots=True)
class Assignment:
    """What an article is to be: `scooper` the newspaper with the scoop, `others` outlets that may pass it on."""

    scooper: Outlet | None
    others: tuple[Outlet, ...]
    brief: bool = False


class Reporter:
    """Orders the facts of one article."""

    def __init__(self, composer: Composer, assignment: Assignment) -> None:
        self.composer = composer
        self.assignment = assignment
        self.kind = composer.cast.kind
        self.rng = composer.rng
        scooper = assignment.scooper
        self.own = scooper is not None and scooper.name == composer.desk.outlet.name
        self.parts: list[list[Sentence]] = []

    def report(self) -> list[Sentence]:
        """The article's sentences."""
        lead = self.kind.fact(self.kind.lead)
        rest = [fact for fact in self.kind.facts if fact.key not in (self.kind.lead, self.kind.scoop)]
        share = self.rng.uniform(0.25, 0.4) if self.assignment.brief else self.rng.uniform(0.55, 0.95)
        chosen = self.rng.sample(rest, max(2, round(len(rest) * share)))
        scoop_at = self._place_of_scoop(len(chosen))
        if scoop_at == 0:
            self.parts.append(self._scoop())
        self._lead(lead)
        told = 0
        while chosen:
            told += 1
            if told == scoop_at:
                self.parts.append(self._scoop())
            self._fact(chosen.pop(0), chosen)
        if scoop_at is not None and scoop_at > told:
            self.parts.append(self._scoop())
        self._close()
        return [sentence for part in self.parts for sentence in part]

    def _place_of_scoop(self, facts: int) -> int | None:
        if self.assignment.scooper is not None:
            return 0 if self.rng.random() < 0.5 else self.rng.randint(1, facts + 1)
        if self.assignment.brief or self.rng.random() > _OWN_SOURCES:
            return None
        return self.rng.randint(1, facts + 1)

    def _lead(self, lead: Fact) -> None:
        if lead.narrated and self.rng.random() < 0.6:
            self.parts.append(self.composer.tell(Telling(lead.key, "narrate")))
        else:
            self.parts.append(self.composer.tell(choose_telling(self.composer, lead, self.own)))

    def _fact(self, fact: Fact, chosen: list[Fact]) -> None:
        """One fact, sometimes with the next in one sentence, sometimes with a denial after it."""
        if fact.narrated and chosen and chosen[0].narrated and self.rng.random() < 0.25:
            self.parts.append([self.composer.join(fact.key, chosen.pop(0).key)])
            return
        telling = choose_telling(self.composer, fact, self.own or self.rng.random() < 0.3)
        second = next((f for f in chosen if telling.speaker in f.speakers), None)
        joined = telling.manner == "direct" and second is not None and self.composer.can_quote(telling)
        if joined and second is not None and self.rng.random() < 0.4:
            chosen.remove(second)
            self.parts.append(self.composer.adding(telling, second.key))
            return
        self.parts.append(self.composer.tell(telling))
        if fact.deniers and self.rng.random() < 0.5:
            self.parts.append(self.composer.tell(Telling(fact.key, "deny", self.rng.choice(fact.deniers))))

    def _scoop(self) -> list[Sentence]:
        """The scoop, from the outlet's own unnamed people or through the newspaper; then perhaps a denial."""
        fact = self.kind.fact(self.kind.scoop)
        scooper = self.assignment.scooper
        if self.own or scooper is None:
            sentences = self.composer.tell(Telling(fact.key, self.rng.choice(("told", "indirect")), self.kind.leak))
        else:
            sentences = self.composer.tell(self._picked_up(fact, scooper))
        if fact.deniers and self.rng.random() < 0.7:
            manner = "deny" if self.rng.random() < 0.8 else "doubt"
            sentences += self.composer.tell(Telling(fact.key, manner, self.rng.choice(fact.deniers)))
        return sentences

    def _picked_up(self, fact: Fact, scooper: Outlet) -> Telling:
        manner = self.rng.choice(_PICK_UPS)
        speaker = self.kind.leak if manner in ("citing", "nested") else None
        relay = None if manner == "report" else scooper
        through = self.rng.choice(self.assignment.others) if manner == "chain" else None
        return Telling(fact.key, manner, speaker, relay, through)

    def _correction(self) -> None:
        """A body that gave a number takes it back for the other side's."""
        for rivalry in self.kind.rivalries:
            old = self.kind.fact(rivalry.a)
            bodies = [key for key in old.speakers if self.composer.cast.actor(key).sort == "body"]
            if rivalry.why == "number" and bodies and self.rng.random() < _CORRECTED:
                self.parts.append([self.composer.correct(rivalry.a, rivalry.b, self.rng.choice(bodies))])

    def _close(self) -> None:
        if not self.assignment.brief:
            self._correction()
        if self.kind.extras and self.rng.random() < 0.6:
            extra = self.rng.choice(self.kind.extras)
            self.parts.append([self.composer.own_words(extra.template, extra.speaker, extra.stance)])
        background = self.kind.background
        for words in self.rng.sample(background, min(len(background), self.rng.randint(0, 2))):
            self.parts.append([self.composer.plain(words)])


def choose_telling(composer: Composer, fact: Fact, own: bool) -> Telling:
    """How an outlet gives a fact that it has from a named speaker, or tells in its own voice."""
    rng = composer.rng
    if not fact.speakers or (fact.narrated and rng.random() < 0.3):
        return Telling(fact.key, "narrate")
    speaker = rng.choice(fact.speakers)
    manners = ["indirect", "indirect", "direct", "direct"]
    if own:
        manners += ["told", "told_direct"]
    if composer.cast.actor(speaker).sort == "person" and rng.random() < 0.2:
        manners.append("hearsay")
    return Telling(fact.key, rng.choice(manners), speaker)


def paragraphs(sentences: list[Sentence], rng: random.Random) -> tuple[tuple[Sentence, ...], ...]:
    """Sentences in short paragraphs, as newspapers set them; one that leans on the last stays with it mostly."""
    out: list[list[Sentence]] = []
    for sentence in sentences:
        apart = not out or len(out[-1]) >= 3 or rng.random() < (0.2 if sentence.follows else 0.6)
        if not out or (apart and not sentence.glued):
            out.append([])
        out[-1].append(sentence)
    return tuple(tuple(paragraph) for paragraph in out)
