"""XML from outside: refused where it declares entities, and otherwise parsed with everything off that reaches out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from retold.ingest import refusals
from retold.records.documents import Capture, Refusal

# A document type may open its own rules with "["; entities are declared there and nowhere else.
DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]{0,2000}\[", re.I)
ENTITY = re.compile(rb"<!ENTITY", re.I)
FIRST_ELEMENT = re.compile(rb"<[A-Za-z_]")
MOST_DEPTH = 60


def has_entities(content: bytes) -> bool:
    """Whether XML declares entities of its own, in any charset that puts NULs between ASCII letters or nothing."""
    plain = content[:200_000].replace(b"\0", b"")
    doctype = DOCTYPE.search(plain)
    first = FIRST_ELEMENT.search(plain)
    if doctype is None or (first is not None and first.start() < doctype.start()):
        return False
    return ENTITY.search(plain, doctype.end()) is not None


def elements(capture: Capture, *wanted: str) -> Iterator[etree._Element | Refusal]:
    """The elements of these local names, each when it ends; a last refusal where the XML breaks off or is broken.

    Each is emptied after it was handed out, so that memory stays with the parser's window.
    """
    if has_entities(capture.content):
        yield refusals.entities(capture.address)
        return
    walk = etree.iterparse(
        BytesIO(capture.content),
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    depth = 0
    try:
        for event, element in walk:
            depth += 1 if event == "start" else -1
            if depth > MOST_DEPTH:
                yield refusals.broken_markup(capture.address, "elements too deep within one another")
                return
            if event == "end" and local(element) in wanted:
                yield element
                element.clear()
    except etree.XMLSyntaxError as error:
        yield refusals.broken_markup(capture.address, " ".join(str(error).split())[:120])


def local(element: etree._Element) -> str:
    """An element's name without its namespace, in small letters."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def words(element: etree._Element, *path: str) -> str | None:
    """The words of the first element down a path of local names."""
    here: etree._Element | None = element
    for name in path:
        here = next((child for child in here if local(child) == name), None) if here is not None else None
    said = " ".join((here.text or "").split()) if here is not None else ""
    return said or None
