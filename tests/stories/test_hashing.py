from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.stories import hashing
from retold.stories.hashing import flatten, shingles


def read(texts: list[str]) -> list[list[str]]:
    flat = flatten(texts)
    return [
        [text[s:e] for s, e in zip(flat.starts[a:b].tolist(), flat.ends[a:b].tolist(), strict=True)]
        for text, a, b in zip(texts, flat.bounds[:-1].tolist(), flat.bounds[1:].tolist(), strict=True)
    ]


def test_words_are_runs_of_letters_and_digits_at_their_own_code_points() -> None:
    assert read(["Ada’s 3 boats sank.", "", "— 🚢 …", "Örebro"]) == [
        ["Ada", "s", "3", "boats", "sank"],
        [],
        [],
        ["Örebro"],
    ]


@given(st.lists(st.text(max_size=40), max_size=6))
def test_every_word_lies_within_its_text_and_texts_do_not_leak_into_each_other(texts: list[str]) -> None:
    together = read(texts)
    assert together == [read([text])[0] for text in texts]
    assert all(word for words in together for word in words)


@given(st.text(alphabet="abXÉ 1", min_size=1, max_size=30))
def test_a_word_has_one_hash_whatever_its_case_and_place(text: str) -> None:
    one, two = flatten([text]), flatten(["padding before it", text.upper().lower()])
    first, last = two.bounds[1:3].tolist()
    assert one.hashes.tolist() == two.hashes[first:last].tolist()


def test_a_text_longer_than_a_batch_is_read_like_a_short_one() -> None:
    words = [f"word{n}" for n in range(40_000)]
    text = " ".join(words)
    assert len(text) > 4 * hashing.BATCH
    assert read([text, "after it"]) == [words, ["after", "it"]]


def test_shingles_stay_within_their_text() -> None:
    flat = flatten(["one two three", "four five", "six"])
    _, whole = shingles(flat, 2)
    assert whole.tolist() == [True, True, False, True, False, False]
