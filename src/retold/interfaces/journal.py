"""What a long pipe has already answered, kept beside its output until that is whole.

A run that was cut off leaves its journal; the same command, run again, takes from it what it finds under the same key
and works out the rest. A key is made of all that an answer depends on, so that a journal can never give a stale one.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from types import TracebackType
from typing import Any, Self

Json = dict[str, Any]


class Journal:
    """Answers by key, on disk; None as path keeps nothing."""

    def __init__(self, output: Path | None) -> None:
        self._path = output.with_name(f".{output.name}.journal") if output else None
        self._places: dict[str, int] = {}

    def __enter__(self) -> Self:
        if self._path is not None:
            self._handle = self._path.open("a+b")
            self._load()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._path is None:
            return
        self._handle.close()
        if error is None or not self._places:
            with contextlib.suppress(OSError):
                self._path.unlink()

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def __len__(self) -> int:
        return len(self._places)

    def _load(self) -> None:
        """Find what an earlier run kept; a last line that was cut off is dropped."""
        self._handle.seek(0)
        whole = 0
        for line in iter(self._handle.readline, b""):
            try:
                key = json.loads(line)["key"]
            except (ValueError, KeyError, TypeError):
                break
            self._places[key] = whole
            whole += len(line)
        self._handle.truncate(whole)

    def get(self, key: str) -> Json:
        """The answer kept under `key`; raises KeyError where there is none."""
        self._handle.seek(self._places[key])
        row: Json = json.loads(self._handle.readline())["row"]
        return row

    def keep(self, key: str, row: Json) -> None:
        """Keep an answer; it is on disk when this returns."""
        if self._path is None:
            return
        self._handle.seek(0, 2)
        self._places[key] = self._handle.tell()
        self._handle.write(json.dumps({"key": key, "row": row}, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        self._handle.write(b"\n")
        self._handle.flush()
