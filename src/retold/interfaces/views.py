"""What is shown of a story, whoever shows it: terminal, page and JSON are drawn from these views.

A view holds words ready to read and pointers to where they stand; it decides nothing that a stage should decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from retold.claims.timing import said_at
from retold.interfaces.clocks import FourClocks, four_clocks
from retold.interfaces.figures import split_by_figures
from retold.interfaces.judged import on_claim, on_dispute, on_story
from retold.interfaces.outlets import owner_notes
from retold.interfaces.variants import places_of
from retold.interfaces.withdrawals import WithdrawalView, withdrawal_views
from retold.language.outlets import REGISTRY
from retold.records.claims import Check, Claim, Dispute, Occurrence, Position, Range
from retold.records.collation import Change
from retold.records.documents import Article, Basis, Extent
from retold.records.judgements import Judgement
from retold.records.outlets import Registry
from retold.records.readings import StoryReading
from retold.records.spans import Pointer, Span, Spans, cover
from retold.records.statements import Annotation, Attribution, Relay, Speaker
from retold.records.stories import Descent
from retold.records.versions import History
from retold.text.words import fold, words

UNKNOWN_DATE = "date unknown"
OUTLET_ITSELF = "the outlet itself"
EXTENTS = {Extent.PART: "only the part before the paywall", Extent.SUMMARY: "only the outlet’s summary"}
# What a reader meets first among the changes: what alters the meaning before what alters the look.
CHANGE_ORDER = ("loaded", "quotation", "attribution", "hedging", "number", "date", "name", "other", "spelling")


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's part in a story. `copied` says in words what it was taken from, "" where nothing was.

    `why` gives the evidence for that, a reason each. `versions` is how many versions of its address were captured, of
    which it is the last, `silently` whether one was edited without saying so. `extent` says in words what is held of it
    where that is not the whole.
    """

    article: str
    outlet: str
    title: str
    published: str
    inferred: bool
    copied: str
    why: tuple[str, ...]
    versions: int = 1
    silently: bool = False
    extent: str = ""

    @property
    def versions_words(self) -> str:
        """How often it changed since it was first captured, "" where it did not."""
        silent = ", edited silently" if self.silently else ""
        return f"{self.versions} versions{silent}" if self.versions > 1 else ""

    @property
    def dated(self) -> bool:
        """Whether its date is known."""
        return self.published != UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement as the story's articles carry it: `where` holds its content in each of them.

    `said` holds every day or time that an article gives for the saying.
    """

    speaker: str
    unnamed: bool
    relays: tuple[str, ...]
    stance: str
    words: str
    where: tuple[Pointer, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """One occurrence of a claim: its words, its chain from the speaker to the outlet in words, and its clocks."""

    pointer: Pointer
    words: str
    position: str
    chain: tuple[str, ...]
    outlet: str
    published: str
    clocks: FourClocks


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its occurrences in words, the disputes that it is part of, and what people judged of it."""

    claim: Claim
    carried: tuple[Carried, ...]
    disputes: tuple[Dispute, ...]
    judged: tuple[Judgement, ...] = ()
    withdrawals: tuple[WithdrawalView, ...] = ()
    notes: tuple[str, ...] = ()
    """What the registry of outlets says of those that carry it; no count comes of it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: what it holds, and who carries it."""

    claim: str
    position: str
    words: str
    carried: tuple[Carried, ...]

    @property
    def carriers(self) -> tuple[str, ...]:
        """Each chain once, with the outlets that it reached: "Ann Dow → Harrow Courier, Newsline"."""
        outlets: dict[tuple[str, ...], dict[str, None]] = {}
        for carried in self.carried:
            outlets.setdefault(carried.chain, {})[carried.outlet] = None
        return tuple(" → ".join((*chain, ", ".join(names))) for chain, names in outlets.items())


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A dispute with its two sides, its name (the two claims), and what people judged of it."""

    dispute: Dispute
    sides: tuple[Side, ...]
    name: str = ""
    judged: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """Sums and changes of one wording that articles state, worked out: whether they agree, and who states them."""

    agrees: bool
    detail: str
    words: str
    outlets: tuple[str, ...]
    where: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story ready to show: claims with several retellings or a dispute first, then in order of statement.

    `checks` holds the sums that do not agree first.
    """

    id: str
    title: str
    tellings: tuple[Telling, ...]
    voices: tuple[Voice, ...]
    changes: tuple[Change, ...]
    claims: tuple[ClaimView, ...]
    disputes: tuple[DisputeView, ...]
    checks: tuple[Checked, ...]
    outlets: int
    judged: tuple[Judgement, ...] = ()
    withdrawals: tuple[WithdrawalView, ...] = ()

    @property
    def places(self) -> tuple[Change, ...]:
        """The changes with those of one place put together."""
        return places_of(self.changes)


def story_view(
    reading: StoryReading,
    article: Callable[[str], Article],
    annotation: Callable[[str], Annotation],
    judgements: Sequence[Judgement] = (),
    histories: Mapping[str, History] = MappingProxyType({}),
    outlets: Registry = REGISTRY,
) -> StoryView:
    """What is shown of `reading`; articles and annotations are looked up by id, all `judgements` given.

    `histories` holds what was captured at the articles' addresses, `outlets` who owns whom.
    """
    parts: dict[str, list[Span]] = {}
    for passage in reading.passages:
        parts.setdefault(passage.article, []).extend(passage.spans)
    articles = {identity: article(identity) for identity in sorted(parts)}
    descents = {descent.child: descent for descent in reading.descents}
    tellings = tuple(
        _telling(a, descents.get(a.id), articles, histories.get(a.address))
        for a in sorted(articles.values(), key=lambda a: (a.published.value or "9", a.id))
    )
    voices = _voices({a: (articles[a], tuple(parts[a]), annotation(a)) for a in articles}, reading)
    ledger = reading.ledger
    withdrawn = withdrawal_views(ledger.retractions, article)
    claims = sorted(
        (
            replace(
                _claim_view(claim, ledger.disputes, articles, judgements, withdrawn),
                notes=owner_notes(claim, articles, outlets),
            )
            for claim in ledger.claims
        ),
        key=lambda view: (not view.disputes, -view.claim.origins.retellings),
    )
    by_id = {view.claim.id: view for view in claims}
    changes = sorted(reading.collation.changes, key=lambda change: (CHANGE_ORDER.index(change.kind), change.row))
    return StoryView(
        id=reading.story.id,
        title=reading.story.title or (tellings[0].title if tellings else reading.story.id),
        tellings=tellings,
        voices=voices,
        changes=tuple(changes),
        claims=tuple(claims),
        disputes=tuple(_dispute_view(dispute, by_id, judgements) for dispute in _open_first(ledger.disputes)),
        checks=_checked(ledger.checks, articles),
        outlets=len({outlets.one_name(telling.outlet) for telling in tellings}),
        judged=on_story(judgements, reading),
        withdrawals=withdrawn,
    )


def _checked(checks: Iterable[Check], articles: Mapping[str, Article]) -> tuple[Checked, ...]:
    """Equal sums together, whoever states them; the words run from the first amount to the last."""
    grouped: dict[tuple[bool, str], list[Check]] = {}
    for check in checks:
        grouped.setdefault((check.agrees, check.detail), []).append(check)
    found = []
    for (agrees, detail), own in grouped.items():
        where = tuple(Pointer(check.article, cover((check.total, *check.parts))) for check in own)
        outlets = tuple(dict.fromkeys(outlet_name(articles[check.article]) for check in own))
        words = " ".join(where[0].span.of(articles[where[0].article].text).split())
        found.append(Checked(agrees, detail, words, outlets, where))
    return tuple(sorted(found, key=lambda c: (c.agrees, c.where)))


def outlet_name(article: Article) -> str:
    """The outlet as a reader would name it; an unknown one goes by its file's name."""
    return article.outlet.value or article.name


def speaker_words(speaker: Speaker | None, source: str = "") -> str:
    """Who speaks, in words: a name, an unnamed source by its description, or the outlet itself."""
    if speaker is None:
        return OUTLET_ITSELF
    if speaker.name:
        return speaker.name
    described = speaker.role or source
    if speaker.unnamed:
        return f"{described or 'somebody'} (unnamed{f', {speaker.count} people' if (speaker.count or 0) > 1 else ''})"
    return described or "not said by whom"


def range_words(count: Range) -> str:
    """A range as read aloud: "1", or "1 to 2"."""
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"


def origin_words(claim: Claim) -> str:
    """The three counts of a claim in one line."""
    origins = claim.origins
    articles = f"{origins.retellings} article{'s' if origins.retellings != 1 else ''}"
    speakers = f"{range_words(origins.speakers)} speaker{_s(origins.speakers)}"
    return f"{articles}, {speakers}, {range_words(origins.observers)} observer{_s(origins.observers)}"


def _s(count: Range) -> str:
    return "" if count.low == count.high == 1 else "s"


def _telling(
    article: Article, descent: Descent | None, articles: Mapping[str, Article], history: History | None
) -> Telling:
    copied = ""
    if descent is not None and descent.parent is not None:
        parent = articles.get(descent.parent)
        origin = outlet_name(parent) if parent else descent.parent.removeprefix("common:") + " (unseen)"
        kind = f"{descent.kind} copy" if descent.kind else "copy"
        copied = f"{kind} of {origin}"
    return Telling(
        article=article.id,
        outlet=outlet_name(article),
        title=article.title or article.name,
        published=article.published.value or UNKNOWN_DATE,
        inferred=article.published.basis is Basis.INFERRED,
        copied=copied,
        why=tuple(trace.reason for trace in descent.traces) if descent and copied else (),
        versions=len(history.versions) if history else 1,
        silently=history is not None and history.is_silently_edited,
        extent=EXTENTS.get(article.extent, ""),
    )


def _voices(members: Mapping[str, tuple[Article, Spans, Annotation]], reading: StoryReading) -> tuple[Voice, ...]:
    """The attributions of the story's passages; the same statement in several articles is one voice.

    Two attributions are the same statement when collation put their sentences into one row, their speakers and stance
    agree, and neither gives a figure that the other does not: a corrected toll is another statement.
    """
    row_of: list[tuple[str, Span, int]] = [
        (cell.article, cell.span, index)
        for index, row in enumerate(reading.collation.rows)
        for cells in row.cells
        for cell in cells or ()
    ]
    grouped: dict[tuple[object, ...], list[tuple[Article, Attribution]]] = {}
    days: dict[tuple[str, str], str] = {}
    for identity, (article, spans, annotation) in members.items():
        for said in annotation.attributions:
            if not any(span.overlaps(piece) for span in spans for piece in said.content):
                continue
            row = next((r for a, s, r in row_of if a == identity and s.overlaps(said.content[0])), None)
            speaker = speaker_words(said.speaker, _words(article, said.source))
            key = (row if row is not None else (identity, said.id), speaker.casefold(), said.stance)
            grouped.setdefault(key, []).append((article, said))
            when = said_at(said, annotation, article.published.value)
            if when is not None and when.edtf:
                days[identity, said.id] = when.edtf
    annotations = {identity: annotation for identity, (_, _, annotation) in members.items()}
    voices = [_voice(found, days) for group in grouped.values() for found in split_by_figures(group, annotations)]
    return tuple(sorted(voices, key=lambda voice: (-len(voice.where), voice.where[0].article, voice.where[0].span)))


def _voice(found: list[tuple[Article, Attribution]], days: Mapping[tuple[str, str], str]) -> Voice:
    article, said = found[0]
    relays: tuple[Relay, ...] = max((s.relays for _, s in found), key=len)
    return Voice(
        speaker=speaker_words(said.speaker, _words(article, said.source)),
        unnamed=said.speaker.unnamed,
        relays=tuple(relay.name for relay in relays),
        stance=said.stance.value,
        words=_words(article, content_spans(article, said)),
        where=tuple(Pointer(a.id, content_spans(a, s)[0]) for a, s in found),
        said=_days(found, days),
    )


def _days(found: list[tuple[Article, Attribution]], days: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    """The days of saying that articles give, but for those on which another telling was out already."""
    first = min((article.published.value[:10] for article, _ in found if article.published.value), default="9")
    stated = {days[article.id, said.id] for article, said in found if (article.id, said.id) in days}
    return tuple(sorted(day for day in stated if day[:10] <= first))


def content_spans(article: Article, said: Attribution) -> Spans:
    """An attribution's content as it is read: without the "that" which joins it to its cue."""
    first, *rest = said.content
    joined = first.of(article.text).startswith("that ") and len(first) > len("that ")
    return (Span(first.start + len("that "), first.end), *rest) if joined else said.content


def _claim_view(
    claim: Claim,
    disputes: Iterable[Dispute],
    articles: Mapping[str, Article],
    judgements: Sequence[Judgement],
    withdrawn: Iterable[WithdrawalView],
) -> ClaimView:
    own = tuple(dispute for dispute in disputes if claim.id in (dispute.a, dispute.b))
    carried = tuple(carried_of(o, articles[o.article]) for o in claim.occurrences)
    taken_back = tuple(one for one in withdrawn if one.claim == claim.id)
    return ClaimView(claim, carried, own, on_claim(judgements, claim), taken_back)


def _open_first(disputes: Iterable[Dispute]) -> list[Dispute]:
    """Disputes in their order, those that a person rejected last."""
    return sorted(disputes, key=lambda dispute: bool(dispute.settled))


def _dispute_view(dispute: Dispute, claims: Mapping[str, ClaimView], judgements: Sequence[Judgement]) -> DisputeView:
    a, b = claims[dispute.a], claims[dispute.b]
    if dispute.a == dispute.b:
        sides = [_side(a, [c for c in a.carried if c.position == p]) for p in ("says", "denies", "doubts")]
    else:
        sides = [
            _side(view, [c for c in view.carried if c.position == "says"] or list(view.carried)) for view in (a, b)
        ]
    name = f"{dispute.a}/{dispute.b.rpartition('.')[2]}"
    judged = on_dispute(judgements, a.claim, b.claim)
    return DisputeView(dispute, tuple(side for side in sides if side.carried), name, judged)


def _side(view: ClaimView, carried: Sequence[Carried]) -> Side:
    first = carried[0] if carried else None
    words = first.words if first else view.claim.text
    return Side(view.claim.id, first.position if first else "says", words, tuple(carried))


def carried_of(occurrence: Occurrence, article: Article) -> Carried:
    """An occurrence in words."""
    outlet = outlet_name(article)
    relays = (relay.name for relay in occurrence.relays if not is_self(relay.name, outlet))
    chain = (speaker_words(occurrence.speaker), *relays)
    return Carried(
        pointer=Pointer(article.id, occurrence.span),
        words=occurrence.span.of(article.text),
        position={Position.ASSERT: "says", Position.DENY: "denies", Position.DOUBT: "doubts"}[occurrence.position],
        chain=chain,
        outlet=outlet,
        published=article.published.value or "",
        clocks=four_clocks(occurrence.clocks, article),
    )


def is_self(relay: str, outlet: str) -> bool:
    """Whether a relay is the outlet that names itself ("told the Courier" in the Harrow Courier)."""
    own, other = ({fold(span.of(name)) for span in words(name)} for name in (outlet, relay))
    return bool(other) and other <= own


def _words(article: Article, spans: Spans) -> str:
    return " … ".join(" ".join(span.of(article.text).split()) for span in spans)
