"""The pipes: JSON Lines or Parquet in, the same out, no database. What engineers build on.

Engines are imported inside the commands: they take seconds to load, which `--help` need not wait for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from retold.interfaces.cli.options import (
    REFUSED,
    ConfigOption,
    OutOption,
    RulesOption,
    WorkersOption,
    chosen,
    fail,
    stoppable,
    tell_refusals,
)
from retold.interfaces.cli.progress import Bars
from retold.interfaces.formats import copy_json, descent_json
from retold.interfaces.journal import Journal
from retold.interfaces.streams import StreamError, read_rows, writing
from retold.records.documents import Article, Refusal
from retold.version import VERSION

if TYPE_CHECKING:
    from retold.statements import Options

T = TypeVar("T")

InArgument = Annotated[
    str, typer.Argument(metavar="IN", help='JSON Lines (.jsonl, .gz), Parquet, or "-": {"id", "text", …} a line.')
]


@dataclass(slots=True)
class _Input:
    """A pipe's lines; what was refused on the way is kept to be told at the end."""

    path: str
    refused: list[Refusal] = field(default_factory=list)

    def records(self, make: Callable[[Mapping[str, Any]], T]) -> Iterator[T]:
        """Each line made into a record; a line with an id that came before, or that `make` refuses, is left out."""
        seen: set[str] = set()
        for item in read_rows(self.path):
            if isinstance(item, Refusal):
                self.refused.append(item)
                continue
            place, row = item
            try:
                made = make(row)
            except ValueError as error:
                self.refused.append(Refusal(place, "bad-line", str(error)))
                continue
            if row["id"] in seen:
                self.refused.append(Refusal(place, "duplicate-id", f"id {row['id']!r} came before; ids must differ"))
                continue
            seen.add(row["id"])
            yield made

    def close(self) -> None:
        """Tell what was refused; a pipe that refused something ends with status 1."""
        if tell_refusals(self.refused):
            raise typer.Exit(REFUSED)


@contextmanager
def piping() -> Iterator[None]:
    """A pipe whose failing file, or whose user, ends it in one line."""
    try:
        with stoppable():
            yield
    except StreamError as error:
        fail(str(error))


def annotate(
    source: InArgument,
    out: OutOption = None,
    workers: WorkersOption = 1,
    threshold: Annotated[
        float, typer.Option("--threshold", min=0, max=1, help="Leave out attributions of less confidence.")
    ] = 0.0,
    attitudes: Annotated[
        float, typer.Option("--attitudes", min=0, help='The same for beliefs and wishes ("mocked"); 2 drops them all.')
    ] = 0.5,
) -> None:
    """Who said what, through whom, when and how much: one line per article, in the order of the input.

    A run that was stopped goes on where it was when the same command is given again.

    Example: retold annotate articles.jsonl -o annotated.jsonl
    """
    from retold.pipeline.answers import article_of
    from retold.statements import Options

    lines = _Input(source)
    options = Options(threshold=threshold, attitudes=attitudes)
    with piping(), Journal(out) as journal, writing(out) as write, Bars() as bars:
        for done, row in enumerate(_annotated(lines.records(article_of), options, journal, workers), 1):
            write(row)
            bars("annotating", done, None)
    lines.close()


def _annotated(
    articles: Iterable[Article], options: Options, journal: Journal, workers: int
) -> Iterator[dict[str, Any]]:
    """A row for each article, in order: from the journal where it holds one, else worked out and kept there."""
    from retold.interfaces.annotated import annotation_json
    from retold.pipeline.fingerprints import annotation_key
    from retold.pipeline.workers import annotate_all
    from retold.statements import load_engine

    waiting: deque[tuple[str, Article | None]] = deque()

    def due() -> Iterator[Article]:
        for article in articles:
            key = annotation_key(article, f"{VERSION}|{options}|{article.id}")
            waiting.append((key, None if key in journal else article))
            if key not in journal:
                yield article

    for article, annotation in annotate_all(due(), partial(load_engine, options), workers):
        while waiting[0][1] is not article:
            yield journal.get(waiting.popleft()[0])
        row = annotation_json(article, annotation)
        journal.keep(waiting.popleft()[0], row)
        yield row
    while waiting:
        yield journal.get(waiting.popleft()[0])


def copies(source: InArgument, out: OutOption = None, workers: WorkersOption = 1) -> None:
    """Every pair of articles that shares copied text, with the stretches that they share.

    Example: retold copies articles.jsonl -o copies.jsonl
    """
    from retold.pipeline.answers import copy_text_of
    from retold.pipeline.copying import search_copies

    _whole(source, out, copy_text_of, lambda records, bars: search_copies(records, copy_json, workers, bars))


def lineage(source: InArgument, out: OutOption = None) -> None:
    """For each article its likeliest parent, an unseen common source ("common:…"), or null.

    Example: retold lineage articles.jsonl -o lineage.jsonl
    """
    from retold.pipeline.answers import copy_text_of
    from retold.stories.copies import find_copies
    from retold.stories.lineage import trace_lineage

    _whole(
        source,
        out,
        copy_text_of,
        lambda records, bars: map(descent_json, trace_lineage(records, find_copies(records))),
    )


def group(source: InArgument, out: OutOption = None) -> None:
    """Put articles into stories: one line {"id", "group"} per article.

    Example: retold group articles.jsonl -o groups.jsonl
    """
    from retold.pipeline.answers import article_of, group_articles
    from retold.stories.groups import GroupOptions

    def grouped(articles: list[Article], bars: Bars) -> Iterator[dict[str, Any]]:
        groups = group_articles(articles, GroupOptions())
        return ({"id": article.id, "group": groups[article.id]} for article in articles)

    _whole(source, out, article_of, grouped)


def ledger(source: InArgument, out: OutOption = None, rules: RulesOption = None, config: ConfigOption = None) -> None:
    """Claims, disputes and origins: in, one story a line with its "articles"; out, its ledger.

    Example: retold ledger stories.jsonl -o ledgers.jsonl
    """
    from retold.claims import LedgerOptions
    from retold.claims import to_json as ledger_json
    from retold.pipeline.answers import ledger_of
    from retold.statements import load_engine

    refused: list[Refusal] = []
    settings = chosen(config, None, rules)
    options = LedgerOptions(rules=settings.names, outlets=settings.outlets)
    with piping(), writing(out) as write, Bars() as bars:
        engine = load_engine()
        for done, item in enumerate(read_rows(source), 1):
            read = item if isinstance(item, Refusal) else story_of(*item)
            if isinstance(read, Refusal):
                refused.append(read)
            else:
                name, articles = read
                write(ledger_json(ledger_of(name, articles, engine, options)))
            bars("weighing claims", done, None)
    if tell_refusals(refused):
        raise typer.Exit(REFUSED)


def story_of(place: str, row: Mapping[str, Any]) -> tuple[str, list[Article]] | Refusal:
    """The story of a line of `retold ledger`, with its articles, or why it is none."""
    from retold.pipeline.answers import article_of

    name, rows = row.get("story"), row.get("articles")
    if not isinstance(name, str) or not isinstance(rows, list):
        return Refusal(place, "bad-line", 'it needs "story", a name, and "articles", a list')
    try:
        articles = [article_of(fields) for fields in rows if isinstance(fields, dict)]
    except ValueError as error:
        return Refusal(place, "bad-line", f"one of its articles is no article: {error}")
    if len({article.id for article in articles}) < len(rows):
        return Refusal(place, "duplicate-id", "its articles must be objects with ids that differ")
    return name, articles


def _whole(
    source: str,
    out: Path | None,
    make: Callable[[Mapping[str, Any]], T],
    engine: Callable[[list[T], Bars], Iterator[dict[str, Any]]],
) -> None:
    """A pipe that must see all records before it can answer."""
    lines = _Input(source)
    with piping(), writing(out) as write, Bars() as bars:
        records = []
        for record in lines.records(make):
            records.append(record)
            bars("reading", len(records), None)
        for row in engine(records, bars):
            write(row)
    lines.close()
