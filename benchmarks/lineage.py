"""Measure lineage: F1 of parent-child edges, how many point the right way, and how sure it was.

    python benchmarks/lineage.py DATA.jsonl.gz [--dated]

DATA holds `id, parent, title, text` (and `group`, `date`). Gold parents and any order are hidden; `--dated` lets the
dates be seen. Edges count without direction; direction is measured over the edges that were found.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from pathlib import Path

from retold.stories.copies import CopyText, find_copies
from retold.stories.lineage import trace_lineage


def main() -> int:
    """Print the figures as one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--dated", action="store_true")
    parser.add_argument("--untitled", action="store_true", help="hide headlines too")
    args = parser.parse_args()
    with gzip.open(args.data, "rt", encoding="utf-8") as handle:
        rows = [json.loads(line) for line in handle]
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
    gold = {(r["parent"], r["id"]) for r in rows if r["parent"]}
    found = {(d.parent, d.child): d for d in descents if d.parent and not d.parent.startswith("common:")}
    either = {(b, a) for a, b in gold} | gold
    hits = [pair for pair in found if pair in either]
    precision, recall = len(hits) / max(len(found), 1), len(hits) / max(len(gold), 1)
    figures = {
        "gold": len(gold),
        "found": len(found),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
        "direction": round(sum(pair in gold for pair in hits) / max(len(hits), 1), 4),
        "mean_confidence": round(sum(found[p].confidence for p in found) / max(len(found), 1), 3),
        "mean_directed": round(sum(found[p].directed for p in hits) / max(len(hits), 1), 3),
        "cpu_seconds": round(time.process_time() - start, 1),
    }
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
