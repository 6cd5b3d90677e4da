"""Stages joined up for answers without a store: lines of a pipe in; articles, story groups, a story's ledger out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from retold.claims import LedgerOptions, build_ledger
from retold.documents import from_text
from retold.pipeline.storytelling import checks_of
from retold.records.claims import Account, Ledger
from retold.records.documents import Article
from retold.statements import Engine, annotate
from retold.stories.copies import CopyOptions, CopyText, find_copies
from retold.stories.groups import GroupOptions, group, of_passage
from retold.stories.lineage import LineageOptions, trace_lineage
from retold.stories.passages import find_passages

DEFAULT_LEDGER = LedgerOptions()

Fields = Mapping[str, str | None]
"""An article as a pipe's line: "id" and "text", and where known "title", "outlet", "url", "published"."""


def article_of(fields: Fields) -> Article:
    """An article from a pipe's line; its text is kept as given. Raises ValueError without id or text."""
    identity, text = _needed(fields)
    return from_text(
        text,
        id=identity,
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        published=fields.get("published") or fields.get("date"),
    )


def copy_text_of(fields: Fields) -> CopyText:
    """What copy search needs of a pipe's line: its whole text, unread, so that a million lines are not parsed first.

    Raises ValueError without id or text.
    """
    identity, text = _needed(fields)
    return CopyText(
        id=identity,
        text=text,
        outlet=fields.get("outlet"),
        published=fields.get("published") or fields.get("date"),
        title=fields.get("title"),
        url=fields.get("url"),
    )


def _needed(fields: Fields) -> tuple[str, str]:
    identity, text = fields.get("id"), fields.get("text")
    if not isinstance(identity, str) or not identity:
        raise ValueError('it has no "id", or one that is not text')
    if not isinstance(text, str):
        raise ValueError('it has no "text", or one that is not text')
    return identity, text


def group_articles(articles: Sequence[Article], options: GroupOptions) -> dict[str, str]:
    """Article id -> story id; an article that tells several stories goes by the one it tells at most length."""
    passages = {p.id: p for article in articles for p in find_passages(article)}
    by_id = {article.id: article for article in articles}
    texts = [of_passage(by_id[p.article], p) for p in passages.values()]
    longest: dict[str, tuple[int, str]] = {}
    for story in group(texts, options):
        for identity in story.passages:
            passage = passages[identity]
            size = sum(len(span) for span in passage.spans)
            longest[passage.article] = max(longest.get(passage.article, (0, "")), (size, story.id))
    # An article without body (a headline alone) is a story of its own.
    return {a.id: longest[a.id][1] if a.id in longest else f"alone-{a.id}" for a in articles}


def ledger_of(
    story: str, articles: Sequence[Article], engine: Engine, options: LedgerOptions = DEFAULT_LEDGER
) -> Ledger:
    """Claims, disputes and origins of articles that tell one story, with all of their bodies."""
    return ledger_over(story, accounts_of(articles, engine), options)


def accounts_of(articles: Sequence[Article], engine: Engine) -> tuple[Account, ...]:
    """The articles annotated, with all of their bodies, sorted by id."""
    ordered = sorted(articles, key=lambda article: article.id)
    return tuple(Account(a, tuple(b.span for b in a.body), annotate(a, engine)) for a in ordered)


def ledger_over(story: str, accounts: Sequence[Account], options: LedgerOptions = DEFAULT_LEDGER) -> Ledger:
    """The ledger of accounts that tell one story; who copied whom is worked out from their articles."""
    articles = [account.article for account in accounts]
    descents = trace_lineage(articles, find_copies(articles, CopyOptions()), LineageOptions(outlets=options.outlets))
    return replace(build_ledger(story, accounts, descents, options), checks=checks_of(accounts))
