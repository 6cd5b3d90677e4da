"""The commands in one place: what `retold --help` shows, in the order in which a newcomer needs them."""

from __future__ import annotations

from typing import Annotated

import typer

from retold.interfaces.cli import (
    adding,
    bench,
    captures,
    custody,
    drafts,
    judging,
    lookups,
    outlets,
    pipes,
    rules,
    runs,
    selecting,
    watching,
    wordings,
)
from retold.interfaces.cli.options import quiet_broken_pipe
from retold.version import VERSION

app = typer.Typer(
    name="retold",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads how news is told and retold: who said it, through whom, from how many independent origins.",
)

_START, _LOOK, _JUDGE, _EVIDENCE = "Start here", "Look closer", "Judge", "Evidence"
_PIPES = "Pipes: JSON Lines in and out, no database"

app.command(rich_help_panel=_START)(runs.read)
app.command(rich_help_panel=_START)(adding.add)
app.command(rich_help_panel=_START)(watching.watch)
app.command(rich_help_panel=_START)(runs.demo)
app.command(rich_help_panel=_START)(drafts.check)
app.command(rich_help_panel=_LOOK)(lookups.stories)
app.command(rich_help_panel=_LOOK)(lookups.story)
app.command(rich_help_panel=_LOOK)(lookups.claims)
app.command(rich_help_panel=_LOOK)(lookups.claim)
app.command(rich_help_panel=_LOOK)(lookups.disputes)
app.command(rich_help_panel=_LOOK)(lookups.who)
app.command(rich_help_panel=_LOOK)(lookups.timeline)
app.command(rich_help_panel=_LOOK)(lookups.search)
app.command(rich_help_panel=_LOOK)(lookups.collate)
app.command(rich_help_panel=_LOOK)(wordings.wordings)
app.add_typer(judging.judge_app, rich_help_panel=_JUDGE)
app.command(rich_help_panel=_JUDGE)(judging.judgements)
app.command(rich_help_panel=_EVIDENCE)(custody.verify)
app.add_typer(captures.app, name="capture", rich_help_panel=_EVIDENCE)
app.command(rich_help_panel=_EVIDENCE)(lookups.versions)
app.command(rich_help_panel=_LOOK)(rules.rules)
app.command(rich_help_panel=_LOOK)(outlets.outlets)
app.command(rich_help_panel=_PIPES)(pipes.annotate)
app.command(rich_help_panel=_PIPES)(pipes.copies)
app.command(rich_help_panel=_PIPES)(pipes.lineage)
app.command(rich_help_panel=_PIPES)(pipes.group)
app.command(rich_help_panel=_PIPES)(pipes.ledger)
app.command(rich_help_panel=_PIPES)(selecting.select)
app.command(rich_help_panel="Quality gate")(bench.bench)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"retold {VERSION}")
        raise typer.Exit


@app.callback()
def retold(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Nothing runs before the command itself."""


def main() -> None:
    """Run the command line."""
    try:
        app()
    except BrokenPipeError:
        quiet_broken_pipe()
