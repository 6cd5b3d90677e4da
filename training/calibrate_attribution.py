"""An exported model and dev articles in; its settings out: `python training/calibrate_attribution.py WEIGHTS DATA`.

Fits the confidences on dev and chooses there, by linked F1, below which an attribution is left out. Both are
cross-fitted over five groups of articles for the figures that are printed and kept in the log: every article is
judged with a threshold and a calibration that never saw it. Those that are shipped use all of dev.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from retold.statements.tagging.benchmark import as_row, read_articles
from retold.statements.tagging.confidence import EVIDENCE
from retold.statements.tagging.scoring import article_counts, as_score, content_match, linked, pairing, prepare, total
from retold.statements.tagging.signed import signed_quotations
from retold.statements.tagging.tagger import (
    SETTINGS_FILE,
    TaggedAttribution,
    Tagger,
    read_tagger,
    with_signed,
)

FOLDS = 5
THRESHOLDS = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
RIDGE = 1.0
# Of thresholds that differ by less than this in linked F1 the lowest is taken: it finds more.
TIE = 0.002


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Case:
    """What was found in one article, the evidence for each, and which are right."""

    tagged: list[TaggedAttribution]
    evidence: np.ndarray
    right: np.ndarray
    content_right: np.ndarray


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Ridge logistic regression by Newton's method; the last weight is the bias, which is not shrunk."""
    wide = np.hstack([x, np.ones((len(x), 1))])
    shrink = np.diag([RIDGE] * x.shape[1] + [1e-6])
    weights = np.zeros(wide.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(wide @ weights, -30, 30)))
        hessian = wide.T @ (wide * (p * (1 - p))[:, None]) + shrink
        step = np.linalg.solve(hessian, wide.T @ (p - y) + shrink @ weights)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def predict(weights: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Probabilities."""
    return 1 / (1 + np.exp(-np.clip(x @ weights[:-1] + weights[-1], -30, 30)))


def case(tagger: Tagger, article: dict[str, Any]) -> Case:
    """What the tagger links in one article."""
    candidates = tagger.candidates(article["text"])
    tagged = [item for item, _ in candidates]
    gold = prepare(article["text"], article["attributions"])
    found = prepare(article["text"], [as_row(item) for item in tagged])
    right, content = pairing(gold, found, linked), pairing(gold, found, content_match)
    return Case(
        tagged,
        np.asarray([numbers for _, numbers in candidates]).reshape(-1, len(EVIDENCE)),
        np.asarray([i in right for i in range(len(tagged))], dtype=float),
        np.asarray([i in content for i in range(len(tagged))], dtype=float),
    )


def stacked(found: Sequence[Case], name: str) -> np.ndarray:
    """One column of all cases."""
    return np.concatenate([getattr(case, name) for case in found])


def choose(found: list[Case], chances: list[np.ndarray], gold: list[int], use: list[int]) -> float:
    """The threshold with the best linked F1 on the articles `use`, or the lowest that ties with it."""
    scores = []
    for threshold in THRESHOLDS:
        kept = [chances[i] >= threshold for i in use]
        hits = sum(float(found[i].right[k].sum()) for i, k in zip(use, kept, strict=True))
        scores.append(2 * hits / max(sum(int(k.sum()) for k in kept) + sum(gold[i] for i in use), 1))
    return next(t for t, f1 in zip(THRESHOLDS, scores, strict=True) if f1 > max(scores) - TIE)


def reliability(chances: np.ndarray, right: np.ndarray) -> list[dict[str, float]]:
    """How often attributions of like confidence are right."""
    table = []
    for low in np.arange(0, 1, 0.1):
        chosen = (chances >= low) & (chances < low + 0.1 + (low > 0.85))
        if chosen.any():
            table.append(
                {
                    "from": round(float(low), 1),
                    "count": int(chosen.sum()),
                    "mean_confidence": round(float(chances[chosen].mean()), 3),
                    "right": round(float(right[chosen].mean()), 3),
                }
            )
    return table


def calibrated(found: list[Case], folds: list[list[int]], given_content: bool) -> list[np.ndarray]:
    """Confidences of each article's attributions from a fit that left its fold out."""
    out: list[np.ndarray] = [np.zeros(0)] * len(found)
    for fold in folds:
        rest = [case for i, case in enumerate(found) if i not in set(fold)]
        weights = fit(*targets(rest, given_content))
        for i in fold:
            out[i] = predict(weights, found[i].evidence)
    return out


def targets(found: Sequence[Case], given_content: bool) -> tuple[np.ndarray, np.ndarray]:
    """Evidence and what it should predict: right at all, or right given that the content is."""
    x, y = stacked(found, "evidence"), stacked(found, "right")
    if given_content:
        chosen = stacked(found, "content_right") > 0
        x, y = x[chosen], y[chosen]
    return x, y


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--log", type=Path)
    options = parser.parse_args()
    articles = sorted(read_articles(options.data / "dev.jsonl.gz"), key=lambda row: row["id"])
    tagger = read_tagger(options.weights)
    found = [case(tagger, article) for article in articles]
    folds = [list(range(k, len(articles), FOLDS)) for k in range(FOLDS)]
    gold = [len(row["attributions"]) for row in articles]
    chances = calibrated(found, folds, False)
    settings = json.loads((options.weights / SETTINGS_FILE).read_text(encoding="utf-8"))
    for name, given_content in (("confidence", False), ("source_confidence", True)):
        weights = fit(*targets(found, given_content))
        settings[name] = {k: round(float(v), 5) for k, v in zip((*EVIDENCE, "bias"), weights, strict=True)}
    settings["threshold"] = choose(found, chances, gold, list(range(len(articles))))
    (options.weights / SETTINGS_FILE).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    p, right = np.concatenate(chances), stacked(found, "right")
    report = {
        "threshold": settings["threshold"],
        "cross_fitted": cross_fitted(articles, found, chances, folds),
        "reliability": reliability(p, right),
        "brier": round(float(((p - right) ** 2).mean()), 4),
        "base_rate": round(float(right.mean()), 4),
    }
    print(json.dumps(report, indent=1))
    if options.log:
        options.log.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


def cross_fitted(
    articles: list[dict[str, Any]], found: list[Case], chances: list[np.ndarray], folds: list[list[int]]
) -> dict[str, Any]:
    """Scores in which every article is judged by a threshold and a calibration that never saw it."""
    gold = [len(row["attributions"]) for row in articles]
    counts = []
    for fold in folds:
        threshold = choose(found, chances, gold, [i for i in range(len(articles)) if i not in set(fold)])
        for i in fold:
            text = articles[i]["text"]
            kept = [item for item, p in zip(found[i].tagged, chances[i], strict=True) if p >= threshold]
            rows = [as_row(item) for item in with_signed(kept, list(signed_quotations(text)))]
            counts.append(article_counts(text, articles[i]["attributions"], rows))
    return {name: dataclasses.asdict(as_score(c)) for name, c in total(counts).items()}


if __name__ == "__main__":
    main()
