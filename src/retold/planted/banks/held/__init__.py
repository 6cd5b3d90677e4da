"""The held bank: for confirming, never for developing a rule."""

from __future__ import annotations

from retold.planted.banks.held.frames import FRAMES
from retold.planted.banks.held.law import MERGER, RULING
from retold.planted.banks.held.lexicon import LEXICON
from retold.planted.banks.held.power import BLACKOUT
from retold.planted.banks.held.prison import PRISON
from retold.planted.banks.held.schools import EXAM
from retold.planted.banks.held.sea import FERRY
from retold.planted.banks.held.state import BREACH, TRADE
from retold.planted.prose import BankOfProse

BANK = BankOfProse(LEXICON, FRAMES, (FERRY, BREACH, TRADE, PRISON, RULING, MERGER, EXAM, BLACKOUT))
