"""Quantities agree in value or not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold.benchmarks.scoring.quantities import score
from retold.records.spans import Span
from retold.records.statements import Quantity, QuantityKind

PRICE = Quantity(Span(10, 20), QuantityKind.MONEY, 300.0, 300.0, "EUR")
BOATS = Quantity(Span(30, 37), QuantityKind.COUNT, 12.0, None, "boats")


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        (PRICE, PRICE, 1),
        (PRICE, replace(PRICE, span=Span(18, 25)), 1),
        (PRICE, replace(PRICE, span=Span(20, 25)), 0),
        (PRICE, replace(PRICE, unit="USD"), 0),
        (PRICE, replace(PRICE, low=299.0), 0),
        (PRICE, replace(PRICE, high=None), 0),
        (BOATS, replace(BOATS, unit="vessels"), 1),
        (BOATS, replace(BOATS, kind=QuantityKind.MEASURE), 0),
    ],
)
def test_a_quantity_is_right_by_place_kind_bounds_and_unit(gold: Quantity, found: Quantity, right: int) -> None:
    assert score([([gold], [found])]).right == right


def test_one_answer_serves_one_quantity() -> None:
    agreement = score([([PRICE, replace(PRICE, span=Span(12, 14))], [PRICE])])
    assert (agreement.right, agreement.found, agreement.gold) == (1, 1, 2)
