from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stories.prose import article, sentences

from retold.records.spans import Span
from retold.records.stories import Copy, CopyKind, Direction
from retold.stories.copies import CopyText, find_copies, stream_copies

FOOTER = (
    "Copyright Varholm Tidings. All rights reserved. Write to the desk for leave to print, broadcast or quote this."
)


def find(**texts: str) -> dict[tuple[str, str], Copy]:
    return {(c.a, c.b): c for c in find_copies([CopyText(name, text) for name, text in texts.items()])}


def reworded(text: str, seed: int, rate: float) -> str:
    rng = random.Random(seed)
    return " ".join(f"changed{rng.randrange(999)}" if rng.random() < rate else word for word in text.split())


@pytest.mark.parametrize("seed", range(5))
def test_an_unchanged_text_is_a_verbatim_copy(seed: int) -> None:
    assert find(a=article(seed), b=article(seed))["a", "b"].kind is CopyKind.VERBATIM


@pytest.mark.parametrize("seed", range(5))
def test_a_new_dateline_and_footer_make_a_light_edit(seed: int) -> None:
    found = find(a=article(seed), b=f"VARHOLM (Desk) - {article(seed)} Sign up for our letter.")
    assert found["a", "b"].kind is CopyKind.LIGHT


@pytest.mark.parametrize("seed", range(5))
def test_a_text_cut_to_half_is_a_cut(seed: int) -> None:
    found = find(a=article(seed), b=" ".join(sentences(seed, 10)[:5]))
    assert found["a", "b"].kind is CopyKind.CUT
    assert found["a", "b"].share == 1.0


@pytest.mark.parametrize("seed", range(5))
def test_a_text_with_a_fifth_of_its_words_changed_and_sentences_moved_is_a_rewrite(seed: int) -> None:
    moved = sentences(seed, 12)
    moved.insert(2, moved.pop(8))
    found = find(a=article(seed, 12), b=reworded(" ".join(moved), seed, 0.18))
    assert found["a", "b"].kind is CopyKind.REWRITE


@pytest.mark.parametrize("seed", range(5))
def test_half_of_a_text_among_new_sentences_is_a_merge(seed: int) -> None:
    mixed = sentences(seed, 10)[:5] + sentences(seed + 100, 5)
    random.Random(seed).shuffle(mixed)
    found = find(a=article(seed), b=" ".join(mixed))
    assert found["a", "b"].kind is CopyKind.MERGE


@pytest.mark.parametrize("seed", range(5))
def test_independent_articles_are_no_copies(seed: int) -> None:
    assert not find(a=article(seed), b=article(seed + 50), c=article(seed + 99))


def test_a_common_footer_makes_no_copies() -> None:
    assert not find(**{f"a{n}": f"{article(n, 8)} {FOOTER}" for n in range(12)})


def test_a_common_quotation_makes_no_copies() -> None:
    speech = " ".join(sentences(77, 4))
    assert not find(
        a=f"{article(1, 4)} “{speech}” the miller said. {article(2, 3)}",
        b=f"{article(3, 3)} In her words: “{speech}” {article(4, 4)}",
    )


def test_a_standing_background_paragraph_makes_no_copies() -> None:
    background = " ".join(sentences(88, 3))
    texts = {f"a{n}": f"{article(n, 4)} {background} {article(n + 40, 4)}" for n in range(6)}
    assert not find(**texts)


def test_a_shared_headline_sentence_makes_no_copy() -> None:
    assert not find(a=f"{article(1, 7)} {sentences(9, 1)[0]}", b=f"{sentences(9, 1)[0]} {article(2, 7)}")


def test_shared_spans_hold_the_same_words_in_both() -> None:
    texts = {"a": article(3), "b": "LUND FERRY - " + " ".join(sentences(3, 10)[3:] + sentences(4, 2))}
    copy = find(**texts)["a", "b"]
    assert copy.shared
    for shared in copy.shared:
        assert shared.a.of(texts["a"]).split() == shared.b.of(texts["b"]).split()
    assert sum(len(shared.a) for shared in copy.shared) > 0.6 * len(texts["a"])


def test_furniture_does_not_count_as_copied_text() -> None:
    furniture = article(5, 14)
    one, two = f"{furniture}\n{article(6)}", f"{furniture}\n{article(7)}"
    at = len(furniture) + 1
    records = [CopyText("a", one, body=(Span(at, len(one)),)), CopyText("b", two, body=(Span(at, len(two)),))]
    assert not find_copies(records)
    assert find(a=one, b=two)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2031-05-04", "2031-05-05", Direction.A_TO_B),
        ("2031-05-05T08:00:00Z", "2031-05-04", Direction.B_TO_A),
        ("2031-05", "2031-05-04", Direction.UNKNOWN),
        (None, "2031-05-04", Direction.UNKNOWN),
    ],
)
def test_direction_follows_the_dates_and_nothing_else(one: str | None, two: str | None, expected: Direction) -> None:
    (copy,) = find_copies([CopyText("a", article(8), published=one), CopyText("b", article(8), published=two)])
    assert copy.direction is expected


def test_the_result_does_not_depend_on_the_order_of_the_input() -> None:
    records = [CopyText(f"n{n}", reworded(article(n // 3, 8), n, 0.05)) for n in range(30)]
    expected = find_copies(records)
    assert expected
    random.Random(3).shuffle(records)
    assert find_copies(records) == expected


def test_a_crowd_of_copies_is_linked_though_none_is_paired_with_all() -> None:
    records = [CopyText(f"n{n:03d}", f"{article(1, 8)} {article(n + 10, 1)}") for n in range(300)]
    linked = {name for copy in find_copies(records) for name in (copy.a, copy.b)}
    assert len(linked) == 300


def test_two_records_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="'a'"):
        list(stream_copies([CopyText("a", "x"), CopyText("a", "y")]))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=5))
def test_no_text_makes_the_search_fail(texts: list[str]) -> None:
    records = [CopyText(f"{n}{kind}", text) for n, text in enumerate(texts) for kind in "xy"]
    for copy in find_copies(records):
        assert copy.a < copy.b
        assert 0 <= copy.share <= 1


def test_one_huge_paragraph_and_hostile_signs_are_read_in_linear_time() -> None:
    huge = "“So it goes, said the gull 🐦 \u202e of Marrow, " * 20_000
    assert find(a=huge, b=huge, c="\ud800" * 10)["a", "b"].share > 0.9
