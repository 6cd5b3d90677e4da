"""A ledger in the words of the pipe `retold ledger`: plain values for one line of JSON."""

from __future__ import annotations

from typing import TypedDict

from retold.records.claims import Check, Claim, Ledger, Occurrence, Retraction


class OccurrenceLine(TypedDict):
    """One occurrence; `speaker` is None in the outlet's own voice."""

    article: str
    span: list[int]
    stance: str
    speaker: str | None
    relays: list[str]


class OriginsLine(TypedDict):
    """The three counts."""

    speakers: list[int]
    observers: list[int]
    retellings: int


class FindingLine(TypedDict):
    """What a desk's rule says of a claim; `where` are article, start and end."""

    rule: str
    message: str
    where: list[tuple[str, int, int]]


class ClaimLine(TypedDict):
    """One claim."""

    id: str
    text: str
    occurrences: list[OccurrenceLine]
    origins: OriginsLine
    findings: list[FindingLine]


class DisputeLine(TypedDict):
    """One dispute."""

    a: str
    b: str
    why: str


class CheckLine(TypedDict):
    """A sum or change that an article states: where its total and its parts stand, and whether they agree."""

    article: str
    total: list[int]
    parts: list[list[int]]
    agrees: bool
    detail: str


class RetractionLine(TypedDict):
    """One withdrawal: who took what back, when, and the articles that still carry it."""

    article: str
    span: list[int]
    kind: str
    by: str
    when: str | None
    claim: str | None
    carriers: list[str]


class LedgerLine(TypedDict):
    """One story's ledger."""

    story: str
    claims: list[ClaimLine]
    disputes: list[DisputeLine]
    checks: list[CheckLine]
    retractions: list[RetractionLine]


def to_json(ledger: Ledger) -> LedgerLine:
    """The ledger as a line of the pipe."""
    return LedgerLine(
        story=ledger.story,
        claims=[_claim(claim) for claim in ledger.claims],
        disputes=[DisputeLine(a=d.a, b=d.b, why=d.why.value) for d in ledger.disputes],
        checks=[_check(check) for check in ledger.checks],
        retractions=[_retraction(found) for found in ledger.retractions],
    )


def _check(check: Check) -> CheckLine:
    return CheckLine(
        article=check.article,
        total=[check.total.start, check.total.end],
        parts=[[part.start, part.end] for part in check.parts],
        agrees=check.agrees,
        detail=check.detail,
    )


def _retraction(found: Retraction) -> RetractionLine:
    return RetractionLine(
        article=found.where.article,
        span=[found.where.span.start, found.where.span.end],
        kind=found.kind.value,
        by=found.by,
        when=found.when or None,
        claim=found.claim,
        carriers=list(found.carriers),
    )


def _claim(claim: Claim) -> ClaimLine:
    origins = claim.origins
    return ClaimLine(
        id=claim.id,
        text=claim.text,
        occurrences=[_occurrence(o) for o in claim.occurrences],
        origins=OriginsLine(
            speakers=[origins.speakers.low, origins.speakers.high],
            observers=[origins.observers.low, origins.observers.high],
            retellings=origins.retellings,
        ),
        findings=[
            FindingLine(rule=f.rule, message=f.message, where=[(p.article, p.span.start, p.span.end) for p in f.where])
            for f in claim.findings
        ],
    )


def _occurrence(occurrence: Occurrence) -> OccurrenceLine:
    speaker = occurrence.speaker
    return OccurrenceLine(
        article=occurrence.article,
        span=[occurrence.span.start, occurrence.span.end],
        stance=occurrence.position.value,
        speaker=(speaker.name or speaker.role) if speaker else None,
        relays=[relay.name for relay in occurrence.relays],
    )
