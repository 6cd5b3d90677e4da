from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.telling import Said, tell

from retold.claims import LedgerOptions, build_ledger
from retold.claims.options import RULES
from retold.records.claims import Account, Finding
from retold.records.statements import Stance

CONTENT = "the treasurer moved the pension fund to an account in Sorvia"


def anonymous(role: str, count: int | None = None, cue: str = "said", **more: object) -> Account:
    text = f"{role} {cue} {more.pop('content', CONTENT)}{more.pop('tail', '')}."
    content = text[len(role) + len(cue) + 2 :].split(" on condition")[0].rstrip(".")
    stance = more.pop("stance", Stance.ASSERT)
    assert isinstance(stance, Stance)
    return tell(
        "a",
        "Sorvia Post",
        text,
        [Said(content, role, cue, unnamed=True, count=count, role=role, stance=stance)],
        published="2020-01-02",
    )


def named(identity: str, outlet: str, name: str) -> Account:
    return tell(
        identity, outlet, f"{name} said {CONTENT}.", [Said(CONTENT, name, "said", name=name)], published="2020-01-02"
    )


def found(*accounts: Account, options: LedgerOptions | None = None) -> dict[str, Finding]:
    ledger = build_ledger("s", accounts, [], options or LedgerOptions())
    return {finding.rule: finding for claim in ledger.claims for finding in claim.findings}


def unkept(account: Account) -> Account:
    """The account of a text that came through a pipe: no capture of it is kept."""
    return replace(account, article=replace(account.article, address=""))


CASES = {
    "reuters-plural-sources": (anonymous("Officials"),),
    "reuters-single-unnamed": (anonymous("An official", 1),),
    "reuters-no-source": (tell("a", "Sorvia Post", CONTENT.capitalize() + "."),),
    "ap-opinion": (anonymous("An official", 1, content="the treasurer is an incompetent and dishonest man"),),
    "ap-bare-source": (anonymous("A source", 1),),
    "ap-no-reason": (anonymous("An official", 1),),
    "ap-one-anonymous": (anonymous("An official", 1),),
    "bbc-single-source": (named("a", "Sorvia Post", "Rita Maas"),),
    "bbc-anonymous-allegation": (anonymous("An official", 1, "alleged", stance=Stance.ACCUSE),),
    "admiralty-credibility": (named("a", "Sorvia Post", "Rita Maas"),),
    "berkeley-identity": (tell("a", None, CONTENT.capitalize() + "."),),
    "berkeley-authenticity": (tell("a", "Sorvia Post", CONTENT.capitalize() + "."),),
    "berkeley-persistence": (unkept(tell("a", "Sorvia Post", CONTENT.capitalize() + ".")),),
}


def test_every_rule_has_a_case() -> None:
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_speaks_names_its_source_and_points_at_the_words(rule: str) -> None:
    finding = found(*CASES[rule])[rule]
    assert finding.source
    assert finding.message
    assert finding.where


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_is_switched_off_is_silent(rule: str) -> None:
    options = LedgerOptions(rules=tuple(name for name in RULES if name != rule))
    assert rule not in found(*CASES[rule], options=options)


def test_a_reason_for_anonymity_silences_its_rule() -> None:
    assert "ap-no-reason" not in found(anonymous("An official", 1, tail=" on condition of anonymity"))


def test_two_named_sources_are_no_single_source() -> None:
    two = found(named("a", "Sorvia Post", "Rita Maas"), named("b", "Coast Mirror", "Piet Vos"))
    assert "bbc-single-source" not in two
    assert "1 is open" in two["admiralty-credibility"].message


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="no such rule"):
        LedgerOptions(rules=("reuters-nonsense",))


def test_an_article_with_its_address_and_its_facts_lacks_nothing_as_evidence() -> None:
    account = named("a", "Sorvia Post", "Rita Maas")
    kept = replace(account, article=replace(account.article, url="https://post.example/a"))
    assert not any(rule.startswith("berkeley") for rule in found(kept))
