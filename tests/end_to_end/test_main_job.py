"""The main job on the bundled example, as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from retold.interfaces.cli.app import app
from retold.planted.example import example_paths
from retold.records.readings import StoryReading
from retold.store.database import open_store

WEATHER = (
    "Hail breaks greenhouse roofs in Tarn\n"
    "Hailstones the size of plums broke 300 greenhouse roofs in the valley of Tarn on Thursday.\n"
    "Tomato grower Ilse Brandvold said she had swept glass until midnight.\n"
    "“I have never seen ice like it,” Brandvold said.\n"
)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def _answer(*arguments: str) -> Any:
    result = _run(*arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    result = _run("demo", "--db", str(folder / "demo.db"), "--report", str(folder / "demo.html"))
    assert result.exit_code == 0, result.output
    assert "Who said what" in result.stdout
    assert (folder / "demo.html").stat().st_size > 10_000
    return folder / "demo.db"


def _readings(db: Path) -> list[StoryReading]:
    store = open_store(db)
    try:
        return list(store.readings())
    finally:
        store.close()


def test_a_second_run_changes_nothing(demo: Path) -> None:
    before = _readings(demo)
    summary = _answer("read", *map(str, example_paths()), "--db", str(demo), "--json")
    assert (summary["added"], summary["changed"], summary["annotated"], summary["read"]) == ([], [], 0, [])
    assert _readings(demo) == before


def test_a_new_article_updates_only_the_story_it_tells(demo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(demo.read_bytes())
    (tmp_path / "hail.txt").write_text(WEATHER)
    summary = _answer("read", str(tmp_path / "hail.txt"), "--db", str(copy), "--json")
    assert len(summary["added"]) == 1
    assert summary["annotated"] == 1
    assert [story["tellings"][0]["article"] for story in summary["read"]] == summary["added"]
    assert [r for r in _readings(copy) if r.story.id != summary["read"][0]["id"]] == _readings(demo)


def test_neither_order_nor_workers_change_the_answer(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retold.pipeline.workers._WORTH_WORKERS", 2)
    other = tmp_path / "other.db"
    paths = [str(path) for path in reversed(example_paths())]
    _answer("read", *paths[:4], "--db", str(other), "--json")
    _answer("read", *paths[4:], "--db", str(other), "--json", "--workers", "2")
    assert _readings(other) == _readings(demo)


def test_every_span_of_every_reading_lies_in_its_article(demo: Path) -> None:
    store = open_store(demo)
    lengths = {article.id: len(article.text) for article in store.articles()}
    for reading in store.readings():
        for claim in reading.ledger.claims:
            for occurrence in claim.occurrences:
                assert occurrence.span.end <= lengths[occurrence.article]
        for change in reading.collation.changes:
            for one in change.readings:
                text = store.article(one.article)
                assert text is not None
                assert one.span.of(text.text) == one.text
    store.close()


@pytest.mark.parametrize(
    "command", [["stories"], ["story", "1"], ["claims", "1"], ["disputes", "1"], ["timeline", "1"]]
)
def test_reading_commands_answer_in_text_and_json(demo: Path, command: list[str]) -> None:
    assert _run(*command, "--db", str(demo)).stdout.strip()
    assert _answer(*command, "--db", str(demo), "--json")


def test_a_claim_is_found_by_its_id_with_its_chain_and_offsets(demo: Path) -> None:
    claims = _answer("claims", "1", "--db", str(demo), "--json")
    identity = claims[0]["id"]
    claim = _answer("claim", identity, "--db", str(demo), "--json")
    assert claim["origins"]["retellings"] >= 1
    store = open_store(demo)
    for occurrence in claim["occurrences"]:
        article = store.article(occurrence["article"])
        assert article is not None
        assert article.text[occurrence["start"] : occurrence["end"]] == occurrence["words"]
        assert occurrence["chain"]
    store.close()
    assert claim["text"].split()[0] in _run("claim", identity, "--db", str(demo)).stdout


def test_who_tells_what_a_speaker_said_once_for_all_its_tellings(demo: Path) -> None:
    (kolb,) = _answer("who", "ada kolb", "--db", str(demo), "--json")
    assert len(kolb["articles"]) > 3
    assert [office["words"] for office in kolb["offices"]] == ["Transport Minister"]
    retold = max(kolb["statements"], key=lambda statement: len(statement["told"]))
    assert len({told["outlet"] for told in retold["told"]}) > 2
    store = open_store(demo)
    for statement in kolb["statements"]:
        for told in statement["told"]:
            article = store.article(told["article"])
            assert article is not None
            pieces = [article.text[w["span"]["start"] : w["span"]["end"]] for w in told["where"]]
            assert " ".join(" … ".join(pieces).split()) == told["words"]
    store.close()
    assert _answer("who", "kolb", "--db", str(demo), "--json") == [kolb]


def test_who_shows_a_denial_that_was_given_up_later(demo: Path) -> None:
    profiles = _answer("who", "transport ministry", "--db", str(demo), "--json")
    change = next(change for profile in profiles for change in profile["changes"])
    assert (change["before"]["verb"], change["after"]["verb"], change["over_time"]) == ("denied", "admitted", True)
    assert change["before"]["by"] < change["after"]["when"]
    assert "denied, then admitted" in _run("who", "transport ministry", "--db", str(demo)).stdout


def test_who_dates_a_statement_by_its_own_words_and_leaves_other_days_open(demo: Path) -> None:
    (service,) = _answer("who", "ambulance service", "--db", str(demo), "--json")
    corrected = [s for s in service["statements"] if s["said"]]
    assert [s["said"] for s in corrected] == [["2025-10-17"]]
    assert all(told["published"] is None or told["published"] >= "2025-10-17" for told in corrected[0]["told"])
    assert "day not stated" in _run("who", "ambulance service", "--db", str(demo)).stdout


def test_a_claim_shows_its_clocks_with_the_words_that_give_them(demo: Path) -> None:
    claims = _answer("claims", "1", "--db", str(demo), "--json")
    clocks = [(o["clocks"], o["article"]) for claim in claims for o in claim["occurrences"]]
    store = open_store(demo)
    for four, identity in clocks:
        article = store.article(identity)
        assert article is not None
        assert four["published"]["value"] == article.published.value
        for clock in four.values():
            assert (clock["value"] is None) == (clock["precision"] == "unknown")
            if clock["where"]:
                assert article.text[clock["where"]["start"] : clock["where"]["end"]].strip()
    store.close()
    assert any(four["happened"]["precision"] == "month" for four, _ in clocks)
    assert any(four["said"]["precision"] == "day" for four, _ in clocks)
    assert "said not stated" in _run("claim", claims[0]["id"], "--db", str(demo)).stdout


def test_a_timeline_tells_the_days_of_saying_from_those_of_the_events(demo: Path) -> None:
    moments = _answer("timeline", "1", "--db", str(demo), "--json")
    assert {moment["clock"] for moment in moments} == {"said", "happened", "named"}
    assert "  said" in _run("timeline", "1", "--db", str(demo)).stdout


def test_a_sum_that_does_not_agree_is_shown_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "sum.txt").write_text(
        "Ferry sinks off Orm\n"
        "The ferry carried a total of 45 passengers, 12 women passengers and 30 men passengers, when it sank off Orm.\n"
        "The harbour of Orm paid $30 million for the pier and $300 million for the dock, $330 million in all.\n"
    )
    page = tmp_path / "page.html"
    assert _run("read", str(tmp_path / "sum.txt"), "--db", str(tmp_path / "r.db"), "--report", str(page)).exit_code == 0
    checks = _answer("story", "1", "--db", str(tmp_path / "r.db"), "--json")["checks"]
    assert [check["agrees"] for check in checks] == [False, True]
    assert "12 + 30" in checks[0]["detail"]
    assert "does not agree" in _run("story", "1", "--db", str(tmp_path / "r.db")).stdout
    assert "does not agree" in page.read_text()


def test_search_finds_words(demo: Path) -> None:
    hits = _answer("search", "bridge", "bicycle bells", "--db", str(demo), "--json")
    assert hits
    assert "bicycle" in _run("search", "bicycle", "--db", str(demo)).stdout


def test_a_story_is_collated_as_text_json_and_tei(demo: Path) -> None:
    collation = _answer("collate", "1", "--db", str(demo), "--json")
    assert collation["rows"]
    assert collation["changes"]
    assert _run("collate", "1", "--db", str(demo), "--tei").stdout.startswith("<?xml")
    assert "loaded" in _run("collate", "1", "--db", str(demo)).stdout


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        (["story", "99"], "retold stories"),
        (["claims", "nope"], "retold stories"),
        (["claim", "1.zzzz"], "retold claims 1"),
        (["claim", "zzzz"], "retold claims 1"),
        (["who", "Nobody Atall"], "retold search"),
    ],
)
def test_an_unknown_id_ends_in_one_line_that_says_what_to_do(demo: Path, command: list[str], hint: str) -> None:
    result = _run(*command, "--db", str(demo))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1
    assert hint in result.stderr


def test_reading_commands_without_a_database_say_how_to_make_one(tmp_path: Path) -> None:
    result = _run("stories", "--db", str(tmp_path / "none.db"))
    assert result.exit_code == 1
    assert "retold read" in result.stderr


def test_hostile_words_steer_neither_the_terminal_nor_the_page(tmp_path: Path) -> None:
    hostile = (
        "\x1b[31mRed\x1b[0m alert <script>alert(1)</script> [bold]in Orm\n"
        "Mayor Ann Dow said <img src=x onerror=alert(1)> the \x07bell “rang [red]twice[/red]” on Monday.\n"
    )
    (tmp_path / "hostile.txt").write_text(hostile)
    page = tmp_path / "page.html"
    result = _run("read", str(tmp_path / "hostile.txt"), "--db", str(tmp_path / "r.db"), "--report", str(page))
    assert result.exit_code == 0, result.output
    assert "\x1b[31mRed" not in result.stdout
    assert "\x07" not in result.stdout
    html = page.read_text()
    assert "<script" not in html
    assert "<img" not in html
