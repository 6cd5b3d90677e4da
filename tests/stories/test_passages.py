from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.records.documents import Article, Block, BlockKind, Fact, OffsetMap
from retold.records.spans import Span
from retold.stories.passages import find_passages

HARBOUR = (
    "The harbour of Ostrey will stay closed to trawlers, harbour master Tilda Brandt said.\n"
    "The trawlers had blocked the harbour twice this spring.\n"
    "Brandt said the trawlers' owners owed the harbour a year of fees.\n"
    "The owners of the trawlers deny that.\n"
)
COURT = (
    "{opener} a court in Varholm ordered the salt works to pay 90 widows.\n"
    "The works had hidden for years that its boilers leaked.\n"
    "The widows wept when the judge read the sum.\n"
    "It was the largest ever awarded in the province.\n"
)


def article(*blocks: tuple[BlockKind, str]) -> Article:
    text, found = "", []
    for kind, words in blocks:
        found.append(Block(kind, Span(len(text), len(text) + len(words.rstrip("\n")))))
        text += words
    return Article("a", "a", "a", "0", text, None, Fact(), Fact(), (), None, "en", tuple(found), OffsetMap("utf-8", ()))


def body(text: str) -> Article:
    return article((BlockKind.BODY, text))


def heads(read: Article) -> list[str]:
    return [passage.spans[0].of(read.text)[:20] for passage in find_passages(read)]


@pytest.mark.parametrize(
    "opener",
    ["Also on Saturday,", "In other news,", "Separately,", "Elsewhere,", "In an unrelated case,", "Also yesterday"],
)
def test_an_opener_with_a_lasting_break_opens_a_second_passage(opener: str) -> None:
    read = body(HARBOUR + COURT.format(opener=opener))
    first, second = find_passages(read)
    assert (first.id, second.id) == ("a#1", "a#2")
    assert second.spans[0].of(read.text).startswith(opener)
    assert first.spans[0].of(read.text).endswith("deny that.")
    assert opener.rstrip(",") in second.why


def test_an_opener_that_goes_on_with_the_story_opens_nothing() -> None:
    more = HARBOUR.replace("The harbour of Ostrey", "Also on Saturday, the harbour of Ostrey")
    assert len(heads(body(HARBOUR + more))) == 1


def test_a_break_without_an_opener_opens_nothing() -> None:
    assert len(heads(body(HARBOUR + COURT.format(opener="Then")))) == 1


def test_an_opener_before_the_old_story_returns_opens_nothing() -> None:
    assert len(heads(body(HARBOUR + COURT.format(opener="Separately,") + HARBOUR))) == 1


def test_a_last_remark_is_no_story_of_its_own() -> None:
    assert len(heads(body(HARBOUR + "Separately, a court in Varholm freed a widow.\n"))) == 1


def test_furniture_belongs_to_no_passage() -> None:
    read = article(
        (BlockKind.HEADLINE, "Harbour stays shut\n"),
        (BlockKind.BODY, HARBOUR),
        (BlockKind.LABEL, "Also on Saturday, read this\n"),
        (BlockKind.BODY, HARBOUR),
    )
    (passage,) = find_passages(read)
    assert [span.of(read.text) for span in passage.spans] == [HARBOUR.rstrip("\n")] * 2


def test_an_article_without_body_has_no_passage() -> None:
    assert find_passages(article((BlockKind.HEADLINE, "Harbour stays shut"))) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([HARBOUR, COURT.format(opener="Separately,"), "Ha! 🐦\n", "“In other news\n"]), max_size=6)
)
def test_passages_hold_every_body_sentence_once_and_in_order(parts: list[str]) -> None:
    read = body("".join(parts))
    spans = [span for passage in find_passages(read) for span in passage.spans]
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    held = "".join("".join(span.of(read.text).split()) for span in spans)
    assert held == "".join(read.text.split())


def test_a_text_of_nothing_but_openers_is_read_in_time() -> None:
    assert find_passages(body("Also on Saturday, it rained. " * 20_000))


@pytest.mark.shared
def test_the_court_story_of_the_first_seed_is_a_passage_of_its_own(shared: Path) -> None:
    text = next((shared / "seeds").glob("000_*.txt")).read_text(encoding="utf-8")
    lines = text.split("\n")
    passages = find_passages(body(text))
    assert [passage.spans[0].of(text).split("\n")[0] for passage in passages] == [lines[0], lines[10]]
