"""Measure the ledger: claims, disputes and origins against a reading by hand and planted truth, and its speed.

    python benchmarks/ledger.py --shared DIR [--planted 4] [--confirm] [--embedding DIR] [--bootstrap 1000]
                                [--speed 200] [--fit]

DIR holds `data/claims/dev.jsonl.gz` (stories read by hand) and `score/claims.py`, the scorer that judges all rows.
Beside the ledger, on the same stories: sentences grouped by TF-IDF (average link, cosine distance .85, its best), where
every group is one origin and nothing is disputed. `--embedding DIR` adds the same with sentence embeddings: DIR holds
`model.onnx`, a BERT-like encoder whose token vectors are averaged, and its `tokenizer.json`; without it that row says
why it is missing. `--planted N` adds stories of N seeds of `retold.planted` (the dev bank; with `--confirm` the held
one, which was not used to develop) with their true lineage. `--speed N` times a story of N articles without its
annotation, from scratch and beside what was kept of it when an article more comes. `--fit` prints the votes that a
logistic regression gives the comparison's signals on these pairs.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import msgspec
import numpy as np
import onnxruntime
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer

from retold.claims import NOTHING, Kept, build_ledger, to_json, work_out
from retold.claims.actors import actor_keys
from retold.claims.comparison import Conflict, compare, signals
from retold.claims.features import FeatureReader, Features
from retold.claims.matching import term_weights
from retold.claims.propositions import propositions
from retold.collation import collate
from retold.planted import Bank, PlantedArticle, PlantOptions, plant
from retold.records.claims import Account, Claim
from retold.records.collation import Telling
from retold.records.documents import Article, Basis, Block, BlockKind, Fact, OffsetMap
from retold.records.spans import Span
from retold.records.stories import Descent
from retold.statements import Engine, annotate, load_engine
from retold.stories.copies import find_copies
from retold.stories.lineage import trace_lineage
from retold.text.sentences import sentences

T = TypeVar("T")
Row = dict[str, Any]
# Cosine distance at which the baseline stops joining: the best for it of .7 to .9 on the stories read by hand.
BASELINE_DISTANCE = 0.85
# The same for sentence embeddings: the best for them of .25 to .65 there, with all-MiniLM-L6.
EMBEDDING_DISTANCE = 0.35
COLUMNS = (
    ("recall", ("occurrence_recall",)),
    ("x-P", ("cross_article", "p")),
    ("x-R", ("cross_article", "r")),
    ("x-F1", ("cross_article", "f1")),
    ("B3", ("bcubed", "f1")),
    ("merged", ("false_merge",)),
    ("stance", ("stance_accuracy",)),
    ("disp-P", ("disputes", "p")),
    ("disp-F1", ("disputes", "f1")),
    ("spk-in", ("origins", "speakers", "contains")),
    ("spk=", ("origins", "speakers", "equal")),
    ("spk-w", ("origins", "speakers", "mean_width")),
    ("obs-in", ("origins", "observers", "contains")),
    ("obs-w", ("origins", "observers", "mean_width")),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One story: the truth in the scorer's words, its accounts, and who copied whom."""

    gold: Row
    accounts: tuple[Account, ...]
    descents: tuple[Descent, ...] = ()


def load_scorer(shared: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("claims_scorer", shared / "score" / "claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def article_of(row: Row) -> Article:
    """An article whose body is all of its text."""
    text = row["text"]
    outlet = Fact(row["outlet"], Basis.STATED) if row.get("outlet") else Fact()
    published = Fact(row["date"], Basis.STATED) if row.get("date") else Fact()
    blocks = (Block(BlockKind.BODY, Span(0, len(text))),)
    offsets = OffsetMap("utf-8", ())
    name = row["id"]
    return Article(name, name, name, "", text, row.get("title"), outlet, published, (), None, "en", blocks, offsets)


def read_by_hand(shared: Path, engine: Engine) -> Iterator[Case]:
    """The stories of `data/claims/dev.jsonl.gz`."""
    with gzip.open(shared / "data" / "claims" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            gold = json.loads(line)
            articles = [article_of(row) for row in gold["articles"]]
            yield Case(gold, tuple(Account(a, (a.blocks[0].span,), annotate(a, engine)) for a in articles))


def planted(seeds: Iterable[int], bank: Bank, engine: Engine) -> Iterator[Case]:
    """Stories planted from `seeds`, with their true lineage."""
    for seed in seeds:
        grown = plant(seed, PlantOptions(bank=bank))
        parents = dict(grown.truth.lineage)
        kinds = {copy.child: copy.kind for copy in grown.truth.copies}
        articles = {a.id: _planted_article(a) for a in grown.articles}
        read = {name: annotate(article, engine) for name, article in articles.items()}
        for story in grown.stories:
            accounts, rows = [], []
            for name in story.articles:
                own = grown.article(name)
                spans = tuple(span for p in own.passages if p.story == story.id for span in p.spans)
                accounts.append(Account(articles[name], spans, read[name]))
                rows.append({"id": name, "text": own.text})
            gold = {
                "story": f"{bank}-{seed}-{story.id}",
                "articles": rows,
                "claims": [_planted_claim(claim) for claim in story.claims],
                "disputes": [{"a": d.a, "b": d.b, "why": d.why.value} for d in story.disputes],
                "not_same": [list(pair) for pair in story.not_same],
            }
            descents = tuple(
                Descent(n, parents.get(n), kinds.get(n), 1.0 if parents.get(n) else 0.0, 1.0) for n in story.articles
            )
            yield Case(gold, tuple(accounts), descents)


def _planted_article(own: PlantedArticle) -> Article:
    published = Fact() if own.undated else Fact(own.published, Basis.STATED)
    return replace(
        article_of({"id": own.id, "text": own.text, "title": own.title, "outlet": own.outlet}),
        published=published,
        blocks=own.blocks,
    )


def _planted_claim(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "occurrences": [
            {"article": o.article, "span": [o.span.start, o.span.end], "stance": o.position.value}
            for o in claim.occurrences
        ],
        "origins": {
            "speakers": [claim.origins.speakers.low, claim.origins.speakers.high],
            "observers": [claim.origins.observers.low, claim.origins.observers.high],
            "retellings": claim.origins.retellings,
        },
    }


Stretch = tuple[str, Span, str]


def told_sentences(case: Case) -> list[Stretch]:
    """Every sentence of a story's accounts: article, span and words."""
    return [
        (a.article.id, s, s.of(a.article.text))
        for a in case.accounts
        for x in a.spans
        for s in sentences(a.article.text, x)
    ]


def by_tfidf(case: Case) -> Row:
    """The baseline: sentences grouped by TF-IDF; each group one origin."""
    found = told_sentences(case)
    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform([words for _, _, words in found])
    return grouped(case, found, vectors.toarray() + 1e-9, BASELINE_DISTANCE)


class Embedding:
    """Sentence vectors of an encoder in ONNX, its token vectors averaged."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(128)
        self._tokenizer.no_padding()
        self._inputs = {node.name for node in self._session.get_inputs()}

    def vector(self, text: str) -> np.ndarray[Any, np.dtype[np.float32]]:
        """The vector of one sentence, of length 1."""
        ids = np.asarray([self._tokenizer.encode(text).ids], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        output = np.asarray(self._session.run(None, {k: v for k, v in given.items() if k in self._inputs})[0][0])
        mean = output.mean(axis=0) if output.ndim > 1 else output
        return np.asarray(mean / np.linalg.norm(mean))


def by_embedding(case: Case, embedding: Embedding) -> Row:
    """The baseline with sentence embeddings."""
    found = told_sentences(case)
    vectors = np.stack([embedding.vector(words) for _, _, words in found])
    return grouped(case, found, vectors, EMBEDDING_DISTANCE)


def grouped(case: Case, found: Sequence[Stretch], vectors: np.ndarray[Any, Any], distance: float) -> Row:
    """Sentences in groups of average link below a cosine distance, as claims of one origin each."""
    clustering = AgglomerativeClustering(
        n_clusters=None, metric="cosine", linkage="average", distance_threshold=distance
    )
    groups: dict[int, list[tuple[str, Span]]] = {}
    for label, (name, span, _) in zip(clustering.fit_predict(vectors), found, strict=True):
        groups.setdefault(int(label), []).append((name, span))
    claims = [
        {
            "id": str(label),
            "occurrences": [{"article": n, "span": [s.start, s.end], "stance": "assert"} for n, s in members],
            "origins": {"speakers": [1, 1], "observers": [1, 1], "retellings": len({n for n, _ in members})},
        }
        for label, members in groups.items()
    ]
    return {"story": case.gold["story"], "claims": claims, "disputes": []}


def by_ledger(case: Case) -> Row:
    """The ledger."""
    line: Row = {**to_json(build_ledger(case.gold["story"], case.accounts, case.descents))}
    return line


def report(name: str, scorer: ModuleType, cases: Sequence[Case], rows: Sequence[Row], bootstrap: int) -> None:
    """One line of the table, with intervals of the leading figures when `bootstrap` asks for them."""
    gold = {case.gold["story"]: case.gold for case in cases}
    scores = scorer.score(gold, {row["story"]: row for row in rows}, bootstrap)
    cells = []
    for _, path in COLUMNS:
        value: Any = scores
        for step in path:
            value = value[step]
        cells.append("      -" if value is None else f"{value:7.3f}")
    print(f"{name:<22}" + " ".join(cells), flush=True)
    for key in ("cross_article.f1", "disputes.f1", "origins.speakers.contains") if bootstrap else ():
        low, high = scores["ci"].get(key, (float("nan"),) * 2)
        print(f"{'':<22}{key} 95% [{low:.3f}, {high:.3f}]")


# With how many articles more a story is made again: how much one moves differs.
MORE = 6


def speed(cases: Sequence[Case], number: int) -> None:
    """Times a story of `number` articles made from these cases' accounts, from scratch and with articles more.

    Seconds are processor time. What is taken over is written and read as the store keeps it, and counts.
    """
    distinct = list({a.article.id: a for case in cases for a in case.accounts}.values())
    accounts = [
        account if turn == 0 else _renamed(account, f"{account.article.id}-{turn}")
        for turn in range(-(-(number + MORE) // len(distinct)))
        for account in distinct
    ]
    print(f"{number} articles ({len(distinct)} distinct), seconds of one core:")
    work_out("speed", accounts[:10], ())
    left = NOTHING
    for size in range(number, number + MORE + 1):
        told = accounts[:size]
        articles = [account.article for account in told]
        copying, copies = _timed(lambda articles=articles: find_copies(articles))
        tracing, descents = _timed(lambda articles=articles, copies=copies: trace_lineage(articles, copies))
        plain, scratch = _timed(lambda told=told, descents=descents: work_out("speed", told, descents))
        reading, kept = _timed(lambda left=left: msgspec.json.decode(msgspec.json.encode(left), type=Kept))
        taking, working = _timed(lambda told=told, d=descents, kept=kept: work_out("speed", told, d, kept=kept))
        collating, _ = _timed(lambda told=told: collate([telling_of(account) for account in told]))
        left = working.kept
        same = "same ledger" if working.ledger == scratch.ledger else "ANOTHER LEDGER"
        print(f"{size}: copies {copying:.2f}, lineage {tracing:.2f}, collation {collating:.2f}", end=", ")
        print(
            f"ledger {plain:.2f}; beside what was kept {taking:.2f}, and {reading:.2f} to write and read that:", end=" "
        )
        print(f"read that: {(taking + reading) / plain:.0%}, {same}", flush=True)


def telling_of(account: Account) -> Telling:
    """What is collated of an account."""
    article = account.article
    return Telling(article.id, article.text, account.spans, article.outlet.value, article.published.value)


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    """Processor time of the work alone: what this process holds besides is not searched for garbage meanwhile."""
    gc.collect()
    gc.freeze()
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def _renamed(account: Account, name: str) -> Account:
    article = replace(account.article, id=name)
    return Account(article, account.spans, replace(account.annotation, article=name))


def fit(scorer: ModuleType, cases: Sequence[Case]) -> None:
    """Prints the votes of a logistic regression over pairs of which at least one is in a listed claim."""
    rows, labels = [], []
    names: list[str] = []
    for case in cases:
        features, owner = _labelled(scorer, case)
        weights = term_weights(features)
        for i, j in combinations(range(len(features)), 2):
            same = owner.get(i) is not None and owner.get(i) == owner.get(j)
            if (i not in owner and j not in owner) or features[i].words == features[j].words:
                continue
            if compare(features[i], features[j], weights).conflict is not Conflict.NONE:
                continue
            values, shared = signals(features[i], features[j], weights)
            names = [name for name in values if name != "bias"]
            if shared:
                rows.append([values[name] for name in names])
                labels.append(same)
    model = LogisticRegression(C=0.1, max_iter=3000).fit(np.asarray(rows), np.asarray(labels))
    votes = zip(["bias", *names], [model.intercept_[0], *model.coef_[0]], strict=True)
    print(f"{len(rows)} pairs, {sum(labels)} of one claim:", {name: round(float(vote), 2) for name, vote in votes})


def _labelled(scorer: ModuleType, case: Case) -> tuple[list[Features], dict[int, str]]:
    """The propositions of a story, and for those that the scorer maps the claim that they state."""
    keys = actor_keys(account.annotation for account in case.accounts)
    features = [reader.read(p) for a in case.accounts for reader in (FeatureReader(a, keys),) for p in propositions(a)]
    spans = [(f.proposition.article, f.proposition.span) for f in features]
    guess = {"story": "", "claims": [{"occurrences": [{"article": a, "span": [s.start, s.end]}]} for a, s in spans]}
    words = {a["id"]: (scorer.word_spans(a["text"]), len(a["text"])) for a in case.gold["articles"]}
    truth = scorer.occurrences(case.gold, words)
    mapped = scorer.map_occurrences(truth, scorer.occurrences(guess, words))
    return features, {p: case.gold["claims"][truth[g][0]]["id"] for g, p in mapped.items()}


def main() -> int:
    """Reads the arguments and prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--planted", type=int, default=0, metavar="N")
    parser.add_argument("--confirm", action="store_true")
    parser.add_argument("--embedding", type=Path, metavar="DIR")
    parser.add_argument("--bootstrap", type=int, default=0)
    parser.add_argument("--speed", type=int, default=0, metavar="N")
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args()
    engine = load_engine()
    scorer = load_scorer(args.shared)
    bank = Bank.HELD if args.confirm else Bank.DEV
    sets = {"read by hand": list(read_by_hand(args.shared, engine))}
    if args.planted:
        sets[f"planted, {bank}"] = list(planted(range(1, args.planted + 1), bank, engine))
    for title, cases in sets.items():
        print(f"\n{title}: {len(cases)} stories, {sum(len(c.accounts) for c in cases)} articles")
        print(f"{'':<22}" + " ".join(f"{name:>7}" for name, _ in COLUMNS))
        report("TF-IDF, sentences", scorer, cases, [by_tfidf(case) for case in cases], args.bootstrap)
        if args.embedding is None:
            print(f"{'embeddings, sentences':<22} skipped: no encoder is given (--embedding DIR)")
        else:
            encoder = Embedding(args.embedding)
            rows = [by_embedding(case, encoder) for case in cases]
            report("embeddings, sentences", scorer, cases, rows, args.bootstrap)
        report("ledger", scorer, cases, [by_ledger(case) for case in cases], args.bootstrap)
        if args.fit:
            fit(scorer, cases)
        if args.speed:
            speed(cases, args.speed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
