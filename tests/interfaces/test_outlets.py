"""Outlets of a store, the stub for those that are unknown, and what owners say of a claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.documents import from_text, readdress
from retold.interfaces.outlets import Held, find_outlets, held_outlets, owner_notes, stub
from retold.language.outlets import REGISTRY, extend, read_outlets
from retold.records.claims import Claim, Occurrence, Origin, Origins, Position, Range
from retold.records.documents import Article
from retold.records.outlets import Outlet, OutletKind, Registry
from retold.records.spans import Span

TEXT = "The ferry to Carrow was cancelled on Monday."
PAPER = OutletKind.NEWSPAPER
COURIER = Outlet("Varn Courier", PAPER, "masthead", ("VC",), ("varncourier.example",), "", "Orla Group", "2031-05")
GAZETTE = Outlet("Harrow Gazette", PAPER, "masthead", (), ("harrow.example",), "", "Orla Group", "2030-01")
POST = Outlet("Carrow Post", PAPER, "masthead", owner="Ferrin Holdings")
FREE = Outlet("Free Carrow", PAPER, "masthead")
STATE = Outlet("Norvian Wire", OutletKind.AGENCY, "masthead", country="XN", state=True)
BOARD = Outlet("Norvian Board", OutletKind.STATE_BODY, "masthead", state=True)
KNOWN = Registry((COURIER, GAZETTE, POST, FREE, STATE, BOARD))


def article(identity: str, outlet: str | None = None, url: str | None = None) -> Article:
    return from_text(TEXT, id=identity, outlet=outlet, url=url)


def test_outlets_are_counted_under_all_their_names_and_addresses() -> None:
    rows = held_outlets(
        [
            article("a", "VC"),
            article("b", "The Varn Courier"),
            article("c", None, "https://www.varncourier.example/c"),
            readdress(article("d", None, "https://varncourier.example/d"), KNOWN),
            article("e", "Tarvin Echo", "https://www.echo.example/e"),
            article("f", "tarvin echo", "https://echo.example/f"),
            article("g", None, "https://blog.example/g"),
            article("h"),
            article("i", None, "https://[broken"),
        ],
        KNOWN,
    )
    assert [(row.name, row.articles, row.outlet, row.hosts) for row in rows] == [
        ("Varn Courier", 4, COURIER, ("varncourier.example",)),
        ("Tarvin Echo", 2, None, ("echo.example",)),
        ("blog.example", 1, None, ("blog.example",)),
    ]


def test_the_order_of_articles_changes_no_row() -> None:
    held = [article("a", "Echo"), article("b", "ECHO"), article("c", "Post"), article("d", None, "https://x.example/")]
    assert held_outlets(held, KNOWN) == held_outlets(held[::-1], KNOWN)


def test_a_stub_makes_the_unknown_known() -> None:
    held = [
        article("a", 'The "Echo" \\ Tarvin', "https://echo.example/a"),
        article("b", None, "https://blog.example/b"),
        article("c", "Line One", "https://portal.example/c"),
        article("d", "Line Two", "https://portal.example/d"),
        article("e", "Reuters", "https://reuters.com/e"),
    ]
    text = stub(held_outlets(held, REGISTRY), REGISTRY)
    known = extend(REGISTRY, text.encode(), "outlets.toml")
    assert all(row.outlet for row in held_outlets(held, known))
    assert known.at("https://portal.example/c") is None
    assert text.count("[[outlet]]") == 4


@given(st.lists(st.tuples(st.text(), st.sampled_from(["", "https://echo.example/", "https://x-ö.example/é", "http:"]))))
def test_whatever_articles_call_their_outlet_a_stub_is_a_file_that_reads(said: list[tuple[str, str]]) -> None:
    rows = [Held(name, 1, None, (url,) if url else ()) for name, url in said]
    names = [name for name, _ in said]
    entries = read_outlets(stub(rows, REGISTRY).encode("utf-8", "surrogatepass"), "outlets.toml")
    assert {entry.name for entry in entries} <= set(names)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("vc", ["Varn Courier"]),
        ("https://www.varncourier.example/a?b", ["Varn Courier"]),
        ("varncourier.example", ["Varn Courier"]),
        ("orla", ["Harrow Gazette", "Varn Courier"]),
        ("state body", ["Norvian Board"]),
        ("carrow", ["Carrow Post", "Free Carrow"]),
        ("zurn", []),
        ("", []),
    ],
)
def test_an_outlet_is_found_by_what_people_know_of_it(asked: str, found: list[str]) -> None:
    assert sorted(outlet.name for outlet in find_outlets(asked, KNOWN)) == found


def notes(carriers: list[str | None], observers: list[str], speakers: tuple[str, ...] = ()) -> tuple[str, ...]:
    articles = {str(n): article(str(n), name) for n, name in enumerate(carriers)}
    roots = [Origin("outlet", name, (), "") for name in observers]
    roots += [Origin("speaker", name, (), "") for name in speakers]
    occurrences = tuple(Occurrence(a, Span(0, 9), Position.ASSERT) for a in articles)
    origins = Origins(Range(0, 0), Range(1, 1), len(carriers), tuple(roots))
    claim = Claim("s.c", TEXT, occurrences, origins)
    return owner_notes(claim, articles, KNOWN)


def test_outlets_of_one_owner_are_told_with_the_oldest_date() -> None:
    assert notes(["VC", "Harrow Gazette", "Varn Courier"], []) == (
        "Both outlets that carry it have one owner: Orla Group (as of 2030-01).",
    )


@pytest.mark.parametrize(
    "carriers",
    [
        ["Varn Courier"],
        ["Varn Courier", "VC"],
        ["Varn Courier", "Carrow Post"],
        ["Varn Courier", "Harrow Gazette", "Tarvin Echo"],
        ["Varn Courier", "Harrow Gazette", "Free Carrow"],
        ["Varn Courier", "Harrow Gazette", None],
        ["Free Carrow", "Tarvin Echo"],
    ],
)
def test_nothing_is_told_of_owners_where_one_is_unknown_or_another(carriers: list[str | None]) -> None:
    assert notes(carriers, []) == ()


def test_observers_that_a_state_runs_are_told() -> None:
    assert notes(["Varn Courier"], ["Norvian Wire"]) == ("Its only observer is run by a state: Norvian Wire (XN).",)
    assert notes(["VC"], ["Norvian Wire", "Norvian Board"], ("Ada Holt",)) == (
        "Both its observers are run by a state: Norvian Board, Norvian Wire (XN).",
    )


@pytest.mark.parametrize("observers", [[], ["Varn Courier"], ["Norvian Wire", "Varn Courier"], ["Norvian Wire", "?"]])
def test_nothing_is_told_of_states_where_anybody_else_observed(observers: list[str]) -> None:
    assert notes(["Varn Courier"], observers, ("Norvian Wire",)) == ()
