"""A collation as a TEI P5 critical apparatus, encoded by parallel segmentation (TEI Guidelines, chapter 12.2.3).

In: a collation and its tellings. Out: one XML document as a string. Each telling is a witness; each row an anonymous
block `<ab>` whose common words stand plain and whose places of variation are `<app>` with one `<rdg>` per group of
witnesses that read the same. A row that stands elsewhere in a telling carries `ana="#moved"`; a row that some tellings
lack, or that one of them recast, is an `<app>` as a whole. Every reading keeps its offsets in `@n`
("ARTICLE:START-END"). Punctuation between the places is that of the row's first telling. Characters that XML 1.0
forbids are replaced by U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from retold.collation.classes import REWRITTEN
from retold.records.collation import Change, Collation, Reading, Row, Telling

NAMESPACE = "http://www.tei-c.org/ns/1.0"
ID = "{http://www.w3.org/XML/1998/namespace}id"
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_tei(collation: Collation, tellings: Sequence[Telling], title: str = "Collation") -> str:
    """The apparatus as XML; raises KeyError when a telling of the collation is not among `tellings`."""
    texts = {telling.article: telling.text for telling in tellings}
    sigla = {article: f"w{number}" for number, article in enumerate(collation.articles, 1)}
    root = ET.Element("TEI", {"xmlns": NAMESPACE})
    _header(root, title, {telling.article: telling.outlet for telling in tellings}, sigla)
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    moved = {move.row for move in collation.moves}
    by_row: dict[int, list[Change]] = {}
    for change in collation.changes:
        by_row.setdefault(change.row, []).append(change)
    for number, row in enumerate(collation.rows):
        block = ET.SubElement(body, "ab", {ID: f"r{number}", "type": str(row.fate)})
        if number in moved:
            block.set("ana", "#moved")
        changes = by_row.get(number, [])
        recast = next((change for change in changes if is_whole_row(change, row)), None)
        if recast:
            _entry(block, recast, sigla)
        else:
            _fill(block, row, changes, texts, sigla)
    ET.indent(root[0])
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def is_whole_row(change: Change, row: Row) -> bool:
    """Whether a change says that the row's sentences were recast: its readings are the whole cells."""
    return change.reason == REWRITTEN.reason and len(change.readings) == sum(cell is not None for cell in row.cells)


def _header(root: ET.Element, title: str, outlets: dict[str, str | None], sigla: dict[str, str]) -> None:
    header = ET.SubElement(root, "teiHeader")
    file = ET.SubElement(header, "fileDesc")
    ET.SubElement(ET.SubElement(file, "titleStmt"), "title").text = _clean(title)
    ET.SubElement(ET.SubElement(file, "publicationStmt"), "p").text = "Made by retold from the tellings listed below."
    listing = ET.SubElement(ET.SubElement(file, "sourceDesc"), "listWit")
    for article, siglum in sigla.items():
        witness = ET.SubElement(listing, "witness", {ID: siglum, "n": _clean(article)})
        outlet = outlets.get(article)
        witness.text = _clean(f"{outlet}: {article}" if outlet else article)
    encoding = ET.SubElement(header, "encodingDesc")
    ET.SubElement(encoding, "variantEncoding", {"method": "parallel-segmentation", "location": "internal"})
    declaration = ET.SubElement(ET.SubElement(encoding, "classDecl"), "taxonomy")
    moved = ET.SubElement(declaration, "category", {ID: "moved"})
    ET.SubElement(moved, "catDesc").text = "stands at another place in some telling"


def _fill(block: ET.Element, row: Row, changes: Sequence[Change], texts: dict[str, str], sigla: dict[str, str]) -> None:
    """The row's words: those of its first telling between the apparatus entries."""
    present = [cell for cell in row.cells if cell is not None]
    first = present[0]
    lacking = len(present) < len(row.cells)
    holder = block
    if lacking:
        entry = ET.SubElement(block, "app", {"type": "row"})
        holder = ET.SubElement(entry, "rdg", {"wit": _wit([cell[0].article for cell in present], sigla)})
        absent = [article for article in sigla if article not in {cell[0].article for cell in present}]
        ET.SubElement(entry, "rdg", {"wit": _wit(absent, sigla)})
    text = texts[first[0].article]
    at, end = first[0].span.start, first[-1].span.end
    own = sorted(((_of(change, first[0].article), change) for change in changes), key=lambda entry: entry[0].span)
    last: ET.Element | None = None
    for reading, change in own:
        if reading.span.start < at:
            # Two places that cross in this telling (words moved within the sentence): the words stand once already.
            _entry(holder, change, sigla)
            last = holder[-1]
            continue
        _append(holder, last, text[at : reading.span.start])
        _entry(holder, change, sigla)
        last = holder[-1]
        at = reading.span.end
    _append(holder, last, text[at:end])


def _entry(holder: ET.Element, change: Change, sigla: dict[str, str]) -> None:
    entry = ET.SubElement(holder, "app", {"type": str(change.kind), "subtype": _token(change.detail)})
    groups: dict[str, list[Reading]] = {}
    for reading in change.readings:
        groups.setdefault(reading.text, []).append(reading)
    for words, readings in groups.items():
        where = " ".join(f"{r.article}:{r.span.start}-{r.span.end}" for r in readings)
        names = _wit([r.article for r in readings], sigla)
        ET.SubElement(entry, "rdg", {"wit": names, "n": _clean(where)}).text = _clean(words) or None


def _of(change: Change, article: str) -> Reading:
    return next(reading for reading in change.readings if reading.article == article)


def _append(holder: ET.Element, last: ET.Element | None, words: str) -> None:
    if last is None:
        holder.text = (holder.text or "") + _clean(words)
    else:
        last.tail = (last.tail or "") + _clean(words)


def _wit(articles: Sequence[str], sigla: dict[str, str]) -> str:
    return " ".join(f"#{sigla[article]}" for article in articles)


def _token(words: str) -> str:
    """A detail as an XML name token, which TEI asks of `@subtype`."""
    return re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-") or "none"


def _clean(words: str) -> str:
    return FORBIDDEN.sub("\ufffd", words)
