"""How well times are found and valued, and how fast: TimeBank and AQUAINT (TempEval-3), MEANTIME.

    python benchmarks/times.py --shared ../shared [--errors timebank] [--speed]

Develop on TimeBank. Of AQUAINT and MEANTIME only the half that `is_looked_at` picks may be read for errors, once the
work on TimeBank is done; the other halves ("unseen") confirm.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from retold.benchmarks.data import read_rows
from retold.benchmarks.reading import time_rows
from retold.benchmarks.scoring.times import Expression, align, expression, score
from retold.statements.times import find_timex

Document = dict[str, Any]
SETS = ("timebank", "aquaint", "tempeval3", "meantime", "aquaint unseen", "meantime unseen")


def is_looked_at(doc: Document) -> bool:
    """Whether errors of a document outside TimeBank may be read: half of them, by a hash of the id."""
    return hashlib.sha256(doc["id"].encode()).digest()[0] % 2 == 0


def load(shared: Path) -> dict[str, list[Document]]:
    """The documents of each set by its name; `tempeval3` is TimeBank and AQUAINT together."""
    tempeval = read_rows(shared / "data/tempeval3/dev.jsonl.gz")
    sets = {
        "timebank": [doc for doc in tempeval if doc["corpus"] == "timebank"],
        "aquaint": [doc for doc in tempeval if doc["corpus"] == "aquaint"],
        "tempeval3": tempeval,
        "meantime": read_rows(shared / "data/meantime/dev.jsonl.gz"),
    }
    unseen = {f"{name} unseen": [d for d in sets[name] if not is_looked_at(d)] for name in ("aquaint", "meantime")}
    return sets | unseen


def answer(doc: Document) -> list[Document]:
    """The system's answer for one document."""
    return time_rows(find_timex(doc["text"], doc["dct"]))


def words_per_second(docs: Iterable[Document], run: Callable[[str, str], object]) -> float:
    """How many words a second one core reads."""
    texts = [(doc["text"], doc["dct"]) for doc in docs]
    begun = time.perf_counter()
    for text, published in texts:
        run(text, published)
    return sum(len(text.split()) for text, _ in texts) / (time.perf_counter() - begun)


def errors(docs: Iterable[Document]) -> list[str]:
    """Wrong, missed and spurious expressions, one a line."""
    lines = []
    for doc in docs:
        text = doc["text"]
        gold = [expression(text, row) for row in doc["timex"] if not row.get("dct")]
        found = [expression(text, row) for row in answer(doc)]
        pairs = align(gold, found)
        wrong = [(gold[i], found[j]) for i, j in pairs if gold[i].value != found[j].value]
        lines += [_error("value", text, g, f"{g.value} != {f.value}") for g, f in wrong]
        hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
        lines += [_error("missed", text, g, g.value) for i, g in enumerate(gold) if i not in hit]
        lines += [_error("spurious", text, f, f.value) for j, f in enumerate(found) if j not in used]
    return lines


def _error(kind: str, text: str, timex: Expression, what: str) -> str:
    before, after = text[max(0, timex.start - 60) : timex.start], text[timex.end : timex.end + 40]
    shown = f"{before}<<{text[timex.start : timex.end]}>>{after}".replace("\n", " ")
    return f"{kind}\t{what}\t{shown}"


def main() -> None:
    """Print a table of the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--errors", choices=("timebank", "aquaint", "meantime"))
    options = parser.parse_args()
    sets = load(options.shared)
    if options.errors:
        docs = [doc for doc in sets[options.errors] if options.errors == "timebank" or is_looked_at(doc)]
        sys.stdout.write("\n".join(errors(docs)) + "\n")
        return
    header = f"{'set':16} {'gold':>5} {'strict':>7} {'relaxed':>8} {'P':>6} {'R':>6} {'type':>6} {'value':>6}"
    sys.stdout.write(header + "\n")
    for name in SETS:
        m = score((doc["text"], doc["timex"], answer(doc)) for doc in sets[name])
        sys.stdout.write(
            f"{name:16} {m.relaxed.gold:5.0f} {m.strict.f1:7.3f} {m.relaxed.f1:8.3f} {m.relaxed.precision:6.3f} "
            f"{m.relaxed.recall:6.3f} {m.type.f1:6.3f} {m.value.f1:6.3f}\n"
        )
    sys.stdout.write(f"words a second: {words_per_second(sets['tempeval3'], find_timex):,.0f}\n")


if __name__ == "__main__":
    main()
