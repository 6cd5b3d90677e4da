"""Outlets on the terminal: entries whole, and who publishes what is held."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from retold.interfaces.outlets import Held
from retold.interfaces.terminal.words import line, short
from retold.records.outlets import Outlet

# More entries than this are listed a line each.
_WHOLE = 5


def print_outlets(console: Console, found: Sequence[Outlet]) -> None:
    """Entries: whole where they are few, else a line each."""
    if len(found) > _WHOLE:
        for outlet in found:
            console.print(line((outlet.name, "bold"), f"  {_kind(outlet)}", (f"  {', '.join(outlet.domains)}", "dim")))
        return
    for outlet in found:
        console.print(line((outlet.name, "bold"), f"  {_kind(outlet)}"))
        since = f" (as of {outlet.as_of})" if outlet.as_of else ""
        for name, said in (
            ("also", ", ".join(outlet.aliases)),
            ("domains", ", ".join(outlet.domains)),
            ("owner", f"{outlet.owner}{since}" if outlet.owner else ""),
            ("source", outlet.source),
        ):
            if said:
                console.print(line((f"  {name:<8}", "dim"), said))


def print_held(console: Console, rows: Sequence[Held]) -> None:
    """Who publishes what is held, those that the registry does not know after the others."""
    known, unknown = [r for r in rows if r.outlet], [r for r in rows if not r.outlet]
    if known:
        table = Table(box=box.SIMPLE, pad_edge=False)
        for column in ("articles", "outlet", "kind", "owner"):
            table.add_column(column, justify="right" if column == "articles" else "left")
        for row in known:
            assert row.outlet is not None, "chosen so"
            table.add_row(str(row.articles), line((row.name, "bold")), _kind(row.outlet), line(row.outlet.owner))
        console.print(table)
    if unknown:
        console.print(line(("Not in the registry", "bold"), ("  (add them: retold outlets --stub)", "dim")))
        for row in unknown:
            hosts = f"  {', '.join(row.hosts)}" if row.hosts and row.hosts != (row.name,) else ""
            console.print(line(f"{row.articles:>5}  ", short(row.name, 60), (short(hosts, 60) and f"  {hosts}", "dim")))
    if not rows:
        console.print("No article held here says who published it.")


def _kind(outlet: Outlet) -> str:
    state = ", run by a state" if outlet.state else ""
    country = f", {outlet.country}" if outlet.country else ""
    return f"{outlet.kind}{country}{state}"
