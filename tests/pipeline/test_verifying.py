"""Verification: whatever is done to a store behind its back is found, and an untouched one is clean."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from retold.documents import fingerprint
from retold.ingest import IngestOptions, Outside
from retold.pipeline.intake import take_in
from retold.pipeline.progress import silent
from retold.pipeline.verifying import Checks, Verification, verify
from retold.records.custody import digest_of, row_hash
from retold.store.database import open_store

TOWNS = ("Orm", "Tarn", "Harrow", "Valmark", "Eastquay")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with five articles, and its log."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, town in enumerate(TOWNS):
        (folder / f"{number}.txt").write_text(f"The ferry to {town} stayed in port on Monday, Ann Dow said.\n")
    store = open_store(tmp_path / "r.db", create=True)
    outside = Outside(clock=lambda: "2031-05-05T10:00:00Z")
    assert len(list(take_in([str(folder)], store, IngestOptions(), silent, outside))) == 5
    store.close()
    return tmp_path / "r.db"


def _codes(path: Path, checks: Checks | None = None) -> list[str]:
    store = open_store(path)
    found = [finding.code for finding in verify(store, checks or Checks(), Verification())]
    store.close()
    return found


def _alter(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def _head(path: Path) -> str:
    store = open_store(path)
    head = store.head()
    store.close()
    assert head is not None
    return head.hash


def test_an_untouched_store_is_clean_and_counted(path: Path) -> None:
    store = open_store(path)
    seen = Verification()
    assert list(verify(store, Checks(head=_head(path)), seen)) == []
    store.close()
    assert (seen.rows, seen.captures, seen.articles, seen.outdated, seen.head_found) == (5, 5, 5, 0, True)
    assert seen.head == _head(path)


_ROW_3 = "(SELECT capture FROM custody WHERE sequence = 3)"


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        (f"UPDATE captures SET content = content || 'x' WHERE sha256 = {_ROW_3}", {"capture-altered"}),
        (f"DELETE FROM captures WHERE sha256 = {_ROW_3}", {"capture-missing"}),
        ("INSERT INTO captures VALUES ('ff', 'text/plain', 'x')", {"capture-extra"}),
        ("UPDATE articles SET record = replace(record, 'stayed', 'sank') WHERE name_ = 1", {"article-altered"}),
        ("UPDATE articles SET record = '{' WHERE name_ = 1", {"article-altered"}),
        ("DELETE FROM articles WHERE name_ = 1", {"article-missing"}),
        (
            "INSERT INTO articles SELECT 'f', address, capture, published, 0, record FROM articles WHERE name_ = 1",
            {"article-extra"},
        ),
        ("UPDATE custody SET time = '2030-01-01T00:00:00Z' WHERE sequence = 3", {"row-altered"}),
        ("UPDATE custody SET record = replace(record, 'text', 'test') WHERE sequence = 3", {"record-altered"}),
        ("UPDATE custody SET record = '[]' WHERE sequence = 3", {"record-altered", "record-unreadable"}),
        ("UPDATE custody SET address = 'elsewhere' WHERE sequence = 3", {"row-contradicts"}),
        ("DELETE FROM custody WHERE sequence = 3", {"row-missing", "capture-extra", "article-extra"}),
        ("DELETE FROM custody WHERE sequence = 5", {"capture-extra", "article-extra"}),
    ],
)
def test_what_is_done_behind_the_log_is_found(path: Path, statement: str, codes: set[str]) -> None:
    _alter(path, statement.replace("name_ = 1", "id = (SELECT article FROM custody WHERE sequence = 1)"))
    assert codes <= set(_codes(path))


def test_a_row_written_anew_with_its_own_hash_breaks_the_chain(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        (sequence, time, event, capture, record, _, previous, _) = connection.execute(
            "SELECT sequence, time, event, capture, record, metadata, previous, hash FROM custody WHERE sequence = 3"
        ).fetchone()
        forged = record.replace("2031-05-05", "2031-04-04")
        metadata = digest_of(forged)
        connection.execute(
            "UPDATE custody SET record = ?, captured = ?, metadata = ?, hash = ? WHERE sequence = 3",
            (
                forged,
                "2031-04-04T10:00:00Z",
                metadata,
                row_hash(sequence, time, event, capture, metadata, previous),
            ),
        )
    connection.close()
    assert _codes(path) == ["chain-broken"]


def test_rows_cut_off_the_end_are_found_by_a_head_that_was_kept(path: Path) -> None:
    kept = _head(path)
    _alter(
        path,
        "DELETE FROM articles WHERE id = (SELECT article FROM custody WHERE sequence = 5)",
        "DELETE FROM captures WHERE sha256 = (SELECT capture FROM custody WHERE sequence = 5)",
        "DELETE FROM custody WHERE sequence = 5",
    )
    assert _codes(path) == [], "without the head nothing tells that there was a fifth row"
    assert _codes(path, Checks(head=kept)) == ["head-missing"]


def test_an_earlier_head_stays_good_while_the_log_grows(path: Path, tmp_path: Path) -> None:
    kept = _head(path)
    (tmp_path / "more.txt").write_text("The ferry to Lisle sailed on Tuesday, Ann Dow said.\n")
    store = open_store(path)
    list(take_in([str(tmp_path / "more.txt")], store, IngestOptions(), silent, Outside()))
    store.close()
    assert _head(path) != kept
    assert _codes(path, Checks(head=kept)) == []


def _forge(path: Path, change: Callable[[str], str]) -> None:
    """Alter an article's text together with the whole log after it, as somebody with time would."""
    with sqlite3.connect(path) as connection:
        previous = "0" * 64
        rows = connection.execute("SELECT sequence, time, event, capture, record FROM custody").fetchall()
        for sequence, time, event, capture, record in rows:
            changed = change(record) if sequence == 1 else record
            metadata = digest_of(changed)
            own = row_hash(sequence, time, event, capture, metadata, previous)
            connection.execute(
                "UPDATE custody SET record = ?, metadata = ?, previous = ?, hash = ? WHERE sequence = ?",
                (changed, metadata, previous, own, sequence),
            )
            previous = own
    connection.close()


def test_a_text_altered_together_with_the_log_does_not_follow_from_its_capture(path: Path) -> None:
    old = "The ferry to Orm stayed in port on Monday, Ann Dow said.\n"
    new = old.replace("stayed", "sank")
    _alter(path, "UPDATE articles SET record = replace(record, 'stayed', 'sank') WHERE address LIKE '%0.txt'")
    _forge(path, lambda record: record.replace(f'"text":"{digest_of(old)}"', f'"text":"{digest_of(new)}"'))
    assert _codes(path) == ["article-underived"]
    assert _codes(path, Checks(derive=False)) == []


def test_an_article_that_another_version_made_otherwise_is_counted_and_no_finding(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retold.pipeline.verifying.TOOL", "retold 99")
    monkeypatch.setattr("retold.pipeline.verifying._follows", lambda *arguments: False)
    store = open_store(path)
    seen = Verification()
    assert list(verify(store, Checks(), seen)) == []
    store.close()
    assert seen.outdated == 5


def test_the_log_names_the_extraction_that_made_an_article(path: Path) -> None:
    store = open_store(path)
    tools = {known.tool for _, known in store.log() if known is not None}
    store.close()
    assert len(tools) == 1
    assert fingerprint() in tools.pop()
