"""The scorer of chains says what a careful reader would, and what the scorer beside the corpora says."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from retold.benchmarks.data import read_rows
from retold.benchmarks.scoring.chains import read_passage, score

Row = dict[str, Any]
TEXT = "“The weir holds,” the warden said, according to the Fen Courier. Otters were seen, Ann Dow said."
WEIR, WARDEN, COURIER = [[0, 17]], [[18, 28]], [[48, 63]]
OTTERS, DOW = [[65, 81]], [[83, 90]]


def link(role: str, span: list[list[int]], **more: Any) -> Row:
    return {"role": role, "span": span, "unnamed": False, "count": None, **more}


def gold(*chains: Row) -> Row:
    return {"text": TEXT, "chains": list(chains)}


FIRST: Row = {
    "content": WEIR,
    "stance": "assert",
    "links": [link("speaker", WARDEN, unnamed=True, count=1), link("relay", COURIER)],
}
SECOND: Row = {"content": OTTERS, "stance": "assert", "links": [link("speaker", DOW, name="Ann Dow")]}


def found(content: list[list[int]], source: list[list[int]], *relays: list[list[int]], **more: Any) -> Row:
    named = [{"name": "", "span": span} for span in relays]
    return {"content": content, "source": source, "relays": named, "stance": "assert", "unnamed": False, **more}


def test_spans_of_the_text_are_what_the_cases_below_think() -> None:
    assert [TEXT[s:e] for ((s, e),) in (WEIR, WARDEN, COURIER, OTTERS, DOW)] == [
        "“The weir holds,”", "the warden", "the Fen Courier", "Otters were seen", "Ann Dow",
    ]  # fmt: skip


def test_a_chain_found_whole_is_right_in_every_measure() -> None:
    s = score([read_passage(gold(FIRST), [found(WEIR, WARDEN, COURIER, unnamed=1)])])
    assert (s.content.f1, s.speaker.f1, s.relays.f1, s.chain.f1, s.stance, s.unnamed) == (1, 1, 1, 1, 1, 1)


def test_a_missed_relay_costs_the_relays_and_the_chain_but_not_the_speaker() -> None:
    s = score([read_passage(gold(FIRST), [found(WEIR, WARDEN)])])
    assert (s.speaker.right, s.relays.right, s.chain.right) == (1, 0, 0)


def test_a_relay_too_many_is_as_wrong_as_one_too_few() -> None:
    s = score([read_passage(gold(SECOND), [found(OTTERS, DOW, COURIER)])])
    assert (s.speaker.right, s.relays.right) == (1, 0)


def test_a_relay_without_span_is_known_by_its_name() -> None:
    named = found(WEIR, WARDEN) | {"relays": [{"name": "Fen Courier", "span": None}]}
    assert score([read_passage(gold(FIRST), [named])]).relays.right == 1


def test_what_is_found_beside_gold_lowers_precision_only() -> None:
    s = score([read_passage(gold(FIRST), [found(WEIR, WARDEN, COURIER), found(OTTERS, DOW)])])
    assert (s.content.precision, s.content.recall) == (0.5, 1)


def test_an_optional_chain_neither_helps_nor_hurts() -> None:
    both = gold(FIRST, SECOND | {"optional": True})
    s = score([read_passage(both, [found(WEIR, WARDEN, COURIER), found(OTTERS, DOW)])])
    assert (s.content.found, s.content.gold, s.content.right) == (1, 1, 1)


def test_a_name_is_right_when_it_holds_the_full_one() -> None:
    assert score([read_passage(gold(SECOND), [found(OTTERS, DOW, speaker="Ann Dow")])]).named == 1
    assert score([read_passage(gold(SECOND), [found(OTTERS, DOW, speaker="Dow")])]).named == 0


def test_a_passage_without_attribution_is_left_alone_or_not() -> None:
    assert score([read_passage(gold(), [])]).empty_left_alone == 1
    assert score([read_passage(gold(), [found(OTTERS, DOW)])]).empty_left_alone == 0


def reference(shared: Path) -> ModuleType:
    sys.path.insert(0, str(shared / "score"))
    try:
        spec = importlib.util.spec_from_file_location("reference_chains", shared / "score" / "chains.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.remove(str(shared / "score"))


def disturbed(row: Row, rng: random.Random) -> list[Row]:
    """Gold chains as predictions, some of them dropped, shifted, joined, or given another chain's links."""
    out: list[Row] = []
    for chain in row["chains"]:
        links = rng.choice(row["chains"])["links"] if rng.random() < 0.2 else chain["links"]
        shift = rng.choice((0, 0, 0, 12))
        content = [[max(0, s - shift), max(1, e - shift)] for s, e in chain["content"]]
        if out and rng.random() < 0.15:
            out[-1]["content"] = out[-1]["content"] + content
        elif rng.random() < 0.9:
            relays = [{"name": "", "span": x["span"]} for x in links if x["role"] == "relay" and rng.random() < 0.9]
            rng.shuffle(relays)
            stance = rng.choice((chain["stance"], "deny"))
            out.append(
                found(content, links[0]["span"]) | {"relays": relays, "stance": stance, "unnamed": rng.random() < 0.3}
            )
    return out


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(5))
def test_our_figures_equal_those_of_the_scorer_beside_the_corpora(shared: Path, seed: int) -> None:
    rng = random.Random(seed)
    rows = read_rows(shared / "data/chains/dev.jsonl.gz")
    answers = {row["id"]: disturbed(row, rng) for row in rows}
    theirs, _ = reference(shared).evaluate(
        {row["id"]: row for row in rows}, {name: {"attributions": items} for name, items in answers.items()}
    )
    ours = score(read_passage(row, answers[row["id"]]) for row in rows)
    for name in ("content", "speaker", "relays", "chain"):
        mine = getattr(ours, name)
        assert (mine.right, mine.found, mine.gold) == tuple(theirs[name][key] for key in ("right", "pred", "gold"))
    links = theirs["relay_link"]
    assert (ours.links.right, ours.links.found, ours.links.gold) == (links["right"], links["pred"], links["gold"])
    assert ours.stance == pytest.approx(theirs["stance"]["share"])
    assert ours.unnamed == pytest.approx(theirs["unnamed"]["share"])
    empty = theirs["empty"]
    assert ours.empty_left_alone == pytest.approx(1 - empty["with_prediction"] / empty["passages"])
