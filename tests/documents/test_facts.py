"""Publications, people and languages: what counts as evidence and what does not."""

from __future__ import annotations

import pytest

from retold.documents import from_text
from retold.documents.bylines import names_in
from retold.documents.languages import language_of
from retold.records.documents import Basis

BODY = "Road to close\nThe council of Havre voted on Tuesday to close the road, its chair told the Tamsund Gazette.\n"


def test_an_address_in_the_registry_names_the_outlet() -> None:
    assert from_text(BODY, id="a", url="https://www.bbc.co.uk/news/1").outlet.value == "BBC News"
    assert from_text(BODY, id="a", url="https://news.sky.com/1").outlet.value == "Sky News"
    assert from_text(BODY, id="a", url="https://notbbc.co.uk/1").outlet.basis is Basis.UNKNOWN
    assert from_text(BODY, id="a", url="https://[broken").outlet.basis is Basis.UNKNOWN


def test_a_notice_of_rights_names_the_outlet_as_inferred() -> None:
    found = from_text(BODY + "© 2031 The Havre Courier. All rights reserved.", id="a")
    assert (found.outlet.value, found.outlet.basis) == ("The Havre Courier", Basis.INFERRED)
    assert [p.span.of(found.text) for p in found.outlet.evidence] == ["The Havre Courier"]


def test_a_masthead_and_a_staff_byline_name_the_outlet() -> None:
    over = (
        "THE HAVRE COURIER\n12 May 2031\nRoad to close for a year\nBy Ann Dow\nThe council voted for it.\nWork begins."
    )
    assert from_text(over, id="a").outlet.value == "The Havre Courier"
    assert from_text(over, id="a").title == "Road to close for a year"
    staff = from_text("Road to close\nBy Havre Courier staff\nThe council voted for it on Monday.", id="a")
    assert (staff.outlet.value, staff.outlet.basis, staff.byline) == ("Havre Courier", Basis.INFERRED, ())


@pytest.mark.parametrize(
    "end", ["", "Copyright 2031 The Associated Press. All rights reserved.", "He told the Havre Courier so. (AP)"]
)
def test_mentions_and_agencies_do_not_name_the_outlet(end: str) -> None:
    assert from_text(BODY + end, id="a").outlet.basis is Basis.UNKNOWN


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Dow and Lee Roe", ("Ann Dow", "Lee Roe")),
        ("By ANN DOW, Political Correspondent", ("Ann Dow",)),
        ("Ann Dow, Lee Roe and Ida van der Meer, Reuters", ("Ann Dow", "Lee Roe", "Ida van der Meer")),
        ("By Ann Dow in Havre", ("Ann Dow",)),
        ("— Ann Dow", ("Ann Dow",)),
        ("By Staff Writers", ()),
    ],
)
def test_a_byline_gives_its_people_only(line: str, names: tuple[str, ...]) -> None:
    assert names_in(line) == names


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council said on Tuesday that it was to close the road, and that a boat would run for the year.", "en"),
        (
            "Der Rat der Stadt hat am Dienstag beschlossen, dass die Straße für ein Jahr gesperrt wird.",
            "de",
        ),
        (
            "Le conseil a décidé mardi de fermer la route pour un an, et un bateau est prévu sur le port avec lui.",
            "fr",
        ),
        (
            "Совет города решил во вторник закрыть дорогу на год, и это было не всем по душе, как сказал он.",
            "ru",
        ),
        (
            "Рада міста вирішила у вівторок закрити дорогу на рік, і це не було до вподоби всім, як він сказав.",
            "uk",
        ),
        ("市议会周二决定关闭灯塔公路一年。", "zh"),
        ("市議会は火曜日に灯台の道を一年間閉鎖することを決めた。", "ja"),
        ("Havre 2031", None),
        ("12345 !!", None),
        ("", None),
    ],
)
def test_a_language_is_told_by_script_and_small_words_or_left_open(text: str, code: str | None) -> None:
    assert language_of(text) == code
