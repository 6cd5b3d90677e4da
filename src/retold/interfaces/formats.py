"""The pipes' JSON objects, made from records. Offsets are code points into the given text, end exclusive."""

from __future__ import annotations

from typing import Any

from retold.records.documents import Block
from retold.records.spans import Spans
from retold.records.statements import Annotation, Attribution, Mention, Quantity, Relay, Speaker, Timex
from retold.records.stories import Copy, Descent

Json = dict[str, Any]


def spans_json(spans: Spans) -> list[list[int]]:
    """[[start, end], …]."""
    return [[span.start, span.end] for span in spans]


def annotation_json(identity: str, annotation: Annotation, blocks: tuple[Block, ...]) -> Json:
    """One line of `retold annotate`."""
    line: Json = {
        "id": identity,
        "attributions": [attribution_json(a) for a in annotation.attributions],
        "timex": [_timex_json(t) for t in annotation.timex],
        "quantities": [_quantity_json(q) for q in annotation.quantities],
        "mentions": [_mention_json(m) for m in annotation.mentions],
        "blocks": [{"kind": b.kind.value, "start": b.span.start, "end": b.span.end} for b in blocks],
    }
    if annotation.unsupported:
        line["unsupported"] = annotation.unsupported
    return line


def attribution_json(said: Attribution) -> Json:
    """One attribution; `speaker` is a name or null, `unnamed` false, true, or how many people."""
    return {
        "id": said.id,
        "source": spans_json(said.source),
        "cue": spans_json(said.cue),
        "content": spans_json(said.content),
        "kind": said.kind.value,
        "stance": said.stance.value,
        "stance_cue": spans_json(said.stance_cue),
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


def copy_json(copy: Copy) -> Json:
    """One line of `retold copies`; each of `spans` stands in both articles."""
    return {
        "a": copy.a,
        "b": copy.b,
        "kind": copy.kind.value,
        "share": round(copy.share, 4),
        "direction": copy.direction.value,
        "spans": [{"a": [s.a.start, s.a.end], "b": [s.b.start, s.b.end]} for s in copy.shared],
    }


def descent_json(descent: Descent) -> Json:
    """One line of `retold lineage`; `direction` is how sure it is that the parent is the elder, 0 to 1."""
    return {
        "id": descent.child,
        "parent": descent.parent,
        "kind": descent.kind.value if descent.kind else None,
        "direction": round(descent.directed, 4),
        "confidence": round(descent.confidence, 4),
        "evidence": [{"kind": t.kind, "reason": t.reason, "weight": round(t.weight, 4)} for t in descent.traces],
    }
