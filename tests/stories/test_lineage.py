from __future__ import annotations

import random

import pytest
from tests.stories.prose import article, sentences

from retold.records.stories import CopyKind, Descent
from retold.stories.copies import CopyText, find_copies
from retold.stories.lineage import trace_lineage


def trace(*records: CopyText) -> dict[str, Descent]:
    return {descent.child: descent for descent in trace_lineage(records, find_copies(records))}


def test_an_article_that_shares_nothing_has_no_parent() -> None:
    found = trace(CopyText("a", article(1)), CopyText("b", article(2)))
    assert [(d.parent, d.confidence) for d in found.values()] == [(None, 0.0)] * 2


def test_with_dates_the_parent_is_the_earlier_article_that_holds_most() -> None:
    whole = sentences(1, 12)
    found = trace(
        CopyText("a", " ".join(whole[:8]), "Marrow Post", "2031-05-03T10:00:00Z"),
        CopyText("b", " ".join(whole), "Ostrey Wire", "2031-05-01T10:00:00Z"),
        CopyText("c", " ".join(whole[:8] + sentences(2, 1)), "Gull Point News", "2031-05-04T10:00:00Z"),
        CopyText("d", " ".join(whole[1:]), "Tessin Day", "2031-05-02T10:00:00Z"),
    )
    assert {name: d.parent for name, d in found.items()} == {"a": "b", "b": None, "c": "a", "d": "b"}
    assert found["c"].directed > 0.9
    assert "time" in {trace.kind for trace in found["c"].traces}


def test_evidence_points_at_the_same_words_in_both() -> None:
    records = {"a": CopyText("a", article(1)), "b": CopyText("b", article(1) + " " + article(2, 1))}
    (run,) = (t for t in trace(*records.values())["b"].traces if t.kind == "run")
    one, two = (pointer.span.of(records[pointer.article].text) for pointer in run.where)
    assert one == two
    assert len(one) > 100


def test_without_dates_versions_of_one_page_form_a_chain_that_grows() -> None:
    text = sentences(1, 14)
    versions = [
        CopyText(f"v{place}", " ".join(text[:count]), title="Marrow lighthouse")
        for place, count in ((3, 5), (0, 8), (2, 11), (1, 14))
    ]
    found = trace(*versions)
    assert {name: d.parent for name, d in found.items()} == {"v3": None, "v0": "v3", "v2": "v0", "v1": "v2"}
    assert found["v1"].directed > 0.7


def test_versions_of_one_page_are_linked_though_little_is_left() -> None:
    one = CopyText("a", article(1), title="Toll road")
    two = CopyText("b", " ".join(sentences(1, 1) + sentences(2, 9)), title="Toll road")
    assert {d.parent for d in trace(one, two).values()} == {None, "a"} or {
        d.parent for d in trace(one, two).values()
    } == {
        None,
        "b",
    }
    assert trace(one, CopyText("b", two.text, title="Bridge"))["a"].parent is None


def test_without_dates_another_outlets_cut_is_the_child() -> None:
    whole, cut = CopyText("b", article(1), "Ostrey Wire"), CopyText("a", " ".join(sentences(1, 10)[:5]), "Marrow Post")
    found = trace(whole, cut)
    assert found["a"].parent == "b"
    assert found["a"].kind is CopyKind.CUT
    assert 0.5 < found["a"].directed < 1


@pytest.mark.parametrize("head", ["OSTREY (Reuters) - ", "OSTREY, May 4 (AP) — "])
def test_two_that_credit_one_agency_come_from_a_common_unseen_source(head: str) -> None:
    found = trace(
        CopyText("a", head + article(1), "Marrow Post", "2031-05-01"),
        CopyText("b", head + " ".join(sentences(1, 10)[:8]), "Tessin Day", "2031-05-02"),
    )
    (parent,) = {d.parent for d in found.values()}
    assert parent is not None
    assert parent.startswith("common:")
    assert all(d.traces[0].kind == "credit" for d in found.values())


def test_an_agencys_own_article_is_the_parent_of_those_that_credit_it() -> None:
    found = trace(
        CopyText("a", "OSTREY (Reuters) - " + article(1), "Reuters", "2031-05-01"),
        CopyText("b", "OSTREY (Reuters) - " + article(1, 8), "Tessin Day", "2031-05-02"),
    )
    assert (found["a"].parent, found["b"].parent) == (None, "a")


def test_an_agency_that_is_quoted_in_the_story_is_no_credit() -> None:
    story = f"{article(1, 3)} The bell rang at noon, Reuters reported on Monday. {article(1)}"
    assert trace(CopyText("a", story))["a"].parent is None


def test_no_article_is_its_own_ancestor_and_order_does_not_matter() -> None:
    rng = random.Random(5)
    records = []
    for n in range(24):
        kept = [s for s in sentences(n // 8, 12) if rng.random() < 0.8]
        records.append(
            CopyText(f"n{n}", " ".join(kept), f"outlet {n % 3}", rng.choice([None, f"2031-05-{n % 5 + 1:02d}"]))
        )
    found = trace(*records)
    for name in found:
        seen = set()
        at: str | None = name
        while at:
            assert at not in seen
            seen.add(at)
            at = found[at].parent
    rng.shuffle(records)
    assert trace(*records) == found
