"""Trains the comparer of two sentences: `python training/train_agreement.py --data DIR --start DIR --out DIR`.

`--data` holds `train.jsonl.gz` and `dev.jsonl.gz`: `{"set", "a", "b", "label"}` a line, label entailment,
contradiction, neutral, same or different. `--start` holds the start weights (`model.safetensors`, `tokenizer.json`).
Each epoch's averaged weights, with dev scores of each set, go to `--out`.
"""

from __future__ import annotations

import argparse
import copy
import json
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import tokenizers
import torch
import torch.nn.functional as nnf
from agreement_data import Coded, Label, Pair, batches, collate, planted_pairs, read, training_pairs
from agreement_voice import FEATURE_SIZES, pair_inputs
from attribution_model import HIDDEN, Encoder, load_start
from torch import Tensor, nn
from train_attribution import header, safetensors

# Planted stories to learn from; those measured on are others.
PLANTED_SEEDS, PLANTED_DEV = range(1000, 1040), range(2000, 2006)


class Comparer(nn.Module):
    """The encoder and three outputs from its first vector."""

    def __init__(self, vocabulary: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, dropout, FEATURE_SIZES)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(HIDDEN, len(Label))

    def forward(self, batch: dict[str, Tensor], bf16: bool) -> Tensor:
        """Logits (pairs, 3)."""
        with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            x = self.encoder(batch["ids"], batch["features"], batch["mask"])
        return self.head(self.dropout(x[:, 0].float()))


def coded(tokenizer: tokenizers.Tokenizer, pairs: Sequence[Pair], rng: np.random.Generator | None) -> list[Coded]:
    """Pairs as the network reads them; with `rng`, those that hold both ways are turned round half of the time."""
    found = []
    for pair in pairs:
        a, b = (pair.b, pair.a) if pair.both and rng is not None and rng.random() < 0.5 else (pair.a, pair.b)
        found.append(Coded(*pair_inputs(tokenizer, a, b), int(pair.label)))
    return found


@torch.no_grad()
def evaluate(model: Comparer, tokenizer: tokenizers.Tokenizer, pairs: Sequence[Pair], bf16: bool) -> dict[str, Any]:
    """Accuracy of each set, and what each label was taken for."""
    model.eval()
    ready = coded(tokenizer, pairs, None)
    order = sorted(range(len(ready)), key=lambda i: (len(ready[i].ids), i))
    guessed = np.zeros(len(ready), dtype=np.int64)
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        guessed[part] = model(collate([ready[i] for i in part]), bf16).argmax(1).numpy()
    table: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for pair, guess in zip(pairs, guessed, strict=True):
        table[pair.origin].setdefault(pair.label.name.lower(), [0] * len(Label))[guess] += 1
    right = {
        name: sum(row[Label[label.upper()]] for label, row in rows.items()) / sum(map(sum, rows.values()))
        for name, rows in table.items()
    }
    return {"accuracy": right, "taken for entailed, contradicted, neither": table}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--lr", type=float, default=1.2e-4)
    parser.add_argument("--head-lr", type=float, default=6e-4)
    parser.add_argument("--pieces", type=int, default=2048)
    parser.add_argument("--ema", type=float, default=0.998)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--limit", type=int, default=0, help="train on N pairs only (to try things)")
    train(parser.parse_args())


def train(options: argparse.Namespace) -> None:
    """One run."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizers.Tokenizer.from_file(str(options.start / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    pairs = training_pairs(options.data / "train.jsonl.gz", PLANTED_SEEDS, rng)
    pairs = [pairs[i] for i in rng.permutation(len(pairs))[: options.limit or None]]
    dev = [*read(options.data / "dev.jsonl.gz"), *planted_pairs(PLANTED_DEV, np.random.default_rng(0))]
    model = Comparer(tokenizer.get_vocab_size())
    load_start(model.encoder, safetensors(options.start / "model.safetensors"))
    per_epoch = len(batches(coded(tokenizer, pairs, rng), options.pieces, rng))
    run = Run.begin(model, options, per_epoch)
    log = {**header(options, "cpu"), "pairs": len(pairs)}
    began = time.monotonic()
    for epoch in range(1, options.epochs + 1):
        loss = run.epoch(batches(coded(tokenizer, pairs, rng), options.pieces, rng), f"epoch {epoch}")
        found = evaluate(run.average, tokenizer, dev, options.bf16)
        seconds = round(time.monotonic() - began)
        log["epochs"].append({"epoch": epoch, "seconds": seconds, "loss": loss, "dev": found})
        print(json.dumps(found["accuracy"]), flush=True)
        torch.save(run.average.state_dict(), options.out / f"epoch{epoch}.pt")
        (options.out / "log.json").write_text(json.dumps(log, indent=1) + "\n", encoding="utf-8")


@dataclass(slots=True)
class Run:
    """A model that learns, the running average of its weights, and where the schedule stands."""

    model: Comparer
    average: Comparer
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    options: argparse.Namespace
    step: int = 0

    @classmethod
    def begin(cls, model: Comparer, options: argparse.Namespace, per_epoch: int) -> Run:
        """Linear warm-up over a twelfth of the run, then linear decay; new parts learn faster."""
        fresh = ("head", "encoder.features")
        head = [p for n, p in model.named_parameters() if n.startswith(fresh)]
        body = [p for n, p in model.named_parameters() if not n.startswith(fresh)]
        rates = [{"params": body, "lr": options.lr}, {"params": head, "lr": options.head_lr}]
        optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
        total = options.epochs * per_epoch + 1
        warm = max(total // 12, 1)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda s: min(s / warm, max(0.02, (total - s) / (total - warm)))
        )
        return cls(model, copy.deepcopy(model), optimizer, schedule, options)

    def epoch(self, order: Sequence[Sequence[Coded]], name: str) -> float:
        """Learns from every batch once; the mean loss."""
        self.model.train()
        losses = 0.0
        for number, part in enumerate(order, 1):
            batch = collate(part)
            logits = self.model(batch, self.options.bf16)
            loss = nnf.cross_entropy(logits, batch["labels"], label_smoothing=0.05)
            self.learn(loss)
            losses += loss.item()
            if number in (20, 50) or number % 100 == 0:
                print(f"{name}: {number} of {len(order)}, {losses / number:.4f}", flush=True)
        return losses / len(order)

    def learn(self, loss: Tensor) -> None:
        """One step, and the average after it."""
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.schedule.step()
        self.step += 1
        decay = min(self.options.ema, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.average.parameters()), list(self.model.parameters()), 1 - decay)


if __name__ == "__main__":
    main()
