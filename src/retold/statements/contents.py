"""Where the content of a reporting verb lies: before it, behind it, on both sides, or in its object.

In goes a parsed article and a verb, out come spans. Surface comes first where it is sure (a quotation right before or
after the reporting group), the parse decides the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.language.reporting import CITING, FORMS, REPORT_NOUNS, STATEMENT_NOUNS, Verb
from retold.records.spans import Span, Spans
from retold.records.statements import Stance
from retold.statements.parsed import Parsed
from retold.statements.phrases import SUBJECTS, noun_phrase
from retold.statements.publications import own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

GROUP = ("aux", "auxpass", "neg", "advmod", "prt", "prep", "npadvmod", "dative", "agent", "nsubj", "nsubjpass", "advcl")
# Conjunctions that carry on what is said rather than say when or how it was.
CONCESSIONS = frozenset({"although", "though", "because", "if", "unless"})


def content_of(parsed: Parsed, token: Token, verb: Verb, source: Token) -> tuple[Spans, str]:
    """The content and the construction that gave it."""
    left, right = _group(parsed, token, verb)
    quoted = quoted_around(parsed, left, right)
    clause = right_clause(parsed, token) or _that_clause(parsed, token)
    if clause and parsed.text[right : right + 12].lstrip()[:5] == "that ":
        return clause, "verb"
    if quoted and (not clause or quoted[0].start < token.idx or _quote_is_all(parsed, quoted[0], clause)):
        plain = quoted[0].start > token.idx and verb.noun_phrase
        return quoted, "verb-object" if plain and parsed.text[quoted[0].start - 2] not in ",:" else "verb"
    if clause and not _is_parenthesis(parsed, token, left):
        return clause, "verb"
    if verb.quiet and not verb.noun_phrase:
        return clause, "verb"
    before = left_clause(parsed, token, left)
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


def quoted_around(parsed: Parsed, left: int, right: int) -> Spans:
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


def right_clause(parsed: Parsed, token: Token) -> Spans:
    """The clause that the parse gives a verb as its complement, behind it."""
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


def left_clause(parsed: Parsed, token: Token, left: int) -> Spans:
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
