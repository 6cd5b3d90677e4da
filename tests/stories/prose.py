"""Invented prose in any quantity, in words of no language: two seeds share words, but hardly ever three in a row."""

from __future__ import annotations

import random

_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "kar", "mip", "tor")


def _vocabulary() -> list[str]:
    rng = random.Random(0)
    return sorted({"".join(rng.choices(_SYLLABLES, k=rng.randint(1, 3))) for _ in range(700)})


VOCABULARY = _vocabulary()


def sentences(seed: int, count: int) -> list[str]:
    """`count` sentences of 10 to 24 words."""
    rng = random.Random(seed)
    return [" ".join(rng.choices(VOCABULARY, k=rng.randint(10, 24))).capitalize() + "." for _ in range(count)]


def article(seed: int, count: int = 10) -> str:
    """A text of `count` sentences in one paragraph."""
    return " ".join(sentences(seed, count))
