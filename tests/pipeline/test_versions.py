"""What an address carried from capture to capture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from retold.ingest import IngestOptions, Outside
from retold.interfaces.library import Library, UnknownIdError
from retold.interfaces.versions import find_histories, history_json
from retold.pipeline.intake import take_in
from retold.pipeline.progress import silent
from retold.pipeline.verifying import Checks, Verification, verify
from retold.pipeline.versions import histories_of
from retold.records.versions import Verdict
from retold.store.contract import Store
from retold.store.database import open_store

PAGE = (
    "<html><head><title>Ferry stays in port</title></head><body><nav>{menu}</nav><article><h1>Ferry stays in port</h1>"
    "<p>The ferry to Orm stayed in port on Monday, harbour master Ann Dow said.</p>"
    "<p>At least {count} passengers waited on the quay, according to the Orm Post.</p></article></body></html>"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "r.db", create=True)
    yield opened
    opened.close()


def _take(store: Store, path: Path, content: str, day: int) -> None:
    path.write_text(content)
    world = Outside(clock=lambda: f"2031-06-{day:02}T00:00:00Z")
    assert list(take_in([str(path)], store, IngestOptions(), silent, world))


def test_each_capture_with_other_bytes_is_a_version_and_furniture_alone_is_told_as_such(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "ferry.html"
    for day, (count, menu) in enumerate([(12, "Home"), (12, "Home"), (12, "News"), (20, "News"), (12, "Home")], 1):
        _take(store, path, PAGE.format(count=count, menu=menu), day)
    (history,) = histories_of([str(path)], store).values()
    assert [(v.captured, v.again) for v in history.versions] == [
        ("2031-06-01T00:00:00Z", None),
        ("2031-06-03T00:00:00Z", None),
        ("2031-06-04T00:00:00Z", None),
        ("2031-06-05T00:00:00Z", 1),
    ]
    assert [r.verdict for r in history.revisions] == [Verdict.SAME_TEXT, Verdict.SILENT, Verdict.SILENT]


def _line(count: int) -> str:
    text = f"The ferry to Orm stayed in port on Monday, Ann Dow said. At least {count} passengers waited."
    return json.dumps({"id": "orm1", "url": "https://orm-post.example/ferry", "text": text}) + "\n"


def test_a_line_with_an_id_of_its_own_keeps_its_former_words_and_verifies_as_untouched(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "lines.jsonl"
    for day, count in enumerate((12, 20), 1):
        _take(store, path, _line(count), day)
    (history,) = find_histories(Library(store), "https://orm-post.example/ferry")
    assert history == find_histories(Library(store), "orm1")[0]
    assert ["12 passengers" in version.article.text for version in history.versions] == [True, False]
    assert history_json(history)["revisions"][0]["verdict"] == "edited silently"
    assert list(verify(store, Checks(), Verification())) == []


def test_an_address_at_which_nothing_was_captured_is_said_to_be_unknown(store: Store) -> None:
    with pytest.raises(UnknownIdError, match="nothing was captured at"):
        find_histories(Library(store), "https://orm-post.example/none")
