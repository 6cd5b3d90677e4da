"""What happened to claims between two readings, whatever became of ids, stories and versions meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold.claims.developments import developments
from retold.documents import from_text
from retold.records.developments import Contradiction, Development, DevelopmentKind, Spot, Standing, Standings
from retold.records.documents import Article
from retold.records.spans import Span

LEAK = "The dam at Varn has been leaking since March"
FINE = "The dam at Varn is sound"
NONE = "Nothing is known of the dam."


def _spot(words: str, article: str = "a1", start: int = 0) -> Spot:
    return Spot(article, f"https://varn.example/{article[0]}", Span(start, start + len(words)), words.casefold())


def _claim(identity: str, words: str, *spots: Spot, origins: int = 1, by: tuple[str, ...] = ()) -> Standing:
    return Standing(identity, words, spots or (_spot(words),), origins, by)


def _story(*claims: Standing, disputes: tuple[Contradiction, ...] = (), story: str = "s") -> Standings:
    return Standings(story, "key", claims, disputes)


def _kinds(
    before: Standings | None, after: Standings | None, now: dict[str, Article] | None = None
) -> list[tuple[str, str]]:
    found: tuple[Development, ...] = developments(
        [before] if before else [], [after] if after else [], now if now is not None else {}
    )
    return [(one.claim, one.kind.value) for one in found]


def test_a_second_origin_is_told_once() -> None:
    one, two, three = (_story(_claim("s.1", LEAK, origins=count)) for count in (1, 2, 3))
    assert _kinds(one, two) == [("s.1", "corroborated")]
    assert _kinds(two, three) == []
    assert _kinds(two, two) == []


def test_a_claim_that_comes_with_two_origins_is_told() -> None:
    assert _kinds(_story(), _story(_claim("s.1", LEAK, origins=2))) == [("s.1", "corroborated")]
    assert _kinds(_story(), _story(_claim("s.1", LEAK))) == []


def test_a_claim_is_known_under_another_id_and_in_another_story() -> None:
    before = _story(_claim("s.1", LEAK, origins=2))
    shifted = _claim("t.9", LEAK, _spot(LEAK, "a1", start=3), _spot(LEAK, "b1"), origins=2)
    assert _kinds(before, _story(shifted, story="t")) == []


def test_a_claim_is_known_in_a_later_version_of_its_article_by_its_words() -> None:
    before = _story(_claim("s.1", LEAK, origins=2))
    assert _kinds(before, _story(_claim("s.2", LEAK, _spot(LEAK, "a2", start=400), origins=2))) == []
    other = _claim("s.2", FINE, _spot(FINE, "a2", start=400), origins=2)
    assert _kinds(before, _story(other)) == [("s.2", "corroborated")]


@pytest.mark.parametrize("turned", [False, True])
def test_a_dispute_is_told_when_it_comes_and_not_again(turned: bool) -> None:
    claims = (_claim("s.1", LEAK), _claim("s.2", FINE, _spot(FINE, "b1")))
    dispute = Contradiction("s.1", "s.2", "polarity", "leaking, sound")
    after = _story(*claims, disputes=(dispute,))
    (told,) = developments([_story(*claims)], [after], {})
    assert (told.claim, told.kind) == ("s.1", DevelopmentKind.DISPUTED)
    assert FINE in told.detail
    assert "leaking, sound" in told.detail
    again = replace(dispute, a="s.2", b="s.1") if turned else dispute
    assert _kinds(after, _story(*claims, disputes=(again,))) == []


def test_a_denial_of_a_claim_is_told_and_a_second_denier_is_not() -> None:
    claim = _claim("s.1", LEAK)
    denied = _story(claim, disputes=(Contradiction("s.1", "s.1", "denial", "against it the mayor"),))
    further = _story(claim, disputes=(Contradiction("s.1", "s.1", "denial", "against it the mayor, Ann Dow"),))
    assert _kinds(_story(claim), denied) == [("s.1", "disputed")]
    assert _kinds(denied, further) == []


def test_a_new_dispute_of_a_claim_that_is_disputed_already_is_told() -> None:
    a, b, c = _claim("s.1", LEAK), _claim("s.2", FINE, _spot(FINE, "b1")), _claim("s.3", NONE, _spot(NONE, "c1"))
    first, second = Contradiction("s.1", "s.2", "time", ""), Contradiction("s.1", "s.3", "time", "")
    assert _kinds(_story(a, b, c, disputes=(first,)), _story(a, b, c, disputes=(first, second))) == [
        ("s.1", "disputed")
    ]


def test_a_withdrawal_is_told_for_each_who_withdraws() -> None:
    one = _story(_claim("s.1", LEAK, by=("The Varn Herald",)))
    two = _story(_claim("s.1", LEAK, by=("The Norvian", "The Varn Herald")))
    assert _kinds(_story(_claim("s.1", LEAK)), one) == [("s.1", "withdrawn")]
    (told,) = developments([one], [two], {})
    assert told.detail == "withdrawn by The Norvian"


def test_a_claim_that_no_version_has_any_more_is_withdrawn_and_one_that_went_astray_is_not() -> None:
    before = _story(_claim("s.1", LEAK))
    gone = from_text(NONE, id="a2", address="https://varn.example/a")
    assert _kinds(before, None, {gone.address: gone}) == [("s.1", "withdrawn")]
    still = from_text(f"{NONE} {LEAK}.", id="a2", address="https://varn.example/a")
    assert _kinds(before, None, {still.address: still}) == []
    assert _kinds(before, None, {}) == []
    same = from_text(NONE, id="a1", address="https://varn.example/a")
    assert _kinds(before, None, {same.address: same}) == []


def test_the_order_of_stories_does_not_matter() -> None:
    before = [_story(_claim("s.1", LEAK)), _story(_claim("t.1", FINE, _spot(FINE, "b1")), story="t")]
    after = [
        _story(_claim("s.1", LEAK, origins=2)),
        _story(_claim("t.1", FINE, _spot(FINE, "b1"), origins=2), story="t"),
    ]
    assert developments(before, after, {}) == developments(before[::-1], after[::-1], {})
    assert len(developments(before, after, {})) == 2
