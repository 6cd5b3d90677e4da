"""Bench `copies`: planted copies of four kinds, and articles that share words without being copies.

The scale set is made on the spot by the maker that lies beside the corpora: originals of sentences of real articles,
and three copies among ten documents. Two articles of one family are a true pair: copies of one original share text,
whichever of them was written from which.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import io
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from retold.benchmarks.data import MissingDataError, Row, fingerprint, read_rows
from retold.benchmarks.hard_negatives import with_hard_negatives
from retold.benchmarks.records import DataFile, Figure, Measured
from retold.benchmarks.scoring.counting import share
from retold.pipeline.answers import copy_text_of
from retold.records.stories import Copy
from retold.stories.copies import stream_copies

MAKER, SOURCE = "score/make_scale.py", "data/allsides-full/dev.jsonl.gz"
FILES = (MAKER, SOURCE)
DOCUMENTS, NEGATIVES, SEED = 20_000, 400, 7


def measure(shared: Path) -> Measured:
    """Make the scale set, put hard negatives in, and look for copies."""
    rows = with_hard_negatives(make_scale(shared, DOCUMENTS, SEED), NEGATIVES, SEED)
    records = [copy_text_of(row) for row in rows]
    made = hashlib.sha256("".join(json.dumps(row, sort_keys=True) for row in rows).encode()).hexdigest()
    name = f"scale set of {DOCUMENTS} documents, {NEGATIVES} hard negatives, seed {SEED}"
    data = (*fingerprint(shared, (SOURCE,)), DataFile(name, made))
    return Measured("copies", data, figures(rows, stream_copies(records)), (f"{len(rows)} articles",))


def make_scale(shared: Path, documents: int, seed: int) -> list[Row]:
    """A scale set; raises MissingDataError where its maker is not a program that can be loaded."""
    spec = importlib.util.spec_from_file_location("make_scale", shared / MAKER)
    if spec is None or spec.loader is None:
        raise MissingDataError(f"{shared / MAKER} is no Python program")
    maker: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        out = Path(folder) / "scale.jsonl.gz"
        maker.main([str(shared / SOURCE), str(out), "--docs", str(documents), "--seed", str(seed)])
        return read_rows(out)


def figures(rows: Sequence[Row], copies: Iterable[Copy]) -> tuple[Figure, ...]:
    """Precision, recall and right kind by how a copy was made."""
    by_id = {row["id"]: row for row in rows}
    found = {(copy.a, copy.b): copy.kind.value for copy in copies}
    true = sum(by_id[a]["group"] == by_id[b]["group"] for a, b in found)
    made: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for row in rows:
        if row["parent"]:
            pair = (min(row["id"], row["parent"]), max(row["id"], row["parent"]))
            made[row["how"]] += 1
            hit[row["how"]] += pair in found
    return (
        Figure("precision", share(true, len(found))),
        *(Figure(f"recall: {how}", share(hit[how], made[how])) for how in sorted(made)),
        *(Figure(f"kind right: {how}", _kind_right(rows, found, how)) for how in sorted(made)),
    )


def _kind_right(rows: Sequence[Row], found: dict[tuple[str, str], str], how: str) -> float:
    """Of the found copies made in one way, the share that is called so."""
    pairs = [(row["id"], row["parent"]) for row in rows if row["parent"] and row["how"] == how]
    kinds = [found[key] for a, b in pairs if (key := (min(a, b), max(a, b))) in found]
    return share(kinds.count(how), len(kinds))
