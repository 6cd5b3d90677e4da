"""What stands by itself in sentences that are worded apart, and sources that change as a whole."""

from __future__ import annotations

import retold


def changes(a: str, b: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(c.kind.value, c.detail, tuple(r.text for r in c.readings)) for c in retold.collate(a, b).changes]


AROUND = ("The ferry to Skerry sank on Monday in the sound. ", " Divers went down to the wreck after dark.")


def around(sentence: str) -> str:
    return AROUND[0] + sentence + AROUND[1]


def test_the_source_of_a_recast_sentence_is_compared() -> None:
    found = changes(
        around("The doors of the ship were open when it left, two members of the crew said."),
        around("The ship put out with its doors unlatched, engineers on board said."),
    )
    assert ("attribution", "source changed", ("two members of the crew", "engineers on board")) in found


def test_a_source_that_a_recast_sentence_drops_is_told() -> None:
    found = changes(
        around("The pit would stay shut until an inquiry ends, according to the inspector."),
        around("The mine would not reopen before an inquiry ends."),
    )
    assert [(kind, detail) for kind, detail, _ in found if kind == "attribution"] == [("attribution", "source dropped")]


def test_a_title_before_a_name_is_told_in_a_recast_sentence() -> None:
    found = changes(
        around("In a note, Ambassador Ida Lund said that wine from the isles would no longer be let in."),
        around("In a note, Ida Lund claimed that the state would close its market to all wine of theirs."),
    )
    assert ("name", "title dropped", ("Ambassador", "")) in found


def test_a_description_in_the_place_of_a_name_is_a_change_of_name() -> None:
    found = changes(
        "The hall was full when the principal told parents.", "The hall was full when Ida Holm told parents."
    )
    assert found == [("name", "name and description", ("the principal", "Ida Holm"))]


def test_an_unnamed_source_described_otherwise_is_one_change_of_source() -> None:
    found = changes(
        "A diplomat and another person close to the talks said the harbour asked for help.",
        "People briefed on the talks said the harbour asked for help.",
    )
    assert [(kind, detail) for kind, detail, _ in found] == [("attribution", "source changed")]


def test_how_many_sources_there_were_is_of_their_attribution_before_another_noun_too() -> None:
    found = changes(
        "Two kitchen workers told the Argus that the store was warm.",
        "Kitchen workers told the Argus that the store was warm.",
    )
    assert [(kind, detail) for kind, detail, _ in found] == [("attribution", "count of sources dropped")]


def test_another_number_of_sources_stays_a_change_of_number() -> None:
    found = changes(
        "Two kitchen workers told the Argus that the store was warm.",
        "Three kitchen workers told the Argus that the store was warm.",
    )
    assert [kind for kind, _, _ in found] == ["number"]


def test_one_verb_of_saying_for_another_is_one_change_whatever_it_says_of_certainty() -> None:
    found = changes("The minister confirmed yesterday the sale.", "The minister conceded Monday the sale.")
    assert ("loaded", "confirmed / conceded", ("confirmed", "conceded")) in found
    assert "hedging" not in [kind for kind, _, _ in found]


def test_a_first_name_added_behind_a_dropped_clause_is_a_change_of_its_own() -> None:
    found = changes(
        "No siren sounded in the lower town, Pavic wrote in a letter.",
        "No siren sounded in the lower town or on the hill, Tomas Pavic wrote in a letter.",
    )
    assert ("name", "name added", ("", "Tomas")) in found
