"""Files on the command line, made ready to be collated."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from retold.collation import collate
from retold.documents import parse
from retold.ingest import IngestOptions, collect
from retold.interfaces.api import telling_of
from retold.interfaces.cli.options import USAGE, err_console, fail, tell_refusals
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


def write_sides(path: Path, compared: Comparison) -> None:
    """Write the comparison as a page; ends the command when it cannot be written."""
    # Imported here: templates are not needed by the commands that print.
    from retold.interfaces.page.report import write_page
    from retold.interfaces.page.side_by_side import render

    names = dict.fromkeys(compared.names[compared.collation.articles[column]] for column in compared.order)
    listed = list(names)
    title = ", ".join(listed[:3]) + (f" and {len(listed) - 3} more" if len(listed) > 3 else "")
    try:
        write_page(path, render(compared, f"Side by side: {title}"))
    except OSError as error:
        fail(f"cannot write {path}: {error.strerror or error}")
    err_console().print(f"side by side: {path}", markup=False, soft_wrap=True)
