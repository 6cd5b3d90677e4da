"""A small network's voice on two statements: one follows from the other, contradicts it, or neither.

Goes in: pairs of texts. Comes out: an opinion on each, the same whichever text comes first. Always holds: it reads
nothing but the two texts, a pair at a time on one thread, so that no pair changes another's answer; it decides
nothing: what it says stands beside the structural comparison (`voices`). What it learned from and how well it does is
in `docs/decisions/0013-no-learned-comparer.md`.
Method: cross-encoder over word pieces (Devlin et al. 2019), with features that tell which words the two share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from retold.claims.voices import Opinion
from retold.statements.tagging.encoder import CLS, SEP

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

ENCODER_FILE, HEAD_FILE, TOKENIZER_FILE = "agreement-encoder.onnx", "agreement-head.npz", "tokenizer.json"
# Which text a piece is of, and whether its word stands in the other text (0 no, 1 yes, 2 no and it holds a digit).
FEATURE_SIZES = (2, 3)
# Longer texts are cut: of the pairs that it learned from, fewer than 1 in 500 has a text with more pieces.
MOST_PIECES = 96


def pair_inputs(tokenizer: Tokenizer, a: str, b: str) -> tuple[Ints, Ints]:
    """Piece ids (pieces) and features (pieces, 2) of two texts read as one line: [CLS] a [SEP] b [SEP]."""
    parts = [_pieces(tokenizer, text) for text in (a, b)]
    known = [frozenset(word for _, word in part) for part in parts]
    ids, features = [CLS], [(0, 0)]
    for side, part in enumerate(parts):
        other = known[1 - side]
        ids += [piece for piece, _ in part]
        features += [(side, 1 if word in other else 2 if _has_digit(word) else 0) for _, word in part]
        ids.append(SEP)
        features.append((side, 0))
    return np.array(ids, dtype=np.int64), np.array(features, dtype=np.int64)


def _pieces(tokenizer: Tokenizer, text: str) -> list[tuple[int, str]]:
    """Each piece with the folded word that it is part of."""
    coded = tokenizer.encode(text, add_special_tokens=False)
    words = [-1 if word is None else word for word in coded.word_ids]
    ends: dict[int, tuple[int, int]] = {}
    for word, (start, end) in zip(words, coded.offsets, strict=True):
        ends[word] = (ends.get(word, (start, end))[0], end)
    found = [(piece, text[slice(*ends[word])].lower()) for piece, word in zip(coded.ids, words, strict=True)]
    return found[:MOST_PIECES]


def _has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)


@dataclass(frozen=True, slots=True, eq=False)
class Comparer:
    """The network; make one with `load_comparer` and keep it."""

    session: Any
    tokenizer: Tokenizer
    weight: Floats
    bias: Floats

    @property
    def name(self) -> str:
        """What it is called beside its score."""
        return "learned comparer 1"

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Opinion]:
        """An opinion on each pair.

        That either follows from the other counts as agreement, since the fuller of two reports entails the shorter;
        contradiction is the mean of both readings.
        """
        found = []
        for a, b in pairs:
            there, back = self._shares(a, b), self._shares(b, a)
            agreement = max(there[0], back[0])
            contradiction = min((there[1] + back[1]) / 2, 1 - agreement)
            found.append(Opinion(agreement, max(0.0, contradiction)))
        return found

    def _shares(self, a: str, b: str) -> tuple[float, float]:
        """The shares for "b follows from a" and "b contradicts a"."""
        ids, features = pair_inputs(self.tokenizer, a, b)
        (vectors,) = self.session.run(None, {"ids": ids, "features": features, "places": np.zeros(1, dtype=np.int64)})
        logits = (vectors[0] @ self.weight.T + self.bias).astype(np.float64)
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        # Six places: what is left of how a processor rounds is below that.
        return round(float(shares[0]), 6), round(float(shares[1]), 6)


def load_comparer(folder: Path) -> Comparer:
    """The comparer whose files `export_agreement.py` wrote to a folder."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    network = (folder / ENCODER_FILE).read_bytes()
    session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
    with np.load(folder / HEAD_FILE) as head:
        return Comparer(session, tokenizer, head["weight"], head["bias"])
