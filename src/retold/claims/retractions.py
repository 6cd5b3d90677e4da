"""Withdrawals: where an article or a speaker takes back what was told, and who still carries it.

Goes in: a story's accounts and claims. Comes out: retractions, each with the sentence that says so and, where one
claim is meant, the articles that still assert it. Always holds: the words that withdraw are pointed at; where several
claims fit equally, none is picked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.language.english_polarity import RETRACTION
from retold.language.english_senses import sense
from retold.language.english_stems import stem
from retold.language.english_weights import weight
from retold.records.claims import Account, Claim, Position
from retold.records.spans import Pointer, Span
from retold.text.sentences import sentences
from retold.text.words import words

# How much of the retracting sentence's content a claim must share to be the one that is meant.
SHARED = 0.3


@dataclass(frozen=True, slots=True)
class Retraction:
    """A withdrawal: `words` is the phrase that says so; `claim` the one it takes back, or None where that is unclear.

    `carriers` are the articles that assert the claim and do not withdraw it.
    """

    where: Pointer
    words: Span
    claim: str | None
    carriers: tuple[str, ...]


def find_retractions(accounts: Sequence[Account], claims: Sequence[Claim]) -> tuple[Retraction, ...]:
    """The withdrawals in these accounts, in order of article and place."""
    contents = {
        claim.id: [(o.article, o.span, _content(accounts_by(accounts)[o.article], o.span)) for o in claim.occurrences]
        for claim in claims
    }
    by_id = {claim.id: claim for claim in claims}
    found = []
    for account in sorted(accounts, key=lambda a: a.article.id):
        text = account.article.text
        for stretch in account.spans:
            for sentence in sentences(text, stretch):
                match = RETRACTION.search(text, sentence.start, sentence.end)
                if match is None:
                    continue
                claim = _meant(_content(account, sentence), Pointer(account.article.id, sentence), contents)
                carriers = _carriers(by_id[claim], account.article.id) if claim else ()
                where = Pointer(account.article.id, sentence)
                found.append(Retraction(where, Span(match.start(), match.end()), claim, carriers))
    return tuple(found)


def accounts_by(accounts: Sequence[Account]) -> dict[str, Account]:
    """Accounts by the id of their article."""
    return {account.article.id: account for account in accounts}


def _content(account: Account, span: Span) -> frozenset[str]:
    text = account.article.text
    terms = (sense(stem(word.of(text))) for word in words(text, span))
    return frozenset(term for term in terms if weight(term) > 0)


def _meant(
    content: frozenset[str], where: Pointer, contents: dict[str, list[tuple[str, Span, frozenset[str]]]]
) -> str | None:
    """The claim, told outside the retracting sentence too, that shares the most with it; None in a tie."""
    scored: list[tuple[float, str]] = []
    for claim, occurrences in contents.items():
        others = [
            terms
            for article, span, terms in occurrences
            if terms and not (article == where.article and where.span.overlaps(span))
        ]
        score = max((sum(map(weight, content & terms)) / sum(map(weight, terms)) for terms in others), default=0.0)
        if score >= SHARED:
            scored.append((score, claim))
    scored.sort(key=lambda item: (-item[0], item[1]))
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return scored[0][1]


def _carriers(claim: Claim, withdrawn_by: str) -> tuple[str, ...]:
    return tuple(
        sorted({o.article for o in claim.occurrences if o.position is Position.ASSERT and o.article != withdrawn_by})
    )
