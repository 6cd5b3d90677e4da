"""The main job: paths in, every story read and kept in the store, a summary out.

Each step asks the store what is already there under the same fingerprint and does only the rest, so that a second
run changes nothing, a new article touches only its own story, and a run that was cut off goes on where it stopped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from retold.claims import Former
from retold.documents import infer_published, readdress
from retold.ingest import IngestOptions, Outside
from retold.language.outlets import REGISTRY
from retold.pipeline.fingerprints import annotation_key, digest, reading_key
from retold.pipeline.intake import Intake, take_in
from retold.pipeline.judging import applicable, pins, touching
from retold.pipeline.progress import Progress, silent
from retold.pipeline.remembering import pack, unpack
from retold.pipeline.storytelling import Material, read_story
from retold.pipeline.workers import annotate_all, in_batches
from retold.records.claims import Account
from retold.records.documents import Article, Basis, Fact
from retold.records.judgements import Judgement
from retold.records.outlets import Registry
from retold.records.statements import Annotation
from retold.records.stories import Passage, Story, StoryChange
from retold.statements import Options as EngineOptions
from retold.statements import load_engine
from retold.store.contract import Store
from retold.stories.changes import story_changes
from retold.stories.groups import GroupOptions, group, of_passage
from retold.stories.passages import find_passages
from retold.version import VERSION

# Annotations and stories per transaction: what a crash can cost.
_KEPT_AT_ONCE = 50
_STORIES_AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a run may be told: `workers` is the number of processes that annotate.

    `outlets` are applied here, and not when a text is made from its capture: that must give the same text wherever.
    """

    workers: int = 1
    ingest: IngestOptions = field(default_factory=IngestOptions)
    grouping: GroupOptions = field(default_factory=GroupOptions)
    engine: EngineOptions = field(default_factory=EngineOptions)
    outlets: Registry = REGISTRY


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did: intake, articles annotated, stories read anew, kept or gone, and changes of earlier stories."""

    intake: Intake
    annotated: tuple[str, ...]
    read: tuple[str, ...]
    kept: tuple[str, ...]
    gone: tuple[str, ...]
    changes: tuple[StoryChange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Due:
    """A story that is to be read, with its passages, what people judged of it, and what its addresses carried before.

    `former` holds each superseded article with the one that stands there now.
    """

    key: str
    story: Story
    own: tuple[Passage, ...]
    judged: tuple[Judgement, ...]
    former: tuple[tuple[Article, Article], ...]


def read(
    paths: Sequence[str],
    store: Store,
    options: ReadOptions,
    progress: Progress = silent,
    outside: Outside | None = None,
) -> RunSummary:
    """Read `paths` into the store and bring every story up to date; raises StoreError when the store fails."""
    intake, world = Intake(), outside or Outside()
    for outcome in take_in(paths, store, options.ingest, progress, world):
        intake.note(outcome)
    return replace(bring_up_to_date(store, options, progress, world.clock() or ""), intake=intake)


def bring_up_to_date(
    store: Store, options: ReadOptions, progress: Progress = silent, at: str = "", cause: str = ""
) -> RunSummary:
    """Group, date, annotate and read what the store holds.

    For the record of what becomes of stories: `at` is the time (ISO 8601), `cause` the judgement that asks for this.
    """
    held = {article.id: article for article in store.articles()}
    # What an earlier run inferred is forgotten first, so that the answer depends on the articles alone.
    articles = {identity: readdress(_as_stated(article), options.outlets) for identity, article in held.items()}
    judged = applicable(store.judgements(), articles)
    passages = {p.id: p for article in articles.values() for p in find_passages(article)}
    progress("grouping stories", 0, len(passages))
    grouping = replace(options.grouping, pins=(*options.grouping.pins, *pins(judged, passages.values())))
    stories = group([of_passage(articles[p.article], p) for p in passages.values()], grouping)
    changes = _record_changes(stories, store, at, cause)
    articles = _date(articles, held, stories, passages, store)
    annotated = _annotate({**articles, **{a.id: a for a in store.former()}}, store, options, progress)
    gone = tuple(sorted(set(store.reading_keys()) - {story.id for story in stories}))
    with store.transaction():
        store.put_readings((), gone)
    told = [(story, tuple(passages[p] for p in sorted(story.passages))) for story in stories]
    read_now = _read_stories(told, articles, judged, store, options.outlets, progress)
    kept = tuple(story.id for story in stories if story.id not in set(read_now))
    return RunSummary(Intake(), annotated, read_now, kept, gone, changes)


def reread(
    stories: Iterable[str], store: Store, outlets: Registry = REGISTRY, progress: Progress = silent
) -> tuple[str, ...]:
    """Read these stories anew, as far as what people judged of them has changed; their passages stay theirs."""
    readings = [reading for story in stories if (reading := store.reading(story)) is not None]
    members = sorted({p.article for reading in readings for p in reading.passages})
    articles = {a: article for a in members if (article := store.article(a)) is not None}
    judged = applicable(store.judgements(), articles)
    return _read_stories([(r.story, r.passages) for r in readings], articles, judged, store, outlets, progress)


def _record_changes(stories: Sequence[Story], store: Store, at: str, cause: str) -> tuple[StoryChange, ...]:
    """What became of the stories of the last run, kept together with the new grouping."""

    def former(story: str) -> Story | None:
        reading = store.reading(story)
        return reading.story if reading else None

    before = store.grouping()
    changes = tuple(replace(c, at=at, cause=cause) for c in story_changes(before, stories, former))
    grouping = {passage: story.id for story in stories for passage in story.passages}
    if grouping != before:
        with store.transaction():
            store.put_grouping(grouping)
            store.add_story_changes(changes)
    return changes


def _as_stated(article: Article) -> Article:
    return replace(article, published=Fact()) if article.published.basis is Basis.INFERRED else article


def _date(
    articles: dict[str, Article],
    held: dict[str, Article],
    stories: Iterable[Story],
    passages: dict[str, Passage],
    store: Store,
) -> dict[str, Article]:
    """Infer publication dates that no article states from the siblings that do; keep what differs from `held`."""
    siblings: dict[str, set[str]] = defaultdict(set)
    for story in stories:
        members = {passages[p].article for p in story.passages}
        for member in members:
            siblings[member] |= members - {member}
    inferred = infer_published(list(articles.values()), {a: sorted(others) for a, others in siblings.items()})
    with store.transaction():
        for article in inferred:
            if article != held[article.id]:
                store.update_article(article)
    return {article.id: article for article in inferred}


def _annotate(articles: dict[str, Article], store: Store, options: ReadOptions, progress: Progress) -> tuple[str, ...]:
    engine = digest((VERSION, repr(options.engine)))
    held = store.annotation_keys()
    keys = {a.id: annotation_key(a, engine) for a in articles.values()}
    due = [articles[i] for i in sorted(articles) if held.get(i) != keys[i]]
    load = partial(load_engine, options.engine)
    done = 0
    for batch in in_batches(annotate_all(due, load, options.workers), _KEPT_AT_ONCE):
        with store.transaction():
            for article, annotation in batch:
                store.put_annotation(keys[article.id], annotation)
        done += len(batch)
        progress("reading who said what", done, len(due))
    return tuple(article.id for article in due)


def _read_stories(
    stories: Iterable[tuple[Story, tuple[Passage, ...]]],
    articles: Mapping[str, Article],
    judged: Sequence[Judgement],
    store: Store,
    outlets: Registry,
    progress: Progress,
) -> tuple[str, ...]:
    """Read those stories whose reading was made from something else than now; their ids."""
    annotation_keys = store.annotation_keys()
    held = store.reading_keys()
    method = digest(("reading", VERSION, outlets.digest))
    former = _former(store)
    due: list[_Due] = []
    for story, own in stories:
        members = [(articles[a], annotation_keys[a]) for a in sorted({p.article for p in own})]
        theirs = touching(judged, own)
        before = [
            (f, annotation_keys[f.id], now)
            for now, _ in members
            for f in former.get(now.address, ())
            if f.id in annotation_keys
        ]
        key = reading_key(story, own, [*members, *((f, k) for f, k, _ in before)], method, theirs)
        if held.get(story.id) != key:
            due.append(_Due(key, story, own, theirs, tuple((f, now) for f, _, now in before)))
    done = 0
    for batch in in_batches(due, _STORIES_AT_ONCE):
        told = [read_story(d.key, d.story, d.own, _material(d, articles, store, outlets)) for d in batch]
        with store.transaction():
            store.put_readings([reading for reading, _ in told], ())
            for reading, left in told:
                if (packed := pack(left)) is not None:
                    store.put_working(reading.story.id, packed)
        done += len(batch)
        progress("weighing claims", done, len(due))
    return tuple(d.story.id for d in due)


def _material(due: _Due, articles: Mapping[str, Article], store: Store, outlets: Registry) -> Material:
    accounts, former = _accounts(due.own, articles, store), _before(due.former, store)
    return Material(accounts, due.judged, former, outlets, unpack(store.working(due.story.id)))


def _former(store: Store) -> dict[str, list[Article]]:
    """Superseded articles by their address."""
    found: dict[str, list[Article]] = defaultdict(list)
    for article in store.former():
        found[article.address].append(article)
    return found


def _before(former: Sequence[tuple[Article, Article]], store: Store) -> tuple[Former, ...]:
    """What the addresses of a story's articles carried before, with what stands there now."""
    return tuple(
        Former(Account(f, tuple(block.span for block in f.body), store.annotation(f.id) or Annotation(f.id)), now)
        for f, now in former
    )


def _accounts(own: Sequence[Passage], articles: Mapping[str, Article], store: Store) -> tuple[Account, ...]:
    found = []
    for identity in sorted({p.article for p in own}):
        annotation = store.annotation(identity)
        assert annotation is not None, "every article was annotated before its stories are read"
        spans = tuple(span for p in own if p.article == identity for span in p.spans)
        found.append(Account(articles[identity], tuple(sorted(spans)), annotation))
    return tuple(found)
