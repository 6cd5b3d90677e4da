"""Retold's engines as plain functions over texts: no store, no files. `import retold` offers them by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from retold.claims import build_ledger
from retold.collation import collate as collate_tellings
from retold.documents import from_text
from retold.records.claims import Account, Ledger
from retold.records.collation import Collation, Telling
from retold.records.documents import Article
from retold.records.statements import Annotation
from retold.records.stories import Copy, Descent
from retold.statements import Engine, load_engine
from retold.statements import annotate as annotate_article
from retold.stories.copies import CopyOptions, find_copies
from retold.stories.groups import GroupOptions, of_passage
from retold.stories.groups import group as group_passages
from retold.stories.lineage import trace_lineage
from retold.stories.passages import find_passages

Fields = Mapping[str, str | None]
"""An article as a pipe's line: "id" and "text", and where known "title", "outlet", "url", "published"."""


def article_of(fields: Fields) -> Article:
    """An article from a pipe's line; its text is kept as given. Raises ValueError without id or text."""
    identity, text = fields.get("id"), fields.get("text")
    if not isinstance(identity, str) or not identity:
        raise ValueError('it has no "id", or one that is not text')
    if not isinstance(text, str):
        raise ValueError('it has no "text", or one that is not text')
    return from_text(
        text,
        id=identity,
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        published=fields.get("published") or fields.get("date"),
    )


@cache
def _engine() -> Engine:
    # Loading the models takes seconds; they do not change, so that one engine serves every call.
    return load_engine()


def annotate(text: str, *, published: str | None = None, title: str | None = None) -> Annotation:
    """Who said what, through whom, when and how much, in one article's `text`.

    `published` (ISO 8601 or EDTF) is what "on Saturday" is counted from; without it such expressions stay
    relative. All spans of the result are code points into `text`.
    """
    return annotate_article(from_text(text, id="text", published=published, title=title), _engine())


def collate(*texts: str) -> Collation:
    """Tellings laid side by side; they are named "1", "2" … in the order given."""
    articles = [from_text(text, id=str(number)) for number, text in enumerate(texts, 1)]
    return collate_tellings([telling_of(article) for article in articles])


def telling_of(article: Article) -> Telling:
    """An article's body as a telling."""
    return Telling(article.id, article.text, tuple(b.span for b in article.body), article.outlet.value)


def copies(articles: Sequence[Fields], options: CopyOptions | None = None) -> tuple[Copy, ...]:
    """Every pair of articles that shares copied text."""
    return find_copies([article_of(fields) for fields in articles], options or CopyOptions())


def lineage(articles: Sequence[Fields]) -> tuple[Descent, ...]:
    """For each article its likeliest parent, an unseen common source, or none."""
    read = [article_of(fields) for fields in articles]
    return trace_lineage(read, find_copies(read, CopyOptions()))


def group(articles: Sequence[Fields], options: GroupOptions | None = None) -> dict[str, str]:
    """Article id -> story id; an article that tells several stories goes by the one it tells at most length."""
    read = [article_of(fields) for fields in articles]
    return group_articles(read, options or GroupOptions())


def group_articles(articles: Sequence[Article], options: GroupOptions) -> dict[str, str]:
    """As `group`, over articles."""
    passages = {p.id: p for article in articles for p in find_passages(article)}
    by_id = {article.id: article for article in articles}
    texts = [of_passage(by_id[p.article], p) for p in passages.values()]
    longest: dict[str, tuple[int, str]] = {}
    for story in group_passages(texts, options):
        for identity in story.passages:
            passage = passages[identity]
            size = sum(len(span) for span in passage.spans)
            longest[passage.article] = max(longest.get(passage.article, (0, "")), (size, story.id))
    # An article without body (a headline alone) is a story of its own.
    return {a.id: longest[a.id][1] if a.id in longest else f"alone-{a.id}" for a in articles}


def ledger(story: str, articles: Sequence[Fields]) -> Ledger:
    """Claims, disputes and origins of articles that tell one story."""
    return ledger_of(story, [article_of(fields) for fields in articles], _engine())


def ledger_of(story: str, articles: Sequence[Article], engine: Engine) -> Ledger:
    """As `ledger`, over articles and with an engine of one's own."""
    ordered = sorted(articles, key=lambda article: article.id)
    accounts = [Account(a, tuple(b.span for b in a.body), annotate_article(a, engine)) for a in ordered]
    return build_ledger(story, accounts, trace_lineage(ordered, find_copies(ordered, CopyOptions())))
