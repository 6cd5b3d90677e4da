"""An article in, its annotation out: attributions with their chains, actors, times and quantities.

Attributions are sought in headline, deck and body, never in labels, teasers or boilerplate. All spans are code points
of the article's text. The same article gives the same annotation, whatever was read before it; no text makes it raise.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Protocol, TypeVar

from retold.language.english_clauses import clauses
from retold.records.documents import Article, BlockKind
from retold.records.spans import Span, Spans
from retold.records.statements import Annotation
from retold.statements.actors import find_actors
from retold.statements.assembly import assemble
from retold.statements.chains import chain_frames
from retold.statements.continuation import continuations, set_apart
from retold.statements.engine import Engine
from retold.statements.finding import cite_frames, find_frames, is_person
from retold.statements.merging import merge_frames
from retold.statements.parsed import parsed_of
from retold.statements.quantities import find_quantities
from retold.statements.speakers import cast_of
from retold.statements.support import unsupported_language
from retold.statements.tagging.tagger import TaggedAttribution
from retold.statements.times import find_timex


class _Placed(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def span(self) -> Span: ...


Found = TypeVar("Found", bound=_Placed)
READ = (BlockKind.HEADLINE, BlockKind.DECK, BlockKind.BODY)


def annotate(article: Article, engine: Engine) -> Annotation:
    """Everything read off one article; an unsupported language is named and nothing else is done with it."""
    read = article.of_kind(*READ)
    unsupported = unsupported_language(" ".join(block.span.of(article.text) for block in read[:40]))
    if unsupported is not None:
        return Annotation(article.id, unsupported=unsupported)
    spans = tuple(block.span for block in read)
    doc, sentences = engine.parser.parse(article.text, spans)
    parsed = parsed_of(article.text, doc, sentences)
    headlines: Spans = tuple(b.span for b in read if b.kind is BlockKind.HEADLINE)
    tagged = tuple(_parted(item, spans, headlines) for item in engine.tagger.tag([_blanked(article.text, spans)])[0])
    found = merge_frames(parsed, find_frames(parsed, headlines), tagged, engine.options.attitudes)
    frames = [set_apart(parsed, f) for f in cite_frames(parsed, found) if _inside(f.content, spans)]
    chained = chain_frames(parsed, frames, lambda frame: is_person(parsed, frame))
    mentions, actors = find_actors(article.text, doc)
    cast = cast_of(mentions, actors)
    attributions = assemble(parsed, cast, chained, continuations(parsed, chained))
    kept = tuple(a for a in attributions if a.confidence >= engine.options.threshold)
    return Annotation(
        article.id,
        kept,
        timex=_read_only(find_timex(article.text, article.published.value, sentences), spans),
        quantities=_read_only(find_quantities(article.text), spans),
        mentions=_read_only(mentions, spans),
        actors=actors,
        sentences=sentences,
        clauses=clauses(doc),
    )


def _read_only(found: tuple[Found, ...], spans: Spans) -> tuple[Found, ...]:
    """What lies in the blocks that are read."""
    starts = [span.start for span in spans]
    kept = []
    for item in found:
        index = bisect_right(starts, item.span.start) - 1
        if index >= 0 and item.span.end <= spans[index].end:
            kept.append(item)
    return tuple(kept)


def _blanked(text: str, spans: Spans) -> str:
    """The text with line breaks in place of all that is not read, so that offsets stay what they are."""
    pieces: list[str] = []
    position = 0
    for span in spans:
        pieces += ["\n" * (span.start - position), span.of(text)]
        position = span.end
    return "".join((*pieces, "\n" * (len(text) - position)))


def _parted(item: TaggedAttribution, spans: Spans, headlines: Spans) -> TaggedAttribution:
    """The attribution with contents that end with their block; a headline is no part of what is said below it."""
    if all(any(outer.contains(span) for outer in spans) for span in item.content):
        return item
    below = not any(outer.overlaps(cue) for outer in headlines for cue in item.cue)
    blocks = [outer for outer in spans if not (below and outer in headlines)]
    parts = (
        Span(max(span.start, outer.start), min(span.end, outer.end))
        for span in item.content
        for outer in blocks
        if outer.overlaps(span)
    )
    return replace(item, content=tuple(parts))


def _inside(content: Spans, spans: tuple[Span, ...]) -> bool:
    return all(any(outer.contains(span) for outer in spans) for span in content)
