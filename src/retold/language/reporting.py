"""English words of reporting: verbs with what they do, nouns that stand for a statement, and their inflections.

Data only. A verb's entry gives its stance, where the words themselves decide one, and which complements it takes:
a clause or quotation, a noun phrase, or a person with an infinitive. Nothing here depends on any text.
"""

from __future__ import annotations

from dataclasses import dataclass

from retold.language.wordlists import word_set
from retold.records.statements import Stance


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb.

    `stance` is None for a neutral verb, whose content decides. `noun_phrase`: its object alone is a content ("denied
    the charge"). `addressed`: its first object is who was told. `quiet`: an attitude or inference rather than words
    ("believe", "show"), which needs a clause to count.
    """

    lemma: str
    stance: Stance | None = None
    noun_phrase: bool = False
    addressed: bool = False
    quiet: bool = False


def _verbs(words: str, stance: Stance | None = None, **flags: bool) -> dict[str, Verb]:
    return {word: Verb(word, stance, **flags) for word in words.split()}


VERBS: dict[str, Verb] = {
    **_verbs(
        "say write state add report note explain reply respond answer continue tweet post comment remark observe "
        "mention recall repeat reiterate stress emphasize emphasise underline underscore assert declare testify "
        "maintain insist argue contend recount relate joke quip conclude clarify counter retort exclaim shout "
        "whisper boast affirm attest caution elaborate "
        "lament complain opine posit propose suggest summarize summarise imply hint email text blog "
        "interject chime muse reason reflect vow pledge promise swear guarantee agree concur rule"
    ),
    **_verbs("announce claim reveal disclose confirm describe outline proclaim", noun_phrase=True),
    **_verbs("tell inform notify assure remind brief advise persuade reassure convince", addressed=True),
    **_verbs(
        "show indicate find suggest read detail depict allege believe think know learn feel hope "
        "hear understand realize realise determine decide worry doubt see estimate assume consider",
        quiet=True,
    ),
    **_verbs("detail depict document", quiet=True, noun_phrase=True),
    **_verbs("deny refute rebut dispute rebuff reject dismiss", Stance.DENY, noun_phrase=True),
    **_verbs("admit acknowledge concede confess", Stance.ADMIT, noun_phrase=True),
    **_verbs("accuse charge", Stance.ACCUSE, addressed=True),
    **_verbs("allege blame", Stance.ACCUSE, noun_phrase=True),
    **_verbs("demand request", Stance.DEMAND, noun_phrase=True),
    **_verbs("urge implore beg exhort", Stance.DEMAND, addressed=True),
    **_verbs("recommend", Stance.DEMAND),
    **_verbs("ask", Stance.QUESTION, addressed=True),
    **_verbs("question wonder inquire enquire", Stance.QUESTION),
    **_verbs("predict forecast project foresee", Stance.PREDICT, noun_phrase=True),
    **_verbs("warn", Stance.PREDICT, addressed=True),
    **_verbs("expect anticipate", Stance.PREDICT, quiet=True),
}

IRREGULAR = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thought thinking",
    "know": "knows knew known knowing",
    "learn": "learns learned learnt learning",
    "feel": "feels felt felt feeling",
    "hear": "hears heard heard hearing",
    "understand": "understands understood understood understanding",
    "find": "finds found found finding",
    "show": "shows showed shown showing",
    "read": "reads read read reading",
    "foresee": "foresees foresaw foreseen foreseeing",
    "forecast": "forecasts forecast forecasted forecasting",
    "swear": "swears swore sworn swearing",
    "see": "sees saw seen seeing",
    "admit": "admits admitted admitted admitting",
    "beg": "begs begged begged begging",
    "blog": "blogs blogged blogged blogging",
    "quip": "quips quipped quipped quipping",
    "concur": "concurs concurred concurred concurring",
    "rebut": "rebuts rebutted rebutted rebutting",
}


def inflect(lemma: str) -> tuple[str, ...]:
    """The forms of a verb: the lemma, third person, past, participles."""
    if lemma in IRREGULAR:
        return (lemma, *IRREGULAR[lemma].split())
    if lemma.endswith("e"):
        return (lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    if lemma.endswith(("s", "sh", "ch", "x")):
        return (lemma, lemma + "es", lemma + "ed", lemma + "ing")
    return (lemma, lemma + "s", lemma + "ed", lemma + "ing")


FORMS: dict[str, Verb] = {form: verb for lemma, verb in VERBS.items() for form in inflect(lemma)}
"""Every form of every reporting verb."""

CITING = frozenset({"citing", "quoting"})
CITED = frozenset({"cite", "cites", "cited", "quote", "quotes", "quoted"})
# Participles that say through whom a document or a person's words came.
CARRIED = word_set(
    """
    quoted cited obtained seen reviewed viewed acquired published broadcast aired carried interviewed posted
    released reported leaked read heard examined
    """
)
# Verbs that hand on to an infinitive of saying: "went on to say", "continued to insist".
ASPECTUAL = word_set(
    """
    went go goes gone going continued continue continues came come began begin begins seemed appeared proceeded
    used started happened hastened
    """
)
NEGATING_HEADS = word_set(
    """
    declined decline declines refused refuse refuses failed fail fails unable unwilling stopped avoided
    """
)

REPORT_NOUNS = word_set(
    """
    report reports rumor rumors rumour rumours speculation word news
    """
)
"""Nouns that are themselves an unnamed source when a clause follows: "a report that …"."""

STATEMENT_NOUNS: dict[str, Stance | None] = {
    "claim": None,
    "claims": None,
    "statement": None,
    "statements": None,
    "assertion": None,
    "assertions": None,
    "announcement": None,
    "suggestion": None,
    "suggestions": None,
    "argument": None,
    "conclusion": None,
    "belief": None,
    "insistence": None,
    "allegation": Stance.ACCUSE,
    "allegations": Stance.ACCUSE,
    "accusation": Stance.ACCUSE,
    "accusations": Stance.ACCUSE,
    "charge": Stance.ACCUSE,
    "charges": Stance.ACCUSE,
    "admission": Stance.ADMIT,
    "acknowledgment": Stance.ADMIT,
    "denial": Stance.DENY,
    "denials": Stance.DENY,
    "demand": Stance.DEMAND,
    "demands": Stance.DEMAND,
    "prediction": Stance.PREDICT,
    "predictions": Stance.PREDICT,
    "warning": Stance.PREDICT,
    "warnings": Stance.PREDICT,
}
"""Nouns that are a cue when a clause follows: "the ministry's claim that …"."""

FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
OBLIGATION = frozenset({"must", "should", "ought"})
DENIAL_WORDS = word_set(
    """
    false untrue baseless lie lies fabricated fabrication nonsense unfounded innocent hoax fake
    """
)
