"""What copiers do to other people's words: small changes of wording that are not written into a template.

In: nothing. Out: words with what may stand in their place. The class of each change is that of the project's
collation; a change inside a quotation is a change of the quotation, whatever the words are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from retold.planted.styles import BRITISH
from retold.planted.trees import Swap
from retold.records.collation import ChangeClass

Cues = Mapping[str, tuple[tuple[str, ChangeClass, str], ...]]

REWORDED = {
    "before": "prior to", "because of": "owing to", "near": "close to", "outside": "on the edge of",
    "nobody": "no one", "began": "started", "again": "once more", "about": "some", "several": "a number of",
    "seldom": "rarely", "a third of": "one in three of", "hurt": "injured", "employs": "gives work to",
    "is the only": "remains the only", "although": "even though", "while": "as", "so that": "in order that",
    "more than": "over", "at least": "no fewer than", "until": "up to the moment that", "for weeks": "for some weeks",
    "for years": "for many years", "in recent years": "over the past few years", "a week": "seven days",
    "overnight": "during the night", "a day": "24 hours", "and then": "and later", "twice": "two times",
    "largest": "biggest", "small": "modest", "house": "home", "shut": "closed", "bought": "purchased",
    "asked": "requested", "help": "assist", "built": "constructed", "sent": "dispatched", "showed": "revealed",
    "did not": "failed to", "old": "ageing", "ended": "came to an end", "met": "held talks", "paid": "handed over",
    "kept": "held", "start": "begin", "sold": "disposed of", "without": "with no", "left": "departed",
}  # fmt: skip
"""Plain changes of words: class OTHER."""

LOADED = {
    "protest": "riot", "protesters": "mob", "dispute": "feud", "plan": "scheme", "payments": "bribes",
    "criticized": "savaged", "cut": "slashed", "rise": "surge", "fell": "plunged", "opponents": "enemies",
    "withdrew": "fled", "government": "regime", "strikers": "militants", "mistake": "blunder", "error": "blunder",
    "talks": "haggling", "demand": "ultimatum", "demands": "ultimatums", "disagreement": "rift", "died": "perished",
    "killed": "slaughtered", "campaigners": "agitators", "refused": "snubbed", "concern": "alarm", "crowd": "mob",
}  # fmt: skip
"""Changes that take a side or raise the temperature: class LOADED."""

CUES = {
    "said": (("stated", ChangeClass.OTHER, "another cue"), ("claimed", ChangeClass.LOADED, "cue that casts doubt"),
             ("insisted", ChangeClass.LOADED, "cue that casts doubt")),
    "denied": (("rejected", ChangeClass.OTHER, "another cue"),),
    "confirmed": (("declared", ChangeClass.LOADED, "cue that vouches"),
                  ("conceded", ChangeClass.LOADED, "cue of guilt")),
    "acknowledged": (("admitted", ChangeClass.LOADED, "cue of guilt"),),
    "announced": (("made known", ChangeClass.OTHER, "another cue"),),
    "explained": (("said", ChangeClass.OTHER, "another cue"),),
    "noted": (("alleged", ChangeClass.LOADED, "cue that casts doubt"), ("said", ChangeClass.OTHER, "another cue")),
    "disclosed": (("said", ChangeClass.LOADED, "cue that vouches"),),
    "stated": (("said", ChangeClass.OTHER, "another cue"),),
    "remarked": (("said", ChangeClass.OTHER, "another cue"),),
}  # fmt: skip
"""Cues and what may replace them."""

HEDGES = ("reportedly ", "apparently ", "allegedly ")
"""What a copier may put before a verb: class HEDGING."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What the copiers of one bank write for other people's words. Keys of `plain` and `loaded` are disjoint.

    `cues` gives for a reporting verb what may replace it, with class and detail: another sort of verb (one that
    doubts, vouches, blames) is LOADED, one of the same sort OTHER.
    """

    plain: Mapping[str, str]
    loaded: Mapping[str, str]
    cues: Cues
    hedges: tuple[str, ...]
    boundaries: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        known = sorted({*BRITISH, *self.plain, *self.loaded}, key=lambda word: (-len(word), word))
        pattern = re.compile(r"\b(" + "|".join(re.escape(word) for word in known) + r")\b")
        object.__setattr__(self, "boundaries", pattern)

    def split(self, text: str) -> list[str]:
        """The pieces of `text`, so that what a copier or a house style may change is a piece of its own."""
        return [piece for piece in self.boundaries.split(text) if piece]

    def swap_for(self, word: str, quoted: bool) -> Swap | None:
        """What a copier may write for a piece of a template's words."""
        other, kind = self.plain.get(word), ChangeClass.OTHER
        if other is None:
            other, kind = self.loaded.get(word), ChangeClass.LOADED
        if other is None:
            return None
        if quoted:
            return Swap(other, ChangeClass.QUOTATION, "same meaning" if kind is ChangeClass.OTHER else "other meaning")
        return Swap(other, kind, "other words" if kind is ChangeClass.OTHER else "loaded wording")


COMMON = Wording(REWORDED, LOADED, CUES, HEDGES)
"""The copiers of the development bank and of the held one."""
