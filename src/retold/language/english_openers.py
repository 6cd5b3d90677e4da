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
# Openings that only tie a sentence to the one before it.
CONNECTIVES = (
    r"(?:meanwhile|however|moreover|furthermore|separately|earlier|later|still)(?=,)",
    r"(?:in addition|in the meantime|as a result)(?=,)",
    r"(?:and|but|so|yet)(?= )",
)
# Openings that point back at somebody or something named before.
POINTING = (
    r"he|she|they|it|we|i|his|her|their|its|this|that|these|those|such|there|here",
    r"the (?:former|latter|same|two|move|decision|incident|news|statement)",
)
