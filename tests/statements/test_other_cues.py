from __future__ import annotations

import pytest
from tests.statements.conftest import Reader

from retold.records.documents import BlockKind


@pytest.mark.parametrize("report", ["a report", "reports"])
def test_a_report_that_is_an_unnamed_source_without_a_cue(reader: Reader, report: str) -> None:
    text = f"The talks broke down following {report} that Belmar had left the league."
    (item,) = reader.annotation(text).attributions
    assert item.cue == ()
    assert item.source[0].of(text) == report
    assert (item.speaker.unnamed, item.speaker.count) == (True, None)
    assert item.content[0].of(text) == "Belmar had left the league"


def test_a_claim_belongs_to_the_one_whose_it_is(reader: Reader) -> None:
    assert reader.read("Nobody believed the ministry's claim that the dam was sound.") == [
        "ministry | assert | the dam was sound"
    ]


def test_a_headline_with_a_colon_names_its_speaker(reader: Reader) -> None:
    text = "Harbour dues will not rise this year: Lena Orsk\nThe port was quiet on Monday."
    found = reader.read(text, line0=BlockKind.HEADLINE)
    assert found == ["Lena Orsk | assert | Harbour dues will not rise this year"]
    assert reader.read(text) == []


def test_according_to_covers_only_its_own_clause_of_two(reader: Reader) -> None:
    text = "The mayor said the pier was safe, and the crane had rusted through, according to the Dorn Gazette."
    assert "Dorn Gazette | assert | the crane had rusted through" in reader.read(text)
