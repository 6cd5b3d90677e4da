"""Planted attributions, times, quantities and blocks, and what was read of them, in; figures out.

Only body sentences are asked for: nothing is planted in headlines, so that what is found there is neither right nor
wrong. Not every time and count in the planted prose is one that was planted ("eleven hours without a break"), so that
times and quantities are measured by what is found of those that were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from retold.benchmarks.planted_reading import PlantingRead
from retold.benchmarks.reading import attribution_row, pairs, time_rows
from retold.benchmarks.records import Figure
from retold.benchmarks.scoring import chains, quantities, times
from retold.benchmarks.scoring.counting import share
from retold.documents import from_text
from retold.planted import PlantedArticle
from retold.records.documents import BlockKind
from retold.records.spans import Span, Spans
from retold.records.statements import Attribution, Quantity

Row = dict[str, Any]


def figures(read: Sequence[PlantingRead]) -> tuple[Figure, ...]:
    """Attributions, times, quantities and blocks over several plantings."""
    said = chains.score(passage for one in read for passage in _passages(one))
    told = times.score(document for one in read for document in _times(one))
    counted = quantities.score(pair for one in read for pair in _quantities(one))
    blocks = _blocks([article for one in read for article in one.planted.articles])
    return (
        Figure("attributions: content F1", said.content.f1),
        Figure("attributions: speaker right F1", said.speaker.f1),
        Figure("attributions: relays right F1", said.relays.f1),
        Figure("attributions: single relays F1", said.links.f1),
        Figure("attributions: whole chain F1", said.chain.f1),
        Figure("attributions: stance", said.stance),
        Figure("attributions: speaker's full name", said.named),
        Figure("attributions: unnamed told from named", said.unnamed),
        Figure("times: found", told.relaxed.recall),
        Figure("times: found with their value", told.value.recall),
        Figure("quantities: found with their value", counted.recall),
        *blocks,
    )


def _passages(read: PlantingRead) -> Iterator[chains.Passage]:
    for article in read.planted.articles:
        found = read.annotations[article.id].attributions
        asked = [a for a in found if any(_is_asked(article, span) for span in a.content)]
        kept = [attribution_row(_without_self(a, article.outlet)) for a in asked]
        yield chains.read_passage({"text": article.text, "chains": _chains(article)}, kept)


def _without_self(said: Attribution, outlet: str) -> Attribution:
    """The attribution without its own outlet as a relay: naming it ("told the Courier") is neither right nor wrong."""
    return replace(said, relays=tuple(r for r in said.relays if _plain(r.name) != _plain(outlet)))


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _is_asked(article: PlantedArticle, span: Span) -> bool:
    return any(span.overlaps(sentence.span) for sentence in article.sentences)


def _chains(article: PlantedArticle) -> list[Row]:
    places = {a.id: n for n, a in enumerate(article.attributions)}
    return [
        {
            "content": pairs(said.content),
            "stance": said.stance.value,
            "links": _links(said),
            "implied_from": None if said.continues is None else places[said.continues],
            "optional": said.id in article.optional,
        }
        for said in article.attributions
    ]


def _links(said: Attribution) -> list[Row]:
    speaker = said.speaker
    root = {"role": "speaker", "span": pairs(said.source), "unnamed": speaker.unnamed, "count": speaker.count}
    relays = [
        # A relay that these words do not name is only known from the article around them.
        {"role": "relay", "span": pairs(relay.spans), "unnamed": False, "count": None, "optional": not relay.spans}
        for relay in said.relays
    ]
    return [{**root, "name": speaker.name}, *relays]


def _times(read: PlantingRead) -> Iterator[tuple[str, list[Row], list[Row]]]:
    """The articles whose date is known: of the others relative times stay relative, which the truth does not."""
    for article in read.planted.articles:
        if not article.undated:
            found = [t for t in read.annotations[article.id].timex if _is_asked(article, t.span)]
            yield article.text, time_rows(article.timex), time_rows(found)


def _quantities(read: PlantingRead) -> Iterator[tuple[Sequence[Quantity], Sequence[Quantity]]]:
    for article in read.planted.articles:
        found = read.annotations[article.id].quantities
        yield article.quantities, [q for q in found if _is_asked(article, q.span)]


def _blocks(articles: Sequence[PlantedArticle]) -> tuple[Figure, ...]:
    """Blocks of the bare text, nothing else known: furniture told to be what it is, and body kept as body."""
    counts: Counter[str] = Counter()
    for article in articles:
        found = from_text(article.text, id=article.id).blocks
        for block in article.blocks:
            right = _covered(block.span, tuple(f.span for f in found if f.kind is block.kind))
            if block.kind is BlockKind.BODY:
                counts.update(body=len(block.span), body_right=right)
            else:
                counts.update(other=1, other_right=int(2 * right > len(block.span)))
    return (
        Figure("blocks: furniture told for what it is", share(counts["other_right"], counts["other"])),
        Figure("blocks: body kept", share(counts["body_right"], counts["body"])),
    )


def _covered(span: Span, others: Spans) -> int:
    return sum(max(0, min(span.end, o.end) - max(span.start, o.start)) for o in others)
