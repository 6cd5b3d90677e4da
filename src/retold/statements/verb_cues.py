"""Frames with a verb as cue: "X said that C", "C, said X", "C1, X said, C2", "Y quoted X as saying C", "X denied N".

In goes a parsed article, out come frames in text order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.language.reporting import ASPECTUAL, CITED, CITING, FORMS, Verb
from retold.language.sourcewords import DOCUMENT_NOUNS, FIRST_SECOND, NOBODY
from retold.language.wordlists import word_set
from retold.records.spans import Span, Spans
from retold.records.statements import Stance
from retold.statements.contents import content_of, left_clause, quoted_around, right_clause
from retold.statements.frames import Frame, Link
from retold.statements.parsed import Parsed
from retold.statements.phrases import SUBJECTS, noun_phrase, subject_of
from retold.statements.publications import (
    is_publication,
    links_of_source,
    links_of_verb,
    publication_span,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEECH = word_set(
    """
    said says say added wrote writes asked replied noted tweeted adds reports reported
    """
)


def verb_frames(parsed: Parsed) -> list[Frame]:
    """All frames whose cue is a verb."""
    found = []
    for token in parsed.doc:
        verb = FORMS.get(token.lower_)
        if verb is None or (token.pos_ not in ("VERB", "AUX") and not _is_inverted(parsed, token)):
            continue
        frame = _frame(parsed, token, verb)
        if frame is not None:
            found.append(frame)
    return found


def _frame(parsed: Parsed, token: Token, verb: Verb) -> Frame | None:
    if _is_denied(token, verb):
        return None
    carrier = _quoting_verb(token)
    if carrier is not None:
        return _quoted_frame(parsed, token, carrier, verb)
    passive = any(child.dep_ == "auxpass" for child in token.children) or (token.dep_ == "acl" and token.tag_ == "VBN")
    source = _agent(token) if passive else _source(parsed, token)
    if source is None or source.lower_ in NOBODY or (source.lower_ in FIRST_SECOND and parsed.quote_at(token.idx)):
        return None
    if source.lower_ in ("it", "there") and passive:
        return None
    content, rule = content_of(parsed, token, verb, source)
    if not content or any(span.start <= source.idx < span.end for span in content):
        return None
    return _build(parsed, token, verb, source, content, rule)


def _build(parsed: Parsed, token: Token, verb: Verb, source: Token, content: Spans, rule: str) -> Frame:
    spans = publication_span(parsed, source) if source.pos_ != "PRON" else (_word(source),)
    spans = tuple(_to_verb(parsed, span, token) for span in spans)
    links = [*links_of_source(parsed, source), *links_of_verb(parsed, token, content, verb.addressed)]
    links = [link for link in links if not any(a.overlaps(b) for a in link.spans for b in spans)]
    if source.dep_ == "relcl":
        links = []
    return Frame(
        source=_outside(spans, content) or spans,
        cue=(_cue(token),),
        content=content,
        zone=_zone(parsed, token, content),
        verb=token.i,
        rule=rule,
        stance=cue_stance(token, verb),
        links=tuple(links),
    )


def _to_verb(parsed: Parsed, span: Span, verb: Token) -> Span:
    """The source with the proper name between it and its verb, which the parse may have left out."""
    if span.end >= verb.idx:
        return span
    between = [t for t in parsed.tokens_in(Span(span.end, verb.idx)) if not t.is_space]
    if between and len(between) <= 4 and all(t.tag_ in ("NNP", "NNPS") for t in between):
        return Span(span.start, between[-1].idx + len(between[-1].text))
    return span


def cue_stance(token: Token, verb: Verb) -> Stance | None:
    """What the cue decides: "asked X to …" is a demand, "warned of" a prediction, "charged that" an accusation."""
    if verb.lemma == "ask" and any(
        c.dep_ in ("xcomp", "ccomp") and any(g.lower_ in ("to", "that") for g in c.children) for c in token.children
    ):
        return Stance.DEMAND
    if verb.lemma == "ask" and any(c.dep_ == "prep" and c.lower_ == "for" for c in token.children):
        return Stance.DEMAND
    return verb.stance


def _word(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token.text))


def _outside(spans: Spans, content: Spans) -> Spans:
    return tuple(span for span in spans if not any(span.overlaps(piece) for piece in content))


def _cue(token: Token) -> Span:
    end = token
    for child in token.rights:
        if child.dep_ == "prt" and child.i == token.i + 1:
            end = child
    return Span(token.idx, end.idx + len(end.text))


def _is_denied(token: Token, verb: Verb) -> bool:
    """Whether the saying itself is negated, imagined or only intended."""
    for child in token.children:
        if child.dep_ == "neg":
            return True
        if child.dep_ == "aux" and child.tag_ == "MD":
            return True
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            return True
        if child.dep_ == "aux" and child.lower_ == "to" and token.head.lower_ not in ASPECTUAL:
            return True
    return False


def _is_inverted(parsed: Parsed, token: Token) -> bool:
    """Whether a word that the tagger took for no verb stands after a quotation or comma as one: "…,” says Orsk"."""
    return token.lower_ in SPEECH and parsed.quote_before(token.idx) is not None


def _quoting_verb(token: Token) -> Token | None:
    """The "quoted" of "quoted X as saying"."""
    if token.lower_ in ("saying", "telling", "writing") and token.head.lower_ == "as":
        head = token.head.head
        if head.lower_ in CITED | CITING:
            return head
    return None


def _quoted_frame(parsed: Parsed, token: Token, quoting: Token, verb: Verb) -> Frame | None:
    agent = _agent(quoting) or _agent(token)
    said = [c for c in quoting.children if c.dep_ in ("dobj", "nsubjpass")]
    passive = any(c.dep_ == "nsubjpass" for c in quoting.children) or quoting.dep_ == "acl"
    source = said[0] if said else (quoting.head if quoting.dep_ == "acl" else None)
    if source is None:
        return None
    relay = agent if passive else subject_of(quoting)
    left = min((c.left_edge.idx for c in quoting.children if c.dep_ in SUBJECTS), default=quoting.idx)
    content = right_clause(parsed, token) or quoted_around(parsed, left, token.idx + len(token.text))
    if not content:
        content = left_clause(parsed, quoting, left)
    if not content:
        return None
    links = [*links_of_source(parsed, source)] if passive else []
    if relay is not None and relay.i != source.i:
        links.append(Link(publication_span(parsed, relay), not is_publication(parsed, relay)))
    spans = _outside((noun_phrase(parsed, source),), content)
    cue = parsed.span(quoting, token) if passive and not agent else _word(quoting)
    zone = _zone(parsed, quoting, content)
    return Frame(spans, (cue,), content, zone, quoting.i, "quoted-as-saying", None, tuple(links), 0.85)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return None


def _source(parsed: Parsed, token: Token) -> Token | None:
    subject = subject_of(token)
    if subject is None and token.lower_ in SPEECH:
        for child in token.rights:
            if child.dep_ in ("dobj", "attr", "oprd", "npadvmod") and child.pos_ in ("PROPN", "NOUN", "PRON"):
                return child if parsed.quote_before(token.idx) else None
    if subject is not None and token.dep_ == "acl" and subject.lower_ in DOCUMENT_NOUNS and subject.dep_ == "dobj":
        writer = subject_of(subject.head)
        return writer or subject
    return subject


def _zone(parsed: Parsed, token: Token, content: Spans) -> Spans:
    """What the reporting clause covers beside its content, other coordinated clauses left out."""
    kept = [token]
    for child in token.children:
        if child.dep_ not in ("conj", "cc"):
            kept.extend(child.subtree)
    return tuple(
        Span(t.idx, t.idx + len(t.text))
        for t in sorted(kept, key=lambda t: t.i)
        if not any(span.start <= t.idx < span.end for span in content)
    )
