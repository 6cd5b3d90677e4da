from __future__ import annotations

from retold.statements.actors.headlines import title_case_lines

BODY = "Mayor Ann Dow said on Monday that the harbour would stay closed until the crane had been mended by its maker."


def test_a_line_that_capitalises_its_words_is_a_headline() -> None:
    text = f"Ann Dow Harbour Crane Scandal Deepens\n{BODY}"
    assert [span.of(text) for span in title_case_lines(text)] == ["Ann Dow Harbour Crane Scandal Deepens"]


def test_a_sentence_with_names_in_it_is_none() -> None:
    assert title_case_lines(BODY) == []


def test_a_byline_is_none() -> None:
    assert title_case_lines("By Ann Dow and Lee Roe") == []
