"""The sealed bank: for measuring only. Nobody looks at where an engine errs on it, or adds a word because of it."""

from __future__ import annotations

from retold.planted.banks.sealed.arts import FORGERY
from retold.planted.banks.sealed.frames import FRAMES
from retold.planted.banks.sealed.lexicon import LEXICON
from retold.planted.banks.sealed.science import LAUNCH, OUTBREAK
from retold.planted.banks.sealed.sport import DOPING
from retold.planted.banks.sealed.transport import SPILL, TUNNEL
from retold.planted.banks.sealed.wording import WORDING
from retold.planted.prose import BankOfProse

BANK = BankOfProse(LEXICON, FRAMES, (FORGERY, DOPING, SPILL, TUNNEL, LAUNCH, OUTBREAK), WORDING)
