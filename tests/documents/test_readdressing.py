"""The outlet that an address gives, by another registry than the one at intake."""

from __future__ import annotations

import pytest

from retold.documents import from_text, readdress
from retold.language.outlets import REGISTRY
from retold.records.documents import Basis
from retold.records.outlets import Outlet, OutletKind

TEXT = "The ferry to Carrow was cancelled on Monday. Nobody was hurt, the harbour master said."
COURIER = Outlet("Varn Courier", OutletKind.NEWSPAPER, "masthead", domains=("varncourier.example",))
KNOWING = REGISTRY.extended([COURIER])
URL = "https://varncourier.example/ferry"


def test_a_registry_that_knows_the_address_gives_the_outlet() -> None:
    article = readdress(from_text(TEXT, id="a", url=URL), KNOWING)
    assert (article.outlet.value, article.outlet.basis, article.outlet.method) == (
        "Varn Courier",
        Basis.STATED,
        "address",
    )


def test_one_that_knows_it_no_more_takes_it_back() -> None:
    plain = from_text(TEXT, id="a", url=URL)
    assert readdress(readdress(plain, KNOWING), REGISTRY) == plain


@pytest.mark.parametrize("outlet", ["Carrow Post", "Reuters"])
def test_what_came_with_the_article_stays(outlet: str) -> None:
    article = from_text(TEXT, id="a", outlet=outlet, url=URL)
    assert readdress(article, KNOWING) is article


def test_an_address_goes_before_what_the_furniture_lets_infer() -> None:
    text = f"{TEXT}\n\n© 2031 Harrow Gazette. All rights reserved."
    inferred = from_text(text, id="a", url=URL)
    assert inferred.outlet.basis is Basis.INFERRED
    article = readdress(inferred, KNOWING)
    assert article.outlet.value == "Varn Courier"
    assert readdress(article, REGISTRY) == inferred
