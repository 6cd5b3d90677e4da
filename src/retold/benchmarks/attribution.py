"""Bench `attribution`: who said what on PolNeAR dev, by the whole engine and by the tagger alone.

The engine has its default options and reads and draws each article as the `annotate` pipe does: a quotation that goes
on after its cue is one content of two fragments, as in PolNeAR. "tagger" is the tagger without the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from retold.benchmarks.data import fingerprint, read_rows
from retold.benchmarks.reading import attribution_row
from retold.benchmarks.records import Figure, Measured
from retold.pipeline.answers import article_of
from retold.statements import annotate, join_continuations, load_engine
from retold.statements.tagging.benchmark import as_row
from retold.statements.tagging.scoring import Score, score

FILES = ("data/polnear/dev.jsonl.gz",)
MEASURES = {
    "linked F1": "linked",
    "linked F1, indirect": "linked.indirect",
    "linked F1, mixed": "linked.mixed",
    "linked F1, direct": "linked.direct",
    "source fragments F1": "source.fragment",
    "cue fragments F1": "cue.fragment",
    "content fragments F1": "content.fragment",
}


def measure(shared: Path) -> Measured:
    """Annotate every article and score it."""
    rows = read_rows(shared / FILES[0])
    gold = {row["id"]: (row["text"], row["attributions"]) for row in rows}
    engine = load_engine()
    said = {row["id"]: annotate(article_of({**row, "outlet": row["publisher"]}), engine).attributions for row in rows}
    drawn = {
        name: [attribution_row(a) for a in join_continuations(gold[name][0], found)] for name, found in said.items()
    }
    tagged = engine.tagger.tag([row["text"] for row in rows])
    alone = {row["id"]: [as_row(item) for item in items] for row, items in zip(rows, tagged, strict=True)}
    figures = (
        *_figures("engine", score(gold, drawn)),
        *_figures("tagger", score(gold, alone)),
    )
    return Measured("attribution", fingerprint(shared, FILES), figures, (f"{len(rows)} articles",))


def _figures(who: str, scores: Mapping[str, Score]) -> tuple[Figure, ...]:
    return tuple(Figure(f"{who}: {name}", scores[measure].f1) for name, measure in MEASURES.items())
