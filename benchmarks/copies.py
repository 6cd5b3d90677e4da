"""Measure copy search on planted copies: precision, recall by kind, time and memory, beside rensa in one run.

    python benchmarks/copies.py SCALE.jsonl.gz [--negatives 400] [--seed 7] [--rensa PYTHON]

SCALE holds `id, group, parent, how, outlet, date, text` (planted copies: `parent` is the article copied from, `how`
the way, `group` the family). Two articles of one family count as a true pair: copies of one original share text,
whichever of them was written from which. `--negatives` plants that many hard negatives among articles of different
families: a common quotation, a footer, a standing background paragraph, each of sentences that the file itself holds.
`--rensa` names a Python that has rensa installed; it reads the same texts in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from retold.benchmarks.copies import figures
from retold.benchmarks.data import read_rows
from retold.benchmarks.hard_negatives import with_hard_negatives
from retold.stories.copies import CopyText, stream_copies

Row = dict[str, Any]

RENSA = """
import json, re, sys, time
from rensa import RMinHash, RMinHashLSH
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
before = peak()
start = time.process_time()
index = RMinHashLSH(threshold=0.3, num_perm=int(sys.argv[3]), num_bands=int(sys.argv[2]))
sketches = []
for n, text in enumerate(texts):
    words = text.lower().split()
    sketch = RMinHash(num_perm=int(sys.argv[3]), seed=1)
    sketch.update([" ".join(words[k:k + 3]) for k in range(len(words) - 2)])
    index.insert(n, sketch)
    sketches.append(sketch)
pairs = 0
for n, sketch in enumerate(sketches):
    pairs += sum(m < n and sketch.jaccard(sketches[m]) >= 0.3 for m in index.query(sketch))
seconds = time.process_time() - start
after = peak()
print(json.dumps({"articles_per_cpu_second": round(len(texts) / seconds), "pairs": pairs,
                  "memory_mib": round((after - before) / 1024)}))
"""


def peak() -> int:
    """The most memory this process has held, in KiB (Linux)."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) if found else 0


def measure(rows: list[Row]) -> Row:
    """Figures of this package's copy search over `rows`."""
    records = [CopyText(r["id"], r["text"], r["outlet"], r["date"]) for r in rows]
    list(stream_copies(records[:50]))
    gc.freeze()  # rensa's process holds no rows that a garbage collection would walk
    before = peak()
    start = time.process_time()
    found = list(stream_copies(records))
    seconds = time.process_time() - start
    after = peak()
    return {
        "articles": len(rows),
        "pairs": len(found),
        **{figure.name: round(figure.value, 4) for figure in figures(rows, found)},
        "articles_per_cpu_second": round(len(rows) / seconds),
        "memory_mib": round((after - before) / 1024),
    }


def beside(python: str, rows: list[Row], bands: int) -> Row:
    """Rensa's figures over the same texts, at threshold .3 with up to 128 permutations in `bands` bands."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.jsonl"
        texts.write_text("".join(json.dumps({"text": r["text"]}) + "\n" for r in rows), encoding="utf-8")
        done = subprocess.run(
            [python, "-c", RENSA, str(texts), str(bands), str(128 // bands * bands)],
            capture_output=True,
            text=True,
            check=True,
        )
    found: Row = json.loads(done.stdout)
    return found


def main() -> int:
    """Print the figures as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scale", type=Path)
    parser.add_argument("--negatives", type=int, default=0)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rensa", help="a Python with rensa installed")
    # 42 bands of 3 rows have their steepest rise at .29
    parser.add_argument("--bands", type=int, default=42, help="of at most 128 permutations")
    args = parser.parse_args()
    rows = read_rows(args.scale)
    if args.negatives:
        rows = with_hard_negatives(rows, args.negatives, args.seed)
    print(json.dumps({"retold": measure(rows)}))
    if args.rensa:
        print(json.dumps({"rensa": beside(args.rensa, rows, args.bands)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
