"""Intake's promises: nothing is taken in twice, and versions of an address go by when they were captured."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from retold.ingest import IngestOptions, Outside
from retold.pipeline import intake
from retold.pipeline.intake import Fate, Intake, Taken, take_in
from retold.pipeline.progress import silent
from retold.records.documents import Capture, Extent, How, Metadata, Receipt
from retold.store.contract import Store
from retold.store.database import open_store

FIRST = "The ferry to Orm stayed in port on Monday, harbour master Ann Dow said."
SECOND = "The ferry to Orm left port late on Monday, harbour master Ann Dow said."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "r.db", create=True)
    yield opened
    opened.close()


def _page(text: str, captured: str, address: str = "https://orm-post.example/ferry") -> Capture:
    content = text.encode()
    receipt = Receipt(How.ARCHIVED, captured, dated=True)
    return Capture(hashlib.sha256(content).hexdigest(), address, address, "text/plain", content, receipt=receipt)


def _take(store: Store, captures: Sequence[Capture], monkeypatch: pytest.MonkeyPatch) -> Intake:
    monkeypatch.setattr(intake, "collect", lambda *arguments: iter(captures))
    result = Intake()
    for outcome in take_in([], store, IngestOptions(), silent, Outside(clock=lambda: "2031-06-01T00:00:00Z")):
        result.note(outcome)
    return result


def _current(store: Store) -> list[str]:
    return [article.text for article in store.articles()]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_version_captured_last_is_current_in_whichever_order_they_come(
    store: Store, monkeypatch: pytest.MonkeyPatch, order: tuple[int, int]
) -> None:
    versions = [_page(FIRST, "2031-05-05T10:00:00Z"), _page(SECOND, "2031-05-06T10:00:00Z")]
    chosen = [versions[place] for place in order]
    found = _take(store, chosen, monkeypatch)
    assert (len(found.added), len(found.changed), found.refused) == (1, 1, [])
    assert _current(store) == [SECOND]
    again = _take(store, chosen, monkeypatch)
    assert (again.added, again.changed, len(again.unchanged)) == ([], [], 2)
    assert _current(store) == [SECOND]


def test_a_page_that_went_back_to_its_former_words_is_a_third_version(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ((FIRST, 5), (SECOND, 6), (FIRST, 7))
    captures = [_page(text, f"2031-05-{day:02}T10:00:00Z") for text, day in texts]
    _take(store, captures, monkeypatch)
    assert _current(store) == [FIRST]
    assert len(list(store.log())) == 3
    _take(store, captures, monkeypatch)
    assert len(list(store.log())) == 3


def test_the_captured_clock_is_the_sources_own_and_else_that_of_intake(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST)
    outside = Outside(clock=lambda: "2031-06-01T00:00:00Z")
    (taken,) = take_in([str(tmp_path / "a.txt")], store, IngestOptions(), silent, outside)
    assert isinstance(taken, Taken)
    article = store.article(taken.article)
    assert article is not None
    assert (article.captured, article.archived) == ("2031-06-01T00:00:00Z", False)


def test_an_archived_page_keeps_the_time_of_its_archive(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    found = _take(store, [_page(FIRST, "2031-05-05T10:00:00Z")], monkeypatch)
    article = store.article(found.added[0])
    assert article is not None
    assert (article.captured, article.archived) == ("2031-05-05T10:00:00Z", True)


def test_a_summary_never_takes_the_place_of_what_is_held(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    page = _page(FIRST, "2031-05-05T10:00:00Z")
    content = b"Ferry stays in port."
    summary = Capture(
        hashlib.sha256(content).hexdigest(),
        page.address,
        page.name,
        "text/plain",
        content,
        metadata=Metadata(extent=Extent.SUMMARY),
        receipt=Receipt(How.ITEM, "2031-05-07T10:00:00Z", dated=True),
    )
    _take(store, [page], monkeypatch)
    found = _take(store, [summary], monkeypatch)
    assert len(found.unchanged) == 1
    assert _current(store) == [FIRST]


def test_a_transaction_that_fails_leaves_neither_capture_nor_row(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(FIRST)
    put = store.put_article

    def fail(*arguments: object) -> None:
        put(*arguments)  # type: ignore[arg-type]
        raise OSError("the power went")

    monkeypatch.setattr(store, "put_article", fail)
    with pytest.raises(OSError, match="power"):
        list(take_in([str(tmp_path)], store, IngestOptions(), silent, Outside()))
    assert store.head() is None
    monkeypatch.undo()
    outcomes = list(take_in([str(tmp_path / "a.txt")], store, IngestOptions(), silent, Outside()))
    assert [outcome.fate for outcome in outcomes if isinstance(outcome, Taken)] == [Fate.ADDED]
