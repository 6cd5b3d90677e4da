"""How well quantities are read beside peers, where there are any; spans of MEANTIME; speed; errors on own sentences.

    python benchmarks/quantities.py --shared ../shared [--errors develop] [--peers PYTHON]

`retold bench quantities` gives the figures by the full rule. The peers quantulum3 and
recognizers-text are no dependencies: install them into a virtual environment of their own and name its Python.
They know no bounds, so side by side all are measured by a milder rule: one bound of the value, whatever the unit.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from retold.benchmarks.quantities import Sentence, load
from retold.benchmarks.scoring.quantities import align, is_same_number
from retold.statements.quantities import find_quantities
from retold.statements.times import find_timex

Found = list[dict[str, Any]]


def mild(sentences: Sequence[Sentence], answers: Sequence[Found]) -> tuple[float, float]:
    """Recall and precision when it is enough that an overlapping answer names one of the expected bounds."""
    gold = found = hits = 0
    for sentence, answer in zip(sentences, answers, strict=True):
        used: set[int] = set()
        for g in sentence.quantities:
            for j, f in enumerate(answer):
                overlaps = g.span.start < f["end"] and f["start"] < g.span.end
                if j not in used and overlaps and any(is_same_number(f["value"], k) for k in (g.low, g.high)):
                    used.add(j)
                    break
        gold, found, hits = gold + len(sentence.quantities), found + len(answer), hits + len(used)
    return hits / gold, hits / max(1, found)


def side_by_side(python: str, sentences: Sequence[Sentence]) -> list[tuple[str, float, float]]:
    """Name, recall and precision of this project and its peers by the milder rule."""
    rows = [("retold", *mild(sentences, [ours(s.text) for s in sentences]))]
    texts = json.dumps([sentence.text for sentence in sentences])
    script = str(Path(__file__).with_name("quantity_peers.py"))
    for peer in ("quantulum3", "recognizers-text"):
        done = subprocess.run([python, script, peer], input=texts, capture_output=True, text=True, check=True)
        rows.append((peer, *mild(sentences, json.loads(done.stdout))))
    return rows


def ours(text: str) -> Found:
    """What this project reads, with one number each, as the peers give it."""
    return [
        {"start": q.span.start, "end": q.span.end, "value": q.low if q.low is not None else q.high}
        for q in find_quantities(text)
    ]


def errors(sentences: Sequence[Sentence]) -> list[str]:
    """What is missed or read wrongly, one a line."""
    lines = []
    for sentence in sentences:
        found = find_quantities(sentence.text)
        pairs = align(sentence.quantities, found)
        hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
        missed = [q for i, q in enumerate(sentence.quantities) if i not in hit]
        beside = [q for j, q in enumerate(found) if j not in used]
        for name, items in (("missed", missed), ("found", beside)):
            lines += [
                f"{name}\t{q.span.of(sentence.text)}\t{q.kind} {q.low} {q.high} {q.unit}\t{sentence.text}"
                for q in items
            ]
    return lines


def span_recall(shared: Path) -> tuple[int, int]:
    """How many of MEANTIME's money, percent and quantity spans overlap something found (it has no normal forms)."""
    hit = total = 0
    with gzip.open(shared / "data/meantime/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            doc = json.loads(line)
            found = find_quantities(doc["text"])
            for value in doc["values"]:
                total += 1
                hit += any(q.span.start < value["end"] and value["start"] < q.span.end for q in found)
    return hit, total


def speed_of_both(shared: Path) -> float:
    """Words a second that one core reads for times and quantities together, on whole news articles (BASIL)."""
    with gzip.open(shared / "data/basil/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    begun = time.perf_counter()
    for text in texts:
        find_timex(text, "2012-06-15")
        find_quantities(text)
    return sum(len(text.split()) for text in texts) / (time.perf_counter() - begun)


def main() -> None:
    """Print a table of the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--errors", choices=("develop", "heldout"))
    parser.add_argument("--peers", help="a Python that has quantulum3 and recognizers-text-suite")
    options = parser.parse_args()
    if options.errors:
        sys.stdout.write("\n".join(errors(load(options.errors))) + "\n")
        return
    hit, total = span_recall(options.shared)
    sys.stdout.write(f"meantime spans overlapped: {hit} of {total}\n")
    text = " ".join(s.text for s in load("develop"))
    begun = time.perf_counter()
    find_quantities(text * 20)
    speed = 20 * len(text.split()) / (time.perf_counter() - begun)
    if options.peers:
        for name, recall, precision in side_by_side(options.peers, load("heldout")):
            sys.stdout.write(f"heldout, milder rule: {name:18} recall {recall:.3f} precision {precision:.3f}\n")
    sys.stdout.write(f"words a second, in text dense with quantities: {speed:,.0f}\n")
    sys.stdout.write(f"words a second, times and quantities of news together: {speed_of_both(options.shared):,.0f}\n")


if __name__ == "__main__":
    main()
