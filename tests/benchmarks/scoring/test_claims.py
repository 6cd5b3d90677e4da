"""The scorer of ledgers says what a careful reader would, and what the scorer beside the corpora says."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from retold.benchmarks.data import read_rows
from retold.benchmarks.scoring.claims import score

Row = dict[str, Any]
TEXT = "The weir holds. Otters were seen. The weir is broken."
WEIR, OTTERS, BROKEN = [0, 14], [16, 32], [34, 52]


def claim(name: str, *places: tuple[str, list[int]], stance: str = "assert", speakers: tuple[int, int] = (1, 1)) -> Row:
    occurrences = [{"article": article, "span": span, "stance": stance} for article, span in places]
    origins = {"speakers": list(speakers), "observers": [1, 2], "retellings": len({a for a, _ in places})}
    return {"id": name, "occurrences": occurrences, "origins": origins}


GOLD: Row = {
    "story": "weir",
    "articles": [{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT}],
    "claims": [
        claim("holds", ("a", WEIR), ("b", WEIR)),
        claim("otters", ("a", OTTERS), ("b", OTTERS)),
        claim("broken", ("a", BROKEN)),
    ],
    "disputes": [{"a": "holds", "b": "broken", "why": "polarity"}],
    "not_same": [["holds", "broken", "opposite"]],
}


def ledger(*claims: Row, disputes: tuple[tuple[str, str], ...] = ()) -> Row:
    return {"story": "weir", "claims": list(claims), "disputes": [{"a": a, "b": b, "why": "x"} for a, b in disputes]}


def test_gold_itself_is_right_in_every_measure() -> None:
    s = score([(GOLD, GOLD)])
    assert (s.occurrence_recall, s.bcubed.f1, s.cross_article.f1, s.disputes.f1, s.stance) == (1, 1, 1, 1, 1)
    assert (s.false_merge, s.contains["speakers"], s.equal["observers"], s.width["observers"]) == (0, 1, 1, 1)


def test_a_claim_that_holds_two_opposite_ones_is_a_false_merge() -> None:
    both = claim("x", ("a", WEIR), ("b", WEIR), ("a", BROKEN))
    assert score([(GOLD, ledger(both))]).false_merge == 1


def test_claims_apart_lose_cross_article_recall_and_no_precision() -> None:
    s = score([(GOLD, ledger(claim("x", ("a", WEIR)), claim("y", ("b", WEIR))))])
    assert (s.cross_article.recall, s.cross_article.found) == (0, 0)


def test_a_dispute_between_claims_that_gold_does_not_list_is_not_judged() -> None:
    s = score([(GOLD, ledger(claim("x", ("a", WEIR)), claim("y"), disputes=(("x", "y"),)))])
    assert s.disputes.found == 0


def test_a_range_that_misses_the_truth_does_not_hold_it() -> None:
    s = score([(GOLD, ledger(claim("x", ("a", WEIR), ("b", WEIR), speakers=(2, 3))))])
    assert s.contains["speakers"] == 0
    assert s.width["speakers"] == 1


def reference(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_claims", shared / "score" / "claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def disturbed(gold: Row, rng: random.Random) -> Row:
    """Gold's occurrences, some shifted or dropped, dealt anew over claims, with disputes between random ones."""
    claims: list[Row] = [claim(f"x{n}", speakers=(1, rng.randint(1, 3))) for n in range(len(gold["claims"]) + 3)]
    for number, one in enumerate(gold["claims"]):
        for o in one["occurrences"]:
            if rng.random() < 0.85:
                shift = rng.choice((0, 0, 0, -20))
                place = {"article": o["article"], "span": [max(0, s + shift) for s in o["span"]]}
                target = number if rng.random() < 0.7 else rng.randrange(len(claims))
                stance = rng.choice((o["stance"], "assert"))
                if place["span"][0] < place["span"][1]:
                    claims[target]["occurrences"].append({**place, "stance": stance})
    rng.shuffle(claims)
    pairs = [tuple(rng.choices([c["id"] for c in claims], k=2)) for _ in range(12)]
    return {"story": gold["story"], "claims": claims, "disputes": [{"a": a, "b": b, "why": "x"} for a, b in pairs]}


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(5))
def test_our_figures_equal_those_of_the_scorer_beside_the_corpora(shared: Path, seed: int) -> None:
    rng = random.Random(seed)
    rows = read_rows(shared / "data/claims/dev.jsonl.gz")
    answers = [disturbed(row, rng) for row in rows]
    theirs = reference(shared).score({r["story"]: r for r in rows}, {r["story"]: r for r in answers})
    ours = score(zip(rows, answers, strict=True))
    assert ours.occurrence_recall == pytest.approx(theirs["occurrence_recall"])
    assert ours.bcubed.f1 == pytest.approx(theirs["bcubed"]["f1"])
    assert ours.cross_article.f1 == pytest.approx(theirs["cross_article"]["f1"])
    assert ours.false_merge == pytest.approx(theirs["false_merge"])
    assert ours.stance == pytest.approx(theirs["stance_accuracy"])
    assert ours.disputes.f1 == pytest.approx(theirs["disputes"]["f1"])
    assert ours.found == pytest.approx(theirs["origins"]["found_share"])
    assert ours.retellings == pytest.approx(theirs["origins"]["retellings"]["equal"])
    for name in ("speakers", "observers"):
        given = theirs["origins"][name]
        assert ours.contains[name] == pytest.approx(given["contains"])
        assert ours.equal[name] == pytest.approx(given["equal"])
        assert ours.width[name] == pytest.approx(given["mean_width"])
