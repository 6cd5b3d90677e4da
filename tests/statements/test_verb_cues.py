from __future__ import annotations

import pytest
from tests.statements.conftest import Reader

CASES = [
    ("Police said two men had been arrested.", ["Police | assert | two men had been arrested"]),
    ("The bridge is shut, the mayor said.", ["mayor | assert | The bridge is shut"]),
    ("“The chart was wrong,” the pilot said.", ["unnamed 1 | assert | “The chart was wrong,”"]),
    ("The mayor said: “Nobody is hurt.”", ["mayor | assert | “Nobody is hurt.”"]),
    (
        "Mrs. Orsk, these people said, would be open to a sale.",
        ["unnamed some | assert | Mrs. Orsk + would be open to a sale"],
    ),
    ("“The pier,” the mayor said, “is safe.”", ["mayor | assert | “The pier,” + “is safe.”"]),
    (
        "As the Dorn Gazette reported on Monday, the museum will close.",
        ["Dorn Gazette | assert | the museum will close"],
    ),
    ("The mayor denied the allegations.", ["mayor | deny | the allegations"]),
    ("The union accused the mayor of burning the archive.", ["union | accuse | the mayor of burning the archive"]),
    ("The mayor demanded that residents stay indoors.", ["mayor | demand | residents stay indoors"]),
    ("The mayor admitted the books were false.", ["mayor | admit | the books were false"]),
    ("The bank predicted that prices would fall.", ["bank | predict | prices would fall"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_construction_gives_source_and_content(reader: Reader, text: str, expected: list[str]) -> None:
    assert reader.read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mayor did not say when the bridge would open.",
        "The mayor would say nothing if the bridge fell.",
        "Many visitors have accepted the new fare.",
        "The driver was cited for speeding near the quay.",
        "The mill became a source of pride for the town.",
        "The ship sank in deep water off the cape.",
        "He read the letter twice and went home.",
    ],
)
def test_nothing_is_attributed_where_nobody_states_anything(reader: Reader, text: str) -> None:
    assert reader.read(text) == []


def test_a_speaker_is_shared_by_coordinated_verbs(reader: Reader) -> None:
    text = "Norvia has acknowledged sending boats to Belmar but said in public they had sailed before the war."
    assert [line.split(" | ")[1:] for line in reader.read(text)] == [
        ["admit", "sending boats to Belmar"],
        ["assert", "they had sailed before the war"],
    ]


def test_i_inside_a_quotation_is_no_source_of_its_own(reader: Reader) -> None:
    assert len(reader.read("“I think the mill is lost,” the owner said.")) == 1
