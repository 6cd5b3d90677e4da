"""Retold's engines as plain functions over texts: no store, no files. `import retold` offers them by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from retold.collation import collate as collate_tellings
from retold.documents import from_text
from retold.pipeline.answers import Fields, article_of, group_articles, ledger_of
from retold.records.claims import Ledger
from retold.records.collation import Collation, Telling
from retold.records.documents import Article
from retold.records.statements import Annotation
from retold.records.stories import Copy, Descent
from retold.statements import Engine, load_engine
from retold.statements import annotate as annotate_article
from retold.stories.copies import CopyOptions, find_copies
from retold.stories.groups import GroupOptions
from retold.stories.lineage import trace_lineage


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
    return Telling(
        article.id, article.text, tuple(b.span for b in article.body), article.outlet.value, article.published.value
    )


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


def ledger(story: str, articles: Sequence[Fields]) -> Ledger:
    """Claims, disputes and origins of articles that tell one story."""
    return ledger_of(story, [article_of(fields) for fields in articles], _engine())
