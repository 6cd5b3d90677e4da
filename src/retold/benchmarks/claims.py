"""Bench `claims`: ledgers of real stories against a reading of them by hand."""

from __future__ import annotations

from pathlib import Path

from retold.benchmarks.data import fingerprint, read_rows
from retold.benchmarks.records import Figure, Measured
from retold.benchmarks.scoring.claims import score
from retold.claims import to_json
from retold.pipeline.answers import article_of, ledger_of
from retold.statements import load_engine

FILES = ("data/claims/dev.jsonl.gz",)


def measure(shared: Path) -> Measured:
    """The ledger of every story, as the pipe gives it, and its score."""
    rows = read_rows(shared / FILES[0])
    engine = load_engine()
    s = score(
        (row, {**to_json(ledger_of(row["story"], [article_of(a) for a in row["articles"]], engine))}) for row in rows
    )
    figures = (
        Figure("occurrence recall", s.occurrence_recall),
        Figure("cross-article F1", s.cross_article.f1),
        Figure("B-cubed F1", s.bcubed.f1),
        Figure("look-alikes kept apart", 1 - s.false_merge),
        Figure("stance", s.stance),
        Figure("disputes F1", s.disputes.f1),
        Figure("claims of which half was found", s.found),
        Figure("speaker ranges that hold the truth", s.contains["speakers"]),
        Figure("speaker ranges equal to it", s.equal["speakers"]),
        Figure("mean width of speaker ranges", s.width["speakers"], gated=False),
        Figure("observer ranges that hold the truth", s.contains["observers"]),
        Figure("observer ranges equal to it", s.equal["observers"]),
        Figure("mean width of observer ranges", s.width["observers"], gated=False),
        Figure("retellings right", s.retellings),
    )
    articles = sum(len(row["articles"]) for row in rows)
    claims = sum(len(row["claims"]) for row in rows)
    return Measured(
        "claims", fingerprint(shared, FILES), figures, (f"{len(rows)} stories, {articles} articles, {claims} claims",)
    )
