"""Articles with gold attributions in; labels and links over words, and batches of windows out."""

from __future__ import annotations

import dataclasses
import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from retold.statements.tagging.encoder import CLS, SEP, window_inputs
from retold.statements.tagging.encoding import FEATURE_SIZES, Encoded, encode
from retold.statements.tagging.labels import OUTSIDE, Fragment, Role, begin, fragments, inside
from retold.statements.tagging.linking import rows
from retold.statements.tagging.pairs import ground, pair_features

MASK = 103


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One article over words: `labels` per word, and for each fragment the numbers of its attributions."""

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
    owners: dict[Fragment, set[int]] = {}
    for low, high, role, number in sorted(word_spans(row, encoded)):
        same = Fragment(low, high, role)
        if same not in owners:
            free = np.flatnonzero(labels[low:high] == OUTSIDE)
            if not len(free):
                continue
            start = low + int(free[0])
            taken = np.flatnonzero(labels[start:high] != OUTSIDE)
            end = start + int(taken[0]) if len(taken) else high
            labels[start:end] = inside(role)
            labels[start] = begin(role)
            same = Fragment(start, end, role)
        owners.setdefault(same, set()).add(number)
    owner = {fragment: frozenset(numbers) for fragment, numbers in owners.items()}
    return Example(row["id"], row["text"], encoded, labels, owner, row["attributions"])


def word_spans(row: dict[str, Any], encoded: Encoded) -> Iterator[tuple[int, int, Role, int]]:
    """Each fragment as words, with the number of its attribution; fragments with only white space between are one."""
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
                    yield low, high, role, number


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


def collate(batch: list[Any], masked: float, rng: np.random.Generator) -> dict[str, Any]:
    """Tensors of one batch of windows; `masked` is the share of pieces that are hidden."""
    size = max(int(x.encoded.first[b] - x.encoded.first[a]) + 2 for x, a, b in batch)
    words = max(b - a for _, a, b in batch)
    ids = np.zeros((len(batch), size), dtype=np.int64)
    features = np.zeros((len(batch), size, len(FEATURE_SIZES)), dtype=np.int64)
    mask = np.zeros((len(batch), size), dtype=bool)
    heads = np.zeros((len(batch), words), dtype=np.int64)
    labels = np.full((len(batch), words), -100, dtype=np.int64)
    for row, (item, a, b) in enumerate(batch):
        pieces, piece_features, first = window_inputs(item.encoded, a, b)
        hidden = (rng.random(len(pieces)) < masked) & (pieces != CLS) & (pieces != SEP)
        ids[row, : len(pieces)] = np.where(hidden, MASK, pieces)
        features[row, : len(pieces)] = piece_features
        mask[row, : len(pieces)] = True
        heads[row, : b - a] = first
        labels[row, : b - a] = item.labels[a:b]
    arrays = {"ids": ids, "features": features, "mask": mask, "heads": heads, "labels": labels}
    tensors: dict[str, Any] = {name: torch.from_numpy(values) for name, values in arrays.items()}
    tensors["links"] = [window_links(item, a, b) for item, a, b in batch]
    return tensors


def window_links(item: Example, a: int, b: int) -> dict[str, torch.Tensor] | None:
    """The linking decisions inside one window: spans relative to it, candidates' features, and which is right."""
    part = fragments(item.labels[a:b].tolist())
    cues = [f for f in part if f.role == Role.CUE]
    spans = [f for f in part if f.role != Role.CUE]
    if not cues or not spans:
        return None
    owner = {f: owner_of(item, Fragment(f.start + a, f.end + a, f.role)) for f in part}
    code = item.encoded
    local = dataclasses.replace(
        code, starts=code.starts[a:b], ends=code.ends[a:b], features=code.features[a:b], stops=code.stops[a:b]
    )
    has_source = {n for fragment, numbers in item.owner.items() if fragment.role == Role.SOURCE for n in numbers}
    return {
        "spans": torch.from_numpy(rows(spans)),
        "roles": torch.tensor([int(f.role) for f in spans]),
        "cues": torch.from_numpy(rows(cues)),
        "features": torch.from_numpy(pair_features(rows(spans), rows(cues), ground(local))),
        "right": torch.tensor([[bool(owner[x] & owner[y]) for y in cues] for x in spans]),
        "sourceless": torch.tensor([not (owner[y] & has_source) for y in cues]),
    }


def owner_of(item: Example, fragment: Fragment) -> frozenset[int]:
    """The attributions of a fragment, also of one that a window's edge has cut."""
    whole = item.owner.get(fragment)
    if whole is not None:
        return whole
    for other, numbers in item.owner.items():
        if other.role == fragment.role and other.start < fragment.end and fragment.start < other.end:
            return numbers
    return frozenset()
