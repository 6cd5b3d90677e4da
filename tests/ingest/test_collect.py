"""Files, folders, patterns and lines: what becomes a capture, and what each bad input is refused with."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from retold.ingest import IngestOptions, collect
from retold.records.documents import Capture, Notice, Refusal, Seen

STORY = "The mill at Orrin burned down on Monday.\nNobody was hurt.\n"


def names(paths: Sequence[object], options: IngestOptions | None = None) -> list[str]:
    found = [item for item in collect([str(path) for path in paths], options) if not isinstance(item, (Notice, Seen))]
    return [item.name if isinstance(item, Capture) else f"!{item.code}" for item in found]


def refusal(path: object, options: IngestOptions | None = None) -> Refusal:
    (found,) = collect([str(path)], options)
    assert isinstance(found, Refusal)
    assert found.reason.endswith(".")
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "articles"
    (home / "south").mkdir(parents=True)
    (home / "b.txt").write_text(STORY, encoding="utf-8")
    (home / "a.html").write_text(f"<html><body><p>{STORY}</p></body></html>", encoding="utf-8")
    (home / "south" / "c").write_text(STORY, encoding="utf-8")
    (home / ".hidden.txt").write_text(STORY, encoding="utf-8")
    return home


def test_a_folder_is_walked_in_order_of_name_without_hidden_files(folder: Path) -> None:
    assert names([folder]) == ["a.html", "b.txt", "south/c"]


def test_names_do_not_depend_on_where_the_folder_lies(folder: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere" / "articles"
    moved.parent.mkdir()
    before = names([folder])
    folder.rename(moved)
    assert names([moved]) == before
    assert names([f"{moved}{os.sep}"]) == before


def test_a_pattern_that_no_shell_expanded_is_expanded(folder: Path) -> None:
    assert names([folder / "*.txt"]) == ["b.txt"]
    assert names([folder / "**" / "*"]) == ["a.html", "b.txt", "south/c"]


def test_a_path_given_twice_is_read_once(folder: Path) -> None:
    assert names([folder / "b.txt", folder]) == ["b.txt", "a.html", "south/c"]


def test_media_types_follow_name_and_first_bytes(folder: Path) -> None:
    (folder / "page").write_text("<!DOCTYPE html>\n<html><body>x</body></html>", encoding="utf-8")
    kinds = {item.name: item.media_type for item in collect([str(folder)]) if isinstance(item, Capture)}
    assert kinds == {"a.html": "text/html", "b.txt": "text/plain", "page": "text/html", "south/c": "text/plain"}


def test_each_line_of_json_is_a_capture_with_its_address_and_metadata(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    first = {"id": 7, "text": STORY, "title": "Mill burns", "outlet": "Orrin Ledger", "date": "2031-05-05"}
    path.write_text(json.dumps(first) + "\n\n" + json.dumps({"text": STORY}) + "\n", encoding="utf-8")
    one, two = collect([str(path)])
    assert isinstance(one, Capture)
    assert isinstance(two, Capture)
    assert (one.address, one.name) == (f"{path}#7", "two.jsonl#7")
    assert (one.metadata.id, one.metadata.title, one.metadata.published) == ("7", "Mill burns", "2031-05-05")
    assert one.content == json.dumps(first).encode()
    assert two.name == "two.jsonl#L3"
    assert two.metadata.id is None


def test_compressed_files_read_like_plain_ones(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": STORY}).encode()))
    text = tmp_path / "b.txt.gz"
    text.write_bytes(gzip.compress(STORY.encode()))
    assert names([path, text]) == ["one.jsonl.gz#L1", "b.txt.gz"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"text": "cut off', "broken-json"),
        (b"[1, 2]", "not-an-object"),
        (b'{"id": "a"}', "no-text"),
        (b'{"text": "  "}', "no-text"),
        (b'{"text": "caf\xe9"}', "undecodable"),
        (b'{"text": ' + b"[" * 50_000, "broken-json"),
        (b'{"text": "x", "id": ' + b"9" * 9_000 + b"}", "broken-json"),
    ],
)
def test_a_bad_line_is_refused_and_the_others_are_kept(tmp_path: Path, line: bytes, code: str) -> None:
    path = tmp_path / "mixed.ndjson"
    path.write_bytes(b'{"text": "one"}\n' + line + b'\n{"text": "three"}')
    assert names([path]) == ["mixed.ndjson#L1", f"!{code}", "mixed.ndjson#L3"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("blank.jsonl", b"\n\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary"),
        ("data.json", b"{}", "unsupported"),
        ("letter.pdf", b"%PDF-1.7", "unsupported"),
        ("cut.txt.gz", gzip.compress(b"x" * 5000)[:20], "broken-gzip"),
        ("not.jsonl.gz", b"plain", "broken-gzip"),
    ],
)
def test_a_bad_file_is_refused_with_its_code(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found = refusal(path)
    assert (found.code, found.subject) == (code, str(path))


def test_a_missing_path_and_a_pattern_without_match_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nothing.txt").code == "missing"
    assert refusal(tmp_path / "*.txt").code == "missing"
    assert refusal("nul\0byte").code == "missing"


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    assert refusal(tmp_path).code == "no-files"


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(10**12)  # sparse: reading it would fill the memory
    assert refusal(path).code == "too-large"


def test_a_small_archive_of_a_huge_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"a" * 3_000_000))
    assert refusal(path, IngestOptions(largest=1_000_000)).code == "too-large"


def test_a_line_that_is_too_long_is_refused_alone(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_text('{"text": "' + "a" * 3000 + '"}\n{"text": "b"}\n', encoding="utf-8")
    assert names([path], IngestOptions(largest=1000)) == ["!too-large", "long.jsonl#L2"]


def test_a_file_that_vanishes_midway_is_refused(folder: Path) -> None:
    found = collect([str(folder)])
    assert isinstance(next(found), Capture)
    (folder / "b.txt").unlink()
    rest = [item for item in found if not isinstance(item, (Notice, Seen))]
    assert [item.code if isinstance(item, Refusal) else item.name for item in rest] == ["vanished", "south/c"]


def test_links_that_lead_round_in_a_circle_end(folder: Path) -> None:
    (folder / "south" / "round").symlink_to(folder)
    (folder / "self").symlink_to(folder / "self")
    assert names([folder]) == ["a.html", "b.txt", "!loop", "south/c", "!loop"]


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert refusal(path).code == "not-a-file"


def test_an_unreadable_file_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Path.open

    def deny(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return kept(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", deny)
    assert names([folder / "b.txt"]) == ["!unreadable"]
