"""`retold outlets`: who publishes, by whom they are owned, and which of what is held is by whom."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from retold.interfaces.cli.options import (
    DEFAULT_DATABASE,
    REFUSED,
    USAGE,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    chosen,
    fail,
    opened,
    out_console,
)
from retold.interfaces.outlets import find_outlets, held_json, held_outlets, outlet_json, stub
from retold.interfaces.terminal.outlets import print_held, print_outlets


def outlets(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="A name, alias, domain or address; or a part of a name, owner or kind."),
    ] = None,
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
    all_: Annotated[bool, typer.Option("--all", help="List the whole registry, held or not.")] = False,
    stub_: Annotated[bool, typer.Option("--stub", help="TOML for those that are held but not known.")] = False,
    config: ConfigOption = None,
) -> None:
    """Tell who publishes the articles that are held, and look outlets up: kind, owner, domains, aliases, source.

    Your own entries go into a TOML file that `retold.toml` beside the database names; --stub begins one.

    Example: retold outlets Reuters

    Example: retold outlets --stub > outlets.toml
    """
    if sum((name is not None, all_, stub_)) > 1:
        fail("either a NAME, --all or --stub", USAGE)
    registry = chosen(config, db, None).outlets
    if name is None and not all_:
        with opened(db) as store:
            rows = held_outlets(store.articles(), registry)
        if stub_:
            typer.echo(stub(rows, registry), nl=False)
        elif json_:
            typer.echo(json.dumps([held_json(row) for row in rows], ensure_ascii=False, indent=2))
        else:
            print_held(out_console(), rows)
        return
    found = registry.outlets if name is None else find_outlets(name, registry)
    if json_:
        typer.echo(json.dumps([outlet_json(outlet) for outlet in found], ensure_ascii=False, indent=2))
    else:
        print_outlets(out_console(), found)
    if not found:
        fail(f"no outlet {name!r} is known; your own go into a file that retold.toml names", REFUSED)
