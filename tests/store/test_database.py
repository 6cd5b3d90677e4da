"""The behaviour that every store must show. A second database joins by one more line in `store`."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from retold.records.claims import Claim, Ledger, Occurrence, Origins, Position, Range
from retold.records.collation import Collation
from retold.records.custody import Event
from retold.records.documents import Article, Basis, Block, BlockKind, Capture, Fact, OffsetMap
from retold.records.judgements import Action, Judged, Judgement, Place
from retold.records.readings import StoryReading, StorySummary
from retold.records.spans import Pointer, Span
from retold.records.statements import Annotation, Attribution, QuotationKind, Speaker, Stance
from retold.records.stories import ChangeKind, Passage, Story, StoryChange
from retold.store.contract import Deposit, Store, StoreError
from retold.store.database import open_store


@pytest.fixture(params=["sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "retold.db", create=True)
    yield opened
    opened.close()


def _capture(address: str, text: str) -> Capture:
    content = text.encode()
    return Capture(hashlib.sha256(content).hexdigest(), address, address, "text/plain", content)


def _article(identity: str, capture: Capture, title: str = "Ferry stays in port") -> Article:
    text = capture.content.decode()
    return Article(
        id=identity,
        address=capture.address,
        name=capture.name,
        capture=capture.sha256,
        text=text,
        title=title,
        outlet=Fact("The Harrow Courier", Basis.STATED, "metadata"),
        published=Fact(),
        byline=(),
        url=None,
        language="en",
        blocks=(Block(BlockKind.BODY, Span(0, len(text))),),
        offsets=OffsetMap("utf-8", ()),
    )


def _put(store: Store, identity: str, address: str, text: str) -> Article:
    capture = _capture(address, text)
    article = _article(identity, capture)
    with store.transaction():
        store.put_article(capture, article)
    return article


def _annotation(article: Article, *names: str) -> Annotation:
    said = tuple(
        Attribution(
            id=f"a{n}",
            source=(),
            cue=(),
            content=(Span(n, n + 1),),
            kind=QuotationKind.INDIRECT,
            stance=Stance.ASSERT,
            speaker=Speaker(name),
        )
        for n, name in enumerate(names, 1)
    )
    return Annotation(article.id, said)


def _reading(story: str, article: Article, key: str = "k") -> StoryReading:
    passage = Passage(f"{article.id}#1", article.id, (Span(0, 5),))
    occurrence = Occurrence(article.id, Span(0, 5), Position.ASSERT)
    claim = Claim(f"{story}.c1", "words", (occurrence,), Origins(Range(0, 0), Range(1, 1), 1))
    return StoryReading(
        key,
        Story(story, "Ferry", (passage.id,)),
        (passage,),
        (),
        (),
        Collation((article.id,), (), (), ()),
        Ledger(story, (claim,), ()),
        StorySummary(story, "Ferry", 1, 1, "", 0, 1),
    )


def test_an_article_comes_back_as_it_went_in(store: Store) -> None:
    article = _put(store, "x1", "a.txt", "The ferry stayed in port.")
    assert store.article("x1") == article
    assert list(store.articles()) == [article]
    assert store.capture(article.capture) == b"The ferry stayed in port."
    (held,) = store.held(["a.txt"], [])
    assert (held.article, held.sha256) == ("x1", article.capture)


def test_a_changed_file_supersedes_the_older_article_and_keeps_it(store: Store) -> None:
    older = _put(store, "x1", "a.txt", "The ferry stayed in port.")
    newer = _put(store, "x2", "a.txt", "The ferry left.")
    assert list(store.articles()) == [newer]
    assert store.article("x1") == older
    assert store.search("stayed", 5) == ()


def test_two_addresses_with_equal_bytes_share_one_capture(store: Store) -> None:
    _put(store, "x1", "a.txt", "The ferry left.")
    _put(store, "x2", "b.txt", "The ferry left.")
    assert [a.id for a in store.articles()] == ["x1", "x2"]


def test_nothing_of_a_failed_transaction_stays(store: Store) -> None:
    capture = _capture("a.txt", "The ferry left.")

    def fail_midway() -> None:
        with store.transaction():
            store.put_article(capture, _article("x1", capture))
            raise OSError("the power went")

    with pytest.raises(OSError, match="power"):
        fail_midway()
    assert list(store.articles()) == []
    assert store.capture(capture.sha256) is None


def test_an_annotation_is_replaced_with_its_speakers(store: Store) -> None:
    article = _put(store, "x1", "a.txt", "The ferry left.")
    with store.transaction():
        store.put_annotation("k1", _annotation(article, "Ann Dow"))
    with store.transaction():
        store.put_annotation("k2", _annotation(article, "Lee Roe", "Mia Roe"))
    assert store.annotation_keys() == {"x1": "k2"}
    assert store.sightings("ann dow") == ()
    assert [seen.actor.name for seen in store.sightings("roe")] == ["Lee Roe", "Mia Roe"]
    assert [seen.beside for seen in store.sightings("lee")] == [frozenset({"mia-roe"})]
    assert store.sightings("ro") == (), "a part of a word is no name"


def test_a_name_is_found_in_another_spelling_with_the_stories_that_its_article_tells(store: Store) -> None:
    article = _put(store, "x1", "a.txt", "The ferry left.")
    with store.transaction():
        store.put_annotation("k", _annotation(article, "Oleksiy Drozd", "a spokesman for the Water Board"))
        store.put_readings([_reading("s1", article)], ())
    (seen,) = store.sightings("DROZD")
    assert (seen.article, seen.actor.name, seen.stories) == ("x1", "Oleksiy Drozd", frozenset({"s1"}))
    assert store.sightings("Oleksii") == (seen,)
    assert [seen.actor.id for seen in store.sightings("water board")] == ["water-board"]
    with store.transaction():
        store.put_readings((), ["s1"])
    assert store.sightings("drozd")[0].stories == frozenset()


def test_readings_replace_their_story_and_forget_the_gone(store: Store) -> None:
    article = _put(store, "x1", "a.txt", "The ferry left.")
    with store.transaction():
        store.put_readings([_reading("s1", article), _reading("s2", article)], ())
    with store.transaction():
        store.put_readings([_reading("s2", article, "k2")], ["s1"])
    assert store.reading_keys() == {"s2": "k2"}
    assert [r.story.id for r in store.readings()] == ["s2"]
    assert [summary.id for summary in store.summaries()] == ["s2"]
    assert store.claim("s1.c1") is None
    found = store.claim("s2.c1")
    assert found is not None
    assert found[0] == "s2"


def test_search_finds_words_and_phrases_and_marks_them(store: Store) -> None:
    _put(store, "x1", "a.txt", "The ferry to Orm stayed in port on Monday.")
    _put(store, "x2", "b.txt", "The port of Orm has no ferry.")
    (hit,) = store.search('"stayed in" ferry', 5)
    assert hit.article == "x1"
    assert {mark.of(hit.snippet) for mark in hit.marks} == {"ferry", "stayed in"}
    assert len(store.search("FERRY port", 5)) == 2
    assert store.search("submarine", 5) == ()


@pytest.mark.parametrize("hostile", ['"', "NOT", "a OR", "col:x", "(", "*", "^", "'; DROP TABLE articles", ""])
def test_no_search_words_reach_the_database_as_operators(store: Store, hostile: str) -> None:
    _put(store, "x1", "a.txt", "The ferry left.")
    store.search(hostile, 5)
    assert store.article("x1") is not None


def test_writing_outside_a_transaction_is_a_bug(store: Store) -> None:
    capture = _capture("a.txt", "The ferry left.")
    with pytest.raises(RuntimeError):
        store.put_article(capture, _article("x1", capture))


def test_a_store_opens_again_with_all_it_held(tmp_path: Path) -> None:
    first = open_store(tmp_path / "r.db", create=True)
    article = _put(first, "x1", "a.txt", "The ferry left.")
    first.close()
    assert open_store(tmp_path / "r.db").article("x1") == article


def test_a_missing_database_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="retold read"):
        open_store(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("just notes " * 100)
    with pytest.raises(StoreError, match="not a Retold database"):
        open_store(path, create=True)
    assert path.read_text().startswith("just notes")


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program's"):
        open_store(path, create=True)
    assert path.read_bytes() == before


def test_a_locked_database_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retold.store.opening.BUSY_SECONDS", 0.1)
    path = tmp_path / "r.db"
    store = open_store(path, create=True)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="in use"):
        _put(store, "x1", "a.txt", "The ferry left.")
    other.close()


def test_a_folder_or_a_missing_folder_is_no_place_for_a_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path, create=True)
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "no" / "r.db", create=True)


def test_each_capture_has_a_row_that_follows_from_the_one_before(store: Store) -> None:
    for number in range(1, 4):
        _put(store, f"x{number}", f"{number}.txt", f"The ferry left pier {number}.")
    rows = [entry for entry, _ in store.log()]
    assert [row.sequence for row in rows] == [1, 2, 3]
    assert [row.previous for row in rows] == ["0" * 64, rows[0].hash, rows[1].hash]
    assert store.head() == rows[-1]


def test_the_log_is_cut_back_with_a_failed_transaction(store: Store) -> None:
    _put(store, "x1", "1.txt", "The ferry left pier 1.")
    head = store.head()
    capture = _capture("2.txt", "The ferry left pier 2.")

    def fail_midway() -> None:
        with store.transaction():
            store.put_article(capture, _article("x2", capture))
            raise OSError("the power went")

    with pytest.raises(OSError, match="power"):
        fail_midway()
    assert store.head() == head
    _put(store, "x3", "3.txt", "The ferry left pier 3.")
    assert [entry.sequence for entry, _ in store.log()] == [1, 2]


def test_a_former_version_is_kept_and_never_found_by_search(store: Store) -> None:
    newer = _put(store, "x2", "a.txt", "The ferry left.")
    capture = _capture("a.txt", "The ferry stayed in port.")
    with store.transaction():
        store.put_article(capture, _article("x1", capture), Deposit(current=False))
    assert list(store.articles()) == [newer]
    assert store.article("x1") is not None
    assert store.search("stayed", 5) == ()


def _take_back(path: Path, revision: str) -> None:
    """Make the database one of an older version."""
    config = Config()
    config.set_main_option("script_location", str(files("retold.store").joinpath("migrations")))
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
    engine.dispose()


def test_names_and_tellings_that_an_older_version_kept_are_looked_up(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    opened = open_store(path, create=True)
    article = _put(opened, "x1", "a.txt", "The ferry left.")
    with opened.transaction():
        opened.put_annotation("k", _annotation(article, "Ann Dow"))
        opened.put_readings([_reading("s1", article)], ())
    seen = opened.sightings("dow")
    opened.close()
    _take_back(path, "0002")
    opened = open_store(path)
    assert opened.sightings("dow") == seen
    assert seen[0].stories == frozenset({"s1"})
    opened.close()


def test_what_was_held_before_there_was_a_log_is_adopted(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    opened = open_store(path, create=True)
    article = _put(opened, "x1", "a.txt", "The ferry left.")
    opened.close()
    _take_back(path, "0001")
    opened = open_store(path)
    ((entry, known),) = opened.log()
    opened.close()
    assert known is not None
    assert (entry.event, entry.capture, known.article) == (Event.ADOPTED, article.capture, "x1")


def _judgement(identity: str) -> Judgement:
    place = Place(Pointer("x1", Span(0, 5)), "words")
    return Judgement(identity, "2031-05-04T10:00:00+00:00", "Ann Dow", Action.NOTE, Judged.CLAIM, ((place,),), "why")


def test_judgements_and_changes_come_back_in_the_order_in_which_they_were_added(store: Store) -> None:
    changes = tuple(StoryChange(ChangeKind.MERGED, (f"s{n}", "s9"), ("s9",), "why") for n in (2, 1))
    with store.transaction():
        for identity in ("j1", "j2"):
            store.add_judgement(_judgement(identity))
        store.add_story_changes(changes)
    assert store.judgements() == (_judgement("j1"), _judgement("j2"))
    assert store.story_changes() == changes


def test_one_judgement_id_twice_is_an_error(store: Store) -> None:
    with store.transaction():
        store.add_judgement(_judgement("j1"))

    def add_again() -> None:
        with store.transaction():
            store.add_judgement(_judgement("j1"))

    with pytest.raises(StoreError):
        add_again()
    assert len(store.judgements()) == 1


@pytest.mark.parametrize("deed", ["DELETE FROM judgements", "UPDATE judgements SET record = ''"])
def test_the_database_refuses_to_change_what_was_judged(tmp_path: Path, deed: str) -> None:
    store = open_store(tmp_path / "r.db", create=True)
    with store.transaction():
        store.add_judgement(_judgement("j1"))
    store.close()
    with sqlite3.connect(tmp_path / "r.db") as raw, pytest.raises(sqlite3.DatabaseError, match="never changed"):
        raw.execute(deed)


def test_the_last_grouping_replaces_the_one_before(store: Store) -> None:
    with store.transaction():
        store.put_grouping({"a#1": "s1", "a#2": "s2", "b#1": "s1"})
    with store.transaction():
        store.put_grouping({"a#1": "s1", "b#1": "s2", "c#1": "s3"})
    assert store.grouping() == {"a#1": "s1", "b#1": "s2", "c#1": "s3"}


def test_the_stories_of_articles_are_those_that_were_read_of_them(store: Store) -> None:
    articles = [_put(store, name, f"{name}.txt", "The ferry left.") for name in ("x1", "x2", "x3")]
    with store.transaction():
        store.put_readings([_reading(f"s{n}", article) for n, article in enumerate(articles)], ())
    assert store.stories_of(["x3", "x1", "nobody"]) == ("s0", "s2")
    assert store.stories_of([]) == ()


def test_a_working_goes_with_the_reading_that_left_it(store: Store) -> None:
    article = _put(store, "a", "a.txt", "The ferry stays in port.")
    with store.transaction():
        store.put_readings([_reading("s1", article), _reading("s2", article)], ())
        for story in ("s1", "s2"):
            store.put_working(story, b"left")
    assert (store.working("s1"), store.working("s3")) == (b"left", None)
    with store.transaction():
        store.put_readings([_reading("s2", article, "k2")], ["s1"])
    assert (store.working("s1"), store.working("s2")) == (None, None)
