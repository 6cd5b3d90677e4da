"""Casts: the fictional people, bodies, places and numbers of one story.

In: a kind of story and a seeded choice. Out: a `Cast` that answers what each slot of the kind's templates stands
for. Names are drawn without repetition within one planting, so that two stories never share a person by chance.
"""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass

from retold.planted.kinds import Body, Country, Day, Kind, Lexicon, Money, Number, Person, Pick, Share, Spec, Unnamed


@dataclass(frozen=True, slots=True)
class Actor:
    """One of the cast. `sort` is person, body, place, thing, government or unnamed."""

    key: str
    sort: str
    name: str
    short: str
    first: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    pronoun: str = "it"
    count: int | None = None
    loose: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what a story is about; `event` is the day on which it happened."""

    kind: Kind
    actors: dict[str, Actor]
    values: dict[str, float]
    days: dict[str, tuple[datetime.date, str]]
    event: datetime.date

    def actor(self, key: str) -> Actor:
        """The actor of a slot; raises KeyError for a slot that the kind does not have."""
        return self.actors[key]


class Namer:
    """Hands out names from a lexicon, each once."""

    def __init__(self, lexicon: Lexicon, rng: random.Random) -> None:
        self.lexicon = lexicon
        self.rng = rng
        self.used: set[str] = set()

    def draw(self, make: tuple[str, ...]) -> str:
        """One of these that was not drawn before; once all were, they come round again."""
        free = [name for name in make if name not in self.used]
        if not free:
            self.used.difference_update(make)
            free = list(make)
        name = self.rng.choice(free)
        self.used.add(name)
        return name

    def family(self) -> str:
        """A family name."""
        return self.draw(self.lexicon.families)

    def town(self) -> str:
        """A town's name, put together from two halves."""
        tails = self.lexicon.town_tails
        return self.draw(tuple(head + tail for head in self.lexicon.town_heads for tail in tails))

    def country(self) -> tuple[str, str, str]:
        """A country with its demonym and capital."""
        name = self.draw(tuple(row[0] for row in self.lexicon.countries))
        return next(row for row in self.lexicon.countries if row[0] == name)

    def given(self) -> tuple[str, str]:
        """A given name with its pronoun."""
        if self.rng.random() < 0.5:
            return self.rng.choice(self.lexicon.women), "she"
        return self.rng.choice(self.lexicon.men), "he"


def cast_story(kind: Kind, namer: Namer, event: datetime.date) -> Cast:
    """Fill every slot of a kind; slots may use those before them."""
    actors: dict[str, Actor] = {}
    values: dict[str, float] = {}
    days: dict[str, tuple[datetime.date, str]] = {}
    for key, spec in kind.cast:
        if isinstance(spec, Number | Money | Share):
            values[key] = _value(spec, values, namer.rng)
        elif isinstance(spec, Day):
            days[key] = _day(spec, event, namer.rng)
        else:
            for actor in _actors(key, spec, namer, actors):
                actors[actor.key] = actor
    return Cast(kind, actors, values, days, event)


def _value(spec: Number | Money | Share, values: dict[str, float], rng: random.Random) -> float:
    while True:
        drawn = float(rng.randint(spec.low, spec.high) * spec.step)
        if spec.above:
            more = values[spec.above] * rng.choice((1.3, 1.5, 1.6, 1.9, 2.1))
            drawn = float(round(more / spec.step) * spec.step)
        if drawn not in values.values():
            return drawn


def _day(spec: Day, event: datetime.date, rng: random.Random) -> tuple[datetime.date, str]:
    back = rng.randint(spec.low, spec.high)
    if spec.grain == "day":
        return event - datetime.timedelta(days=back), "day"
    if spec.grain == "month":
        month = event.year * 12 + event.month - 1 - back
        return datetime.date(month // 12, month % 12 + 1, 1), "month"
    return datetime.date(event.year - back, 1, 1), "year"


def fill(text: str, actors: dict[str, Actor]) -> str:
    """Names put into the braces of a cast's own strings."""
    for key, actor in actors.items():
        text = text.replace("{" + key + "}", actor.name)
    return text


def _actors(key: str, spec: Spec, namer: Namer, actors: dict[str, Actor]) -> tuple[Actor, ...]:
    rng = namer.rng
    if isinstance(spec, Person):
        return (_person(key, spec, namer, actors),)
    if isinstance(spec, Unnamed):
        form = fill(rng.choice(spec.forms), actors)
        return (Actor(key, "unnamed", form, spec.later, (form,), (spec.later,), spec.pronoun, spec.count,
                      fill(spec.loose, actors), form),)  # fmt: skip
    if isinstance(spec, Body):
        phrase = fill(rng.choice(spec.names), actors)
        spokes = rng.choice((f"a spokeswoman for {phrase}", f"a spokesman for {phrase}"))
        short = fill(f"the {spec.short}", actors)
        first, later = (phrase, phrase, spokes), (short, short, phrase)
        return (Actor(key, "body", phrase.removeprefix("the "), short, first, later),)
    if isinstance(spec, Country):
        country, demonym, capital = namer.country()
        government = f"Government of {country}"
        return (
            Actor(key, "place", country, country),
            Actor(f"{key}_people", "thing", demonym, demonym),
            Actor(f"{key}_capital", "place", capital, capital),
            Actor(f"{key}_gov", "government", government, country, (country, f"the {demonym} government", capital),
                  (country, capital, "the government")),
        )  # fmt: skip
    if isinstance(spec, Pick):
        name = fill(namer.draw(spec.names), actors)
        return (Actor(key, "thing", name, name),)
    town = namer.town()
    return (Actor(key, "place", town, town),)


def _person(key: str, spec: Person, namer: Namer, actors: dict[str, Actor]) -> Actor:
    given, pronoun = namer.given()
    family = namer.family()
    name = f"{given} {family}"
    title, apposition = fill(spec.title, actors), fill(spec.apposition, actors)
    first = [f"{name}, {apposition}," if apposition else name]
    if title:
        first.append(f"{title} {name}")
        first.append(f"{title} {name}")
    later = [family, family, family]
    if spec.office:
        later.append(f"the {spec.office}")
    return Actor(key, "person", name, family, tuple(first), tuple(later), pronoun, role=title or apposition)
