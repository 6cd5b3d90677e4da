"""A table in, as CSV, TSV or Parquet; a capture for each row, or a refusal for the row.

A row's capture is the row as one JSON object under the table's own column names, so that nothing of it is lost and the
same bytes come of the same row; its address is the table's with `#` and the row's id, or `#R7` for row 7. Rows are read
a few at a time, so a table may be larger than memory.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import math
import zlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from charset_normalizer import from_bytes

from retold.ingest import refusals
from retold.ingest.columns import Mapped, map_columns, metadata_of
from retold.ingest.kinds import JSON, Kind
from retold.ingest.opening import FAILURES, opened, why_not
from retold.ingest.options import IngestOptions
from retold.ingest.paths import Found
from retold.records.documents import Capture, How, Notice, Receipt, Refusal

Item = Capture | Refusal | Notice

# What spreadsheets write where they do not write UTF-8: the system's own charset, by language.
OFFICE_CHARSETS = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp932", "gb18030", "cp949", "big5",
)  # fmt: skip
DELIMITERS = ",;\t|"
# Enough to meet the first letter beyond ASCII in any language's news.
SAMPLE = 1_000_000
# News texts run to a few kB a row: a batch stays near a megabyte.
PARQUET_ROWS = 256


class _TooLongError(csv.Error):
    """A row that goes on and on: most likely a quotation mark that never closes."""


class _Lines:
    """The physical lines of a table, for csv to make rows of; those of a row that failed can be had again."""

    def __init__(self, text: io.TextIOBase, limit: int) -> None:
        self.text, self.limit = text, limit
        self.again: deque[str] = deque()
        self.row: list[str] = []
        self.size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.again.popleft() if self.again else self.text.readline(self.limit + 1)
        if not line:
            raise StopIteration
        self.row.append(line)
        self.size += len(line)
        if self.size > self.limit:
            raise _TooLongError("a row is longer than an article may be, or a quotation mark never closes")
        # csv refuses NUL; nothing else in a table means anything by it.
        return line.replace("\0", "\ufffd")

    def is_open(self) -> bool:
        """Whether the row's lines leave a quotation mark open."""
        return sum(line.count('"') for line in self.row) % 2 == 1

    def done(self) -> None:
        """The row is read: the next line starts another."""
        self.row, self.size = [], 0

    def give_up(self) -> None:
        """The row failed: only its first line is lost, to its end."""
        first, *rest = self.row or [""]
        self.again.extendleft(reversed(rest))
        while first and not first.endswith("\n"):
            first = self.again.popleft() if self.again else self.text.readline(self.limit)
        self.done()


def read_table(found: Found, kind: Kind, options: IngestOptions, *, compressed: bool) -> Iterator[Item]:
    """The articles of a CSV or TSV file with a header row, in its order."""
    try:
        charset = _charset(found, compressed=compressed)
        with opened(found, compressed=compressed) as stream:
            if charset not in ("utf-8", "utf-8-sig"):
                yield Notice(found.path, f"is read as {charset}")
            text = io.TextIOWrapper(stream, encoding=charset, errors="surrogateescape", newline="")
            yield from _rows(text, charset, found, kind, options)
    except FAILURES as error:
        yield why_not(found.path, error)
    except UnicodeError:
        yield refusals.undecodable_row(found.path, charset)


def _charset(found: Found, *, compressed: bool) -> str:
    """What a table's first megabyte is written in, as far as it can be read."""
    sample = b""
    with opened(found, compressed=compressed) as stream, contextlib.suppress(EOFError, zlib.error):
        while len(sample) < SAMPLE and (more := stream.read1(1 << 16)):  # type: ignore[attr-defined]
            sample += more
    for mark, charset in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if sample.startswith(mark):
            return charset
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        # A letter that the sample's end cuts in two is none that is wrong.
        if error.start < len(sample) - 4 or len(sample) < SAMPLE:
            best = from_bytes(sample[:200_000], cp_isolation=list(OFFICE_CHARSETS)).best()
            return best.encoding if best else "cp1252"
    return "utf-8"


def _rows(text: io.TextIOBase, charset: str, found: Found, kind: Kind, options: IngestOptions) -> Iterator[Item]:
    lines = _Lines(text, options.largest)
    first = text.readline(options.largest)
    if not first.strip():
        yield refusals.empty(found.path)
        return
    delimiter = "\t" if kind is Kind.TSV else max(DELIMITERS, key=lambda sign: _outside(first, sign))
    header = tuple(column.strip() for column in next(csv.reader([first], delimiter=delimiter)))
    mapped = map_columns(header, found.path, options)
    if isinstance(mapped, Refusal):
        yield mapped
        return
    if mapped.guessed:
        yield Notice(found.path, f"reads its columns so: {mapped}; say otherwise with --map")
    nothing = True
    for number, row in _parsed(lines, delimiter, options.largest):
        address = f"{found.path}#R{number}"
        if isinstance(row, str):
            yield refusals.broken_row(address, row)
        elif not any(field.strip() for field in row):
            continue
        elif len(row) > len(header):
            yield refusals.broken_row(address, f"{len(row)} fields under {len(header)} columns")
        elif any(_has_escape(field) for field in row):
            yield refusals.undecodable_row(address, charset)
        else:
            values = dict(zip(header, row, strict=False))
            yield _capture(values, mapped, found, number, options)
        nothing = False
    if nothing:
        yield refusals.without_items(found.path)


def _outside(line: str, sign: str) -> int:
    """How often a sign stands outside of quotation marks."""
    return sum(part.count(sign) for part in line.split('"')[::2])


def _parsed(lines: _Lines, delimiter: str, limit: int) -> Iterator[tuple[int, list[str] | str]]:
    """Numbered rows from 1; the words of the error for one that cannot be split."""
    number = 0
    # The limit belongs to the whole process: whoever else reads tables here gets a higher one, never a lower.
    csv.field_size_limit(max(csv.field_size_limit(), limit))
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            lines.give_up()
            reader = csv.reader(lines, delimiter=delimiter)
            yield number, str(error)
            continue
        if len(lines.row) > 1 and lines.is_open():
            lines.give_up()
            reader = csv.reader(lines, delimiter=delimiter)
            yield number, "a quotation mark never closes"
            continue
        lines.done()
        yield number, row


def _has_escape(field: str) -> bool:
    """Whether a byte of the field was not in the table's charset."""
    return not field.isascii() and any("\udc80" <= sign <= "\udcff" for sign in field)


def _capture(
    values: Mapping[str, Any], mapped: Mapped, found: Found, number: int, options: IngestOptions
) -> Capture | Refusal:
    address = f"{found.path}#R{number}"
    text = values.get(mapped.text)
    if not isinstance(text, str) or not text.strip():
        return refusals.row_without_text(address, mapped.text)
    content = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    if len(content) > options.largest:
        return refusals.too_large(address, options.largest)
    stated = metadata_of(values, mapped)
    place = stated.id or f"R{number}"
    receipt = Receipt(How.ROW, within=address)
    digest = hashlib.sha256(content).hexdigest()
    return Capture(digest, f"{found.path}#{place}", f"{found.name}#{place}", JSON, content, "utf-8", stated, receipt)


def read_parquet(found: Found, options: IngestOptions) -> Iterator[Item]:
    """The articles of a Parquet file, in its order. Columns of lists, vectors or bytes are left out."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        yield refusals.needs_package(found.path)
        return
    try:
        with parquet.ParquetFile(found.place, buffer_size=1 << 20, pre_buffer=False, memory_map=False) as table:
            columns = tuple(field.name for field in table.schema_arrow if _is_plain(pyarrow.types, field.type))
            mapped = map_columns(columns, found.path, options)
            if isinstance(mapped, Refusal):
                yield mapped
                return
            if mapped.guessed:
                yield Notice(found.path, f"reads its columns so: {mapped}; say otherwise with --map")
            number = 0
            for batch in table.iter_batches(PARQUET_ROWS, columns=list(columns), use_threads=False):
                for row in batch.to_pylist():
                    number += 1
                    yield _capture(_as_json(row), mapped, found, number, options)
            if not number:
                yield refusals.without_items(found.path)
    except FileNotFoundError as error:
        yield why_not(found.path, error)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        yield refusals.broken_table(found.path, " ".join(str(error).split())[:120])


def _is_plain(types: Any, kind: Any) -> bool:
    asked: Sequence[Any] = (
        types.is_string, types.is_large_string, types.is_boolean, types.is_integer, types.is_floating,
        types.is_temporal, types.is_decimal,
    )  # fmt: skip
    return any(is_kind(kind) for is_kind in asked) or (types.is_dictionary(kind) and _is_plain(types, kind.value_type))


def _as_json(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row's values as JSON has them: times as ISO 8601, decimals as words, what is no number as nothing."""
    found: dict[str, Any] = {}
    for column, value in row.items():
        if isinstance(value, (datetime, date)):
            found[column] = value.isoformat()
        elif isinstance(value, float) and not math.isfinite(value):
            found[column] = None
        elif isinstance(value, (str, int, float, bool)) or value is None:
            found[column] = value
        else:
            found[column] = str(value) if isinstance(value, Decimal) else repr(value)
    return found
