"""Words that weigh how sure a statement is: hedges, boosters, approximations, negations.

Sources: Hyland, "Metadiscourse" (2005), appendix of hedges and boosters; Recasens, Danescu-Niculescu-Mizil and
Jurafsky, "Linguistic Models for Analyzing and Detecting Biased Language" (ACL 2013), for which classes matter in
reporting; the lists themselves are our own choice for news. All words are folded; several-word units have spaces.
"""

# ruff: noqa: SIM905 - a word list reads better as words

from __future__ import annotations

MODALS = frozenset(
    "may might could can would should must will shall ought cannot can't won't wouldn't couldn't".split()
)
HEDGES = frozenset(
    """
    allegedly apparently arguably conceivably doubtful doubtless evidently hypothetically likely unlikely maybe perhaps
    possible possibly possibility potential potentially presumably probable probably purported purportedly reportedly
    seemingly supposed supposedly suspected tentative tentatively uncertain unclear unconfirmed unverified unproven
    alleged ostensibly ostensible appear appears appeared seem seems seemed suggest suggests suggested believed thought
    considered rumoured rumored say-so speculated presumed expected feared understood
    """.split()
)
BOOSTERS = frozenset(
    """
    certain certainly clear clearly conclusive conclusively confirmed definite definitely definitively evident
    incontrovertibly indeed indisputable indisputably inevitable inevitably obvious obviously plainly proven
    surely undeniable undeniably undoubted undoubtedly undisputed unquestionably verified unmistakable unmistakably
    truly really actually in-fact
    """.split()
)
APPROXIMATORS = frozenset(
    """
    about around approximately almost nearly roughly some circa estimated barely close exactly precisely just only
    upwards approaching nigh well-over
    """.split()
)
# Several words that work as one unit; the key that they get in an alignment has no spaces.
UNITS = (
    "at least", "at most", "up to", "more than", "less than", "fewer than", "no more than", "as many as", "as few as",
    "as much as", "close to", "in excess of", "without doubt", "no doubt", "beyond doubt", "of course", "in fact",
    "well over", "just over", "just under", "no fewer than", "no less than",
)  # fmt: skip
# Words and units that say the same: "about 30" / "some 30".
EQUALS = (
    "about around approximately roughly some circa", "more_than over in_excess_of", "nearly almost close_to near",
    "at_least no_fewer_than no_less_than", "up_to as_many_as as_much_as", "perhaps maybe possibly", "exactly precisely",
    "allegedly reportedly purportedly", "clearly plainly evidently obviously", "probably likely presumably",
    "certainly surely definitely undoubtedly", "less_than fewer_than under", "only just", "seemingly apparently",
)  # fmt: skip
EQUAL = {word: number for number, group in enumerate(EQUALS) for word in group.split()}
NEGATIONS = frozenset("no not never none neither nor nobody nothing without hardly scarcely cannot".split())
CERTAINTY = MODALS | HEDGES | BOOSTERS | APPROXIMATORS | frozenset(unit.replace(" ", "_") for unit in UNITS)


def is_certainty(word: str) -> bool:
    """Whether a folded word weighs how sure, or how exact, a statement is."""
    return word in CERTAINTY


def is_negation(word: str) -> bool:
    """Whether a folded word turns a statement into its opposite ("not", "never", "didn't")."""
    return word in NEGATIONS or word.endswith("n't")


def are_equally_sure(a: str, b: str) -> bool:
    """Whether two folded words or units weigh a statement alike."""
    return a in EQUAL and EQUAL[a] == EQUAL.get(b)
