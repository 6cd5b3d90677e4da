from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.benchmarks.collation import telling_of
from retold.collation import collate, to_tei
from retold.planted import PlantOptions, plant
from retold.records.collation import Telling
from retold.records.spans import Span

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


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


# What the encoding uses of TEI P5, with the parents that the Guidelines allow it (chapters 2 and 12; Appendix C).
PARENTS = {
    "teiHeader": {"TEI"}, "text": {"TEI"}, "body": {"text"}, "fileDesc": {"teiHeader"}, "encodingDesc": {"teiHeader"},
    "titleStmt": {"fileDesc"}, "publicationStmt": {"fileDesc"}, "sourceDesc": {"fileDesc"}, "title": {"titleStmt"},
    "p": {"publicationStmt"}, "listWit": {"sourceDesc"}, "witness": {"listWit"}, "variantEncoding": {"encodingDesc"},
    "classDecl": {"encodingDesc"}, "taxonomy": {"classDecl"}, "category": {"taxonomy"}, "catDesc": {"category"},
    "ab": {"body"}, "app": {"ab", "rdg"}, "rdg": {"app"},
}  # fmt: skip


def test_five_tellings_keep_the_rules_of_the_critical_apparatus() -> None:
    family = next(
        (planted, copies)
        for planted in (plant(seed, PlantOptions()) for seed in range(1, 20))
        for parent in sorted({copy.parent for copy in planted.truth.copies})
        if len(copies := [copy.child for copy in planted.truth.copies if copy.parent == parent]) >= 4
    )
    planted, children = family
    parent = next(copy.parent for copy in planted.truth.copies if copy.child == children[0])
    given = [telling_of(planted.article(name)) for name in (parent, *children[:4])]
    root = ET.fromstring(to_tei(collate(given), given))
    declared = {f"#{witness.get(XML_ID)}" for witness in root.iter(TEI + "witness")}
    assert len(declared) == 5
    names = [node.get(XML_ID) for node in root.iter() if node.get(XML_ID)]
    assert len(names) == len(set(names))
    entries = list(root.iter(TEI + "app"))
    assert len(entries) > 10
    for entry in entries:
        cited = [witness for reading in entry for witness in reading.get("wit", "").split()]
        assert all(reading.get("wit") for reading in entry)
        assert len(cited) == len(set(cited)) >= 2
        assert set(cited) <= declared
    for node in root.iter():
        for child in node:
            assert node.tag.removeprefix(TEI) in PARENTS[child.tag.removeprefix(TEI)]
    moved = {node.get("ana") for node in root.iter() if node.get("ana")}
    assert moved <= {f"#{name}" for name in names}
