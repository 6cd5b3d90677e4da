"""Withdrawals: where an article or a speaker takes back what was told, and who still carries it.

Goes in: a story's accounts and claims. Comes out: retractions, each with the sentence that says so and, where one
claim is meant, the articles that still assert it. Always holds: the words that withdraw are pointed at; where several
claims fit equally, none is picked; the order of accounts does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from retold.language.english_polarity import OWN_CORRECTION, RETRACTION
from retold.language.english_senses import sense
from retold.language.english_stems import stem
from retold.language.english_weights import weight
from retold.records.claims import Account, Claim, Position, Retraction, RetractionKind
from retold.records.spans import Pointer, Span
from retold.text.sentences import sentences
from retold.text.words import words

# How much of a claim's content the retracting sentence must share to be the one that is meant.
SHARED = 0.3


@dataclass(frozen=True, slots=True)
class _Told:
    """The content of one occurrence, with its weight."""

    article: str
    span: Span
    terms: frozenset[str]
    weight: float


Contents = Mapping[str, Sequence[_Told]]


def find_retractions(accounts: Sequence[Account], claims: Sequence[Claim]) -> tuple[Retraction, ...]:
    """The withdrawals that these accounts state, in order of article and place."""
    said = [found for account in sorted(accounts, key=lambda a: a.article.id) for found in _withdrawing(account)]
    if not said:
        return ()
    by_article = {account.article.id: account for account in accounts}
    contents = {claim.id: [_told(by_article[o.article], o.span) for o in claim.occurrences] for claim in claims}
    by_id = {claim.id: claim for claim in claims}
    meant = [_meant(_content(a, sentence), Pointer(a.article.id, sentence), contents) for a, sentence, _ in said]
    withdrawing: dict[str | None, set[str]] = {}
    for claim, (account, _, _) in zip(meant, said, strict=True):
        withdrawing.setdefault(claim, set()).add(account.article.id)
    found = []
    for claim, (account, sentence, phrase) in zip(meant, said, strict=True):
        where = Pointer(account.article.id, sentence)
        found.append(
            Retraction(
                where=where,
                words=phrase,
                kind=RetractionKind.STATED,
                by=_by_whom(account, sentence, phrase),
                when=account.article.published.value or "",
                claim=claim,
                carriers=carriers(by_id[claim], withdrawing[claim]) if claim else (),
            )
        )
    return tuple(found)


def carriers(claim: Claim, without: set[str]) -> tuple[str, ...]:
    """The articles that assert a claim, but for those that withdraw it."""
    return tuple(
        sorted({o.article for o in claim.occurrences if o.position is Position.ASSERT and o.article not in without})
    )


def _withdrawing(account: Account) -> Iterator[tuple[Account, Span, Span]]:
    """The sentences of an account that withdraw something, each with the phrase that says so."""
    text = account.article.text
    for stretch in account.spans:
        if RETRACTION.search(text, stretch.start, stretch.end) is None:
            continue
        for sentence in sentences(text, stretch):
            match = RETRACTION.search(text, sentence.start, sentence.end)
            if match is not None:
                yield account, sentence, Span(match.start(), match.end())


def _by_whom(account: Account, sentence: Span, phrase: Span) -> str:
    """Who takes it back: the subject of the verb that says so, else the article's own outlet."""
    text, outlet = account.article.text, account.article.outlet.value or account.article.name
    if OWN_CORRECTION.search(text, sentence.start, sentence.end):
        return outlet
    for said in account.annotation.attributions:
        if said.speaker.name and any(cue.overlaps(phrase) for cue in said.cue):
            return said.speaker.name
    for clause in account.annotation.clauses:
        if clause.verb.overlaps(phrase) and clause.subject and sentence.contains(clause.subject[0]):
            return " ".join(clause.subject[0].of(text).split())
    return outlet


def _told(account: Account, span: Span) -> _Told:
    terms = _content(account, span)
    return _Told(account.article.id, span, terms, sum(map(weight, sorted(terms))))


def _content(account: Account, span: Span) -> frozenset[str]:
    text = account.article.text
    terms = (sense(stem(word.of(text))) for word in words(text, span))
    return frozenset(term for term in terms if weight(term) > 0)


def _meant(content: frozenset[str], where: Pointer, contents: Contents) -> str | None:
    """The claim, told outside the retracting sentence too, that shares the most with it; None in a tie.

    A short claim is easily contained whole; so what is shared counts by its weight too.
    """
    scored: list[tuple[float, str]] = []
    for claim, occurrences in contents.items():
        best = 0.0
        for told in occurrences:
            if content.isdisjoint(told.terms) or (told.article == where.article and where.span.overlaps(told.span)):
                continue
            shared = sum(map(weight, sorted(content & told.terms)))
            part = shared / told.weight
            best = max(best, part * shared if part >= SHARED else 0.0)
        if best:
            scored.append((best, claim))
    scored.sort(key=lambda item: (-item[0], item[1]))
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return scored[0][1]
