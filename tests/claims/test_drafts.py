from __future__ import annotations

import pytest
from tests.claims.telling import Marks, Said, tell

from retold.claims import DraftCheck, build_ledger, check_draft
from retold.records.claims import Account, Range
from retold.records.judgements import Action, Judged, Judgement, Place
from retold.records.statements import Stance

CONTENT = "the tunnel under Mount Sarel will open in October"


def by(identity: str, name: str, stance: Stance = Stance.ASSERT) -> Account:
    said = Said(CONTENT, name, "said", name=name, stance=stance)
    return tell(identity, f"Paper {identity}", f"{name} said {CONTENT}.", [said])


def checked(draft: Account, *archive: Account) -> tuple[DraftCheck, ...]:
    return check_draft(draft, archive, [build_ledger("s", archive, [])])


def hurt(identity: str, number: str, value: float) -> Account:
    text = f"The clinic treated {number} passengers after the tram left its rails in Sarel."
    return tell(identity, f"Paper {identity}", text, marks=Marks(amounts=((number, value, value, "passengers"),)))


def test_a_draft_is_shown_what_the_archive_says_and_does_not_confirm_itself() -> None:
    (check,) = checked(by("draft", "Edda Holm"), by("a", "Nils Aro"), by("b", "Nils Aro"))
    assert [o.article for o in check.own] == ["draft"]
    assert [o.article for o in check.archived] == ["a", "b"]
    assert check.origins.speakers == Range(1, 1)
    assert check.origins.retellings == 2


def test_the_archives_own_claim_comes_with_the_id_that_it_has_there() -> None:
    archive = [by("a", "Nils Aro"), by("b", "Nils Aro")]
    ledger = build_ledger("s", archive, [])
    (check,) = check_draft(by("draft", "Edda Holm"), archive, [ledger])
    assert [claim.id for claim in check.known] == [claim.id for claim in ledger.claims]


def test_what_the_archive_does_not_hold_has_no_origin_there() -> None:
    (check,) = checked(by("draft", "Edda Holm"), tell("a", "Echo", "The herring fleet of Vik came home early."))
    assert check.archived == ()
    assert check.known == ()
    assert check.origins.retellings == 0


def test_a_denial_in_the_archive_is_set_against_the_draft() -> None:
    (check,) = checked(by("draft", "Edda Holm"), by("a", "Nils Aro", Stance.DENY))
    assert [(d.why.value, [o.article for o in d.others]) for d in check.differences] == [("denial", ["a"])]


def test_a_draft_that_tells_both_sides_is_told_of_no_dispute() -> None:
    sides = [
        Said(CONTENT, "Edda Holm", "said", name="Edda Holm"),
        Said(
            "the tunnel under Mount Sarel would open in October",
            "Nils Aro",
            "denied",
            name="Nils Aro",
            stance=Stance.DENY,
        ),
    ]
    text = f"Edda Holm said {CONTENT}. Nils Aro denied that the tunnel under Mount Sarel would open in October."
    (check,) = checked(tell("draft", "Paper draft", text, sides), by("a", "Nils Aro", Stance.DENY))
    assert len(check.own) == 2
    assert check.differences == ()


def test_a_number_that_differs_is_given_beside_the_archives_and_who_gives_that() -> None:
    (check,) = checked(hurt("draft", "41", 41), hurt("a", "14", 14), hurt("b", "14", 14))
    (difference,) = check.differences
    assert (difference.why.value, difference.here, difference.there) == ("number", "41", "14")
    assert [o.article for o in difference.others] == ["a", "b"]
    assert check.known == ()


def test_a_number_that_agrees_is_no_difference() -> None:
    (check,) = checked(hurt("draft", "14", 14), hurt("a", "14", 14))
    assert check.differences == ()
    assert check.origins.retellings == 1


def test_a_single_source_stays_single_however_the_draft_tells_it_itself() -> None:
    plain = tell("draft", "Paper draft", CONTENT.capitalize() + ".")
    (check,) = checked(plain, tell("a", "Paper a", CONTENT.capitalize() + "."))
    assert "bbc-single-source" in {finding.rule for finding in check.findings}


def test_rules_about_evidence_do_not_speak_of_a_draft() -> None:
    (check,) = checked(tell("draft", None, CONTENT.capitalize() + "."), tell("a", None, "The herring fleet came home."))
    assert not any(finding.rule.startswith("berkeley") for finding in check.findings)


def test_a_draft_that_is_in_the_archive_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        checked(by("a", "Edda Holm"), by("a", "Edda Holm"))


def test_what_a_person_merged_in_the_archive_is_one_claim_for_the_draft_too() -> None:
    other = "Trains run through the Sarel pass from autumn on."
    archive = [by("a", "Nils Aro"), tell("b", "Echo", other)]
    places = [
        tuple(Place.of(o.article, o.span, archive[n].article.text) for o in claim.occurrences)
        for n, claim in enumerate(build_ledger("s", archive, []).claims)
    ]
    merge = Judgement("j1", "2031-05-04T10:00:00Z", "Ann Dow", Action.MERGE, Judged.CLAIM, tuple(places), "the same")
    draft = by("draft", "Edda Holm")
    (plain,) = check_draft(draft, archive, [build_ledger("s", archive, [])])
    (judged,) = check_draft(draft, archive, [build_ledger("s", archive, [], judgements=(merge,))], judgements=(merge,))
    assert [o.article for o in plain.archived] == ["a"]
    assert [o.article for o in judged.archived] == ["a", "b"]
    assert judged.origins.retellings == 2


def test_that_somebody_spoke_is_no_claim_of_a_draft() -> None:
    text = f"“{CONTENT},” Edda Holm told the assembly of Sarel."
    told = Said(CONTENT, "Edda Holm", "told", name="Edda Holm")
    clauses = (
        ("” Edda Holm told the assembly of Sarel", "told", "Edda Holm", ("the assembly of Sarel",)),
        (CONTENT, "open", "the tunnel under Mount Sarel", ()),
    )
    draft = tell("draft", "Paper draft", text, [told], Marks(clauses=clauses))
    assert [check.text for check in checked(draft, by("a", "Nils Aro"))] == [CONTENT]
