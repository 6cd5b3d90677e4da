"""Trains the attribution tagger and linker: `python training/train_attribution.py --data DIR --start DIR --out DIR`.

`--data` holds `train.jsonl.gz` and `dev.jsonl.gz` (PolNeAR as described in README.md), `--start` the start weights
(`model.safetensors`, `tokenizer.json`). Each epoch's averaged weights and dev scores go to `--out`.
"""

from __future__ import annotations

import argparse
import copy
import json
import platform
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import tokenizers
import torch
from attribution_data import batches, collate, digest, epoch_windows, read
from attribution_model import Tagger, load_start

from retold.statements.tagging.decoding import best_labels
from retold.statements.tagging.encoder import window_inputs
from retold.statements.tagging.encoding import Encoded
from retold.statements.tagging.labels import fragments
from retold.statements.tagging.linking import Linker
from retold.statements.tagging.scoring import score
from retold.statements.tagging.windows import windows

DTYPES = {"F32": np.float32, "F16": np.float16, "I64": np.int64}


def safetensors(path: Path) -> dict[str, torch.Tensor]:
    """The tensors of a safetensors file."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    out = {}
    for name, entry in header.items():
        if name != "__metadata__":
            low, high = entry["data_offsets"]
            values = np.frombuffer(raw[8 + size + low : 8 + size + high], dtype=DTYPES[entry["dtype"]])
            out[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return out


def heads(model: Tagger) -> dict[str, np.ndarray]:
    """The weights that run outside the encoder."""
    return {k: v.detach().float().cpu().numpy() for k, v in model.state_dict().items() if not k.startswith("encoder.")}


@torch.no_grad()
def vectors(model: Tagger, encoded: Encoded, size: int, overlap: int, bf16: bool) -> np.ndarray:
    """One vector a word, from overlapping windows."""
    out = np.zeros((len(encoded), 384), dtype=np.float32)
    device = model.emit.weight.device
    for window in windows(encoded, size, overlap):
        ids, features, first = window_inputs(encoded, window.start, window.end)
        with torch.autocast(device.type, torch.bfloat16, enabled=bf16):
            x = model.encoder(torch.from_numpy(ids)[None].to(device), torch.from_numpy(features)[None].to(device))
        kept = x[0].float().cpu().numpy()[first]
        low, high = window.keep_start - window.start, window.keep_end - window.start
        out[window.keep_start : window.keep_end] = kept[low:high]
    return out


def evaluate(model: Tagger, items: list[Any], size: int, overlap: int, bf16: bool) -> dict[str, Any]:
    """Dev scores of one model, decoded as the package decodes."""
    model.eval()
    table = heads(model)
    linker = Linker.read(table)
    gold, found = {}, {}
    for item in items:
        x = vectors(model, item.encoded, size, overlap, bf16)
        emissions = x @ table["emit.weight"].T + table["emit.bias"]
        labels = best_labels(emissions, table["transitions"] + table["forbidden"], table["starts"])
        spans = fragments(labels)

        def chars(part: list[Any], encoded: Encoded = item.encoded) -> list[list[int]]:
            return [[int(encoded.starts[f.start]), int(encoded.ends[f.end - 1])] for f in part]

        found[item.id] = [
            {"source": chars([k.source] if k.source else []), "cue": chars([k.cue]), "content": chars(list(k.contents))}
            for k in linker.link(x, spans, item.encoded)
        ]
        gold[item.id] = (item.text, item.gold)
    return {name: value.f1 for name, value in score(gold, found).items()}


def groups(model: Tagger, options: argparse.Namespace) -> list[dict[str, Any]]:
    """Parameters with their learning rates: lower layers learn more slowly, new parts fast."""
    out: list[dict[str, Any]] = []

    def put(parameters: list[tuple[str, torch.Tensor]], rate: float) -> None:
        plain = [p for n, p in parameters if p.ndim > 1]
        bare = [p for n, p in parameters if p.ndim <= 1]
        out.append({"params": plain, "lr": rate, "weight_decay": 0.01})
        out.append({"params": bare, "lr": rate, "weight_decay": 0.0})

    encoder = model.encoder
    depth = len(encoder.layers)
    for index, layer in enumerate(encoder.layers):
        put(list(layer.named_parameters()), options.lr * options.layer_decay ** (depth - 1 - index))
    base = options.lr * options.layer_decay**depth
    put(
        [*encoder.words.named_parameters(), *encoder.positions.named_parameters(), *encoder.norm.named_parameters()],
        base,
    )
    put(list(encoder.features.named_parameters()), options.head_lr)
    rest = [(n, p) for n, p in model.named_parameters() if not n.startswith("encoder.")]
    put([x for x in rest if x[0] not in ("transitions", "starts")], options.head_lr)
    put([x for x in rest if x[0] in ("transitions", "starts")], options.head_lr * 5)
    return out


def main() -> None:
    """Trains, logs and saves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--lr", type=float, default=1.5e-4)
    parser.add_argument("--head-lr", type=float, default=8e-4)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--size", type=int, default=382)
    parser.add_argument("--overlap", type=int, default=128)
    parser.add_argument("--tokens", type=int, default=3200)
    parser.add_argument("--link-weight", type=float, default=0.15)
    parser.add_argument("--masked", type=float, default=0.05)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--ema", type=float, default=0.998)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--limit", type=int, default=0, help="train on the first N articles only (to try things)")
    options = parser.parse_args()
    train(options)


def train(options: argparse.Namespace) -> None:
    """One run."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizers.Tokenizer.from_file(str(options.start / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    items = read(options.data / "train.jsonl.gz", tokenizer)[: options.limit or None]
    dev = read(options.data / "dev.jsonl.gz", tokenizer)
    model = Tagger(tokenizer.get_vocab_size(), options.dropout).to(device)
    load_start(model.encoder, safetensors(options.start / "model.safetensors"))
    windows_once = epoch_windows(items, options.size, np.random.default_rng(0))
    per_epoch = len(batches(windows_once, options.tokens, rng))
    run = Run.begin(model, options, per_epoch)
    log = header(options, device.type)
    began = time.monotonic()
    for epoch in range(1, options.epochs + 1):
        order = batches(epoch_windows(items, options.size, rng), options.tokens, rng)
        losses = run.epoch((collate(part, options.masked, rng) for part in order), f"epoch {epoch} of {len(order)}")
        found = evaluate(run.average, dev, options.size, options.overlap, options.bf16)
        seconds = round(time.monotonic() - began)
        log["epochs"].append({"epoch": epoch, "seconds": seconds, **losses, "dev": found})
        print(json.dumps(log["epochs"][-1]), flush=True)
        torch.save(run.average.state_dict(), options.out / f"epoch{epoch}.pt")
        (options.out / "log.json").write_text(json.dumps(log, indent=1) + "\n", encoding="utf-8")


def header(options: argparse.Namespace, device: str) -> dict[str, Any]:
    """What a run was started with: options, versions, and hashes of what it read."""
    return {
        "options": {k: v for k, v in vars(options).items() if not isinstance(v, Path)},
        "versions": {
            "python": platform.python_version(),
            "torch": torch.__version__,
            "numpy": np.__version__,
            "tokenizers": tokenizers.__version__,
            "device": device,
        },
        "data": {name: digest(options.data / f"{name}.jsonl.gz") for name in ("train", "dev")},
        "start": digest(options.start / "model.safetensors"),
        "epochs": [],
    }


@dataclass(slots=True)
class Run:
    """A model that learns, the running average of its weights, and where the schedule stands."""

    model: Tagger
    average: Tagger
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    options: argparse.Namespace
    step: int = 0

    @classmethod
    def begin(cls, model: Tagger, options: argparse.Namespace, per_epoch: int) -> Run:
        """Linear warm-up over a twelfth of the run, then linear decay."""
        total = int(per_epoch * options.epochs * 1.01) + 1
        warm = max(total // 12, 1)
        optimizer = torch.optim.AdamW(groups(model, options), betas=(0.9, 0.98), eps=1e-6)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda s: min(s / warm, max(0.02, (total - s) / (total - warm)))
        )
        return cls(model, copy.deepcopy(model), optimizer, schedule, options)

    def epoch(self, order: Iterable[dict[str, Any]], name: str) -> dict[str, float]:
        """Learns from every batch once; mean losses."""
        self.model.train()
        seen, tag, link, clock = 0, 0.0, 0.0, time.monotonic()
        number = 0
        for number, batch in enumerate(order, 1):
            tagging, linking = self.model.loss(batch, self.options.bf16)
            self.learn(tagging + self.options.link_weight * linking)
            seen += int(batch["mask"].sum())
            tag, link = tag + tagging.item(), link + linking.item()
            if number in (20, 50) or number % 100 == 0:
                speed = seen / (time.monotonic() - clock)
                print(f"{name}: {number}, {speed:.0f} pieces/s, {tag / number:.4f}, {link / number:.4f}", flush=True)
        return {"tag": tag / number, "link": link / number}

    def learn(self, loss: torch.Tensor) -> None:
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
