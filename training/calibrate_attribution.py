"""An exported model and dev articles in; its settings out: `python training/calibrate_attribution.py WEIGHTS DATA`.

Chooses the two decoding settings (`entry`, `threshold`) by linked F1 on dev and fits the confidences there. Both are
cross-fitted over five groups of articles for the figures that are printed and kept in the log: every article is
judged with settings and a calibration that never saw it. The settings that are shipped use all of dev.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from retold.statements.tagging.benchmark import pairs, read_articles
from retold.statements.tagging.confidence import EVIDENCE
from retold.statements.tagging.decoding import best_labels, probabilities
from retold.statements.tagging.encoding import encode
from retold.statements.tagging.labels import fragments, transition_mask
from retold.statements.tagging.confidence import evidence
from retold.statements.tagging.scoring import article_counts, as_score, content_match, linked, pairing, prepare, total
from retold.statements.tagging.tagger import HEADS_FILE, SETTINGS_FILE, Tagger, entering, read_heads, read_tagger, spans

FOLDS = 5
ENTRIES = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5)
THRESHOLDS = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
RIDGE = 1.0


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Case:
    """What was found in one article at one `entry`: rows, their evidence, and which are right."""

    rows: list[dict[str, Any]]
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


def cases(tagger: Tagger, articles: list[dict[str, Any]], folder: Path) -> dict[float, list[Case]]:
    """Every article read once and decoded at every `entry`."""
    base = read_heads((folder / HEADS_FILE).read_bytes())["transitions"] + transition_mask()
    out: dict[float, list[Case]] = {entry: [] for entry in ENTRIES}
    for article in articles:
        encoded = encode(tagger.tokenizer, article["text"])
        vectors = tagger.encoder.vectors(encoded)
        emissions = tagger.labeller.emissions(vectors)
        for entry in ENTRIES:
            table = entering(base, entry)
            labels = best_labels(emissions, table, tagger.labeller.starts)
            chances = probabilities(emissions, table, tagger.labeller.starts)
            links = tagger.linker.link(vectors, fragments(labels), encoded)
            rows = [
                {
                    "source": pairs(spans(encoded, (k.source,) if k.source else ())),
                    "cue": pairs(spans(encoded, (k.cue,))),
                    "content": pairs(spans(encoded, k.contents)),
                }
                for k in links
            ]
            numbers = np.asarray([evidence(k, chances) for k in links]).reshape(-1, len(EVIDENCE))
            gold, found = prepare(article["text"], article["attributions"]), prepare(article["text"], rows)
            right, content = pairing(gold, found, linked), pairing(gold, found, content_match)
            out[entry].append(
                Case(
                    rows,
                    numbers,
                    np.asarray([i in right for i in range(len(rows))], dtype=float),
                    np.asarray([i in content for i in range(len(rows))], dtype=float),
                )
            )
    return out


def stacked(found: Sequence[Case], name: str) -> np.ndarray:
    """One column of all cases."""
    return np.concatenate([getattr(case, name) for case in found])


def choose(
    found: dict[float, list[Case]], chances: dict[float, list[np.ndarray]], gold: list[int], use: list[int]
) -> tuple[float, float]:
    """The `entry` and `threshold` with the best linked F1 on the articles `use`."""
    best = (-1.0, 0.0, 0.0)
    for entry in ENTRIES:
        for threshold in THRESHOLDS:
            kept = [chances[entry][i] >= threshold for i in use]
            hits = sum(float(found[entry][i].right[k].sum()) for i, k in zip(use, kept, strict=True))
            f1 = 2 * hits / max(sum(int(k.sum()) for k in kept) + sum(gold[i] for i in use), 1)
            if f1 > best[0] + 1e-9:
                best = (f1, entry, threshold)
    return best[1], best[2]


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
    found = cases(tagger, articles, options.weights)
    folds = [list(range(k, len(articles), FOLDS)) for k in range(FOLDS)]
    gold = [len(row["attributions"]) for row in articles]
    chances = {entry: calibrated(found[entry], folds, False) for entry in ENTRIES}
    counts = []
    for fold in folds:
        entry, threshold = choose(found, chances, gold, [i for i in range(len(articles)) if i not in set(fold)])
        for i in fold:
            kept = [row for row, p in zip(found[entry][i].rows, chances[entry][i], strict=True) if p >= threshold]
            counts.append(article_counts(articles[i]["text"], articles[i]["attributions"], kept))
    entry, threshold = choose(found, chances, gold, list(range(len(articles))))
    final = found[entry]
    settings = json.loads((options.weights / SETTINGS_FILE).read_text(encoding="utf-8"))
    for name, given_content in (("confidence", False), ("source_confidence", True)):
        weights = fit(*targets(final, given_content))
        settings[name] = {k: round(float(v), 5) for k, v in zip((*EVIDENCE, "bias"), weights, strict=True)}
    settings |= {"entry": entry, "threshold": threshold}
    (options.weights / SETTINGS_FILE).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    p, right = np.concatenate(chances[entry]), stacked(final, "right")
    report = {
        "entry": entry,
        "threshold": threshold,
        "cross_fitted": {name: dataclasses.asdict(as_score(c)) for name, c in total(counts).items()},
        "reliability": reliability(p, right),
        "brier": round(float(((p - right) ** 2).mean()), 4),
        "base_rate": round(float(right.mean()), 4),
    }
    print(json.dumps(report, indent=1))
    if options.log:
        options.log.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
