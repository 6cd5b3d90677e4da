"""One passage for each origin, as lines for a search index or a language model.

In: a ledger with its accounts. Out: one flat object for each selection, in order of claims. Always holds: `start` and
`end` point at `text` in the article's own text, `context_start` and `context_end` at `context`, which holds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from retold.claims import Selection, select_one_per_origin
from retold.records.claims import Account, Ledger
from retold.records.documents import Article
from retold.records.spans import Span
from retold.text.sentences import sentences

Json = dict[str, Any]


class Context(StrEnum):
    """How much is given around the words of a claim."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


def selected(ledger: Ledger, accounts: Sequence[Account], context: Context, *, every_origin: bool) -> Iterator[Json]:
    """A line for each origin of each claim, or for the first origin of each alone."""
    articles = {account.article.id: account.article for account in accounts}
    texts = {claim.id: claim.text for claim in ledger.claims}
    disputed = {claim for d in ledger.disputes if not d.settled for claim in (d.a, d.b)}
    withdrawn = {retraction.claim for retraction in ledger.retractions}
    before = ""
    for chosen in select_one_per_origin(ledger, accounts):
        if every_origin or chosen.claim != before:
            line = _line(chosen, articles[chosen.where.article], context)
            flags = {"disputed": chosen.claim in disputed, "withdrawn": chosen.claim in withdrawn}
            yield {"story": ledger.story, "claim": chosen.claim, "claim_text": texts[chosen.claim], **flags, **line}
        before = chosen.claim


def _line(chosen: Selection, article: Article, context: Context) -> Json:
    around = _around(article, chosen.where.span, context)
    return {
        "origin": chosen.origin.name if chosen.origin else None,
        "origin_kind": chosen.origin.kind if chosen.origin else None,
        "origin_sure": chosen.origin.sure if chosen.origin else None,
        "article": article.id,
        "outlet": article.outlet.value,
        "published": article.published.value,
        "url": article.url,
        "start": chosen.where.span.start,
        "end": chosen.where.span.end,
        "text": chosen.text,
        "context_start": around.start,
        "context_end": around.end,
        "context": around.of(article.text),
    }


def _around(article: Article, span: Span, context: Context) -> Span:
    """The sentence or the body paragraph that holds `span`; what holds it not whole is widened by it."""
    block = next((block.span for block in article.blocks if block.span.overlaps(span)), span)
    if context is Context.PARAGRAPH:
        found = block
    else:
        found = next((s for s in sentences(article.text, block) if s.overlaps(span)), span)
    return Span(min(found.start, span.start), max(found.end, span.end))
