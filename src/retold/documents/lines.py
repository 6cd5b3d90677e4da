"""A text as lines: each with its place, its words, and what the page's markup said of it.

A line ends at any break that Unicode knows. Lines of white space are left out; a line's span has none at its edges.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retold.records.documents import BlockKind
from retold.records.spans import Span
from retold.text.words import WORD, fold, strip_span

LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
SPACES = re.compile(r"\s+")
STOP = re.compile(r"[.!?…。！？:;,][\"”’'»)\]*]*\Z")
SENTENCE_STOP = re.compile(r"[.!?…。！？][\"”’'»)\]*]*\Z")
INNER_STOP = re.compile(r"[a-z0-9)”\"’][.!?][\"”’)]*\s+[\"“‘(]?[A-Z]")


@dataclass(frozen=True, slots=True)
class Hint:
    """What a page's markup says of a line: its role, or None where it only says that it belongs to the article."""

    kind: BlockKind | None
    why: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: `plain` is its words with straight apostrophes and single spaces, to compare with."""

    index: int
    span: Span
    text: str
    plain: str
    size: int
    hint: Hint | None = None

    @property
    def has_stop(self) -> bool:
        """Whether a sentence ends with the line."""
        return SENTENCE_STOP.search(self.text[-12:]) is not None

    @property
    def is_headish(self) -> bool:
        """Whether it could be a headline: short, opens large, no mark at its end and no sentence end inside."""
        if not 2 <= self.size <= 24 or len(self.text) > 200 or self.text[0].islower():
            return False
        tail = self.text[-12:]
        if STOP.search(tail) and not tail.rstrip("\"”’'»").endswith(("?", "!")):
            return False
        return INNER_STOP.search(self.text) is None


def read_lines(text: str, hints: Sequence[Hint | None] = ()) -> tuple[Line, ...]:
    """The lines of `text` that hold more than white space; `hints` belong to them in order, where given."""
    found: list[Line] = []
    for match in LINE.finditer(text):
        span = strip_span(text, Span(match.start(), match.end()))
        if not len(span):
            continue
        index = len(found)
        line = span.of(text)
        hint = hints[index] if index < len(hints) else None
        found.append(Line(index, span, line, plain(line), len(WORD.findall(line)), hint))
    return tuple(found)


def plain(text: str) -> str:
    """Typographic apostrophes straight and white space single; only the first 1,000 characters, all that rules see."""
    return SPACES.sub(" ", text[:1000].replace("’", "'").replace("‘", "'")).strip()


def as_words(text: str) -> str:
    """The folded words of a text with single spaces between them and at both ends: what repetition is judged by."""
    return " " + " ".join(map(fold, WORD.findall(text))) + " "
