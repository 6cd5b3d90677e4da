"""`retold read` and `retold demo`: the main job."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from retold.ingest.options import LARGEST_ARTICLE
from retold.interfaces.cli.options import (
    DEFAULT_DATABASE,
    REFUSED,
    USAGE,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    KindOption,
    MapOption,
    MaxBytesOption,
    RulesOption,
    SourcesArgument,
    WorkersOption,
    chosen,
    err_console,
    fail,
    ingest_options,
    opened,
    out_console,
    stoppable,
    tally,
    tell_notice,
    tell_refusals,
)
from retold.interfaces.cli.progress import Bars
from retold.interfaces.cli.web import WebChoices, fetches, world
from retold.interfaces.library import Library
from retold.interfaces.page.report import write_report
from retold.interfaces.settings import Settings
from retold.interfaces.terminal.digest import print_digest
from retold.interfaces.views_json import run_json
from retold.planted.example import example_paths

if TYPE_CHECKING:
    from retold.pipeline.reading import ReadOptions, RunSummary

ReportOption = Annotated[
    Path | None, typer.Option("--report", help="Also write one self-contained HTML page.", metavar="OUT.html")
]

# A machine's other half stays free for the person who sits at it.
_MOST_WORKERS = 4
_OWN_SHARE = max(1, min(_MOST_WORKERS, (os.cpu_count() or 1) // 2))


@dataclass(frozen=True, slots=True)
class _Job:
    """What is read, and where what comes of it goes."""

    paths: Sequence[str]
    db: Path
    report: Path | None
    as_json: bool
    web: WebChoices


@fetches
def read(
    paths: SourcesArgument,
    db: DatabaseOption = DEFAULT_DATABASE,
    report: ReportOption = None,
    json_: JsonOption = False,
    workers: WorkersOption = _OWN_SHARE,
    kind: KindOption = None,
    mapping: MapOption = "",
    max_bytes: MaxBytesOption = LARGEST_ARTICLE,
    rules: RulesOption = None,
    config: ConfigOption = None,
    *,
    web: WebChoices,
) -> None:
    """Read articles: group them into stories, and tell who said what, through whom, from how many origins.

    Running it again changes nothing; a new article updates only the stories that it touches.

    Addresses are fetched, and what feeds and lists name is followed; --offline fetches nothing.

    Example: retold read articles/ https://example.org/feed.xml --report report.html
    """
    from retold.pipeline.reading import ReadOptions

    settings = chosen(config, db, rules)
    ingest = ingest_options(kind, mapping, max_bytes)
    options = ReadOptions(workers=workers, ingest=ingest, outlets=settings.outlets)
    raise typer.Exit(_run(_Job(paths, db, report, json_, web), options, settings))


def demo(
    db: DatabaseOption = Path("retold-demo.db"),
    report: ReportOption = Path("retold-demo.html"),
    json_: JsonOption = False,
) -> None:
    """Run the main job on the bundled example: a story of fictional towns, told by eight fictional outlets.

    Example: retold demo
    """
    from retold.pipeline.reading import ReadOptions

    job = _Job([str(path) for path in example_paths()], db, report, json_, WebChoices(offline=True))
    status = _run(job, ReadOptions(), Settings())
    if not json_:
        err_console().print(f"[dim]Look closer with, say:[/] retold story 1 --db {db}")
    raise typer.Exit(status)


def _run(job: _Job, options: ReadOptions, settings: Settings) -> int:
    """Run the job, show what came of it, and give the exit status."""
    # Imported here: the engines take seconds to load, which --help and the reading commands need not wait for.
    from retold.pipeline.reading import read as run

    db, report = job.db, job.report
    if report is not None and not report.absolute().parent.is_dir():
        fail(f"the folder of {report} does not exist; create it first", USAGE)
    with opened(db, create=True) as store:
        with stoppable(), Bars() as bars, world(store, job.web) as outside:
            summary = run(job.paths, store, options, bars, outside)
        library = Library(store, settings)
        if job.as_json:
            typer.echo(json.dumps(run_json(summary, library), ensure_ascii=False, indent=2))
        else:
            print_digest(out_console(), library)
        if report is not None:
            _write(report, library)
    for notice in summary.intake.notices:
        tell_notice(notice)
    tell_refusals(summary.intake.refused)
    _close(summary, db, report, quiet=job.as_json)
    return REFUSED if summary.intake.refused else 0


def _write(report: Path, library: Library) -> None:
    try:
        write_report(report, library)
    except OSError as error:
        fail(f"{report} cannot be written: {error.strerror}")


def _close(summary: RunSummary, db: Path, report: Path | None, *, quiet: bool) -> None:
    """Say what changed and where it is kept."""
    if quiet:
        return
    intake = summary.intake
    counts = (len(intake.added), len(intake.changed), len(intake.unchanged), len(intake.refused))
    kept = f"Kept in {db}" + (f", page in {report}" if report else "")
    err_console().print(f"[dim]{tally(*counts)} {kept}.[/]")
