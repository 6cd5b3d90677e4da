"""Sentences that nothing but their place connects are taken for each other in copies, and only there."""

from __future__ import annotations

import retold
from retold.records.collation import Collation


def cells(collation: Collation, *texts: str) -> list[tuple[str | None, ...]]:
    return [
        tuple(
            " ".join(p.span.of(text) for p in cell) if cell else None
            for cell, text in zip(row.cells, texts, strict=True)
        )
        for row in collation.rows
    ]


KEPT = (
    "The council of Harne voted by nine to four to sell the old swimming baths.",
    "A hotel chain offered three million dollars for the site in the spring.",
    "Swimmers hung towels from the windows of the town hall all afternoon.",
)


def test_a_recast_sentence_between_two_that_were_kept_faces_its_like() -> None:
    one = " ".join((KEPT[0], "The vote passed off without trouble.", *KEPT[1:]))
    two = " ".join((KEPT[0], "The voting was orderly.", *KEPT[1:]))
    found = cells(retold.collate(one, two), one, two)
    assert ("The vote passed off without trouble.", "The voting was orderly.") in found


def test_two_in_a_row_face_two_in_their_order() -> None:
    one = " ".join((*KEPT[:2], "Water rose in 60 cellars of the lower town.", "The mill lost its wheel.", KEPT[2]))
    two = " ".join((*KEPT[:2], "People baled out 60 cellars by hand.", "At the mill a wheel was gone.", KEPT[2]))
    found = cells(retold.collate(one, two), one, two)
    assert ("Water rose in 60 cellars of the lower town.", "People baled out 60 cellars by hand.") in found
    assert ("The mill lost its wheel.", "At the mill a wheel was gone.") in found


def test_sentences_without_a_common_word_stay_apart_even_there() -> None:
    one = " ".join((KEPT[0], "Gulls nest on every roof.", *KEPT[1:]))
    two = " ".join((KEPT[0], "Chess is played here since 1911.", *KEPT[1:]))
    found = cells(retold.collate(one, two), one, two)
    assert ("Gulls nest on every roof.", None) in found
    assert (None, "Chess is played here since 1911.") in found
