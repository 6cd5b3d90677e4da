"""What a speaker does with a content, and the words that decide it.

The cue decides where it is not neutral. After a neutral cue ("said") the content's own words do: a question mark, an
order, a plain denial, a forecast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.language.reporting import DENIAL_WORDS, FUTURE, OBLIGATION
from retold.language.sourcewords import FIRST_SECOND
from retold.records.spans import Span, Spans
from retold.records.statements import Stance
from retold.statements.frames import Frame
from retold.statements.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

COPULAS = ("is", "are", "was", "were", "be", "'s", "’s")
Decided = tuple[Stance, Spans]


def stance_of(parsed: Parsed, frame: Frame) -> Decided:
    """The stance and the words that decided it; assertion, with no words, where nothing speaks for another."""
    if frame.stance is not None:
        return frame.stance, frame.cue
    return content_stance(parsed, frame.content)


def content_stance(parsed: Parsed, content: Spans) -> Decided:
    """What the words of a content alone decide."""
    last = content[-1]
    ending = last.of(parsed.text).rstrip("”\"’'»` ")
    if ending.endswith("?"):
        mark = last.start + len(ending) - 1
        return Stance.QUESTION, (Span(mark, mark + 1),)
    tokens = [token for span in content for token in parsed.tokens_in(span)]
    for decide in (_denial, _demand, _forecast):
        found = decide(tokens)
        if found is not None:
            return found
    return Stance.ASSERT, ()


def _span(first: Token, last: Token) -> Spans:
    return (Span(first.idx, last.idx + len(last.text)),)


def _root(tokens: list[Token]) -> Token | None:
    """The verb that the others hang on."""
    inside = {token.i for token in tokens}
    for token in tokens:
        if token.pos_ in ("VERB", "AUX") and (token.head is token or token.head.i not in inside):
            return token
    return None


def _is_negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _denial(tokens: list[Token]) -> Decided | None:
    for token in tokens:
        if token.lower_ in DENIAL_WORDS and token.head.lower_ in COPULAS and not _is_negated(token.head):
            return Stance.DENY, _span(token, token)
        if token.lower_ == "nothing" and token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "to":
            return Stance.DENY, _span(token, token.nbor(2))
    return None


def _demand(tokens: list[Token]) -> Decided | None:
    root = _root(tokens)
    if root is None:
        return None
    for child in root.children:
        past = any(c.lower_ in ("have", "'ve", "’ve") for c in root.children)
        if child.dep_ == "aux" and child.lower_ in OBLIGATION and not past:
            return Stance.DEMAND, _span(child, child)
    subjects = [c for c in root.children if c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")]
    first = next((t for t in tokens if not t.is_punct and not t.is_space), None)
    bare = root.tag_ == "VB" and not any(c.dep_ == "aux" for c in root.children)
    if not subjects and bare and first is not None and first.i in (root.i, root.i - 1):
        return Stance.DEMAND, _span(root, root)
    return None


def _forecast(tokens: list[Token]) -> Decided | None:
    root = _root(tokens)
    if root is None:
        return None
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if (
        subject is None
        or subject.lower_ in FIRST_SECOND
        or (subject.pos_ == "PRON" and subject.lower_ not in ("it", "this"))
    ):
        return None
    for child in root.children:
        if child.dep_ == "aux" and child.lower_ in FUTURE and root.lower_ in ("be", "win", "lose", "happen", "become"):
            return Stance.PREDICT, _span(child, child)
    return None
