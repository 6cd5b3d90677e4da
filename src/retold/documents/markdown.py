r"""Text with the marks of Markdown in it: the words without the marks, with their way back to the capture.

In: decoded text as people type it: `# a headline`, `**bold**`, `[words](address)`, `> quoted`, lists, lines broken at
some width. Out: canonical text and its map. Always holds: no character is put in; a line break inside a paragraph
becomes a blank; every other character of the result stands in the capture where the map says; plain prose without
such marks keeps all its characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.documents.texts import from_plain
from retold.records.documents import OffsetMap, OffsetRun
from retold.records.spans import Span

# What opens a line and is not part of its words: headings, quotations, list bullets; and lines that only draw.
OPENING = re.compile(r"[ \t]{0,3}(?:#{1,6}[ \t]+|(?:>[ \t]?)+|[-*+•][ \t]+)")
CLOSING = re.compile(r"[ \t]+#{1,6}[ \t]*\Z")
DRAWN = re.compile(r"[ \t]*(?:=+|-{3,}|(?:\*[ \t]*){3,}|_{3,}|`{3}.*)[ \t]*\Z")
HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]")
ITEM = re.compile(r"[ \t]{0,3}(?:[-*+•]|\d{1,3}[.)])[ \t]")
# Bounded repetitions keep the search linear in a line of brackets.
INLINE = re.compile(
    r"(?P<image>!\[[^\[\]\n]{0,300}\]\([^()\s]{1,1000}(?:[ \t][^()\n]{0,200})?\))"
    r"|(?P<open>\[)(?=[^\[\]\n]{1,300}\]\([^()\s]{1,1000}(?:[ \t][^()\n]{0,200})?\))"
    r"|(?P<close>(?<=[^\[\n])\]\([^()\s]{1,1000}(?:[ \t][^()\n]{0,200})?\))"
    r"|(?P<escape>\\[*_#\[\]`>~-])"
    r"|(?P<stars>\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=[\w.!?”])_{1,3}(?!\w)|`+|~~)"
)
# A paragraph that was broken by hand has lines of at least this many characters; shorter ones stand by themselves.
BROKEN = 50
ENDED = re.compile(r"[.!?…:][\"”’'»)\]*_]*\s*\Z")


def from_markdown(decoded: str, charset: str) -> tuple[str, OffsetMap]:
    """Canonical text and map of a text with Markdown's marks in it."""
    text, plain = from_plain(decoded, charset)
    lines = list(_lines(text))
    dropped = [span for line in lines for span in _marks(text, line)]
    joined = {end.start for before, after in _pairs(lines) if (end := _break(text, lines, before, after))}
    parts: list[str] = []
    runs: list[OffsetRun] = []
    length, start = 0, 0
    for gap in [*dropped, Span(len(text), len(text))]:
        if gap.start > start:
            piece = "".join(" " if at in joined else text[at] for at in range(start, gap.start))
            runs.extend(_carried(plain, Span(start, gap.start), length))
            parts.append(piece)
            length += len(piece)
        start = max(start, gap.end)
    return "".join(parts), OffsetMap(charset, tuple(runs))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _pairs(lines: list[Span]) -> Iterator[tuple[int, int]]:
    return zip(range(len(lines) - 1), range(1, len(lines)), strict=True)


def _marks(text: str, line: Span) -> Iterator[Span]:
    """The stretches of a line that are marks, in order, apart from each other."""
    words = line.of(text)
    if DRAWN.match(words) and words.strip():
        yield line
        return
    opening = OPENING.match(words)
    begun = opening.end() if opening else 0
    if begun:
        yield Span(line.start, line.start + begun)
    closing = CLOSING.search(words, begun) if opening and HEADING.match(words) else None
    for match in INLINE.finditer(words, begun, closing.start() if closing else len(words)):
        # Of an escape the sign after the backslash is what was meant.
        end = match.start() + 1 if match["escape"] else match.end()
        yield Span(line.start + match.start(), line.start + end)
    if closing:
        yield Span(line.start + closing.start(), line.end)


def _break(text: str, lines: list[Span], before: int, after: int) -> Span | None:
    """The line break between two lines where it only stands there for want of room."""
    one, other = lines[before].of(text), lines[after].of(text)
    if not one.strip() or not other.strip() or ENDED.search(one[-12:]) or HEADING.match(one):
        return None
    if OPENING.match(other) or ITEM.match(other) or DRAWN.match(other):
        return None
    goes_on = other.lstrip()[:1].islower()
    wrapped = before > 0 and len(one) >= BROKEN
    return Span(lines[before].end, lines[after].start) if goes_on or wrapped else None


def _carried(plain: OffsetMap, kept: Span, at: int) -> Iterator[OffsetRun]:
    """The runs of `plain` inside `kept`, for text that begins at `at` now."""
    for run in plain.runs:
        start, end = max(run.text_start, kept.start), min(run.text_start + run.length, kept.end)
        if start < end:
            yield OffsetRun(at + start - kept.start, run.capture_start + start - run.text_start, end - start)
