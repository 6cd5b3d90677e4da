"""`retold outlets`: look-ups, what is held, the stub, and a file that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from retold.interfaces.cli.app import app
from retold.language.outlets import REGISTRY

FERRY = "The ferry to Carrow was cancelled on Monday. Nobody was hurt, the harbour master said."


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["outlets", *arguments])


@pytest.fixture
def database(tmp_path: Path) -> str:
    rows = [
        {"id": "a", "text": FERRY, "outlet": "AP", "url": "https://apnews.com/a"},
        {
            "id": "b",
            "text": f"Update: {FERRY}",
            "outlet": "Varn [red]Courier\u001b[31m",
            "url": "https://varn.example/",
        },
    ]
    source, database = tmp_path / "in.jsonl", str(tmp_path / "news.db")
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert CliRunner().invoke(app, ["add", str(source), "--db", database]).exit_code == 0
    return database


def test_what_is_held_is_listed_and_the_unknown_after_it(database: str) -> None:
    result = run("--db", database)
    assert result.exit_code == 0
    known, _, unknown = result.output.partition("Not in the registry")
    assert "Associated Press" in known
    assert "Varn [red]Courier" in unknown
    assert "\x1b[31m" not in result.output


def test_what_is_held_is_told_to_programs(database: str) -> None:
    rows = json.loads(run("--db", database, "--json").stdout)
    assert [(row["articles"], row["outlet"] is None) for row in rows] == [(1, False), (1, True)]
    assert rows[1]["hosts"] == ["varn.example"]


def test_an_entry_is_shown_whole_without_a_database() -> None:
    result = run("afp", "--db", "nowhere.db")
    assert result.exit_code == 0
    for said in ("Agence France-Presse", "agency, FR", "afp.com", "https://www.afp.com"):
        assert said in result.output


def test_all_of_the_registry_is_listed() -> None:
    assert len(json.loads(run("--all", "--json").stdout)) == len(REGISTRY.outlets)


def test_an_unknown_name_says_what_to_do_and_fails() -> None:
    result = run("Zurnwick Examiner")
    assert result.exit_code == 1
    assert "retold.toml" in result.output


def test_two_questions_at_once_are_refused() -> None:
    assert run("Reuters", "--stub").exit_code == 2


def test_a_stub_named_in_the_settings_is_known_to_the_next_run(tmp_path: Path) -> None:
    source, database = tmp_path / "in.jsonl", str(tmp_path / "news.db")
    source.write_text(json.dumps({"id": "a", "text": FERRY, "outlet": "Varn Courier"}) + "\n")
    CliRunner().invoke(app, ["add", str(source), "--db", database])
    (tmp_path / "own.toml").write_text(run("--db", database, "--stub").stdout)
    (tmp_path / "retold.toml").write_text('outlets = "own.toml"\n')
    (row,) = json.loads(run("--db", database, "--json").stdout)
    assert row["outlet"]["name"] == "Varn Courier"


def test_a_bad_entry_ends_every_command_in_one_line_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[[outlet]]\nname = "Varn Courier"\nkind = "rag"\nsource = "masthead"\n')
    (tmp_path / "retold.toml").write_text('outlets = "own.toml"\n')
    database = str(tmp_path / "news.db")
    for command in (["read", str(tmp_path)], ["outlets"], ["rules"]):
        result = CliRunner().invoke(app, [*command, "--db", database])
        assert result.exit_code == 2
        assert '"Varn Courier": "kind" is one of' in " ".join(result.output.split())
    assert not Path(database).exists()


def test_the_ledger_of_a_pipe_takes_the_outlets_of_its_settings(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[[outlet]]\nname = "Varn Wire"\nkind = "agency"\naliases = ["VWX"]\nsource = "masthead"\n'
    )
    (tmp_path / "desk.toml").write_text('outlets = "own.toml"\n')
    story = tmp_path / "stories.jsonl"
    one = "Ada Holt said the bridge at Tarvin is closed."
    two = "The bridge at Tarvin is closed, according to Ada Holt."
    articles = [{"id": "a", "text": one, "outlet": "VWX"}, {"id": "b", "text": two, "outlet": "Varn Wire"}]
    story.write_text(json.dumps({"story": "s", "articles": articles}) + "\n")

    def observers(*config: str) -> list[list[int]]:
        result = CliRunner().invoke(app, ["ledger", str(story), *config])
        assert result.exit_code == 0
        return [claim["origins"]["observers"] for claim in json.loads(result.stdout)["claims"]]

    assert observers() == [[1, 2]]
    assert observers("--config", str(tmp_path / "desk.toml")) == [[1, 1]]
