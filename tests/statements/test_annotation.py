from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.statements.conftest import Reader, article_of, told

from retold.records.documents import BlockKind
from retold.records.statements import Annotation
from retold.statements import Engine, annotate, load_engine

PIECES = st.sampled_from(
    [
        "The mayor said the pier was safe. ",
        "“We will stay,” ",
        "Lena Orsk said. ",
        "according to Tarn Radio, ",
        "citing two officials ",
        "he added. ",
        "\n",
        "“",
        '"',
        "''",
        "😀 ",
        "שלום ",
        "\u202e",
        "\x00",
        "a report that ",
        "who said ",
        ": ",
        ", ",
        "quoted as saying ",
    ]
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def check(text: str, annotation: Annotation) -> None:
    """Spans lie in the text and hold words, ids count up, and what is referred to exists."""
    ids = [a.id for a in annotation.attributions]
    assert ids == [f"a{n}" for n in range(1, len(ids) + 1)]
    for item in annotation.attributions:
        spans = (*item.source, *item.cue, *item.content, *item.stance_cue, *(s for r in item.relays for s in r.spans))
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert item.content
        for fragments in (item.source, item.cue, item.content):
            assert all(a.end <= b.start for a, b in pairwise(fragments))
        assert {item.parent, item.continues} <= {None, *ids}
        assert item.parent != item.id != item.continues
        assert 0 <= item.confidence <= 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_text_raises_and_all_spans_are_valid(engine: Engine, text: str) -> None:
    check(text, annotate(article_of(text), engine))


def test_furniture_is_not_read(reader: Reader) -> None:
    text = "The mayor said the pier was safe.\nAlso read\nThe bank said the crane was new."
    kinds = {"line1": BlockKind.LABEL, "line2": BlockKind.TEASER}
    assert reader.read(text, **kinds) == ["mayor | assert | the pier was safe"]


def test_an_annotation_does_not_depend_on_what_was_read_before(engine: Engine) -> None:
    first = article_of("Lena Orsk said the pier was safe. She told Tarn Radio that the crane was new.")
    second = article_of("Tom Varga denied the claim that the mill was sold. “Nobody asked,” he said.")
    alone = annotate(first, engine)
    annotate(second, engine)
    assert annotate(first, engine) == alone


def test_one_paragraph_of_a_hundred_thousand_characters_is_read_in_pieces(reader: Reader) -> None:
    sentence = "The mayor said “the pier was safe, and nobody asked. "
    text = sentence * 2000
    annotation = reader.annotation(text)
    check(text, annotation)
    assert len(annotation.attributions) > 1000


def test_a_line_without_any_full_stop_is_cut(reader: Reader) -> None:
    text = "the mayor said that the pier and the crane and " * 800
    check(text, reader.annotation(text))


def test_engine_and_grammar_agree_on_a_plain_statement(engine: Engine) -> None:
    text = "The mayor said on Monday that the pier was safe."
    (item,) = annotate(article_of(text), engine).attributions
    assert told(text, item).startswith("mayor | assert | ")


def test_a_headline_is_no_part_of_what_is_said_below_it(engine: Engine) -> None:
    text = "Pier closed\n\nFour people were hurt when the pier of Tarn sank, the ambulance service said on Tuesday."
    found = annotate(article_of(text, {0: BlockKind.HEADLINE}), engine).attributions
    said = [(item.speaker.name, [span.of(text) for span in item.content]) for item in found]
    assert said == [("ambulance service", ["Four people were hurt when the pier of Tarn sank"])]
