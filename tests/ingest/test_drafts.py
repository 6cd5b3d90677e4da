from __future__ import annotations

from pathlib import Path

import pytest

from retold.ingest import IngestOptions, read_draft
from retold.records.documents import Capture, Refusal


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("draft.txt", "The ferry stays.", "text/markdown"),
        ("draft.md", "# The ferry stays", "text/markdown"),
        ("draft", "The ferry stays.", "text/markdown"),
        ("draft.html", "<p>The ferry stays.</p>", "text/html"),
    ],
)
def test_a_draft_is_read_by_what_it_is(tmp_path: Path, name: str, content: str, kind: str) -> None:
    (tmp_path / name).write_text(content)
    found = read_draft(str(tmp_path / name), IngestOptions())
    assert isinstance(found, Capture)
    assert (found.media_type, found.name) == (kind, name)


def test_standard_input_is_a_draft() -> None:
    found = read_draft("-", IngestOptions(), b"<!doctype html><p>The ferry stays.</p>")
    assert isinstance(found, Capture)
    assert found.media_type == "text/html"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("many.jsonl", b'{"id": "a", "text": "x"}', "not-a-draft"),
        ("draft.docx", b"PK", "unsupported"),
        ("empty.txt", b" \n", "empty"),
        ("picture.txt", bytes(range(32)) * 9, "binary"),
        ("long.txt", b"x" * 99, "too-large"),
    ],
)
def test_what_is_no_draft_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    found = read_draft(str(tmp_path / name), IngestOptions(largest=90 if code == "too-large" else 1000))
    assert isinstance(found, Refusal)
    assert found.code == code


@pytest.mark.parametrize(("path", "code"), [("nowhere.txt", "missing"), ("a\0b", "missing"), ("x" * 999, "missing")])
def test_a_path_without_a_file_is_refused(path: str, code: str) -> None:
    found = read_draft(path, IngestOptions())
    assert isinstance(found, Refusal)
    assert found.code == code


def test_a_folder_is_no_draft(tmp_path: Path) -> None:
    found = read_draft(str(tmp_path), IngestOptions())
    assert isinstance(found, Refusal)
    assert found.code == "not-a-draft"
