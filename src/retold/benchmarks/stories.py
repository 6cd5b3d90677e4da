"""Bench `stories`: articles grouped into stories, one set of thresholds for all corpora."""

from __future__ import annotations

from pathlib import Path

from retold.benchmarks.data import fingerprint, read_rows
from retold.benchmarks.records import Figure, Measured
from retold.benchmarks.scoring.groups import b_cubed
from retold.pipeline.answers import article_of, group_articles
from retold.stories.groups import GroupOptions

SETS = ("basil", "ecbplus", "allsides-full")
FILES = tuple(f"data/{name}/dev.jsonl.gz" for name in SETS)


def measure(shared: Path) -> Measured:
    """Each corpus by itself, as the `group` pipe answers."""
    figures: list[Figure] = []
    notes: list[str] = []
    for name, file in zip(SETS, FILES, strict=True):
        rows = read_rows(shared / file)
        found = group_articles([article_of(row) for row in rows], GroupOptions())
        s = b_cubed((row["group"], found[row["id"]]) for row in rows)
        figures.append(Figure(f"{name}: B-cubed F1", s.f1))
        figures.append(Figure(f"{name}: B-cubed precision", s.precision, gated=False))
        figures.append(Figure(f"{name}: B-cubed recall", s.recall, gated=False))
        notes.append(f"{name}: {len(rows)} articles, {len({row['group'] for row in rows})} stories")
    return Measured("stories", fingerprint(shared, FILES), tuple(figures), tuple(notes))
