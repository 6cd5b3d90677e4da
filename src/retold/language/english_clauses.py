"""Clauses of a parsed English text: which words make one proposition, who acts in it, and on what.

Goes in: a parsed spaCy `Doc` with parts of speech and dependencies. Comes out: clauses in text order, their spans
code points of the article when `offset` says where the document starts in it. Always holds: every verb is in at
most one clause's `verb`; spans lie within the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.records.spans import Span
from retold.records.statements import Clause

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Relations under which a verb opens a clause of its own. Open complements ("wants to go") and complements of
# prepositions ("for going") stay with the verb that governs them: alone they state nothing.
OPENING = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "conj"})
ACTOR = frozenset({"nsubj", "csubj", "expl"})
PATIENT = frozenset({"nsubjpass", "csubjpass"})
COMPLEMENT = frozenset({"dobj", "attr", "oprd", "dative", "acomp", "xcomp", "prep", "pobj", "npadvmod", "ccomp"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
# Words that a clause neither begins nor ends with.
EDGES = frozenset({"and", "but", "or", "that", ",", ";", ":", "-", "–", "—", "yet", "while", "whether"})
CONDITIONS = frozenset({"if", "unless"})
# Shorter nested clauses ("as expected", "he hopes") remain part of the clause around them.
SHORTEST = 3


def clauses(doc: Doc, offset: int = 0) -> tuple[Clause, ...]:
    """The clauses of `doc` (a spaCy document with a dependency parse), in text order."""
    heads = [token for token in doc if _opens(token) and (_completes(token) or not _is_part(doc, token))]
    known = {token.i for token in heads}
    nested: dict[int, list[Token]] = {}
    for token in heads:
        above = _governor(token, known)
        if above is not None:
            nested.setdefault(above, []).append(token)
    found = []
    for token in heads:
        bounds = _bounds(doc, token, nested.get(token.i, []))
        if bounds is None:
            continue
        first, last = bounds
        found.append(
            Clause(
                span=Span(offset + doc[first].idx, offset + doc[last].idx + len(doc[last])),
                verb=Span(offset + token.idx, offset + token.idx + len(token)),
                subject=_phrases(_subject(token), known, offset),
                objects=_phrases(_objects(token), known, offset),
            )
        )
    return tuple(sorted(found, key=lambda clause: (clause.span, clause.verb)))


def _opens(token: Token) -> bool:
    if token.dep_ == "ROOT":
        return not token.is_space
    if token.dep_ not in OPENING or token.pos_ not in ("VERB", "AUX"):
        return False
    if token.dep_ in ("acl", "advcl", "ccomp") and any(child.tag_ == "TO" for child in token.children):
        return False
    if token.dep_ == "conj" and token.head.pos_ not in ("VERB", "AUX"):
        return False
    if token.dep_ == "conj" and token.head.dep_ in ("xcomp", "pcomp"):
        return False
    return bool(token.right_edge.i - token.left_edge.i + 1 >= SHORTEST)


def _governor(token: Token, known: set[int]) -> int | None:
    """The clause that `token`'s clause hangs on."""
    for above in token.ancestors:
        if above.i in known:
            return int(above.i)
    return None


def _bounds(doc: Doc, token: Token, nested: list[Token]) -> tuple[int, int] | None:
    """First and last token of the clause: its subtree without nested clauses and connectives at the edges."""
    first, last = token.left_edge.i, token.right_edge.i
    changed = True
    while changed and first <= last:
        changed = False
        for inner in (inner for inner in nested if not _belongs(doc, inner)):
            start, end = inner.left_edge.i, inner.right_edge.i
            if start <= first <= end < token.i:
                first, changed = end + 1, True
            elif token.i < start <= last <= end:
                last, changed = start - 1, True
        while first < last and (doc[first].lower_ in EDGES or doc[first].is_space):
            first, changed = first + 1, True
        while first < last and (doc[last].lower_ in EDGES or doc[last].is_space or doc[last].is_punct):
            if doc[last].is_quote or doc[last].is_bracket:
                break
            last, changed = last - 1, True
    return (first, last) if first <= last else None


def _is_part(doc: Doc, token: Token) -> bool:
    """Whether a clause only says which thing is meant."""
    return token.dep_ in ("relcl", "acl") and _belongs(doc, token)


def _completes(token: Token) -> bool:
    """Whether a clause says what a noun claims ("the allegation that he left"): it states something of its own."""
    inside = {child.dep_ for child in token.children}
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in token.children)
    return token.dep_ == "acl" and marked and bool(inside & (ACTOR | PATIENT))


def _belongs(doc: Doc, inner: Token) -> bool:
    """Whether the clause around `inner` means something else without it: a condition, or which one is meant."""
    if inner.dep_ in ("relcl", "acl"):
        before = doc[inner.left_edge.i - 1] if inner.left_edge.i else None
        return before is not None and before.lower_ not in (",", "-", "–", "—", "(")
    return inner.dep_ == "advcl" and any(child.lower_ in CONDITIONS for child in inner.children)


def _subject(token: Token) -> list[Token]:
    """Who acts: the subject, the agent of a passive, the noun that a relative clause describes, or a lent one."""
    seen: set[int] = set()
    while token.i not in seen:
        seen.add(token.i)
        own = [child for child in token.children if child.dep_ in ACTOR]
        agents = [word for child in token.children if child.dep_ == "agent" for word in child.children]
        if agents:
            return agents
        if any(child.dep_ in PATIENT for child in token.children):
            return []
        if own and own[0].lower_ not in RELATIVE:
            return own
        if token.dep_ in ("relcl", "acl"):
            return [] if token.tag_ == "VBN" and not own else [token.head]
        if token.dep_ in ("conj", "advcl", "xcomp") and token.head.pos_ in ("VERB", "AUX"):
            token = token.head
            continue
        return []
    return []


def _objects(token: Token) -> list[Token]:
    patients = [child for child in token.children if child.dep_ in PATIENT]
    if token.dep_ == "acl" and token.tag_ == "VBN":
        patients.append(token.head)
    return patients + [child for child in token.children if child.dep_ in COMPLEMENT]


def _phrases(words: list[Token], known: set[int], offset: int) -> tuple[Span, ...]:
    """The stretches that `words` head, without the clauses that describe them."""
    found = []
    for word in words:
        if word.i in known:
            continue
        inside = _below(word, known)
        start, end = _run(inside, word.i)
        found.append(Span(offset + start.idx, offset + end.idx + len(end)))
    return tuple(sorted(set(found)))


def _below(top: Token, known: set[int]) -> list[Token]:
    """`top` and what it governs, down to the clauses that begin there."""
    found, waiting = [], [top]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting.extend(child for child in token.children if child.i not in known)
    return found


def _run(tokens: list[Token], middle: int) -> tuple[Token, Token]:
    """The ends of the unbroken run of `tokens` around the token number `middle`."""
    by_place = {token.i: token for token in tokens}
    first = last = middle
    while first - 1 in by_place:
        first -= 1
    while last + 1 in by_place:
        last += 1
    return by_place[first], by_place[last]
