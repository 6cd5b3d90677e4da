"""`retold rules`: the desks' rules, what each asks for, where it is published, and whether it speaks here."""

from __future__ import annotations

import json

import typer
from rich import box
from rich.table import Table

from retold.interfaces.cli.options import (
    DEFAULT_DATABASE,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    RulesOption,
    chosen,
    out_console,
)
from retold.interfaces.terminal.words import line


def rules(
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
    changes: RulesOption = None,
    config: ConfigOption = None,
) -> None:
    """List the desks' rules with their sources, and which of them speak.

    Which speak is decided once, in `retold.toml` beside the database, or for one command with --rules.

    Example: retold rules --rules -bbc-single-source
    """
    from retold.claims.rules import RULE_TABLE

    on = chosen(config, db, changes).names
    if json_:
        rows = [
            {"rule": name, "on": name in on, "kind": rule.kind.value, "asks": rule.asks, "source": rule.source}
            for name, rule in RULE_TABLE.items()
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    table = Table(box=box.SIMPLE, pad_edge=False)
    for column in ("", "rule", "asks"):
        table.add_column(column, no_wrap=column != "asks")
    for name, rule in RULE_TABLE.items():
        speaks = ("on", "green") if name in on else ("off", "dim")
        table.add_row(line(speaks), line((name, "bold")), line(rule.asks, (f"  {rule.source}", "dim")))
    out_console().print(table)
