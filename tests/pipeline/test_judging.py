"""Judgements in a store: they outlive everything else, touch only their stories, and are taken back whole."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from retold.interfaces.judging import Signature, judge, merge_stories, split_story, undo
from retold.interfaces.library import Library, UnknownIdError
from retold.pipeline.deciding import decide
from retold.pipeline.reading import ReadOptions, read
from retold.records.judgements import Action, Judgement
from retold.records.readings import StoryReading
from retold.store.contract import Store
from retold.store.database import open_store

TEXTS = (
    ("f1", "Courier", "The ferry to Orm stayed in port on Monday, harbour master Ann Dow said."),
    ("f2", "Echo", "On Monday the ferry to Orm stayed in port, harbour master Ann Dow said."),
    ("f3", "Post", "Harbour master Ann Dow said the ferry to Orm stayed in port on Monday."),
    ("h1", "Post", "Hail broke 300 greenhouse roofs in Tarn on Thursday, grower Ilse Brandvold said."),
    ("h2", "Sun", "Grower Ilse Brandvold said hail broke 300 greenhouse roofs in Tarn on Thursday."),
    ("w1", "Sun", "The library of Velm lends garden tools from this week, director Paul Vane announced."),
)
ROWS = [{"id": identity, "outlet": outlet, "text": text} for identity, outlet, text in TEXTS]
SIGNED = Signature("Ann Dow", "2031-05-04T10:00:00+00:00", "a reason")


def _fill(path: Path, rows: Sequence[dict[str, str]]) -> Store:
    source = path.with_suffix(".jsonl")
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    store = open_store(path, create=True)
    read([str(source)], store, ReadOptions())
    return store


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "r.db"
    _fill(path, ROWS).close()
    return path


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "r.db"
    path.write_bytes(filled.read_bytes())
    opened = open_store(path)
    yield opened
    opened.close()


def _story_of(store: Store, article: str) -> StoryReading:
    (story,) = store.stories_of([article])
    reading = store.reading(story)
    assert reading is not None
    return reading


def _told(store: Store) -> list[StoryReading]:
    return list(store.readings())


def _articles(reading: StoryReading) -> list[str]:
    return sorted(passage.article for passage in reading.passages)


def _ferry_claim(store: Store) -> str:
    claims = _story_of(store, "f1").ledger.claims
    return max(claims, key=lambda claim: len(claim.occurrences)).id


def _reject_a_place(store: Store) -> Judgement:
    (draft,) = judge(Library(store), Action.REJECT, [f"{_ferry_claim(store)}:1"], SIGNED)
    return draft


def test_a_judgement_on_a_claim_reads_only_its_story_anew(store: Store) -> None:
    before = _told(store)
    decision = decide([_reject_a_place(store)], store)
    assert decision.read == (_story_of(store, "f1").story.id,)
    assert [r for r in _told(store) if r.story.id not in decision.read] == [
        r for r in before if r.story.id not in decision.read
    ]


def test_a_mark_reads_nothing_anew_and_is_shown_beside_the_claim(store: Store) -> None:
    before, claim = _told(store), _ferry_claim(store)
    decision = decide(judge(Library(store), Action.ACCEPT, [claim], SIGNED), store)
    assert decision.read == ()
    assert _told(store) == before
    library = Library(store)
    view = next(v for v in library.view_of(_story_of(store, "f1")).claims if v.claim.id == claim)
    assert [judged.id for judged in view.judged] == ["j1"]


@pytest.mark.parametrize("what", ["place", "stories", "split"])
def test_a_judgement_and_its_undo_are_nothing(store: Store, what: str) -> None:
    before, library = _told(store), Library(store)
    ferry, hail = (_story_of(store, article).story.id for article in ("f1", "h1"))
    draft = {
        "place": lambda: _reject_a_place(store),
        "stories": lambda: merge_stories(library, [ferry, hail], SIGNED),
        "split": lambda: split_story(library, ferry, ["f2"], SIGNED),
    }[what]()
    decide([draft], store)
    assert _told(store) != before
    decide([undo(Library(store), "j1", SIGNED)], store)
    assert _told(store) == before
    assert [judgement.id for judgement in store.judgements()] == ["j1", "j2"]


def test_merged_stories_stay_one_when_an_article_comes(store: Store, tmp_path: Path) -> None:
    ferry, hail = (_story_of(store, article).story.id for article in ("f1", "h1"))
    decision = decide([merge_stories(Library(store), [ferry, hail], SIGNED)], store)
    assert [(c.kind.value, c.cause) for c in decision.changes] == [("merged", "j1")]
    assert decision.read == (_story_of(store, "h1").story.id,)
    (tmp_path / "new.jsonl").write_text(json.dumps({**ROWS[1], "id": "f4", "outlet": "Sun"}) + "\n")
    read([str(tmp_path / "new.jsonl")], store, ReadOptions())
    assert _articles(_story_of(store, "h1")) == ["f1", "f2", "f3", "f4", "h1", "h2"]


def test_a_parted_article_tells_a_story_of_its_own(store: Store) -> None:
    ferry = _story_of(store, "f1").story.id
    decide([split_story(Library(store), ferry, ["f2"], SIGNED)], store)
    assert _articles(_story_of(store, "f2")) == ["f2"]
    assert _articles(_story_of(store, "f1")) == ["f1", "f3"]
    decide([merge_stories(Library(store), [_story_of(store, a).story.id for a in ("f1", "f2")], SIGNED)], store)
    assert _articles(_story_of(store, "f1")) == ["f1", "f2", "f3"], "the later judgement outweighs the earlier one"


def _judge_a_few(store: Store) -> None:
    decide([_reject_a_place(store)], store)
    ferry, hail = (_story_of(store, article).story.id for article in ("f1", "h1"))
    decide([merge_stories(Library(store), [ferry, hail], SIGNED)], store)


def test_judgements_outlive_a_rebuild_of_everything_else(store: Store, tmp_path: Path) -> None:
    _judge_a_few(store)
    before = _told(store)
    store.close()
    with sqlite3.connect(tmp_path / "r.db") as raw:
        for table in ("claims", "tellings", "readings", "names", "actors", "annotations", "grouping"):
            raw.execute(f"DELETE FROM {table}")
    again = open_store(tmp_path / "r.db")
    read([], again, ReadOptions())
    assert _told(again) == before
    again.close()


def test_the_order_of_articles_does_not_matter_to_what_was_judged(store: Store, tmp_path: Path) -> None:
    _judge_a_few(store)
    rows = list(ROWS)
    random.Random(3).shuffle(rows)
    other = open_store(tmp_path / "other.db", create=True)
    with other.transaction():
        for judgement in store.judgements():
            other.add_judgement(judgement)
    for n in range(0, len(rows), 2):
        (tmp_path / f"{n}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows[n : n + 2]))
        read([str(tmp_path / f"{n}.jsonl")], other, ReadOptions())

    def essence(one: Store) -> list[object]:
        return [(r.key, r.story.passages, r.ledger) for r in one.readings()]

    assert essence(other) == essence(store)
    other.close()


def test_a_judgement_whose_article_changed_is_told_as_such_and_comes_back_with_it(store: Store) -> None:
    decide([_reject_a_place(store)], store)
    gone = Library(store).rulings[0].judgement.sides[0][0].pointer.article
    held = store.article(gone)
    assert held is not None
    path = held.address.rpartition("#")[0]
    other = "Orm has a new ferry, and nobody said when it sails."
    changed = [{**row, "text": other} if row["id"] == gone else row for row in ROWS]
    for rows, standing in ((changed, "no longer applies"), (ROWS, "in force")):
        Path(path).write_text("".join(json.dumps(row) + "\n" for row in rows))
        read([path], store, ReadOptions())
        (ruling,) = Library(store).rulings
        assert ruling.standing == standing
        assert bool(ruling.lost) == (standing != "in force")


def test_a_former_story_id_still_finds_the_story_or_says_what_it_became(store: Store) -> None:
    ferry, hail = (_story_of(store, article).story.id for article in ("f1", "h1"))
    decide([merge_stories(Library(store), [ferry, hail], SIGNED)], store)
    merged = _story_of(store, "f1").story.id
    assert {Library(store).reading(former).story.id for former in (ferry, hail)} == {merged}
    decide([split_story(Library(store), merged, ["f1", "f2", "f3"], SIGNED)], store)
    assert Library(store).reading(merged).story.id == merged, "an id that is in use names its own story"
    former = next(identity for identity in (ferry, hail) if identity != merged)
    with pytest.raises(UnknownIdError):
        Library(store).reading("s" + former[::-1])


def test_a_story_that_an_earlier_telling_joins_is_found_by_its_former_id(tmp_path: Path) -> None:
    later = {**ROWS[0], "published": "2031-05-05"}
    store = _fill(tmp_path / "r.db", [later])
    former = _story_of(store, "f1").story.id
    earlier = {**ROWS[1], "published": "2031-05-04"}
    (tmp_path / "e.jsonl").write_text(json.dumps(earlier) + "\n")
    summary = read([str(tmp_path / "e.jsonl")], store, ReadOptions())
    assert [change.kind.value for change in summary.changes] == ["renamed"]
    assert Library(store).reading(former).story.id == _story_of(store, "f2").story.id != former
    store.close()


def test_every_change_of_grouping_between_two_runs_is_a_row(tmp_path: Path) -> None:
    store = _fill(tmp_path / "r.db", ROWS)
    assert store.story_changes() == ()
    ferry, hail = (_story_of(store, article).story.id for article in ("f1", "h1"))
    decide([merge_stories(Library(store), [ferry, hail], SIGNED)], store)
    decide([undo(Library(store), "j1", SIGNED)], store)
    assert [(c.kind.value, c.cause, c.at) for c in store.story_changes()] == [
        ("merged", "j1", SIGNED.at),
        ("split", "j2", SIGNED.at),
    ]
    assert "put together by a person" in store.story_changes()[0].reason
    store.close()
