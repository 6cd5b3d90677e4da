"""Which of the desks' rules speak: decided once beside the database, or for one command, and never read anew for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from retold.claims.options import RULES
from retold.interfaces.cli.app import app

FERRY = "A source said the harbour master is a disgrace. A storm had broken the ramp of the ferry to Orm on Monday."


def _run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=typed)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rules")
    (folder / "ferry.txt").write_text(FERRY)
    assert _run("read", str(folder / "ferry.txt"), "--db", str(folder / "r.db")).exit_code == 0
    return folder / "r.db"


def _findings(db: Path, *arguments: str) -> set[str]:
    result = _run("claims", "1", "--json", "--db", str(db), *arguments)
    assert result.exit_code == 0, result.output
    claims: list[dict[str, Any]] = json.loads(result.stdout)
    return {finding["rule"] for claim in claims for finding in claim["findings"]}


def test_every_rule_is_listed_with_its_source(db: Path) -> None:
    rows = json.loads(_run("rules", "--db", str(db), "--json").stdout)
    assert [row["rule"] for row in rows] == list(RULES)
    assert all(row["on"] and row["source"] and row["asks"] for row in rows)
    shown = _run("rules", "--db", str(db)).stdout
    assert all(name in shown for name in RULES)


def test_a_rule_is_switched_off_for_one_command_without_reading_anew(db: Path) -> None:
    before = db.read_bytes()
    assert "ap-bare-source" in _findings(db)
    assert "ap-bare-source" not in _findings(db, "--rules", "-ap-bare-source")
    assert _findings(db, "--rules", "none") == set()
    assert db.read_bytes() == before


def test_the_file_beside_the_database_holds_for_every_command(db: Path) -> None:
    (db.parent / "retold.toml").write_text('[rules]\nonly = ["ap-bare-source"]\n')
    try:
        assert _findings(db) == {"ap-bare-source"}
        read = json.loads(_run("read", str(db.parent / "ferry.txt"), "--db", str(db), "--json").stdout)
        assert read["read"] == []
        checked = json.loads(_run("check", "-", "--db", str(db), "--json", typed=FERRY + " Again.").stdout)
        assert {f["rule"] for claim in checked["claims"] for f in claim["findings"]} == {"ap-bare-source"}
    finally:
        (db.parent / "retold.toml").unlink()


def test_the_ledger_pipe_takes_the_same_choice(tmp_path: Path) -> None:
    line = json.dumps({"story": "s", "articles": [{"id": "a", "text": FERRY}]})
    result = _run("ledger", "-", "--rules", "none,+ap-bare-source", typed=line)
    claims = json.loads(result.stdout)["claims"]
    assert {finding["rule"] for claim in claims for finding in claim["findings"]} == {"ap-bare-source"}


def test_a_wrong_name_is_one_line_and_status_2(db: Path) -> None:
    result = _run("claims", "1", "--db", str(db), "--rules", "+nonsense")
    assert result.exit_code == 2
    assert "retold rules" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
