"""Measure story grouping: B-cubed precision, recall and F1 with one fixed set of thresholds; and splits into passages.

    python benchmarks/stories.py DATA.jsonl.gz [DATA.jsonl.gz …] [--threshold .24] [--times 1]

Each line of DATA holds `id, group, outlet, date, title, text`. `--times` repeats the data under other ids and dates a
year apart, to see how time and memory grow.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from retold.stories.groups import GroupOptions, PassageText, group


def bcubed(gold: dict[str, str], found: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 (Bagga and Baldwin 1998) of one label per id against another."""
    both = Counter((gold[i], found[i]) for i in gold)
    by_gold, by_found = Counter(gold.values()), Counter(found[i] for i in gold)
    precision = sum(n * n / by_found[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / by_gold[g] for (g, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def measure(path: Path, options: GroupOptions, times: int) -> dict[str, Any]:
    """The figures of one file."""
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        rows = [json.loads(line) for line in handle]
    items, gold = [], {}
    for turn in range(times):
        for r in rows:
            name = f"{r['id']}-{turn}"
            published = r["date"] or None
            if turn:
                date = r["date"] if r["date"][:4].isdigit() else "2000"
                published = f"{int(date[:4]) + turn * 20}{date[4:]}"
            items.append(PassageText(name + "#1", name, r["text"], r["title"] or None, r["outlet"] or None, published))
            gold[name] = f"{r['group']}-{turn}"
    start = time.process_time()
    stories = group(items, options)
    seconds = time.process_time() - start
    found = {passage.split("#")[0]: story.id for story in stories for passage in story.passages}
    precision, recall, f1 = bcubed(gold, found)
    return {
        "data": path.parent.name,
        "articles": len(items),
        "stories": len(stories),
        "gold": len(set(gold.values())),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
        "cpu_seconds": round(seconds, 1),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> int:
    """Print one JSON line per file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--threshold", type=float, default=GroupOptions().threshold)
    parser.add_argument("--times", type=int, default=1)
    args = parser.parse_args()
    for path in args.data:
        print(json.dumps(measure(path, GroupOptions(threshold=args.threshold), args.times)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
