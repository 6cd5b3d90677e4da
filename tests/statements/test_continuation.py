from __future__ import annotations

from tests.statements.conftest import Reader, tagged

from retold.statements.continuation import join_continuations

PARAGRAPH = "“We will stay,” Lena Orsk said, according to Tarn Radio. “Nobody leaves this island.”"
PARAGRAPHS = PARAGRAPH.replace(". “", ".\n“")


def test_a_quotation_without_cue_goes_on_with_the_speaker_and_relays_before_it(reader: Reader) -> None:
    for text in (PARAGRAPH, PARAGRAPHS):
        first, second = reader.annotation(text).attributions
        assert second.continues == first.id
        assert second.source == second.cue == ()
        assert second.speaker.name == "Lena Orsk"
        assert [relay.name for relay in second.relays] == ["Tarn Radio"]


def test_a_quoted_word_in_running_text_continues_nothing(reader: Reader) -> None:
    text = "“We will stay,” Lena Orsk said. The so-called “golden shore of the north” is a marsh."
    assert len(reader.annotation(text).attributions) == 1


def test_what_the_tagger_joined_is_told_apart_and_joined_again_on_demand(reader: Reader) -> None:
    text = "“We will stay,” Lena Orsk said. “Nobody leaves this island.”"
    found = tagged(text, "Lena Orsk", "said", "“We will stay,” + “Nobody leaves this island.”")
    annotation = reader.annotation(text, found)
    assert [a.continues for a in annotation.attributions] == [None, "a1"]
    (joined,) = join_continuations(text, annotation.attributions)
    assert [span.of(text) for span in joined.content] == ["“We will stay,”", "“Nobody leaves this island.”"]


def test_a_quotation_in_a_new_paragraph_is_not_joined_unless_the_tagger_did(reader: Reader) -> None:
    attributions = reader.annotation(PARAGRAPHS).attributions
    assert len(join_continuations(PARAGRAPHS, attributions)) == 2
