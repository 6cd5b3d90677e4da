"""What a bank of prose consists of: kinds of story, their casts and facts, frames and names.

In: nothing. Out: frozen records that the modules under `banks` fill. Templates are in the language of `templates`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A named person: `title` goes before the name, `apposition` after it, `office` stands alone after "the"."""

    title: str = ""
    apposition: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Unnamed:
    """People who are not named: descriptions, how many, the short form, and the description without a count."""

    forms: tuple[str, ...]
    count: int | None
    later: str
    loose: str
    pronoun: str = "they"


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation: full names without article, and a short form without article."""

    names: tuple[str, ...]
    short: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country; slots `X_people`, `X_capital` and `X_gov` come with it."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One of several names of things."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number, `step` times something between `low` and `high`; `above` names a value that it must exceed."""

    low: int
    high: int
    step: int = 1
    above: str = ""


@dataclass(frozen=True, slots=True)
class Money(Number):
    """An amount of dollars."""


@dataclass(frozen=True, slots=True)
class Share(Number):
    """A percentage."""


@dataclass(frozen=True, slots=True)
class Day:
    """A time so many days, months or years (`grain`) before the event."""

    low: int = 0
    high: int = 0
    grain: str = "day"


Spec = Person | Unnamed | Body | Country | Town | Pick | Number | Day


@dataclass(frozen=True, slots=True)
class Fact:
    """One proposition and the ways to say it.

    `clauses` are finite and in the past, so that they stand alone or after "said"; `quotes` are full sentences in
    a speaker's mouth that state it (what follows ` / ` is a further sentence that does not); one that begins with `~`
    is only about it and states nothing that a reader could check. `speakers` are the cast
    who may vouch for it; `deniers` with `denials` in their own words may deny it. `narrated`: an outlet may tell it in
    its own voice. `nouns` say it as a noun phrase or gerund, for "confirmed the deaths of …", "denied opening …".
    """

    key: str
    clauses: tuple[str, ...]
    speakers: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    deniers: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    narrated: bool = True
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rivalry:
    """Two facts that cannot both hold, and why."""

    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class Extra:
    """A whole sentence with its own attribution that carries no claim: who speaks, and what they do."""

    template: str
    speaker: str
    stance: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of story. `lead` is the fact that opens it, `scoop` the one that unnamed people gave a newspaper.

    `mouths` are pairs of a state or ministry and the person who speaks for it: together they are one root or two.
    """

    name: str
    cast: tuple[tuple[str, Spec], ...]
    facts: tuple[Fact, ...]
    lead: str
    scoop: str
    leak: str
    headlines: tuple[str, ...]
    extras: tuple[Extra, ...] = ()
    background: tuple[str, ...] = ()
    mouths: tuple[tuple[str, str], ...] = ()
    rivalries: tuple[Rivalry, ...] = ()
    look_alikes: tuple[tuple[str, str, str], ...] = ()

    def fact(self, key: str) -> Fact:
        """The fact with this key; raises KeyError when the kind has none."""
        for fact in self.facts:
            if fact.key == key:
                return fact
        raise KeyError(f"{self.name} has no fact {key}")


@dataclass(frozen=True, slots=True)
class Frames:
    """Ways to tie a source to its words; each group is one sort of chain."""

    indirect: tuple[str, ...]
    direct: tuple[str, ...]
    told: tuple[str, ...]
    told_direct: tuple[str, ...]
    citing: tuple[str, ...]
    nested: tuple[str, ...]
    bare: tuple[str, ...]
    report: tuple[str, ...]
    chain: tuple[str, ...]
    deny: tuple[str, ...]
    doubt: tuple[str, ...]
    adding: tuple[str, ...]
    hearsay: tuple[str, ...]
    noun: tuple[str, ...]
    deny_noun: tuple[str, ...]
    correct: tuple[str, ...]
    joints: tuple[tuple[str, str], ...]
    switches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names: people, towns, countries (name, demonym, capital), mastheads, agencies, furniture."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]
    town_heads: tuple[str, ...]
    town_tails: tuple[str, ...]
    countries: tuple[tuple[str, str, str], ...]
    mastheads: tuple[str, ...]
    agencies: tuple[tuple[str, str], ...]
    labels: tuple[str, ...]
    teasers: tuple[tuple[str, str], ...]
    boilerplate: tuple[str, ...]
    captions: tuple[str, ...]
    desks: tuple[str, ...]


def words(text: str) -> tuple[str, ...]:
    """The words of a list that is written as one string."""
    return tuple(text.split())
