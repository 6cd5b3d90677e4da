"""A parsed article: its text, tokens, sentences and quotations, with the look-ups that the grammar needs.

All positions that go in or out are code points of the article's text, or indices of tokens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.records.spans import Span
from retold.text.quotes import quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_QUOTE = 4_000
EDGES = " \t\n\r\xa0,;:–—-"


@dataclass(frozen=True, slots=True)
class Parsed:
    """One article as the grammar sees it; `quotes` ascend and do not overlap, marks included."""

    text: str
    doc: Doc
    sentences: tuple[Span, ...]
    quotes: tuple[Span, ...]
    token_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    quote_starts: tuple[int, ...]

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds `position`, or the last one before it."""
        return self.sentences[max(0, bisect_right(self.sentence_starts, position) - 1)]

    def sentence_index(self, position: int) -> int:
        """The index of that sentence."""
        return max(0, bisect_right(self.sentence_starts, position) - 1)

    def quote_at(self, position: int) -> Span | None:
        """The quotation that holds `position`."""
        index = bisect_right(self.quote_starts, position) - 1
        if index >= 0 and position < self.quotes[index].end:
            return self.quotes[index]
        return None

    def quote_before(self, position: int) -> Span | None:
        """The quotation that ends right before `position`, but for white space and a comma."""
        while position > 0 and self.text[position - 1] in " \xa0,.!?–—-":
            position -= 1
        quote = self.quote_at(position - 1) if position else None
        return quote if quote and quote.end == position else None

    def quote_after(self, position: int) -> Span | None:
        """The quotation that opens right after `position`, but for white space, comma, colon and "that"."""
        while position < len(self.text) and self.text[position] in " \xa0,:–—-":
            position += 1
        index = bisect_left(self.quote_starts, position)
        if index < len(self.quotes) and self.quotes[index].start == position:
            return self.quotes[index]
        return None

    def token_at(self, position: int) -> Token:
        """The token that holds `position`, or the last one before it."""
        return self.doc[max(0, bisect_right(self.token_starts, position) - 1)]

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that begin within the span."""
        low, high = bisect_left(self.token_starts, span.start), bisect_left(self.token_starts, span.end)
        return list(self.doc[low:high])

    def span(self, first: Token, last: Token) -> Span:
        """From the first code point of one token to the last of another."""
        return Span(first.idx, last.idx + len(last.text))

    def trim(self, start: int, end: int) -> Span | None:
        """The stretch without white space, commas and dashes at its edges; None when nothing is left."""
        while start < end and self.text[start] in EDGES:
            start += 1
        while end > start and self.text[end - 1] in EDGES:
            end -= 1
        return Span(start, end) if end > start else None


def parsed_of(text: str, doc: Doc, sentences: Iterable[Span]) -> Parsed:
    """The parse with its look-ups made ready."""
    found = tuple(sentences)
    # A longer stretch has lost its closing mark: nobody is quoted that long without a new paragraph.
    quotes = tuple(quote for quote in quotations(text) if len(quote) <= LONGEST_QUOTE)
    return Parsed(
        text,
        doc,
        found,
        quotes,
        tuple(token.idx for token in doc),
        tuple(s.start for s in found),
        tuple(q.start for q in quotes),
    )
