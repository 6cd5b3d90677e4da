"""Which language a text is in, cheaply: its script, then the commonest small words. ISO 639-1, or None."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from retold.language.function_words import ARABIC, CYRILLIC, LATIN

SEEN = 6000
WORD = re.compile(r"[^\W\d_]+")
SCRIPTS = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "HEBREW": "he",
    "GREEK": "el",
    "DEVANAGARI": "hi",
    "THAI": "th",
}
LISTS = {
    script: {code: frozenset(words.split()) for code, words in lists.items()}
    for script, lists in (("LATIN", LATIN), ("CYRILLIC", CYRILLIC), ("ARABIC", ARABIC))
}
FEWEST_WORDS = 12
# Share of the words that must stand in the best list, and its lead over the second.
FEWEST_HITS = 0.12
LEAD = 1.5


def language_of(text: str) -> str | None:
    """The language of a text's first 6,000 characters; None where too little or nothing decides."""
    sample = text[:SEEN]
    letters = [sign for sign in sample if sign.isalpha()]
    if not letters:
        return None
    # Nearly all letters of most texts are ASCII; only the others need the table of names.
    foreign = [sign for sign in letters[:1500] if not sign.isascii()]
    scripts = Counter(unicodedata.name(sign, "?").split()[0] for sign in foreign)
    scripts["LATIN"] += min(len(letters), 1500) - len(foreign)
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * scripts.total():
        return "ja"
    script, count = scripts.most_common(1)[0]
    if count < 0.6 * scripts.total():
        return None
    if script == "CJK":
        return "zh"
    if script in SCRIPTS:
        return SCRIPTS[script]
    lists = LISTS.get(script)
    return _by_words(sample, lists) if lists else None


def _by_words(sample: str, lists: Mapping[str, frozenset[str]]) -> str | None:
    found = Counter(map(str.casefold, WORD.findall(sample)))
    total = found.total()
    if total < FEWEST_WORDS:
        return None
    hits = sorted(
        ((sum(found[word] for word in words & found.keys()), code) for code, words in lists.items()), reverse=True
    )
    best, second = hits[0], hits[1]
    if best[0] < FEWEST_HITS * total or best[0] < LEAD * second[0]:
        return None
    return best[1]
