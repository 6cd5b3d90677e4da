"""`retold check`: a reporter's draft, held against the archive before it is published."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from retold.ingest import IngestOptions, read_draft
from retold.interfaces.cli.options import (
    DEFAULT_DATABASE,
    USAGE,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    RulesOption,
    chosen,
    fail,
    opened,
    out_console,
)
from retold.interfaces.library import Library
from retold.records.documents import Metadata, Refusal

if TYPE_CHECKING:
    from retold.interfaces.drafts import DraftView

LOOK = 1
STDIN = "-"


def check(
    draft: Annotated[
        str,
        typer.Argument(metavar="DRAFT", help='Your draft: text, Markdown or HTML; "-" reads it from standard input.'),
    ],
    db: DatabaseOption = DEFAULT_DATABASE,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Also write one self-contained page.")
    ] = None,
    json_: JsonOption = False,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="When it will appear: what “on Tuesday” is counted from."),
    ] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who will publish it.")] = None,
    rules: RulesOption = None,
    config: ConfigOption = None,
    stories: Annotated[int, typer.Option("--stories", min=1, help="Hold it against at most so many stories.")] = 5,
) -> None:
    """Hold your own draft against the archive, before you publish it.

    For each claim in it: who in the archive says so, through whom, from how many origins; which numbers and dates
    differ, side by side; who disputes it; what the desks' rules say of its sourcing. The draft itself is not kept.

    Exit status: 0 nothing to look at, 1 something to look at, 2 it could not be checked.

    Example: retold check draft.txt --published 2026-03-04
    """
    # Imported here: the engines take seconds to load, which --help need not wait for.
    from retold.claims import LedgerOptions
    from retold.interfaces.drafts import draft_view
    from retold.interfaces.drafts_json import draft_json
    from retold.interfaces.terminal.draft import print_draft
    from retold.pipeline.checking import CheckOptions
    from retold.pipeline.checking import check as run
    from retold.statements import load_engine

    settings = chosen(config, db, rules)
    content = sys.stdin.buffer.read(IngestOptions().largest + 1) if draft == STDIN else None
    capture = read_draft(draft, IngestOptions(), content)
    if isinstance(capture, Refusal):
        fail(f"{capture.subject}: {capture.reason}", USAGE)
    with opened(db, status=USAGE) as store:
        library = Library(store, settings)
        options = CheckOptions(stories=stories, ledger=LedgerOptions(rules=settings.names, outlets=settings.outlets))
        stated = Metadata(published=published, outlet=outlet)
        report = run(capture, stated, store, partial(load_engine), options)
        if isinstance(report, Refusal):
            fail(f"{report.subject}: {report.reason}", USAGE)
        view = draft_view(report, capture.name, library)
        if json_:
            typer.echo(json.dumps(draft_json(view), ensure_ascii=False, indent=2))
        else:
            print_draft(out_console(), view)
        if html is not None:
            _write(html, view, library)
    raise typer.Exit(LOOK if view.is_looked_at else 0)


def _write(path: Path, view: DraftView, library: Library) -> None:
    from retold.interfaces.page.draft import render_draft
    from retold.interfaces.page.report import write_page

    try:
        write_page(path, render_draft(view, library))
    except OSError as error:
        fail(f"{path} cannot be written: {error.strerror}", USAGE)
