"""The registry of outlets: the project's own file holds together; a user's is taken whole or refused in one line."""

from __future__ import annotations

import pickle
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.language.outlets import REGISTRY, OutletsError, extend, read_outlets
from retold.records.outlets import Outlet, OutletConflictError, OutletKind, Registry, folded, host_form

OWN = """
[[outlet]]
name = "Varn Courier"
kind = "newspaper"
aliases = ["Courier of Varn", "VC"]
domains = ["varncourier.example"]
country = "XK"
owner = "Orla Press Group"
as_of = "2031-05"
source = "imprint, https://varncourier.example/imprint"
"""


def registry(text: str = OWN) -> Registry:
    return Registry(read_outlets(text.encode(), "own.toml"))


def test_no_name_or_domain_of_the_own_file_belongs_to_two_outlets() -> None:
    names = [(folded(name), outlet.name) for outlet in REGISTRY.outlets for name in outlet.names]
    hosts = [(host_form(domain), outlet.name) for outlet in REGISTRY.outlets for domain in outlet.domains]
    assert len(dict(names)) == len({*names})
    assert len(dict(hosts)) == len({*hosts})


def test_every_own_entry_is_found_by_each_name_and_domain() -> None:
    for outlet in REGISTRY.outlets:
        for name in (*outlet.names, *outlet.domains):
            assert REGISTRY.named(name) == outlet, name
        for domain in outlet.domains:
            assert REGISTRY.at(f"https://www.{domain}/2031/05/03/ferry?page=2#top") == outlet


def test_every_own_entry_says_where_to_check_it_and_when_its_owner_held() -> None:
    for outlet in REGISTRY.outlets:
        kind, _, address = outlet.source.partition(", ")
        assert kind in ("about page", "imprint", "masthead"), outlet.name
        assert address.startswith(("https://", "http://")), outlet.name
        assert bool(outlet.owner) == bool(outlet.as_of), outlet.name
        assert outlet.country, outlet.name


def test_no_word_of_the_own_file_is_that_of_two_outlets() -> None:
    words = [word for outlet in REGISTRY.outlets for word in outlet.words]
    assert len(words) == len({*words})


def test_the_own_file_holds_agencies_outlets_and_state_media_of_many_countries() -> None:
    kinds = [outlet.kind for outlet in REGISTRY.outlets]
    assert kinds.count(OutletKind.AGENCY) >= 60
    assert len(kinds) - kinds.count(OutletKind.AGENCY) >= 120
    assert sum(outlet.state for outlet in REGISTRY.outlets) >= 30
    assert len({outlet.country for outlet in REGISTRY.outlets}) >= 40


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("the Varn Courier", "Varn Courier"),
        ("VARN  COURIER", "Varn Courier"),
        ("Courier of Varn", "Varn Courier"),
        ("The VC", "Varn Courier"),
        ("varncourier.example", "Varn Courier"),
        ("vc", None),
        ("Courier", None),
        ("", None),
        ("the", None),
    ],
)
def test_a_name_is_found_in_any_letters_but_capitals_only_as_written(asked: str, name: str | None) -> None:
    found = registry().named(asked)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://varncourier.example/a", True),
        ("https://WWW.VarnCourier.Example.:443/a", True),
        ("news.varncourier.example/a", True),
        ("https://notvarncourier.example/a", False),
        ("https://varncourier.example.evil.test/", False),
        ("https://evil.test/varncourier.example", False),
        ("https://varncourier.example@evil.test/", False),
        ("https://[::1", False),
        ("", False),
    ],
)
def test_only_the_end_of_a_host_makes_an_address_an_outlets(url: str, known: bool) -> None:
    assert (registry().at(url) is not None) is known


def test_an_address_outside_ascii_is_found_in_both_its_forms() -> None:
    known = registry(OWN.replace("varncourier.example", "kurier-zürn.example"))
    assert known.at("https://www.kurier-zürn.example/") == known.at("https://xn--kurier-zrn-heb.example/") is not None


def test_an_outlet_has_one_name_and_an_unknown_one_its_own() -> None:
    assert [registry().one_name(name) for name in ("VC", "the varn courier", "Tarvin Echo", "")] == [
        "Varn Courier",
        "Varn Courier",
        "Tarvin Echo",
        "",
    ]


def test_the_longest_domain_decides() -> None:
    wire = Outlet("Orla Wire", OutletKind.AGENCY, "masthead", domains=("wire.varncourier.example",))
    found = registry().extended([wire]).at("https://en.wire.varncourier.example/")
    assert found == wire


def test_an_entry_of_the_same_name_takes_the_place_of_the_own_one() -> None:
    changed = extend(registry(), OWN.replace("Orla Press Group", "Ferrin Holdings").encode(), "own.toml")
    assert [outlet.owner for outlet in changed.outlets] == ["Ferrin Holdings"]
    assert changed != registry()
    assert changed.digest != registry().digest


def test_a_name_that_another_outlet_has_is_refused_with_both_names() -> None:
    taken = OWN.replace("Courier of Varn", "Reuters")
    with pytest.raises(OutletsError, match=r'own.toml: "Reuters" belongs to both "(Reuters|Varn Courier)" and "'):
        extend(REGISTRY, taken.encode(), "own.toml")


def test_two_entries_of_one_name_in_one_file_are_refused() -> None:
    with pytest.raises(OutletsError, match="Varn Courier"):
        extend(REGISTRY, (OWN + OWN).encode(), "own.toml")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('kind = "newspaper"', 'kind = "gazette"'), '"kind" is one of agency'),
        (('kind = "newspaper"', "kind = 3"), '"kind" must be a string'),
        (('kind = "newspaper"', ""), '"kind" is one of'),
        (('source = "imprint, https://varncourier.example/imprint"', ""), '"source" is missing'),
        (('"varncourier.example"', '"https://varncourier.example/"'), "is no domain"),
        (('"varncourier.example"', '"example"'), "is no domain"),
        (('"VC"', '"V"'), "too short"),
        (('"VC"', "7"), '"aliases" must be a list'),
        (('["Courier of Varn", "VC"]', '"VC"'), '"aliases" must be a list'),
        (('"VC"', '"V\\u001b[31mC"'), '"aliases" must be a list'),
        (('"XK"', '"Kosovo"'), "two capital letters"),
        (("2031-05", "May 2031"), "is a month"),
        (("owner =", "proprietor ="), "'proprietor' is not known"),
        (("owner =", "state = 1\nowner ="), '"state" is true or false'),
        (("owner =", 'words = ["Varn"]\nowner ='), "small letters"),
    ],
)
def test_a_bad_entry_is_refused_with_its_number_and_name(change: tuple[str, str], said: str) -> None:
    text = OWN.replace(*change)
    assert text != OWN
    with pytest.raises(OutletsError) as refusal:
        read_outlets(text.encode(), "own.toml")
    assert str(refusal.value).startswith('own.toml: outlet 1, "Varn Courier": ')
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    "content",
    [
        b"[[outlet]",
        b"\xff\xfe",
        b"outlet = 3",
        b"outlet = [3]",
        b"[outlets]\nname = 'a'",
        b"[[outlet]]\nname = ''",
        b"a = " + b"[" * 5000,
        b"#" * 2_000_001,
    ],
)
def test_a_file_of_another_form_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(OutletsError) as refusal:
        read_outlets(content, "own.toml")
    assert str(refusal.value).startswith("own.toml")
    assert str(refusal.value).isprintable()


def test_a_name_of_control_characters_never_reaches_the_message() -> None:
    with pytest.raises(OutletsError) as refusal:
        read_outlets(b'[[outlet]]\nname = "\\u001b[31mVarn"', "own.toml")
    assert str(refusal.value).isprintable()


@given(st.text(), st.text())
def test_no_text_breaks_a_look_up(name: str, host: str) -> None:
    REGISTRY.named(name)
    REGISTRY.at_host(host)
    REGISTRY.at(host)


NAMES = st.text(string.ascii_lowercase, min_size=2, max_size=3)


@given(st.lists(st.lists(NAMES, min_size=1, max_size=3, unique=True), max_size=4))
def test_a_registry_is_unambiguous_or_refused_and_knows_no_order(entries: list[list[str]]) -> None:
    outlets = [
        Outlet(f"outlet {number}", OutletKind.WEBSITE, "masthead", tuple(names)) for number, names in enumerate(entries)
    ]
    names = [name for outlet in outlets for name in outlet.names]
    if len({*names}) < len(names):
        with pytest.raises(OutletConflictError):
            Registry(tuple(outlets))
        return
    made = Registry(tuple(outlets))
    assert made == Registry(tuple(reversed(outlets)))
    assert all(made.named(name) == outlet for outlet in outlets for name in outlet.names)


def test_a_registry_reaches_another_process_whole() -> None:
    there = pickle.loads(pickle.dumps(REGISTRY))
    assert there == REGISTRY
    assert there.named("Reuters") == REGISTRY.named("Reuters")


def test_a_state_body_is_no_publication() -> None:
    assert OutletKind.STATE_BODY not in {outlet.kind for outlet in REGISTRY.publications}
