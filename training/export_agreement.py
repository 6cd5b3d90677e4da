"""A checkpoint of the comparer in; the files that `agreement_voice.py` runs on out.

    python training/export_agreement.py --start DIR --out DIR CHECKPOINT [CHECKPOINT ...]

The weights of several checkpoints of one run are averaged.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from agreement_voice import ENCODER_FILE, HEAD_FILE, TOKENIZER_FILE
from attribution_graph import build
from export_attribution import mean
from tokenizers import Tokenizer


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--start", type=Path, required=True, help="the folder of the start weights' tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--bits", type=int, default=7, help="7 keeps sums exact on processors without VNNI")
    options = parser.parse_args()
    state = mean(options.checkpoints)
    encoder = {k.removeprefix("encoder."): v for k, v in state.items() if k.startswith("encoder.")}
    layers = 1 + max(int(k.split(".")[1]) for k in encoder if k.startswith("layers."))
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / ENCODER_FILE).write_bytes(build(encoder, layers, options.bits).SerializeToString())
    tokenizer = Tokenizer.from_file(str(options.start / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(options.out / TOKENIZER_FILE))
    np.savez(options.out / HEAD_FILE, weight=state["head.weight"], bias=state["head.bias"])


if __name__ == "__main__":
    main()
