"""The worked examples of docs/origins.md, and the rules behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.telling import Marks, Said, tell

from retold.claims import LedgerOptions, build_ledger
from retold.claims.publications import Publications
from retold.records.claims import Account, Origins, Range
from retold.records.spans import Span
from retold.records.statements import Speaker, Stance
from retold.records.stories import CopyKind, Descent

LEAK = "the dam at Varn had been leaking since March"


def leak(identity: str, outlet: str, frame: str, **said: object) -> Account:
    """An account whose one sentence is `frame` with the leak put in; `said` describes its attribution."""
    text = frame.replace("{}", LEAK)
    found = [Said(LEAK, **said)] if said else []  # type: ignore[arg-type]
    return tell(identity, outlet, text, found)


def counted(*accounts: Account, descents: tuple[Descent, ...] = ()) -> Origins:
    ledger = build_ledger("s", accounts, descents)
    (claim,) = (c for c in ledger.claims if LEAK in c.text or LEAK in f"t{c.text[1:]}")
    return claim.origins


def ranges(origins: Origins) -> tuple[tuple[int, int], tuple[int, int], int]:
    def pair(found: Range) -> tuple[int, int]:
        return found.low, found.high

    return pair(origins.speakers), pair(origins.observers), origins.retellings


def by(name: str, cue: str = "said") -> dict[str, str]:
    return {"source": name, "cue": cue, "name": name}


def hidden(role: str) -> dict[str, object]:
    return {"source": role, "cue": "said", "unnamed": True, "count": 1, "role": role}


def test_one_named_speaker_in_two_outlets_is_one_speaker() -> None:
    a = leak("a", "Varn Herald", "Mara Quill said {}.", **by("Mara Quill"))
    b = leak("b", "Coast Mirror", "Mara Quill said {}.", **by("Mara Quill"))
    assert ranges(counted(a, b)) == ((1, 1), (1, 2), 2)


def test_a_body_and_its_spokesman_are_one() -> None:
    a = leak("a", "Varn Herald", "The Water Board said {}.", source="The Water Board", cue="said", name="Water Board")
    b = leak(
        "b", "Coast Mirror", "Water Board spokesman Jan Orrel said {}.",
        source="Water Board spokesman Jan Orrel", cue="said", name="Jan Orrel", role="Water Board spokesman",
    )  # fmt: skip
    assert ranges(counted(a, b))[0] == (1, 1)


def test_a_candidate_and_the_campaign_may_be_one() -> None:
    a = leak("a", "Varn Herald", "Mara Quill said {}.", **by("Mara Quill"))
    b = leak(
        "b",
        "Coast Mirror",
        "The Quill campaign said {}.",
        source="The Quill campaign",
        cue="said",
        name="Quill campaign",
    )
    assert ranges(counted(a, b))[0] == (1, 2)


def test_two_unnamed_descriptions_in_two_places_may_be_one_person() -> None:
    a = leak(
        "a",
        "Varn Herald",
        "An engineer said {}.",
        source="An engineer",
        cue="said",
        unnamed=True,
        count=1,
        role="An engineer",
    )
    b = leak(
        "b",
        "Coast Mirror",
        "An official said {}.",
        source="An official",
        cue="said",
        unnamed=True,
        count=1,
        role="An official",
    )
    assert ranges(counted(a, b)) == ((1, 2), (2, 2), 2)


def test_people_whom_one_article_counts_are_that_many() -> None:
    a = leak(
        "a", "Varn Herald", "Three engineers said {}.",
        source="Three engineers", cue="said", unnamed=True, count=3, role="Three engineers",
    )  # fmt: skip
    assert ranges(counted(a))[0] == (3, 3)


def test_the_engineers_after_three_engineers_are_those_three() -> None:
    text = f"Three engineers asked for a hearing. Weeks later the engineers said {LEAK}."
    three = Said("asked for a hearing", "Three engineers", "", unnamed=True, count=3, role="Three engineers")
    after = Said(LEAK, "the engineers", "said", unnamed=True, role="the engineers")
    assert ranges(counted(tell("a", "Varn Herald", text, [three, after])))[0] == (3, 3)


def test_whoever_an_article_leaves_unnamed_is_none_of_those_whom_it_names() -> None:
    text = f"Mara Quill said {LEAK}. Two engineers also said {LEAK}."
    second = text.index(LEAK, text.index(LEAK) + 1)
    named = Said(LEAK, "Mara Quill", "said", name="Mara Quill")
    account = tell("a", "Varn Herald", text, [named])
    twin = replace(
        account.annotation.attributions[0],
        id="t2",
        source=(Span(text.index("Two"), text.index("Two") + len("Two engineers")),),
        content=(Span(second, second + len(LEAK)),),
        speaker=Speaker(None, True, 2, "Two engineers"),
    )
    both = replace(account.annotation, attributions=(account.annotation.attributions[0], twin))
    assert ranges(counted(replace(account, annotation=both)))[0] == (3, 3)


def test_a_report_and_the_named_relay_are_the_same_publication() -> None:
    a = leak(
        "a",
        "Varn Herald",
        "The Coast Mirror reported that {}.",
        source="The Coast Mirror",
        cue="reported",
        name="Coast Mirror",
    )
    b = leak("b", "Inland Echo", "A report said {}.", source="A report", cue="said", unnamed=True, role="A report")
    origins = counted(a, b)
    assert ranges(origins) == ((0, 0), (1, 1), 2)
    assert [root.name for root in origins.roots] == ["Coast Mirror"]


def test_the_paper_is_the_one_named_before() -> None:
    text = f"The Coast Mirror published the minutes. Later the newspaper said {LEAK}."
    first = Said("published the minutes", "", "", name=None, relays=("Coast Mirror",))
    second = Said(LEAK, "the newspaper", "said", name="the newspaper")
    origins = counted(tell("a", "Varn Herald", text, [first, second]))
    assert [(root.kind, root.name) for root in origins.roots] == [("relay", "Coast Mirror")]


def test_an_outlet_that_only_relays_is_no_observer() -> None:
    a = leak("a", "Coast Mirror", "Mara Quill told the Coast Mirror {}.", **by("Mara Quill", "told"))
    b = leak(
        "b",
        "Varn Herald",
        "Mara Quill said {}, the Coast Mirror reported.",
        relays=("Coast Mirror",),
        **by("Mara Quill"),
    )
    assert ranges(counted(a, b)) == ((1, 1), (1, 1), 2)


def test_own_confirmation_is_told_apart_from_a_pick_up() -> None:
    a = leak("a", "Coast Mirror", "Mara Quill told the Coast Mirror {}.", **by("Mara Quill", "told"))
    b = leak(
        "b",
        "Varn Herald",
        "Mara Quill confirmed to the Varn Herald {}.",
        source="Mara Quill",
        cue="confirmed",
        name="Mara Quill",
    )
    assert ranges(counted(a, b))[1] == (2, 2)


def test_a_copy_is_heard_as_what_it_copied() -> None:
    a = leak(
        "a",
        "Varn Herald",
        "An engineer said {}.",
        source="An engineer",
        cue="said",
        unnamed=True,
        count=1,
        role="An engineer",
    )
    b = leak(
        "b",
        "Coast Mirror",
        "An engineer said {}.",
        source="An engineer",
        cue="said",
        unnamed=True,
        count=1,
        role="An engineer",
    )
    sure = Descent("b", "a", CopyKind.VERBATIM, 0.95, 0.9)
    assert ranges(counted(a, b, descents=(sure,))) == ((1, 1), (1, 1), 2)


def test_where_copying_is_undecided_only_the_low_end_merges() -> None:
    a = leak(
        "a",
        "Varn Herald",
        "An engineer said {}.",
        source="An engineer",
        cue="said",
        unnamed=True,
        count=1,
        role="An engineer",
    )
    b = leak(
        "b",
        "Coast Mirror",
        "An engineer said {}.",
        source="An engineer",
        cue="said",
        unnamed=True,
        count=1,
        role="An engineer",
    )
    perhaps = Descent("b", "a", CopyKind.REWRITE, 0.6, 0.9)
    assert ranges(counted(a, b, descents=(perhaps,))) == ((1, 2), (1, 2), 2)


def test_articles_of_one_unseen_agency_are_one_observer() -> None:
    a = leak("a", "Varn Herald", "{}.")
    b = leak("b", "Coast Mirror", "{}.")
    common = tuple(Descent(name, "common:Reuters", CopyKind.VERBATIM, 0.95, 0.9) for name in "ab")
    assert ranges(counted(a, b, descents=common)) == ((0, 0), (1, 1), 2)


def test_documents_are_no_speakers() -> None:
    a = leak(
        "a",
        "Varn Herald",
        "An inspection memo said {}.",
        source="An inspection memo",
        cue="said",
        name="An inspection memo",
    )
    assert ranges(counted(a)) == ((0, 0), (1, 1), 1)


def test_every_root_says_why_it_counts() -> None:
    a = leak("a", "Varn Herald", "Mara Quill said {}.", **by("Mara Quill"))
    assert all(root.reason for root in counted(a).roots)


def test_a_denial_adds_no_origin() -> None:
    a = leak("a", "Varn Herald", "Mara Quill said {}.", **by("Mara Quill"))
    b = leak(
        "b",
        "Coast Mirror",
        "Jan Orrel denied {}.",
        source="Jan Orrel",
        cue="denied",
        name="Jan Orrel",
        stance=Stance.DENY,
    )
    assert ranges(counted(a, b)) == ((1, 1), (1, 1), 2)


def test_articles_that_describe_whom_one_paper_cited_speak_of_the_same_people() -> None:
    def cited(identity: str, outlet: str, role: str) -> Account:
        said = {**hidden(role), "count": 2, "relays": ("Coast Mirror",)}
        return leak(identity, outlet, f"{role} said {{}}, the Coast Mirror reported.", **said)

    origins = counted(
        cited("a", "Varn Herald", "two officials who saw a report"),
        cited("b", "Dale Post", "two unnamed officials"),
        cited("c", "Hill Times", "two people in the ministry"),
    )
    assert (origins.speakers.high, origins.observers.high) == (2, 1)


def test_a_doubtful_attribution_raises_the_high_end_only() -> None:
    account = leak("a", "Varn Herald", "Mara Quill said {}.", **by("Mara Quill"))
    (said,) = account.annotation.attributions
    doubtful = replace(account, annotation=replace(account.annotation, attributions=(replace(said, confidence=0.5),)))
    assert ranges(counted(account))[0] == (1, 1)
    assert ranges(counted(doubtful))[0] == (0, 1)


def test_a_part_beside_a_cited_one_may_be_the_same_source_s() -> None:
    other = "the gates were rusty"
    text = f"Because {LEAK}, the lake fell, and {other}, Mara Quill said."
    marks = Marks(
        clauses=(
            (LEAK, "leaking", "the dam at Varn", ("since March",)),
            (other, "were", "the gates", ("rusty",)),
        )
    )
    account = tell("a", "Varn Herald", text, [Said(other, "Mara Quill", "said", name="Mara Quill")], marks)
    assert ranges(counted(account))[0] == (0, 1)


def test_what_describes_a_source_is_not_its_words() -> None:
    other = "the gates were rusty"
    apposed = "who noticed that the dam at Varn had been leaking since March"
    text = f"{other.capitalize()}, said Mara Quill, {apposed}."
    marks = Marks(clauses=((other.capitalize(), "were", "", ()), (apposed, "noticed", "", ())))
    account = tell("a", "Varn Herald", text, [Said(other.capitalize(), "Mara Quill", "said", name="Mara Quill")], marks)
    assert ranges(counted(account))[0] == (0, 0)


def test_what_is_tied_weakly_raises_no_low_end() -> None:
    options = LedgerOptions(firm=1.0)
    a = leak("a", "Varn Herald", "Mara Quill said {}.", **by("Mara Quill"))
    wording = "since March the dam at Varn had leaked"
    b = tell("b", "Coast Mirror", f"Jan Orrel said {wording}.", [Said(wording, "Jan Orrel", "said", name="Jan Orrel")])
    (firm,) = build_ledger("s", [a, b], ()).claims
    (weak,) = build_ledger("s", [a, b], (), options).claims
    assert ranges(firm.origins)[0] == (2, 2)
    assert ranges(weak.origins)[0] == (1, 2)


def test_a_share_is_no_number_of_people() -> None:
    role = "34 percent of engineers"
    account = leak("a", "Varn Herald", f"{role} said {{}}.", source=role, cue="said", unnamed=True, count=34, role=role)
    assert ranges(counted(account))[0] == (1, 1)


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Varn Herald on May 3", "the Varn Herald"),
        ("Coast Mirror on Tuesday", "Coast Mirror"),
        ("Varn on Sunday", "Varn on Sunday"),
    ],
)
def test_a_date_behind_a_publication_is_no_part_of_its_name(name: str, same: str) -> None:
    publications = Publications()
    assert publications.key(name) == publications.key(same)
