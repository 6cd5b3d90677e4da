"""Text in; words, word pieces and what an uncased vocabulary forgets out.

A word is what `retold.text.words` calls a token. Each holds at least one piece; a word that the tokenizer reads as
nothing (a lone control sign) is left out, so that the arrays of one `Encoded` always have the same number of words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from retold.text.words import TOKEN

Ints = NDArray[np.int64]

# A longer word (an address, a run of emoji joined by hyphens) is known by its beginning; bounds the work per word.
MAX_PIECES = 8
MAX_SIGNS = 100

# The longest article of PolNeAR train and dev has 6,481 words.
LONGEST_SECTION = 8_192

FEATURE_SIZES = (4, 4, 3, 2)
"""How many values each of the four features has: letter case, quotation state, line break before, first line."""

OPENING = frozenset({"“", "„", "«", "``"})
STOPS = frozenset(".!?…。")
CLOSING = frozenset({"”", "»", "''"})
SURROGATE = re.compile("[\ud800-\udfff]")
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """One text: per word its code points and features, and its pieces from `first[i]` up to `first[i + 1]`.

    `stops` is 1 for a word that can end a sentence.
    """

    starts: Ints
    ends: Ints
    features: Ints
    stops: Ints
    pieces: Ints
    first: Ints

    def __len__(self) -> int:
        return len(self.starts)


def encode(tokenizer: Tokenizer, text: str) -> Encoded:
    """The words, pieces and features of `text`; any text will do."""
    text = SURROGATE.sub("\ufffd", text)
    matches = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
    pieces: list[int] = []
    first: list[int] = [0]
    kept: list[int] = []
    for index, ids in enumerate(_pieces(tokenizer, [text[s : min(e, s + MAX_SIGNS)] for s, e in matches])):
        if ids:
            kept.append(index)
            pieces.extend(ids[:MAX_PIECES])
            first.append(len(pieces))
    features = _features(text, matches)
    spans = np.asarray(matches, dtype=np.int64).reshape(-1, 2)[kept]
    return Encoded(
        starts=spans[:, 0],
        ends=spans[:, 1],
        features=np.asarray(features, dtype=np.int64).reshape(-1, len(FEATURE_SIZES))[kept],
        stops=np.asarray([text[matches[i][0]] in STOPS for i in kept], dtype=np.int64),
        pieces=np.asarray(pieces, dtype=np.int64),
        first=np.asarray(first, dtype=np.int64),
    )


def sections(encoded: Encoded) -> tuple[Encoded, ...]:
    """The text in stretches of at most LONGEST_SECTION words, cut before a new line or sentence where there is one.

    Keeps memory bounded for a text of any length; an article is one section.
    """
    found: list[Encoded] = []
    start = 0
    while start < len(encoded):
        end = min(start + LONGEST_SECTION, len(encoded))
        if end < len(encoded):
            end = _cut(encoded, start, end)
        found.append(_part(encoded, start, end))
        start = end
    return tuple(found)


def _cut(encoded: Encoded, start: int, end: int) -> int:
    """The last place for a cut in the second half of words `start` to `end`."""
    middle = (start + end) // 2
    for marks in (encoded.features[middle:end, 2] > 0, encoded.stops[middle - 1 : end - 1] > 0):
        places = np.flatnonzero(marks)
        if len(places):
            return middle + int(places[-1])
    return end


def _part(encoded: Encoded, start: int, end: int) -> Encoded:
    low, high = int(encoded.first[start]), int(encoded.first[end])
    return Encoded(
        starts=encoded.starts[start:end],
        ends=encoded.ends[start:end],
        features=encoded.features[start:end],
        stops=encoded.stops[start:end],
        pieces=encoded.pieces[low:high],
        first=encoded.first[start : end + 1] - low,
    )


def _pieces(tokenizer: Tokenizer, words: list[str]) -> list[list[int]]:
    """The piece ids of each word; each distinct word is looked up once, on one thread."""
    distinct = list(dict.fromkeys(words))
    known: dict[str, list[int]] = {word: [] for word in distinct}
    found: Any = tokenizer.encode(distinct, is_pretokenized=True, add_special_tokens=False)
    for index, piece in zip(found.word_ids, found.ids, strict=True):
        known[distinct[index]].append(piece)
    return [known[word] for word in words]


def _features(text: str, matches: list[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Per word: case, quotation state, line break before it, and whether it stands in the first line."""
    found = []
    inside = False
    headline = 1
    last = 0
    for start, end in matches:
        gap = text[last:start]
        breaks = min(gap.count("\n"), 2)
        if breaks:
            inside = False  # a quotation that runs on opens again; a lost mark must not turn the rest around
            headline = headline if last == 0 else 0
        word = text[start:end]
        state = 1 if inside else 0
        if word in OPENING or (word == '"' and not inside):
            inside, state = True, 2
        elif word in CLOSING or word == '"':
            inside, state = False, 3
        elif word in ("`", "'") and text[end : end + 1] == word:
            inside, state = (True, 2) if word == "`" else (False, 3)
        found.append((_case(word), state, breaks, headline))
        last = end
    return found


def _case(word: str) -> int:
    """0 lower case, 1 capitalised, 2 all capitals, 3 no letters."""
    letters = LETTER.search(word)
    if letters is None:
        return 3
    if not letters.group().isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1
