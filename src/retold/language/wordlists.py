"""Word lists written as running text: easier to read, sort and extend than lists of quoted strings."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, which white space parts."""
    return frozenset(text.split())
