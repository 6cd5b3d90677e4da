"""`retold select`: for each claim the passage nearest to its origin, from the database or as a pipe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from retold.interfaces.cli.options import (
    DEFAULT_DATABASE,
    REFUSED,
    DatabaseOption,
    JsonOption,
    OutOption,
    err_console,
    fail,
    opened,
    out_console,
    tell_refusals,
)
from retold.interfaces.cli.pipes import piping, story_of
from retold.interfaces.library import Library, UnknownIdError
from retold.interfaces.selecting import Context, selected
from retold.interfaces.streams import read_rows, writing
from retold.interfaces.terminal.words import line, short
from retold.records.documents import Refusal

Json = dict[str, Any]


def select(
    source: Annotated[
        str | None,
        typer.Argument(metavar="[IN]", help='Stories as for `retold ledger`, or "-"; without it, the database.'),
    ] = None,
    one_per_origin: Annotated[
        bool, typer.Option("--one-per-origin", help="One passage for each origin of a claim, not one for each claim.")
    ] = False,
    story: Annotated[
        str | None, typer.Option("--story", metavar="STORY", help="This story of the database only.")
    ] = None,
    context: Annotated[
        Context, typer.Option("--context", help="What is given around the words of the claim.")
    ] = Context.PARAGRAPH,
    out: OutOption = None,
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
) -> None:
    """For each claim the passage nearest to its origin: what to feed to a search index or a language model.

    Twelve articles that copy one report give one passage. With IN it is a pipe, as `retold ledger`; else it reads
    the database. --out and --json write JSON Lines, or Parquet by the file's name.

    Example: retold select --one-per-origin -o passages.jsonl
    """
    refused: list[Refusal] = []
    rows = (
        _from_pipe(source, context, one_per_origin, refused)
        if source
        else _from_store(db, story, context, one_per_origin)
    )
    with piping():
        if source or out or json_:
            with writing(out) as write:
                for row in rows:
                    write(row)
        else:
            _show(list(rows))
    if tell_refusals(refused):
        raise typer.Exit(REFUSED)


def _from_store(db: Path, story: str | None, context: Context, every: bool) -> Iterator[Json]:
    with opened(db) as store:
        library = Library(store)
        try:
            for asked in [story] if story else [row.id for row in library.listed]:
                reading = library.reading(asked)
                yield from selected(reading.ledger, library.accounts(reading), context, every_origin=every)
        except UnknownIdError as error:
            fail(str(error))


def _from_pipe(source: str, context: Context, every: bool, refused: list[Refusal]) -> Iterator[Json]:
    # Imported here: the engines take seconds to load, which --help need not wait for.
    from retold.pipeline.answers import accounts_of, ledger_over
    from retold.statements import load_engine

    engine = load_engine()
    for item in read_rows(source):
        read = item if isinstance(item, Refusal) else story_of(*item)
        if isinstance(read, Refusal):
            refused.append(read)
            continue
        name, articles = read
        accounts = accounts_of(articles, engine)
        yield from selected(ledger_over(name, accounts), accounts, context, every_origin=every)


def _show(rows: list[Json]) -> None:
    console = out_console()
    if not rows:
        err_console().print("No claims: read some articles with: retold read PATH")
    for row in rows:
        origin = row["origin"] or "nobody named"
        where = f"  {row['article']} [{row['start']}:{row['end']}]"
        told = f"  {row['outlet'] or row['article']} {(row['published'] or '')[:10]}"
        console.print(
            line(
                (origin, "bold"),
                (f" ({row['origin_kind']})" if row["origin_kind"] else "", "dim"),
                told,
                (where, "dim"),
            )
        )
        console.print(line("    ", short(row["context"], console.width * 2)))
