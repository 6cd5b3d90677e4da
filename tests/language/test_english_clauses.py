from __future__ import annotations

import pytest

from retold.language.english_clauses import clauses
from retold.language.parsing import Parser, load_parser
from retold.records.spans import Span


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


def read(parser: Parser, text: str) -> list[tuple[str, str]]:
    doc, _ = parser.parse(text, (Span(0, len(text)),))
    return [(clause.span.of(text), clause.verb.of(text)) for clause in clauses(doc)]


def test_two_verbs_with_their_own_subjects_are_two_clauses(parser: Parser) -> None:
    found = read(parser, "The bridge collapsed on Monday and the mayor closed the road.")
    assert [span.rstrip(".") for span, _ in found] == ["The bridge collapsed on Monday", "the mayor closed the road"]


def test_what_is_said_is_a_clause_of_its_own(parser: Parser) -> None:
    found = read(parser, "The mayor said the company had ignored two warnings.")
    assert ("the company had ignored two warnings", "ignored") in [(span.rstrip("."), verb) for span, verb in found]


def test_a_clause_that_says_which_one_is_meant_stays_with_its_noun(parser: Parser) -> None:
    found = read(parser, "Police arrested the man who stole the painting.")
    assert any(span.startswith("Police arrested the man who stole") for span, _ in found)


def test_of_a_passive_the_agent_acts(parser: Parser) -> None:
    text = "The village was flooded by the river."
    doc, _ = parser.parse(text, (Span(0, len(text)),))
    (clause,) = clauses(doc)
    assert [span.of(text) for span in clause.subject] == ["the river"]
    assert "The village" in [span.of(text) for span in clause.objects]


@pytest.mark.parametrize("text", ["", "   \n", "“", "😀 😀", "‏שלום‏ world", "and, and, and", "Yes."])
def test_no_text_raises_and_spans_lie_within(parser: Parser, text: str) -> None:
    doc, _ = parser.parse(text, (Span(0, len(text)),))
    assert all(clause.span.end <= len(text) for clause in clauses(doc))


def test_what_a_noun_claims_is_a_clause_of_its_own(parser: Parser) -> None:
    found = read(parser, "The mayor repeated the allegation that the company had ignored two warnings.")
    assert ("the company had ignored two warnings", "ignored") in [(span.rstrip("."), verb) for span, verb in found]


def test_what_is_allowed_stays_with_who_allows_it(parser: Parser) -> None:
    found = read(parser, "The contract allows the striker to leave for free.")
    assert [verb for _, verb in found] == ["allows"]
