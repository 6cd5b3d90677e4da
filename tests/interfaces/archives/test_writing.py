"""Exports are read back with the field's own tools, and their digests are the captures'."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.archiving import archive, page
from typer.testing import CliRunner, Result
from warcio.archiveiterator import ArchiveIterator

from retold.interfaces.archives.writing import sort_key
from retold.interfaces.cli.app import app
from retold.records.custody import row_hash
from retold.store.database import open_store

PAGES = [page(number) for number in range(4)]
NOTE = "The ferry to Orm stayed in port on Monday, harbour master Ann Dow said.\n"


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four archived pages and a text file, taken in."""
    folder = tmp_path_factory.mktemp("export")
    (folder / "a.warc.gz").write_bytes(archive(PAGES, packed=True)[0])
    (folder / "note é.txt").write_text(NOTE)
    result = _run("add", folder / "a.warc.gz", folder / "note é.txt", "--db", folder / "r.db")
    assert result.exit_code == 0, result.output
    return folder / "r.db"


def _export(database: Path, what: str, out: Path) -> Path:
    result = _run("capture", "export", what, "-o", out, "--db", database)
    assert result.exit_code == 0, result.output
    return out


@pytest.mark.parametrize("name", ["all.warc", "all.warc.gz"])
def test_warcio_reads_back_every_page_with_its_headers_and_digest(database: Path, tmp_path: Path, name: str) -> None:
    found = {}
    with _export(database, "all", tmp_path / name).open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            if record.rec_type == "response":
                uri = record.rec_headers.get_header("WARC-Target-URI")
                content = record.content_stream().read()
                found[uri] = content
                stated = record.rec_headers.get_header("WARC-Payload-Digest")
                assert stated == f"sha256:{hashlib.sha256(content).hexdigest()}"
                assert record.http_headers.get_header("Server") == "Orm"
                assert record.rec_headers.get_header("WARC-Date").startswith("2031-05-05T10:00:0")
    assert found == {f"https://orm-post.example/{n}": PAGES[n] for n in range(4)}


def test_fastwarc_reads_back_pages_and_texts_and_finds_their_digests_right(database: Path, tmp_path: Path) -> None:
    contents = []
    with _export(database, "all", tmp_path / "all.warc.gz").open("rb") as stream:
        kinds = WarcRecordType.response | WarcRecordType.resource
        for record in FastIterator(stream, record_types=kinds, parse_http=False):
            assert record.verify_block_digest()
            if record.record_type == WarcRecordType.response:
                record.parse_http()
            content = record.reader.read()
            contents.append(content)
            stated = record.headers["WARC-Payload-Digest"]
            assert stated == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert contents == [*PAGES, NOTE.encode()]


def test_the_log_goes_along_and_its_chain_holds(database: Path, tmp_path: Path) -> None:
    with _export(database, "all", tmp_path / "all.warc").open("rb") as stream:
        contents = [r.content_stream().read() for r in ArchiveIterator(stream) if r.rec_type == "metadata"]
    rows = [json.loads(content) for content in contents]
    assert len(rows) == 5
    for before, row in zip([None, *rows], rows, strict=False):
        own = (row["sequence"], row["time"], row["event"], row["capture"], row["metadata"], row["previous"])
        assert row_hash(*own) == row["hash"]
        assert before is None or row["previous"] == before["hash"]


def test_a_package_is_valid_by_the_fields_own_tool(database: Path, tmp_path: Path) -> None:
    out = _export(database, "all", tmp_path / "all.wacz")
    command = [sys.executable, "-m", "wacz", "validate", "-f", str(out)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "valid" in checked.stdout


def test_the_index_of_a_package_leads_to_the_records(database: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(_export(database, "all", tmp_path / "all.wacz")) as package:
        assert {info.compress_type for info in package.infolist()} == {zipfile.ZIP_STORED}
        data = package.read("archive/data.warc.gz")
        packed = package.read("indexes/index.cdx.gz")
        lookup = package.read("indexes/index.idx").decode().splitlines()
        pages = [json.loads(line) for line in package.read("pages/pages.jsonl").decode().splitlines()]
    block = json.loads(lookup[1].split(" ", 2)[2])
    assert f"sha256:{hashlib.sha256(packed[: block['length']]).hexdigest()}" == block["digest"]
    lines = gzip.decompress(packed).decode().splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 5
    for line in lines:
        said = json.loads(line.split(" ", 2)[2])
        start, length = int(said["offset"]), int(said["length"])
        (record,) = list(ArchiveIterator(io.BytesIO(data[start : start + length])))[:1]
        assert record.rec_headers.get_header("WARC-Target-URI") == said["url"]
    assert pages[0]["format"] == "json-pages-1.0"
    assert {page["url"] for page in pages[1:]} >= {f"https://orm-post.example/{n}" for n in range(4)}


def test_an_export_taken_in_again_gives_the_same_captures(database: Path, tmp_path: Path) -> None:
    out = _export(database, "all", tmp_path / "all.wacz")
    result = _run("add", out, "--db", tmp_path / "again.db", "--json")
    assert json.loads(result.stdout)["added"] == 4, result.output
    first, second = open_store(database), open_store(tmp_path / "again.db")
    rows = [[(e.capture, k.address, k.receipt.captured) for e, k in s.log() if k] for s in (first, second)]
    first.close()
    second.close()
    assert rows[1] == rows[0][:4]


def test_an_address_gives_its_own_captures_alone(database: Path, tmp_path: Path) -> None:
    with _export(database, "https://orm-post.example/2", tmp_path / "two.warc").open("rb") as stream:
        uris = [
            r.rec_headers.get_header("WARC-Target-URI") for r in ArchiveIterator(stream) if r.rec_type == "response"
        ]
    assert uris == ["https://orm-post.example/2"]


def test_what_is_not_there_is_said_and_nothing_is_written(database: Path, tmp_path: Path) -> None:
    for what in ("https://nowhere.example/", "no-such-story"):
        result = _run("capture", "export", what, "-o", tmp_path / "x.wacz", "--db", database)
        assert result.exit_code == 1
        assert len(result.stderr.strip().splitlines()) == 1
    assert _run("capture", "export", "all", "-o", tmp_path / "x.zip", "--db", database).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_capture_is_shown_and_its_bytes_are_given(database: Path, tmp_path: Path) -> None:
    digest = hashlib.sha256(PAGES[1]).hexdigest()
    shown = _run("capture", "show", digest[:10], "--db", database)
    assert "https://orm-post.example/1" in shown.stdout
    assert "Server: Orm" in shown.stdout
    raw = _run("capture", "show", digest, "--raw", "-o", tmp_path / "page.html", "--db", database)
    assert raw.exit_code == 0
    assert (tmp_path / "page.html").read_bytes() == PAGES[1]
    assert _run("capture", "show", "ffffffff", "--db", database).exit_code == 1
    listed = _run("capture", "list", "--db", database, "--json").stdout.splitlines()
    assert [json.loads(line)["sequence"] for line in listed] == [1, 2, 3, 4, 5]


def test_addresses_sort_as_other_tools_sort_them() -> None:
    assert sort_key("https://www.Orm-Post.example/News/1?b=2&a=1") == "example,orm-post)/news/1?a=1&b=2"
    assert sort_key("http://orm.example:8080") == "example,orm:8080)/"


@given(st.text(max_size=60))
def test_no_address_breaks_the_sorting(text: str) -> None:
    assert isinstance(sort_key(text), str)
