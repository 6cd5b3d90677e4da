"""Checkpoints in; the files that the package runs on out.

    python training/export_attribution.py --start DIR --out DIR CHECKPOINT [CHECKPOINT ...]

The weights of several checkpoints of one run are averaged.

Writes the int8 encoder, the remaining layers and the tokenizer. Settings (thresholds, calibration) are written by
`calibrate_attribution.py`, which must follow; until then they are neutral.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from attribution_graph import build

from retold.statements.tagging.confidence import EVIDENCE
from retold.statements.tagging.tagger import ENCODER_FILE, HEADS_FILE, SETTINGS_FILE, TOKENIZER_FILE

LARGE = 10_000


def mean(checkpoints: list[Path]) -> dict[str, np.ndarray]:
    """The average of several states."""
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in checkpoints]
    return {name: torch.stack([state[name].float() for state in states]).mean(0).numpy() for name in states[0]}


def export(state: dict[str, np.ndarray], start: Path, out: Path, bits: int, whole: frozenset[str]) -> None:
    """Writes all files of one model."""
    out.mkdir(parents=True, exist_ok=True)
    encoder = {k.removeprefix("encoder."): v for k, v in state.items() if k.startswith("encoder.")}
    layers = 1 + max(int(k.split(".")[1]) for k in encoder if k.startswith("layers."))
    (out / ENCODER_FILE).write_bytes(build(encoder, layers, bits, whole).SerializeToString())
    packed: dict[str, np.ndarray] = {}
    for name, values in state.items():
        if name.startswith("encoder.") or name == "forbidden":
            continue
        if values.size < LARGE:
            packed[name] = values
            continue
        scale = np.maximum(np.abs(values).max(1), 1e-8) / 127
        packed[name] = np.clip(np.rint(values / scale[:, None]), -127, 127).astype(np.int8)
        packed[f"{name}:scale"] = scale.astype(np.float32)
    np.savez(out / HEADS_FILE, **packed)
    tokenizer = json.loads((start / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    (out / TOKENIZER_FILE).write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    neutral = {**dict.fromkeys(EVIDENCE, 0.0), "bias": 0.0}
    settings = {
        "reading": {"size": 382, "overlap": 32},
        "threshold": 0.0,
        "confidence": neutral,
        "source_confidence": neutral,
    }
    if not (out / SETTINGS_FILE).exists():
        (out / SETTINGS_FILE).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--start", type=Path, required=True, help="the folder of the start weights' tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--bits", type=int, default=7, help="7 keeps sums exact on processors without VNNI")
    parser.add_argument("--whole", nargs="*", default=[], help="layers to keep in full precision")
    options = parser.parse_args()
    export(mean(options.checkpoints), options.start, options.out, options.bits, frozenset(options.whole))


if __name__ == "__main__":
    main()
