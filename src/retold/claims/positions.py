"""What each occurrence does with its claim: asserts, denies or doubts it.

Goes in: the features of one claim's propositions. Comes out: a position for each, with its reason, and whether the
claim's proposition is the negative one. Always holds: the source's stance and the polarity of its words multiply: to
deny that somebody never came asserts that they came.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.claims.features import Features
from retold.claims.propositions import Proposition
from retold.language.english_polarity import (
    DENIAL,
    DOUBT,
    NO_SUCH_THING,
    POINTING_BACK,
    REJECTED,
    RETRACTION,
    SAID_NOT_TO_BE,
    SAID_TO_BE_FALSE,
)
from retold.language.english_stems import stem
from retold.records.claims import Account, Position
from retold.records.spans import Span
from retold.records.statements import Stance
from retold.text.words import words

# Words of the sentence before and after a proposition in which a cue of doubt or denial is looked for.
NEAR = 60
# Verbs whose subject denies ("it denied having been warned"); a passive ("were denied visas") has no known subject.
DENYING = frozenset(map(stem, ("deny", "refute", "rebut")))


@dataclass(frozen=True, slots=True)
class Reading:
    """The stance of a source towards the words: `sign` 1 states them, -1 denies them, 0 doubts them."""

    sign: int
    why: str


def read_stance(feature: Features, account: Account) -> Reading:
    """The stance that attribution and cue words give."""
    text = account.article.text
    proposition = feature.proposition
    attribution = proposition.attribution
    if attribution is not None:
        cue = " ".join(dict.fromkeys(span.of(text) for span in (*attribution.cue, *attribution.stance_cue)))
        if attribution.stance is Stance.DENY:
            return Reading(-1, f"denied by its source: “{cue}”")
        if DOUBT.search(cue):
            return Reading(0, f"doubted by its source: “{cue}”")
    lead = text[proposition.sentence.start : proposition.span.start]
    withdrawn = RETRACTION.search(lead) or RETRACTION.search(text, proposition.span.start, proposition.span.end)
    if withdrawn and not _gives_new(text, proposition, withdrawn):
        return Reading(-1, f"withdrawn: “{withdrawn.group()}”")
    told_false = SAID_NOT_TO_BE.search(lead) or SAID_TO_BE_FALSE.match(
        text, proposition.span.end, proposition.sentence.end
    )
    if told_false:
        return Reading(-1, f"said not to be so: “{told_false.group().strip()}”")
    clause = proposition.clause
    if clause is not None and clause.subject and stem(clause.verb.of(text)) in DENYING:
        return Reading(-1, f"a denial is reported: “{clause.verb.of(text)}”")
    whole = text[proposition.sentence.start : proposition.span.end]
    inside = proposition.span.of(text)
    # "Called the claim false and insisted that …": only what stands with the claim rejects it.
    rejected = next((m for m in REJECTED.finditer(whole) if m.end() > len(whole) - len(inside)), None)
    if rejected and POINTING_BACK.search(whole, rejected.start()) and DENIAL.search(whole, rejected.start()):
        return Reading(-1, f"rejects what was told before it: “{rejected.group()}”")
    found = NO_SUCH_THING.search(inside)
    if found:
        return Reading(-1, f"says that there is none: “{found.group()}”")
    found = DOUBT.search(inside) or DOUBT.search(_before(text, proposition.span, proposition.sentence))
    if found:
        return Reading(0, f"its truth is left open: “{found.group()}”")
    if attribution is None:
        found = DENIAL.search(_before(text, proposition.span, proposition.sentence))
        if found:
            return Reading(-1, f"a denial is reported: “{found.group()}”")
    return Reading(1, "stated")


def _gives_new(text: str, proposition: Proposition, withdrawn: re.Match[str]) -> bool:
    """Whether the words state what is told instead: "corrected to say", "corrected the toll to 19"."""
    rest = text[proposition.span.start : proposition.sentence.end]
    return (withdrawn.group().casefold().lstrip().startswith("correct") and re.search(r"\bto\b", rest) is not None) or (
        "corrected to" in withdrawn.group().casefold()
    )


def _before(text: str, span: Span, sentence: Span) -> str:
    """The words right before the proposition, within its sentence."""
    lead = Span(max(sentence.start, span.start - NEAR), span.start)
    starts = [word.start for word in words(text, lead)]
    return text[starts[0] if starts else span.start : span.start]


def positions(
    features: Sequence[Features], readings: Sequence[Reading], opposed: Mapping[int, bool]
) -> tuple[tuple[Position, str], ...]:
    """A position for each occurrence of one claim.

    `opposed` says for an occurrence whether its words are the contrary of the first one's.
    """
    turned = [opposed.get(index, False) for index in range(len(features))]
    # Each wording has one vote on what the claim is: copies must not turn it around.
    voters = {features[i].words: i for i, reading in reversed(list(enumerate(readings))) if reading.sign == 1}
    plain = [turned[i] for i in voters.values()]
    negated = [features[i].negated for i in voters.values()]
    against = sum(plain)
    flip = against * 2 > len(plain) or (against * 2 == len(plain) and bool(plain) and _prefers_turned(plain, negated))
    found = []
    for reading, turn in zip(readings, turned, strict=True):
        if reading.sign == 0:
            found.append((Position.DOUBT, reading.why))
        elif (reading.sign == 1) != (turn != flip):
            found.append((Position.ASSERT, reading.why))
        else:
            found.append((Position.DENY, reading.why if reading.sign == -1 else "states the contrary"))
    return tuple(found)


def _prefers_turned(turned: Sequence[bool], negated: Sequence[bool]) -> bool:
    """In a tie the side without negation is the claim."""
    return any(t and not n for t, n in zip(turned, negated, strict=True)) and all(
        n for t, n in zip(turned, negated, strict=True) if not t
    )
