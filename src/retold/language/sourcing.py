"""Words that say where a statement comes from: reporting verbs, what is cited, and who stands for an unnamed source.

`PLAIN_CUES` report and no more; `SLANTED_CUES` also judge, in the sense of Wikipedia's Manual of Style ("Words to
watch: synonyms for said") and the AP and Reuters handbooks, which ask for "said": doubt (claimed), belief (revealed),
guilt (admitted), heat (blasted). All words are folded; inflections are reached through base forms.
"""

# ruff: noqa: SIM905 - a word list reads better as words

from __future__ import annotations

from retold.language.inflections import base_form
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
UNNAMED = frozenset("anonymous unnamed unidentified undisclosed anonymity".split())


def cue_kind(word: str) -> str | None:
    """How a folded word reports ("plain", "doubting", …), or None where it does not."""
    return CUE_KINDS.get(base_form(word))


def is_source_noun(word: str) -> bool:
    """Whether a folded word names what is cited or who stands for a source."""
    base = base_form(word)
    return base in CITED or base in STANDING_FOR
