from __future__ import annotations

import pytest
from tests.statements.conftest import Reader

import retold


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lena Orsk said the pier was safe. She added that the crane was new.", ["Lena Orsk", "Lena Orsk"]),
        ("Mayor Lena Orsk said the pier was safe. Orsk said the crane was new.", ["Lena Orsk", "Lena Orsk"]),
        (
            "“The door was open,” Detective Sergeant Lena Varga said. “It was dark,” she said.",
            ["Lena Varga", "Lena Varga"],
        ),
        ("Tarn Radio said the pier was safe. “The crane is new,” it added.", ["Tarn Radio", "Tarn Radio"]),
    ],
)
def test_pronouns_and_last_names_mean_the_one_before(reader: Reader, text: str, names: list[str]) -> None:
    assert [a.speaker.name for a in reader.annotation(text).attributions] == names


def test_a_pronoun_without_antecedent_is_unknown(reader: Reader) -> None:
    (item,) = reader.annotation("He said the pier was safe.").attributions
    assert item.speaker.name is None
    assert not item.speaker.unnamed
    assert "antecedent" in item.speaker.why


def test_a_capital_that_speaks_is_its_government(reader: Reader) -> None:
    (item,) = reader.annotation("Vienna has denied its engineers took part in the trial.").attributions
    assert item.speaker.name == "Government of Austria"


def test_a_role_before_a_name_is_kept(reader: Reader) -> None:
    (item,) = reader.annotation("Norvian Deputy Harbour Minister Lena Orsk said the pier was safe.").attributions
    assert item.speaker.name == "Lena Orsk"
    assert item.speaker.role == "Norvian Deputy Harbour Minister"


def test_the_publication_in_a_phrase_gives_the_name(reader: Reader) -> None:
    (item,) = reader.annotation("The pier was safe, the court's Tarn Online website said.").attributions
    assert item.speaker.name == "Tarn Online"


def test_somebody_who_tells_of_himself_is_no_relay(reader: Reader) -> None:
    text = "Tom Varga said he told Tarn Radio that the mill was sold."
    (item,) = reader.annotation(text).attributions
    assert (item.speaker.name, [relay.name for relay in item.relays]) == ("Tom Varga", ["Tarn Radio"])


def test_a_person_named_after_an_office_and_a_comma_is_the_speaker() -> None:
    text = (
        "At least 19 people were treated for injuries at Orm General Hospital, its medical director, Tomas Brandt, "
        "told the Courier."
    )
    (item,) = retold.annotate(text).attributions
    assert item.speaker.name == "Tomas Brandt"
    assert item.speaker.role == "its medical director"
