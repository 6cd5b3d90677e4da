"""Bench `chains`: speakers and relays in real passages read by hand, and passages that only look like attributions."""

from __future__ import annotations

from pathlib import Path

from retold.benchmarks.data import fingerprint, read_rows
from retold.benchmarks.reading import attribution_row
from retold.benchmarks.records import Figure, Measured
from retold.benchmarks.scoring import chains
from retold.pipeline.answers import article_of
from retold.statements import annotate, load_engine

FILES = ("data/chains/dev.jsonl.gz",)


def measure(shared: Path) -> Measured:
    """Annotate every passage and score its chains."""
    rows = read_rows(shared / FILES[0])
    engine = load_engine()
    passages = [
        chains.read_passage(row, [attribution_row(a) for a in annotate(article_of(row), engine).attributions])
        for row in rows
    ]
    s = chains.score(passages)
    figures = (
        Figure("content F1", s.content.f1),
        Figure("speaker right F1", s.speaker.f1),
        Figure("speaker right, recall", s.speaker.recall),
        Figure("relays right F1", s.relays.f1),
        Figure("relays right, recall", s.relays.recall),
        Figure("single relays F1", s.links.f1),
        Figure("whole chain F1", s.chain.f1),
        Figure("whole chain, recall", s.chain.recall),
        Figure("stance", s.stance),
        Figure("unnamed told from named", s.unnamed),
        Figure("passages without attribution left alone", s.empty_left_alone),
    )
    return Measured("chains", fingerprint(shared, FILES), figures, (f"{len(rows)} passages",))
