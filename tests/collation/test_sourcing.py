from __future__ import annotations

import retold
from retold.records.collation import ChangeClass


def test_the_word_before_according_to_is_no_source() -> None:
    one = "Fourteen people were hurt, two of them badly, according to the clinic."
    (change,) = retold.collate(one, one.replace("badly", "seriously")).changes
    assert change.kind is not ChangeClass.ATTRIBUTION


def test_the_noun_before_a_verb_of_saying_is_one() -> None:
    one = "Fourteen people were hurt on the pier, the clinic said."
    (change,) = retold.collate(one, one.replace("clinic", "harbour")).changes
    assert change.kind is ChangeClass.ATTRIBUTION
