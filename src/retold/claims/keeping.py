"""What one making of a ledger leaves for the next, so that an article more is read alone.

Goes in: the accounts of a story, and what was left by an earlier making (of the same story or any other). Comes out:
what each account states, taken from there where everything that it depends on is the same, else worked out. Always
holds: the answer is the one that is worked out with nothing left: what is left only stands under a fingerprint of all
that its function was given, so that it may be dropped, mixed up or of other articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import msgspec

from retold.claims.actors import ActorKeys
from retold.claims.features import FeatureReader, Features
from retold.claims.positions import Reading, read_stance
from retold.claims.propositions import propositions
from retold.records.claims import Account


@dataclass(frozen=True, slots=True)
class Stated:
    """What an account states: features of its propositions with their stances.

    `account` is the fingerprint of the account. `asked` are the names that were looked up in the story's table of
    names, each with what it gave: with other answers the features would be others.
    """

    account: str
    asked: tuple[tuple[str, str], ...]
    features: tuple[Features, ...]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the accounts of a story state."""

    stated: tuple[Stated, ...] = ()


NOTHING = Kept()


class _Asked(ActorKeys):
    """A story's table of names that notes what it was asked."""

    def __init__(self, keys: ActorKeys) -> None:
        self._whole = keys
        self.answers: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The key that stands for `name`."""
        found = self._whole.of(name)
        self.answers[name] = found
        return found


def state_all(accounts: Iterable[Account], keys: ActorKeys, kept: Kept) -> tuple[Stated, ...]:
    """What each account states, in their order."""
    known: dict[str, list[Stated]] = {}
    for stated in kept.stated:
        known.setdefault(stated.account, []).append(stated)
    return tuple(_state(account, keys, known) for account in accounts)


def _state(account: Account, keys: ActorKeys, known: Mapping[str, Sequence[Stated]]) -> Stated:
    mark = _digest(msgspec.json.encode(account))
    for stated in known.get(mark, ()):
        if all(keys.of(name) == answer for name, answer in stated.asked):
            return stated
    asked = _Asked(keys)
    reader = FeatureReader(account, asked)
    features = tuple(reader.read(proposition) for proposition in propositions(account))
    readings = tuple(read_stance(feature, account) for feature in features)
    return Stated(mark, tuple(sorted(asked.answers.items())), features, readings)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
