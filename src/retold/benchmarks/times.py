"""Bench `times`: time expressions and their TIMEX3 values in TimeBank and AQUAINT (TempEval-3 dev) and in MEANTIME.

Rules were developed on TimeBank; AQUAINT and MEANTIME confirm them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from retold.benchmarks.data import Row, fingerprint, read_rows
from retold.benchmarks.reading import time_rows
from retold.benchmarks.records import Figure, Measured
from retold.benchmarks.scoring.times import score
from retold.statements.times import find_timex

FILES = ("data/tempeval3/dev.jsonl.gz", "data/meantime/dev.jsonl.gz")


def measure(shared: Path) -> Measured:
    """Each text with its publication date, and nothing else known."""
    tempeval, meantime = (read_rows(shared / file) for file in FILES)
    sets = {
        "TempEval-3": tempeval,
        "TimeBank": [row for row in tempeval if row["corpus"] == "timebank"],
        "AQUAINT": [row for row in tempeval if row["corpus"] == "aquaint"],
        "MEANTIME": meantime,
    }
    figures = [figure for name, rows in sets.items() for figure in _figures(name, rows)]
    notes = tuple(f"{name}: {len(rows)} articles" for name, rows in sets.items())
    return Measured("times", fingerprint(shared, FILES), tuple(figures), notes)


def _figures(name: str, rows: Sequence[Row]) -> tuple[Figure, ...]:
    s = score((row["text"], row["timex"], time_rows(find_timex(row["text"], row["dct"]))) for row in rows)
    return (
        Figure(f"{name}: value F1", s.value.f1),
        Figure(f"{name}: relaxed F1", s.relaxed.f1),
        Figure(f"{name}: strict F1", s.strict.f1),
        Figure(f"{name}: type F1", s.type.f1),
    )
