from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claims.telling import tell

from retold.claims import LedgerOptions, Opinion, build_ledger
from retold.claims.comparison import Comparison, Conflict
from retold.claims.voices import OPEN_FROM, OPEN_TO, hear, weigh
from retold.records.claims import Ledger

FERRY = "The ferry Halcyon ran aground near Port Ellis on Monday."
WRECK = "Divers searched the wreck of the ferry Halcyon near Port Ellis."
COURT = "A judge in Aldmere postponed the trial of the banker Osric Vane."
OPTIONS = LedgerOptions()


@dataclass
class Sure:
    """A voice that has one opinion of everything and keeps what it was asked."""

    opinion: Opinion
    asked: list[tuple[str, str]] = field(default_factory=list)
    name: str = "sure 1"

    def compare(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Opinion]:
        self.asked += pairs
        return [self.opinion for _ in pairs]


def told(voice: Sure, *texts: str) -> Ledger:
    accounts = [tell(f"a{n}", "Courier", text) for n, text in enumerate(texts)]
    return build_ledger("s", accounts, [], LedgerOptions(voice=voice))


def comparison(score: float, conflict: Conflict = Conflict.NONE) -> Comparison:
    return Comparison(score, conflict, False, "shares halcyon")


def test_a_voice_that_agrees_with_everything_joins_nothing_by_itself() -> None:
    ledger = told(Sure(Opinion(1.0, 0.0)), FERRY, COURT)
    assert len(ledger.claims) == 2


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.001, OPEN_FROM))
def test_from_the_lowest_open_score_no_opinion_reaches_join(agreement: float, share: float, score: float) -> None:
    heard = weigh(comparison(score), "v", Opinion(agreement, share * (1 - agreement)))
    assert heard.score < OPTIONS.join


def test_agreement_lifts_what_was_nearly_one_claim_and_neither_lowers_it() -> None:
    scores = [weigh(comparison(0.5), "v", opinion).score for opinion in (Opinion(0, 0), Opinion(0, 1), Opinion(1, 0))]
    assert scores[0] < OPTIONS.unsure < scores[1] < OPTIONS.join < scores[2]


def test_the_opinion_is_kept_beside_the_structural_reason() -> None:
    assert weigh(comparison(0.5), "v 1", Opinion(0.8, 0.1)).reason == (
        "shares halcyon; v 1: agreement 0.80, contradiction 0.10"
    )


@pytest.mark.parametrize(
    ("found", "asked"),
    [
        (comparison(0.5), True),
        (comparison(OPEN_FROM / 2), False),
        (comparison((1 + OPEN_TO) / 2), False),
        (comparison(0.5, Conflict.NUMBER), False),
    ],
)
def test_only_what_structure_leaves_open_is_asked(found: Comparison, asked: bool) -> None:
    voice = Sure(Opinion(1.0, 0.0))
    heard = hear(voice, {(0, 1): found}, ["b", "a"])
    assert voice.asked == ([("a", "b")] if asked else [])
    assert (heard[0, 1] != found) == asked


def test_the_order_of_articles_does_not_change_what_is_asked() -> None:
    voices = [Sure(Opinion(0.5, 0.5)), Sure(Opinion(0.5, 0.5))]
    told(voices[0], FERRY, WRECK)
    told(voices[1], WRECK, FERRY)
    assert voices[0].asked
    assert sorted(voices[0].asked) == sorted(voices[1].asked)


def test_an_opinion_outside_its_bounds_is_refused() -> None:
    with pytest.raises(ValueError, match="shares"):
        Opinion(1.2, 0.0)
