"""Labelled sentence pairs in; pieces, features and labels of pairs out, in batches of like length.

A pair's label is directional: does `b` follow from `a` (ENTAILED), contradict it, or neither. Pairs that hold both ways
are read both ways round. Spaces and full stops that only tell the sets apart are evened out first, so that a network
learns the meaning and not the set.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations, product
from pathlib import Path

import numpy as np
import torch

from retold.planted import Bank, PlantedStory, PlantOptions, plant
from retold.text.words import fold, words

# Sets whose licence lets weights that learned from them ship; all others are measured on only.
OPEN_SETS = ("snli", "wikifactcheck", "semantoneg", "breaking-nli")
# The look of SNLI and FEVER: spaces before punctuation, brackets spelt out.
_DETACHED = re.compile(r"\s+([.,;:!?%)]|'s\b|n't\b)")
_BRACKETS = {"-LRB-": "(", "-RRB-": ")"}
# "In 1977, the bridge was closed" -> "The bridge was closed in 1977".
_OPENING = re.compile(r"^((?:In|On|At|By|During|After|Since|Until|From) [^,]{3,40}), (\w.{15,})$")


class Label(IntEnum):
    """What `b` is to `a`; the order is that of the network's outputs."""

    ENTAILED = 0
    CONTRADICTED = 1
    NEITHER = 2


KINDS = {
    "entailment": Label.ENTAILED,
    "contradiction": Label.CONTRADICTED,
    "neutral": Label.NEITHER,
    "same": Label.ENTAILED,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of a set; `both` says that the label holds either way round."""

    origin: str
    a: str
    b: str
    label: Label
    both: bool


def evened(text: str) -> str:
    """A sentence without what tells only which set it is from."""
    for coded, plain in _BRACKETS.items():
        text = text.replace(coded, plain)
    text = _DETACHED.sub(r"\1", " ".join(text.split()))
    return text.rstrip(" .")


def read(path: Path) -> list[Pair]:
    """The pairs of a file; `different` (no paraphrase, nothing more said) is left out."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["label"] in KINDS:
                label = KINDS[row["label"]]
                both = row["label"] in ("same", "contradiction")
                found.append(Pair(row["set"], evened(row["a"]), evened(row["b"]), label, both))
    return found


def training_pairs(path: Path, seeds: Sequence[int], rng: np.random.Generator) -> list[Pair]:
    """The pairs to learn from: the open sets, what balances them, and planted stories."""
    pairs = [pair for pair in read(path) if pair.origin in OPEN_SETS]
    return [*pairs, *balance(pairs, rng), *planted_pairs(seeds, rng)]


def balance(pairs: Sequence[Pair], rng: np.random.Generator) -> list[Pair]:
    """Agreeing and unrelated pairs of wikifactcheck's sentences, which comes with contradictions only.

    Agreeing: an opening phrase moved to the end or left out. Unrelated: the sentence that shares most rare words.
    """
    texts = sorted({pair.a for pair in pairs if pair.origin == "wikifactcheck"})
    found: list[Pair] = []
    for text in texts:
        opening = _OPENING.match(text)
        if opening is None:
            continue
        phrase, rest = opening.groups()
        if "," in rest[:12]:
            continue  # "In Florida, USA, they …": the phrase goes on
        moved = f"{rest[0].upper()}{rest[1:]} {phrase[0].lower()}{phrase[1:]}"
        found.append(Pair("moved", text, moved, Label.ENTAILED, both=True))
        found.append(Pair("moved", text, rest[0].upper() + rest[1:], Label.ENTAILED, both=False))
    near = [Pair("near", text, other, Label.NEITHER, both=True) for text, other in nearest(texts)]
    return found + [near[i] for i in rng.permutation(len(near))[: len(near) // 2]]


def nearest(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each text with the other one that shares its rarest words, where one does."""
    sets = [frozenset(fold(w.of(text)) for w in words(text)) for text in texts]
    often = Counter(word for one in sets for word in one)
    where: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(sets):
        for word in one:
            if 2 <= often[word] <= 12:
                where[word].append(index)
    for index, one in enumerate(sets):
        votes: Counter[int] = Counter()
        for word in sorted(one):
            for other in where.get(word, ()):
                if other != index and len(one & sets[other]) < 0.6 * len(one):
                    votes[other] += 1
        if votes:
            best = min(votes, key=lambda other: (-votes[other], other))
            yield texts[index], texts[best]


def planted_pairs(seeds: Sequence[int], rng: np.random.Generator) -> list[Pair]:
    """Pairs from planted stories of the dev bank: one claim worded twice, two claims that look alike, a dispute."""
    found: dict[tuple[str, str], Pair] = {}
    for seed in seeds:
        grown = plant(seed, PlantOptions(bank=Bank.DEV, stories=4))
        texts = {article.id: article.text for article in grown.articles}
        for story in grown.stories:
            for pair in story_pairs(story, texts, rng):
                found.setdefault((pair.a, pair.b), pair)
    return list(found.values())


def story_pairs(story: PlantedStory, texts: dict[str, str], rng: np.random.Generator) -> Iterator[Pair]:
    """The pairs of one story; of claims that have nothing to do with each other, one in seven."""
    said = {
        claim.id: sorted({evened(o.span.of(texts[o.article])) for o in claim.occurrences if o.position == "assert"})
        for claim in story.claims
    }
    said = {claim: wordings[:4] for claim, wordings in said.items() if wordings}
    for wordings in said.values():
        for a, b in combinations(wordings, 2):
            yield Pair("planted", a, b, Label.ENTAILED, both=True)
    disputed = {frozenset((d.a, d.b)) for d in story.disputes}
    alike = {frozenset((a, b)) for a, b, _ in story.not_same}
    for one, other in combinations(sorted(said), 2):
        pair = frozenset((one, other))
        label = Label.CONTRADICTED if pair in disputed else Label.NEITHER
        if pair in disputed or pair in alike or rng.random() < 0.15:
            for a, b in product(said[one][:2], said[other][: 2 if pair in disputed else 1]):
                if a != b:
                    yield Pair("planted", a, b, label, both=True)


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A pair as the network reads it."""

    ids: np.ndarray
    features: np.ndarray
    label: int


def batches(coded: Sequence[Coded], pieces: int, rng: np.random.Generator) -> list[list[Coded]]:
    """All pairs once, in batches of like length with about `pieces` pieces each, in random order."""
    jitter = rng.random(len(coded))
    order = sorted(range(len(coded)), key=lambda i: (len(coded[i].ids) // 4, jitter[i]))
    found: list[list[Coded]] = []
    batch: list[Coded] = []
    for index in order:
        if batch and (len(batch) + 1) * len(coded[index].ids) > pieces:
            found.append(batch)
            batch = []
        batch.append(coded[index])
    found.append(batch)
    return [found[i] for i in rng.permutation(len(found))]


def collate(batch: Sequence[Coded]) -> dict[str, torch.Tensor]:
    """One padded batch."""
    longest = max(len(one.ids) for one in batch)
    ids = np.zeros((len(batch), longest), dtype=np.int64)
    features = np.zeros((len(batch), longest, batch[0].features.shape[1]), dtype=np.int64)
    mask = np.zeros((len(batch), longest), dtype=bool)
    for row, one in enumerate(batch):
        ids[row, : len(one.ids)] = one.ids
        features[row, : len(one.ids)] = one.features
        mask[row, : len(one.ids)] = True
    labels = np.array([one.label for one in batch], dtype=np.int64)
    arrays = {"ids": ids, "features": features, "mask": mask, "labels": labels}
    return {name: torch.from_numpy(array) for name, array in arrays.items()}
