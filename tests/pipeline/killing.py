"""Intake in processes that are killed: a prepared process forks one for each order that it reads.

In, a line each: {"paths", "db", "after"}: take the paths into the database, and kill that process after so many seconds
(null: let it end). Out, a line each: {"killed", "status", "seconds"}.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from retold.ingest import IngestOptions, Outside
from retold.pipeline import intake
from retold.pipeline.progress import silent
from retold.store.database import open_store

# Small batches put many transactions, and the moments between them, within reach of a kill.
BATCH = 20


def take_in(paths: list[str], db: str) -> None:
    """Take paths in, by a clock that stands still."""
    intake._BATCH = BATCH
    store = open_store(Path(db), create=True)
    outside = Outside(clock=lambda: "2031-06-01T00:00:00Z")
    for outcome in intake.take_in(paths, store, IngestOptions(), silent, outside):
        assert isinstance(outcome, intake.Taken), outcome
    store.close()


def serve() -> None:
    """Carry out orders until there are no more."""
    for line in sys.stdin:
        order: dict[str, Any] = json.loads(line)
        start = time.monotonic()
        child = os.fork()
        if child == 0:
            status = 1
            try:
                take_in(order["paths"], order["db"])
                status = 0
            finally:
                os._exit(status)
        if order["after"] is not None:
            time.sleep(order["after"])
            os.kill(child, signal.SIGKILL)
        _, ended = os.waitpid(child, 0)
        said = {
            "killed": os.WIFSIGNALED(ended),
            "status": os.waitstatus_to_exitcode(ended),
            "seconds": time.monotonic() - start,
        }
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    serve()
