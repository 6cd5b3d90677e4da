"""The development bank."""

from __future__ import annotations

from retold.planted.banks.dev.city import THEFT, TRANSFER
from retold.planted.banks.dev.disasters import FLOOD, MINE
from retold.planted.banks.dev.frames import FRAMES
from retold.planted.banks.dev.health import POISONING
from retold.planted.banks.dev.lexicon import LEXICON
from retold.planted.banks.dev.politics import LEAKED, STRIKE
from retold.planted.banks.dev.states import RECOUNT, SANCTIONS
from retold.planted.prose import BankOfProse

BANK = BankOfProse(LEXICON, FRAMES, (FLOOD, MINE, STRIKE, LEAKED, RECOUNT, SANCTIONS, THEFT, TRANSFER, POISONING))
