"""Copied text: which articles share text that one took from the other, or both from a third.

In: articles, or light records of them. Out: one `Copy` for each pair, with the shared stretches. A pair is a copy
when the shorter article's own words stand in the other in one connected stretch of several sentences; a lone
sentence, a common quotation, a footer or a standing background paragraph is none. The result does not depend on the
order of the input; pairs come in order of their ids.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from retold.records.documents import Article
from retold.records.spans import Span, Spans
from retold.records.stories import Copy, CopyKind, Direction, SharedText
from retold.stories.alignments import PAIRS, Alignment, align
from retold.stories.candidates import find_candidates
from retold.stories.hashing import Array
from retold.stories.pairing import CandidateOptions
from retold.stories.sketches import sketch
from retold.stories.times import moment
from retold.text.quotes import quotations

OPENING = frozenset('"“„«‘`')
CLOSING = "\"”“»’'"
KINDS = (CopyKind.VERBATIM, CopyKind.LIGHT, CopyKind.CUT, CopyKind.REWRITE, CopyKind.MERGE)
# Bounds between the kinds, swept on 20,000 planted copies for the fewest confusions: a text of which all but a tenth
# is shared was edited lightly (or cut, where the other is longer); one whose shared runs are short but close together
# was rewritten; one with a long stretch of its own is a merge.
NEARLY_ALL = 0.9
MOST = 0.75
SAME_LENGTH = 0.8
SHORT_RUNS = 14.0
# In a corpus of this many articles for each holder, a run is no rarer than chance makes it.
CORPUS = 1000.0


@dataclass(frozen=True, slots=True)
class CopyText:
    """What copy search knows of an article; `body` are the stretches that count, None for the whole text.

    `title` and `url` tell lineage which records are versions of one page; they do not count as copied text. `origins`
    are addresses that the page names as where it comes from, each with the field that does.
    """

    id: str
    text: str
    outlet: str | None = None
    published: str | None = None
    body: Spans | None = None
    title: str | None = None
    url: str | None = None
    origins: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CopyOptions:
    """What makes a pair a copy; shares are parts of the shorter article's words.

    `whole` of them suffice anywhere. Otherwise a connected stretch must touch two sentences and the shared words make
    `one_place`, or `half` where they stand in two places at least of one text, or three sentences and `part`: an
    unbroken paragraph that two articles share is more often standing background than a copy. Swept on 20,000 planted
    copies with 600 hard negatives (seed 7): part .22 to .3 lifts precision by .004 and costs nothing, one_place .42
    to .5 lifts it by .006 and costs .02 of the merged copies.
    Unless `all` is shared, one run at least must have `longest` words: shorter ones are phrases of a form that both
    fill in, such as a weather report (swept 6 to 9: .989 to .987 of planted rewrites found).
    Unless `all` is shared, or text in more than `places` places, `own` of the words outside quotation marks must be
    shared too, `least` code points of them.
    Text that 2**`standing` articles hold on average (more in a large corpus) needs `half` in any case.
    """

    candidates: CandidateOptions = field(default_factory=CandidateOptions)
    seed: int = 4
    all: float = 0.8
    longest: int = 9
    places: int = 4
    whole: float = 0.7
    one_place: float = 0.46
    half: float = 0.4
    part: float = 0.3
    own: float = 0.12
    least: int = 50
    standing: float = 4.0


def of_article(article: Article) -> CopyText:
    """The light record of an article: only its body counts."""
    body = tuple(block.span for block in article.body)
    origins = tuple((fact.method, fact.value) for fact in article.origins if fact.value)
    outlet, published = article.outlet.value, article.published.value
    return CopyText(article.id, article.text, outlet, published, body, article.title, article.url, origins)


def find_copies(articles: Sequence[Article | CopyText], options: CopyOptions | None = None) -> tuple[Copy, ...]:
    """Every pair of articles that shares copied text."""
    found = stream_copies([of_article(a) if isinstance(a, Article) else a for a in articles], options)
    return tuple(sorted(found, key=lambda copy: (copy.a, copy.b)))


def stream_copies(records: Sequence[CopyText], options: CopyOptions | None = None) -> Iterator[Copy]:
    """The same, one pair at a time, as they are found; raises ValueError when two records have one id."""
    options = options or CopyOptions()
    for job in find_jobs(records, options):
        yield from judge_pairs(job, options)


@dataclass(frozen=True, slots=True)
class CopyJob:
    """Some candidate pairs with the articles that they need, so that they can be judged anywhere.

    `a` and `b` index `records`, `common` is how commonly the runs are met that a pair shares; `pairs` and `articles`
    are how many there are in the whole search.
    """

    records: tuple[CopyText, ...]
    a: Array
    b: Array
    common: Array
    pairs: int
    articles: int


def find_jobs(records: Sequence[CopyText], options: CopyOptions) -> Iterator[CopyJob]:
    """The candidate pairs, some hundreds at a time; raises ValueError when two records have one id."""
    ordered = sorted(records, key=lambda record: record.id)
    for one, two in itertools.pairwise(ordered):
        if one.id == two.id:
            raise ValueError(f"two articles with the id {one.id!r}")
    sought = options.candidates
    texts = [body_text(record) for record in ordered]
    found = find_candidates(sketch(texts, sought.run, sought.every, sought.floor), sought)
    del texts
    for first in range(0, len(found.a), PAIRS):
        part = slice(first, first + PAIRS)
        docs, where = np.unique(np.concatenate([found.a[part], found.b[part]]), return_inverse=True)
        needed = tuple(ordered[n] for n in docs.tolist())
        half = len(where) // 2
        yield CopyJob(needed, where[:half], where[half:], found.common[part], len(found.a), len(ordered))


def judge_pairs(job: CopyJob, options: CopyOptions) -> Iterator[Copy]:
    """Those of a job's pairs that are copies."""
    texts = [body_text(record) for record in job.records]
    yield from _judge(job, texts, align(texts, job.a, job.b, options.seed), options)


def body_text(record: CopyText) -> str:
    """The text with everything outside the body blanked, so that offsets stay as they are."""
    if record.body is None:
        return record.text
    parts: list[str] = []
    at = 0
    for span in record.body:
        parts.append("\n" * min(1, span.start - at) + " " * (span.start - at - 1))
        parts.append(span.of(record.text))
        at = span.end
    parts.append(" " * (len(record.text) - at))
    return "".join(parts)


def _judge(job: CopyJob, texts: Sequence[str], aligned: Alignment, options: CopyOptions) -> Iterator[Copy]:
    records = job.records
    share = _share(aligned)
    copied = share >= options.whole
    enough = np.where(aligned.places >= 2, options.half, options.one_place)
    copied |= (aligned.block_sentences >= 2) & (share >= enough)
    rare = job.common <= max(options.standing, np.log2(max(job.articles, 1) / CORPUS))
    copied |= (aligned.block_sentences >= 3) & (aligned.places >= 2) & (share >= options.part) & rare
    copied &= (aligned.longest >= options.longest) | (share >= options.all)
    doubtful = (share < options.all) & (aligned.places <= options.places)
    kinds = copy_kinds(aligned)
    mine = copied[aligned.pair]
    bounds = np.searchsorted(aligned.pair[mine], np.arange(len(share) + 1)).tolist()
    columns = (aligned.a_start, aligned.a_end, aligned.b_start, aligned.b_end)
    runs = list(zip(*(column[mine].tolist() for column in columns), strict=True))
    for n in np.flatnonzero(copied).tolist():
        a, b = int(job.a[n]), int(job.b[n])
        shared = runs[bounds[n] : bounds[n + 1]]
        if doubtful[n] and not shares_own_words(texts[a], texts[b], shared, options):
            continue
        yield Copy(
            records[a].id,
            records[b].id,
            kinds[n],
            round(float(share[n]), 4),
            direction(records[a].published, records[b].published),
            tuple(SharedText(Span(w, x), Span(y, z)) for w, x, y, z in shared),
        )


def _share(aligned: Alignment) -> Array:
    shorter = np.maximum(np.minimum(aligned.words_a, aligned.words_b), 1)
    share: Array = np.where(aligned.words_a <= aligned.words_b, aligned.covered_a, aligned.covered_b) / shorter
    return share


def shares_own_words(a: str, b: str, runs: Sequence[tuple[int, int, int, int]], options: CopyOptions) -> bool:
    """Whether enough of what is shared stands outside quotation marks, in one of the two texts at least.

    One suffices because a lost quotation mark turns the rest of a paragraph inside out.
    """
    return _has_own(a, [run[:2] for run in runs], options) or _has_own(b, [run[2:] for run in runs], options)


def _has_own(text: str, shared: Sequence[tuple[int, int]], options: CopyOptions) -> bool:
    """The same for one text, measured in code points."""
    if not any(mark in text for mark in OPENING):
        return True
    quoted = [span for span in quotations(text) if text[span.end - 1] in CLOSING]
    if not quoted:
        return True
    total = sum(len(span) for span in quoted)
    ends = [span.end for span in quoted]
    own = 0
    for start, end in shared:
        own += end - start
        for span in quoted[bisect_right(ends, start) :]:
            if span.start >= end:
                break
            own -= min(end, span.end) - max(start, span.start)
    return own >= options.own * (len(text) - total) and own >= options.least


def copy_kinds(aligned: Alignment) -> list[CopyKind]:
    """How each pair's text was handled, seen from the shorter article."""
    a_shorter = aligned.words_a <= aligned.words_b
    shorter = np.maximum(np.minimum(aligned.words_a, aligned.words_b), 1)
    longer = np.maximum(np.maximum(aligned.words_a, aligned.words_b), 1)
    share = _share(aligned)
    bridged = np.where(a_shorter, aligned.bridged_a, aligned.bridged_b) / shorter
    runs = np.bincount(aligned.pair, minlength=len(shorter))
    mean = np.bincount(aligned.pair, weights=aligned.length, minlength=len(shorter)) / np.maximum(runs, 1)
    alike = shorter >= SAME_LENGTH * longer
    same = (shorter == longer) & (runs == 1) & (share == 1)
    near = np.where(alike, 1, 2)
    kind = np.select(
        [same, share >= NEARLY_ALL, (bridged >= MOST) & (mean < SHORT_RUNS), bridged >= NEARLY_ALL, share >= MOST],
        [0, near, 3, near, 2],
        4,
    )
    return [KINDS[n] for n in kind.tolist()]


def direction(a: str | None, b: str | None) -> Direction:
    """Which of two was published first, where their dates say so."""
    if a == b:
        return Direction.UNKNOWN
    one, two = moment(a), moment(b)
    if one is None or two is None:
        return Direction.UNKNOWN
    if one.is_before(two):
        return Direction.A_TO_B
    return Direction.B_TO_A if two.is_before(one) else Direction.UNKNOWN
