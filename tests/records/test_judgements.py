"""Places that survive, and rows that take one another back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.records.judgements import Action, Judged, Judgement, Place, in_force, undone_by
from retold.records.spans import Span

TEXT = "The ferry to Orm stayed in port. A storm had broken its ramp."


def _row(number: int, undoes: str | None = None) -> Judgement:
    action, judged = (Action.UNDO, Judged.JUDGEMENT) if undoes else (Action.NOTE, Judged.CLAIM)
    return Judgement(f"j{number}", "2031-05-04T10:00:00+00:00", "Ann Dow", action, judged, (), "", undoes)


def _ids(rows: list[Judgement]) -> list[str]:
    return [row.id for row in in_force(rows)]


def test_an_undone_judgement_is_not_in_force_and_neither_is_the_undo() -> None:
    assert _ids([_row(1), _row(2), _row(3, "j1")]) == ["j2"]


def test_an_undo_that_is_undone_brings_the_judgement_back() -> None:
    rows = [_row(1), _row(2, "j1"), _row(3, "j2")]
    assert _ids(rows) == ["j1"]
    assert undone_by(rows) == {"j2": "j3"}
    assert _ids([*rows, _row(4, "j1")]) == []


@given(st.lists(st.integers(0, 5), max_size=8))
def test_only_undoing_rows_take_away_what_is_in_force(chosen: list[int]) -> None:
    rows = [_row(n) for n in range(6)]
    for n, target in enumerate(chosen, 6):
        if f"j{target}" not in undone_by(rows):
            rows.append(_row(n, f"j{target}"))
    assert _ids(rows) == [f"j{n}" for n in range(6) if n not in chosen]


def test_a_place_stands_while_its_words_do() -> None:
    place = Place.of("a", Span(4, 9), TEXT)
    assert place.words == "ferry"
    assert place.stands_in(TEXT)
    assert not place.stands_in("An" + TEXT)
    assert not place.stands_in(TEXT[:7])


def test_a_long_place_keeps_its_first_words_and_still_knows_a_changed_length() -> None:
    text = "ferry " * 100
    place = Place.of("a", Span(0, 599), text)
    assert len(place.words) == 200
    assert place.stands_in(text)
    assert not place.stands_in(text[:400])


def test_a_place_is_found_among_spans_that_are_cut_a_little_otherwise() -> None:
    place = Place.of("a", Span(4, 32), TEXT)
    assert place.among([Span(0, 32), Span(33, 61)]) == Span(0, 32)
    assert place.among([Span(4, 32), Span(0, 32)]) == Span(4, 32)
    assert place.among([Span(4, 9)]) is None, "a word of it is not the place"


def test_of_two_spans_that_fit_equally_none_is_picked() -> None:
    assert Place.of("a", Span(10, 20), TEXT).among([Span(9, 20), Span(10, 21)]) is None
