from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.records.stories import Trace
from retold.stories.shared_marks import SharedMarks

ORIGINAL = (
    "The council of Marrow met on Monday. The lighthouse was repaired with stone, said Pell. Masons were paid late."
)
ELDER = "The council of Marrow met on Monday. The lighthouse was repiared with Brannock stone, said Pell."
YOUNGER = "On Monday the council met. The lighthouse was repiared with Brannock stone, Pell said again."


def between(child: int, parent: int, *texts: str) -> dict[str, Trace]:
    names = [f"a{n}" for n in range(len(texts))]
    return {trace.kind: trace for trace in SharedMarks(names, texts).between(child, parent)}


def test_a_misspelling_that_only_two_share_is_a_shared_error_and_points_at_both() -> None:
    texts = (YOUNGER, ELDER, ORIGINAL)
    trace = between(0, 1, *texts)["shared-error"]
    assert "“repiared” (others: “repaired”)" in trace.reason
    assert [(p.article, p.span.of(texts[int(p.article[1])])) for p in trace.where] == [
        ("a0", "repiared"),
        ("a1", "repiared"),
    ]


def test_a_rare_word_is_one_that_of_the_family_only_the_two_have() -> None:
    trace = between(0, 1, YOUNGER, ELDER, ORIGINAL)["rare-word"]
    assert "“Brannock”" in trace.reason
    assert "lighthouse" not in trace.reason
    assert between(0, 1, YOUNGER, ELDER, ORIGINAL + " Brannock stone is grey.").keys() == {"shared-error"}


def test_grammar_words_and_inflections_are_no_marks() -> None:
    one, other = "Workers are walking home from the mill.", "Workers were walking home from the mill."
    third = "Workers were walked home from the mill."
    assert "shared-error" not in between(0, 1, one, other, third)


def test_in_a_family_of_two_every_word_is_shared_by_only_two() -> None:
    assert between(0, 1, YOUNGER, ELDER) == {}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=80), min_size=3, max_size=5))
def test_every_mark_points_at_one_word_in_both_texts(texts: list[str]) -> None:
    for trace in between(0, 1, *texts).values():
        places = [p.span.of(texts[int(p.article[1:])]).casefold() for p in trace.where]
        assert len(places) % 2 == 0
        assert all(one for one in places)
