"""Frames of "Y reported on Monday, citing X, that C": the citing stands between the verb and what was reported.

A parser hangs C on X as often as on the verb, and a tagger takes both for one content; the words themselves decide: a
verb of reporting, a comma, "citing", somebody who can speak, a comma, "that". In goes a parsed article, out come frames
whose source is X and whose relay is Y.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.language.reporting import CITING, FORMS
from retold.records.spans import Span, Spans
from retold.statements.frames import Frame, Link
from retold.statements.other_cues import can_speak, head_of
from retold.statements.parsed import Parsed
from retold.statements.phrases import phrase_spans, subject_of
from retold.statements.publications import is_publication

if TYPE_CHECKING:
    from spacy.tokens import Token

# From the verb to "citing" stand a time and a place at most; from there to "that" whom they cite, with what they saw.
_BEFORE = 8
_AFTER = 24


def aside_frames(parsed: Parsed) -> list[Frame]:
    """The frames of this construction, in text order."""
    found = (_frame(parsed, token) for token in parsed.doc if token.lower_ in CITING)
    return [frame for frame in found if frame is not None]


def _frame(parsed: Parsed, citing: Token) -> Frame | None:
    sentence = parsed.sentence_at(citing.idx)
    words = parsed.tokens_in(sentence)
    here = next((n for n, token in enumerate(words) if token.i == citing.i), 0)
    if here < 2 or words[here - 1].text != ",":
        return None
    verb = _verb_before(words, here)
    that = _that_after(words, here)
    cited = next((child for child in citing.children if child.dep_ in ("dobj", "pobj")), None)
    teller = subject_of(verb) if verb is not None else None
    if verb is None or that is None or cited is None or teller is None or not teller.i < verb.i:
        return None
    relay = phrase_spans(parsed, teller)
    is_press = is_publication(parsed, head_of(parsed, relay[0]))
    comma = words[words.index(that) - 1]
    source = _cut(phrase_spans(parsed, cited), comma.idx)
    content = parsed.trim(that.nbor(1).idx, sentence.end)
    if not source or content is None or not can_speak(parsed, cited, is_press):
        return None
    if parsed.text[content.end - 1] == "." and len(content) > 1:
        content = Span(content.start, content.end - 1)
    cue = Span(citing.idx, citing.idx + len(citing.text))
    zone = (Span(relay[0].start, that.idx + len(that.text)),)
    stance = FORMS[verb.lower_].stance
    return Frame(source, (cue,), (content,), zone, citing.i, "citing-aside", stance, (Link(relay, not is_press),), 0.9)


def _verb_before(words: list[Token], here: int) -> Token | None:
    """The verb of reporting before the aside, unless what it reports stands between the two."""
    for token in reversed(words[max(0, here - _BEFORE) : here - 1]):
        if token.lower_ == "that":
            return None
        if token.lower_ in FORMS and token.pos_ in ("VERB", "AUX"):
            return token
    return None


def _that_after(words: list[Token], here: int) -> Token | None:
    """The "that" behind the comma which ends the aside."""
    for number in range(here + 2, min(len(words) - 1, here + _AFTER)):
        if words[number].lower_ == "that" and words[number - 1].text == ",":
            return words[number]
    return None


def _cut(spans: Spans, end: int) -> Spans:
    return tuple(Span(span.start, min(span.end, end)) for span in spans if span.start < end)
