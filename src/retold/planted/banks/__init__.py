"""The prose that stories are written from: `dev` to develop on, `held` to confirm on, with nothing in common."""

from __future__ import annotations

from retold.planted.banks import dev, held
from retold.planted.kinds import BankOfProse
from retold.planted.records import Bank


def bank_of(bank: Bank) -> BankOfProse:
    """The prose of a bank."""
    return held.BANK if bank is Bank.HELD else dev.BANK
