from __future__ import annotations

from tests.claims.telling import Marks, Said, tell

from retold.claims import build_ledger
from retold.records.claims import Account, Ledger
from retold.records.statements import Stance

LEAK = "the valve at the Orme plant leaked acid for nine days"


def account(denial: str, before: str = "") -> Account:
    text = f"Tessa Grau said {LEAK}.{before} The plant denied {denial}."
    told = Said(LEAK, "Tessa Grau", "said", name="Tessa Grau")
    others = [Said("the fence was old", "Jonas Wirth", "argued", name="Jonas Wirth")] if before else []
    return tell(
        "a", "Orme Bote", text, [told, *others, Said(denial, "The plant", "denied", name="plant", stance=Stance.DENY)]
    )


def disputes(ledger: Ledger) -> list[str]:
    return [d.why.value for d in ledger.disputes if d.a == d.b]


def test_a_denial_that_points_back_denies_what_was_told_before_it() -> None:
    ledger = build_ledger("s", [account("that any such accident had been reported to it")], [])
    assert disputes(ledger) == ["denial"]
    (claim,) = (c for c in ledger.claims if c.text == LEAK)
    assert [o.position.value for o in claim.occurrences] == ["assert", "deny"]


def test_a_denial_that_points_at_nothing_stays_alone() -> None:
    ledger = build_ledger("s", [account("owing taxes to the canton of Velm")], [])
    assert disputes(ledger) == []


def test_the_nearest_sentence_of_another_speaker_is_the_one_that_is_meant() -> None:
    ledger = build_ledger("s", [account("any such defect in the yard", " Jonas Wirth argued the fence was old.")], [])
    (claim,) = (c for c in ledger.claims if len(c.occurrences) == 2)
    assert claim.text == "the fence was old"


def test_copies_of_one_denial_do_not_outvote_another() -> None:
    other = "the plant at Orme paid its fine late"
    text = f"Jonas Wirth said {other}. The plant denied any such matter."
    told = Said(other, "Jonas Wirth", "said", name="Jonas Wirth")
    denied = Said("any such matter", "The plant", "denied", name="plant", stance=Stance.DENY)
    one = account("any such accident")
    copies = [tell(name, "Mirror", text, [told, denied]) for name in ("b", "c", "d")]

    def groups(accounts: list[Account]) -> set[frozenset[str]]:
        claims = build_ledger("s", accounts, []).claims
        return {frozenset(f"{o.span}" for o in c.occurrences if o.article in "ab") for c in claims}

    assert groups([one, copies[0]]) == groups([one, *copies])


def test_a_denial_of_any_part_means_the_wrong_that_was_told_of_its_subject() -> None:
    blame = "the mayor Ilka Brandt ordered the killing of the swans"
    denial = "the mayor had no role in such things"
    text = f"Tessa Grau said {blame}. Jonas Wirth said the pond was green. A clerk said {denial}."
    told = [
        Said(blame, "Tessa Grau", "said", name="Tessa Grau"),
        Said("the pond was green", "Jonas Wirth", "said", name="Jonas Wirth"),
        Said(denial, "A clerk", "said", unnamed=True, role="a clerk"),
    ]
    marks = Marks(
        clauses=(
            (blame, "ordered", "the mayor Ilka Brandt", ("the killing of the swans",)),
            (denial, "had", "the mayor", ()),
        )
    )
    ledger = build_ledger("s", [tell("a", "Orme Bote", text, told, marks)], [])
    (claim,) = (c for c in ledger.claims if "swans" in c.text)
    assert [o.position.value for o in claim.occurrences] == ["assert", "deny"]


def test_a_claim_that_is_called_false_is_the_wrong_before_it_not_the_nearest_remark() -> None:
    blame = "the plant at Orme hid the leak of acid"
    text = f"Tessa Grau said {blame}. Jonas Wirth said the fence was old. The plant called the claim false."
    told = [
        Said(blame, "Tessa Grau", "said", name="Tessa Grau"),
        Said("the fence was old", "Jonas Wirth", "said", name="Jonas Wirth"),
        Said("the claim false", "The plant", "called", name="plant"),
    ]
    ledger = build_ledger("s", [tell("a", "Orme Bote", text, told)], [])
    (claim,) = (c for c in ledger.claims if "leak" in c.text)
    assert [o.position.value for o in claim.occurrences] == ["assert", "deny"]


def test_a_doubt_finds_what_it_doubts() -> None:
    told = "a foreign power was behind the fire at the Orme depot"
    doubt = "they acted for a foreign power at the depot"
    text = f"Tessa Grau said {told}. Police have yet to determine whether {doubt}."
    ledger = build_ledger(
        "s",
        [
            tell(
                "a",
                "Orme Bote",
                text,
                [
                    Said(told, "Tessa Grau", "said", name="Tessa Grau"),
                    Said(doubt, "Police", "determine", name="Police"),
                ],
            )
        ],
        [],
    )
    assert [sorted(o.position.value for o in c.occurrences) for c in ledger.claims if "fire" in c.text] == [
        ["assert", "doubt"]
    ]
