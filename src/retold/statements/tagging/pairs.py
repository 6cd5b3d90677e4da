"""Fragments in; for each fragment and cue what stands between them out, as small whole numbers.

These are what a distance rule would look at; the linker learns what they are worth.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retold.statements.tagging.encoding import Encoded, Ints

# Upper edges, in words, of the distance buckets; each side of the cue has its own set.
DISTANCES = np.asarray([0, 1, 2, 3, 5, 8, 12, 20, 35, 60, 100, 200])
PAIR_FEATURE_SIZES = (2 * (len(DISTANCES) + 1), 8, 5, 6, 3)
"""How many values each has: signed distance, signed number of cues between, line breaks between,
sentence ends between, and how the fragment begins (a quotation mark, inside a quotation, neither)."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What stands in a text, counted up to each word: `breaks[i]` and `stops[i]` leave word `i` out."""

    breaks: Ints
    stops: Ints
    quotes: Ints


def ground(encoded: Encoded) -> Ground:
    """The counts that `pair_features` reads, for one text."""
    zero = np.zeros(1, dtype=np.int64)
    return Ground(
        breaks=np.concatenate([zero, np.cumsum(encoded.features[:, 2] > 0)]),
        stops=np.concatenate([zero, np.cumsum(encoded.stops)]),
        quotes=encoded.features[:, 1],
    )


def pair_features(spans: Ints, cues: Ints, on: Ground) -> Ints:
    """An array (fragments, cues, 5); `spans` and `cues` hold rows of (first word, past the last), cues ascending."""
    s0, s1 = spans[:, 0][:, None], spans[:, 1][:, None]
    c0, c1 = cues[:, 0][None, :], cues[:, 1][None, :]
    before = s1 <= c0
    gap_from = np.where(before, s1, c1)
    gap_to = np.maximum(np.where(before, c0, s0), gap_from)
    distance = np.searchsorted(DISTANCES, gap_to - gap_from, side="left")
    signed = np.where(before, distance, distance + len(DISTANCES) + 1)
    starts = cues[:, 0]
    between = np.searchsorted(starts, gap_to, side="left") - np.searchsorted(starts, gap_from, side="left")
    between = np.clip(between, 0, 3) + np.where(before, 0, 4)
    last = len(on.quotes)
    lines = np.clip(on.breaks[np.minimum(gap_to + 1, last)] - on.breaks[gap_from], 0, 4)
    stops = np.clip(on.stops[gap_to] - on.stops[gap_from], 0, 5)
    state = on.quotes[spans[:, 0]]
    opens = np.where(state == 2, 2, np.where(state == 1, 1, 0))
    opens = np.broadcast_to(opens[:, None], signed.shape)
    return np.stack([signed, between, lines, stops, opens], axis=-1).astype(np.int64)
