"""Words that open another story inside an article; English.

A *turn* says by itself that something else follows; an *adding* opener may as well go on with the same story, so that
it opens a new one only where the vocabulary breaks too. Both are patterns for a sentence's beginning, case ignored.
"""

from __future__ import annotations

DAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|(?:this|last) (?:week|month|morning)"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?= \d)|\d{1,2}"
)
MATTER = r"(?:news|developments?|business|incidents?|cases?|matters?|events?|attacks?|rulings?|trials?|statements?)"
TURNS = (
    rf"in (?:other|unrelated|an unrelated) {MATTER}",
    r"on another front",
    r"(?:also|elsewhere) in the news",
    r"also making news",
    r"elsewhere:",
)
ADDING = (
    rf"also (?:on )?(?:{DAY})",
    rf"separately(?: (?:on )?(?:{DAY}))?,",
    r"elsewhere,",
    rf"in (?:another|a separate|separate) {MATTER}",
)
