"""The annotate pipe's JSON object. Offsets are code points into the given text, end exclusive."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from retold.records.documents import Article
from retold.records.spans import Spans
from retold.records.statements import Annotation, Attribution, Mention, Quantity, Relay, Speaker, Timex
from retold.statements import join_continuations

Json = dict[str, Any]


def spans_json(spans: Spans) -> list[list[int]]:
    """[[start, end], …]."""
    return [[span.start, span.end] for span in spans]


def annotation_json(article: Article, annotation: Annotation) -> Json:
    """One line of `retold annotate`.

    A quotation that goes on after its cue is a further fragment of its content, as PolNeAR draws it.
    """
    line: Json = {
        "id": article.id,
        "attributions": [attribution_json(a) for a in _joined(article.text, annotation.attributions)],
        "timex": [_timex_json(t) for t in annotation.timex],
        "quantities": [_quantity_json(q) for q in annotation.quantities],
        "mentions": [_mention_json(m) for m in annotation.mentions],
        "blocks": [{"kind": b.kind.value, "start": b.span.start, "end": b.span.end} for b in article.blocks],
    }
    if annotation.unsupported:
        line["unsupported"] = annotation.unsupported
    return line


def _joined(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with continuations joined, and what named a joined one naming the one that it went into."""
    joined = join_continuations(text, attributions)
    kept = {said.id for said in joined}
    before = {said.id: said.continues for said in attributions}

    def root(identity: str | None) -> str | None:
        while identity is not None and identity not in kept:
            identity = before[identity]
        return identity

    return tuple(replace(said, parent=root(said.parent), continues=root(said.continues)) for said in joined)


def attribution_json(said: Attribution) -> Json:
    """One attribution; `speaker` is a name or null, `unnamed` false, true, or how many people."""
    return {
        "id": said.id,
        "source": spans_json(said.source),
        "cue": spans_json(said.cue),
        "content": spans_json(said.content),
        "kind": said.kind.value,
        "stance": said.stance.value,
        # A neutral cue ("said") decides for assert by itself.
        "stance_cue": spans_json(said.stance_cue or said.cue),
        "speaker": said.speaker.name,
        "role": said.speaker.role,
        "unnamed": unnamed_json(said.speaker),
        "relays": [relay_json(relay) for relay in said.relays],
        "parent": said.parent,
        "continues": said.continues,
        "confidence": round(said.confidence, 4),
        "method": said.method,
    }


def unnamed_json(speaker: Speaker | None) -> bool | int:
    """False for somebody who is named, else the number of people, or true where it is not given."""
    if speaker is None or not speaker.unnamed:
        return False
    return speaker.count or True


def relay_json(relay: Relay) -> Json:
    """One relay; `span` holds every place that names it here."""
    return {"name": relay.name, "span": spans_json(relay.spans)}


def _timex_json(timex: Timex) -> Json:
    where = {"start": timex.span.start, "end": timex.span.end}
    return {**where, "type": timex.type.value, "value": timex.value, "edtf": timex.edtf}


def _quantity_json(quantity: Quantity) -> Json:
    exact = quantity.low == quantity.high
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "kind": quantity.kind.value,
        "value": quantity.low if exact else [quantity.low, quantity.high],
        "unit": quantity.unit,
        "approximate": quantity.approximate,
    }


def _mention_json(mention: Mention) -> Json:
    where = {"start": mention.span.start, "end": mention.span.end}
    return {**where, "type": mention.type.value, "actor": mention.actor}
