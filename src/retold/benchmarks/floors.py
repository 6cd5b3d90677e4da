"""Pinned floors: what each bench once reached, on which data, and why a floor was ever lowered.

In: figures as measured, and the floors. Out: what is broken, in sentences; or the floors changed. Always holds: a
floor only goes up, unless somebody lowers it by name with a reason, which is kept in the log beside it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from retold.benchmarks.records import Figure, Measured

PINNED = Path(__file__).with_name("floors.json")
# What a floor lies under the figure that it was pinned at. Figures repeat exactly on one machine; another processor
# may round 8-bit products otherwise, and a hundredth is what a handful of answers among hundreds would move. It is a
# choice, not a measurement: only one kind of processor was at hand.
SLACK = 0.01


class FloorsError(Exception):
    """The floors cannot be read, or may not be changed like that; the message says why."""


@dataclass(frozen=True, slots=True)
class Lowering:
    """A line of the log: `before` or `after` is None where the figure was new or is measured no more."""

    date: str
    figure: str
    before: float | None
    after: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one bench, and the hash of each file that they were measured on."""

    data: Mapping[str, str] = field(default_factory=dict)
    floors: Mapping[str, float] = field(default_factory=dict)
    log: tuple[Lowering, ...] = ()


Pinned = Mapping[str, Floors]


def load_floors(path: Path = PINNED) -> Pinned:
    """The floors of every bench by its name; raises FloorsError when they cannot be read."""
    try:
        rows: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return {
            bench: Floors(row["data"], row["floors"], tuple(Lowering(**line) for line in row["log"]))
            for bench, row in rows.items()
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FloorsError(f"the floors in {path} cannot be read: {error}") from error


def save_floors(pinned: Pinned, path: Path = PINNED) -> None:
    """Write the floors, benches and figures in order of their names."""
    rows = {
        bench: {
            "data": dict(sorted(floors.data.items())),
            "floors": dict(sorted(floors.floors.items())),
            "log": [
                {"date": x.date, "figure": x.figure, "before": x.before, "after": x.after, "reason": x.reason}
                for x in floors.log
            ],
        }
        for bench, floors in sorted(pinned.items())
    }
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def broken(measured: Measured, floors: Floors) -> tuple[str, ...]:
    """One sentence for each thing that is not as pinned; none when the gate is passed."""
    found: list[str] = []
    given = {file.name: file.sha256 for file in measured.data}
    for name, sha256 in floors.data.items():
        if name not in given:
            found.append(f"{measured.bench}: it was not measured on {name}, on which its floors were pinned")
        elif given[name] != sha256:
            found.append(
                f"{measured.bench}: {name} is not the data that the floors were pinned on "
                f"(SHA-256 {given[name][:12]}…, pinned {sha256[:12]}…)"
            )
    values = {figure.name: figure.value for figure in measured.figures}
    for name, floor in floors.floors.items():
        if name not in values:
            found.append(f"{measured.bench}: {name} has a floor of {floor:.3f} and is measured no more")
        elif values[name] < floor:
            found.append(f"{measured.bench}: {name} is {values[name]:.4f}, under its floor of {floor:.3f}")
    return tuple(found)


def floor_for(figure: Figure) -> float:
    """The floor that a figure as measured would get: a little under it, to three places."""
    return max(0.0, math.floor((figure.value - SLACK) * 1000) / 1000)


def raise_floors(measured: Measured, floors: Floors) -> Floors:
    """Floors lifted to what was measured, and new ones for new figures; raises FloorsError if any floor is broken."""
    if wrong := broken(measured, floors):
        raise FloorsError(f"nothing was raised, for the floors as they are do not hold. {'; '.join(wrong)}")
    lifted = {f.name: max(floor_for(f), floors.floors.get(f.name, 0.0)) for f in measured.figures if f.gated}
    return replace(floors, data=_hashes(measured), floors={**floors.floors, **lifted})


def lower_floors(measured: Measured, floors: Floors, reason: str, date: str) -> Floors:
    """Floors set to what was measured wherever they are broken, each with a line in the log; the rest stay.

    Raises FloorsError without a reason or a date, and where nothing is broken.
    """
    if not reason.strip() or not date.strip():
        raise FloorsError("a floor is lowered only with a reason and a date")
    values = {figure.name: figure for figure in measured.figures}
    kept, log = dict(floors.floors), list(floors.log)
    for name, before in floors.floors.items():
        if name not in values:
            del kept[name]
            log.append(Lowering(date, name, before, None, reason))
        elif values[name].value < before:
            kept[name] = floor_for(values[name])
            log.append(Lowering(date, name, before, kept[name], reason))
    hashes = _hashes(measured)
    log += [
        Lowering(date, f"data: {name}", None, None, reason)
        for name in floors.data
        if hashes.get(name) != floors.data[name]
    ]
    if len(log) == len(floors.log):
        raise FloorsError("no floor is broken, so there is none to lower")
    return Floors(hashes, kept, tuple(log))


def _hashes(measured: Measured) -> dict[str, str]:
    return {file.name: file.sha256 for file in measured.data}
