"""Fit the weights of `retold.stories.revisions` on histories of pages, and say how well they do on others.

    python training/train_revisions.py DATA.jsonl.gz [--out src/retold/stories/revision_weights.py] [--decay 10]

DATA holds `id, group, seq, text`, one version a line; `group` is the page, `seq` its place in the history. Weights
maximise the probability of the true orders among all orders, with a squared penalty (`--decay`) on weights of signs
scaled to one standard deviation. What is printed is cross-fitted: each half of the pages, by a hash of `group`, is
judged by weights of the other half. The written weights are fitted on all pages. The same data give the same weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from retold.benchmarks.data import read_rows
from retold.stories.orders import weigh, weigh_all
from retold.stories.revision_signs import SIGNS, signs_of

Array = np.ndarray[Any, Any]
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)


def main() -> None:
    """Cross-fit and report; fit on all and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--decay", type=float, default=10.0)
    args = parser.parse_args()
    pages: dict[str, list[Any]] = defaultdict(list)
    for row in read_rows(args.data):
        pages[row["group"]].append(row)
    # Ids, not places, give the order that ties fall back to.
    histories = {page: sorted(rows, key=lambda row: str(row["id"])) for page, rows in sorted(pages.items())}
    signs = {page: signs_of([row["text"] for row in rows]) for page, rows in histories.items()}
    places = {page: np.argsort([int(row["seq"]) for row in rows]) for page, rows in histories.items()}
    halves = [[page for page in signs if _half(page) == half] for half in (0, 1)]
    found: list[tuple[float, bool, float, bool]] = []
    report: dict[str, object] = {"sha256": hashlib.sha256(args.data.read_bytes()).hexdigest(), "decay": args.decay}
    for half in (0, 1):
        weights = fit([signs[p][np.ix_(places[p], places[p])] for p in halves[1 - half]], args.decay)
        judged = [step for page in halves[half] for step in judge(signs[page], places[page], weights)]
        report[f"half {half}"] = figures(judged)
        found += judged
    report["both"] = figures(found)
    report["beside"] = reliability([(p, right) for p, right, _, _ in found])
    report["forward"] = reliability([(p, right) for _, beside, p, right in found if beside])
    print(json.dumps(report, indent=1))
    if args.out:
        weights = fit([signs[p][np.ix_(places[p], places[p])] for p in signs], args.decay)
        args.out.write_text(module(dict(zip(SIGNS, weights.tolist(), strict=True)), report, len(signs)))


def _half(page: str) -> int:
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % 2


def fit(histories: Sequence[Array], decay: float) -> Array:
    """Weights by sign, from the signs of histories whose versions stand in their true order."""
    every = np.concatenate([signs[~np.eye(len(signs), dtype=bool)] for signs in histories])
    scale = every.std(axis=0)
    by_size: dict[int, list[Array]] = defaultdict(list)
    for signs in histories:
        by_size[len(signs)].append(signs / scale)
    groups = [np.stack(part) for _, part in sorted(by_size.items())]

    def loss(weights: Array) -> tuple[float, Array]:
        value, slope = decay * float(weights @ weights) / 2, decay * weights
        for signs in groups:
            scores = signs @ weights
            step, log_sum = weigh_all(scores)
            at = np.arange(signs.shape[1] - 1)
            value += float(log_sum.sum() - scores[:, at, at + 1].sum())
            slope = slope + np.einsum("fij,fijs->s", step, signs) - signs[:, at, at + 1].sum(axis=(0, 1))
        return value, slope

    start = np.zeros(len(scale))
    fitted: Array = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 100}).x / scale
    return fitted


def judge(signs: Array, places: Array, weights: Array) -> list[tuple[float, bool, float, bool]]:
    """For each step of the likeliest order: its probability, whether right; its direction's, whether right."""
    orders = weigh(signs @ weights)
    place = {int(at): n for n, at in enumerate(places)}
    return [
        (
            float(orders.beside[a, b]),
            abs(place[a] - place[b]) == 1,
            float(orders.step[a, b] / orders.beside[a, b]),
            place[a] < place[b],
        )
        for a, b in pairwise(orders.best())
    ]


def figures(judged: Sequence[tuple[float, bool, float, bool]]) -> dict[str, float]:
    """Edge F1 (as many edges are found as there are) and how many of the right ones point the right way."""
    right = [step for step in judged if step[1]]
    return {
        "edges": len(judged),
        "edge F1": round(len(right) / len(judged), 4),
        "direction": round(sum(step[3] for step in right) / len(right), 4),
    }


def reliability(said: Sequence[tuple[float, bool]]) -> list[dict[str, float]]:
    """By what was said: how often, the mean of what was said, how many were right."""
    table = []
    for low, high in pairwise(BINS):
        part = [(p, right) for p, right in said if low <= p < high]
        if part:
            mean, share = (round(float(np.mean([pair[side] for pair in part])), 3) for side in (0, 1))
            table.append({"from": low, "edges": len(part), "said": mean, "right": share})
    return table


def module(weights: Mapping[str, float], report: Mapping[str, Any], pages: int) -> str:
    """The weights as a Python module."""
    both = report["both"]
    lines = "\n".join(f'    "{sign}": {weight:.5g},' for sign, weight in weights.items())
    data = f"SHA-256 {report['sha256'][:16]}…, decay {report['decay']:g}"
    return f'''"""Weights of the signs by which versions of one page are ordered; see `training/train_revisions.py`.

Fitted on {pages} histories of Wikipedia pages (wikiversions, dev; {data}).
Cross-fitted by halves of the pages: edge F1 {both["edge F1"]}, direction right {both["direction"]}.
"""

from __future__ import annotations

WEIGHTS = {{
{lines}
}}
'''


if __name__ == "__main__":
    main()
