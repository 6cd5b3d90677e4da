"""Noun phrases and subjects in a dependency parse, as spans of the text.

Labels are those of spaCy's English models (ClearNLP style). Every function only reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from retold.language.reporting import ASPECTUAL, CARRIED
from retold.records.spans import Span, Spans
from retold.statements.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
SUBJECTS = ("nsubj", "nsubjpass")
# How far down a phrase is followed: deeper nesting is a list or a misparse, and recursion must end.
DEEP = 12
OPENERS = '([“"‘«'
CLOSERS = ')]”"’»'


def noun_phrase(parsed: Parsed, head: Token) -> Span:
    """The phrase around a head noun, without loose relative clauses, carrier participles and edge punctuation."""
    first, last = head.left_edge.i, head.right_edge.i
    for child in head.rights:
        if _is_loose(child):
            last = min(last, child.left_edge.i - 1)
            break
    for child in _descendant_carriers(head):
        last = min(last, child.left_edge.i - 1)
    while first < head.i and (
        parsed.doc[first].is_punct or parsed.doc[first].is_space or parsed.doc[first].dep_ == "cc"
    ):
        if parsed.doc[first].text in OPENERS:
            break
        first += 1
    while last > head.i and parsed.doc[last].text not in CLOSERS and _is_edge(parsed.doc[last]):
        last -= 1
    return parsed.span(parsed.doc[first], parsed.doc[max(last, head.i)])


def _is_edge(token: Token) -> bool:
    return token.is_punct or token.is_space or token.dep_ == "cc" or token.tag_ in ("WDT", "WP")


def _is_loose(child: Token) -> bool:
    """Whether a dependent is no part of the name or description: ", which …", ", saying …"."""
    if child.dep_ == "relcl":
        edge = child.left_edge
        return edge.i > 0 and edge.doc[edge.i - 1].text in (",", "–", "—", "--")
    return child.dep_ in ("acl", "advcl") and child.tag_ in ("VBG", "VBN") and child.i > 0 and _after_comma(child)


def _after_comma(token: Token) -> bool:
    return token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text == ","


def _descendant_carriers(head: Token, depth: int = 0) -> Iterator[Token]:
    """Participles such as "quoted by", "obtained by" that hang on the phrase."""
    for child in head.rights:
        if child.dep_ in ("acl", "relcl") and child.lower_ in CARRIED and carrier_of(child) is not None:
            yield child
        elif child.dep_ in ("conj", "prep", "pobj", "appos") and depth < DEEP:
            yield from _descendant_carriers(child, depth + 1)


def carrier_of(participle: Token) -> Token | None:
    """The noun of "by NOUN" (or "in NOUN", "on NOUN") under a participle of carrying."""
    for child in participle.rights:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in ("by", "in", "on")):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return None


def conjuncts(head: Token) -> list[Token]:
    """The head and the nouns coordinated with it, in order."""
    found, last = [head], head
    while True:
        following = next((c for c in last.rights if c.dep_ == "conj" and c.pos_ in NOMINAL), None)
        if following is None:
            return found
        found.append(following)
        last = following


def phrase_spans(parsed: Parsed, head: Token) -> Spans:
    """The phrase as one span, or one for each member where each has a determiner of its own."""
    members = conjuncts(head)
    if len(members) > 1 and all(any(c.dep_ in ("det", "nummod") for c in m.lefts) for m in members[1:]):
        starts = [min(m.left_edge.i, m.i) for m in members]
        whole = noun_phrase(parsed, head)
        spans = []
        for number in range(len(members)):
            end = starts[number + 1] if number + 1 < len(members) else None
            stop = parsed.doc[end].idx if end is not None else whole.end
            text = parsed.text[parsed.doc[starts[number]].idx : stop].rstrip()
            for tail in (" and", " or", " as well as"):
                text = text.removesuffix(tail).rstrip(", ")
            begin = parsed.doc[starts[number]].idx
            if text:
                spans.append(Span(begin, begin + len(text)))
        return tuple(spans)
    return (noun_phrase(parsed, head),)


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The noun that a verb is said of, borrowed from the governing clause where the verb has none itself."""
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            if child.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
                return verb.head
            return child
    for child in verb.lefts:
        # "The paper, citing two clerks, said": the parse may hang the subject on the participle in between.
        if child.dep_ == "advcl" and not depth:
            lent = next((c for c in child.lefts if c.dep_ in SUBJECTS and c.i < child.i), None)
            if lent is not None:
                return lent
    if depth > 4 or verb.head is verb:
        return None
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head, depth + 1)
    if verb.dep_ == "acl":
        return verb.head if verb.head.pos_ in ("NOUN", "PROPN") else subject_of(verb.head, depth + 1)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return subject_of(verb.head, depth + 1)
    if verb.dep_ == "xcomp" and verb.head.lower_ in ASPECTUAL:
        return subject_of(verb.head, depth + 1)
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("by", "in", "of"):
        above = verb.head.head
        # "Y cited X in reporting that C": the parse may hang "in" on X.
        above = above.head if above.dep_ == "dobj" else above
        return subject_of(above, depth + 1) if above.pos_ in ("VERB", "AUX") else None
    return None
