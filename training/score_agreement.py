"""A ledger with and without the voice of a comparer, on stories read by hand.

    python training/score_agreement.py DIR --shared DIR

DIR holds what `export_agreement.py` wrote; `--shared` the corpora, of which `data/claims/dev.jsonl.gz` is read. Each
voice is tried as loud as `retold.claims.voices` lets one be, and in other ways; one line of figures for each.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace
from math import exp, log
from pathlib import Path
from unittest.mock import patch

from agreement_voice import load_comparer

from retold.benchmarks.data import read_rows
from retold.benchmarks.scoring.claims import score
from retold.claims import build_ledger, to_json
from retold.claims.comparison import Comparison
from retold.claims.options import LedgerOptions
from retold.claims.voices import Opinion
from retold.pipeline.answers import article_of
from retold.records.claims import Account
from retold.statements import annotate, load_engine
from retold.stories.copies import find_copies
from retold.stories.lineage import trace_lineage

Step = Callable[[float, float], float]
# What agreement and contradiction, each 0 to 1, add to the log odds of a pair that structure leaves open.
STEPS: Mapping[str, Step] = {
    "1.2 (agreement - neither)": lambda agreement, against: 1.2 * (2 * agreement + against - 1),
    ".4 (agreement - neither)": lambda agreement, against: 0.4 * (2 * agreement + against - 1),
    ".6 agreement": lambda agreement, against: 0.6 * agreement,
    "1.2 (agreement - .3)": lambda agreement, against: 1.2 * (agreement - 0.3),
    "-.4 contradiction": lambda agreement, against: -0.4 * against,
    "-.4 neither": lambda agreement, against: -0.4 * (1 - agreement - against),
    ".6 agreement - .3 contradiction": lambda agreement, against: 0.6 * agreement - 0.3 * against,
}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("--shared", type=Path, required=True)
    options = parser.parse_args()
    rows = read_rows(options.shared / "data/claims/dev.jsonl.gz")
    engine = load_engine()
    stories = []
    for row in rows:
        articles = sorted((article_of(a) for a in row["articles"]), key=lambda article: article.id)
        accounts = [Account(a, tuple(b.span for b in a.body), annotate(a, engine)) for a in articles]
        stories.append((row, accounts, trace_lineage(articles, find_copies(articles))))

    def figures(name: str, chosen: LedgerOptions) -> None:
        s = score((row, {**to_json(build_ledger(row["story"], a, d, chosen))}) for row, a, d in stories)
        print(
            f"{name:<34} cross-article F1 {s.cross_article.f1:.3f}  look-alikes merged {s.false_merge:.3f}  "
            f"disputes F1 {s.disputes.f1:.3f}  speaker ranges {s.contains['speakers']:.3f}",
            flush=True,
        )

    figures("no voice", LedgerOptions())
    comparer = load_comparer(options.weights)
    for name, step in STEPS.items():
        with patch("retold.claims.voices.weigh", weighing(step)):
            figures(name, LedgerOptions(voice=comparer))


def weighing(step: Step) -> Callable[[Comparison, str, Opinion], Comparison]:
    """A way to count an opinion in."""

    def weigh(comparison: Comparison, _name: str, opinion: Opinion) -> Comparison:
        odds = log(comparison.score / (1 - comparison.score)) + step(opinion.agreement, opinion.contradiction)
        return replace(comparison, score=1 / (1 + exp(-odds)))

    return weigh


if __name__ == "__main__":
    main()
