"""An encoded text in; one vector a word out, read window by window with onnxruntime.

Windows go through one at a time: the int8 network scales its activations per window, so that a batch would let one
text change another's answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import onnxruntime

from retold.statements.tagging.decoding import Floats
from retold.statements.tagging.encoding import Encoded, Ints
from retold.statements.tagging.windows import windows

CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text is cut: `size` pieces a window, of which about `overlap` are shared with the next.

    Swept on PolNeAR dev, linked F1: size 382 with overlap 0 .732, 32 .740, 48 .732, 64 .732, 96 .738, 128 .735;
    size 510 with 64 .731, 254 with 48 .735: all within chance of each other, so that cost decides.
    """

    size: int = 382
    overlap: int = 32


def window_inputs(encoded: Encoded, start: int, end: int) -> tuple[Ints, Ints, Ints]:
    """Piece ids and features of words `start` to `end` between [CLS] and [SEP], and each word's first piece."""
    low, high = int(encoded.first[start]), int(encoded.first[end])
    ids = np.concatenate([[CLS], encoded.pieces[low:high], [SEP]])
    features = np.repeat(encoded.features[start:end], np.diff(encoded.first[start : end + 1]), axis=0)
    edge = np.zeros((1, features.shape[1]), dtype=np.int64)
    return ids, np.concatenate([edge, features, edge]), encoded.first[start:end] - low + 1


class Encoder:
    """The network behind the tagger, on one thread."""

    def __init__(self, model: bytes, reading: Reading) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._reading = reading

    def vectors(self, encoded: Encoded) -> Floats:
        """One vector a word; each comes from the window in which the word has most context."""
        parts: list[Floats] = []
        for window in windows(encoded, self._reading.size, self._reading.overlap):
            if window.keep_start == window.keep_end:
                continue
            ids, features, first = window_inputs(encoded, window.start, window.end)
            places = first[window.keep_start - window.start : window.keep_end - window.start]
            (found,) = self._session.run(None, {"ids": ids, "features": features, "places": places})
            parts.append(found)
        return np.concatenate(parts)
