"""Names of one outlet are one publication; owners and state bodies make none."""

from __future__ import annotations

import pytest

from retold.claims.publications import Publications
from retold.language.outlets import REGISTRY
from retold.records.outlets import Outlet, OutletKind

COURIER = Outlet(
    "Varn Courier", OutletKind.NEWSPAPER, "masthead", ("Old Tarvin Lantern",), ("varn.example",), owner="Orla Group"
)
LANTERN = Outlet("Harrow Lantern", OutletKind.NEWSPAPER, "masthead", owner="Orla Group")
BOARD = Outlet("Norvian Board", OutletKind.STATE_BODY, "masthead", state=True)
OWN = Publications(REGISTRY.extended([COURIER, LANTERN, BOARD]))


@pytest.mark.parametrize("name", ["The Varn Courier", "Old Tarvin Lantern", "varn.example", "Varn Courier reports"])
def test_every_name_of_an_outlet_is_one_publication(name: str) -> None:
    assert OWN.key(name) == OWN.key("Varn Courier")


def test_a_name_that_no_registry_joins_stays_its_own() -> None:
    assert Publications().key("Old Tarvin Lantern") != Publications().key("Varn Courier")


def test_two_papers_of_one_owner_are_two_publications() -> None:
    assert OWN.key("Varn Courier") != OWN.key("Harrow Lantern")


def test_a_users_outlet_is_a_publication_by_name_alone() -> None:
    assert OWN.is_publication("Harrow Lantern")
    assert not Publications().is_publication("Harrow Lantern")


@pytest.mark.parametrize("name", ["Norvian Board", "Australian", "age", "White House", "app"])
def test_offices_and_common_words_are_no_publications(name: str) -> None:
    assert not OWN.is_publication(name)
