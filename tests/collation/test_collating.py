# ruff: noqa: E501 - one case a line
from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.collation import stories
from tests.collation.planting import plant
from tests.collation.scoring import score

from retold.collation import CollateOptions, collate
from retold.records.collation import ChangeClass, Collation, Fate, Telling
from retold.records.spans import Span


def telling(article: str, text: str) -> Telling:
    return Telling(article, text, (Span(0, len(text)),))


def pair(a: str, b: str) -> Collation:
    return collate([telling("a", a), telling("b", b)])


def changes(a: str, b: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(change.kind), tuple(r.text for r in change.readings)) for change in pair(a, b).changes]


FRAME = "The council of Aldmere {} the bridge on the Quill after the storm of last winter."


def test_equal_tellings_are_kept_without_changes() -> None:
    text = "The ferry sank. Nobody was hurt."
    collation = pair(text, text)
    assert [row.fate for row in collation.rows] == [Fate.KEPT, Fate.KEPT]
    assert collation.changes == ()
    assert collation.moves == ()


def test_typographic_quotation_marks_alone_are_no_change() -> None:
    assert (
        changes('"The sea was calm," the captain\'s wife said.', "“The sea was calm,” the captain’s wife said.") == []
    )


def test_a_capital_that_opens_a_sentence_is_no_change() -> None:
    found = changes("On Monday the mayor of Holm resigned.", "The mayor of Holm resigned on Monday.")
    assert [words for kind, words in found if kind == "spelling"] == []


@pytest.mark.parametrize(
    ("a", "b", "kind", "readings"),
    [
        ("The harbour at Holm is closed.", "The harbor at Holm is closed.", "spelling", ("harbour", "harbor")),
        (
            "He flew to Berhan on a cargo plane.",
            "He flew to Berehan on a cargo plane.",
            "spelling",
            ("Berhan", "Berehan"),
        ),
        (
            "The Ministry called the plan dead.",
            "The ministry called the plan dead.",
            "spelling",
            ("Ministry", "ministry"),
        ),
        ("About 20 percent of homes are dark.", "About 20% of homes are dark.", "spelling", ("percent", "%")),
        ("It killed twelve horses in the stable.", "It killed 12 horses in the stable.", "spelling", ("twelve", "12")),
        (
            "It sank on 28 January off Holm.",
            "It sank on January 28 off Holm.",
            "spelling",
            ("28 January", "January 28"),
        ),
        ("The flood killed 30 cows in Holm.", "The flood killed 33 cows in Holm.", "number", ("30", "33")),
        ("The dam cost $30 million to build.", "The dam cost $33 million to build.", "number", ("30", "33")),
        ("The dam broke on Monday near Holm.", "The dam broke on Friday near Holm.", "date", ("Monday", "Friday")),
        ("The dam was built in 1911 by hand.", "The dam was built in 1912 by hand.", "date", ("1911", "1912")),
        ("It was signed this month in Holm.", "It was signed earlier this month in Holm.", "date", ("", "earlier")),
        ("Minister Ada Lund opened the dam.", "Ada Lund opened the dam.", "name", ("Minister", "")),
        ("The dam was opened by Ada Lund.", "The dam was opened by Ida Brandt.", "name", ("Ada Lund", "Ida Brandt")),
        ("It follows a report on the dam.", "It follows reports on the dam.", "attribution", ("a report", "reports")),
        ("The dam is safe, officials said.", "The dam is safe.", "attribution", ("officials said", "")),
        (
            "Officials said the dam is safe.",
            "Engineers said the dam is safe.",
            "attribution",
            ("Officials", "Engineers"),
        ),
        ("The dam will break in spring.", "The dam may break in spring.", "hedging", ("will", "may")),
        ("He stole the boat in the night.", "He allegedly stole the boat in the night.", "hedging", ("", "allegedly")),
        ("It killed 30 cows in the valley.", "It killed about 30 cows in the valley.", "hedging", ("", "about")),
        (
            "The regime in Zelva fell at dawn.",
            "The government in Zelva fell at dawn.",
            "loaded",
            ("regime", "government"),
        ),
        ("He said the dam was safe.", "He claimed the dam was safe.", "loaded", ("said", "claimed")),
        ("A ruler came to the dam.", "A notorious ruler came to the dam.", "loaded", ("", "notorious")),
        ("The dam looks old from the road.", "The dam looks grey from the road.", "other", ("old", "grey")),
    ],
)
def test_each_class_of_change_has_its_exact_words(a: str, b: str, kind: str, readings: tuple[str, str]) -> None:
    assert (kind, readings) in changes(a, b)
    assert len(changes(a, b)) == 1


def test_other_words_inside_quotation_marks_alter_the_quotation_whatever_their_class() -> None:
    (change,) = pair("“We sold 40 boats,” Lund said.", "“We sold 60 boats,” Lund said.").changes
    assert (change.kind, change.detail) == (ChangeClass.QUOTATION, "different meaning: number")
    (change,) = pair(
        "“We obey the UN and its envoys,” Lund said.", "“We obey the United Nations and its envoys,” Lund said."
    ).changes
    assert (change.kind, change.detail) == (ChangeClass.QUOTATION, "same referent")


def test_another_spelling_inside_quotation_marks_leaves_the_quotation_as_it_was() -> None:
    assert changes("“We sold forty boats,” Lund said.", "“We sold 40 boats,” Lund said.") == [
        ("spelling", ("forty", "40"))
    ]


def test_quotation_marks_put_around_words_are_a_change() -> None:
    found = changes(
        "The judge called it a planned attack on the port.", "The judge called it a “planned attack” on the port."
    )
    assert found == [("quotation", ("planned attack", "planned attack"))]


def test_a_quotation_cut_and_a_source_dropped_are_two_changes() -> None:
    found = changes("“We go home, all of us,” the captain said.", "“We go home.”")
    assert [kind for kind, _ in found] == ["quotation", "attribution"]


def test_words_moved_within_a_sentence_are_one_change() -> None:
    (change,) = pair("On Tuesday night the ferry from Holm sank.", "The ferry from Holm sank on Tuesday night.").changes
    assert change.detail == "moved within the sentence"


def test_the_detail_says_that_one_report_became_several() -> None:
    (change,) = pair("It follows a report on the dam.", "It follows reports on the dam.").changes
    assert change.detail == "one report became several"


def test_loaded_wording_names_both_words_and_the_reason() -> None:
    (change,) = pair("The rebel took the dam.", "The terrorist took the dam.").changes
    assert change.detail == "rebel / terrorist"
    assert "connotation lexicon" in change.reason


LINES = [
    "The ferry Adela sank off Holm on Monday.",
    "Eleven sailors were saved by fishermen from Brent.",
    "The captain blamed a broken rudder for the accident.",
    "Insurance will pay for the cargo of apples.",
    "The owner bought the ship from a museum in 1999.",
    "Divers hope to reach the wreck before winter.",
]


def rows(collation: Collation, tellings: dict[str, str]) -> list[list[str | None]]:
    return [
        [None if cell is None else " ".join(p.span.of(tellings[p.article]) for p in cell) for cell in row.cells]
        for row in collation.rows
    ]


def test_only_the_sentence_that_moved_is_called_moved() -> None:
    order = [0, 2, 3, 4, 1, 5]
    a, b = " ".join(LINES), " ".join(LINES[n] for n in order)
    collation = pair(a, b)
    found = rows(collation, {"a": a, "b": b})
    assert [found[move.row] for move in collation.moves] == [[LINES[1], LINES[1]]]
    assert [move.places for move in collation.moves] == [(1, 4)]


def test_of_two_blocks_that_changed_places_the_one_torn_from_its_paragraph_moved() -> None:
    a = "\n".join([LINES[0] + " " + LINES[1], LINES[2], LINES[3]])
    b = "\n".join([LINES[0], LINES[2], LINES[1], LINES[3]])
    (move,) = pair(a, b).moves
    assert move.places == (1, 2)


def test_what_one_telling_lacks_is_an_empty_cell() -> None:
    a, b = " ".join(LINES[:4]), " ".join([LINES[0], LINES[2], LINES[5]])
    found = rows(pair(a, b), {"a": a, "b": b})
    assert [LINES[1], None] in found
    assert [None, LINES[5]] in found


def test_a_split_sentence_stays_one_row() -> None:
    a = "The ferry sank off Holm, and eleven sailors were saved by fishermen. Divers search the wreck."
    b = "The ferry sank off Holm. Eleven sailors were saved by fishermen. Divers search the wreck."
    assert [row.fate for row in pair(a, b).rows] == [Fate.SPLIT, Fate.KEPT]
    assert [row.fate for row in pair(b, a).rows] == [Fate.JOINED, Fate.KEPT]


def test_a_recast_sentence_is_found_between_its_neighbours() -> None:
    a = f"{LINES[0]} The vote in the crew's hall was orderly. {LINES[2]}"
    b = f"{LINES[0]} Voting passed off without trouble. {LINES[2]}"
    assert [row.fate for row in pair(a, b).rows] == [Fate.KEPT, Fate.REWORDED, Fate.KEPT]


def test_sentences_that_share_only_the_speaker_stay_apart() -> None:
    a = "The roof of the school leaks. Ada Lund, the mayor of Holm, wants a new one. Tiles are dear."
    b = "A thief broke into the museum. He fled with a clock, said Ada Lund, the mayor of Holm. Police are looking for him."
    assert {row.fate for row in pair(a, b).rows} == {Fate.SINGLE}


def test_a_recast_sentence_is_one_change_and_its_numbers_stay_sharp() -> None:
    a = "The flood in the Quill valley killed 33 people, rescuers said on Monday."
    b = "In all, the flood killed 64 people and drove hundreds of families out of the lower Quill valley."
    found = changes(a, b)
    assert found[0] == ("other", (a[:-1], b[:-1]))
    assert ("number", ("33", "64")) in found
    assert [readings for kind, readings in found if kind == "attribution"] == [("rescuers said", "")]


def test_five_tellings_give_one_change_with_five_readings() -> None:
    words = ["sold", "sold", "bought", "sold", "sold"]
    tellings = [telling(f"t{n}", f"The museum {word} the old ship to Holm.") for n, word in enumerate(words)]
    (change,) = collate(tellings).changes
    assert [reading.text for reading in change.readings] == words


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_arguments_does_not_matter(seed: int) -> None:
    planted = [plant(stories.DEV[0], seed * 10 + n).copy.text for n in range(3)]
    tellings = [telling(f"t{n}", text) for n, text in enumerate(planted)]
    first = collate(tellings)
    assert all(collate(list(order)) == first for order in itertools.permutations(tellings))


def test_a_second_telling_of_the_same_id_is_refused() -> None:
    with pytest.raises(ValueError, match="share an id"):
        collate([telling("a", "One."), telling("a", "Two.")])


def test_thresholds_outside_their_range_are_refused() -> None:
    with pytest.raises(ValueError, match="thresholds"):
        CollateOptions(same=0.0)


def test_no_tellings_and_empty_tellings_give_no_rows() -> None:
    assert collate([]).rows == ()
    assert pair("", "").rows == ()


@pytest.mark.parametrize("half", ["DEV", "CONFIRM"])
def test_planted_edits_moves_drops_and_splits_are_recovered(half: str) -> None:
    found: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for story in getattr(stories, half):
        for seed in range(6):
            score(plant(story, seed), found, asked)
    assert {kind: found[kind] / asked[kind] for kind in asked if found[kind] < FLOOR * asked[kind]} == {}


# Both halves reach at least .95 on every kind over 20 seeds (benchmarks/collation.py); six seeds hold fewer places.
FLOOR = 0.85

PIECES = [*"aB1 .,!?\n“”\"'’«»()-–%$é😀ا\u202e\x00\ud800", "said ", "The ", "30 ", "not ", "“We ", ". It "]
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_any_texts_keep_the_promises_about_cells_and_readings(a: str, b: str, c: str) -> None:
    texts = {"a": a, "b": b, "c": c}
    collation = collate([telling(article, text) for article, text in texts.items()])
    seen: list[tuple[str, Span]] = []
    for row in collation.rows:
        assert any(row.cells)
        seen.extend((p.article, p.span) for cell in row.cells if cell for p in cell)
    assert len(seen) == len(set(seen))
    for change in collation.changes:
        assert list(change.readings) == sorted(change.readings, key=lambda reading: reading.article)
        for reading in change.readings:
            assert reading.span.end <= len(texts[reading.article])
            assert reading.span.of(texts[reading.article]) == reading.text
            (cell,) = [cell for cell in collation.rows[change.row].cells if cell and cell[0].article == reading.article]
            assert cell[0].span.start <= reading.span.start <= reading.span.end <= cell[-1].span.end


@pytest.mark.parametrize(
    "shape", ["word " * 20_000, "Same words here. " * 6_000, '"' * 100_000, "😀مرحبا " * 12_000, "1," * 50_000]
)
def test_long_hostile_texts_take_no_more_than_linear_work(shape: str) -> None:
    collation = pair(shape, shape[:-40] + " End.")
    assert collation.rows


def test_rows_of_a_hundred_copies_do_not_fall_apart() -> None:
    words = FRAME.format("closed").split()
    texts = [" ".join([*words[: n % 9 + 3], f"w{n}", *words[n % 9 + 3 :]]) for n in range(100)]
    collation = collate([telling(f"t{n:03}", text) for n, text in enumerate(texts)])
    assert len(collation.rows) == 1


def test_marks_around_a_word_that_a_telling_lacks_stay_within_it() -> None:
    collation = collate([telling("a", "B"), telling("b", "B B"), telling("c", "“B B")])
    assert all(len(reading.text) == len(reading.span) for change in collation.changes for reading in change.readings)


def test_tellings_stand_by_date_then_outlet_then_id_whatever_the_order_given() -> None:
    text = "The ferry sank off Skerry."
    made = [
        Telling("a", text, (Span(0, len(text)),), "Wire", "2026-03-02"),
        Telling("b", text, (Span(0, len(text)),), "Argus", "2026-03-02"),
        Telling("c", text, (Span(0, len(text)),), "Wire", "2026-03-01"),
        Telling("d", text, (Span(0, len(text)),), "Argus", None),
        Telling("e", text, (Span(0, len(text)),), "Argus", "2026-03-02"),
    ]
    for order in itertools.permutations(made):
        assert collate(order).articles == ("c", "b", "e", "a", "d")
