"""Bench `quantities`: the project's own sentences, half of them written before the code and kept from development.

It needs no data of others. A sentence is a JSON object `{"text", "quantities": [{"start", "end", "kind", "low", "high",
"unit", "approximate"}]}`, invented like everything that it tells.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from retold.benchmarks.records import DataFile, Figure, Measured
from retold.benchmarks.scoring.counting import Agreement, share
from retold.benchmarks.scoring.quantities import align, score
from retold.records.spans import Span
from retold.records.statements import Quantity, QuantityKind
from retold.statements.quantities import find_quantities

HALVES = ("heldout", "develop")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the quantities that it states."""

    text: str
    quantities: tuple[Quantity, ...]


def measure(_shared: Path) -> Measured:
    """Read every sentence."""
    figures: list[Figure] = []
    for half in HALVES:
        sentences = load(half)
        agreement = agreement_on(sentences)
        figures += [
            Figure(f"{half}: recall", agreement.recall),
            Figure(f"{half}: precision", agreement.precision),
            Figure(f"{half}: what is counted", nouns_right(sentences)),
        ]
    data = tuple(DataFile(name_of(half), hashlib.sha256(_bytes(half)).hexdigest()) for half in HALVES)
    notes = tuple(f"{half}: {len(load(half))} sentences" for half in HALVES)
    return Measured("quantities", data, tuple(figures), notes)


def name_of(half: str) -> str:
    """The file of one half, in the folder of this package."""
    return f"sentences/quantities-{half}.jsonl"


def _bytes(half: str) -> bytes:
    return files("retold.benchmarks").joinpath(name_of(half)).read_bytes()


def load(half: str) -> tuple[Sentence, ...]:
    """The sentences of one half."""
    rows = [json.loads(line) for line in _bytes(half).decode("utf-8").splitlines()]
    return tuple(Sentence(row["text"], tuple(map(_quantity, row["quantities"]))) for row in rows)


def _quantity(row: dict[str, Any]) -> Quantity:
    span, kind = Span(row["start"], row["end"]), QuantityKind(row["kind"])
    return Quantity(span, kind, row["low"], row["high"], row["unit"], row["approximate"])


def agreement_on(sentences: Sequence[Sentence]) -> Agreement:
    """How many quantities are found with their value."""
    return score((s.quantities, find_quantities(s.text)) for s in sentences)


def nouns_right(sentences: Sequence[Sentence]) -> float:
    """Of the counts found with their value, the share whose counted noun is right."""
    units = []
    for sentence in sentences:
        found = find_quantities(sentence.text)
        for i, j in align(sentence.quantities, found):
            if sentence.quantities[i].kind is QuantityKind.COUNT:
                units.append(sentence.quantities[i].unit == found[j].unit)
    return share(sum(units), len(units))
