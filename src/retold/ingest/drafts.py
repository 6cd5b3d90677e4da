"""A reporter's own draft in; a capture that is read as text with marks, or the reason why not.

Always holds: one draft is one capture, whatever its name; nothing but the path given is read.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from retold.ingest import refusals
from retold.ingest.files import LINE_SUFFIXES, capture_of, read, suffixes
from retold.ingest.kinds import MARKDOWN, TEXT
from retold.ingest.options import IngestOptions
from retold.ingest.paths import Found
from retold.records.documents import Capture, Refusal

STDIN = "-"


def read_draft(path: str, options: IngestOptions, content: bytes | None = None) -> Capture | Refusal:
    """The draft at `path`, or in `content` where that was read already (standard input).

    What is no HTML is taken for text with the marks of Markdown: in plain prose there are none.
    """
    if content is not None:
        capture = capture_of(content, Found(path, "draft"), "", options)
    elif not os.path.exists(path):  # noqa: PTH110 - Path.exists raises for a name that no system takes
        return refusals.missing(path.replace("\0", "�"))
    elif Path(path).is_dir():
        return refusals.not_a_draft(path)
    else:
        found = Found(path, Path(path).name)
        if suffixes(found)[0] in LINE_SUFFIXES:
            return refusals.not_a_draft(path)
        capture = read(found, options)
    if isinstance(capture, Capture) and capture.media_type == TEXT:
        return replace(capture, media_type=MARKDOWN)
    return capture
