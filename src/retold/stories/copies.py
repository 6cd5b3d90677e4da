"""Copied text: which articles share text that one took from the other, or both from a third.

In: articles, or light records of them. Out: one `Copy` for each pair, with the shared stretches. A pair is a copy
when the shorter article's own words stand in the other in one connected stretch of several sentences; a lone
sentence, a common quotation, a footer or a standing background paragraph is none. The result does not depend on the
order of the input; pairs come in order of their ids.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from retold.records.documents import Article
from retold.records.spans import Span, Spans
from retold.records.stories import Copy, CopyKind, Direction, SharedText
from retold.stories.alignments import Alignment, align
from retold.stories.hashing import Array
from retold.stories.sketches import Candidates, SketchOptions, find_candidates
from retold.stories.times import Moment, moment
from retold.text.quotes import quotations


@dataclass(frozen=True, slots=True)
class CopyText:
    """What copy search knows of an article; `body` are the stretches that count, None for the whole text."""

    id: str
    text: str
    outlet: str | None = None
    published: str | None = None
    body: Spans | None = None


@dataclass(frozen=True, slots=True)
class CopyOptions:
    """What makes a pair a copy; shares are parts of the shorter article's words.

    `whole` of them suffice anywhere; otherwise the longest connected stretch must touch two sentences and the shared
    words make `half`, or three and `part`. Swept on 20,000 planted copies (seed 7): half .35-.5, part .2-.3, whole
    .65-.75 give a precision of .992 to .998; these keep .997 and find .98 of merged copies.
    `own` is the part of the words outside quotation marks that must be shared as well, in words at least `least`.
    A passage that 2**`standing` articles hold is standing matter unless it makes `half` of the shorter article.
    """

    sketch: SketchOptions = field(default_factory=SketchOptions)
    seed: int = 4
    whole: float = 0.7
    half: float = 0.42
    part: float = 0.25
    own: float = 0.2
    least: int = 10
    standing: float = 2.5


def of_article(article: Article) -> CopyText:
    """The light record of an article: only its body counts."""
    body = tuple(block.span for block in article.body)
    return CopyText(article.id, article.text, article.outlet.value, article.published.value, body)


def find_copies(articles: Sequence[Article | CopyText], options: CopyOptions | None = None) -> tuple[Copy, ...]:
    """Every pair of articles that shares copied text."""
    return tuple(stream_copies([of_article(a) if isinstance(a, Article) else a for a in articles], options))


def stream_copies(records: Sequence[CopyText], options: CopyOptions | None = None) -> Iterator[Copy]:
    """The same, one pair at a time, in order of `a`, then `b`; raises ValueError when two records have one id."""
    options = options or CopyOptions()
    ordered = sorted(records, key=lambda record: record.id)
    for one, two in itertools.pairwise(ordered):
        if one.id == two.id:
            raise ValueError(f"two articles with the id {one.id!r}")
    texts = [body_text(record) for record in ordered]
    found = find_candidates(texts, options.sketch)
    first = 0
    for aligned in align(texts, found.a, found.b, options.seed):
        last = first + len(aligned.words_a)
        batch = Candidates(found.a[first:last], found.b[first:last], found.common[first:last])
        yield from _judge(ordered, texts, batch, aligned, options)
        first = last


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


def _judge(
    records: Sequence[CopyText], texts: Sequence[str], batch: Candidates, aligned: Alignment, options: CopyOptions
) -> Iterator[Copy]:
    shorter = np.maximum(np.minimum(aligned.words_a, aligned.words_b), 1)
    covered = np.where(aligned.words_a <= aligned.words_b, aligned.covered_a, aligned.covered_b)
    share = covered / shorter
    part = np.where(batch.common > options.standing, options.half, options.part)
    copied = share >= options.whole
    copied |= (aligned.block_sentences >= 2) & (share >= options.half)
    copied |= (aligned.block_sentences >= 3) & (share >= part)
    bounds = np.searchsorted(aligned.pair, np.arange(len(shorter) + 1))
    for n in np.flatnonzero(copied):
        runs = _pick(aligned, int(bounds[n]), int(bounds[n + 1]))
        a, b = int(batch.a[n]), int(batch.b[n])
        if share[n] < options.whole and not _shares_own_words(texts[a], texts[b], runs, options):
            continue
        yield Copy(
            records[a].id,
            records[b].id,
            copy_kind(runs, int(aligned.words_a[n]), int(aligned.words_b[n]), float(share[n])),
            round(float(share[n]), 4),
            direction(moment(records[a].published), moment(records[b].published)),
            tuple(SharedText(Span(*run[:2]), Span(*run[2:])) for run in runs.spans.tolist()),
        )


@dataclass(frozen=True, slots=True)
class _Runs:
    """One pair's runs: code points `a start, a end, b start, b end` by row, and word places and lengths."""

    spans: Array
    a_word: Array
    b_word: Array
    length: Array


def _pick(aligned: Alignment, first: int, last: int) -> _Runs:
    rows = slice(first, last)
    spans = np.stack([aligned.a_start[rows], aligned.a_end[rows], aligned.b_start[rows], aligned.b_end[rows]], axis=1)
    return _Runs(spans, aligned.a_word[rows], aligned.b_word[rows], aligned.length[rows])


def _shares_own_words(a: str, b: str, runs: _Runs, options: CopyOptions) -> bool:
    """Whether enough of what is shared stands outside quotation marks, measured in code points."""
    for text, spans in ((a, runs.spans[:, :2]), (b, runs.spans[:, 2:])):
        quoted = np.zeros(len(text) + 1, np.bool_)
        for span in quotations(text):
            quoted[span.start : span.end] = True
        shared = np.zeros(len(text) + 1, np.bool_)
        for start, end in spans.tolist():
            shared[start:end] = True
        own = len(text) - int(quoted.sum())
        both = int((shared & ~quoted).sum())
        if both < options.own * own and len(text) <= max(len(a), len(b)) and text is (a if len(a) <= len(b) else b):
            return False
        if both < 5 * options.least:
            return False
    return True


# Swept on 20,000 planted copies for the fewest confusions of kind.
NEARLY_ALL = 0.9
BRIDGE = 12


def copy_kind(runs: _Runs, words_a: int, words_b: int, share: float) -> CopyKind:
    """How the copied text was handled, seen from the shorter article."""
    swapped = words_b < words_a
    first = runs.b_word if swapped else runs.a_word
    shorter, longer = sorted((words_a, words_b))
    if share >= 0.999 and shorter == longer and len(runs.length) == 1:
        return CopyKind.VERBATIM
    bridged = _bridged(first, runs.length) / max(shorter, 1)
    mean_run = float(runs.length.mean()) if len(runs.length) else 0.0
    if share >= NEARLY_ALL:
        return CopyKind.LIGHT if shorter >= 0.8 * longer else CopyKind.CUT
    if bridged >= 0.75 and mean_run < 14:
        return CopyKind.REWRITE
    if bridged >= NEARLY_ALL:
        return CopyKind.LIGHT if shorter >= 0.8 * longer else CopyKind.CUT
    return CopyKind.CUT if share >= 0.75 else CopyKind.MERGE


def _bridged(first: Array, length: Array) -> int:
    """Words from run to run when gaps of up to `BRIDGE` words are bridged."""
    order = np.argsort(first, kind="stable")
    start, end = first[order], (first + length)[order]
    reach = np.maximum.accumulate(end)
    gaps = start[1:] - reach[:-1]
    return int(reach[-1] - start[0] - gaps[gaps > BRIDGE].sum()) if len(start) else 0


def direction(a: Moment | None, b: Moment | None) -> Direction:
    """Which of two was published first, where their dates say so."""
    if a is None or b is None:
        return Direction.UNKNOWN
    if a.is_before(b):
        return Direction.A_TO_B
    return Direction.B_TO_A if b.is_before(a) else Direction.UNKNOWN
