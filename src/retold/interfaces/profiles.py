"""What is shown of an actor: who it is, what it said when and through whom, and what it said otherwise later.

In: an identity with the articles, annotations and story readings that its sightings stand in. Out: a profile, the same
for any order of articles. Holds always: every statement points at its characters; what only may be this actor's is
marked; a day of saying that no article states is not made up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from retold.claims.timing import said_at
from retold.interfaces.changing import Changed, Uttered, changes_of
from retold.interfaces.views import content_spans, is_self, outlet_name
from retold.records.claims import Occurrence
from retold.records.documents import Article
from retold.records.identities import Identity, Membership
from retold.records.readings import StoryReading
from retold.records.spans import Pointer
from retold.records.statements import ActorType, Annotation, Attribution, Stance, Timex
from retold.store.naming import actor_id

TYPE_WORDS = {
    ActorType.PERSON: "person",
    ActorType.ORGANISATION: "organisation",
    ActorType.GOVERNMENT: "government",
    ActorType.PLACE: "place",
    ActorType.OFFICE: "office",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One article's telling of a statement.

    `relays` run from the actor outward; `said` is the day or time that the article gives for the saying, None where
    it gives none; `doubt` says why this may be somebody else's, "" where nothing speaks for that.
    """

    article: str
    outlet: str
    published: str | None
    where: tuple[Pointer, ...]
    words: str
    stance: str
    relays: tuple[str, ...]
    said: str | None
    said_where: Pointer | None
    doubt: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said, in all its tellings, earliest first.

    `said` holds every day that an article gives for it: none, one, or several where the tellings differ. `claims` are
    the ids of the story's claims that it states.
    """

    words: str
    stance: str
    said: tuple[str, ...]
    by: str | None
    told: tuple[Told, ...]
    story: str
    claims: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Whether at least one telling is surely this actor's."""
        return any(not told.doubt for told in self.told)


@dataclass(frozen=True, slots=True)
class Form:
    """Words that articles use for the actor (a spelling or an office), and the articles that do."""

    words: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    first: str | None


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody else whom the same words may mean; `same` says why the two may be one after all, "" for others."""

    id: str
    name: str
    type: str
    roles: tuple[str, ...]
    articles: int
    same: str


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor as the articles of a store know it; statements by date."""

    id: str
    name: str
    type: str
    offices: tuple[Form, ...]
    spellings: tuple[Form, ...]
    stories: tuple[str, ...]
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    statements: tuple[Statement, ...]
    changes: tuple[Changed, ...]
    unsure: tuple[tuple[str, str], ...]
    others: tuple[Namesake, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a profile is read from: each look-up by id."""

    article: Callable[[str], Article]
    annotation: Callable[[str], Annotation]
    reading: Callable[[str], StoryReading]


def profile_of(identity: Identity, others: Iterable[Identity], sources: Sources) -> Profile:
    """The profile of one identity; `others` are all that the same name was asked of."""
    spoken = [u for member in identity.members for u in _spoken(member, sources)]
    readings = {story: sources.reading(story) for story in sorted({u.story for u in spoken if u.story})}
    stated = _statements(spoken, readings)
    sure = [m.sighting.article for m in identity.members if m.sure]
    articles = tuple(sorted(set(sure)))
    outlets = sorted({outlet_name(sources.article(article)) for article in articles})
    return Profile(
        id=identity.id,
        name=identity.name,
        type=TYPE_WORDS[identity.type],
        offices=_forms(identity, sources, lambda m: m.sighting.actor.roles),
        spellings=_forms(identity, sources, lambda m: m.sighting.actor.aliases),
        stories=tuple(readings),
        articles=articles,
        outlets=tuple(outlets),
        statements=stated,
        changes=changes_of(spoken, readings.values()),
        unsure=tuple((m.sighting.article, m.why) for m in identity.members if not m.sure),
        others=tuple(_namesake(other, identity) for other in others if other.id != identity.id),
    )


def _namesake(other: Identity, identity: Identity) -> Namesake:
    roles = Counter(role for m in other.members if m.sure for role in m.sighting.actor.roles)
    named = tuple(sorted(roles, key=lambda role: (-roles[role], role))[:2])
    articles = len({m.sighting.article for m in other.members if m.sure})
    return Namesake(
        other.id, other.name, TYPE_WORDS[other.type], named, articles, dict(identity.likely).get(other.id, "")
    )


def _forms(identity: Identity, sources: Sources, forms: Callable[[Membership], Iterable[str]]) -> tuple[Form, ...]:
    """The words that sure sightings have, those of most articles first."""
    found: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for member in identity.members:
        if member.sure:
            for words in forms(member):
                found[_folded(words)][words].add(member.sighting.article)
    rows = []
    for spellings in found.values():
        words = min(spellings, key=lambda w: (-len(spellings[w]), w))
        articles = sorted({article for own in spellings.values() for article in own})
        read = [sources.article(article) for article in articles]
        dates = sorted(a.published.value for a in read if a.published.value)
        names = tuple(sorted({outlet_name(a) for a in read}))
        rows.append(Form(words, tuple(articles), names, dates[0] if dates else None))
    return tuple(sorted(rows, key=lambda form: (-len(form.articles), form.words)))


def _folded(words: str) -> tuple[str, ...]:
    plain = words.casefold().split()
    return tuple(plain[1:] if plain[:1] in (["the"], ["a"], ["an"]) else plain)


def _spoken(member: Membership, sources: Sources) -> list[Uttered]:
    """What the actor of one sighting says in its article."""
    sighting = member.sighting
    article, annotation = sources.article(sighting.article), sources.annotation(sighting.article)
    found = []
    for said in annotation.attributions:
        if said.content and said.speaker.name and _is(said.speaker.name, sighting.actor.id, sighting.actor.aliases):
            when = said_at(said, annotation, article.published.value)
            story = _story(sighting.stories, article.id, said, sources)
            doubt = "" if member.sure else member.why
            found.append(Uttered(article, said, when, story, doubt))
    return found


def _is(name: str, identity: str, aliases: Sequence[str]) -> bool:
    return actor_id(name) == identity or name in aliases


def _story(stories: Iterable[str], article: str, said: Attribution, sources: Sources) -> str:
    """The story in whose passages the words stand; "" where they stand in none."""
    for story in sorted(stories):
        for passage in sources.reading(story).passages:
            if passage.article == article and any(s.overlaps(p) for s in passage.spans for p in said.content):
                return story
    return ""


def _statements(spoken: Sequence[Uttered], readings: Mapping[str, StoryReading]) -> tuple[Statement, ...]:
    """Utterances put together where a story's ledger or collation says that they tell one statement."""
    held: dict[tuple[str, str], list[tuple[str, Occurrence]]] = defaultdict(list)
    for story in readings.values():
        for claim in story.ledger.claims:
            for occurrence in claim.occurrences:
                if occurrence.attribution:
                    held[occurrence.article, occurrence.attribution].append((claim.id, occurrence))
    groups: dict[tuple[object, ...], list[Uttered]] = defaultdict(list)
    for one in spoken:
        groups[_same(one, held.get((one.article.id, one.said.id), ()), readings)].append(one)
    found = [_statement(said, held) for own in groups.values() for said in _sayings(own)]
    return tuple(sorted(found, key=lambda s: (_when(s), s.told[0].article, s.told[0].where)))


def _sayings(own: Sequence[Uttered]) -> list[list[Uttered]]:
    """Tellings of one statement by the day on which it was said: what was published earlier tells an earlier saying."""
    days = sorted({one.when.edtf[:10] for one in own if one.when and one.when.edtf})
    found: dict[str, list[Uttered]] = defaultdict(list)
    for one in own:
        published = one.article.published.value
        day = one.when.edtf[:10] if one.when and one.when.edtf else None
        if day is None:
            before = [d for d in days if not published or d <= published[:10]]
            day = before[-1] if before else ""
        found[day].append(one)
    return [found[day] for day in sorted(found)]


def _same(
    one: Uttered, own: Sequence[tuple[str, Occurrence]], readings: Mapping[str, StoryReading]
) -> tuple[object, ...]:
    """The key that tellings of one statement share: the claim that most of its words state, else its collated row."""
    side = one.said.stance is Stance.DENY
    if own:
        claim, _ = max(own, key=lambda item: (len(item[1].span), item[0]))
        return ("claim", claim, side)
    story = readings.get(one.story)
    for index, row in enumerate(story.collation.rows if story else ()):
        for cells in row.cells:
            if any(c.article == one.article.id and c.span.overlaps(one.said.content[0]) for c in cells or ()):
                return ("row", one.story, index, one.said.stance)
    return ("alone", one.article.id, one.said.id)


def _statement(own: Sequence[Uttered], held: Mapping[tuple[str, str], Sequence[tuple[str, Occurrence]]]) -> Statement:
    told = sorted((_told(one) for one in own), key=lambda t: (t.said or t.published or "9", t.article, t.where))
    claims = {claim for one in own for claim, _ in held.get((one.article.id, one.said.id), ())}
    dates = sorted(t.published for t in told if t.published)
    shown = max(told, key=lambda t: (not t.doubt, min(len(t.words), 240), t.article))
    stances = Counter(t.stance for t in told)
    return Statement(
        words=shown.words,
        stance=min(stances, key=lambda s: (-stances[s], s)),
        said=tuple(sorted({t.said for t in told if t.said})),
        by=dates[0] if dates else None,
        told=tuple(told),
        story=own[0].story,
        claims=tuple(sorted(claims)),
    )


def _told(one: Uttered) -> Told:
    article, said = one.article, one.said
    outlet = outlet_name(article)
    spans = content_spans(article, said)
    when: Timex | None = one.when
    return Told(
        article=article.id,
        outlet=outlet,
        published=article.published.value,
        where=tuple(Pointer(article.id, span) for span in spans),
        words=" … ".join(" ".join(span.of(article.text).split()) for span in spans),
        stance=said.stance.value,
        relays=tuple(relay.name for relay in said.relays if not is_self(relay.name, outlet)),
        said=when.edtf if when else None,
        said_where=Pointer(article.id, when.span) if when else None,
        doubt=one.doubt,
    )


def _when(statement: Statement) -> tuple[str, bool]:
    day = (statement.said[0] if statement.said else statement.by) or "9999"
    return day[:10], not statement.said
