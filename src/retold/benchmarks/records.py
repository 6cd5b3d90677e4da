"""What a bench gives: figures, and the data that they were measured on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that was measured on, by its path under the folder of the corpora, and its SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure, 0 to 1 and better when higher; a figure that is not `gated` is only told and has no floor."""

    name: str
    value: float
    gated: bool = True


@dataclass(frozen=True, slots=True)
class Measured:
    """What one bench found. `notes` say what the figures were measured over, in the order of telling."""

    bench: str
    data: tuple[DataFile, ...]
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()
