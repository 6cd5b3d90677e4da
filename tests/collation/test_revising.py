"""Edits of one article: what matters is told from what does not, and a note that was added from silence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.collation import compare_versions
from retold.documents import from_text
from retold.records.documents import Article, Extent
from retold.records.versions import Verdict

OPENING = "The ferry to Orm stayed in port on Monday, harbour master Ann Dow said."
MIDDLE = "At least 12 passengers waited on the quay, according to the Orm Post."
END = "The next crossing is due on Tuesday morning."
NOTE = "Correction: an earlier version of this article gave the wrong number of passengers."


def _article(*paragraphs: str, title: str = "Ferry stays in port") -> Article:
    return from_text("\n\n".join(paragraphs), id="orm", title=title)


FIRST = _article(OPENING, MIDDLE, END)


@pytest.mark.parametrize(
    ("after", "verdict", "kind"),
    [
        (_article(OPENING, MIDDLE.replace("12", "20"), END), Verdict.SILENT, "number"),
        (_article(OPENING.replace("Ann Dow", "Ann Lund"), MIDDLE, END), Verdict.SILENT, "name"),
        (_article(OPENING.replace("said", "claimed"), MIDDLE, END), Verdict.SILENT, "loaded"),
        (_article(OPENING, MIDDLE.replace(", according to the Orm Post", ""), END), Verdict.SILENT, "attribution"),
        (_article(OPENING.replace("stayed", "may have stayed"), MIDDLE, END), Verdict.SILENT, "hedging"),
        (_article(OPENING, MIDDLE.replace("12", "20"), END, NOTE), Verdict.NOTED, "number"),
        (_article(OPENING, MIDDLE.replace("12", "twelve"), END), Verdict.SLIGHT, "spelling"),
        (
            _article(OPENING, MIDDLE, "The next crossing is planned for Tuesday morning."),
            Verdict.REWORDED,
            "other",
        ),
    ],
)
def test_an_edit_is_silent_when_it_matters_and_no_note_tells_it(after: Article, verdict: Verdict, kind: str) -> None:
    found = compare_versions(FIRST, after)
    assert found.verdict is verdict
    assert kind in {change.kind.value for change in found.changes}


def test_a_sentence_that_was_taken_out_is_a_silent_edit_and_one_that_was_added_is_none() -> None:
    shorter = _article(OPENING, END)
    assert compare_versions(shorter, FIRST).verdict is Verdict.EXTENDED
    found = compare_versions(FIRST, shorter)
    assert found.verdict is Verdict.SILENT
    assert [span.of(FIRST.text) for span in found.dropped] == [MIDDLE]


def test_a_note_that_stood_there_before_tells_nothing_of_a_later_edit() -> None:
    noted = _article(OPENING, MIDDLE, END, NOTE)
    found = compare_versions(noted, _article(OPENING, MIDDLE.replace("12", "30"), END, NOTE))
    assert (found.verdict, found.notes) == (Verdict.SILENT, ())


def test_another_number_in_the_headline_alone_is_a_silent_edit() -> None:
    before = _article(OPENING, MIDDLE, END, title="Ferry leaves 12 on quay")
    found = compare_versions(before, _article(OPENING, MIDDLE, END, title="Ferry leaves 20 on quay"))
    assert found.verdict is Verdict.SILENT
    assert found.title is not None
    assert [change.kind.value for change in found.title.changes] == ["number"]


def test_other_furniture_around_the_same_words_is_the_same_text() -> None:
    around = _article(OPENING, MIDDLE, END, "Read more: Orm council meets")
    assert compare_versions(FIRST, around).verdict is Verdict.SAME_TEXT


def test_a_part_of_an_article_is_not_compared_with_the_whole_as_if_it_were_edited() -> None:
    part = replace(_article(OPENING), extent=Extent.SUMMARY)
    assert compare_versions(part, FIRST).verdict is Verdict.OTHER_EXTENT


SENTENCES = st.lists(st.sampled_from([OPENING, MIDDLE, END, NOTE, "“We waited,” he said.", "Twelve left."]), max_size=6)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES)
def test_every_span_of_a_revision_covers_words_of_its_own_version(one: list[str], two: list[str]) -> None:
    before, after = _article(*one), _article(*two)
    found = compare_versions(before, after)
    for change in found.changes:
        old, new = change.readings
        assert old.span.of(before.text) == old.text
        assert new.span.of(after.text) == new.text
    assert all(span.of(before.text).strip() for span in found.dropped)
    assert all(span.of(after.text).strip() for span in (*found.added, *found.notes))
