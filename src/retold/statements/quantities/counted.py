"""What a number counts: the head noun behind it, without a parser.

In: a text and the place behind a number. Out: the noun in small letters and where it ends, or None. Method: of at most
five words that no stop word or punctuation interrupts, the first plural noun; after "one" the first word.
"""

from __future__ import annotations

import re

from retold.language.english_quantities import FILLERS, PLURALS_WITHOUT_S, SINGULARS_WITH_S, STOP_WORDS
from retold.statements.quantities.patterns import GAP, WORD, any_of

STOPS = frozenset(STOP_WORDS)
FILLER = re.compile(rf"{GAP}(?:{any_of(FILLERS)}{GAP})*(?:the{GAP})?(?=[^\W_])", re.IGNORECASE)
LINK = re.compile(r"[ \u00a0]{1,2}")
LONGEST = 5


def counted_noun(text: str, end: int, one: bool) -> tuple[str, int] | None:
    """The noun that a number ending at `end` counts, and where the noun ends."""
    start = FILLER.match(text, end)
    if start is None:
        return None
    position = start.end()
    words: list[tuple[str, int]] = []
    while len(words) < LONGEST:
        match = WORD.match(text, position)
        if match is None or match.group().casefold() in STOPS or (not words and match.group().isdecimal()):
            break
        words.append((match.group(), match.end()))
        gap = LINK.match(text, match.end())
        if gap is None:
            break
        position = gap.end()
    return _head(words, one)


def _head(words: list[tuple[str, int]], one: bool) -> tuple[str, int] | None:
    if not words:
        return None
    for word, end in words:
        if is_plural(word) and not one:
            return _singular_s(word.casefold()), end
    if one:
        nouns = [w for w in words[:2] if not w[0].casefold().endswith(("ed", "ing"))]
        chosen = nouns[-1] if nouns and len(words) <= 2 else words[0]
        return chosen[0].casefold(), chosen[1]
    return None


def _singular_s(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    folded = _singular_s(word.casefold()).rpartition("-")[2]
    if folded in PLURALS_WITHOUT_S:
        return True
    return len(folded) > 3 and folded.endswith("s") and not folded.endswith("ss") and folded not in SINGULARS_WITH_S
