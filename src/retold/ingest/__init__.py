"""Files, folders and lines in; captures and refusals out.

    for found in collect(["articles/", "more.jsonl.gz"], IngestOptions()):
        ...

What always holds: the order depends on the arguments and on names only; every capture's `name` is relative to the
argument that led to it; each input that cannot be read is one `Refusal`, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.ingest.drafts import read_draft
from retold.ingest.files import LINE_SUFFIXES, read, suffixes
from retold.ingest.lines import read_lines
from retold.ingest.options import IngestOptions
from retold.ingest.outside import Outside
from retold.ingest.paths import find
from retold.records.documents import Capture, Notice, Refusal

__all__ = ["IngestOptions", "Outside", "collect", "read_draft"]


def collect(
    paths: Sequence[str], options: IngestOptions | None = None, outside: Outside | None = None
) -> Iterator[Capture | Refusal | Notice]:
    """The captures behind files, folders and patterns; one refusal for each thing that cannot be read.

    Plain text (any file of text without another known meaning), HTML (.html, .htm, .xhtml, or by its first bytes)
    and JSON Lines (.jsonl, .ndjson, one capture a line), each also as .gz. Never raises on input.
    """
    chosen = options or IngestOptions()
    for found in find(paths, chosen):
        if isinstance(found, Refusal):
            yield found
        elif suffixes(found)[0] in LINE_SUFFIXES:
            yield from read_lines(found, chosen)
        else:
            yield read(found, chosen)
