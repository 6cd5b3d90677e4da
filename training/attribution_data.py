"""Articles with gold attributions in; labels and links over words, and batches of windows out."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from retold.statements.tagging.encoding import Encoded, encode
from retold.statements.tagging.labels import Fragment, Role, begin, fragments, inside
from retold.statements.tagging.pairs import ground, pair_features

CLS, SEP, MASK = 101, 102, 103


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One article over words: `labels` per word, and for each fragment the number of its attribution."""

    id: str
    text: str
    encoded: Encoded
    labels: np.ndarray
    owner: dict[Fragment, frozenset[int]]
    gold: list[dict[str, Any]]


def read(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """The articles of one file, in its order; a text that occurs twice is kept once."""
    found: list[Example] = []
    seen: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["text"] not in seen:
                seen.add(row["text"])
                found.append(example(row, tokenizer))
    return found


def example(row: dict[str, Any], tokenizer: Tokenizer) -> Example:
    """Labels and links of one article. A word that two fragments claim goes to the one that starts first."""
    encoded = encode(tokenizer, row["text"])
    labels = np.zeros(len(encoded), dtype=np.int64)
    spans: list[tuple[int, int, Role, int]] = []
    for number, attribution in enumerate(row["attributions"]):
        for role in Role:
            joined: list[list[int]] = []
            for start, end in sorted(attribution[role.name.lower()]):
                if joined and not row["text"][joined[-1][1] : start].strip():
                    joined[-1][1] = max(end, joined[-1][1])
                else:
                    joined.append([start, end])
            for start, end in joined:
                low = int(np.searchsorted(encoded.ends, start, side="right"))
                high = int(np.searchsorted(encoded.starts, end, side="left"))
                if low < high:
                    spans.append((low, high, role, number))
    owners: dict[Fragment, set[int]] = {}
    for low, high, role, number in sorted(spans):
        same = Fragment(low, high, role)
        if same in owners:
            owners[same].add(number)
            continue
        while low < high and labels[low]:
            low += 1
        if low == high:
            continue
        if labels[low:high].any():
            high = low + int(np.argmax(labels[low:high] > 0))
        labels[low:high] = inside(role)
        labels[low] = begin(role)
        owners.setdefault(Fragment(low, high, role), set()).add(number)
    return Example(
        row["id"], row["text"], encoded, labels, {k: frozenset(v) for k, v in owners.items()}, row["attributions"]
    )


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def cut(item: Example, size: int, phase: int) -> list[tuple[int, int]]:
    """Stretches of words of at most `size` pieces that touch, the first of at most `phase` pieces."""
    first, total = item.encoded.first, len(item.encoded)
    spans, start, room = [], 0, max(phase, 16)
    while start < total:
        end = max(int(np.searchsorted(first, first[start] + room, side="right")) - 1, start + 1)
        spans.append((start, min(end, total)))
        start, room = end, size
    return spans


def epoch_windows(items: list[Example], size: int, rng: np.random.Generator) -> list[tuple[Example, int, int]]:
    """Every article cut anew at a random phase."""
    found = []
    for item in items:
        length = int(item.encoded.first[-1])
        phase = length if length <= size else int(rng.integers(size // 3, size + 1))
        found.extend((item, a, b) for a, b in cut(item, size, phase))
    return found


def batches(found: list[tuple[Example, int, int]], tokens: int, rng: np.random.Generator) -> list[list[Any]]:
    """Windows of like length together, at most `tokens` pieces a batch with padding, in random order."""

    def length(window: tuple[Example, int, int]) -> int:
        item, a, b = window
        return int(item.encoded.first[b] - item.encoded.first[a]) + 2

    noisy = sorted(((length(w) * rng.uniform(0.9, 1.1), i) for i, w in enumerate(found)), reverse=True)
    out: list[list[Any]] = []
    current: list[Any] = []
    longest = 0
    for _, index in noisy:
        window = found[index]
        longest = max(longest, length(window))
        if current and longest * (len(current) + 1) > tokens:
            out.append(current)
            current, longest = [], length(window)
        current.append(window)
    if current:
        out.append(current)
    rng.shuffle(out)  # type: ignore[arg-type]
    return out


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Decisions of one batch: for row `i` of `spans` which of its candidate `cues` (or sources) is right."""

    window: torch.Tensor
    spans: torch.Tensor
    kind: torch.Tensor


def collate(batch: list[Any], masked: float, rng: np.random.Generator) -> dict[str, Any]:
    """Tensors of one batch of windows; `masked` is the share of pieces hidden."""
    size = max(int(x.encoded.first[b] - x.encoded.first[a]) + 2 for x, a, b in batch)
    words = max(b - a for _, a, b in batch)
    ids = np.zeros((len(batch), size), dtype=np.int64)
    features = np.zeros((len(batch), size, 4), dtype=np.int64)
    mask = np.zeros((len(batch), size), dtype=bool)
    heads = np.zeros((len(batch), words), dtype=np.int64)
    labels = np.full((len(batch), words), -100, dtype=np.int64)
    links = []
    for row, (item, a, b) in enumerate(batch):
        piece_ids, piece_features, first = inputs(item.encoded, a, b)
        if masked:
            piece_ids = np.where(
                (rng.random(len(piece_ids)) < masked) & (piece_ids != CLS) & (piece_ids != SEP), MASK, piece_ids
            )
        ids[row, : len(piece_ids)] = piece_ids
        features[row, : len(piece_ids)] = piece_features
        mask[row, : len(piece_ids)] = True
        heads[row, : b - a] = first
        labels[row, : b - a] = item.labels[a:b]
        links.append(window_links(item, a, b))
    return {
        "ids": torch.from_numpy(ids),
        "features": torch.from_numpy(features),
        "mask": torch.from_numpy(mask),
        "heads": torch.from_numpy(heads),
        "labels": torch.from_numpy(labels),
        "links": links,
    }


def inputs(encoded: Encoded, a: int, b: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Piece ids and features of words `a` to `b` between [CLS] and [SEP], and the place of each word's first piece."""
    low, high = int(encoded.first[a]), int(encoded.first[b])
    ids = np.concatenate([[CLS], encoded.pieces[low:high], [SEP]])
    counts = np.diff(encoded.first[a : b + 1])
    features = np.repeat(encoded.features[a:b], counts, axis=0)
    edge = np.zeros((1, features.shape[1]), dtype=np.int64)
    return ids, np.concatenate([edge, features, edge]), encoded.first[a:b] - low + 1


def window_links(item: Example, a: int, b: int) -> dict[str, torch.Tensor] | None:
    """The linking decisions inside one window: spans relative to it, candidates' features, and which is right."""
    from dataclasses import replace

    part = fragments(item.labels[a:b].tolist())
    full = {Fragment(f.start + a, f.end + a, f.role): f for f in part}
    owner = {}
    for key, found in full.items():
        whole = item.owner.get(key)
        if whole is None:  # cut by the window's edge
            whole = next(
                (o for k, o in item.owner.items() if k.role == key.role and k.start < key.end and key.start < k.end),
                frozenset(),
            )
        owner[found] = whole
    cues = [f for f in part if f.role == Role.CUE]
    spans = [f for f in part if f.role != Role.CUE]
    if not cues or not spans:
        return None
    local = replace(
        item.encoded,
        starts=item.encoded.starts[a:b],
        ends=item.encoded.ends[a:b],
        features=item.encoded.features[a:b],
        stops=item.encoded.stops[a:b],
    )
    s = np.asarray([(f.start, f.end) for f in spans], dtype=np.int64)
    c = np.asarray([(f.start, f.end) for f in cues], dtype=np.int64)
    right = np.asarray([[bool(owner[x] & owner[y]) for y in cues] for x in spans])
    has_source = {n for k, o in item.owner.items() if k.role == Role.SOURCE for n in o}
    return {
        "spans": torch.from_numpy(s),
        "roles": torch.tensor([int(f.role) for f in spans]),
        "cues": torch.from_numpy(c),
        "features": torch.from_numpy(pair_features(s, c, ground(local))),
        "right": torch.from_numpy(right),
        "sourceless": torch.tensor([not (owner[y] & has_source) for y in cues]),
    }
