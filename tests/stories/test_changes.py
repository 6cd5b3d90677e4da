"""What became of earlier stories is recorded, with the bonds that decided it."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.records.stories import Bond, ChangeKind, Story
from retold.stories.changes import story_changes
from retold.stories.groups import PassageText, group

HARBOUR = (
    "The harbour crane of Ostrey fell on Tuesday; crane driver Runa Thole was pulled out unhurt, the port said.",
    "Crane driver Runa Thole was pulled unhurt from the fallen harbour crane of Ostrey on Tuesday, said the port.",
    "The port of Ostrey said crane driver Runa Thole was unhurt when the harbour crane fell on Tuesday morning.",
    "In Marrow a judge freed the baker Odo Pell; the flour that he was said to have stolen stood in his own cellar.",
    "Odo Pell, a baker, was freed by a judge in Marrow: the flour said to be stolen was found in his own cellar.",
)
ITEMS = [PassageText(f"{name}#1", name, text) for name, text in zip("abcde", HARBOUR, strict=True)]


def _story(identity: str, passages: str, *bonds: Bond) -> Story:
    return Story(identity, identity, tuple(f"{p}#1" for p in passages), bonds)


def _before(*stories: Story) -> tuple[dict[str, str], dict[str, Story]]:
    return {p: story.id for story in stories for p in story.passages}, {story.id: story for story in stories}


def test_a_story_that_only_grows_is_no_change() -> None:
    before, former = _before(_story("s1", "ab"))
    assert story_changes(before, [_story("s1", "abc")], former.get) == ()


def test_a_merger_names_the_newcomer_that_ties_the_parts() -> None:
    before, former = _before(_story("s1", "a"), _story("s2", "b"))
    joined = _story(
        "s1", "abcd", Bond("a#1", "c#1", 0.5, "A"), Bond("b#1", "c#1", 0.4, "B"), Bond("a#1", "d#1", 0.9, "D")
    )
    (change,) = story_changes(before, [joined], former.get)
    assert (change.kind, change.before, change.after) == (ChangeKind.MERGED, ("s1", "s2"), ("s1",))
    assert [bond.reason for bond in change.bonds] == ["A", "B"], "d ties nothing"
    assert "a#1 and c#1: A" in change.reason


def test_a_split_names_the_bond_that_had_tied_the_parts() -> None:
    before, former = _before(_story("s1", "abc", Bond("a#1", "b#1", 0.5, "AB"), Bond("b#1", "c#1", 0.3, "BC")))
    (change,) = story_changes(before, [_story("s1", "ab"), _story("s2", "c")], former.get)
    assert (change.kind, change.before, change.after) == (ChangeKind.SPLIT, ("s1",), ("s1", "s2"))
    assert [bond.reason for bond in change.bonds] == ["BC"]


def test_a_new_name_for_the_same_story_is_recorded_so_that_the_old_one_can_be_followed() -> None:
    before, former = _before(_story("s1", "b"))
    (change,) = story_changes(before, [_story("s2", "ab")], former.get)
    assert (change.kind, change.before, change.after) == (ChangeKind.RENAMED, ("s1",), ("s2",))


def test_an_article_that_went_away_changes_nothing_but_its_own_story() -> None:
    before, former = _before(_story("s1", "a"), _story("s2", "b"))
    assert story_changes(before, [_story("s2", "b")], former.get) == ()


@given(st.lists(st.integers(0, 2), min_size=6, max_size=6), st.lists(st.integers(0, 2), min_size=6, max_size=6))
@settings(max_examples=100, deadline=None)
def test_the_changes_account_for_every_passage_that_changed_its_company(old: list[int], new: list[int]) -> None:
    def stories(labels: list[int], prefix: str) -> list[Story]:
        return [
            _story(f"{prefix}{label}", "".join(p for p, one in zip("abcdef", labels, strict=True) if one == label))
            for label in sorted(set(labels))
        ]

    before, former = _before(*stories(old, "x"))
    after = stories(new, "y")
    changes = story_changes(before, after, former.get)
    moved = {(before[p], story.id) for story in after for p in story.passages}
    told = {(b, a) for change in changes for b in change.before for a in change.after}
    # Every way that a passage went from story to story is told, for all names differ here.
    assert told == moved


def test_passages_one_at_a_time_end_in_the_stories_of_one_batch() -> None:
    expected = group(ITEMS)
    for seed in range(4):
        order = list(ITEMS)
        random.Random(seed).shuffle(order)
        stories: tuple[Story, ...] = ()
        followed = {item.passage: "" for item in ITEMS}
        for n in range(1, len(order) + 1):
            before = {p: s.id for s in stories for p in s.passages}
            former = {s.id: s for s in stories}
            stories = group(order[:n])
            now = {p: s.id for s in stories for p in s.passages}
            renames = {b: c.after for c in story_changes(before, stories, former.get) for b in c.before}
            for passage, story in before.items():
                assert now[passage] in (story, *renames.get(story, ())), "a change that no row tells"
            followed.update(now)
        assert stories == expected
