"""Bench `lineage`: which version of a page was made from which, told from the texts alone.

Order, parents and dates are hidden. Edges count without their direction; direction counts over edges that are right.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from retold.benchmarks.data import Row, fingerprint, read_rows
from retold.benchmarks.records import Figure, Measured
from retold.benchmarks.scoring.counting import Agreement, share
from retold.pipeline.answers import copy_text_of
from retold.records.stories import Descent
from retold.stories.copies import find_copies
from retold.stories.lineage import trace_lineage

FILES = ("data/wikiversions/dev.jsonl.gz",)
HIDDEN = ("date", "published", "seq", "parent", "group")


def measure(shared: Path) -> Measured:
    """All versions at once, as the `lineage` pipe answers."""
    rows = read_rows(shared / FILES[0])
    records = [copy_text_of({key: value for key, value in row.items() if key not in HIDDEN}) for row in rows]
    edges, direction = agreement(rows, trace_lineage(records, find_copies(records)))
    figures = (
        Figure("edges: F1", edges.f1),
        Figure("edges: precision", edges.precision),
        Figure("edges: recall", edges.recall),
        Figure("direction right", direction),
    )
    return Measured("lineage", fingerprint(shared, FILES), figures, (f"{len(rows)} versions, {edges.gold:.0f} edges",))


def agreement(rows: Iterable[Row], descents: Iterable[Descent]) -> tuple[Agreement, float]:
    """Edges to the `parent` of each row, without direction, and the share of right ones that point the right way.

    A common source that nobody has seen is no edge.
    """
    gold = {(row["parent"], row["id"]) for row in rows if row["parent"]}
    found = {(d.parent, d.child) for d in descents if d.parent and not d.parent.startswith("common:")}
    right = {pair for pair in found if pair in gold or (pair[1], pair[0]) in gold}
    return Agreement(len(right), len(found), len(gold)), share(len(right & gold), len(right))
