"""How well quantities are read: the project's own sentences, and spans of MEANTIME; with peers where there are any.

    python benchmarks/quantities.py --shared ../shared [--errors develop] [--peers PYTHON]

`heldout.jsonl` was written before the code and is not used to develop; `develop.jsonl` is. The peers quantulum3 and
recognizers-text are no dependencies: install them into a virtual environment of their own and name its Python.
They know no bounds, so side by side all are measured by a milder rule: one bound of the value, whatever the unit.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from retold.records.statements import Quantity
from retold.statements.quantities import find_quantities
from retold.statements.times import find_timex

SENTENCES = Path(__file__).resolve().parents[1] / "tests/statements/quantities"
Found = list[dict[str, Any]]


def load(path: Path) -> list[dict[str, Any]]:
    """The sentences of one half, each with its `text` and expected `quantities`."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def as_found(quantities: Iterable[Quantity]) -> Found:
    """Quantities in the form of the expected ones."""
    return [
        {"start": q.span.start, "end": q.span.end, "kind": q.kind.value, "low": q.low, "high": q.high, "unit": q.unit}
        for q in quantities
    ]


def same_number(a: float | None, b: float | None) -> bool:
    """Whether two bounds are equal; open equals open."""
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=1e-4)


def same_value(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether bounds, kind and, but for counts, the unit are equal."""
    unit = gold["kind"] == "count" or gold["unit"] == found["unit"]
    return gold["kind"] == found["kind"] and unit and all(same_number(gold[k], found[k]) for k in ("low", "high"))


def compare(gold: Found, found: Found) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pairs that overlap and agree in value, then what was missed and what was found beside."""
    pairs: list[tuple[int, int]] = []
    used: set[int] = set()
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if j not in used and g["start"] < f["end"] and f["start"] < g["end"] and same_value(g, f):
                pairs.append((i, j))
                used.add(j)
                break
    hit = {i for i, _ in pairs}
    return pairs, [i for i in range(len(gold)) if i not in hit], [j for j in range(len(found)) if j not in used]


def measure(sentences: list[dict[str, Any]], read: Callable[[str], Found]) -> dict[str, float]:
    """Value recall and precision, and how often the counted noun is right."""
    gold = found = hits = counts = nouns = 0
    for sentence in sentences:
        answer = read(sentence["text"])
        pairs, _, _ = compare(sentence["quantities"], answer)
        gold, found, hits = gold + len(sentence["quantities"]), found + len(answer), hits + len(pairs)
        for i, j in pairs:
            expected = sentence["quantities"][i]
            if expected["kind"] == "count":
                counts += 1
                nouns += expected["unit"] == answer[j]["unit"]
    return {"gold": gold, "recall": hits / gold, "precision": hits / max(1, found), "nouns": nouns / max(1, counts)}


def mild(sentences: list[dict[str, Any]], answers: list[Found]) -> tuple[float, float]:
    """Recall and precision when it is enough that an overlapping answer names one of the expected bounds."""
    gold = found = hits = 0
    for sentence, answer in zip(sentences, answers, strict=True):
        used: set[int] = set()
        for g in sentence["quantities"]:
            for j, f in enumerate(answer):
                overlaps = g["start"] < f["end"] and f["start"] < g["end"]
                if j not in used and overlaps and any(same_number(f["value"], g[k]) for k in ("low", "high")):
                    used.add(j)
                    break
        gold, found, hits = gold + len(sentence["quantities"]), found + len(answer), hits + len(used)
    return hits / gold, hits / max(1, found)


def side_by_side(python: str, sentences: list[dict[str, Any]]) -> list[tuple[str, float, float]]:
    """Name, recall and precision of this project and its peers by the milder rule."""
    mine = [
        [q | {"value": q["low"] if q["low"] is not None else q["high"]} for q in ours(s["text"])] for s in sentences
    ]
    rows = [("retold", *mild(sentences, mine))]
    texts = json.dumps([sentence["text"] for sentence in sentences])
    script = str(Path(__file__).with_name("quantity_peers.py"))
    for peer in ("quantulum3", "recognizers-text"):
        done = subprocess.run([python, script, peer], input=texts, capture_output=True, text=True, check=True)
        rows.append((peer, *mild(sentences, json.loads(done.stdout))))
    return rows


def ours(text: str) -> Found:
    """What this project reads."""
    return as_found(find_quantities(text))


def errors(sentences: list[dict[str, Any]], read: Callable[[str], Found]) -> list[str]:
    """What is missed or read wrongly, one a line."""
    lines = []
    for sentence in sentences:
        text, gold, found = sentence["text"], sentence["quantities"], read(sentence["text"])
        _, missed, beside = compare(gold, found)
        for name, items in (("missed", [gold[i] for i in missed]), ("found", [found[j] for j in beside])):
            lines += [
                f"{name}\t{text[q['start'] : q['end']]}\t{q['kind']} {q['low']} {q['high']} {q['unit']}\t{text}"
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
        sys.stdout.write("\n".join(errors(load(SENTENCES / f"{options.errors}.jsonl"), ours)) + "\n")
        return
    sys.stdout.write(f"{'half':10} {'gold':>5} {'recall':>7} {'precision':>10} {'nouns':>6}\n")
    for name in ("develop", "heldout"):
        m = measure(load(SENTENCES / f"{name}.jsonl"), ours)
        sys.stdout.write(f"{name:10} {m['gold']:5.0f} {m['recall']:7.3f} {m['precision']:10.3f} {m['nouns']:6.3f}\n")
    hit, total = span_recall(options.shared)
    sys.stdout.write(f"meantime spans overlapped: {hit} of {total}\n")
    text = " ".join(s["text"] for s in load(SENTENCES / "develop.jsonl"))
    begun = time.perf_counter()
    find_quantities(text * 20)
    speed = 20 * len(text.split()) / (time.perf_counter() - begun)
    if options.peers:
        for name, recall, precision in side_by_side(options.peers, load(SENTENCES / "heldout.jsonl")):
            sys.stdout.write(f"heldout, milder rule: {name:18} recall {recall:.3f} precision {precision:.3f}\n")
    sys.stdout.write(f"words a second, in text dense with quantities: {speed:,.0f}\n")
    sys.stdout.write(f"words a second, times and quantities of news together: {speed_of_both(options.shared):,.0f}\n")


if __name__ == "__main__":
    main()
