"""Which phrases name a publication, and what statements passed through: the relays that a reporting clause names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from retold.language.outlets import OUTLET_PHRASES, OUTLET_WORDS
from retold.language.reporting import CARRIED, CITED, CITING
from retold.language.sourcewords import (
    ANAPHORIC_OUTLETS,
    DOCUMENT_NOUNS,
    NAME_WORDS_OF_PEOPLE,
    PUBLICATION_NAME_WORDS,
    PUBLICATION_NOUNS,
    UNNAMED_NOUNS,
)
from retold.records.spans import Spans
from retold.statements.frames import Link
from retold.statements.parsed import Parsed
from retold.statements.phrases import DEEP, SUBJECTS, carrier_of, noun_phrase, phrase_spans, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

PLURAL_MEDIA = frozenset({"media", "newspapers", "papers", "outlets", "networks", "channels", "broadcasters"})
COMMON = (ANAPHORIC_OUTLETS - {"agency", "network", "site", "station", "channel", "wire"}) | PLURAL_MEDIA
MEDIA_MODIFIERS = frozenset({"news", "state", "press", "wire", "tv", "television", "radio", "media", "broadcasting"})


def is_publication(parsed: Parsed, head: Token) -> bool:
    """Whether the phrase around `head` is, or belongs to, a newspaper, agency, broadcaster or site."""
    own = [head, *(t for t in head.lefts if t.dep_ in ("compound", "amod", "nmod", "poss", "nummod", "det"))]
    words = [t.lower_ for t in own]
    if head.lower_ in COMMON:
        return True
    if head.is_lower and head.lower_ in UNNAMED_NOUNS:
        return False
    if head.lower_ in PUBLICATION_NOUNS and any(word in MEDIA_MODIFIERS for word in words[1:]):
        return True
    phrase = " ".join(t.lower_ for t in sorted((head, *_names(head)), key=lambda t: t.i))
    if any(f" {known} " in f" {phrase.replace('’', chr(39)).replace(chr(39), ' ')} " for known in OUTLET_PHRASES):
        return True
    for token in (head, *_names(head)):
        if token.tag_ in ("NNP", "NNPS", "NN") and token.lower_ in OUTLET_WORDS and not token.is_lower:
            return True
    if any(t.lower_ in PUBLICATION_NOUNS and t.is_lower for t in _names(head)) and set(words[1:]) & MEDIA_MODIFIERS:
        return True
    named = head.tag_ in ("NNP", "NNPS") and head.lower_ in PUBLICATION_NAME_WORDS
    surname = head.ent_type_ == "PERSON" and head.lower_ in NAME_WORDS_OF_PEOPLE
    return named and (not surname or any(t.dep_ == "det" for t in head.lefts))


def _names(head: Token, depth: int = 0) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ in ("compound", "appos", "nmod", "poss"):
            yield child
            if depth < DEEP:
                yield from _names(child, depth + 1)


def publication_span(parsed: Parsed, head: Token) -> Spans:
    """The phrase that names a source or relay, without a document before a named body: "a report from NVA" is NVA."""
    if head.lower_ in DOCUMENT_NOUNS:
        for token in head.subtree:
            if _names_body(head, token) and is_publication(parsed, token):
                return (noun_phrase(parsed, token),)
    return phrase_spans(parsed, head)


def _names_body(document: Token, token: Token) -> bool:
    """Whether a noun is tied to the document by "from", "by", "in" or "on", and not to a participle in between."""
    if token.dep_ != "pobj" or token.head.lower_ not in ("from", "by", "in", "on") or token.head.dep_ == "agent":
        return False
    above = token.head.head
    return above.i == document.i or (above.dep_ == "pobj" and above.head.head.i == document.i)


def links_of_source(parsed: Parsed, head: Token) -> tuple[Link, ...]:
    """Relays named inside or around a source phrase: "quoted by Y", "obtained by Y", "Y cited X who …"."""
    found: list[Link] = []
    for token in head.subtree:
        if token.lower_ in CARRIED and token.dep_ in ("acl", "relcl", "conj", "advcl"):
            carrier = carrier_of(token) or _conjoined_carrier(token)
            if carrier is not None and carrier.i > head.i and (is_publication(parsed, carrier)):
                found.append(Link((noun_phrase(parsed, carrier),)))
    if head.dep_ == "dobj" and head.head.lower_ in CITED | CITING:
        citer = subject_of(head.head)
        if citer is not None and citer.i != head.i and citer.pos_ in ("NOUN", "PROPN", "PRON"):
            found.append(Link(publication_span(parsed, citer), not is_publication(parsed, citer)))
    return _distinct(found)


def _conjoined_carrier(participle: Token) -> Token | None:
    """The carrier of "obtained and reviewed by Y", which the parse hangs on the last participle."""
    for child in participle.rights:
        if child.dep_ == "conj" and child.lower_ in CARRIED:
            return carrier_of(child)
    return None


def links_of_verb(parsed: Parsed, verb: Token, content: Spans, addressed: bool) -> tuple[Link, ...]:
    """Relays named in a reporting clause outside its content: who was told, where it was said, who obtained it."""
    found: list[Link] = []
    for child in verb.children:
        if any(span.start <= child.idx < span.end for span in content):
            continue
        if child.dep_ in ("dobj", "dative", "pobj") and addressed:
            if is_publication(parsed, child):
                found.append(Link((noun_phrase(parsed, child),)))
        elif child.dep_ in ("prep", "dative", "agent", "advcl") and child.lower_ not in ("according", *CITING):
            found.extend(_links_below(parsed, child, content))
    return _distinct(found)


def _links_below(parsed: Parsed, top: Token, content: Spans) -> Iterator[Link]:
    for token in top.subtree:
        if token.lower_ == "according" or any(span.start <= token.idx < span.end for span in content):
            return
        if token.lower_ in CITED and token.dep_ == "advcl":
            carrier = carrier_of(token)
            if carrier is not None:
                yield Link((noun_phrase(parsed, carrier),), not is_publication(parsed, carrier))
                return
        if token.dep_ == "pobj" and is_publication(parsed, token) and not _is_topic(token):
            yield Link((noun_phrase(parsed, token),))
            return


def _is_topic(token: Token) -> bool:
    """Whether a publication is what is spoken about ("said of the Times"), not what carries it."""
    return token.head.lower_ in (
        "of",
        "about",
        "against",
        "regarding",
        "over",
        "at",
        "outside",
        "before",
        "after",
        "for",
    ) and (token.head.head.lower_ not in DOCUMENT_NOUNS)


def _distinct(links: list[Link]) -> tuple[Link, ...]:
    found: list[Link] = []
    for link in links:
        if all(not _overlap(link.spans, other.spans) for other in found):
            found.append(link)
    return tuple(found)


def _overlap(left: Spans, right: Spans) -> bool:
    return any(a.overlaps(b) for a in left for b in right)


def own_subject(verb: Token) -> Token | None:
    """The verb's own subject child, borrowed from nobody."""
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
    return None
