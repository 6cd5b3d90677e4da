"""`retold add`: take in, and read later."""

from __future__ import annotations

import json
from collections import Counter

import typer

from retold.ingest.options import LARGEST_ARTICLE
from retold.interfaces.cli.options import (
    DEFAULT_DATABASE,
    REFUSED,
    DatabaseOption,
    JsonOption,
    KindOption,
    MapOption,
    MaxBytesOption,
    SourcesArgument,
    err_console,
    ingest_options,
    opened,
    stoppable,
    tally,
    tell_notice,
    tell_refusals,
)
from retold.interfaces.cli.progress import Bars
from retold.interfaces.cli.web import WebChoices, fetches, world
from retold.interfaces.views_json import plain_json
from retold.records.documents import Notice, Refusal


@fetches
def add(
    paths: SourcesArgument,
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
    kind: KindOption = None,
    mapping: MapOption = "",
    max_bytes: MaxBytesOption = LARGEST_ARTICLE,
    *,
    web: WebChoices,
) -> None:
    """Take articles in and keep their raw bytes as evidence; read them later, with any further `retold read`.

    Running it again adds nothing twice; a run that was stopped, or killed, goes on where it was.

    Example: retold add articles/ crawl.warc.gz https://example.org/feed.xml
    """
    # Imported here: the engines take seconds to load, which --help need not wait for.
    from retold.pipeline.intake import take_in

    options = ingest_options(kind, mapping, max_bytes)
    counts: Counter[str] = Counter()
    refused: list[Refusal] = []
    with opened(db, create=True) as store, stoppable(), Bars() as bars, world(store, web) as outside:
        for outcome in take_in(paths, store, options, bars, outside):
            if isinstance(outcome, Refusal):
                counts["refused"] += 1
                refused += [outcome] if json_ else []
                tell_refusals([outcome])
            elif isinstance(outcome, Notice):
                tell_notice(outcome)
            else:
                counts[outcome.fate.value] += 1
        head = store.head()
    told = {fate: counts[fate] for fate in ("added", "changed", "unchanged", "refused")}
    if json_:
        answer = {**told, "refused": [plain_json(refusal) for refusal in refused], "head": head.hash if head else None}
        typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        err_console().print(f"[dim]{tally(**told)} Kept in {db}.[/]", soft_wrap=True)
        if head:
            err_console().print(f"[dim]Head of the log: {head.hash}[/]", soft_wrap=True)
    raise typer.Exit(REFUSED if counts["refused"] else 0)
