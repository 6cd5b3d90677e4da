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
import gzip
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

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


def plant(rows: list[Row], count: int, seed: int) -> list[Row]:
    """Rows with `count` hard negatives: each is one passage put into 3 to 12 articles of different families."""
    rng = random.Random(seed)
    pool = sorted(
        {s for row in rows[:2000] for s in re.split(r"(?<=[.!?])\s+", row["text"]) if 8 <= len(s.split()) <= 40}
    )
    out = [dict(row) for row in rows]
    single = [n for n, size in enumerate(Counter(r["group"] for r in rows)[r["group"]] for r in rows) if size == 1]
    for number in range(count):
        chosen = rng.sample(single, rng.randint(3, 12))
        passage = [s.replace('"', "").replace("“", "").replace("”", "") for s in rng.sample(pool, rng.randint(2, 3))]
        kind = ("quotation", "background", "footer")[number % 3]
        for n in chosen:
            body = re.split(r"(?<=[.!?])\s+", out[n]["text"])
            at = len(body) if kind == "footer" else rng.randrange(1, len(body) + 1)
            said = f"“{' '.join(passage)}” {rng.choice(('he said', 'she told reporters', 'the minister said'))}."
            body.insert(at, said if kind == "quotation" else " ".join(passage))
            out[n]["text"] = " ".join(body)
            out[n]["negative"] = kind
    return out


def measure(rows: list[Row]) -> Row:
    """Figures of this package's copy search over `rows`."""
    from retold.stories.copies import CopyText, stream_copies

    records = [CopyText(r["id"], r["text"], r["outlet"], r["date"]) for r in rows]
    by = {r["id"]: r for r in rows}
    list(stream_copies(records[:50]))
    gc.freeze()  # rensa's process holds no rows that a garbage collection would walk
    before = peak()
    start = time.process_time()
    found = {(c.a, c.b): (c.kind.value, c.direction.value) for c in stream_copies(records)}
    seconds = time.process_time() - start
    after = peak()
    wrong = [pair for pair in found if by[pair[0]]["group"] != by[pair[1]]["group"]]
    planted = Counter(by[a]["negative"] for a, b in wrong if "negative" in by[a] and "negative" in by[b])
    total, hit, kind = Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        if not row["parent"]:
            continue
        pair = (min(row["id"], row["parent"]), max(row["id"], row["parent"]))
        total[row["how"]] += 1
        hit[row["how"]] += pair in found
        kind[row["how"]] += pair in found and found[pair][0] == row["how"]
    return {
        "articles": len(rows),
        "pairs": len(found),
        "precision": round(1 - len(wrong) / max(len(found), 1), 4),
        "wrong_planted": dict(planted),
        "recall": {how: round(hit[how] / total[how], 4) for how in sorted(total)},
        "kind_right": {how: round(kind[how] / max(hit[how], 1), 4) for how in sorted(total)},
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
    figures: Row = json.loads(done.stdout)
    return figures


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
    with gzip.open(args.scale, "rt", encoding="utf-8") as handle:
        rows = [json.loads(line) for line in handle]
    if args.negatives:
        rows = plant(rows, args.negatives, args.seed)
    print(json.dumps({"retold": measure(rows)}))
    if args.rensa:
        print(json.dumps({"rensa": beside(args.rensa, rows, args.bands)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
