"""Chains: frames around frames become relays and parents.

In go the frames of one article, out come chained frames in text order. A frame whose content says nothing but another
frame ("Y reported that X said C"; "X said C, according to Y") is given up: its source becomes a relay of the inner
one. A frame whose content says more than the inner one stays and is the inner one's parent, and its source too is a
relay of what it tells of.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from retold.language.wordlists import word_set
from retold.records.spans import Span, Spans
from retold.records.statements import Stance
from retold.statements.frames import Frame, Link
from retold.statements.parsed import Parsed
from retold.statements.spans import places_of
from retold.text.words import words

# Words that an outer frame may say beside the inner one and still say nothing of its own.
LIGHT = word_set(
    """
    that and but also while as in on at however meanwhile then later the a an has have had
    """
)
# How many other words; 0 to 4 differ by .003 in whole-chain F1 on the development half of the practice chains.
SPARE = 2


@dataclass(frozen=True, slots=True)
class Chained:
    """A frame with its chain worked out; `parent` is an index into the same sequence."""

    frame: Frame
    links: tuple[Link, ...]
    parent: int | None


def chain_frames(parsed: Parsed, frames: list[Frame], is_person: Callable[[Frame], bool]) -> list[Chained]:
    """Collapse and nest; `is_person` says whether a frame's source is somebody rather than a publication."""
    ordered = sorted(_distinct(frames), key=lambda f: (f.start, -f.extent.end, f.verb))
    places = places_of([frame.spans for frame in ordered])
    ordered = [_clip(parsed, frame, [ordered[k] for k in places.near(frame.content)]) for frame in ordered]
    holders = [_holder(frame, ordered, places.near(frame.spans)) for frame in ordered]
    held: dict[int, list[int]] = {}
    for index, holder in enumerate(holders):
        if holder is not None:
            held.setdefault(holder, []).append(index)
    empty = [
        any(_says_nothing_else(parsed, frame, ordered[k]) for k in held.get(i, ())) for i, frame in enumerate(ordered)
    ]
    kept = [i for i in range(len(ordered)) if not empty[i]]
    place = {index: number for number, index in enumerate(kept)}
    chained = []
    for index in kept:
        links = list(ordered[index].links)
        later = ordered[index].later
        parent: int | None = None
        up = holders[index]
        while up is not None:
            links.extend(_as_links(ordered[up], is_person))
            # What a telling without words of its own went on with, goes on with the words it tells of.
            later = later or (ordered[up].later if empty[up] else ())
            if parent is None and not empty[up]:
                parent = place[up]
            up = holders[up]
        chained.append(Chained(replace(ordered[index], later=later), _no_doubles(links, ordered[index].source), parent))
    return chained


def _as_links(frame: Frame, is_person: Callable[[Frame], bool]) -> list[Link]:
    own = [Link(frame.source, is_person(frame))] if frame.source else []
    return [*own, *frame.links]


def _no_doubles(links: list[Link], source: Spans) -> tuple[Link, ...]:
    found: list[Link] = []
    for link in links:
        if not any(a.overlaps(b) for other in found for a in link.spans for b in other.spans) and not any(
            a.overlaps(b) for a in link.spans for b in source
        ):
            found.append(link)
    return tuple(found)


def _distinct(frames: list[Frame]) -> list[Frame]:
    """One frame for each source and content: the surer, else the first."""
    best: dict[tuple[Spans, Spans], Frame] = {}
    for frame in frames:
        key = (frame.source, frame.content)
        if key not in best or best[key].confidence < frame.confidence:
            best[key] = frame
    return list(best.values())


def _clip(parsed: Parsed, frame: Frame, others: list[Frame]) -> Frame:
    """Without another frame's "according to Y" or "X said" hanging at the end of a content."""
    content = frame.content
    last = content[-1]
    for other in others:
        if other is frame or not other.zone or not other.content:
            continue
        start = min(span.start for span in other.zone)
        end = max(span.end for span in other.zone)
        around = any(piece.contains(span) for piece in other.content for span in frame.cue or frame.source)
        if around and last.start < start < last.end <= end + 2:
            piece = parsed.trim(last.start, start)
            if piece is not None:
                last = piece
                content = (*content[:-1], piece)
    return replace(frame, content=content) if content != frame.content else frame


def _holder(frame: Frame, frames: list[Frame], near: list[int]) -> int | None:
    """The index of the narrowest frame whose content holds this one's source, cue and content."""
    best: int | None = None
    for index in near:
        other = frames[index]
        if other is frame or other.rule == "tagger-attitude" or not _holds(other, frame):
            continue
        if _holds(frame, other) and (other.extent, other.verb) >= (frame.extent, frame.verb):
            continue
        if best is None or len(other.extent) < len(frames[best].extent):
            best = index
    return best


def _holds(outer: Frame, inner: Frame) -> bool:
    body = outer.content
    own = (*inner.cue, *inner.content) if inner.cue else (*inner.source, *inner.content)
    # A quotation that goes on in later sentences is held where it begins.
    near = [span for span in own if span.start < body[-1].end]
    if own[0] not in near or not all(any(piece.contains(span) for piece in body) for span in near):
        return False
    if any(a.overlaps(b) for a in inner.content for b in (*outer.source, *outer.cue)):
        return False
    return not any(a == b for a in inner.content for b in body)


def _says_nothing_else(parsed: Parsed, outer: Frame, inner: Frame) -> bool:
    """Whether the outer content has hardly a word that is not the inner frame's."""
    if inner.stance in (Stance.DEMAND, Stance.QUESTION) and inner.rule == "verb":
        return False
    taken = (*inner.source, *inner.cue, *inner.content, *inner.zone)
    spare = 0
    for piece in outer.content:
        for word in words(parsed.text, piece):
            if any(span.start <= word.start < span.end for span in taken):
                continue
            if word.of(parsed.text).casefold() not in LIGHT:
                spare += 1
    return spare <= SPARE


def merge(spans: Spans) -> Spans:
    """Spans in order, overlapping ones joined."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
