"""The JSON objects of the copies and lineage pipes. Offsets are code points into the given text, end exclusive."""

from __future__ import annotations

from typing import Any

from retold.records.stories import Copy, Descent

Json = dict[str, Any]


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
        "evidence": [
            {
                "kind": t.kind,
                "reason": t.reason,
                "weight": round(t.weight, 4),
                "where": [{"article": p.article, "span": [p.span.start, p.span.end]} for p in t.where],
            }
            for t in descent.traces
        ],
    }
