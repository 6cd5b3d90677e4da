"""Sources as files, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from retold.ingest import IngestOptions, Outside, collect
from retold.records.documents import Capture, Notice, Refusal, Seen

Collected = list[Capture | Refusal | Notice]
Collecting = Callable[..., Collected]


@pytest.fixture
def collecting(tmp_path: Path) -> Collecting:
    """Write bytes to a file of this name and collect what it holds."""

    def run(
        name: str, content: bytes | str, options: IngestOptions | None = None, outside: Outside | None = None
    ) -> Collected:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return [item for item in collect([str(path)], options, outside) if not isinstance(item, Seen)]

    return run
