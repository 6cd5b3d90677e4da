"""Bench `planted`: fictional stories with known truth, read by every engine. Needs no data; always the same stories.

The held bank's prose is kept from development, so that its figures are the ones to go by; those of the development
bank stand beside them to show what was learned by heart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from retold.benchmarks import planted_statements, planted_stories
from retold.benchmarks.planted_reading import read_planting
from retold.benchmarks.records import DataFile, Figure, Measured
from retold.planted import Bank, Planted, PlantOptions, plant
from retold.statements import load_engine

# As many as are read in about 20 seconds on a busy core, loading included.
SEEDS = {Bank.HELD: (101, 102, 103, 104), Bank.DEV: (101, 102)}


def measure(_shared: Path) -> Measured:
    """Plant, read and compare."""
    engine = load_engine()
    figures: list[Figure] = []
    data: list[DataFile] = []
    notes: list[str] = []
    for bank, seeds in SEEDS.items():
        plantings = [plant(seed, PlantOptions(bank=bank)) for seed in seeds]
        read = [read_planting(planted, engine) for planted in plantings]
        found = (*planted_statements.figures(read), *planted_stories.figures(read))
        figures += [Figure(f"{bank.value}: {f.name}", f.value, f.gated) for f in found]
        name = f"retold.planted, {bank.value} bank, seeds {seeds[0]} to {seeds[-1]}"
        data.append(DataFile(name, fingerprint_of(plantings)))
        articles = sum(len(planted.articles) for planted in plantings)
        notes.append(f"{bank.value}: {articles} articles of {sum(len(p.stories) for p in plantings)} stories")
    return Measured("planted", tuple(data), tuple(figures), tuple(notes))


def fingerprint_of(plantings: Sequence[Planted]) -> str:
    """The SHA-256 of all that was planted: articles and truth."""
    return hashlib.sha256(msgspec.json.encode(plantings, order="deterministic")).hexdigest()
