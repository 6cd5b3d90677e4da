from __future__ import annotations

import random

from retold.records.stories import Story
from retold.stories.finding import find_stories
from retold.stories.groups import GroupOptions, PassageText, group

FERRY = "The ferry to Orm stayed in port on Monday after a storm broke its ramp, harbour master Ann Dow said."
FERRY_TOO = "Harbour master Ann Dow kept the Orm ferry in port: the storm of Monday had broken the ramp."
HAIL = "Hail broke 300 greenhouse roofs in the valley of Tarn, and Ilse Brandvold swept glass until midnight."


def passage(identity: str, text: str, published: str | None = None) -> PassageText:
    return PassageText(f"{identity}#1", identity, text, None, None, published)


ARCHIVE = [passage("a", FERRY, "2001-01-01"), passage("b", FERRY_TOO, "2001-01-01"), passage("c", HAIL, "2026-03-03")]


def stories() -> tuple[Story, ...]:
    return group(ARCHIVE, GroupOptions())


def test_a_text_finds_the_story_that_tells_its_event_and_no_other() -> None:
    draft = [passage("draft", "Ann Dow, the harbour master, said the ferry to Orm will not leave port.", "2026-03-04")]
    (found,) = find_stories(draft, ARCHIVE, stories(), GroupOptions())
    assert found.story == next(s.id for s in stories() if "a#1" in s.passages)
    assert found.theirs in ("a#1", "b#1")


def test_neither_order_nor_the_day_matters() -> None:
    draft = [passage("draft", FERRY, "2026-03-04"), passage("other", HAIL)]
    shuffled, told = list(ARCHIVE), list(stories())
    random.Random(3).shuffle(shuffled)
    found = find_stories(draft, ARCHIVE, told, GroupOptions())
    assert len(found) == 2
    assert find_stories(draft[::-1], shuffled, told[::-1], GroupOptions()) == found


def test_nothing_is_near_a_text_about_something_else_or_in_an_empty_archive() -> None:
    draft = [passage("draft", "A chess computer resigned in Lenz.")]
    assert find_stories(draft, ARCHIVE, stories(), GroupOptions()) == ()
    assert find_stories(draft, [], [], GroupOptions()) == ()
    assert find_stories([], ARCHIVE, stories(), GroupOptions()) == ()
