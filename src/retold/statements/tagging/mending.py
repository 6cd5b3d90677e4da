"""Fragments in; contents that begin after an abbreviation's full stop drawn back to where their sentence begins.

The tagger takes "at 7:50 a.m. on Tuesday the deck sank" for two sentences. A full stop before a lower-case word is no
end of a sentence, so a content that begins there began earlier: at the last line break, or full stop before a word
that is not lower-case, if no other fragment stands between. PolNeAR dev has no such case: its scores are the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.statements.tagging.encoding import Encoded
from retold.statements.tagging.labels import Fragment, Role

LOWER_CASE = 0


def mended(found: Sequence[Fragment], encoded: Encoded) -> tuple[Fragment, ...]:
    """The fragments, in order, with such contents drawn back; none overlaps another."""
    out: list[Fragment] = []
    for fragment in found:
        floor = out[-1].end if out else 0
        if fragment.role == Role.CONTENT and _after_abbreviation(encoded, fragment.start):
            fragment = Fragment(_sentence_start(encoded, fragment.start, floor), fragment.end, fragment.role)
        out.append(fragment)
    return tuple(out)


def _after_abbreviation(encoded: Encoded, word: int) -> bool:
    case, _, breaks, _ = encoded.features[word]
    return bool(word > 0 and encoded.stops[word - 1] and case == LOWER_CASE and not breaks)


def _sentence_start(encoded: Encoded, word: int, floor: int) -> int:
    """The first word of the sentence around `word`, or `word` itself where another fragment stands before it."""
    start = word
    while start > floor:
        after_stop = encoded.stops[start - 1] and not _after_abbreviation(encoded, start)
        if after_stop or encoded.features[start, 2]:
            return start
        start -= 1
    return start if start == 0 else word
