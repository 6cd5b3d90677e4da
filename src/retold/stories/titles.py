"""What a story is called that no headline names: its most representative sentence.

In: the texts of the story's passages. Out: one line. Of the first sentences of each passage the one whose telling words
most of the passages hold; none that points back ("He said so too") or only quotes, if there is another. An opening
that ties it to what stood before ("Also on Wednesday,") is left out. The order of the texts does not matter.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from retold.language.english_openers import ADDING, CONNECTIVES, POINTING, TURNS
from retold.language.english_stems import stem
from retold.language.english_weights import weight
from retold.text.sentences import sentences
from retold.text.words import fold, words

LONGEST = 100
# News says what happened in its first sentences; further down stand details.
FIRST = 3
# Shorter sentences are labels or asides ("He agreed.").
FEWEST_WORDS = 5
OPENING = re.compile(rf"(?:{'|'.join((*TURNS, *ADDING, *CONNECTIVES))})(?!\w),?:?\s+", re.I)
BACK = re.compile(rf"(?:{'|'.join(POINTING)})(?!\w)|[“\"‘]", re.I)


def name_story(texts: Sequence[str]) -> str:
    """A line of at most about `LONGEST` code points; empty only where all texts are."""
    holders = Counter(term for text in texts for term in _terms(text))
    ranked = sorted((_rank(line, place, holders), line) for text in texts for place, line in _candidates(text))
    line = ranked[0][1] if ranked else " ".join(min(texts, default="").split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + " …"


def _candidates(text: str) -> Iterator[tuple[int, str]]:
    for place, span in zip(range(FIRST), sentences(text), strict=False):
        line = " ".join(span.of(text).split())
        plain = line[opening.end() :] if (opening := OPENING.match(line)) else line
        if plain:
            yield place, plain[0].upper() + plain[1:]


def _rank(line: str, place: int, holders: Counter[str]) -> tuple[bool, float, int]:
    """Smaller is better: whether it cannot stand alone; how much of the story it holds, for its length; its place."""
    terms = _terms(line)
    held = sum(holders[term] for term in terms) / math.sqrt(max(len(terms), 1))
    unfit = bool(BACK.match(line)) or len(line.split()) < FEWEST_WORDS
    return unfit, round(-held / (1 + place), 9), place


def _terms(text: str) -> set[str]:
    return {term for span in words(text) if weight(term := stem(fold(span.of(text)))) >= 1}
