"""The main job's promises, over planted stories: resumable, repeatable, and only what changed is done again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from retold.claims import NOTHING
from retold.language.outlets import REGISTRY
from retold.pipeline import reading, remembering
from retold.pipeline.reading import ReadOptions, read
from retold.records.outlets import Outlet, OutletKind
from retold.records.spans import Pointer
from retold.store.contract import Store
from retold.store.database import open_store

FERRY = "The ferry to Orm stayed in port on Monday, harbour master Ann Dow said. A storm had broken its ramp."
HAIL = "Hail broke 300 greenhouse roofs in Tarn on Thursday. Tomato grower Ilse Brandvold swept glass until midnight."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "r.db", create=True)
    yield opened
    opened.close()


def _lines(path: Path, *rows: dict[str, str]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def test_a_run_that_was_cut_off_goes_on_where_it_stopped(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _lines(tmp_path / "in.jsonl", {"id": "a", "text": FERRY}, {"id": "b", "text": HAIL})

    def die(*arguments: object, **named: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "read_story", die)
    with pytest.raises(KeyboardInterrupt):
        read([source], store, ReadOptions())
    assert sorted(store.annotation_keys()) == ["a", "b"]
    assert store.reading_keys() == {}
    monkeypatch.undo()
    summary = read([source], store, ReadOptions())
    assert summary.annotated == ()
    assert len(summary.read) == 2


def test_a_changed_article_is_read_anew_and_its_former_story_is_gone(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FERRY)
    first = read([str(path)], store, ReadOptions())
    path.write_text(HAIL)
    second = read([str(path)], store, ReadOptions())
    assert second.intake.changed
    assert second.gone == first.read
    assert [r.story.id for r in store.readings()] == list(second.read)


def test_one_id_for_two_articles_is_refused(store: Store, tmp_path: Path) -> None:
    one = _lines(tmp_path / "one.jsonl", {"id": "a", "text": FERRY})
    two = _lines(tmp_path / "two.jsonl", {"id": "a", "text": HAIL})
    summary = read([one, two], store, ReadOptions())
    assert [refusal.code for refusal in summary.intake.refused] == ["duplicate-id"]
    assert [article.text for article in store.articles()] == [FERRY]


def test_one_id_twice_in_a_file_is_refused_the_second_time(store: Store, tmp_path: Path) -> None:
    source = _lines(tmp_path / "in.jsonl", {"id": "a", "text": FERRY}, {"id": "a", "text": HAIL})
    summary = read([source], store, ReadOptions())
    assert [refusal.code for refusal in summary.intake.refused] == ["duplicate-id"]
    assert [article.text for article in store.articles()] == [FERRY]


def test_a_line_put_in_before_others_loses_none_of_them(store: Store, tmp_path: Path) -> None:
    rows = [{"id": "a", "text": FERRY}, {"id": "b", "text": HAIL}]
    read([_lines(tmp_path / "in.jsonl", *rows)], store, ReadOptions())
    summary = read([_lines(tmp_path / "in.jsonl", {"id": "c", "text": FERRY + HAIL}, *rows)], store, ReadOptions())
    assert summary.intake.added == ["c"]
    assert [article.id for article in store.articles()] == ["a", "b", "c"]


def test_lines_that_changed_places_are_the_same_articles(store: Store, tmp_path: Path) -> None:
    rows = [{"id": "a", "text": FERRY}, {"id": "b", "text": HAIL}]
    read([_lines(tmp_path / "in.jsonl", *rows)], store, ReadOptions())
    summary = read([_lines(tmp_path / "in.jsonl", *reversed(rows))], store, ReadOptions())
    assert summary.read == ()
    assert summary.intake.refused == []
    assert [article.id for article in store.articles()] == ["a", "b"]


def test_progress_is_told_for_every_stage(store: Store, tmp_path: Path) -> None:
    heard: list[str] = []
    source = _lines(tmp_path / "in.jsonl", {"id": "a", "text": FERRY})
    read([source], store, ReadOptions(), lambda stage, done, total: heard.append(stage))
    assert list(dict.fromkeys(heard)) == [
        "reading files",
        "grouping stories",
        "reading who said what",
        "weighing claims",
    ]


def test_what_a_changed_file_no_longer_says_is_withdrawn_while_others_carry_it(store: Store, tmp_path: Path) -> None:
    pier = "The mayor of Orm opened the new pier on Sunday, to brass music. Hundreds had come to see it."
    (tmp_path / "a.txt").write_text(f"{FERRY} {pier}")
    (tmp_path / "b.txt").write_text(f"{FERRY} The harbour was full.")
    paths = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    read(paths, store, ReadOptions())
    assert not any(r.ledger.retractions for r in store.readings())
    (tmp_path / "a.txt").write_text(f"The ferry to Orm stayed in port on Monday, harbour master Ann Dow said. {pier}")
    summary = read(paths, store, ReadOptions())
    assert len(summary.intake.changed) == 1
    retractions = [found for r in store.readings() for found in r.ledger.retractions]
    ramp = [found for found in retractions if "ramp" in _words(store, found.where)]
    assert [found.kind.value for found in ramp] == ["dropped"]
    assert not any("ferry" in _words(store, found.where) for found in retractions)
    (carrier,) = ramp[0].carriers
    held = store.article(carrier)
    assert held is not None
    assert held.name == "b.txt"
    assert read(paths, store, ReadOptions()).read == ()


def _words(store: Store, place: Pointer) -> str:
    article = store.article(place.article)
    assert article is not None
    return place.span.of(article.text)


def test_an_outlet_that_the_user_adds_is_known_at_the_next_run_and_a_story_is_read_once_for_it(
    store: Store, tmp_path: Path
) -> None:
    row = {"id": "a", "text": FERRY, "url": "https://varncourier.example/ferry"}
    source = _lines(tmp_path / "in.jsonl", row)
    first = read([source], store, ReadOptions())
    courier = Outlet("Varn Courier", OutletKind.NEWSPAPER, "masthead", domains=("varncourier.example",))
    options = ReadOptions(outlets=REGISTRY.extended([courier]))
    second = read([source], store, options)
    article = store.article("a")
    assert article is not None
    assert article.outlet.value == "Varn Courier"
    assert second.read == first.read
    assert read([source], store, options).read == ()
    read([source], store, ReadOptions())
    article = store.article("a")
    assert article is not None
    assert article.outlet.value is None


def test_a_registry_that_knows_other_aliases_reads_every_story_anew(store: Store, tmp_path: Path) -> None:
    source = _lines(tmp_path / "in.jsonl", {"id": "a", "text": FERRY})
    first = read([source], store, ReadOptions())
    own = Outlet("Varn Wire", OutletKind.AGENCY, "masthead", aliases=("VW",))
    assert read([source], store, ReadOptions(outlets=REGISTRY.extended([own]))).read == first.read


def _reports(number: int) -> list[dict[str, str]]:
    outlets = ("Orm Post", "Tarn Echo", "Vale Herald", "Quay Courier", "Moor Times", "Fjord News")
    said = "Harbour master Ann Dow said the ramp would be mended by Friday."
    return [
        {"id": f"r{n}", "outlet": outlets[n], "published": f"2024-03-0{1 + n}", "text": f"{FERRY} {extra}"}
        for n, extra in enumerate((said, said, "It carried 140 cars.", "Dow denied that.", "Nobody was hurt.", said))
    ][:number]


def test_articles_that_come_one_by_one_are_read_as_if_they_came_at_once(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "LEAST_ARTICLES", 1)
    rows = _reports(6)
    for row in reversed(rows):
        read([_lines(tmp_path / "in.jsonl", row)], store, ReadOptions())
    fresh = open_store(tmp_path / "fresh.db", create=True)
    read([_lines(tmp_path / "in.jsonl", *rows)], fresh, ReadOptions())
    (one,), (other,) = list(store.readings()), list(fresh.readings())
    fresh.close()
    assert len(one.passages) == 6
    assert (one.ledger.claims, one.ledger.disputes) == (other.ledger.claims, other.ledger.disputes)
    assert one.collation == other.collation


@pytest.mark.parametrize("harm", ["cut", "changed", "of another version"])
def test_a_working_that_is_not_whole_is_not_taken_over(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    monkeypatch.setattr(remembering, "LEAST_ARTICLES", 1)
    (story,) = read([_lines(tmp_path / "in.jsonl", *_reports(3))], store, ReadOptions()).read
    whole = store.working(story)
    assert whole is not None
    assert remembering.unpack(whole) != NOTHING
    harmed = {"cut": whole[:-1], "changed": whole.replace(b"140", b"150"), "of another version": b"0" + whole[1:]}
    assert harmed[harm] != whole
    assert remembering.unpack(harmed[harm]) == NOTHING


def test_a_small_story_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    (story,) = read([_lines(tmp_path / "in.jsonl", *_reports(3))], store, ReadOptions()).read
    assert store.working(story) is None
