"""`retold verify`: whether everything is as it was taken in."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any

import typer
from rich.markup import escape

from retold.interfaces.cli.options import (
    DEFAULT_DATABASE,
    REFUSED,
    USAGE,
    DatabaseOption,
    JsonOption,
    err_console,
    fail,
    opened,
    out_console,
    stoppable,
)
from retold.interfaces.cli.progress import Bars
from retold.interfaces.views_json import plain_json

HeadOption = Annotated[
    str | None, typer.Option("--head", metavar="HASH", help="A hash that you kept: its row must still be in the log.")
]
QuickOption = Annotated[
    bool,
    typer.Option("--quick", help="Check digests and the log alone; extract no article anew."),
]


def verify(
    db: DatabaseOption = DEFAULT_DATABASE,
    head: HeadOption = None,
    quick: QuickOption = False,
    json_: JsonOption = False,
) -> None:
    """Hash everything again: tell what was altered, is missing, or was put in past the log of custody.

    Keep the hash that it prints elsewhere; given back with --head, it proves that nothing was cut off the log.

    Example: retold verify --head 5f0c…
    """
    from retold.pipeline.verifying import Checks, Verification
    from retold.pipeline.verifying import verify as run

    if head is not None and not re.fullmatch(r"[0-9a-f]{64}", head.strip().lower()):
        fail("--head takes the whole hash, 64 hexadecimal digits", USAGE)
    checks = Checks(derive=not quick, head=head.strip().lower() if head else None)
    seen = Verification()
    found = []
    with opened(db) as store, stoppable(), Bars() as bars:
        for finding in run(store, checks, seen, bars):
            found.append(finding)
            if not json_:
                said = f"[red]{escape(finding.subject)}[/]: {escape(finding.reason)} [dim]({finding.code})[/]"
                err_console().print(said, soft_wrap=True)
    if json_:
        answer: dict[str, Any] = {**plain_json(seen), "findings": [plain_json(finding) for finding in found]}
        typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        console = out_console()
        verdict = f"[red]{len(found)} found[/]" if found else "[green]All as it was taken in[/]"
        console.print(
            f"{verdict}: {seen.rows:,} rows of the log, {seen.captures:,} captures ({seen.size:,} bytes), "
            f"{seen.articles:,} articles.",
            soft_wrap=True,
        )
        if seen.outdated:
            console.print(
                f"{seen.outdated:,} articles were made by an earlier version of the extraction, and this one would "
                "make them otherwise; read them again into a new database to renew them.",
                soft_wrap=True,
            )
        if seen.head:
            console.print(f"Head of the log: {seen.head}", soft_wrap=True)
    raise typer.Exit(REFUSED if found else 0)
