"""Whether a content is given in its speaker's words: direct, indirect or mixed."""

from __future__ import annotations

from retold.records.spans import Spans
from retold.records.statements import QuotationKind
from retold.statements.parsed import Parsed
from retold.text.words import words


def kind_of(parsed: Parsed, content: Spans) -> QuotationKind:
    """Direct when every word stands inside quotation marks, indirect when none does, else mixed."""
    quoted = plain = 0
    for span in content:
        for word in words(parsed.text, span):
            if parsed.quote_at(word.start) is not None:
                quoted += 1
            else:
                plain += 1
    if not quoted:
        return QuotationKind.INDIRECT
    return QuotationKind.MIXED if plain else QuotationKind.DIRECT
