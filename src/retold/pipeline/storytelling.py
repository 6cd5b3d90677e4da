"""One story's articles, annotated, in; its reading out. A pure function of its arguments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from retold.claims import NOTHING, Former, Kept, find_dropped, work_out
from retold.claims.options import LedgerOptions
from retold.collation import collate
from retold.language.outlets import REGISTRY
from retold.records.claims import Account, Check, Claim, Dispute, Ledger
from retold.records.collation import Telling
from retold.records.documents import Article
from retold.records.judgements import Judgement
from retold.records.outlets import Registry
from retold.records.readings import StoryReading, StorySummary
from retold.records.stories import Passage, Story
from retold.statements.quantities import check_sums
from retold.stories.copies import find_copies
from retold.stories.lineage import LineageOptions, trace_lineage


@dataclass(frozen=True, slots=True)
class Material:
    """What a story is read from.

    `judgements` are what people judged of it, `former` what the addresses of its articles carried before, `outlets`
    knows which names are one outlet's; `kept` is what an earlier reading left: it saves time and changes nothing.
    """

    accounts: Sequence[Account]
    judgements: Sequence[Judgement] = ()
    former: Sequence[Former] = ()
    outlets: Registry = REGISTRY
    kept: Kept = NOTHING


def read_story(key: str, story: Story, passages: tuple[Passage, ...], material: Material) -> tuple[StoryReading, Kept]:
    """Copies, lineage, collation and ledger of one story, and what the next reading of it can take over.

    Claim ids start with the story's.
    """
    accounts = material.accounts
    articles = [account.article for account in accounts]
    copies = find_copies(articles)
    descents = trace_lineage(articles, copies, LineageOptions(outlets=material.outlets))
    tellings = [
        Telling(a.article.id, a.article.text, a.spans, a.article.outlet.value, a.article.published.value)
        for a in accounts
    ]
    options = LedgerOptions(outlets=material.outlets)
    working = work_out(story.id, accounts, descents, options, material.judgements, material.kept)
    ledger = working.ledger
    retractions = (*ledger.retractions, *find_dropped(material.former, accounts, ledger))
    named = name_claims(story.id, replace(ledger, checks=checks_of(accounts), retractions=retractions))
    summary = _summary(story, articles, named, material.outlets)
    return StoryReading(key, story, passages, copies, descents, collate(tellings), named, summary), working.kept


def _summary(story: Story, articles: Sequence[Article], ledger: Ledger, outlets: Registry) -> StorySummary:
    dates = sorted(article.published.value for article in articles if article.published.value)
    return StorySummary(
        id=story.id,
        title=story.title,
        articles=len(articles),
        outlets=len({outlets.one_name(article.outlet.value or article.name) for article in articles}),
        first=dates[0] if dates else "",
        disputes=sum(1 for dispute in ledger.disputes if not dispute.settled),
        most_retold=max((claim.origins.retellings for claim in ledger.claims), default=0),
    )


def checks_of(accounts: Sequence[Account]) -> tuple[Check, ...]:
    """The sums that the story's own passages state."""
    found: list[Check] = []
    for account in accounts:
        article, read = account.article, account.annotation
        checks = check_sums(article.text, read.quantities, read.sentences, article.id)
        found += [check for check in checks if any(span.contains(check.total) for span in account.spans)]
    return tuple(found)


def name_claims(story: str, ledger: Ledger) -> Ledger:
    """The ledger with ids that are the only ones of their kind in the store."""

    def name(claim: str) -> str:
        return f"{story}.{claim}"

    def rename(claim: Claim) -> Claim:
        return replace(claim, id=name(claim.id))

    def redirect(dispute: Dispute) -> Dispute:
        return replace(dispute, a=name(dispute.a), b=name(dispute.b))

    return replace(
        ledger,
        claims=tuple(rename(claim) for claim in ledger.claims),
        disputes=tuple(redirect(dispute) for dispute in ledger.disputes),
        retractions=tuple(replace(r, claim=name(r.claim) if r.claim else None) for r in ledger.retractions),
    )
