"""A store as the interfaces use it: stories numbered as they are listed, ids looked up as people type them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from retold.interfaces.chronology import Moment, timeline_of
from retold.interfaces.comparison import Comparison, compare_story
from retold.interfaces.judged import Ruling, rulings
from retold.interfaces.profiles import Profile, Sources, profile_of
from retold.interfaces.settings import Settings
from retold.interfaces.views import StoryView, story_view
from retold.pipeline.versions import histories_of
from retold.records.claims import Account, Claim, Ledger
from retold.records.collation import Collation
from retold.records.documents import Article
from retold.records.identities import Identity
from retold.records.judgements import Judgement
from retold.records.readings import StoryReading, StorySummary
from retold.records.spans import Span
from retold.records.statements import Annotation
from retold.statements.actors import answers_to, identify
from retold.store.contract import Store

DEFAULT = Settings()


class UnknownIdError(Exception):
    """An id that names nothing here; the message says what to try."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A story in the list, with its number there."""

    number: int
    summary: StorySummary

    @property
    def id(self) -> str:
        """The story's id."""
        return self.summary.id


class Library:
    """Reading access to one store. Stories are listed by number of articles, then title, then id.

    Of what the desks' rules say, what the rules in `settings` say is shown: all of it is in the store.
    """

    def __init__(self, store: Store, settings: Settings = DEFAULT) -> None:
        self.store = store
        self.settings = settings
        self._told: dict[str, tuple[StoryReading, ...]] = {}

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """All stories, most told first."""
        rows = sorted(self.store.summaries(), key=lambda row: (-row.articles, row.title, row.id))
        return tuple(Listed(number, row) for number, row in enumerate(rows, 1))

    def reading(self, asked: str) -> StoryReading:
        """A story by its id, the start of it, or its number in the list; raises UnknownIdError."""
        ids = [row.id for row in self.listed]
        number = int(asked) if asked.isascii() and asked.isdigit() else 0
        if asked in ids:
            match = asked
        elif 1 <= number <= len(ids):
            match = ids[number - 1]
        else:
            match = self._former(asked, ids) or _only(
                [i for i in ids if i.startswith(asked)], asked, "story", "retold stories"
            )
        found = self.store.reading(match)
        assert found is not None, "listed a moment ago"
        return replace(found, ledger=self._heard(found.ledger))

    def _heard(self, ledger: Ledger) -> Ledger:
        """The ledger with what the chosen rules find, and nothing of the others."""
        claims = (
            replace(claim, findings=tuple(f for f in claim.findings if self.settings.hears(f.rule)))
            for claim in ledger.claims
        )
        return replace(ledger, claims=tuple(claims))

    def _former(self, asked: str, ids: Sequence[str]) -> str | None:
        """What became of the story that once had this id; None where no story had it, or nothing is left of it."""
        now = {asked}
        for change in self.store.story_changes():
            if now & set(change.before):
                now = (now - set(change.before)) | set(change.after)
        left = sorted(now & set(ids))
        if len(left) > 1:
            raise UnknownIdError(
                f"story {asked} has become {len(left)}: {', '.join(left)}; see: retold stories --changes"
            )
        return left[0] if left else None

    def collations(self) -> list[Collation]:
        """The collations of all stories that several articles tell, in the order of the list."""
        told = (self.store.reading(row.id) for row in self.listed if row.summary.articles > 1)
        return [reading.collation for reading in told if reading is not None]

    def view(self, asked: str) -> StoryView:
        """What is shown of a story; raises UnknownIdError."""
        return self.view_of(self.reading(asked))

    def view_of(self, reading: StoryReading) -> StoryView:
        """What is shown of a reading."""
        members = {p.article for p in reading.passages}
        histories = histories_of({self.article(article).address for article in members}, self.store)
        return story_view(reading, self.article, self.annotation, self.judgements, histories, self.settings.outlets)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """What people judged, in order, with what was undone."""
        return self.store.judgements()

    @cached_property
    def rulings(self) -> tuple[Ruling, ...]:
        """The same with how each of them stands."""
        return rulings(self.judgements, self)

    def current(self, article: str) -> Article | None:
        """An article, if it tells a story of the last reading: one that was superseded or is gone does not."""
        return self.store.article(article) if self.store.stories_of([article]) else None

    def told_in(self, article: str) -> tuple[StoryReading, ...]:
        """The stories that an article tells."""
        if article not in self._told:
            found = (self.store.reading(story) for story in self.store.stories_of([article]))
            self._told[article] = tuple(reading for reading in found if reading is not None)
        return self._told[article]

    def claim(self, asked: str) -> tuple[StoryReading, Claim]:
        """A claim by its id, STORY.CLAIM; each may be the start of an id, STORY a number. Raises UnknownIdError."""
        story, dot, rest = asked.rpartition(".")
        if not dot:
            raise UnknownIdError(f"no claim {asked!r}: claim ids look like 1.4f6e; list them with: retold claims 1")
        reading = self.reading(story)
        claims = {claim.id.removeprefix(f"{reading.story.id}."): claim for claim in reading.ledger.claims}
        if rest not in claims:
            rest = _only([c for c in claims if c.startswith(rest)], rest, "claim", f"retold claims {story}")
        return reading, claims[rest]

    def number(self, story: str) -> int:
        """The number of a story in the list; 0 for one that is not there."""
        return next((row.number for row in self.listed if row.id == story), 0)

    def handle(self, claim: str) -> str:
        """A claim's id as people type it: the number of its story, a full stop, and its own part."""
        story, _, rest = claim.rpartition(".")
        return f"{self.number(story)}.{rest}"

    def timeline(self, asked: str) -> tuple[Moment, ...]:
        """The times that a story's articles name, in order; raises UnknownIdError."""
        return timeline_of(self.reading(asked), self.article, self.annotation)

    def who(self, name: str) -> tuple[Profile, ...]:
        """Everybody and every body that `name` may mean, those who say most first; raises UnknownIdError for nobody."""
        found = self._identities(name)
        asked = [identity for identity in found if answers_to(identity, name)]
        sources = Sources(cache(self.article), cache(self.annotation), cache(self.reading))
        profiles = [profile_of(identity, _kin(identity, asked, found), sources) for identity in asked]
        speaking = [profile for profile in profiles if profile.statements]
        if not speaking:
            there = (
                f"{profiles[0].name} is named here but says nothing" if profiles else f"nobody called {name!r} speaks"
            )
            raise UnknownIdError(f"{there}; look for the words with: retold search {name!r}")
        return tuple(sorted(speaking, key=lambda p: (-len(p.statements), p.id)))

    def _identities(self, name: str) -> tuple[Identity, ...]:
        """The identities that share a word with `name`, or with a fuller name of whoever it means."""
        asked = [i for i in identify(self.store.sightings(name)) if answers_to(i, name)]
        names = sorted({name, *(alias for i in asked for alias in (i.name, *i.aliases))})
        return identify(self.store.sightings(" ".join(names)))

    def compared(self, asked: str) -> Comparison:
        """A story's collation with its tellings; raises UnknownIdError."""
        return compare_story(self.reading(asked), self.article)

    def accounts(self, reading: StoryReading) -> tuple[Account, ...]:
        """What each article has to say on a story, sorted by id."""
        parts: dict[str, list[Span]] = {}
        for passage in reading.passages:
            parts.setdefault(passage.article, []).extend(passage.spans)
        return tuple(
            Account(self.article(identity), tuple(sorted(parts[identity])), self.annotation(identity))
            for identity in sorted(parts)
        )

    def article(self, identity: str) -> Article:
        """An article by its id; raises UnknownIdError."""
        found = self.store.article(identity)
        if found is None:
            raise UnknownIdError(f"no article {identity!r}")
        return found

    def annotation(self, identity: str) -> Annotation:
        """What was read off an article; empty where it was not annotated."""
        return self.store.annotation(identity) or Annotation(identity)


def _kin(identity: Identity, asked: Sequence[Identity], found: Sequence[Identity]) -> list[Identity]:
    """Who else is worth a line: whoever the name may also mean, or whoever may be the same one."""
    likely = {other for other, _ in identity.likely}
    return [other for other in found if other in asked or other.id in likely]


def _only(found: Sequence[str], asked: str, kind: str, hint: str) -> str:
    if len(found) == 1 and asked:
        return found[0]
    if len(found) > 1 and asked:
        raise UnknownIdError(f"{asked!r} is the start of {len(found)} {kind} ids; give more of it")
    raise UnknownIdError(f"no {kind} {asked!r} here; list them with: {hint}")
