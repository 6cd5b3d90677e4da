from __future__ import annotations

import random

import pytest
from tests.stories.prose import article, sentences

from retold.stories.candidates import find_candidates
from retold.stories.pairing import CandidateOptions
from retold.stories.sketches import sketch

# As in a large corpus: no run pairs texts directly, but those of short texts.
LARGE = CandidateOptions(events=0, events_free=0)


def pairs(texts: list[str], options: CandidateOptions) -> set[tuple[int, int]]:
    found = find_candidates(sketch(texts, options.run, options.every, options.floor), options)
    assert (found.a < found.b).all()
    return set(zip(found.a.tolist(), found.b.tolist(), strict=True))


def corpus() -> tuple[list[str], set[tuple[int, int]]]:
    """Originals, and after them for each a rewrite, a cut or a merge; with the pairs that these make."""
    rng = random.Random(5)
    texts = [article(n, 14) for n in range(30)]
    for n in range(30):
        body = sentences(n, 14)
        if n % 3 == 0:
            body = [
                " ".join(f"other{rng.randrange(99)}" if rng.random() < 0.12 else w for w in s.split()) for s in body
            ]
            body.insert(2, body.pop(9))
        elif n % 3 == 1:
            body = body[:8]
        else:
            body = body[:8] + sentences(n + 1000, 7)
            rng.shuffle(body)
        texts.append(" ".join(body))
    return texts, {(n, n + 30) for n in range(30)}


def test_couples_of_runs_find_the_copies_that_single_runs_find() -> None:
    texts, made = corpus()
    assert made <= pairs(texts, CandidateOptions())
    assert made <= pairs(texts, LARGE)


@pytest.mark.parametrize("options", [CandidateOptions(), LARGE])
def test_texts_that_share_one_sentence_are_no_candidates(options: CandidateOptions) -> None:
    shared = sentences(500, 1)[0]
    assert not pairs([f"{article(n, 8)} {shared} {article(n + 100, 8)}" for n in range(20)], options)


def test_a_short_text_is_found_in_a_long_one_by_single_runs_however_many_hold_them() -> None:
    brief = " ".join(sentences(700, 2))
    texts = [f"{article(n, 8)} {brief} {article(n + 100, 8)}" for n in range(40)]
    assert {(n, 40) for n in range(40)} <= pairs([*texts, brief], LARGE)


def test_the_pairs_that_are_counted_do_not_grow_with_a_footer_on_every_page() -> None:
    footer = " ".join(sentences(900, 3))
    options = CandidateOptions(crowd=4, events_free=0)
    found = pairs([f"{article(n, 2)} {footer}" for n in range(200)], options)
    assert found
    assert max(sum(n in pair for pair in found) for n in range(200)) <= 2 * 4 * len(footer.split())
    assert len(found) < 200 * 199 / 8


def test_texts_without_words_have_no_partners() -> None:
    assert not pairs(["", " ", "…"], LARGE)
    assert not pairs([], LARGE)
