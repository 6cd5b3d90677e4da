"""Words: runs of letters and digits with inner apostrophes, full stops or hyphens, and every other visible sign."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from retold.records.spans import Span

WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
TOKEN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*|[^\w\s]|_")


def words(text: str, within: Span | None = None) -> Iterator[Span]:
    """The words of `text` (of its stretch `within`), in order; punctuation is none."""
    bounds = Span(0, len(text)) if within is None else within
    for match in WORD.finditer(text, bounds.start, bounds.end):
        yield Span(match.start(), match.end())


def tokens(text: str, within: Span | None = None) -> Iterator[Span]:
    """Words and single punctuation signs of `text` (of its stretch `within`), in order."""
    bounds = Span(0, len(text)) if within is None else within
    for match in TOKEN.finditer(text, bounds.start, bounds.end):
        yield Span(match.start(), match.end())


def fold(word: str) -> str:
    """A word as compared: case, typographic apostrophes and compatibility forms made alike."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).replace("’", "'").casefold()


def strip_span(text: str, span: Span) -> Span:
    """The span without white space at its edges."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
