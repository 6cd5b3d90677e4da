"""The development bank."""

from __future__ import annotations

from retold.planted.banks.dev.disasters import FLOOD, MINE
from retold.planted.banks.dev.frames import FRAMES
from retold.planted.banks.dev.lexicon import LEXICON
from retold.planted.kinds import BankOfProse

BANK = BankOfProse(LEXICON, FRAMES, (FLOOD, MINE))
