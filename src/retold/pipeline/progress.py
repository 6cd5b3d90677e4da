"""How a run tells what it is doing, without knowing who listens."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """A listener: called at the start of a stage, after each piece of work, and never from another thread."""

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """`done` of `total` pieces of `stage` are through; total is None where it cannot be known."""
        ...


def silent(stage: str, done: int, total: int | None) -> None:
    """Listen to nothing."""
