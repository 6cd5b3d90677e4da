"""The prose that stories are written from, with nothing in common.

`dev` is to develop on, `held` to confirm on, `sealed` to measure on.
"""

from __future__ import annotations

from retold.planted.banks import dev, held, sealed
from retold.planted.prose import BankOfProse
from retold.planted.records import Bank


def bank_of(bank: Bank) -> BankOfProse:
    """The prose of a bank."""
    return {Bank.DEV: dev.BANK, Bank.HELD: held.BANK, Bank.SEALED: sealed.BANK}[bank]
