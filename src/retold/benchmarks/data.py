"""Files of JSON Lines in; rows and hashes out."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from retold.benchmarks.records import DataFile

Row = dict[str, Any]


class MissingDataError(Exception):
    """A corpus that a bench needs is not there; the message says what is missing and what to do."""


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def fingerprint(shared: Path, names: Iterable[str]) -> tuple[DataFile, ...]:
    """Each file with its hash; raises MissingDataError for one that is not there."""
    found = []
    for name in names:
        path = shared / name
        if not path.is_file():
            raise MissingDataError(
                f"{name} is not in {shared}; name the folder that holds the corpora with --shared DIR"
            )
        found.append(DataFile(name, hashlib.sha256(path.read_bytes()).hexdigest()))
    return tuple(found)
