"""Options of the ledger: one frozen object, read once."""

from __future__ import annotations

from dataclasses import dataclass

from retold.claims.rules import RULE_TABLE
from retold.claims.voices import Voice
from retold.language.outlets import REGISTRY
from retold.records.outlets import Registry

RULES = tuple(RULE_TABLE)


@dataclass(frozen=True, slots=True)
class LedgerOptions:
    """How claims are matched and which desk rules speak.

    `join`: the score, 0 to 1, from which two propositions are one claim. `unsure`: the score from which a pair that
    is not joined is still shown as unsure. `firm`: the score from which an occurrence surely states the claim that it
    is in; what is tied less raises no low end of a range. `linked`: the confidence of a descent from which copying is
    decided; from `maybe_linked` to there only the low end of a range merges. `rules`: names of the desk rules to apply.
    `voice`: a learned comparer that is heard beside the structural one, or None. `outlets`: which names are one's.
    """

    # Swept .5 .55 .6 on the claims corpus (dev) and planted stories (dev bank): cross-article F1 .59 .58 .59 and
    # .88 .86 .84, look-alikes merged .20 .15 .13 and .08 .08 .08. Below .5 more look-alikes merge than F1 gains.
    join: float = 0.55
    unsure: float = 0.35
    # Swept .55 to .85: speaker ranges that hold the truth .68 to .72 at mean widths of .36 to .44 on the claims corpus
    # (dev), .67 to .73 at .29 to .47 on planted stories (dev bank). Unsure neighbours and the speaker of the sentence
    # before were tried at the high end too: they widen by .3 and more for .02.
    firm: float = 0.8
    linked: float = 0.8
    maybe_linked: float = 0.4
    rules: tuple[str, ...] = RULES
    voice: Voice | None = None
    outlets: Registry = REGISTRY

    def __post_init__(self) -> None:
        if not 0 < self.unsure <= self.join <= self.firm <= 1:
            raise ValueError(f"needs 0 < unsure <= join <= firm <= 1: {self.unsure}, {self.join}, {self.firm}")
        if not 0 <= self.maybe_linked <= self.linked <= 1:
            raise ValueError(f"needs 0 <= maybe_linked <= linked <= 1: {self.maybe_linked}, {self.linked}")
        unknown = sorted(set(self.rules) - set(RULES))
        if unknown:
            raise ValueError(f"no such rule: {', '.join(unknown)}")
