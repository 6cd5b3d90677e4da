from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from retold.stories.titles import LONGEST, name_story

TEXTS = [
    "Also on Wednesday, the council of Ostrey closed the toll bridge for repairs. Boats were not affected.",
    "He said so twice. The toll bridge at Ostrey was closed for repairs, the council told drivers.",
    "“Nobody warned us,” said a ferryman. Drivers at Ostrey must go round by Marrow.",
]


def test_a_story_is_named_by_a_sentence_that_stands_alone() -> None:
    assert name_story(TEXTS[:1]) == "The council of Ostrey closed the toll bridge for repairs."
    assert name_story(TEXTS[1:2]) == "The toll bridge at Ostrey was closed for repairs, the council told drivers."
    assert "bridge" in name_story(TEXTS)


def test_the_name_does_not_depend_on_the_order_of_the_texts() -> None:
    shuffled = TEXTS[:]
    for seed in range(4):
        random.Random(seed).shuffle(shuffled)
        assert name_story(shuffled) == name_story(TEXTS)


def test_a_long_sentence_is_cut_at_a_word() -> None:
    found = name_story(["The council of Ostrey " + "met again and " * 20 + "went home."])
    assert len(found) <= LONGEST + 2
    assert found.endswith(" …")


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_texts_give_one_line(texts: list[str]) -> None:
    assert "\n" not in name_story(texts)
