"""The documents say what the program does: every command is in them, and their examples run."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from retold.interfaces.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def _fenced(language: str) -> list[tuple[str, str]]:
    block = re.compile(rf"^```{language}\n(.*?)^```$", re.DOTALL | re.MULTILINE)
    return [(path.name, match.group(1)) for path in DOCUMENTS for match in block.finditer(path.read_text())]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert re.search(rf"`(retold )?{command}\b", (ROOT / "docs" / "commands.md").read_text())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"Example: retold {command}" in " ".join(result.output.split())


@pytest.mark.parametrize(("document", "code"), _fenced("python"))
def test_python_examples_run(document: str, code: str) -> None:
    exec(compile(code, document, "exec"), {})


def test_the_readme_shows_what_the_demo_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With RETOLD_REFRESH_README=1 the README is brought up to date instead."""
    monkeypatch.setenv("COLUMNS", "100")
    database, page = str(tmp_path / "d.db"), str(tmp_path / "d.html")
    result = CliRunner().invoke(app, ["demo", "--db", database, "--report", page])
    assert result.exit_code == 0
    shown = "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())
    path = ROOT / "README.md"
    readme = path.read_text()
    before, marker, rest = readme.partition("<!-- output of: retold demo -->\n```text\n")
    assert marker
    held, _, after = rest.partition("```\n")
    if os.environ.get("RETOLD_REFRESH_README"):
        path.write_text(f"{before}{marker}{shown}\n```\n{after}")
    else:
        assert held.strip() == shown, "run this test with RETOLD_REFRESH_README=1 to bring the README up to date"
