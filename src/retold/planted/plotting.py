"""Who tells what: the outlets of a story, which facts each has and from whom, and who copies whom.

In: a bank of prose and a seeded choice. Out: `StoryDrafts`: the drafts of one story with its copies, before they are
written. An agency tells most facts; outlets copy it, or each other; a newspaper has the scoop from unnamed people and
others pick it up; independent outlets have reporters of their own.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from retold.planted.attributing import Telling
from retold.planted.casting import Cast, Namer, cast_story
from retold.planted.composing import Composer
from retold.planted.drafts import Draft, Outlet, PassageDraft
from retold.planted.editing import CopyDraft, make_copy
from retold.planted.expanding import Desk
from retold.planted.heads import byline, furnished, headline
from retold.planted.kinds import Town
from retold.planted.prose import BankOfProse
from retold.planted.records import PlantOptions
from retold.planted.reporting import Assignment, Reporter, choose_telling, paragraphs
from retold.planted.styles import draw_style
from retold.planted.trees import Leaf, LeafKind
from retold.records.stories import CopyKind

_KINDS = (CopyKind.VERBATIM, CopyKind.LIGHT, CopyKind.LIGHT, CopyKind.CUT, CopyKind.REWRITE, CopyKind.MERGE)


@dataclass(slots=True)
class StoryDrafts:
    """One story's drafts. `hidden` maps the drafts that are not written out to the agency that wrote them."""

    id: str
    cast: Cast
    drafts: list[Draft] = field(default_factory=list)
    copies: list[CopyDraft] = field(default_factory=list)
    hidden: dict[str, str] = field(default_factory=dict)

    @property
    def visible(self) -> list[Draft]:
        """The drafts that are written out."""
        return [draft for draft in self.drafts if draft.id not in self.hidden]


class Newsroom:
    """What one planting shares: outlets, names, ids."""

    def __init__(self, bank: BankOfProse, options: PlantOptions, rng: random.Random, prefix: str) -> None:
        self.bank = bank
        self.options = options
        self.rng = rng
        self.uids: Iterator[int] = count(1)
        self.namer = Namer(bank.lexicon, rng)
        self.desks: dict[str, str] = {}
        numbers = list(range(1, options.stories * (options.tellings[1] + 4) + 1))
        rng.shuffle(numbers)
        self._ids = iter([f"{prefix}-{number:03d}" for number in numbers])
        self.outlets = [self._outlet(masthead) for masthead in bank.lexicon.mastheads]
        self.agencies = [Outlet(name, short, "agency", draw_style(rng), False) for name, short in bank.lexicon.agencies]

    def _outlet(self, masthead: str) -> Outlet:
        name, _, sort = masthead.partition(":")
        name = name.replace("{}", self.namer.town()) if "{}" in name else name
        style = replace(draw_style(self.rng), place=self.rng.choice(("top", "inside")))
        return Outlet(name, name.split()[-1], sort or "newspaper", style, sort in ("", "newspaper", "paper", "daily"))

    def take(self) -> str:
        """An id that says nothing about who wrote first."""
        return next(self._ids)

    def composer(self, cast: Cast, story: str, draft: str, outlet: Outlet, published: datetime.date) -> Composer:
        """A composer for one passage of one draft."""
        prefix = f"{story}/{draft}"
        self.desks[prefix] = outlet.canonical
        desk = Desk(outlet, published, story, f"{prefix}/", self.bank.wording)
        return Composer(cast, self.bank.frames, desk, self.rng, self.uids)

    def add_second_stories(self, grown: list[StoryDrafts]) -> None:
        """Let some original articles go on with a passage about another story of the planting."""
        if len(grown) < 2:
            return
        for story in grown:
            copied = {copy.draft.id for copy in story.copies} | {copy.parent for copy in story.copies}
            for index, draft in enumerate(story.drafts):
                if draft.id in copied or draft.id in story.hidden or self.rng.random() >= self.options.second_story:
                    continue
                other = self.rng.choice([o for o in grown if o is not story])
                if draft.published < other.cast.event or (draft.published - other.cast.event).days > 6:
                    continue
                story.drafts[index] = self._second(draft, other)

    def _second(self, draft: Draft, other: StoryDrafts) -> Draft:
        composer = self.composer(other.cast, other.id, draft.id, draft.outlet, draft.published)
        kind = other.cast.kind
        sentences = composer.tell(Telling(kind.lead, "narrate"))
        opener = Leaf(next(self.uids), LeafKind.TEXT, self.rng.choice(self.bank.frames.switches))
        sentences[0] = replace(sentences[0], children=(opener, *sentences[0].children))
        facts = [f for f in kind.facts if f.key not in (kind.lead, kind.scoop)]
        for fact in self.rng.sample(facts, min(2, len(facts))):
            sentences.extend(composer.tell(choose_telling(composer, fact, False)))
        passage = PassageDraft(other.id, paragraphs(sentences, self.rng))
        return replace(
            draft, passages=(*draft.passages, passage), attributions={**draft.attributions, **composer.attributions},
            occurrences={**draft.occurrences, **composer.occurrences},
        )  # fmt: skip


def grow_story(newsroom: Newsroom, number: int, start: datetime.date, before: tuple[StoryDrafts, ...]) -> StoryDrafts:
    """Cast a story and let outlets tell it."""
    rng, options = newsroom.rng, newsroom.options
    alike = bool(before) and rng.random() < options.look_alike
    used = {story.cast.kind.name for story in before}
    fresh = [kind for kind in newsroom.bank.kinds if kind.name not in used] or list(newsroom.bank.kinds)
    kind = rng.choice(before).cast.kind if alike else rng.choice(fresh)
    event = start + datetime.timedelta(days=rng.randrange(5))
    story = StoryDrafts(f"s{number}", cast_story(kind, newsroom.namer, event))
    outlets = rng.sample(newsroom.outlets, min(len(newsroom.outlets), options.tellings[1] + 2))
    scooper, *others = sorted(outlets, key=lambda o: not o.paper)
    total = rng.randint(*options.tellings)
    agency = rng.choice(newsroom.agencies)
    published = event + datetime.timedelta(days=rng.randint(0, 1))
    story.drafts.append(_original(newsroom, story, agency, published, None))
    rng.shuffle(others)
    copies = rng.randint(1, max(1, int(total * options.copied)))
    picks = rng.randint(1, max(1, (total - copies) // 2))
    story.drafts.append(_original(newsroom, story, scooper, published, scooper))
    for _ in range(max(1, total - copies - picks - 2)):
        story.drafts.append(_original(newsroom, story, others.pop(), _later(published, rng), None))
    for _ in range(picks):
        story.drafts.append(_original(newsroom, story, others.pop(), _later(published, rng), scooper))
    _copy_out(newsroom, story, others, copies)
    return story


def _later(day: datetime.date, rng: random.Random) -> datetime.date:
    return day + datetime.timedelta(days=rng.choice((0, 0, 1)))


def _copy_out(newsroom: Newsroom, story: StoryDrafts, outlets: list[Outlet], copies: int) -> None:
    """Copies: most of the agency's article, some of another outlet's own, some of a copy."""
    rng = newsroom.rng
    agency, *others = story.drafts
    roots = {draft.id: draft.outlet.name for draft in story.drafts}
    if rng.random() < newsroom.options.hidden_agency and copies > 1:
        story.hidden[agency.id] = agency.outlet.canonical
    for _ in range(copies):
        parent = _parent(agency, others, [copy.draft for copy in story.copies], rng)
        kind = rng.choice(_KINDS)
        outlet = outlets.pop()
        published = _later(parent.published, rng)
        if kind is CopyKind.MERGE:
            child = _original(newsroom, story, outlet, published, None, brief=True)
        else:
            child = _empty(newsroom, story, outlet, published)
        roots[child.id] = roots[parent.id]
        credited = roots[child.id] if rng.random() < 0.5 else ""
        title = parent.title if kind is CopyKind.VERBATIM else child.title
        child = replace(child, credit=credited, title=title, byline="", place=parent.place)
        copy = make_copy(parent, child, kind, rng)
        story.copies.append(copy)
        story.drafts.append(copy.draft)


def _parent(agency: Draft, others: list[Draft], copies: list[Draft], rng: random.Random) -> Draft:
    """Whom an outlet copies: the agency, or one time in five each a copy or another's own report."""
    drawn = rng.random()
    if copies and drawn < 0.2:
        return rng.choice(copies)
    return rng.choice(others) if drawn > 0.8 else agency


def _empty(newsroom: Newsroom, story: StoryDrafts, outlet: Outlet, published: datetime.date) -> Draft:
    identity = newsroom.take()
    composer = newsroom.composer(story.cast, story.id, identity, outlet, published)
    draft = Draft(identity, outlet, published, headline(composer, outlet.style), "", "", "", "", ())
    return furnished(draft, newsroom.bank.lexicon, newsroom.options, newsroom.rng)


def _original(
    newsroom: Newsroom, story: StoryDrafts, outlet: Outlet, published: datetime.date, scooper: Outlet | None,
    brief: bool = False,
) -> Draft:  # fmt: skip
    """An article of the outlet's own making; `scooper` is the newspaper whose scoop it has or picks up."""
    draft = _empty(newsroom, story, outlet, published)
    composer = newsroom.composer(story.cast, story.id, draft.id, outlet, published)
    passers = tuple(o for o in newsroom.outlets if o not in (outlet, scooper))
    sentences = Reporter(composer, Assignment(scooper, passers, brief)).report()
    passage = PassageDraft(story.id, paragraphs(sentences, newsroom.rng))
    return replace(
        draft, passages=(passage,), attributions=composer.attributions, occurrences=composer.occurrences,
        place=_dateline_place(story.cast), byline=byline(newsroom.namer, newsroom.rng),
        credit=outlet.name if outlet.sort == "agency" else "",
    )  # fmt: skip


def _dateline_place(cast: Cast) -> str:
    """The town, or the first capital, that the story is filed from."""
    towns = [key for key, spec in cast.kind.cast if isinstance(spec, Town)]
    capitals = [key for key in cast.actors if key.endswith("_capital")]
    return cast.actor((capitals + towns)[0] if not towns else towns[0]).name
