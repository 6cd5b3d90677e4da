"""Measure copy search on planted copies: quality, time and memory at several sizes, beside rensa in the same run.

    python benchmarks/copies.py SCALE.jsonl.gz … [--negatives 20] [--seed 7] [--rensa PYTHON]

Each SCALE holds `id, group, parent, how, outlet, date, text` (planted copies: `parent` is the article copied from,
`how` the way, `group` the family). Two articles of one family count as a true pair: copies of one original share text,
whichever of them was written from which. `--negatives` plants that many hard negatives for each thousand articles
among articles of different families: a common quotation, a footer, a standing background paragraph, each of sentences
that the file itself holds.
`--rensa` names a Python that has rensa installed; it reads the same texts, at threshold .3.

Every search runs in a process of its own. Time is processor time (user and system) of the search alone, memory what
the search adds to the peak of a process that holds the articles; `grows` is how much more of both an article costs for
every tenfold of the size before. Both searches hand out their pairs one by one, and nothing keeps the shared text.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import platform
import re
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from retold.benchmarks.copies import figures
from retold.benchmarks.data import read_rows
from retold.benchmarks.hard_negatives import with_hard_negatives
from retold.records.stories import Copy
from retold.stories.copies import CopyText, stream_copies
from retold.version import VERSION

Row = dict[str, Any]

RENSA = """
import json, re, sys, time
from importlib.metadata import version
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
print(json.dumps({"tool": "rensa " + version("rensa"), "articles": len(texts), "pairs": pairs,
                  "seconds": seconds, "memory": (peak() - before) * 1024}))
"""


def peak() -> int:
    """The most memory this process has held, in KiB (Linux)."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) if found else 0


def measure(texts: Path) -> Row:
    """Time, memory and quality of this package's copy search over lines of articles."""
    rows = [json.loads(line) for line in texts.open(encoding="utf-8")]
    records = [CopyText(row["id"], row.pop("text"), row["outlet"], row["date"]) for row in rows]
    list(stream_copies(records[:50]))
    gc.freeze()  # rensa's process holds no rows that a garbage collection would walk
    before = peak()
    start = time.process_time()
    found = [Copy(c.a, c.b, c.kind, c.share, c.direction, ()) for c in stream_copies(records)]
    seconds = time.process_time() - start
    memory = (peak() - before) * 1024
    quality = {figure.name: round(figure.value, 4) for figure in figures(rows, found)}
    tool = {"tool": f"retold {VERSION}", "articles": len(rows), "pairs": len(found)}
    return {**tool, "seconds": seconds, "memory": memory, "figures": quality}


def in_process(command: list[str]) -> Row:
    """The answer of a search that runs by itself."""
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: Row = json.loads(done.stdout)
    return found


def lines(scale: Path, folder: str, args: argparse.Namespace) -> Path:
    """The articles of one size as plain lines, hard negatives put in."""
    out = Path(folder) / f"{scale.name}.lines"
    rows = read_rows(scale)
    if args.negatives:
        rows = with_hard_negatives(rows, args.negatives * len(rows) // 1000, args.seed)
    with out.open("w", encoding="utf-8") as handle:
        for row in rows:
            handle.write(json.dumps(row) + "\n")
    return out


def shown(found: Row, before: Row | None) -> str:
    """One line of the table."""
    each = [found["seconds"] / found["articles"] * 1e6, found["memory"] / found["articles"]]
    cells = [f"{found['tool']:<14}", f"{found['articles']:>9,}", f"{found['articles'] / found['seconds']:>11,.0f}"]
    cells += [f"{each[0]:>10.1f}", f"{each[1]:>12,.0f}"]
    if before:
        tenfold = math.log10(found["articles"] / before["articles"])
        was = [before["seconds"] / before["articles"] * 1e6, before["memory"] / before["articles"]]
        cells += [f"{(now / then) ** (1 / tenfold):>7.2f}" for now, then in zip(each, was, strict=True)]
    return " ".join(cells)


def main() -> int:
    """Print each search's figures as they come, as JSON lines, and a table of time and memory at the end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scale", type=Path, nargs="+")
    parser.add_argument("--negatives", type=int, default=0, help="passages for each thousand articles")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rensa", help="a Python with rensa installed")
    # 42 bands of 3 rows have their steepest rise at .29
    parser.add_argument("--bands", type=int, default=42, help="of at most 128 permutations")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.alone:
        print(json.dumps(measure(args.scale[0])))
        return 0
    print(f"# {datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, numpy {np.__version__}", flush=True)
    table: list[str] = []
    last: dict[str, Row] = {}
    for scale in args.scale:
        with tempfile.TemporaryDirectory() as folder:
            texts = lines(scale, folder, args)
            found = [in_process([sys.executable, __file__, "--alone", str(texts)])]
            if args.rensa:
                bands = [str(args.bands), str(128 // args.bands * args.bands)]
                found.append(in_process([args.rensa, "-c", RENSA, str(texts), *bands]))
        for row in found:
            print(json.dumps(row), flush=True)
            table.append(shown(row, last.get(row["tool"])))
            last[row["tool"]] = row
    print("tool            articles  per CPU-sec  µs an art.  bytes an art.  grows: time, memory")
    print("\n".join(table))
    return 0


if __name__ == "__main__":
    sys.exit(main())
