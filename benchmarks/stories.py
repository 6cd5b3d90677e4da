"""Measure story grouping: B-cubed precision, recall and F1 with one fixed set of thresholds; and splits into passages.

    python benchmarks/stories.py DATA.jsonl.gz [DATA.jsonl.gz …] [--threshold .24] [--times 1]

Each line of DATA holds `id, group, outlet, date, title, text`. `--times` repeats the data under other ids and dates a
year apart, to see how time and memory grow.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

from retold.benchmarks.data import read_rows
from retold.benchmarks.scoring.groups import b_cubed
from retold.stories.groups import GroupOptions, PassageText, group


def measure(path: Path, options: GroupOptions, times: int) -> dict[str, Any]:
    """The figures of one file."""
    rows = read_rows(path)
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
    score = b_cubed((gold[name], found[name]) for name in gold)
    return {
        "data": path.parent.name,
        "articles": len(items),
        "stories": len(stories),
        "gold": len(set(gold.values())),
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
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
