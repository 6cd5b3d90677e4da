"""JSON Lines (plain or .gz) and Parquet, in and out. A file is written beside its place and moved there when whole."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Protocol

from retold.records.documents import Refusal

Json = dict[str, Any]

# Rows per Parquet batch: large enough for the format, small enough to keep memory flat.
_PARQUET_ROWS = 1000


class StreamError(Exception):
    """A pipe's file that cannot be opened or written; the message says why and what to do."""


class Writer(Protocol):
    """Takes one JSON object at a time."""

    def __call__(self, row: Mapping[str, object]) -> None:
        """Write one object."""
        ...


def read_rows(path: str) -> Iterator[tuple[str, Json] | Refusal]:
    """Each object of a JSON Lines or Parquet file ("-": standard input) with its place; bad lines as refusals.

    Raises StreamError when the file as a whole cannot be read.
    """
    try:
        if path.endswith(".parquet"):
            yield from _parquet_rows(path)
        else:
            yield from _json_rows(path)
    except (OSError, EOFError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise StreamError(f"{path} cannot be read: {reason}") from error


def _json_rows(path: str) -> Iterator[tuple[str, Json] | Refusal]:
    with contextlib.ExitStack() as stack:
        handle: IO[bytes]
        if path == "-":
            handle = sys.stdin.buffer
        else:
            opener: Any = gzip.open if path.endswith(".gz") else open
            handle = stack.enter_context(opener(path, "rb"))
        for number, line in enumerate(handle, 1):
            place = f"{path}#L{number}"
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                yield Refusal(place, "broken-json", f"not a JSON object: {error}")
                continue
            if isinstance(row, dict):
                yield place, row
            else:
                yield Refusal(place, "broken-json", "not a JSON object but a bare value")


def _parquet_rows(path: str) -> Iterator[tuple[str, Json] | Refusal]:
    parquet = _pyarrow_parquet()
    number = 0
    try:
        for batch in parquet.ParquetFile(path).iter_batches(_PARQUET_ROWS):
            for row in batch.to_pylist():
                number += 1
                yield f"{path}#L{number}", row
    except ValueError as error:
        raise StreamError(f"{path} is no Parquet file: {error}") from error


def _pyarrow_parquet() -> Any:
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise StreamError("Parquet needs one more package: pip install 'retold[parquet]'") from error
    return parquet


@contextmanager
def writing(path: Path | None) -> Iterator[Writer]:
    """A writer to `path` (None: standard output), in the format that its name says.

    Nothing stands at `path` until the block has ended well; raises StreamError when it cannot be written.
    """
    if path is None:
        yield _to_lines(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    partial = path.with_name(f".{path.name}.partial")
    try:
        with _opened(partial, path.suffixes) as writer:
            yield writer
        partial.replace(path)
    except OSError as error:
        raise StreamError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()


@contextmanager
def _opened(partial: Path, suffixes: list[str]) -> Iterator[Writer]:
    if suffixes and suffixes[-1] == ".parquet":
        with _to_parquet(partial) as writer:
            yield writer
        return
    with partial.open("wb") as raw:
        if suffixes and suffixes[-1] == ".gz":
            # No name and no time in the header: equal rows give equal bytes.
            with gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as packed:
                yield _to_lines(packed)
        else:
            with io.BufferedWriter(raw) as buffered:
                yield _to_lines(buffered)


def _to_lines(handle: Any) -> Writer:
    def write(row: Mapping[str, object]) -> None:
        handle.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")

    return write


@contextmanager
def _to_parquet(path: Path) -> Iterator[Writer]:
    parquet = _pyarrow_parquet()
    import pyarrow

    waiting: list[Mapping[str, object]] = []
    files: list[Any] = []

    def flush() -> None:
        if waiting:
            table = pyarrow.Table.from_pylist([_columns(row) for row in waiting])
            if not files:
                files.append(parquet.ParquetWriter(path, table.schema))
            files[0].write_table(table.cast(files[0].schema))
            waiting.clear()

    def write(row: Mapping[str, object]) -> None:
        waiting.append(row)
        if len(waiting) >= _PARQUET_ROWS:
            flush()

    yield write
    flush()
    if files:
        files[0].close()
    else:
        parquet.write_table(pyarrow.table({}), path)


def _columns(row: Mapping[str, object]) -> dict[str, Any]:
    """Nested values as JSON text: their types vary from row to row, which Parquet's columns may not."""
    return {
        key: json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value
        for key, value in row.items()
    }
