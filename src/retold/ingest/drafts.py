"""A reporter's own draft in; a capture that is read as text with marks, or the reason why not.

Always holds: one draft is one capture, whatever its name; nothing but the path given is read.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from retold.ingest import refusals
from retold.ingest.files import capture_of, read
from retold.ingest.kinds import BY_SUFFIX, HTML, MARKDOWN, SAMPLE, UNREAD_SUFFIXES, Kind, kind_of
from retold.ingest.opening import suffixes
from retold.ingest.options import IngestOptions
from retold.ingest.paths import Found
from retold.records.documents import Capture, Refusal

STDIN = "-"


def read_draft(path: str, options: IngestOptions, content: bytes | None = None) -> Capture | Refusal:
    """The draft at `path`, or in `content` where that was read already (standard input).

    What is no HTML is taken for text with the marks of Markdown: in plain prose there are none.
    """
    suffix = ""
    if content is not None:
        capture = capture_of(content, Found(path, "draft"), Kind.TEXT, options)
    elif not os.path.exists(path):  # noqa: PTH110 - Path.exists raises for a name that no system takes
        return refusals.missing(path.replace("\0", "�"))
    elif Path(path).is_dir():
        return refusals.not_a_draft(path)
    else:
        found = Found(path, Path(path).name)
        suffix, compressed = suffixes(found)
        if suffix in UNREAD_SUFFIXES:
            return refusals.unsupported(path, suffix)
        if BY_SUFFIX.get(suffix, Kind.MARKDOWN) not in (Kind.MARKDOWN, Kind.HTML):
            return refusals.not_a_draft(path)
        capture = read(found, Kind.TEXT, options, compressed=compressed)
    if isinstance(capture, Refusal):
        return capture
    is_page = kind_of(suffix, capture.content[:SAMPLE]) is Kind.HTML
    return replace(capture, media_type=HTML if is_page else MARKDOWN)
