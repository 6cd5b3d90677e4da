"""A bank of prose whole: names, frames, kinds of story, and what copiers write for its words.

In: nothing. Out: the record that each package under `banks` fills as `BANK`.
"""

from __future__ import annotations

from dataclasses import dataclass

from retold.planted.kinds import Frames, Kind, Lexicon
from retold.planted.rewording import COMMON, Wording


@dataclass(frozen=True, slots=True)
class BankOfProse:
    """All that stories of one bank are made from."""

    lexicon: Lexicon
    frames: Frames
    kinds: tuple[Kind, ...] = ()
    wording: Wording = COMMON
