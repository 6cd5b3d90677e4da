"""Planted stories: the truth is where the words are, and the words are worth reading."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.planted import Bank, Planted, PlantedArticle, PlantOptions, plant
from retold.records.claims import Position
from retold.records.documents import BlockKind
from retold.records.spans import Span

SEEDS = st.integers(0, 10_000)
BANKS = st.sampled_from(list(Bank))
BROKEN = re.compile(r"[{}<>\[\]*^|]|  |\.\.|,,| [,.;]|\bthe [Tt]he\b|\ba [aeio]\w")


def options(bank: Bank) -> PlantOptions:
    return PlantOptions(bank=bank, stories=2, tellings=(5, 8), second_story=0.4, html=0.5)


def body_text(article: PlantedArticle) -> str:
    return "\n".join(b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.BODY)


@settings(max_examples=12, deadline=None)
@given(SEEDS, BANKS)
def test_the_same_seed_gives_the_same_bytes(seed: int, bank: Bank) -> None:
    assert plant(seed, options(bank)) == plant(seed, options(bank))


@settings(max_examples=25, deadline=None)
@given(SEEDS, BANKS)
def test_every_span_lies_on_words_of_its_own_article(seed: int, bank: Bank) -> None:
    for article in plant(seed, options(bank)).articles:
        spans = [
            span
            for a in article.attributions
            for span in (*a.source, *a.cue, *a.content, *(s for relay in a.relays for s in relay.spans))
        ]
        spans += [t.span for t in article.timex] + [q.span for q in article.quantities]
        spans += [s.span for s in article.sentences] + [b.span for b in article.blocks]
        for span in spans:
            words = span.of(article.text)
            assert words
            assert words == words.strip()


@settings(max_examples=25, deadline=None)
@given(SEEDS, BANKS)
def test_blocks_cover_all_that_is_not_white_space_and_do_not_overlap(seed: int, bank: Bank) -> None:
    for article in plant(seed, options(bank)).articles:
        position = 0
        for block in article.blocks:
            assert not article.text[position : block.span.start].strip(" \n—-")
            position = block.span.end
        assert not article.text[position:].strip()


@settings(max_examples=25, deadline=None)
@given(SEEDS, BANKS)
def test_attributions_stand_inside_one_body_sentence_or_the_rest_of_a_quotation(seed: int, bank: Bank) -> None:
    for article in plant(seed, options(bank)).articles:
        for a in article.attributions:
            cues = (*a.cue, *a.source)
            holders = [s.span for s in article.sentences if any(s.span.contains(c) for c in cues)]
            assert len(holders) <= 1
            assert a.content
            assert a.source or a.continues


@settings(max_examples=25, deadline=None)
@given(SEEDS, BANKS)
def test_a_speaker_is_named_in_the_source_or_introduced_before_it(seed: int, bank: Bank) -> None:
    for article in plant(seed, options(bank)).articles:
        for a in article.attributions:
            if a.speaker.name is None or a.continues or a.speaker.name.startswith("Government"):
                continue
            last = a.speaker.name.split()[-1].replace("’", "'")
            end = max(span.end for span in (*a.content, *a.source))
            assert last in article.text[:end].replace("’", "'")


@settings(max_examples=25, deadline=None)
@given(SEEDS, BANKS)
def test_occurrences_point_at_body_sentences_and_agree_with_their_attribution(seed: int, bank: Bank) -> None:
    planted = plant(seed, options(bank))
    for story in planted.stories:
        for claim in story.claims:
            for occurrence in claim.occurrences:
                article = planted.article(occurrence.article)
                assert any(s.span.contains(occurrence.span) for s in article.sentences)
                held = {a.id: a for a in article.attributions}
                if occurrence.attribution is not None:
                    content = held[occurrence.attribution].content
                    assert any(part.contains(occurrence.span) for part in content)
            spans = [(o.article, o.span) for o in claim.occurrences]
            assert len(spans) == len(set(spans))


@settings(max_examples=25, deadline=None)
@given(SEEDS, BANKS)
def test_origins_are_ranges_that_hold_the_world_and_count_the_articles(seed: int, bank: Bank) -> None:
    for story in plant(seed, options(bank)).stories:
        world = dict(story.world)
        for claim in story.claims:
            assert claim.origins.retellings == len({o.article for o in claim.occurrences})
            assert claim.origins.speakers.low <= world[claim.id] <= claim.origins.speakers.high
            asserting = [o.speaker for o in claim.occurrences if o.position is Position.ASSERT and o.speaker]
            named = {speaker.name.replace("’", "'") for speaker in asserting if speaker.name}
            assert claim.origins.speakers.high >= len(named)


@settings(max_examples=25, deadline=None)
@given(SEEDS, BANKS)
def test_both_readings_of_an_edit_are_the_words_at_their_spans(seed: int, bank: Bank) -> None:
    planted = plant(seed, options(bank))
    for edit in planted.truth.edits:
        for reading in edit.readings:
            assert reading.span.of(planted.article(reading.article).text) == reading.text
        before, after = edit.readings
        assert before.text.lower() != after.text.lower()


@settings(max_examples=25, deadline=None)
@given(SEEDS, BANKS)
def test_a_sentence_that_a_copy_kept_untouched_reads_the_same(seed: int, bank: Bank) -> None:
    planted = plant(seed, options(bank))
    for copy in planted.truth.copies:
        parent, child = planted.article(copy.parent), planted.article(copy.child)
        before = {s.key: s.span for s in parent.sentences}
        edited = [e.readings[1].span for e in planted.truth.edits if e.readings[1].article == child.id]
        shifted = {p.span for s in planted.truth.shifts if s.child == child.id for p in s.after}
        for sentence in child.sentences:
            touched = any(_touches(sentence.span, span) for span in edited) or sentence.span in shifted
            if sentence.key in before and not touched:
                assert _folded(sentence.span.of(child.text)) == _folded(before[sentence.key].of(parent.text))


def _touches(sentence: Span, edit: Span) -> bool:
    return sentence.start <= edit.start <= sentence.end


def _folded(words: str) -> str:
    """Without quotation marks, and the comma that stands inside or outside them."""
    return re.sub(r"[“”\"‘’',]", "", words).lower()


@settings(max_examples=40, deadline=None)
@given(SEEDS, BANKS)
def test_the_prose_has_no_scars_of_its_templates(seed: int, bank: Bank) -> None:
    for article in plant(seed, options(bank)).articles:
        for paragraph in body_text(article).split("\n"):
            assert not BROKEN.search(paragraph), paragraph
            assert paragraph[-1] in '.”"?!'
            assert paragraph.count("“") == paragraph.count("”"), paragraph
            assert paragraph.count('"') % 2 == 0, paragraph


@settings(max_examples=15, deadline=None)
@given(SEEDS, BANKS)
def test_continued_quotations_name_the_first_and_share_its_speaker(seed: int, bank: Bank) -> None:
    for article in plant(seed, options(bank)).articles:
        held = {a.id: a for a in article.attributions}
        for a in article.attributions:
            if a.continues is not None:
                assert a.speaker == held[a.continues].speaker
                assert not a.source


@pytest.mark.parametrize(("one", "two"), list(combinations(Bank, 2)))
def test_the_banks_share_no_kind_name_or_clause(one: Bank, two: Bank) -> None:
    from retold.planted.banks import bank_of

    dev, held = bank_of(one), bank_of(two)
    assert not {k.name for k in dev.kinds} & {k.name for k in held.kinds}
    assert not {c for k in dev.kinds for f in k.facts for c in f.clauses} & {
        c for k in held.kinds for f in k.facts for c in f.clauses
    }
    assert not {c for k in dev.kinds for c in k.background} & {c for k in held.kinds for c in k.background}
    assert not set(dev.lexicon.families) & set(held.lexicon.families)
    for group in ("indirect", "direct", "told", "citing", "nested", "bare", "chain", "deny", "doubt"):
        assert not set(getattr(dev.frames, group)) & set(getattr(held.frames, group))


@pytest.mark.parametrize("bank", list(Bank))
def test_every_cue_of_the_truth_shows_up_over_many_seeds(bank: Bank) -> None:
    """One planting is a sample; forty must hold every sort of thing that the product has to recover."""
    many = [plant(seed, PlantOptions(bank=bank, stories=2, tellings=(6, 9))) for seed in range(40)]
    kinds = {c.kind for p in many for c in p.truth.copies}
    assert {k.value for k in kinds} == {"verbatim", "light", "cut", "rewrite", "merge"}
    assert {s.fate for p in many for s in p.truth.shifts} >= {"moved", "dropped", "split", "added"}
    classes = {e.kind.value for p in many for e in p.truth.edits}
    assert classes == {"spelling", "number", "date", "name", "attribution", "hedging", "quotation", "loaded", "other"}
    assert any(parent and parent.startswith("common:") for p in many for _, parent in p.truth.lineage)
    assert {d.why.value for p in many for s in p.stories for d in s.disputes} >= {"denial", "number", "polarity"}
    assert {h.why for p in many for h in p.truth.hard_negatives} == {"background", "quotation", "look-alike event"}
    stances = {a.stance.value for p in many for art in p.articles for a in art.attributions}
    assert stances >= {"assert", "deny", "accuse", "demand", "question", "predict"}
    assert any(len(a.relays) > 1 or a.parent for p in many for art in p.articles for a in art.attributions)
    assert any(len(article.passages) > 1 for p in many for article in p.articles)


def skeletons(many: list[Planted]) -> tuple[int, int]:
    """Sentence skeletons (names, numbers, times blanked) of articles that copied nothing: distinct ones, and all."""
    found: list[str] = []
    for planted in many:
        copied = {copy.child for copy in planted.truth.copies}
        for article in planted.articles:
            if article.id not in copied:
                found.extend(s.skeleton for s in article.sentences)
    return len(set(found)), len(found)


@pytest.mark.parametrize(("bank", "floor"), [(bank, 1500) for bank in Bank])
def test_a_hundred_stories_hold_many_different_sentences(bank: Bank, floor: int) -> None:
    distinct, total = skeletons([plant(seed, PlantOptions(bank=bank, stories=2)) for seed in range(50)])
    assert distinct >= floor
    assert distinct / total >= 0.3


def test_options_that_cannot_be_met_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one story"):
        PlantOptions(stories=0)
    with pytest.raises(ValueError, match="at least one story"):
        PlantOptions(tellings=(2, 4))


def test_a_large_planting_has_as_many_stories_as_asked_for_and_ids_of_its_own() -> None:
    planted = plant(1, PlantOptions(stories=40, tellings=(3, 5)))
    assert len(planted.stories) == 40
    assert len({article.id for article in planted.articles}) == len(planted.articles) >= 110
    assert all(article.passages for article in planted.articles)
