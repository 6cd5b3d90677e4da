"""Fictional stories with known facts, speakers, relays, copying and edits, written out as articles.

`plant` grows them from a seed; `write_out` writes them as files; `example_paths` gives the bundled example.
"""

from __future__ import annotations

from retold.planted.example import example_paths
from retold.planted.output import write_out
from retold.planted.planting import plant
from retold.planted.records import (
    Bank,
    HardNegative,
    Planted,
    PlantedArticle,
    PlantedCopy,
    PlantedEdit,
    PlantedPassage,
    PlantedSentence,
    PlantedShift,
    PlantedStory,
    PlantOptions,
    Truth,
)

__all__ = [
    "Bank",
    "HardNegative",
    "PlantOptions",
    "Planted",
    "PlantedArticle",
    "PlantedCopy",
    "PlantedEdit",
    "PlantedPassage",
    "PlantedSentence",
    "PlantedShift",
    "PlantedStory",
    "Truth",
    "example_paths",
    "plant",
    "write_out",
]
