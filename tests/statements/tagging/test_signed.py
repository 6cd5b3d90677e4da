"""Quotations signed with a dash and a name."""

from __future__ import annotations

import pytest

from retold.statements.tagging.signed import signed_quotations


def read(text: str) -> list[tuple[str, str, str]]:
    return [(s.quotation.of(text), s.dash.of(text), s.name.of(text)) for s in signed_quotations(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The harbour is ours.” — Ada Holm", "Ada Holm"),
        ("“The harbour is ours.”― Ada Holm\u00a0\n", "Ada Holm"),
        ('"The harbour is ours."\n\n- Mayor Ilse Brandt, in a speech on Monday.', "Mayor Ilse Brandt"),
        ("“The harbour is ours.” -- Pia van der Meer (Norrvik)", "Pia van der Meer"),
    ],
)
def test_a_signed_paragraph_is_a_statement(text: str, name: str) -> None:
    ((quotation, _, source),) = read(text)
    assert quotation.strip('“”"') == "The harbour is ours."
    assert source == name


@pytest.mark.parametrize(
    "text",
    [
        "“The harbour is ours” — That was all she would say.",
        "“Ours” — Ada Holm said so — “and yours”",
        "She wrote “ours” — Ada Holm",
        "“Ours,” – and then she left",
        "“Ours,” said Bo Lind. “And yours.” — Ada Holm",
        "“Ours” — " + "Ada Holm " * 40,
    ],
)
def test_a_dash_after_a_quotation_is_no_signature_by_itself(text: str) -> None:
    assert read(text) == []


def test_a_quotation_may_hold_another() -> None:
    ((quotation, _, name),) = read("“They call it “ours” all day.” — Ada Holm")
    assert (quotation, name) == ("“They call it “ours” all day.”", "Ada Holm")


def test_each_line_of_a_list_is_signed_by_its_own_name() -> None:
    text = "“One.” — Ada Holm\n“Two.” — Bo Lind\nThe end."
    assert [(quotation, name) for quotation, _, name in read(text)] == [("“One.”", "Ada Holm"), ("“Two.”", "Bo Lind")]


def test_a_megabyte_of_signatures_takes_linear_time() -> None:
    assert read("“a” — B " * 125_000) == []
