"""“Y reported on Monday, citing X, that C”: X is the source and Y the relay."""

from __future__ import annotations

import pytest

from retold.documents import from_text
from retold.records.statements import Attribution
from retold.statements import Engine, annotate, load_engine


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def _only(text: str, engine: Engine) -> Attribution:
    (said,) = annotate(from_text(text, id="a"), engine).attributions
    return said


@pytest.mark.parametrize("when", ["", " on Monday", " earlier on Wednesday"])
def test_whom_a_paper_cites_between_verb_and_content_is_the_source(engine: Engine, when: str) -> None:
    text = f"The Orm Courier reported{when}, citing two people who saw the plans, that the mine would close."
    said = _only(text, engine)
    assert [span.of(text) for span in said.source] == ["two people who saw the plans"]
    assert [span.of(text) for span in said.content] == ["the mine would close"]
    assert (said.speaker.unnamed, said.speaker.count) == (True, 2)
    assert [relay.name for relay in said.relays] == ["Orm Courier"]


def test_what_is_cited_as_a_reason_is_no_source(engine: Engine) -> None:
    text = "The court ruled on Monday, citing state law, that the mine must close."
    assert all(
        "law" not in span.of(text) for a in annotate(from_text(text, id="a"), engine).attributions for span in a.source
    )
