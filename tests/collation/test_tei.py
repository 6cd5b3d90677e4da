from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.collation import collate, to_tei
from retold.records.collation import Telling
from retold.records.spans import Span

TEI = "{http://www.tei-c.org/ns/1.0}"


def telling(article: str, text: str, outlet: str | None = None) -> Telling:
    return Telling(article, text, (Span(0, len(text)),), outlet)


def witnessed(root: ET.Element, witness: str) -> str:
    """The text of one witness, read back out of the apparatus."""

    def read(node: ET.Element) -> str:
        words = node.text or ""
        for child in node:
            if child.tag == TEI + "rdg":
                words += read(child) if witness in child.get("wit", "").split() else ""
            else:
                words += read(child)
            words += (child.tail or "") if node.tag != TEI + "app" else ""
        return words

    return " ".join(" ".join(read(block) for block in root.iter(TEI + "ab")).split())


def test_the_first_witness_can_be_read_back_out_of_the_apparatus() -> None:
    texts = ["The ferry <Ada> sank & burned. Nobody saw it.", "The ferry <Ida> sank & drifted. Nobody saw it."]
    given = [telling("a", texts[0], "Holm Post"), telling("b", texts[1])]
    root = ET.fromstring(to_tei(collate(given), given))
    assert witnessed(root, "#w1") == texts[0]
    assert witnessed(root, "#w2") == texts[1]


def test_equal_readings_share_one_rdg_and_name_their_witnesses() -> None:
    given = [telling("a", "The dam broke."), telling("b", "The dam burst."), telling("c", "The dam broke.")]
    root = ET.fromstring(to_tei(collate(given), given))
    readings = [(rdg.get("wit"), rdg.text) for rdg in root.iter(TEI + "rdg")]
    assert readings == [("#w1 #w3", "broke"), ("#w2", "burst")]


def test_a_row_that_some_lack_is_an_entry_of_its_own() -> None:
    given = [telling("a", "The dam broke. It rained."), telling("b", "The dam broke.")]
    root = ET.fromstring(to_tei(collate(given), given))
    (entry,) = [app for app in root.iter(TEI + "app") if app.get("type") == "row"]
    assert [(rdg.get("wit"), rdg.text) for rdg in entry] == [("#w1", "It rained."), ("#w2", None)]


PIECES = ["<b>", "&amp;", "\x00", "\ud800", "]]>", "said ", "30 ", ". ", "“", "”", "é"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_text_gives_well_formed_xml(pieces: list[str]) -> None:
    text = "".join(pieces)
    given = [telling('a"<', text, "<&>"), telling("b", text[::-1])]
    ET.fromstring(to_tei(collate(given), given, title=text))
