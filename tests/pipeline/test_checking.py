"""A draft held against a store: the right stories are found, nothing is written, and the draft never counts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from retold.ingest import IngestOptions, read_draft
from retold.pipeline.checking import CheckOptions, DraftReport, check
from retold.pipeline.reading import ReadOptions, read
from retold.records.documents import Capture, Metadata
from retold.statements import Engine, load_engine
from retold.store.contract import Store
from retold.store.database import open_store

FERRY = (
    "The ferry to Orm stayed in port on Monday, harbour master Ann Dow said. A storm had broken its ramp. "
    "Three passengers were hurt, the Orm hospital said."
)
FERRY_TOO = (
    "Harbour master Ann Dow said that the ferry to Orm stayed in port on Monday. The storm had broken the ramp. "
    "Three passengers were hurt, according to the hospital of Orm."
)
HAIL = "Hail broke 300 greenhouse roofs in Tarn on Thursday. Tomato grower Ilse Brandvold swept glass until midnight."
DRAFT = (
    "# The ferry that stayed\n\nHarbour master Ann Dow said that the ferry to Orm stayed in port on Monday.\n"
    "Seven passengers were hurt, the Orm hospital said.\n\nThe mayor of Orm has sold the town's only bell.\n"
)


@cache
def _engine() -> Engine:
    return load_engine()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    rows = [
        {"id": "draft", "text": FERRY, "outlet": "Orm Post", "published": "2026-03-03"},
        {"id": "b", "text": FERRY_TOO, "outlet": "Coast Mirror", "published": "2026-03-03"},
        {"id": "c", "text": HAIL, "outlet": "Tarn Echo", "published": "2026-03-06"},
    ]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    opened = open_store(tmp_path / "r.db", create=True)
    read([str(source)], opened, ReadOptions())
    yield opened
    opened.close()


def _checked(store: Store, text: str) -> DraftReport:
    capture = read_draft("-", IngestOptions(), text.encode())
    assert isinstance(capture, Capture)
    report = check(capture, Metadata(published="2026-03-04"), store, _engine, CheckOptions())
    assert isinstance(report, DraftReport)
    return report


def test_a_draft_is_held_against_its_own_story_alone(store: Store) -> None:
    report = _checked(store, DRAFT)
    assert [near.articles for near in report.near] == [("b", "draft")]
    assert report.archive == 3


def test_each_claim_tells_what_the_archive_has_and_the_line_where_it_stands(store: Store) -> None:
    report = _checked(store, DRAFT)
    port, hurt, bell = report.checks
    assert report.lines == (3, 4, 6)
    assert {o.article for o in port.archived} == {"b", "draft"}
    assert port.origins.speakers.high == 1
    assert [(d.here, d.there) for d in hurt.differences] == [("Seven passengers", "Three passengers")]
    assert bell.known == ()


def test_the_draft_gets_an_id_that_the_archive_does_not_have(store: Store) -> None:
    assert _checked(store, DRAFT).draft.id == "draft-"


def test_nothing_is_written(store: Store) -> None:
    before = ([a.id for a in store.articles()], dict(store.annotation_keys()), list(store.readings()))
    _checked(store, DRAFT)
    assert ([a.id for a in store.articles()], dict(store.annotation_keys()), list(store.readings())) == before


def test_the_drafts_own_text_in_the_archive_confirms_nothing(store: Store) -> None:
    report = _checked(store, FERRY)
    assert report.same == ("draft",)
    for found in report.checks:
        assert {o.article for o in found.archived} <= {"b"}
        assert found.origins.retellings <= 1


def test_a_draft_about_something_new_is_near_no_story(store: Store) -> None:
    report = _checked(store, "A chess computer resigned in Lenz after nine moves.")
    assert report.near == ()
    assert all(not found.archived for found in report.checks)
