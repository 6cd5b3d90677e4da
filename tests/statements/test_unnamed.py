from __future__ import annotations

import pytest
from tests.statements.conftest import Reader


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("an official", 1),
        ("another woman who saw the plans", 1),
        ("one of the officials", 1),
        ("two officials", 2),
        ("officials", None),
        ("several residents", None),
        ("at least two officials", None),
        ("a port official and another woman who saw the plans", 2),
        ("a ferry captain", 1),
    ],
)
def test_people_without_a_name_are_unnamed_and_counted(reader: Reader, source: str, count: int | None) -> None:
    (item,) = reader.annotation(f"The mill was sold on Friday, {source} said.").attributions
    assert (item.speaker.unnamed, item.speaker.count) == (True, count)


@pytest.mark.parametrize(
    "source",
    [
        "police",
        "a spokesperson for the ministry",
        "her lawyer",
        "the ministry",
        "the president",
        "Lena Orsk, a ferry captain",
        "a council",
        "the Strand Canals Authority",
        "the letter",
    ],
)
def test_offices_bodies_documents_and_named_people_are_not_unnamed(reader: Reader, source: str) -> None:
    (item,) = reader.annotation(f"The mill was sold on Friday, {source} said.").attributions
    assert not item.speaker.unnamed
