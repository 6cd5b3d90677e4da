"""The held bank: for confirming, never for developing a rule."""

from __future__ import annotations

from retold.planted.banks.held.frames import FRAMES
from retold.planted.banks.held.lexicon import LEXICON
from retold.planted.banks.held.sea import FERRY
from retold.planted.kinds import BankOfProse

BANK = BankOfProse(LEXICON, FRAMES, (FERRY,))
