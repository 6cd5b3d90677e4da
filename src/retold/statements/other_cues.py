"""Frames whose cue is no verb of saying: "according to X", "citing X", "a report that C", "X: C" in a headline.

In goes a parsed article (and, for citing, the verb frames), out come frames.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retold.language.reporting import CITED, CITING, FORMS, REPORT_NOUNS, STATEMENT_NOUNS
from retold.language.sourcewords import DOCUMENT_NOUNS, SPOKES, TIED_NOUNS, TITLES, UNNAMED_NOUNS
from retold.records.spans import Span, Spans
from retold.statements.frames import Frame, Link
from retold.statements.parsed import Parsed
from retold.statements.phrases import conjuncts, noun_phrase, phrase_spans
from retold.statements.publications import (
    is_publication,
    links_of_source,
    publication_span,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = re.compile(r"[^\W\d_][\w'’.&-]*(?: [\w'’.&-]+){0,4}")


def according_frames(parsed: Parsed) -> list[Frame]:
    """Frames of "C, according to X", "According to X, C" and "C1, according to X, C2"."""
    found = []
    for token in parsed.doc:
        if token.lower_ != "according" or token.i + 1 >= len(parsed.doc) or token.nbor(1).lower_ != "to":
            continue
        source = next((t for t in token.subtree if t.dep_ == "pobj" and t.i > token.i + 1), None)
        if source is None or source.i - token.i > 30:
            continue
        while source.head.dep_ == "pobj" and source.head.i > token.i:
            source = source.head
        content = _according_content(parsed, token, source)
        if content:
            spans = publication_span(parsed, source)
            cue = parsed.span(token, token.nbor(1))
            zone = tuple(Span(t.idx, t.idx + len(t.text)) for t in token.subtree)
            links = links_of_source(parsed, source)
            found.append(Frame(spans, (cue,), content, (cue, *zone), token.i, "according-to", None, links, 0.9))
    return found


def _according_content(parsed: Parsed, token: Token, source: Token) -> Spans:
    sentence = parsed.sentence_at(token.idx)
    phrase_end = noun_phrase(parsed, source).end
    full_end = max(phrase_end, token.right_edge.idx + len(token.right_edge.text))
    host = _clause_head(token)
    if parsed.text[: token.idx].rstrip(' \xa0”"')[-1:] == ",":
        while host.dep_ == "ccomp" and host.head.i != host.i and host.head.i < token.i:
            host = host.head
    lead = parsed.text[sentence.start : token.idx].strip(" “\"'‘`,")
    comma = parsed.text.find(",", phrase_end, sentence.end)
    if not lead or lead.casefold() in ("and", "but", "also", "meanwhile", "still", "yet"):
        start = comma + 1 if comma >= 0 else full_end
        if comma > 0 and full_end > comma and parsed.text[full_end : full_end + 1] == ",":
            start = full_end + 1
        return _one(parsed, start, sentence.end)
    start = sentence.start
    if _is_apart(host, token):
        start = host.left_edge.idx
    quote = parsed.quote_before(token.idx)
    if quote is not None:
        start = min(start, quote.start)
    before = _one(parsed, start, token.idx)
    if host.i > token.i and before:
        after = _one(parsed, full_end, min(sentence.end, host.right_edge.idx + len(host.right_edge.text)))
        return (*before, *after)
    return before


def _is_apart(host: Token, token: Token) -> bool:
    """Whether the clause before "according to" stands beside others that have a source of their own.

    It does as a relative clause ("…, which, according to X, …") and as the second of two main clauses of which the
    first reports ("A, X told Y, and B, according to Z").
    """
    if host.i > token.i and host.dep_ != "relcl":
        return False
    if host.dep_ == "relcl":
        return any(c.lower_ in ("which", "who") for c in host.children)
    if host.dep_ != "conj" or not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in host.children):
        return False
    above = host.head
    return above.dep_ == "ROOT" and above.lower_ in FORMS and not FORMS[above.lower_].quiet


def _clause_head(token: Token) -> Token:
    head = token.head
    for _ in range(12):
        if head.pos_ in ("VERB", "AUX") or head.head is head:
            return head
        head = head.head
    return head


def _one(parsed: Parsed, start: int, end: int) -> Spans:
    span = parsed.trim(start, end)
    if span is None or not any(c.isalnum() for c in span.of(parsed.text)):
        return ()
    return (Span(span.start, span.end - 1),) if parsed.text[span.end - 1] == "." and len(span) > 1 else (span,)


def citing_frames(parsed: Parsed, frames: list[Frame]) -> list[tuple[int, Frame]]:
    """Frames of "Y reported C, citing X", each with the index of the frame of Y that it stands for.

    X is the source of what Y reported, and Y a relay; so in "according to Y, which cited X" and "Y cited X in reporting
    that C".
    """
    by_verb = {frame.verb: number for number, frame in enumerate(frames) if frame.verb >= 0}
    by_source = {head_of(parsed, frame.source[0]).i: number for number, frame in enumerate(frames) if frame.source}
    found: list[tuple[int, Frame]] = []
    for token in parsed.doc:
        if token.lower_ not in CITING | CITED or token.pos_ not in ("VERB", "AUX", "ADP"):
            continue
        cited = next((c for c in token.children if c.dep_ in ("dobj", "pobj")), None)
        if cited is None or any(c.lower_ == "as" and c.dep_ == "prep" and list(c.children) for c in token.children):
            continue
        main = _main_frame(token, by_verb, by_source)
        if main is None or frames[main].rule in ("citing", "quoted-as-saying") or frames[main].verb == token.i:
            continue
        frame = _cited_frame(parsed, token, cited, frames[main])
        if frame is not None:
            found.append((main, frame))
    return found


def _cited_frame(parsed: Parsed, token: Token, cited: Token, main: Frame) -> Frame | None:
    if not can_speak(parsed, cited, _named_publication(parsed, main)):
        return None
    spans = phrase_spans(parsed, cited)
    content = _cut_before(parsed, main.content, token)
    if not content or not main.source or any(a.overlaps(b) for a in spans for b in (*content, *main.source)):
        return None
    relay = Link(main.source, not _named_publication(parsed, main))
    links = (*links_of_source_cited(parsed, cited), relay, *main.links)
    cue = Span(token.idx, token.idx + len(token.text))
    return Frame(spans, (cue,), content, (*main.zone, *spans, cue), token.i, "citing", main.stance, links, 0.9)


def can_speak(parsed: Parsed, cited: Token, is_press: bool) -> bool:
    """Whether what is cited is people, a body or, for a publication, a document; not a reason ("citing state law")."""
    words = {t.lower_ for t in conjuncts(cited)}
    if words & (UNNAMED_NOUNS | SPOKES | TIED_NOUNS | TITLES) or is_publication(parsed, cited):
        return True
    if is_press and words & DOCUMENT_NOUNS:
        return True
    named = cited.ent_type_ in ("PERSON", "ORG") or any(
        t.dep_ == "appos" and t.ent_type_ == "PERSON" for t in cited.children
    )
    return named or cited.tag_ in ("NNP", "NNPS")


def links_of_source_cited(parsed: Parsed, cited: Token) -> tuple[Link, ...]:
    """The relays inside a cited phrase ("citing officials quoted by Y"), without the one who cites."""
    return tuple(
        link
        for link in links_of_source(parsed, cited)
        if all(cited.left_edge.idx <= span.start <= cited.right_edge.idx for span in link.spans)
    )


def _named_publication(parsed: Parsed, frame: Frame) -> bool:
    return bool(frame.source) and is_publication(parsed, head_of(parsed, frame.source[0]))


def head_of(parsed: Parsed, span: Span) -> Token:
    """The token of a span that governs the others."""
    inside = parsed.tokens_in(span) or [parsed.token_at(span.start)]
    for token in inside:
        if token.is_punct or token.is_space or token.dep_ in ("det", "case"):
            continue
        if token.head is token or not span.start <= token.head.idx < span.end:
            return token
    return inside[-1]


def _main_frame(token: Token, by_verb: dict[int, int], by_source: dict[int, int]) -> int | None:
    """The index of the frame that a verb of citing belongs to."""
    if token.dep_ == "relcl" and any(c.lower_ in ("which", "who") for c in token.lefts):
        return by_source.get(token.head.i)
    if token.lower_ in CITED:
        below = [
            g for c in token.subtree if c.dep_ == "prep" and c.lower_ == "in" for g in c.children if g.dep_ == "pcomp"
        ]
        return next((by_verb[g.i] for g in below if g.i in by_verb), None)
    head = token
    for _ in range(5):
        head = head.head
        if head.i in by_verb:
            return by_verb[head.i]
        if head.head is head:
            return None
    return None


def _cut_before(parsed: Parsed, content: Spans, token: Token) -> Spans:
    """The content without a citing clause that the parse put inside it."""
    if not any(span.start <= token.idx < span.end for span in content):
        return content
    kept: list[Span] = []
    for span in content:
        piece = parsed.trim(span.start, min(span.end, token.idx)) if span.start < token.idx else None
        if piece is not None:
            kept.append(piece)
    return tuple(kept)


def noun_frames(parsed: Parsed) -> list[Frame]:
    """Frames of "a report that C" (an unnamed report is the source) and "Y's claim that C" (the noun is the cue)."""
    found = []
    for token in parsed.doc:
        if token.pos_ != "NOUN" or (token.lower_ not in REPORT_NOUNS and token.lower_ not in STATEMENT_NOUNS):
            continue
        clauses = [c for c in token.rights if c.dep_ in ("acl", "relcl", "ccomp") and c.pos_ in ("VERB", "AUX")]
        opened = next(((c, that) for c in clauses if (that := _that_of(token, c)) is not None), None)
        if opened is None:
            continue
        clause, that = opened
        start = that.nbor(1)
        content = _one(parsed, start.idx, clause.right_edge.idx + len(clause.right_edge.text))
        if not content:
            continue
        frame = _noun_frame(parsed, token, content)
        if frame is not None:
            found.append(frame)
    return found


def _that_of(noun: Token, clause: Token) -> Token | None:
    """The conjunction "that" which opens a clause on a noun; the relative pronoun is none."""
    following = noun.doc[noun.i + 1]
    if following.lower_ == "that" and following.tag_ == "IN" and following.i < clause.i:
        return following
    return next((c for c in clause.lefts if c.lower_ == "that" and c.dep_ == "mark"), None)


def _noun_frame(parsed: Parsed, token: Token, content: Spans) -> Frame | None:
    own = Span(token.idx, token.idx + len(token.text))
    owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
    if owner is None:
        owner = next(
            (
                g
                for c in token.rights
                if c.dep_ == "prep" and c.lower_ in ("by", "from")
                for g in c.children
                if g.dep_ == "pobj"
            ),
            None,
        )
    if owner is not None and owner.i < parsed.token_at(content[0].start).i:
        spans = _possessor(parsed, owner)
        stance = STATEMENT_NOUNS.get(token.lower_)
        return Frame(spans, (own,), content, (*spans, own), token.i, "noun-cue", stance, (), 0.7)
    if token.lower_ in REPORT_NOUNS and token.lower_ not in ("news", "word"):
        first = min((c.i for c in token.lefts if c.dep_ in ("det", "amod", "compound", "nummod")), default=token.i)
        span = parsed.span(parsed.doc[first], token)
        named = publication_span(parsed, token)
        if is_publication(parsed, head_of(parsed, named[0])) and named[0].end <= content[0].start:
            return Frame(named, (), content, (span, *named), token.i, "noun-source", None, (), 0.7)
        return Frame((span,), (), content, (span,), token.i, "noun-source", None, (), 0.7)
    return None


def _possessor(parsed: Parsed, owner: Token) -> Spans:
    span = noun_phrase(parsed, owner)
    for tail in ("’s", "'s", "’", "'"):
        if span.of(parsed.text).endswith(tail):
            return (Span(span.start, span.end - len(tail)),)
    return (span,)


def headline_frames(parsed: Parsed, headlines: Spans) -> list[Frame]:
    """Frames of "Name: statement" and "Statement: Name" in a headline, where the name is one."""
    found = []
    for line in headlines:
        text = line.of(parsed.text)
        for mark in re.finditer(r":(?=\s)", text):
            left, right = (
                parsed.trim(line.start, line.start + mark.start()),
                parsed.trim(line.start + mark.end(), line.end),
            )
            if left is None or right is None:
                continue
            source, content = (left, right) if _is_name(parsed, left) else (right, left)
            if not _is_name(parsed, source) or len(content.of(parsed.text).split()) < 4:
                continue
            cue = Span(line.start + mark.start(), line.start + mark.end())
            found.append(Frame((source,), (cue,), (content,), (source, cue), -1, "headline-colon", None, (), 0.7))
            break
    return found


def _is_name(parsed: Parsed, span: Span) -> bool:
    words = span.of(parsed.text)
    if not NAME.fullmatch(words):
        return False
    inside = parsed.tokens_in(span)
    return any(t.ent_type_ in ("PERSON", "ORG", "GPE") or t.lower_ in TITLES for t in inside) and not any(
        t.pos_ in ("VERB", "AUX") for t in inside
    )
