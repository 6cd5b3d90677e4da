"""A draft held against the store: the draft in, what the archive has on each of its claims out.

Always holds: nothing is written; the draft is in no story and no origin; an archived article with the draft's own
text is left out of everything that is compared, since it is the draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from retold.claims import DraftCheck, build_ledger, check_draft
from retold.claims.options import LedgerOptions
from retold.documents import Decoded, decode, parse
from retold.pipeline.judging import applicable, touching
from retold.pipeline.storytelling import name_claims
from retold.records.claims import Account, Ledger
from retold.records.documents import Article, Capture, Metadata, Refusal
from retold.records.judgements import Judgement
from retold.records.outlets import Registry
from retold.records.spans import Span
from retold.records.statements import Annotation
from retold.records.stories import Descent, Passage, Story
from retold.statements import Engine, annotate
from retold.store.contract import Store
from retold.stories.finding import Nearness, find_stories
from retold.stories.groups import GroupOptions, PassageText, of_passage
from retold.stories.passages import find_passages

DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """How a draft is held against the archive: at most `stories` of those near it are compared, the nearest."""

    stories: int = 5
    grouping: GroupOptions = field(default_factory=GroupOptions)
    ledger: LedgerOptions = field(default_factory=LedgerOptions)


@dataclass(frozen=True, slots=True)
class NearStory:
    """A story that the draft was held against, and why."""

    story: Story
    nearness: Nearness
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftReport:
    """What came of a draft: its claims in order; `near` the stories compared, `left_out` how many more were near.

    `lines` give for each check the line of the draft's file where it begins, from 1. `same` are archived articles with
    the draft's very text; `archive` is the number of articles that were searched.
    """

    draft: Article
    annotation: Annotation
    checks: tuple[DraftCheck, ...]
    lines: tuple[int, ...]
    near: tuple[NearStory, ...]
    left_out: int
    same: tuple[str, ...]
    archive: int


def check(
    capture: Capture, stated: Metadata, store: Store, load: Callable[[], Engine], options: CheckOptions
) -> DraftReport | Refusal:
    """Hold a draft against everything in the store; the store is only read.

    `stated` is what its writer says of it (outlet, date); `load` makes the engine, once it is known to be needed.
    """
    draft = _draft(capture, stated, store)
    if isinstance(draft, Refusal):
        return draft
    annotation = annotate(draft, load())
    archive = {article.id: article for article in store.articles()}
    same = tuple(a.id for a in archive.values() if a.capture == draft.capture or a.text == draft.text)
    told = list(store.stories())
    passages = {p.id: p for _, own in told for p in own if p.article in archive and p.article not in same}
    near = find_stories(
        _parts(draft),
        [of_passage(archive[p.article], p) for p in passages.values()],
        [story for story, _ in told],
        options.grouping,
    )
    chosen = near[: options.stories]
    stories = {story.id: story for story, _ in told}
    held = {n.story: [passages[p] for p in stories[n.story].passages if p in passages] for n in chosen}
    near_by = [p for kept in held.values() for p in kept]
    accounts = _accounts(near_by, archive, store)
    judged = touching(applicable(store.judgements(), archive), near_by)
    ledgers, descents = _ledgers(chosen, held, accounts, store, judged, without=same, outlets=options.ledger.outlets)
    own = Account(draft, tuple(block.span for block in draft.body), annotation)
    checks = check_draft(own, tuple(accounts.values()), ledgers, descents, options.ledger, judged)
    return DraftReport(
        draft=draft,
        annotation=annotation,
        checks=checks,
        lines=_lines(capture, draft, [found.own[0].span.start for found in checks]),
        near=tuple(NearStory(stories[n.story], n, _articles(held[n.story])) for n in chosen),
        left_out=len(near) - len(chosen),
        same=same,
        archive=len(archive),
    )


def _parts(draft: Article) -> list[PassageText]:
    """The draft's passages, and each paragraph by itself: it may tell in passing what was a story of its own."""
    paragraphs = [
        PassageText(f"{draft.id}:{block.span.start}", draft.id, block.span.of(draft.text)) for block in draft.body
    ]
    return [*(of_passage(draft, passage) for passage in find_passages(draft)), *paragraphs]


def _draft(capture: Capture, stated: Metadata, store: Store) -> Article | Refusal:
    """The draft as an article; its id is one that no article of the store has."""
    name = DRAFT
    while store.article(name) is not None:
        name += "-"
    return parse(replace(capture, metadata=replace(stated, id=name)))


def _lines(capture: Capture, draft: Article, places: Sequence[int]) -> tuple[int, ...]:
    decoded = decode(capture)
    assert isinstance(decoded, Decoded), "it was read a moment ago"
    starts = [draft.offsets.to_capture(place) or 0 for place in places]
    return tuple(decoded.text.count("\n", 0, start) + 1 for start in starts)


def _articles(passages: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(sorted({passage.article for passage in passages}))


def _accounts(passages: Sequence[Passage], articles: Mapping[str, Article], store: Store) -> dict[str, Account]:
    """One account an article, whichever of the stories its passages tell."""
    spans: dict[str, list[Span]] = {}
    for passage in passages:
        spans.setdefault(passage.article, []).extend(passage.spans)
    return {
        identity: Account(articles[identity], tuple(sorted(own)), store.annotation(identity) or Annotation(identity))
        for identity, own in sorted(spans.items())
    }


def _ledgers(
    chosen: Sequence[Nearness],
    held: Mapping[str, Sequence[Passage]],
    accounts: Mapping[str, Account],
    store: Store,
    judged: Sequence[Judgement],
    *,
    without: Sequence[str],
    outlets: Registry,
) -> tuple[list[Ledger], list[Descent]]:
    """The stories' own ledgers, made anew where an article was left out of one; and who copied whom in them."""
    ledgers, descents = [], []
    for near in chosen:
        reading = store.reading(near.story)
        if reading is None:
            continue
        kept = [d for d in reading.descents if d.child not in without]
        ledger = reading.ledger
        if any(passage.article in without for passage in reading.passages):
            told = [accounts[article] for article in _articles(held[near.story])]
            ledger = name_claims(
                near.story, build_ledger(near.story, told, kept, LedgerOptions(outlets=outlets), judged)
            )
        ledgers.append(ledger)
        descents += kept
    return ledgers, descents
