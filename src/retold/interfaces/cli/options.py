"""Options that several commands share, and how a command ends when something is wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.markup import escape

from retold.ingest.columns import read_mapping
from retold.ingest.kinds import Kind
from retold.ingest.options import IngestOptions
from retold.interfaces.settings import Settings, SettingsError, change_rules, load_settings
from retold.interfaces.terminal.words import plain
from retold.records.documents import Notice, Refusal
from retold.store.contract import Store, StoreError

REFUSED = 1
USAGE = 2
# 128 + SIGINT, as shells have it.
INTERRUPTED = 130

DatabaseOption = Annotated[
    Path, typer.Option("--db", envvar="RETOLD_DB", help="The database file.", metavar="FILE", show_default=True)
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON instead of text, for programs.")]
WorkersOption = Annotated[
    int, typer.Option("--workers", "-j", min=1, help="Processes that read at once. The answer is the same for any.")
]
SourcesArgument = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, patterns, addresses of the web, or - for standard input: text, HTML, feeds, OPML, "
        "sitemaps, lists of addresses, JSON Lines, CSV, Parquet, WARC, WACZ."
    ),
]
KindOption = Annotated[
    Kind | None,
    typer.Option("--as", help="What the sources are, where names and first bytes do not tell.", metavar="KIND"),
]
MapOption = Annotated[
    str,
    typer.Option("--map", help="Which column is which field: text=body,title=headline.", metavar="FIELD=COLUMN,…"),
]
MaxBytesOption = Annotated[int, typer.Option("--max-bytes", min=1, help="Larger articles are refused.")]
OutOption = Annotated[
    Path | None, typer.Option("--out", "-o", help="Where to write; standard output when left out.", metavar="OUT")
]

RulesOption = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="±NAME", help="+name, -name, all or none; `retold rules` lists the names."),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Settings; by default retold.toml beside the database."),
]

DEFAULT_DATABASE = Path("retold.db")


def ingest_options(kind: Kind | None, mapping: str, largest: int) -> IngestOptions:
    """What a person says of the sources, as one object; a mapping that cannot be read ends the command."""
    try:
        return IngestOptions(largest=largest, kind=kind, columns=read_mapping(mapping) if mapping else ())
    except ValueError as error:
        fail(f"--map: {error}", USAGE)


def now() -> str:
    """The system's time, in UTC: what intake and judgements are told for a clock."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def out_console() -> Console:
    """Where results go: standard output. Text from articles is never taken for markup."""
    return Console(highlight=False, markup=True, soft_wrap=False)


def err_console() -> Console:
    """Where progress, refusals and errors go: standard error."""
    return Console(stderr=True, highlight=False)


def fail(message: str, status: int = REFUSED) -> NoReturn:
    """End the command with one line on standard error."""
    err_console().print(f"[bold red]retold:[/] {escape(message)}", soft_wrap=True)
    raise typer.Exit(status)


def tell_refusals(refusals: Iterable[Refusal]) -> int:
    """One line per refusal on standard error; their number."""
    console, told = err_console(), 0
    for refusal in refusals:
        subject, reason = escape(plain(refusal.subject)), escape(plain(refusal.reason))
        line = f"[yellow]refused[/] {subject}: {reason} [dim]({refusal.code})[/]"
        console.print(line, soft_wrap=True)
        told += 1
    return told


def tell_notice(notice: Notice) -> None:
    """One line on standard error about something that was read all the same."""
    err_console().print(f"[cyan]note[/] {escape(plain(notice.subject))}: {escape(plain(notice.text))}", soft_wrap=True)


def tally(added: int, changed: int, unchanged: int, refused: int) -> str:
    """What became of what was taken in, as one sentence."""
    named = ((added, "new"), (changed, "changed"), (unchanged, "already held"), (refused, "refused"))
    return f"Articles: {', '.join(f'{count} {word}' for count, word in named if count) or 'none'}."


@contextmanager
def opened(path: Path, *, create: bool = False, status: int = REFUSED) -> Iterator[Store]:
    """The store at `path` for the length of the block; a failing store ends the command in one line, with `status`."""
    # Imported here: the database's driver takes a second to load, which --help need not wait for.
    from retold.store.database import open_store

    try:
        store = open_store(path, create=create)
    except StoreError as error:
        fail(str(error), status)
    try:
        yield store
    except StoreError as error:
        fail(str(error), status)
    finally:
        store.close()


def chosen(config: Path | None, database: Path | None, rules: Sequence[str] | None) -> Settings:
    """The settings of a file with the changes of the command line; a mistake in either ends the command."""
    try:
        return change_rules(load_settings(config, database), rules or ())
    except SettingsError as error:
        fail(str(error), USAGE)


@contextmanager
def stoppable() -> Iterator[None]:
    """Let a person stop the block: one line says that nothing is lost."""
    try:
        yield
    except KeyboardInterrupt:
        fail("stopped; the same command, given again, goes on where it was", INTERRUPTED)


def quiet_broken_pipe() -> None:
    """End without a traceback when the reader of our output has gone away (`retold stories | head`)."""
    # Python flushes standard output once more at exit; it must find somewhere to write to.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(1)
