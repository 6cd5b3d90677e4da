"""How well times are found and valued, and how fast: TimeBank and AQUAINT (TempEval-3), MEANTIME.

    python benchmarks/times.py --shared ../shared [--errors timebank] [--speed]

Develop on TimeBank. Of AQUAINT and MEANTIME only the half that `is_looked_at` picks may be read for errors, once the
work on TimeBank is done; the other halves ("unseen") confirm.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from retold.records.statements import Timex
from retold.statements.times import find_timex

Document = dict[str, Any]
SETS = ("timebank", "aquaint", "tempeval3", "meantime", "aquaint unseen", "meantime unseen")


def is_looked_at(doc: Document) -> bool:
    """Whether errors of a document outside TimeBank may be read: half of them, by a hash of the id."""
    return hashlib.sha256(doc["id"].encode()).digest()[0] % 2 == 0


def load(shared: Path) -> dict[str, list[Document]]:
    """The documents of each set by its name; `tempeval3` is TimeBank and AQUAINT together."""
    tempeval = _read(shared / "data/tempeval3/dev.jsonl.gz")
    sets = {
        "timebank": [doc for doc in tempeval if doc["corpus"] == "timebank"],
        "aquaint": [doc for doc in tempeval if doc["corpus"] == "aquaint"],
        "tempeval3": tempeval,
        "meantime": _read(shared / "data/meantime/dev.jsonl.gz"),
    }
    unseen = {f"{name} unseen": [d for d in sets[name] if not is_looked_at(d)] for name in ("aquaint", "meantime")}
    return sets | unseen


def _read(path: Path) -> list[Document]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def scorer(shared: Path) -> Any:
    """The scorer that came with the data."""
    spec = importlib.util.spec_from_file_location("score_timex", shared / "score/timex.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "score/timex.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_line(doc: Document, found: Iterable[Timex]) -> Document:
    """The system's answer for one document, in the scorer's format."""
    return {
        "id": doc["id"],
        "timex": [{"start": t.span.start, "end": t.span.end, "type": t.type.value, "value": t.value} for t in found],
    }


def answer(docs: Iterable[Document]) -> dict[str, Document]:
    """The system's answers by document id."""
    return {doc["id"]: as_line(doc, find_timex(doc["text"], doc["dct"])) for doc in docs}


def words_per_second(docs: Iterable[Document], run: Callable[[str, str], object]) -> float:
    """How many words a second one core reads."""
    texts = [(doc["text"], doc["dct"]) for doc in docs]
    begun = time.perf_counter()
    for text, published in texts:
        run(text, published)
    return sum(len(text.split()) for text, _ in texts) / (time.perf_counter() - begun)


def errors(score: Any, docs: Iterable[Document], answers: dict[str, Document]) -> list[str]:
    """Wrong, missed and spurious expressions, one a line."""
    lines = []
    for doc in docs:
        text = doc["text"]
        gold = [t for t in doc["timex"] if not t.get("dct")]
        system = answers[doc["id"]]["timex"]
        pairs = score.pairs(gold, system)
        for i, j, _ in pairs:
            if not score.same(gold[i]["value"], system[j]["value"]):
                lines.append(_error("value", text, gold[i], f"{gold[i]['value']} != {system[j]['value']}"))
        for i, t in enumerate(gold):
            if i not in {a for a, _, _ in pairs}:
                lines.append(_error("missed", text, t, t["value"]))
        for j, t in enumerate(system):
            if j not in {b for _, b, _ in pairs}:
                lines.append(_error("spurious", text, t, t["value"]))
    return lines


def _error(kind: str, text: str, timex: Document, what: str) -> str:
    start, end = timex["start"], timex["end"]
    shown = f"{text[max(0, start - 60) : start]}<<{text[start:end]}>>{text[end : end + 40]}".replace("\n", " ")
    return f"{kind}\t{what}\t{shown}"


def main() -> None:
    """Print a table of the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--errors", choices=("timebank", "aquaint", "meantime"))
    options = parser.parse_args()
    score = scorer(options.shared)
    sets = load(options.shared)
    if options.errors:
        docs = [doc for doc in sets[options.errors] if options.errors == "timebank" or is_looked_at(doc)]
        sys.stdout.write("\n".join(errors(score, docs, answer(docs))) + "\n")
        return
    header = f"{'set':16} {'gold':>5} {'strict':>7} {'relaxed':>8} {'P':>6} {'R':>6} {'type':>6} {'value':>6}"
    sys.stdout.write(header + "\n")
    for name in SETS:
        docs = sets[name]
        m = score.score({doc["id"]: doc for doc in docs}, answer(docs))
        sys.stdout.write(
            f"{name:16} {m['gold']:5d} {m['strict_f1']:7.3f} {m['relaxed_f1']:8.3f} {m['relaxed_p']:6.3f} "
            f"{m['relaxed_r']:6.3f} {m['type_f1']:6.3f} {m['value_f1']:6.3f}\n"
        )
    sys.stdout.write(f"words a second: {words_per_second(sets['tempeval3'], find_timex):,.0f}\n")


if __name__ == "__main__":
    main()
