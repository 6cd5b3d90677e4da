"""`retold capture`: list what is kept as evidence, show one capture, write captures as a web archive."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from retold.interfaces.archives.records import Held, Making
from retold.interfaces.archives.writing import export, is_named
from retold.interfaces.cli.options import (
    DEFAULT_DATABASE,
    USAGE,
    DatabaseOption,
    JsonOption,
    err_console,
    fail,
    now,
    opened,
    out_console,
)
from retold.interfaces.library import Library, UnknownIdError
from retold.interfaces.terminal.words import plain
from retold.interfaces.views_json import plain_json
from retold.records.custody import Custody, Entry
from retold.store.contract import Store
from retold.version import VERSION

Row = tuple[Entry, Custody]
Wanted = Callable[[Entry, Custody], bool]

app = typer.Typer(
    no_args_is_help=True,
    help="The evidence: list captures, show one, write them as a web archive.\n\n"
    "Example: retold capture export all -o evidence.wacz",
)

ALL = "all"
SHORTEST_DIGEST = 6
FORMATS = (".warc", ".warc.gz", ".wacz")


def _rows(store: Store, wanted: Wanted) -> Iterator[Row]:
    for entry, custody in store.log():
        if custody is None:
            fail(f"row {entry.sequence} of the log cannot be read; look with: retold verify")
        if wanted(entry, custody):
            yield entry, custody


@app.command("list")
def list_(
    what: Annotated[str, typer.Argument(metavar="STORY | URL | all", help="Which captures.")] = ALL,
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
) -> None:
    """List captures in the order in which they were taken in.

    Example: retold capture list
    """
    with opened(db) as store:
        for entry, custody in _rows(store, _chosen(store, what)):
            if json_:
                typer.echo(json.dumps(_row_json(entry, custody), ensure_ascii=False))
            else:
                said = f"{entry.capture[:12]}  {custody.receipt.captured or 'time unknown':20}  {custody.receipt.how:8}"
                out_console().print(f"{entry.sequence:>6}  {said}  {escape(plain(custody.address))}", soft_wrap=True)


@app.command()
def show(
    identity: Annotated[str, typer.Argument(metavar="ID", help="A digest, the start of it, or an article's id.")],
    db: DatabaseOption = DEFAULT_DATABASE,
    raw: Annotated[bool, typer.Option("--raw", help="The bytes as they were received.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Where to write the bytes; standard output when left out.")
    ] = None,
    json_: JsonOption = False,
) -> None:
    """Show what is known of one capture, or give its bytes.

    Example: retold capture show 5f0c21 --raw -o page.html
    """
    with opened(db) as store:
        rows = list(_rows(store, lambda entry, custody: _is_called(entry, custody, identity)))
        if len({entry.capture for entry, _ in rows}) != 1:
            found = f"{identity!r} is the start of several digests" if rows else f"no capture {identity!r} here"
            fail(f"{found}; list them with: retold capture list")
        if raw:
            _give(store, rows[-1][0], out)
        elif json_:
            typer.echo(json.dumps([_row_json(*row) for row in rows], ensure_ascii=False, indent=2))
        else:
            for row in rows:
                _tell(*row)


def _give(store: Store, entry: Entry, out: Path | None) -> None:
    content = store.capture(entry.capture)
    if content is None:
        fail("its bytes are gone; look with: retold verify")
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        fail(f"{out} cannot be written: {error.strerror}")


def _tell(entry: Entry, custody: Custody) -> None:
    receipt, console = custody.receipt, out_console()
    by = "by its source" if receipt.dated else "by the clock at intake"
    said = {
        "digest": entry.capture,
        "address": custody.address,
        "answered by": receipt.answered,
        "carried in": receipt.within,
        "came as": f"{receipt.how.value}, {custody.media_type}",
        "captured": f"{receipt.captured} ({by})" if receipt.captured else None,
        "status": str(receipt.status) if receipt.status else None,
        "article": custody.article,
        "taken in": f"{entry.time or 'time unknown'}, {custody.tool or 'before there was a log'}",
        "log": f"row {entry.sequence}, {entry.hash}",
    }
    for name, value in said.items():
        if value:
            console.print(f"[dim]{name:>12}[/]  {escape(plain(value))}", soft_wrap=True)
    for name, value in receipt.headers:
        console.print(f"[dim]{'header':>12}[/]  {escape(plain(f'{name}: {value}'))}", soft_wrap=True)
    console.print()


@app.command("export")
def export_(
    what: Annotated[str, typer.Argument(metavar="STORY | URL | all", help="Which captures.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT.warc.gz | OUT.wacz", help="The archive to write.")],
    db: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Write captures as a web archive, each with its row of the log.

    Example: retold capture export 1 -o story.wacz
    """
    if not out.name.endswith(FORMATS):
        fail(f"{out} should end in {', '.join(FORMATS)}", USAGE)
    if not out.absolute().parent.is_dir():
        fail(f"the folder of {out} does not exist; create it first", USAGE)
    with opened(db) as store:
        captures = _held(store, what)
        try:
            written = export(captures, out, Making(now(), f"retold {VERSION}"))
        except OSError as error:
            fail(f"{out} cannot be written: {error.strerror}")
    err_console().print(f"[dim]{written} captures written to {out}.[/]", soft_wrap=True)


def _held(store: Store, what: str) -> Iterator[Held]:
    """The chosen captures with their bytes; ends the command where there are none, before anything is written."""
    wanted = _chosen(store, what)
    if next(_rows(store, wanted), None) is None:
        fail(f"there is nothing of {what!r} to write; list what there is with: retold capture list")

    def run() -> Iterator[Held]:
        for entry, custody in _rows(store, wanted):
            content = store.capture(entry.capture)
            if content is None:
                fail(f"the bytes of row {entry.sequence} are gone; look with: retold verify")
            yield Held(entry, custody, content)

    return run()


def _chosen(store: Store, what: str) -> Wanted:
    """Which rows a person means: all, those of an address, of a capture or article, or of a story's articles."""
    if what == ALL:
        return lambda entry, custody: True
    if "://" in what or any(held.address == what for held in store.held([what], [])):
        return lambda entry, custody: is_named(custody, what)
    try:
        reading = Library(store).reading(what)
    except UnknownIdError as error:
        if next(_rows(store, lambda entry, custody: _is_called(entry, custody, what)), None) is not None:
            return lambda entry, custody: _is_called(entry, custody, what)
        fail(str(error))
    articles = {passage.article for passage in reading.passages}
    return lambda entry, custody: custody.article in articles


def _is_called(entry: Entry, custody: Custody, identity: str) -> bool:
    return custody.article == identity or (
        len(identity) >= SHORTEST_DIGEST and entry.capture.startswith(identity.lower())
    )


def _row_json(entry: Entry, custody: Custody) -> dict[str, Any]:
    row = plain_json(entry)
    assert isinstance(row, dict)
    row.pop("record")
    return {**row, "custody": plain_json(custody)}
