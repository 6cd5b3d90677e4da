"""The language of the banks: text in, parts out."""

from __future__ import annotations

import pytest

from retold.planted.banks import bank_of
from retold.planted.kinds import Kind
from retold.planted.records import Bank
from retold.planted.templates import Choice, Content, Cue, Pair, Slot, Template, parse

KINDS = [kind for bank in Bank for kind in bank_of(bank).kinds]


def test_every_sort_of_part_is_told_from_the_text_around_it() -> None:
    parts = parse("{town} *said* [a (b|c) <d|e:loaded>] {#dead people}, {@day bare}")
    assert parts[0] == Slot("", "town", "")
    assert parts[2] == Cue("said")
    assert isinstance(parts[4], Content)
    assert Choice((("b",), ("c",))) in parts[4].parts
    assert Pair("d", "e", "loaded", "") in parts[4].parts
    assert Slot("#", "dead", "people") in parts
    assert Slot("@", "day", "bare") in parts


def test_an_option_alone_may_be_left_out() -> None:
    assert parse("(that )it") == (Choice((("that ",), ())), "it")


@pytest.mark.parametrize("broken", ["{town", "(a|b", "<a|b:other", "*said", "[content"])
def test_a_bracket_that_is_not_closed_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match=r"missing in template"):
        parse(broken)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_names_only_slots_and_facts_that_it_has(kind: Kind) -> None:
    keys = {key for key, _ in kind.cast}
    known = keys | {f"{key}_{part}" for key in keys for part in ("gov", "capital", "people")}
    for fact in kind.facts:
        assert set(fact.speakers) | set(fact.deniers) <= known, fact.key
        assert fact.narrated or fact.speakers or fact.key == kind.scoop, fact.key
        for template in (*fact.clauses, *fact.quotes, *fact.denials, *fact.nouns):
            assert _slots(parse(template.removeprefix("~"))) <= known, template
    facts = {fact.key for fact in kind.facts}
    assert {kind.lead, kind.scoop} <= facts
    assert {side for rivalry in kind.rivalries for side in (rivalry.a, rivalry.b)} <= facts
    assert {side for a, b, _ in kind.look_alikes for side in (a, b)} <= facts
    assert len(kind.facts) >= 7
    assert all(len(fact.clauses) >= 2 for fact in kind.facts)


def _slots(template: Template) -> set[str]:
    found: set[str] = set()
    for part in template:
        if isinstance(part, Slot) and part.sigil != "?":
            found.add(part.name)
        elif isinstance(part, Choice):
            found |= {name for option in part.options for name in _slots(option)}
        elif isinstance(part, Content):
            found |= _slots(part.parts)
    return found
