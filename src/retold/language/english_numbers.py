"""English number words and how they are read: "two hundred and five" -> 205, "half a million" -> 500000.

In: the words of one number as they stand in a text. Out: its value, or None where the words make no number. Holds
always: nothing raises, whatever the words; digits may mix with words ("2.5 million"). `NUMBER` is the pattern that
finds such words; it has bounded repetition, so that matching stays linear.
"""

from __future__ import annotations

import re

CARDINALS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?"
_UNIT = "|".join(sorted(CARDINALS, key=lambda word: (-len(word), word)))
_SCALE = "|".join(sorted(SCALES, key=lambda word: (-len(word), word)))
WORDS = (
    rf"(?:(?:{_UNIT})(?![^\W_])|an?(?=\s(?:{_SCALE})(?![^\W_])))"
    rf"(?:(?:[\s-]|\sand\s)(?:{_UNIT}|{_SCALE})(?![^\W_])){{0,7}}"
)
NUMBER = rf"(?:(?:{DIGITS})(?:\s[1-3]/[2-4]|[½¼¾⅓⅔])?(?:[\s-](?:{_SCALE})(?![^\W_]))?|{WORDS})"
ORDINAL_WORD = (
    rf"(?:(?:{'|'.join(word for word in CARDINALS if word.endswith('ty'))})-)?(?:{'|'.join(ORDINALS)})"
    r"|\d{1,4}(?:st|nd|rd|th)"
)
_PIECE = re.compile(rf"\d/\d|{DIGITS}|[½¼¾⅓⅔]|[^\W\d_]+", re.IGNORECASE)


def read_cardinal(words: str) -> float | None:
    """The value of a cardinal in digits, words or both; None where `words` hold anything else."""
    total = current = 0.0
    seen = False
    for piece in _PIECE.findall(words.casefold()):
        if piece in CARDINALS:
            current += CARDINALS[piece]
        elif piece in SCALES:
            current, total = _scaled(current if seen else 1.0, total, SCALES[piece])
        elif piece in FRACTIONS:
            current += FRACTIONS[piece]
        elif piece[0].isdecimal():
            current += float(piece.replace(",", ""))
        elif piece not in ("and", "a", "an"):
            return None
        seen = seen or piece not in ("and", "a", "an")
    return total + current if seen else None


def _scaled(current: float, total: float, scale: int) -> tuple[float, float]:
    """`current` multiplied; from a thousand on it is moved into the total, as in "two thousand three hundred"."""
    value = (current or 1.0) * scale
    return (value, total) if scale == 100 else (0.0, total + value)


def read_ordinal(words: str) -> int | None:
    """The place that "third", "twenty-first" or "31st" names, or None."""
    folded = words.casefold()
    found = re.match(r"(\d{1,4})(?:st|nd|rd|th)$", folded)
    if found:
        return int(found.group(1))
    tens, _, last = folded.rpartition("-")
    if last not in ORDINALS or (tens and tens not in CARDINALS):
        return None
    return CARDINALS.get(tens, 0) + ORDINALS[last]


def read_spoken_year(words: str) -> int | None:
    """The year of "nineteen ninety-six" or "two thousand (and) four"; None where it is none."""
    pieces = [piece for piece in re.split(r"[ -]+", words.casefold()) if piece != "and"]
    values = [CARDINALS.get(piece, SCALES.get(piece, -1)) for piece in pieces]
    if -1 in values or not values:
        return None
    if values[:2] == [2, 1000]:
        return 2000 + sum(values[2:]) if sum(values[2:]) < 100 else None
    if 10 <= values[0] <= 20 and len(values) in (2, 3) and 10 <= values[1] < 100:
        return values[0] * 100 + sum(values[1:])
    return None
