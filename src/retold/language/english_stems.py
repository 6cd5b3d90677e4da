"""Stems of English words by rule: Porter's algorithm with the irregular verbs and nouns that news uses most.

Unlike `retold.language.stems` it joins derivations ("evacuated", "evacuation"), because claims are told in both.
The algorithm is M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980). What comes out is a key to
compare by, not a word to show.
"""

from __future__ import annotations

import re
from functools import lru_cache

from retold.text.words import fold

IRREGULAR = {
    form: base
    for base, forms in {
        "be": "am is are was were been being",
        "have": "has had having",
        "do": "does did done doing",
        "go": "goes went gone",
        "say": "says said",
        "begin": "began begun",
        "become": "became",
        "bring": "brought",
        "break": "broke broken",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen",
        "come": "came",
        "deal": "dealt",
        "die": "dies died dying",
        "draw": "drew drawn",
        "drive": "drove driven",
        "eat": "ate eaten",
        "fall": "fell fallen",
        "feel": "felt",
        # Not "initiate" and not "aid", which their stems would make of them.
        "first": "initial initially",
        "staffer": "aide aides",
        "fight": "fought",
        "find": "found",
        "flee": "fled",
        "fly": "flew flown flies",
        "forbid": "forbade forbidden",
        "freeze": "froze frozen",
        "get": "got gotten",
        "give": "gave given",
        "grow": "grew grown",
        "hide": "hid hidden",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lie": "lay lain lying",
        "lose": "lost",
        "make": "made",
        "man": "men",
        "mean": "meant",
        "meet": "met",
        "misspeak": "misspoke misspoken",
        "pay": "paid",
        "ride": "rode ridden",
        "rise": "rose risen",
        "run": "ran",
        "see": "saw seen",
        "seek": "sought",
        "sell": "sold",
        "send": "sent",
        "shake": "shook shaken",
        "shoot": "shot",
        "sink": "sank sunk",
        "slay": "slew slain",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck stricken",
        "swear": "swore sworn",
        "take": "took taken",
        "teach": "taught",
        "tell": "told",
        "think": "thought",
        "throw": "threw thrown",
        "tie": "tying",
        "wear": "wore worn",
        "win": "won",
        "withdraw": "withdrew withdrawn",
        "woman": "women",
        "write": "wrote written",
        "child": "children",
        "person": "people persons",
        "foot": "feet",
        "life": "lives",
        "wife": "wives",
        "knife": "knives",
    }.items()
    for form in forms.split()
}
STEP_2 = tuple(
    tuple(pair.split(":"))
    for pair in """
    ational:ate tional:tion enci:ence anci:ance izer:ize isation:ize ization:ize ation:ate ator:ate abli:able
    alli:al entli:ent eli:e ousli:ous alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive
    biliti:ble
    """.split()  # noqa: SIM905 - a word list reads better as words
)
STEP_3 = tuple(
    tuple(pair.split(":"))
    for pair in """
    icate:ic ative: alize:al alise:al iciti:ic ical:ic ful: ness:
    """.split()  # noqa: SIM905 - a word list reads better as words
)
STEP_4 = tuple(
    "ement ance ence able ible ment ant ent ism ate iti ous ive ize ise ion al er ic ou".split()  # noqa: SIM905
)
VOWEL = re.compile(r"[aeiou]|(?<=[^aeiou])y")
MEASURE = re.compile(r"(?:[aeiou]|(?<=[^aeiou])y)+(?:[^aeiouy]|y(?<=[aeiou]y)|^y)+")
CVC = re.compile(r"[^aeiou][aeiouy][^aeiouwxy]$")
LONGEST = 40


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one word: folded, without possessive, suffixes stripped. Longer than 40 letters: left alone."""
    low = fold(word)
    low = low.removesuffix("'s").rstrip("'")
    low = IRREGULAR.get(low, low)
    if len(low) <= 3 or len(low) > LONGEST or not low.isascii() or not low.isalpha():
        return low
    return _tail(_step_3(_step_2(_step_1(low))))


def _measure(text: str) -> int:
    return len(MEASURE.findall(text))


def _step_1(word: str) -> str:
    if word.endswith(("sses", "ies")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("eed"):
        word = word[:-1] if _measure(word[:-3]) else word
    else:
        for suffix in ("ed", "ing"):
            if word.endswith(suffix) and VOWEL.search(word[: -len(suffix)]):
                word = _mend(word[: -len(suffix)])
                break
    if word.endswith("y") and VOWEL.search(word[:-1]):
        word = word[:-1] + "i"
    return word


def _mend(word: str) -> str:
    """What is left after -ed or -ing, made a word again: "conflat" is "conflate", "hopp" is "hop"."""
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if len(word) > 2 and word[-1] == word[-2] and word[-1] not in "aeioulsz":
        return word[:-1]
    if _measure(word) == 1 and CVC.search(word):
        return word + "e"
    return word


def _step_2(word: str) -> str:
    for suffix, other in STEP_2:
        if word.endswith(suffix):
            return word[: -len(suffix)] + other if _measure(word[: -len(suffix)]) else word
    return word


def _step_3(word: str) -> str:
    for suffix, other in STEP_3:
        if word.endswith(suffix):
            return word[: -len(suffix)] + other if _measure(word[: -len(suffix)]) else word
    return word


def _tail(word: str) -> str:
    for suffix in STEP_4:
        if word.endswith(suffix):
            rest = word[: -len(suffix)]
            if _measure(rest) > 1 and (suffix != "ion" or rest.endswith(("s", "t"))):
                word = rest
            break
    if word.endswith("e") and (_measure(word[:-1]) > 1 or (_measure(word[:-1]) == 1 and not CVC.search(word[:-1]))):
        word = word[:-1]
    if word.endswith("ll") and _measure(word) > 1:
        word = word[:-1]
    return word
