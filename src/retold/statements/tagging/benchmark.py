"""A file of PolNeAR articles in; what the tagger finds there, and its scores, out."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retold.records.spans import Spans
from retold.statements.tagging.scoring import Score, score
from retold.statements.tagging.tagger import TaggedAttribution, Tagger


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Articles with gold, what was found in them, and the scores by name of the measure."""

    articles: int
    found: Mapping[str, Sequence[Mapping[str, Any]]]
    scores: Mapping[str, Score]


def read_articles(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def as_row(item: TaggedAttribution) -> dict[str, Any]:
    """An attribution as the pipes write it."""
    return {
        "source": pairs(item.source),
        "cue": pairs(item.cue),
        "content": pairs(item.content),
        "confidence": item.confidence,
    }


def pairs(spans: Spans) -> list[list[int]]:
    """Spans as lists."""
    return [[span.start, span.end] for span in spans]


def benchmark(tagger: Tagger, path: Path) -> Benchmark:
    """Tags every article of `path` and scores it against the gold there."""
    rows = read_articles(path)
    tagged = tagger.tag([row["text"] for row in rows])
    found = {row["id"]: [as_row(item) for item in items] for row, items in zip(rows, tagged, strict=True)}
    gold = {row["id"]: (row["text"], row["attributions"]) for row in rows}
    return Benchmark(len(rows), found, score(gold, found))
