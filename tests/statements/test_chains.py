from __future__ import annotations

import pytest
from tests.statements.conftest import Reader

CHAINS = [
    (
        "The harbour will reopen in May, Mayor Lena Orsk said, according to a report on Friday from Norvian state news "
        "agency NVA.",
        ["Lena Orsk < NVA | assert | The harbour will reopen in May"],
    ),
    (
        "The tunnel will stay shut until autumn, the Harbour Post reported this week, citing a port official and "
        "another woman who saw the plans.",
        ["unnamed 2 < Harbour Post | assert | The tunnel will stay shut until autumn"],
    ),
    (
        "Tarn Radio quoted a ferry captain as saying the engine had failed twice.",
        ["unnamed 1 < Tarn Radio | assert | the engine had failed twice"],
    ),
    (
        "The ferry had no licence, according to a report in Wednesday’s Belmar Herald, which quoted two dock workers.",
        ["unnamed 2 < Belmar Herald | assert | The ferry had no licence"],
    ),
    (
        "The ferry had no licence, a dock worker was quoted as saying by the Belmar Herald.",
        ["unnamed 1 < Belmar Herald | assert | The ferry had no licence"],
    ),
    (
        "According to sources quoted by the Belmar Herald, the bank had moved its gold in June.",
        ["unnamed some < Belmar Herald | assert | the bank had moved its gold in June"],
    ),
    (
        "The dam is safe, according to the Dorn Gazette, which cited two engineers who had seen the plans.",
        ["unnamed 2 < Dorn Gazette | assert | The dam is safe"],
    ),
    (
        "The Dorn Gazette reported that a harbour pilot said the chart was wrong.",
        ["unnamed 1 < Dorn Gazette | assert | the chart was wrong"],
    ),
    (
        "Varga, the harbour master, told Reuters that the crane had been inspected.",
        ["Varga < Reuters | assert | the crane had been inspected"],
    ),
    (
        "A memo obtained by the Belmar Herald says the bridge was never tested.",
        ["memo < Belmar Herald | assert | the bridge was never tested"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_each_link_of_a_chain_stands_in_its_place(reader: Reader, text: str, expected: list[str]) -> None:
    assert reader.read(text) == expected


def test_a_telling_that_says_more_than_the_inner_one_stays_as_its_parent(reader: Reader) -> None:
    text = "The Dorn Gazette reported that the ferry sank in a storm and that a deckhand said the radio was dead."
    outer, inner = reader.annotation(text).attributions
    assert inner.parent == outer.id
    assert [relay.name for relay in inner.relays] == ["Dorn Gazette"]
    assert outer.parent is None


def test_a_reason_that_a_person_cites_is_no_source(reader: Reader) -> None:
    assert reader.read("The museum will close, the director said, citing rising costs.") == [
        "director | assert | The museum will close"
    ]


def test_a_person_who_tells_what_another_said_is_a_relay_marked_so(reader: Reader) -> None:
    (item,) = reader.annotation("Mayor Lena Orsk said Tom Varga told her that the mill was sold.").attributions
    assert item.speaker.name == "Tom Varga"
    assert [(relay.name, relay.person) for relay in item.relays] == [("Lena Orsk", True)]


def test_only_publications_that_are_told_something_are_relays(reader: Reader) -> None:
    (item,) = reader.annotation("Varga told reporters that the crane had been inspected.").attributions
    assert item.relays == ()
