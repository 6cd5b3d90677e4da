"""Which words stand for a government, and which for a place."""

from __future__ import annotations

import pytest

from retold.statements.actors import resolve_government
from retold.statements.actors.countries import NameKind, StateName, gazetteer
from retold.statements.actors.governments import read_state
from retold.statements.actors.settings import Setting

CAPITAL = StateName(NameKind.CAPITAL, "NO", "Government of Norway")
SEAT = StateName(NameKind.SEAT, "RU", "Government of Russia")


@pytest.mark.parametrize(
    ("words", "government"),
    [
        ("Norway", "Government of Norway"),
        ("Oslo", "Government of Norway"),
        ("the Kremlin", "Government of Russia"),
        ("The White House", "Government of the United States"),
        ("Downing Street", "Government of the United Kingdom"),
        ("U.S.", "Government of the United States"),
        ("the US government", "Government of the United States"),
        ("Norwegian authorities", "Government of Norway"),
        ("Norway’s judiciary", "Judiciary of Norway"),
        ("the government of Norway", "Government of Norway"),
        ("Norwegian Foreign Ministry", "Ministry of Foreign Affairs of Norway"),
        ("Teheran", "Government of Iran"),
        ("OSLO", "Government of Norway"),
    ],
)
def test_names_of_states_resolve_to_their_government(words: str, government: str) -> None:
    assert resolve_government(words) == government


@pytest.mark.parametrize(
    "words", ["Norwegian", "Bergen", "Ana Brix", "Brussels", "a White House official", "", "’s", "Scotland"]
)
def test_other_words_resolve_to_none(words: str) -> None:
    assert resolve_government(words) is None


@pytest.mark.parametrize(
    ("setting", "is_government"),
    [
        (Setting("nsubj", "deny", "VERB"), True),
        (Setting("dobj", "accuse", "VERB"), True),
        (Setting("pobj", "relation", "NOUN", "with"), True),
        (Setting("poss", "ambassador", "NOUN"), True),
        (Setting("pobj", "sanction", "NOUN", "on"), True),
        (Setting("pobj", "court", "NOUN", "in"), False),
        (Setting("dobj", "visit", "VERB"), False),
        (Setting("poss", "suburb", "NOUN"), False),
        (Setting("pobj", "fly", "VERB", "to"), False),
        (Setting(), False),
    ],
)
def test_the_setting_decides_between_government_and_place(setting: Setting, is_government: bool) -> None:
    reading = read_state("Oslo", CAPITAL, setting)
    assert reading.is_government is is_government
    assert reading.why


def test_a_seat_of_power_is_a_building_only_after_a_preposition_of_place() -> None:
    assert read_state("the Kremlin", SEAT, Setting("nsubj", "be", "AUX")).is_government is True
    assert read_state("the Kremlin", SEAT, Setting("pobj", "meet", "VERB", "inside")).is_government is False


def test_every_demonym_and_alias_names_a_known_state() -> None:
    known = gazetteer()
    assert {name.code for name in known.names.values() if name.code} <= set(known.titles)
