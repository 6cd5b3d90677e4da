"""What a source is taken for, standard input, and pages that a browser saved."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path

import pytest
from tests.ingest.archiving import archive, page
from tests.ingest.conftest import Collecting

from retold.ingest import IngestOptions, Outside, collect
from retold.ingest import opening as opening_module
from retold.ingest.kinds import Kind, kind_of
from retold.records.documents import Capture, Refusal

PAGE = page(1)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"The ferry stayed in port.", Kind.TEXT),
        (b"<!DOCTYPE html><html>", Kind.HTML),
        (b'<?xml version="1.0"?><!-- x --><rss version="2.0">', Kind.FEED),
        (b"\xef\xbb\xbf<feed xmlns='http://www.w3.org/2005/Atom'>", Kind.FEED),
        (b"<rdf:RDF xmlns:rdf='x'>", Kind.FEED),
        ('<?xml version="1.0" encoding="utf-16"?><opml>'.encode("utf-16"), Kind.OPML),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><urlset>", Kind.SITEMAP),
        (b"<sitemapindex>", Kind.SITEMAP),
        (b'{"id": "a", "text": "b"}', Kind.JSON_LINES),
        (b"WARC/1.1\r\n", Kind.WARC),
        (b"PK\x03\x04rest", Kind.WACZ),
        (b"PAR1rest", Kind.PARQUET),
        (b"# mine\nhttps://a.example/\n", Kind.ADDRESSES),
        (b"https://a.example/ is an address\n", Kind.TEXT),
    ],
)
def test_first_bytes_tell_what_has_no_name(head: bytes, kind: Kind) -> None:
    assert kind_of("", head) is kind


def test_a_text_by_its_name_is_never_taken_for_markup() -> None:
    assert kind_of(".txt", b"<rss version='2.0'>") is Kind.TEXT


def _piped(content: bytes, options: IngestOptions | None = None) -> list[object]:
    return list(collect(["-"], options, Outside(standard_input=io.BytesIO(content))))


@pytest.mark.parametrize("packed", [False, True])
def test_standard_input_is_read_by_what_it_is(packed: bool) -> None:
    content, _ = archive([PAGE], packed=packed)
    (found,) = _piped(content)
    assert isinstance(found, Capture)
    assert found.content == PAGE


def test_other_input_is_never_a_new_version_of_the_same() -> None:
    (one,), (two,) = _piped(b"The ferry left."), _piped(b"The ferry stayed.")
    assert isinstance(one, Capture)
    assert isinstance(two, Capture)
    assert one.address != two.address
    assert one.address.startswith("stdin-")


def test_the_person_says_what_input_is() -> None:
    found = _piped(b"body|title\nThe ferry left.|Ferry\n", IngestOptions(kind=Kind.CSV))
    assert any(isinstance(item, Capture) and item.metadata.title == "Ferry" for item in found)


def test_no_input_is_refused() -> None:
    (found,) = collect(["-"])
    assert isinstance(found, Refusal)
    assert found.code == "no-input"


def test_an_address_on_the_command_line_is_refused_where_nothing_is_fetched() -> None:
    (found,) = collect(["https://orm-post.example/ferry"])
    assert isinstance(found, Refusal)
    assert (found.code, found.subject) == ("not-fetched", "https://orm-post.example/ferry")


@pytest.mark.parametrize(
    "note",
    [
        "<!-- saved from url=(0030)https://orm-post.example/ferry -->",
        "<!--\n Page saved with SingleFile \n url: https://orm-post.example/ferry \n saved date: x\n-->",
    ],
)
def test_a_saved_page_keeps_the_address_that_it_was_saved_from(collecting: Collecting, note: str) -> None:
    (found,) = collecting("ferry.html", f"<!DOCTYPE html>\n{note}\n<html><body>x</body></html>")
    assert isinstance(found, Capture)
    assert found.metadata.url == found.receipt.answered == "https://orm-post.example/ferry"
    assert found.address.endswith("ferry.html")


def test_the_trimmings_of_a_saved_page_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "ferry.html").write_bytes(PAGE)
    for folder in ("ferry_files", "other_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "script.js").write_text("var a = 1;")
    found = [item.name for item in collect([str(tmp_path)]) if isinstance(item, Capture)]
    assert found == ["ferry.html", "other_files/script.js"]


def test_a_stream_that_swells_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening_module, "UNMEASURED", 1_000_000)
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b" " * 20_000_000))
    (found,) = collect([str(path)])
    assert isinstance(found, Refusal)
    assert found.code == "too-expanded"


def test_a_broken_stream_of_a_table_is_refused_after_its_good_rows(collecting: Collecting) -> None:
    packer = zlib.compressobj(wbits=31)
    rows = b"".join(b"%d,The ferry %d stayed in port.\n" % (n, n) for n in range(2000))
    whole = packer.compress(b"id,text\n" + rows) + packer.flush()
    found = collecting("a.csv.gz", whole[: len(whole) // 2])
    assert isinstance(found[0], Capture)
    assert isinstance(found[-1], Refusal)
    assert found[-1].code == "broken-gzip"
