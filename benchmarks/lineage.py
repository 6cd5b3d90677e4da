"""Measure lineage: F1 of parent-child edges, how many point the right way, and how sure it was.

    python benchmarks/lineage.py DATA.jsonl.gz [--dated]

DATA holds `id, parent, title, text` (and `group`, `date`). Gold parents and any order are hidden; `--dated` lets the
dates be seen. Edges count without direction; direction is measured over the edges that were found.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from retold.benchmarks.data import read_rows
from retold.benchmarks.lineage import agreement
from retold.stories.copies import CopyText, find_copies
from retold.stories.lineage import trace_lineage


def main() -> int:
    """Print the figures as one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--dated", action="store_true")
    parser.add_argument("--untitled", action="store_true", help="hide headlines too")
    args = parser.parse_args()
    rows = read_rows(args.data)
    records = [
        CopyText(
            r["id"],
            r["text"],
            r["outlet"] or None,
            r["date"] if args.dated else None,
            title=None if args.untitled else r["title"],
        )
        for r in rows
    ]
    start = time.process_time()
    descents = trace_lineage(records, find_copies(records))
    edges, direction = agreement(rows, descents)
    linked = [d for d in descents if d.parent and not d.parent.startswith("common:")]
    figures = {
        "gold": edges.gold,
        "found": edges.found,
        "precision": round(edges.precision, 4),
        "recall": round(edges.recall, 4),
        "f1": round(edges.f1, 4),
        "direction": round(direction, 4),
        "mean_confidence": round(sum(d.confidence for d in linked) / max(len(linked), 1), 3),
        "mean_directed": round(sum(d.directed for d in linked) / max(len(linked), 1), 3),
        "cpu_seconds": round(time.process_time() - start, 1),
    }
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
