"""Words that open another story inside an article; English.

A *turn* says by itself that something else follows; an *adding* opener may as well go on with the same story, so that
it opens a new one only where the vocabulary breaks too. Each is matched at a sentence's beginning, case folded.
"""

from __future__ import annotations

TURNS = (
    "in other news",
    "in other developments",
    "in other business",
    "in unrelated news",
    "in an unrelated development",
    "in an unrelated case",
    "in an unrelated incident",
    "in a separate development",
    "in a separate incident",
    "in a separate case",
    "on another front",
    "turning to",
    "also in the news",
    "also making news",
    "elsewhere in the news",
)
ADDING = (
    "also on",
    "also in",
    "also this week",
    "also today",
    "also yesterday",
    "also last week",
    "separately",
    "elsewhere",
    "in another",
    "in a separate",
    "in separate",
)
