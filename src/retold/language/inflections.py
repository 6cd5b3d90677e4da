"""The base form of an English word: its inflection undone, its derivation kept.

In: a folded word. Out: the form to look up in a word list. Plurals, -ed and -ing go; "reporter", "invasion" and
"informal" stay what they are, which a stemmer for search would not grant. Regular forms whose base ends in -e or in a
doubled letter come out without it ("deploy", "stat"), so both sides of a look-up must pass through here.
"""

from __future__ import annotations

from retold.language.english_stems import IRREGULAR

VOWELS = "aeiouy"


def base_form(word: str) -> str:
    """The base form of a folded word, for comparing with other base forms only."""
    word = word.removesuffix("'s").rstrip("'")
    found = IRREGULAR.get(word, word)
    if len(found) > 3 and found.isascii():
        found = _undo(found)
    return found[:-1] if found.endswith("e") and len(found) > 3 else found


def _undo(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("s") and word[-2] not in "siu'":
        return word[:-1]
    for ending in ("ing", "ed"):
        stem = word[: -len(ending)]
        if (
            word.endswith(ending)
            and len(stem) > 2
            and any(sign in VOWELS for sign in stem)
            and not word.endswith("eed")
        ):
            return _single(stem)
    return word


def _single(stem: str) -> str:
    """The stem with a letter that was doubled before the ending made single again; -ll, -ss and -zz are left."""
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem
