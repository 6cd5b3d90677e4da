"""Where a sentence says who said it, by the shape of the clause: marked words in, the same words found."""

from __future__ import annotations

import re

import pytest

import retold
from retold.collation.sources import sources
from retold.collation.units import Reader
from retold.records.collation import ChangeClass, Telling
from retold.records.spans import Span

MARKED = (
    "[Three sailors from the engine room] confided to the Argus that the pump had failed.",
    "The pump had failed, in the words of [two bakers on the pier].",
    "The pump had failed, warned [two bakers who sat at the table].",
    "[Two printers at the press], quoted by [the Gilford Echo], stated that the pump had failed.",
    "In an account that the Echo attributed to [three clerks on duty that night], the pump had failed.",
    "The pump had failed, according to [the harbour office].",
    "The pump had failed and was replaced on Monday.",
    "The closure of the pier was announced on Monday.",
    "Passengers were led from the train by 50 volunteers.",
)


@pytest.mark.parametrize("marked", MARKED)
def test_a_source_is_found_by_the_verb_or_phrase_beside_it(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    ((sentence,),) = Reader().read([Telling("a", text, (Span(0, len(text)),))])
    units = sentence.units
    found = {text[units[low].start : units[high - 1].end] for (low, high), _ in sources(units)}
    assert found == set(re.findall(r"\[(.*?)\]", marked))


CHANGED = (
    ("Two cooks in the galley confided to the Argus that", "Cooks in the galley confided to the Argus that"),
    ("Three sailors from the engine room stated that", "Members of the engine-room crew stated that"),
    ("Three sailors from the galley that night said that", "People in the galley said that"),
)


@pytest.mark.parametrize(("one", "two"), CHANGED)
def test_other_words_for_an_unnamed_source_are_one_change_of_source(one: str, two: str) -> None:
    rest = " the pump of the ferry had failed in the harbour mouth."
    found = retold.collate(one + rest, two + rest).changes
    assert [change.kind for change in found] == [ChangeClass.ATTRIBUTION]


def test_a_source_and_who_handed_it_on_are_dropped_as_one() -> None:
    one = "The clerks opened the boxes of ballots at night, the Echo relayed on Sunday, crediting the Gilford Argus."
    two = "Ballot boxes were unsealed in the night by clerks."
    found = [change for change in retold.collate(one, two).changes if change.kind is ChangeClass.ATTRIBUTION]
    assert [change.readings[0].text for change in found] == ["the Echo relayed on Sunday, crediting the Gilford Argus"]


def test_a_person_spoken_of_before_in_the_place_of_a_name_is_a_change_of_name() -> None:
    one = "The pump had failed in the harbour mouth, the researcher explained."
    (change,) = retold.collate(one, one.replace("the researcher", "Ada Lund")).changes
    assert change.kind is ChangeClass.NAME


def test_a_letter_more_in_a_name_is_another_name() -> None:
    one = "The pump was built in Brackholm before the war."
    (change,) = retold.collate(one, one.replace("Brackholm", "Brackholme")).changes
    assert change.kind is ChangeClass.NAME
