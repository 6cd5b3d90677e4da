"""The four clocks as they are shown: each with its precision and its words, unknown ones as unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

import retold
from retold.claims.timing import said_at
from retold.documents import from_text
from retold.interfaces.clocks import clock_words, four_clocks, precision_of
from retold.records.documents import Basis, Fact
from retold.records.spans import Span
from retold.records.statements import Clocks


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        (None, "unknown"),
        ("", "unknown"),
        ("19XX", "century"),
        ("198X", "decade"),
        ("2026", "year"),
        ("2026-23", "season"),
        ("2026-33", "quarter"),
        ("2026-03", "month"),
        ("2026-03-04", "day"),
        ("2026-03-04T07:50:00", "second"),
        ("2026-03-04T07:50+02:00", "minute"),
        ("2026~", "about a year"),
        ("2026-03/2026-05", "interval"),
        ("2026-03/..", "open interval"),
        ("../2026-03-04", "open interval"),
        ("soon", "unknown"),
    ],
)
def test_the_precision_of_a_value_is_told_in_words(edtf: str | None, precision: str) -> None:
    assert precision_of(edtf) == precision


def test_each_clock_points_at_its_words_and_unknown_ones_stay_unknown() -> None:
    article = replace(from_text("The dam at Varn broke in March.", id="a1"), published=Fact())
    shown = four_clocks(Clocks(happened="2026-03", happened_span=Span(22, 30)), article)
    assert shown.happened.where is not None
    assert shown.happened.where.span.of(article.text) == "in March"
    assert (shown.said.value, shown.said.precision, shown.said.where) == (None, "unknown", None)
    assert (shown.published.value, shown.captured.value) == (None, None)
    assert clock_words(shown) == "happened 2026-03 · said not stated · published not stated"


def test_a_capture_time_and_a_publication_date_are_shown_where_they_were_given() -> None:
    article = replace(
        from_text("The dam at Varn broke.", id="a1"),
        published=Fact("2026-03-04", Basis.INFERRED, "siblings"),
        captured="2026-03-05T10:00:00Z",
    )
    shown = four_clocks(Clocks(), article)
    assert (shown.published.how, shown.captured.precision) == ("inferred: siblings", "second")
    assert clock_words(shown).endswith("published 2026-03-04 · taken in on 2026-03-05")


def test_a_time_that_a_source_gave_is_told_from_that_of_the_intake() -> None:
    article = replace(from_text("The dam at Varn broke.", id="a1"), captured="2026-03-05T10:00:00Z", archived=True)
    shown = four_clocks(Clocks(), article)
    assert shown.captured.how == "archived by its source on 2026-03-05"
    assert clock_words(shown).endswith("archived by its source on 2026-03-05")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The dam will hold until June, mayor Ann Dow said on Tuesday.", "2026-03-03"),
        ("On Tuesday, mayor Ann Dow said that the dam would hold.", "2026-03-03"),
        ("Mayor Ann Dow told reporters in Varn on Tuesday that the dam would hold.", "2026-03-03"),
        ("Mayor Ann Dow said the dam broke on Tuesday.", None),
        ("Mayor Ann Dow, who took office in 2024, said that the dam would hold.", None),
        ("Mayor Ann Dow said the dam would hold.", None),
    ],
)
def test_a_day_beside_the_cue_is_that_of_saying_and_one_elsewhere_is_not(text: str, said: str | None) -> None:
    annotation = retold.annotate(text, published="2026-03-04")
    (attribution,) = annotation.attributions
    found = said_at(attribution, annotation, "2026-03-04")
    assert (found.edtf if found else None) == said
    if found is not None:
        assert found.span.of(text) == "Tuesday"


def test_nothing_is_said_after_it_was_published() -> None:
    text = "The dam will hold, mayor Ann Dow said on March 9, 2027."
    annotation = retold.annotate(text, published="2026-03-04")
    assert said_at(annotation.attributions[0], annotation, "2026-03-04") is None
