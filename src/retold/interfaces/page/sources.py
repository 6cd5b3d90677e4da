"""An article's text cut into pieces that can be marked and linked to: every answer leads to its characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from retold.records.documents import Article, BlockKind
from retold.records.spans import Span
from retold.records.statements import Annotation

# Furniture is shown, but greyed: a reader must be able to check that it is furniture.
_FURNITURE = (BlockKind.LABEL, BlockKind.TEASER, BlockKind.BOILERPLATE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters with the same marks: `classes` for the style sheet, `anchors` that begin here."""

    words: str
    classes: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the article, or one of its lines."""

    kind: str
    furniture: bool
    pieces: tuple[Piece, ...]


def anchor(article: str, start: int) -> str:
    """The page's name for a place in an article. Ids from outside become plain letters, digits and hyphens."""
    safe = "".join(c if c.isascii() and c.isalnum() else f"-{ord(c):x}-" for c in article)
    return f"at-{safe}-{start}"


def paragraphs(article: Article, annotation: Annotation, pointed: Iterable[Span]) -> tuple[Paragraph, ...]:
    """The blocks of `article`, with who said what marked and an anchor at the start of every span in `pointed`."""
    marks: list[tuple[Span, str]] = []
    for said in annotation.attributions:
        marks.extend((span, "source") for span in said.source)
        marks.extend((span, "cue") for span in said.cue)
        marks.extend((span, "content") for span in said.content)
        marks.extend((span, "relay") for relay in said.relays for span in relay.spans)
    starts = sorted({span.start for span in pointed})
    found = []
    for block in article.blocks:
        for span in _lines(article.text, block.span):
            pieces = _pieces(article, span, marks, starts)
            found.append(Paragraph(block.kind.value, block.kind in _FURNITURE, pieces))
    return tuple(found)


def _lines(text: str, span: Span) -> Iterable[Span]:
    begun = span.start
    for line in span.of(text).split("\n"):
        if line.strip():
            yield Span(begun, begun + len(line))
        begun += len(line) + 1


def _pieces(article: Article, within: Span, marks: list[tuple[Span, str]], starts: list[int]) -> tuple[Piece, ...]:
    inside = [(span, name) for span, name in marks if span.overlaps(within)]
    own = [start for start in starts if within.start <= start < within.end]
    edges = {within.start, within.end, *own}
    for span, _ in inside:
        edges.update(edge for edge in (span.start, span.end) if within.start < edge < within.end)
    ordered = sorted(edges)
    pieces = []
    for start, end in pairwise(ordered):
        classes = sorted({name for span, name in inside if span.start <= start and end <= span.end})
        anchors = (anchor(article.id, start),) if start in own else ()
        pieces.append(Piece(article.text[start:end], " ".join(classes), anchors))
    return tuple(pieces)
