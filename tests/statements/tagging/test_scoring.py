"""Our scorer: what counts as right, and that it agrees with the one beside the checkout."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from retold.statements.tagging.benchmark import read_articles
from retold.statements.tagging.scoring import content_types, score

TEXT = "“We sail,” said Ada Holm, a skipper. Her rival thinks that the sea is too rough."


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(word), TEXT.index(word) + len(word)] for word in words]


GOLD = [
    {"source": spans("Ada Holm, a skipper"), "cue": spans("said"), "content": spans("“We sail,”")},
    {"source": spans("Her rival"), "cue": spans("thinks"), "content": spans("that the sea is too rough")},
]


def linked_f1(found: list[dict[str, Any]]) -> float:
    return score({"a": (TEXT, GOLD)}, {"a": found})["linked"].f1


def test_gold_against_itself_is_perfect() -> None:
    assert {value.f1 for value in score({"a": (TEXT, GOLD)}, {"a": GOLD}).values()} == {0.0, 1.0}
    assert linked_f1(GOLD) == 1.0


def test_part_of_the_source_is_enough_and_none_is_not() -> None:
    assert linked_f1([{**GOLD[0], "source": spans("Ada Holm")}, GOLD[1]]) == 1.0
    assert linked_f1([{**GOLD[0], "source": []}, GOLD[1]]) == 0.5


def test_less_than_half_of_the_content_does_not_count() -> None:
    assert linked_f1([GOLD[0], {**GOLD[1], "content": spans("rough")}]) == 0.5


def test_white_space_at_the_edges_does_not_matter() -> None:
    wide = [[[s, e + 1] for s, e in GOLD[1]["cue"]], GOLD[1]["cue"]]
    scores = [score({"a": (TEXT, GOLD)}, {"a": [GOLD[0], {**GOLD[1], "cue": cue}]}) for cue in wide]
    assert scores[0] == scores[1]


def test_an_id_without_gold_is_refused() -> None:
    with pytest.raises(ValueError, match="gold lacks: b"):
        score({"a": (TEXT, GOLD)}, {"b": []})


def test_contents_are_told_apart_by_their_quotation_marks() -> None:
    for text, kind in (("“All in.”", "direct"), ("she is “in”", "mixed"), ("she is in", "indirect")):
        assert kind in content_types(text, [(0, len(text))])


def shared_scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_attribution_scorer", folder / "score" / "attribution.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def damaged(attributions: list[dict[str, Any]], rng: random.Random) -> list[dict[str, Any]]:
    """Gold with some of it dropped, shortened and swapped: something to tell scorers apart by."""
    out = []
    for item in attributions:
        kind = rng.random()
        if kind < 0.15:
            continue
        content = [[s, e - min(rng.choice((0, 0, 3, 20)), e - s - 1)] for s, e in item["content"]]
        source = [] if kind > 0.9 else item["source"]
        out.append({"source": source, "cue": item["cue"], "content": content})
    return out


def test_our_scores_equal_the_shared_scorers(shared: Path) -> None:
    theirs = shared_scorer(shared)
    rows = {row["id"]: row for row in read_articles(shared / "data" / "polnear" / "dev.jsonl.gz")[:30]}
    rng = random.Random(3)
    found = {name: damaged(row["attributions"], rng) for name, row in rows.items()}
    expected = theirs.score(rows, {name: {"attributions": items} for name, items in found.items()})["scores"]
    ours = score({name: (row["text"], row["attributions"]) for name, row in rows.items()}, found)
    for name, value in ours.items():
        assert (value.precision, value.recall, value.f1) == tuple(expected[name][k] for k in ("p", "r", "f1")), name
    assert 0.5 < ours["linked"].f1 < 0.95
