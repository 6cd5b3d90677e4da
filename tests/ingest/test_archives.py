"""Web archives: pages with their own address, date and headers; whatever is damaged costs itself alone."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ingest.archiving import archive, page
from tests.ingest.conftest import Collected, Collecting

from retold.ingest import IngestOptions
from retold.ingest.archives import read_warc
from retold.records.documents import Capture, How, Notice, Refusal

PAGES = [page(number) for number in range(6)]


def _said(found: Collected) -> list[str]:
    return [
        f"!{item.code}" if isinstance(item, Refusal) else "note" if isinstance(item, Notice) else item.address[-1]
        for item in found
    ]


def _collected(content: bytes, options: IngestOptions | None = None) -> Collected:
    found: Iterator[Capture | Refusal] = read_warc(io.BytesIO(content), "a.warc", options or IngestOptions())
    return list(found)


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True)])
def test_a_record_gives_its_address_date_and_headers(collecting: Collecting, name: str, packed: bool) -> None:
    found = collecting(name, archive(PAGES, packed=packed)[0])
    assert _said(found) == ["0", "1", "2", "3", "4", "5"]
    second = found[1]
    assert isinstance(second, Capture)
    assert (second.content, second.encoding) == (PAGES[1], "utf-8")
    assert second.sha256 == hashlib.sha256(PAGES[1]).hexdigest()
    assert second.address == second.metadata.url == "https://orm-post.example/1"
    receipt = second.receipt
    assert (receipt.how, receipt.captured, receipt.dated, receipt.status) == (
        How.ARCHIVED,
        "2031-05-05T10:00:01Z",
        True,
        200,
    )
    assert ("Server", "Orm") in receipt.headers
    assert receipt.within is not None
    assert receipt.within.partition("#")[2].startswith("<urn:uuid:")


def test_bodies_are_decoded_as_their_headers_say(collecting: Collecting) -> None:
    plain, _ = archive([gzip.compress(PAGES[0])], packed=False)
    encoded = plain.replace(b"Server: Orm\r\n", b"Content-Encoding: gzip\r\n").replace(
        b"WARC-Block-Digest", b"X-Digest"
    )
    encoded = encoded.replace(*_lengths(encoded, len(b"Content-Encoding: gzip\r\n") - len(b"Server: Orm\r\n")))
    (found,) = collecting("a.warc", encoded)
    assert isinstance(found, Capture)
    assert found.content == PAGES[0]


def _lengths(record: bytes, change: int) -> tuple[bytes, bytes]:
    start = record.index(b"Content-Length: ")
    old = record[start : record.index(b"\r\n", start)]
    return old, f"Content-Length: {int(old.split()[1]) + change}".encode()


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("damaged", range(6))
def test_a_damaged_record_is_refused_and_the_others_are_read(packed: bool, damaged: int) -> None:
    content, starts = archive(PAGES, packed=packed)
    ends = [*starts[1:], len(content)]
    middle = (starts[damaged] + ends[damaged]) // 2
    found = _collected(content[:middle] + b"\xff" * 9 + content[middle + 9 :])
    expected = [str(n) for n in range(6) if n != damaged]
    assert [said for said in _said(found) if not said.startswith("!")] == expected
    assert len([said for said in _said(found) if said.startswith("!")]) == 1


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_was_cut_off_says_so(packed: bool) -> None:
    content, starts = archive(PAGES, packed=packed)
    for cut in (starts[5] + 30, (starts[5] + len(content)) // 2, len(content) - 40):
        found = _said(_collected(content[:cut]))
        assert found[:5] == ["0", "1", "2", "3", "4"]
        assert len(found) > 5
        assert all(said.startswith("!") for said in found[5:])


@pytest.mark.parametrize("length", [b"Content-Length: 5", b"Content-Length: 99999", b"Content-Lengsh: 5"])
def test_a_record_that_states_a_wrong_length_hides_no_other(length: bytes) -> None:
    content, starts = archive(PAGES, packed=False)
    start = content.index(b"Content-Length", starts[2])
    found = _said(_collected(content[:start] + length + content[content.index(b"\r\n", start) :]))
    assert [said for said in found if not said.startswith("!")] == ["0", "1", "3", "4", "5"]
    assert any(said.startswith("!") for said in found)


def test_what_is_no_page_is_passed_over() -> None:
    pictures, _ = archive(PAGES[:2], packed=True, kind="image/png")
    moved, _ = archive(PAGES[:2], packed=True, status="301 Moved")
    pages, _ = archive(PAGES[:1], packed=True)
    assert _said(_collected(pictures + moved + pages)) == ["0"]
    assert _said(_collected(pictures)) == ["!no-pages"]
    assert _said(_collected(b"no archive at all")) != []


def test_a_page_beyond_the_limit_is_refused_alone() -> None:
    bomb = b"<html>" + b" " * 3_000_000
    content, _ = archive([PAGES[0], bomb, PAGES[2]], packed=True)
    assert _said(_collected(content, IngestOptions(largest=100_000))) == ["0", "!too-large", "2"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_bytes_break_the_reader(data: st.DataObject) -> None:
    content, _ = archive(PAGES[:3], packed=data.draw(st.booleans()))
    place = data.draw(st.integers(0, len(content)))
    noise = data.draw(st.binary(max_size=40))
    cut = data.draw(st.integers(0, 60))
    for item in _collected(content[:place] + noise + content[place + cut :]):
        assert isinstance(item, (Capture, Refusal))
        if isinstance(item, Capture):
            assert hashlib.sha256(item.content).hexdigest() == item.sha256


def _package(members: dict[str, bytes], *, squeeze: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if squeeze else zipfile.ZIP_STORED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return out.getvalue()


def _described(name: str, content: bytes) -> bytes:
    digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
    return json.dumps({"resources": [{"path": name, "hash": digest}]}).encode()


def test_the_archives_of_a_package_are_read(collecting: Collecting) -> None:
    content, _ = archive(PAGES, packed=True)
    name = "archive/one.warc.gz"
    found = collecting("a.wacz", _package({name: content, "datapackage.json": _described(name, content)}))
    assert _said(found) == ["0", "1", "2", "3", "4", "5"]


def test_a_package_that_was_altered_is_told_and_read(collecting: Collecting) -> None:
    content, _ = archive(PAGES[:2], packed=True)
    name = "archive/one.warc.gz"
    found = collecting("a.wacz", _package({name: content, "datapackage.json": _described(name, content + b"x")}))
    assert _said(found) == ["note", "0", "1"]


def test_bombs_empty_and_broken_packages_are_refused(collecting: Collecting) -> None:
    bomb = _package({"archive/a.warc": b"\0" * 5_000_000}, squeeze=True)
    assert _said(collecting("a.wacz", bomb)) == ["!too-expanded"]
    assert _said(collecting("b.wacz", _package({"pages/pages.jsonl": b""}))) == ["!broken-package"]
    assert _said(collecting("c.wacz", b"no package")) == ["!broken-package"]
