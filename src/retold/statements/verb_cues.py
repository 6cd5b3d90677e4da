"""Frames with a verb as cue: "X said that C", "C, said X", "C1, X said, C2", "Y quoted X as saying C", "X denied N".

In goes a parsed article, out come frames in text order. Surface comes first where it is sure (a quotation right before
or after the reporting group), the parse decides the rest.
"""

from __future__ import annotations

from spacy.tokens import Token

from retold.language.reporting import ASPECTUAL, CITED, CITING, FORMS, REPORT_NOUNS, STATEMENT_NOUNS, Verb
from retold.language.sourcewords import DOCUMENT_NOUNS, FIRST_SECOND, NOBODY
from retold.language.wordlists import word_set
from retold.records.spans import Span, Spans
from retold.records.statements import Stance
from retold.statements.frames import Frame, Link
from retold.statements.parsed import Parsed
from retold.statements.phrases import SUBJECTS, noun_phrase, subject_of
from retold.statements.publications import (
    is_publication,
    links_of_source,
    links_of_verb,
    own_subject,
    publication_span,
)

GROUP = ("aux", "auxpass", "neg", "advmod", "prt", "prep", "npadvmod", "dative", "agent", "nsubj", "nsubjpass", "advcl")
# Conjunctions that carry on what is said rather than say when or how it was.
CONCESSIONS = frozenset({"although", "though", "because", "if", "unless"})
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
    content, rule = _content(parsed, token, verb, source)
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
    content = _right_clause(parsed, token) or _quoted_around(parsed, left, token.idx + len(token.text))
    if not content:
        content = _left_clause(parsed, quoting, left)
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


def _content(parsed: Parsed, token: Token, verb: Verb, source: Token) -> tuple[Spans, str]:
    """The content and the construction that gave it."""
    left, right = _group(parsed, token, verb)
    quoted = _quoted_around(parsed, left, right)
    clause = _right_clause(parsed, token) or _that_clause(parsed, token)
    if clause and parsed.text[right : right + 12].lstrip()[:5] == "that ":
        return clause, "verb"
    if quoted and (not clause or quoted[0].start < token.idx or _quote_is_all(parsed, quoted[0], clause)):
        plain = quoted[0].start > token.idx and verb.noun_phrase
        return quoted, "verb-object" if plain and parsed.text[quoted[0].start - 2] not in ",:" else "verb"
    if clause and not _is_parenthesis(parsed, token, left):
        return clause, "verb"
    if verb.quiet and not verb.noun_phrase:
        return clause, "verb"
    before = _left_clause(parsed, token, left)
    if before:
        return before, "verb"
    if clause:
        return clause, "verb"
    found = _object(parsed, token, verb)
    return (found, "verb-object") if found else (_comma_clause(parsed, token, left), "verb")


def _is_parenthesis(parsed: Parsed, token: Token, left: int) -> bool:
    """Whether the reporting group stands between commas, so that what it reports comes before it."""
    before = parsed.text[:left].rstrip(" \xa0")[-1:]
    after = parsed.text[token.idx + len(token.text) :].lstrip(" \xa0")[:1]
    return before == "," and after in (",", ".")


def _group(parsed: Parsed, token: Token, verb: Verb) -> tuple[int, int]:
    """From the first code point of subject and auxiliaries to the last of what follows the verb before any content."""
    first = token
    for child in token.lefts:
        if child.dep_ in (*SUBJECTS, "aux", "auxpass", "neg", "advmod") and child.left_edge.i < first.i:
            first = child.left_edge
    subject = own_subject(token)
    if subject is not None and subject.i < token.i:
        first = parsed.token_at(min(first.idx, noun_phrase(parsed, subject).start))
    elif subject is None and token.dep_ == "conj":
        first = token
    right = token.idx + len(token.text)
    for child in token.rights:
        if parsed.quote_at(child.left_edge.idx) and not parsed.quote_at(token.idx):
            break
        recipient = child.dep_ in ("dobj", "dative") and verb.addressed
        if child.dep_ not in GROUP and not recipient:
            if child.is_punct and child.text not in (",", ":"):
                break
            continue
        edge = child.right_edge
        right = max(right, edge.idx + len(edge.text))
    return first.idx, right


def _quoted_around(parsed: Parsed, left: int, right: int) -> Spans:
    """The quotations that end right before the group or begin right after it, with what leads up to them."""
    found: list[Span] = []
    if parsed.quote_at(right - 1) and parsed.quote_at(left):
        return ()
    before = parsed.quote_before(left)
    if before is not None and _ends_statement(parsed, before, left):
        start = before.start
        sentence = parsed.sentence_at(start)
        lead = parsed.text[sentence.start : start].strip()
        if lead and (not lead.endswith(":") or _has_cue(parsed, Span(sentence.start, start))):
            start = sentence.start
        found.append(Span(start, before.end))
    after = parsed.quote_after(right)
    if after is not None and after.start < parsed.sentence_at(right - 1).end:
        between = parsed.text[right : after.start]
        if found or any(mark in between for mark in ",:") or not between.strip():
            end = _run_on(parsed, after)
            found.append(Span(after.start, end))
    return tuple(found)


def _has_cue(parsed: Parsed, span: Span) -> bool:
    return any(token.lower_ in FORMS and token.pos_ == "VERB" for token in parsed.tokens_in(span))


def _ends_statement(parsed: Parsed, quote: Span, left: int) -> bool:
    """Whether a quotation ends as speech does that a reporting group follows, in one sentence with it."""
    inside = quote.of(parsed.text).rstrip("”\"'’» ")
    if parsed.sentence_at(left).start >= quote.end and inside[-1:] not in "?!":
        return False
    return inside[-1:] in ",?!.…—–-" or parsed.text[quote.end : left].strip() in (",", "–", "—", "--")


def _run_on(parsed: Parsed, quote: Span) -> int:
    """Where a content that starts with a quotation ends: with it, or with its sentence where words go on."""
    sentence = parsed.sentence_at(quote.end - 1)
    rest = parsed.text[quote.end : sentence.end]
    if quote.of(parsed.text).rstrip("”\"’'» ")[-1:] in ",.?!…" or not rest.strip(" .,"):
        return quote.end
    if rest.lstrip()[:1] in ",;":
        return quote.end
    return max(quote.end, sentence.end)


def _right_clause(parsed: Parsed, token: Token) -> Spans:
    for child in token.rights:
        if child.dep_ == "ccomp" and child.i > token.i:
            return _clause(parsed, child)
    return ()


def _quote_is_all(parsed: Parsed, quoted: Span, clause: Spans) -> bool:
    """Whether a clause that opens with a quotation is that quotation, and the rest of it another's reporting."""
    return quoted.start <= clause[0].start + 3 and clause[-1].end > quoted.end and clause[0].start < quoted.end


def _that_clause(parsed: Parsed, token: Token) -> Spans:
    """The clause after a "that" which the parse hung on a noun in between: "said in an interview that C"."""
    for below in token.rights:
        if below.dep_ not in ("prep", "dobj", "dative", "npadvmod", "agent"):
            continue
        for word in below.subtree:
            if (
                word.lower_ == "that"
                and word.dep_ in ("mark", "advmod", "det", "nsubj")
                and word.i + 1 < len(parsed.doc)
            ):
                clause = word.head
                fits = clause.pos_ in ("VERB", "AUX") and clause.dep_ in ("relcl", "acl", "ccomp")
                owned = clause.head.lower_ in REPORT_NOUNS or clause.head.lower_ in STATEMENT_NOUNS
                if fits and word.dep_ in ("mark", "advmod") and not owned:
                    return _clause(parsed, clause)
    return ()


def _right_edge(parsed: Parsed, head: Token) -> Token:
    """The last token of a clause, with a concession or condition that the parse hung on the reporting verb."""
    last = head.right_edge
    for child in head.head.rights if head.dep_ == "ccomp" else ():
        opener = child.left_edge
        if child.dep_ == "advcl" and opener.i > last.i and opener.lower_ in CONCESSIONS and not _reports(child):
            last = child.right_edge
    above = head.head.head
    if head.head.dep_ == "pcomp" and above.dep_ == "prep":
        for child in above.head.rights:
            if child.dep_ == "advcl" and child.left_edge.i > last.i and child.left_edge.lower_ in CONCESSIONS:
                last = child.right_edge if not _reports(child) else last
    return last


def _reports(token: Token) -> bool:
    return token.lower_ in FORMS and not FORMS[token.lower_].quiet


def _clause(parsed: Parsed, head: Token) -> Spans:
    first = head.left_edge
    while first.i < head.i and (
        (first.lower_ in ("that", ",", ":", "how") and first.dep_ in ("mark", "punct")) or first.is_space
    ):
        first = first.nbor(1)
    last = _right_edge(parsed, head)
    start, end = first.idx, last.idx + len(last.text)
    opening = parsed.quote_at(start)
    if opening is not None and opening.start >= start - 2:
        start = opening.start
    elif first.i > 0 and first.nbor(-1).text in ("“", '"', "``") and parsed.quote_at(first.nbor(-1).idx):
        start = first.nbor(-1).idx
    closing = parsed.quote_at(max(start, end - 1))
    if closing is not None and closing.start >= start and not _starts_inside(parsed, closing, head):
        end = max(end, closing.end)
    elif parsed.text[end : end + 1] in ("”", '"') and parsed.quote_at(end):
        end += 1
    following = parsed.quote_after(end)
    if following is not None and parsed.text[end : following.start].strip() == "" and closing is None:
        end = _run_on(parsed, following)
    span = parsed.trim(start, end)
    return (_without_stop(parsed, span),) if span else ()


def _starts_inside(parsed: Parsed, quote: Span, head: Token) -> bool:
    return quote.start <= head.idx < quote.end and quote.start < head.left_edge.idx - 2


def _without_stop(parsed: Parsed, span: Span) -> Span:
    return Span(span.start, span.end - 1) if len(span) > 1 and parsed.text[span.end - 1] == "." else span


def _left_clause(parsed: Parsed, token: Token, left: int) -> Spans:
    """A content before the group ("C, X said") or on both sides of it ("C1, X said, C2")."""
    heads = [c for c in token.lefts if c.dep_ in ("ccomp", "parataxis")]
    if heads:
        first = heads[0].left_edge.idx
        if token.dep_ == "ROOT" or _ends_sentence(parsed, token, left):
            first = min(first, parsed.sentence_at(first).start)
        return _before(parsed, first, left)
    if _ends_sentence(parsed, token, left):
        return _before(parsed, parsed.sentence_at(left).start, left)
    if any(c.dep_ == "mark" and c.lower_ == "as" for c in token.lefts):
        return _around_as(parsed, token)
    if token.dep_ in ("parataxis", "ccomp", "dep", "advcl") and token.head.i != token.i:
        return _both_sides(parsed, token, left)
    return ()


def _ends_sentence(parsed: Parsed, token: Token, left: int) -> bool:
    """Whether "…, X said." closes a sentence in which nobody else reports, so that all before it is what X said."""
    sentence = parsed.sentence_at(token.idx)
    last = token.right_edge
    if parsed.text[:left].rstrip(" \xa0")[-1:] != "," or parsed.text[last.idx + len(last.text) : sentence.end].strip(
        " ."
    ):
        return False
    before = parsed.tokens_in(Span(sentence.start, left))
    if any(t.lower_ in FORMS or t.lower_ in CITING or t.lower_ == "according" for t in before):
        return False
    return _is_clause(before)


def _is_clause(tokens: list[Token]) -> bool:
    """Whether words before a comma state something, rather than say where and when something was said."""
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens) and tokens[0].tag_ not in ("IN", "VBG")


def _comma_clause(parsed: Parsed, token: Token, left: int) -> Spans:
    """What stands before ", X said" where the parse sees no complement."""
    if parsed.text[:left].rstrip(" \xa0")[-1:] == ",":
        sentence = parsed.sentence_at(left)
        inside = parsed.tokens_in(Span(sentence.start, left))
        if inside and _is_clause(inside):
            return _before(parsed, sentence.start, left)
    return ()


def _before(parsed: Parsed, start: int, left: int) -> Spans:
    quote = parsed.quote_at(start)
    if quote is not None:
        start = quote.start
    ending = parsed.quote_before(left)
    if ending is not None:
        start = min(start, ending.start)
    span = parsed.trim(start, left)
    return (span,) if span else ()


def _around_as(parsed: Parsed, token: Token) -> Spans:
    """The sentence without its "as X reported"."""
    sentence = parsed.sentence_at(token.idx)
    last = token.right_edge
    pieces = (
        parsed.trim(sentence.start, token.left_edge.idx),
        parsed.trim(last.idx + len(last.text), sentence.end),
    )
    found = [piece for piece in pieces if piece is not None and any(c.isalnum() for c in piece.of(parsed.text))]
    if not found or (token.left_edge.idx > sentence.start and parsed.text[token.left_edge.idx - 2] != ","):
        return ()
    return (*found[:-1], _without_stop(parsed, found[-1]))


def _both_sides(parsed: Parsed, token: Token, left: int) -> Spans:
    host = token.head
    sentence = parsed.sentence_at(token.idx)
    if parsed.text[:left].rstrip(" \xa0")[-1:] not in (",", "–", "—", "-", "”", '"'):
        return ()
    right_token = token.right_edge
    right = right_token.idx + len(right_token.text)
    before = parsed.trim(max(sentence.start, host.left_edge.idx) if host.dep_ != "ROOT" else sentence.start, left)
    end = min(host.right_edge.idx + len(host.right_edge.text), sentence.end)
    after = parsed.trim(right, end) if end > right else None
    if after is not None and not any(c.isalnum() for c in after.of(parsed.text)):
        after = None
    if before is None:
        return ()
    return (before, _without_stop(parsed, after)) if after is not None else (before,)


def _object(parsed: Parsed, token: Token, verb: Verb) -> Spans:
    """The object or infinitive as content, for verbs whose object is what is said."""
    for child in token.rights:
        if child.dep_ == "xcomp" and (verb.noun_phrase or (verb.addressed and verb.stance is not None)):
            return _clause(parsed, child)
        if child.dep_ == "dobj" and verb.noun_phrase and child.pos_ != "PRON":
            edge = child.right_edge
            span = parsed.trim(child.left_edge.idx, edge.idx + len(edge.text))
            return (_without_stop(parsed, span),) if span else ()
        if child.dep_ == "dobj" and verb.addressed and verb.stance is Stance.ACCUSE:
            return _from_object(parsed, token, child)
        if child.dep_ == "dobj" and verb.addressed and verb.stance in (Stance.DEMAND, Stance.QUESTION):
            later = [
                c for c in token.rights if c.dep_ in ("xcomp", "ccomp") or (c.dep_ == "prep" and c.lower_ == "for")
            ]
            if later:
                return _from_object(parsed, token, child)
    return ()


def _from_object(parsed: Parsed, token: Token, child: Token) -> Spans:
    last = child.right_edge
    for other in token.rights:
        if other.i > child.i and other.dep_ in ("prep", "xcomp", "pcomp", "ccomp") and not other.is_punct:
            last = other.right_edge
    span = parsed.trim(child.left_edge.idx, last.idx + len(last.text))
    return (_without_stop(parsed, span),) if span else ()


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
