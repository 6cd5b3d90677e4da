from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.records.stories import Story
from retold.stories.groups import GroupOptions, PassageText, Pin, group

FIRE = (
    "A fire destroyed the grain hall of Ostrey on Monday night. Fire chief Runa Thole said two of her crew were "
    "hurt when the roof fell. Some 40 families of the Quay quarter were moved to the school.",
    "Two firefighters were hurt in Ostrey as the grain hall burned down late on Monday, fire chief Runa Thole "
    "said. The school took in 40 families from the Quay quarter.",
    "Ostrey's grain hall is gone. The roof fell on two of fire chief Thole's crew on Monday; families from the "
    "Quay quarter, 40 in all, slept in the school.",
)
TRIAL = (
    "The trial of shipowner Bram Kessel opened in Lund Ferry with a plea of not guilty. Prosecutor Ines Vahl said"
    " Kessel had sold the same three barges twice.",
    "Shipowner Bram Kessel denied in court at Lund Ferry that he had sold three barges two times over. Ines Vahl,"
    " for the prosecution, called eleven buyers.",
)
OTHER_FIRE = (
    "A fire damaged the tannery of Marrow on Friday morning. Nobody was hurt, said fire chief Odo Pell. The smoke"
    " closed the toll road for 6 hours.",
    "The toll road at Marrow was closed for 6 hours as the tannery burned on Friday. Fire chief Odo Pell said "
    "nobody was hurt.",
)


def passages() -> list[PassageText]:
    stories = {"fire": FIRE, "trial": TRIAL, "other": OTHER_FIRE}
    return [
        PassageText(f"{name}{n}#1", f"{name}{n}", text)
        for name, texts in stories.items()
        for n, text in enumerate(texts)
    ]


def members(stories: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(passage.split("#")[0] for passage in story.passages) for story in stories}


FIRES, TRIALS, OTHERS = ({f"{n}{i}" for i in range(k)} for n, k in (("fire", 3), ("trial", 2), ("other", 2)))


def test_tellings_of_one_event_are_one_story_and_a_look_alike_event_is_another() -> None:
    assert members(group(passages())) == {frozenset(FIRES), frozenset(TRIALS), frozenset(OTHERS)}


def test_the_same_words_months_apart_are_two_stories() -> None:
    one = PassageText("a#1", "a", FIRE[0], published="2031-05-04")
    assert len(group([one, replace(one, passage="b#1", published="2031-05-05")])) == 1
    assert len(group([one, replace(one, passage="b#1", published="2031-09-05")])) == 2


def test_every_passage_is_in_one_story_and_bonds_name_what_is_shared() -> None:
    stories = group(passages())
    assert sorted(p for story in stories for p in story.passages) == sorted(p.passage for p in passages())
    for story in stories:
        assert story.bonds
        assert all({bond.a, bond.b} <= set(story.passages) for bond in story.bonds)
    (fire,) = (story for story in stories if "fire0#1" in story.passages)
    assert any("Ostrey" in bond.reason for bond in fire.bonds)


def test_the_title_is_a_headline_and_else_the_first_words() -> None:
    items = [replace(item, title="Grain hall burns") if item.passage == "fire1#1" else item for item in passages()]
    titles = {story.title for story in group(items)}
    assert "Grain hall burns" in titles
    assert any(title.startswith(("The trial of shipowner", "Shipowner")) for title in titles)


def test_the_result_does_not_depend_on_the_order_of_the_input() -> None:
    items = passages()
    expected = group(items)
    for seed in range(4):
        random.Random(seed).shuffle(items)
        assert group(items) == expected


def test_a_story_keeps_its_id_while_later_tellings_come_and_takes_that_of_an_earlier_one() -> None:
    dated = [replace(p, published=f"2031-05-0{n + 2}") for n, p in enumerate(passages()[:3])]
    (first,), (all_of_them,) = group(dated[:1]), group(dated)
    assert first.id == all_of_them.id
    # An id that sorts before all others comes in, but it is told later: the name stays.
    (later,) = group([*dated, replace(dated[0], passage="a#1", published="2031-05-05")])
    assert later.id == first.id
    (earlier,) = group([*dated, replace(dated[0], passage="z#1", published="2031-05-01")])
    assert earlier.id != first.id


def test_a_person_who_parts_two_tellings_is_obeyed() -> None:
    stories = group(passages(), GroupOptions(pins=(Pin("trial1#1", "trial0#1", together=False),)))
    assert frozenset({"trial0"}) in members(stories)


def test_a_person_who_joins_two_stories_takes_no_third_along() -> None:
    stories = group(passages(), GroupOptions(pins=(Pin("fire0#1", "trial0#1", together=True),)))
    (joined,) = (story for story in stories if "fire0#1" in story.passages)
    assert "trial0#1" in joined.passages
    assert frozenset(OTHERS) in members(stories)
    assert any("by a person" in bond.reason for bond in joined.bonds)


def test_a_story_keeps_its_id_when_a_later_passage_joins() -> None:
    items = passages()
    before = {story.id for story in group(items[:2])}
    assert before < {story.id for story in group(items)} | before
    assert group(items[:2])[0].id in {story.id for story in group(items)}


def test_two_passages_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="one id"):
        group([passages()[0]] * 2)


def test_passages_without_words_stand_alone() -> None:
    assert len(group([PassageText("a#1", "a", "…"), PassageText("b#1", "b", "")])) == 2
    assert group([]) == ()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=6))
def test_no_text_makes_grouping_fail_or_lose_a_passage(texts: list[str]) -> None:
    items = [PassageText(f"{n}#1", str(n), text) for n, text in enumerate(texts)]
    assert sorted(p for s in group(items) for p in s.passages) == sorted(item.passage for item in items)
