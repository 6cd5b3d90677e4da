"""`retold wordings`: which outlet prefers which word where others differ, over a database or a pipe's articles."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from retold.collation import collate
from retold.interfaces.api import telling_of
from retold.interfaces.cli.options import (
    DEFAULT_DATABASE,
    REFUSED,
    USAGE,
    DatabaseOption,
    JsonOption,
    fail,
    opened,
    out_console,
    tell_refusals,
)
from retold.interfaces.library import Library
from retold.interfaces.streams import StreamError, read_rows
from retold.interfaces.terminal.wordings import print_wordings
from retold.interfaces.wordings import COLUMNS, Find, WordingOptions, wording_cells, wording_json
from retold.interfaces.wordings import wordings as table_of
from retold.records.collation import Collation
from retold.records.documents import Article, Refusal


def wordings(
    source: Annotated[
        str | None,
        typer.Argument(metavar="[IN]", help='JSON Lines with "id", "text", "outlet" and "group"; else the database.'),
    ] = None,
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
    csv_: Annotated[bool, typer.Option("--csv", help="Comma-separated values, for spreadsheets.")] = False,
    least: Annotated[int, typer.Option("--min", min=1, help="Only pairs of words with so many places.")] = 1,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Only an outlet; a part of its name will do.")] = None,
    word: Annotated[str | None, typer.Option("--word", help="Only a word, as it is printed.")] = None,
    places: Annotated[int, typer.Option("--places", min=0, help="Places shown in the text for each line.")] = 1,
) -> None:
    """Tell which outlet prefers which word where others that tell the same print another.

    Example: retold wordings --min 2 --outlet Courier
    """
    if json_ and csv_:
        fail("either --json or --csv", USAGE)
    options = WordingOptions(least, outlet, word)
    if source is None:
        with opened(db) as store:
            library = Library(store)
            _show(library.collations(), library.article, options, (json_, csv_, places))
        return
    refused: list[Refusal] = []
    articles, collations = _of_pipe(source, refused)
    _show(collations, articles.__getitem__, options, (json_, csv_, places))
    if tell_refusals(refused):
        raise typer.Exit(REFUSED)


def _show(collations: list[Collation], article: Find, options: WordingOptions, form: tuple[bool, bool, int]) -> None:
    json_, csv_, places = form
    lines = table_of(collations, article, options)
    if json_:
        typer.echo(json.dumps([wording_json(line, article) for line in lines], ensure_ascii=False, indent=2))
    elif csv_:
        sheet = io.StringIO()
        writer = csv.writer(sheet, lineterminator="\n")
        writer.writerows([COLUMNS, *(wording_cells(line) for line in lines)])
        typer.echo(sheet.getvalue(), nl=False)
    else:
        print_wordings(out_console(), lines, article, places)


def _of_pipe(source: str, refused: list[Refusal]) -> tuple[dict[str, Article], list[Collation]]:
    """The articles of a pipe and the collation of each of its groups."""
    articles: dict[str, Article] = {}
    groups: dict[str, list[Article]] = {}
    try:
        for item in read_rows(source):
            read = item if isinstance(item, Refusal) else _article(*item, articles)
            if isinstance(read, Refusal):
                refused.append(read)
            else:
                article, group = read
                articles[article.id] = article
                groups.setdefault(group, []).append(article)
    except StreamError as error:
        fail(str(error))
    return articles, [
        collate([telling_of(article) for article in groups[name]]) for name in sorted(groups) if len(groups[name]) > 1
    ]


def _article(place: str, row: Mapping[str, Any], known: Mapping[str, Article]) -> tuple[Article, str] | Refusal:
    from retold.pipeline.answers import article_of

    group = row.get("group")
    if not isinstance(group, str):
        return Refusal(place, "bad-line", 'it needs "group", the name of its story: make one with: retold group')
    try:
        article = article_of(row)
    except ValueError as error:
        return Refusal(place, "bad-line", str(error))
    if article.id in known:
        return Refusal(place, "duplicate-id", f"id {article.id!r} came before; ids must differ")
    return article, group
