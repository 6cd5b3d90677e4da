"""Sources that the text does not let one identify, and how many they are.

An office or body (police, a spokesperson of a ministry, the White House) counts as named; so does a role that only one
person holds ("his doctor"). A report without a name is unnamed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.language.reporting import REPORT_NOUNS
from retold.language.sourcewords import (
    BODY_NOUNS,
    COUNTS,
    DOCUMENT_NOUNS,
    PUBLICATION_NOUNS,
    SPOKES,
    TIED_NOUNS,
    TITLES,
    TRADES,
    UNNAMED_NOUNS,
)
from retold.language.wordlists import word_set
from retold.records.spans import Spans
from retold.statements.other_cues import head_of
from retold.statements.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

VAGUE = word_set(
    """
    some many several most few one ones two three four both others other another
    """
)


def unnamed_of(parsed: Parsed, source: Spans) -> tuple[bool, int | None]:
    """Whether the phrase means unnamed people, and their number where the words give it."""
    counts: list[int | None] = []
    for span in source:
        head = head_of(parsed, span)
        tokens = parsed.tokens_in(span)
        if any(t.ent_type_ == "PERSON" and (t.i >= head.i) and not _possesses(t) for t in tokens):
            return False, None
        if not _is_unnamed(parsed, head, tokens):
            return False, None
        counts.append(_count(head))
    if not counts:
        return False, None
    return True, None if None in counts else sum(count for count in counts if count is not None)


def _possesses(token: Token) -> bool:
    """Whether a name only says whose or of whom: "a confidant of Lt. Gen. Roe"."""
    for _ in range(6):
        if token.dep_ in ("poss", "pobj", "dobj"):
            return True
        if token.dep_ not in ("compound", "flat", "conj"):
            return False
        token = token.head
    return False


def _is_unnamed(parsed: Parsed, head: Token, tokens: list[Token]) -> bool:
    word = head.lower_
    if word in REPORT_NOUNS and word not in ("news", "word"):
        return _is_nameless_report(head, tokens)
    if word in DOCUMENT_NOUNS | SPOKES | BODY_NOUNS | PUBLICATION_NOUNS:
        return False
    if word not in UNNAMED_NOUNS and not _is_some_person(head):
        return False
    if word in VAGUE:
        inner = [
            g for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children if g.dep_ == "pobj"
        ]
        return (bool(inner) and all(g.lower_ in UNNAMED_NOUNS or g.pos_ == "PRON" for g in inner)) or word in (
            "others",
            "some",
            "many",
        )
    if head.tag_ in ("NNP", "NNPS") and head.text[:1].isupper() and _determiner(head) in ("", "the"):
        return False
    if word in TIED_NOUNS and any(c.dep_ == "poss" for c in head.children):
        return False
    determiner = _determiner(head)
    if (
        word in TITLES
        and word not in ("official", "officer", "aide", "adviser", "advisor", "analyst")
        and determiner == "the"
    ):
        return False
    return not (head.tag_ == "NNPS" and determiner == "the")


def _is_some_person(head: Token) -> bool:
    """Whether "a ferry captain" or "two shipwrights" is somebody of a trade that no list holds."""
    if head.pos_ != "NOUN" or not head.is_lower:
        return False
    counted = _determiner(head) in ("a", "an", "another") or any(c.dep_ == "nummod" for c in head.lefts)
    return counted and head.lower_.removesuffix("s").endswith(TRADES)


def _is_nameless_report(head: Token, tokens: list[Token]) -> bool:
    return not any(t.ent_type_ in ("ORG", "PERSON", "GPE") for t in tokens) and _determiner(head) not in (
        "the",
        "this",
        "that",
    )


def _determiner(head: Token) -> str:
    for child in head.lefts:
        if child.dep_ in ("det", "nummod"):
            return child.lower_
    return ""


def _count(head: Token) -> int | None:
    if head.lower_ in REPORT_NOUNS:
        return None
    if head.lower_ in COUNTS:
        return COUNTS[head.lower_]
    for child in head.lefts:
        if child.dep_ in ("nummod", "det", "amod") and child.lower_ in COUNTS:
            if any(c.lower_ in ("least", "than", "about") for c in child.children):
                return None
            return COUNTS[child.lower_]
    return 1 if head.tag_ in ("NN", "NNP") else None
