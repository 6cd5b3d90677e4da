from __future__ import annotations

from pathlib import Path

import pytest

from retold.claims.options import RULES
from retold.interfaces.settings import Settings, SettingsError, change_rules, load_settings


def wrote(folder: Path, text: str) -> Path:
    path = folder / "retold.toml"
    path.write_text(text)
    return path


def test_the_file_beside_the_database_is_read(tmp_path: Path) -> None:
    wrote(tmp_path, '[rules]\noff = ["bbc-single-source"]\n')
    settings = load_settings(None, tmp_path / "news.db")
    assert settings.names == tuple(name for name in RULES if name != "bbc-single-source")


def test_the_file_that_is_named_comes_first(tmp_path: Path) -> None:
    wrote(tmp_path, '[rules]\noff = ["bbc-single-source"]\n')
    named = tmp_path / "desk.toml"
    named.write_text('[rules]\nonly = ["ap-opinion", "reuters-no-source"]\n')
    assert load_settings(named, tmp_path / "news.db").names == ("reuters-no-source", "ap-opinion")


def test_without_a_file_all_rules_speak(tmp_path: Path) -> None:
    assert load_settings(None, tmp_path / "news.db").names == RULES
    assert load_settings(None, None).names == RULES


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        (["none"], ()),
        (["none", "+ap-opinion"], ("ap-opinion",)),
        (["none,+ap-opinion,+reuters-no-source"], ("reuters-no-source", "ap-opinion")),
        (["-ap-opinion"], tuple(name for name in RULES if name != "ap-opinion")),
        (["none", "all"], RULES),
    ],
)
def test_changes_are_made_one_after_the_other(changes: list[str], names: tuple[str, ...]) -> None:
    assert change_rules(Settings(), changes).names == names


@pytest.mark.parametrize("change", ["ap-opinion", "+ap-nonsense", "*ap-opinion"])
def test_an_unknown_change_says_where_the_names_are(change: str) -> None:
    with pytest.raises(SettingsError, match="retold rules"):
        change_rules(Settings(), [change])


@pytest.mark.parametrize(
    "text",
    [
        "rules = 3",
        "[rules]\nof = []",
        "[rule]\noff = []",
        '[rules]\noff = "ap-opinion"',
        "[rules]\noff = [1]",
        "[rules]\nonly = []\noff = []",
        '[rules]\noff = ["ap-nonsense"]',
        "[rules",
        "\x00",
    ],
)
def test_a_file_that_cannot_be_meant_is_an_error_that_names_it(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"retold\.toml"):
        load_settings(wrote(tmp_path, text), None)


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path / "none.toml", None)
