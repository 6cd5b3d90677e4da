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


OUTLET = '[[outlet]]\nname = "Varn Courier"\nkind = "newspaper"\nsource = "masthead"\n'


def test_the_outlets_file_stands_beside_the_settings(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OUTLET)
    wrote(tmp_path, 'outlets = "own.toml"\n[rules]\noff = ["ap-opinion"]\n')
    settings = change_rules(load_settings(None, tmp_path / "news.db"), ["none"])
    assert settings.outlets.named("Varn Courier") is not None
    assert settings.outlets.named("Reuters") is not None
    assert settings.rules == ()


@pytest.mark.parametrize(
    ("said", "outlets", "reason"),
    [
        ("outlets = 3", OUTLET, "is the name of a file"),
        ('outlets = ""', OUTLET, "is the name of a file"),
        ('outlets = "none.toml"', OUTLET, "cannot be read"),
        ('outlets = "."', OUTLET, "cannot be read"),
        ('outlets = "a\\u0000b"', OUTLET, "cannot be read"),
        ('outlets = "own.toml"', OUTLET.replace("newspaper", "rag"), 'own.toml: outlet 1, "Varn Courier": "kind" is'),
        ('outlets = "own.toml"', OUTLET + 'aliases = ["AP"]', '"AP" belongs to both'),
    ],
)
def test_outlets_that_cannot_be_used_are_an_error_that_names_them(
    tmp_path: Path, said: str, outlets: str, reason: str
) -> None:
    (tmp_path / "own.toml").write_text(outlets)
    with pytest.raises(SettingsError) as error:
        load_settings(wrote(tmp_path, said), None)
    assert reason in str(error.value)
    assert "\n" not in str(error.value)
