"""Words that say where a statement comes from: reporting verbs, what is cited, and who stands for an unnamed source.

`PLAIN_CUES` report and no more; `SLANTED_CUES` also judge, in the sense of Wikipedia's Manual of Style ("Words to
watch: synonyms for said") and the AP and Reuters handbooks, which ask for "said": doubt (claimed), belief (revealed),
guilt (admitted), heat (blasted). All words are folded; inflections are reached through base forms.
"""

# ruff: noqa: SIM905 - a word list reads better as words

from __future__ import annotations

from retold.language.inflections import base_form
from retold.language.reporting import VERBS, inflect
from retold.language.sourcewords import UNNAMED_NOUNS

PLAIN_CUES = frozenset(
    base_form(word)
    for word in """
    say tell state report announce declare write add comment remark mention quote cite ask reply answer respond explain
    describe inform note speak according according_to broadcast publish
    """.split()
)
DOUBTING_CUES = frozenset(base_form(word) for word in "claim allege purport contend maintain assert profess".split())
TRUSTING_CUES = frozenset(
    base_form(word) for word in "reveal confirm disclose expose clarify demonstrate verify observe acknowledge".split()
)
GUILT_CUES = frozenset(base_form(word) for word in "admit confess concede deny refute rebut".split())
HEATED_CUES = frozenset(
    base_form(word)
    for word in """
    insist boast rant rail fume thunder blast slam demand warn threaten complain whine lash crow gloat brag vow swear
    """.split()
)
SLANTED_CUES = DOUBTING_CUES | TRUSTING_CUES | GUILT_CUES | HEATED_CUES
CUE_KINDS = {
    **dict.fromkeys(PLAIN_CUES, "plain"),
    **dict.fromkeys(DOUBTING_CUES, "doubting"),
    **dict.fromkeys(TRUSTING_CUES, "trusting"),
    **dict.fromkeys(GUILT_CUES, "of guilt"),
    **dict.fromkeys(HEATED_CUES, "heated"),
}
# Of these, the words that are as often plain nouns: they make no attribution by themselves.
AMBIGUOUS = frozenset(
    base_form(word) for word in "state add note ask answer speak broadcast publish demand observe".split()
)
CITED = frozenset(
    base_form(word)
    for word in """
    report source official account statement document memo dossier paper study survey poll interview briefing
    transcript newspaper agency wire channel broadcaster outlet media press record filing leak cable letter communique
    article dispatch release bulletin testimony affidavit indictment complaint
    """.split()
)
# Words of `UNNAMED_NOUNS` that count or point and name nobody by themselves.
POINTING = frozenset("others other another some many several most few one ones two three four both".split())
STANDING_FOR = frozenset(
    base_form(word)
    for word in f"""
    {" ".join(sorted(UNNAMED_NOUNS - POINTING))}
    official source witness diplomat aide adviser spokesman spokeswoman spokesperson insider analyst expert observer
    critic supporter investigator prosecutor lawyer resident eyewitness bystander onlooker informant whistleblower
    officer commander doctor medic police authority neighbour neighbor colleague relative activist campaigner
    """.split()
)
# Verbs of saying by the shape of their clause alone, for finding whose words they bring in: those of the reporting
# lexicon that are words rather than attitudes and need nobody told ("people briefed on"), and the verbs of
# communication of Levin (English Verb Classes, 1993, classes 37.1 to 37.9) that it lacks. Past forms only: "signals"
# and "reports" are nouns as often.
COMMUNICATING = """
    confide divulge recite relay narrate articulate blurt intimate volunteer venture signal whisper murmur mutter
    mumble grumble growl groan sigh shrug snap sneer scoff cry yell bark croak drawl marvel gush enthuse rhapsodize
    pronounce preach counsel impart convey communicate cable phone telephone
    """.split()
SAYING = frozenset(
    form
    for verb in [*(verb.lemma for verb in VERBS.values() if not (verb.quiet or verb.addressed)), *COMMUNICATING]
    for form in inflect(verb)
    if form != verb and not form.endswith(("ing", "s"))
)
# Phrases that call up a source behind them.
CALLING = (
    "in the words of", "in the view of", "in the opinion of", "in the estimation of", "in the account of",
    "by the account of", "by the reckoning of", "on the word of", "on the authority of", "on the strength of",
    "in the telling of", "attributed to", "ascribed to", "credited to", "learned from", "learnt from", "heard from",
    "obtained from", "gathered from", "told by", "quoted by", "informed by", "said by", "confirmed by",
    "provided by", "leaked by", "disclosed by", "revealed by", "crediting", "pointing to", "relying on", "drawing on",
    "based on interviews with", "a statement by", "a statement from", "comments by", "comments from", "remarks by",
    "word from",
)  # fmt: skip


def _by_first_word(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    split = [tuple(phrase.split()) for phrase in phrases]
    return {first: tuple(words for words in split if words[0] == first) for first in {words[0] for words in split}}


SOURCE_PHRASES = _by_first_word(CALLING)
UNNAMED = frozenset("anonymous unnamed unidentified undisclosed anonymity".split())


def cue_kind(word: str) -> str | None:
    """How a folded word reports ("plain", "doubting", …), or None where it does not."""
    return CUE_KINDS.get(base_form(word))


def is_source_noun(word: str) -> bool:
    """Whether a folded word names what is cited or who stands for a source."""
    base = base_form(word)
    return base in CITED or base in STANDING_FOR


def is_verb_of_saying(word: str) -> bool:
    """Whether a folded word is a finite form of a verb that brings in somebody's words."""
    return word in SAYING
