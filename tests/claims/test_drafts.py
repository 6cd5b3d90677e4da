from __future__ import annotations

import pytest
from tests.claims.telling import Said, tell

from retold.claims import check_draft
from retold.records.claims import Account, Range
from retold.records.statements import Stance

CONTENT = "the tunnel under Mount Sarel will open in October"


def by(identity: str, name: str, stance: Stance = Stance.ASSERT) -> Account:
    said = Said(CONTENT, name, "said", name=name, stance=stance)
    return tell(identity, f"Paper {identity}", f"{name} said {CONTENT}.", [said])


def test_a_draft_is_shown_what_the_archive_says_and_does_not_confirm_itself() -> None:
    (check,) = check_draft(by("draft", "Edda Holm"), [by("a", "Nils Aro"), by("b", "Nils Aro")])
    assert [o.article for o in check.own] == ["draft"]
    assert [o.article for o in check.archived] == ["a", "b"]
    assert check.origins.speakers == Range(1, 1)
    assert check.origins.retellings == 2


def test_what_the_archive_does_not_hold_has_no_origin_there() -> None:
    (check,) = check_draft(by("draft", "Edda Holm"), [tell("a", "Echo", "The herring fleet of Vik came home early.")])
    assert check.archived == ()
    assert check.origins.retellings == 0


def test_a_denial_in_the_archive_is_shown_as_a_dispute() -> None:
    (check,) = check_draft(by("draft", "Edda Holm"), [by("a", "Nils Aro", Stance.DENY)])
    assert [d.why.value for d in check.disputes] == ["denial"]


def test_a_draft_that_is_in_the_archive_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        check_draft(by("a", "Edda Holm"), [by("a", "Edda Holm")])
