"""Words that two passages share, sorted for a reader into names, dates, numbers and words; grammar words left out.

In: a word and the two texts. Out: a `Shared`, or None where the word tells nothing, or does not stand in both: two
words may have one column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retold.language.english_stems import stem
from retold.language.english_times import MONTHS, WEEKDAYS
from retold.language.english_weights import weight
from retold.text.words import fold

DATES = frozenset(name.casefold() for name in (*MONTHS, *WEEKDAYS))
KINDS = ("name", "date", "number", "word")


@dataclass(frozen=True, slots=True)
class Shared:
    """A word as a text has it, and which of `KINDS` it is."""

    word: str
    kind: str


def find_shared(word: str, texts: Sequence[str]) -> Shared | None:
    """The word as `texts` share it. A name is what none of them writes small."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.I)
    forms = [pattern.findall(text) for text in texts]
    if not all(forms):
        return None
    key = fold(word)
    large = all(form[0].isupper() for found in forms for form in found)
    if key in DATES and large:
        return Shared(forms[0][0], "date")
    if key[0].isdigit():
        return Shared(key, "number") if key.strip("0") else None
    if len(key) < 2 or weight(stem(key)) < 1:
        return None
    return Shared(forms[0][0], "name") if large else Shared(key, "word")


def describe(shared: Iterable[Shared]) -> str:
    """The words by kind: "names Ostrey, Thole; number 40"; nothing for none."""
    found = list(shared)
    parts = [(kind, [one.word for one in found if one.kind == kind]) for kind in KINDS]
    return "; ".join(f"{kind}{'s' if len(words) > 1 else ''} {', '.join(words)}" for kind, words in parts if words)
