"""The bench of pages: what counts as found, and that the pages are what they say."""

from __future__ import annotations

from dataclasses import replace

from retold.benchmarks.extraction import HALVES, KINDS, agree, load, overlap, read


def test_there_are_forty_pages_and_no_make_is_in_both_halves() -> None:
    pages = load()
    makes = {half: {page.name.split("-")[1] for page in pages if page.half == half} for half in HALVES}
    assert len(pages) >= 40
    assert makes["develop"].isdisjoint(makes["heldout"])


def test_every_kind_that_is_measured_stands_on_pages_of_both_halves() -> None:
    for half in HALVES:
        kinds = {kind for page in load() if page.half == half for kind, _ in page.blocks}
        assert {kind.value for kind in KINDS} <= kinds


def test_a_block_with_other_words_is_neither_found_nor_right() -> None:
    page = load()[0]
    article = read(page)
    right = agree([(page, article)])["correction"]
    other = replace(page, blocks=tuple((k, f"{t} not so") if k == "correction" else (k, t) for k, t in page.blocks))
    assert right.f1 == 1
    assert agree([(other, article)])["correction"].f1 == 0


def test_a_page_that_is_refused_counts_as_missed() -> None:
    page = load()[0]
    assert agree([(page, None)])["body"].recall == 0


def test_words_that_are_no_body_cost_precision() -> None:
    page = load()[0]
    body = "\n".join(text for kind, text in page.blocks if kind == "body")
    assert overlap([(page, body)]) == 1
    assert overlap([(page, body + " menu menu")]) < 1
