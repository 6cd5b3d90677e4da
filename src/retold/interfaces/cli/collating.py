"""Files on the command line, made ready to be collated."""

from __future__ import annotations

from collections.abc import Sequence

from retold.collation import collate
from retold.documents import parse
from retold.ingest import IngestOptions, collect
from retold.interfaces.api import telling_of
from retold.interfaces.cli.options import USAGE, fail, tell_refusals
from retold.interfaces.comparison import Comparison, by_date, distinct_names
from retold.records.documents import Article, Notice, Refusal, Seen


def collate_files(paths: Sequence[str]) -> Comparison:
    """The collation of the articles in `paths`; ends the command when fewer than two can be read."""
    articles: dict[str, Article] = {}
    refused: list[Refusal] = []
    for item in collect(paths, IngestOptions()):
        if isinstance(item, (Notice, Seen)):
            continue
        article = item if isinstance(item, Refusal) else parse(item)
        if isinstance(article, Refusal):
            refused.append(article)
        else:
            articles[article.id] = article
    if tell_refusals(refused):
        fail("nothing was collated: every file named must be readable")
    if len(articles) < 2:
        fail("collating needs two different articles; these are one", USAGE)
    tellings = [telling_of(article) for article in articles.values()]
    collation = collate(tellings)
    by_id = {telling.article: telling for telling in tellings}
    ordered = tuple(by_id[identity] for identity in collation.articles)
    in_order = [articles[identity] for identity in collation.articles]
    return Comparison(collation, ordered, distinct_names(in_order), by_date(in_order))
